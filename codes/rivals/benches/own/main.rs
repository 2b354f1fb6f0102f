//! `cargo bench -p codes-rivals --bench own`: compares ways to define the 60 codes of `codegen/tests/own`, in one run. It prints the
//! table of `codegen/docs/comparison.md`.
//!
//! Each way is a crate that the benchmark writes, builds and runs. The first run downloads the dependencies of the crates.

mod entries;
mod rivals;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use entries::{Entry, entries};
use rivals::{Rival, rivals};

/// The number of builds, and of runs, of each crate; the fastest counts.
const ROUNDS: usize = 3;

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own");
    let codes = entries();
    assert_eq!(codes.len(), 60);
    let empty = Crate::empty(&folder);
    let crates: Vec<Crate> = rivals()
        .into_iter()
        .map(|rival| Crate::new(&folder, rival, &codes))
        .collect();
    for one in &crates {
        one.fetch();
    }

    // Builds alternate, so that a temporarily slow machine affects all.
    let mut base = Duration::MAX;
    let mut builds = vec![Duration::MAX; crates.len()];
    for _ in 0..ROUNDS {
        base = base.min(empty.cold_build());
        for (time, one) in builds.iter_mut().zip(&crates) {
            *time = (*time).min(one.cold_build());
        }
    }
    let programs: Vec<PathBuf> = crates.iter().map(Crate::lookup).collect();
    let mut lookups = vec![f64::MAX; crates.len()];
    for _ in 0..ROUNDS {
        for (time, program) in lookups.iter_mut().zip(&programs) {
            let output = Command::new(program).output().unwrap();
            let nanoseconds = String::from_utf8(output.stdout)
                .unwrap()
                .trim()
                .parse()
                .unwrap();
            *time = time.min(nanoseconds);
        }
    }

    println!(
        "| | lines | lines for one more code | cold build: times an empty crate's | lookup: times `codegen`'s |"
    );
    println!("| --- | --- | --- | --- | --- |");
    for (index, one) in crates.iter().enumerate() {
        let build = builds[index].as_secs_f64() / base.as_secs_f64();
        let (ns, lookup) = (lookups[index], lookups[index] / lookups[1]);
        let (all, fewer) = (one.lines(&codes), one.lines(&codes[1..]));
        println!(
            "| {} | {all} | {} | {build:.1} | {lookup:.1} ({ns:.1} ns) |",
            one.rival.name,
            all - fewer
        );
    }
    println!("\nAn empty crate: {:.2} s", base.as_secs_f64());

    // The code whose message the programs print.
    let printed = codes.iter().position(|code| code.code == "R002").unwrap();
    let mut untranslated = codes.clone();
    untranslated[printed].messages[1].clear();
    let mut twice = codes.clone();
    twice[printed + 1].code = twice[printed].code.clone();
    for one in &crates {
        println!("\n## {}\n", one.rival.name);
        for (what, entries, argument) in [
            ("all is well", &codes, 0),
            ("an argument is missing", &codes, 1),
            ("a message is missing", &untranslated, 0),
            ("a code is there twice", &twice, 0),
        ] {
            let says = one.german(entries, argument);
            let folder = format!("{}/", one.folder.display());
            println!("- {what}: {}", says.replace(&folder, ""));
        }
    }
}

/// A crate on disk.
struct Crate {
    folder: PathBuf,
    rival: Rival,
}

impl Crate {
    fn new(folder: &Path, rival: Rival, codes: &[Entry]) -> Self {
        let name: String = rival
            .name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let one = Crate {
            folder: folder.join(name),
            rival,
        };
        let _ = fs::remove_dir_all(&one.folder);
        one.write_all(codes);
        one
    }

    /// Returns a crate with an empty library.
    fn empty(folder: &Path) -> Self {
        let rival = Rival {
            name: "empty",
            dependencies: String::new(),
            files: |_| vec![("src/lib.rs", String::new())],
            find: "!text.is_empty()",
            key: |entry| entry.code.clone(),
            german: ["", ""],
        };
        Crate::new(folder, rival, &[])
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Writes the files of the crate, and the generated copy if it has one. Returns what the tool says if it refuses the codes.
    fn write_all(&self, codes: &[Entry]) -> Option<String> {
        let manifest = format!(
            "[package]\nname = \"rival\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{}\n[workspace]\n",
            self.rival.dependencies
        );
        self.write("Cargo.toml", &manifest);
        for (path, text) in (self.rival.files)(codes) {
            self.write(path, &text);
        }
        let source = self.folder.join("src/lib.rs");
        assert!(
            Command::new("rustfmt")
                .args(["--edition=2024", "--config=max_width=100"])
                .arg(&source)
                .status()
                .unwrap()
                .success()
        );
        if !fs::read_to_string(source)
            .unwrap()
            .starts_with("include!(\"generated")
        {
            return None;
        }
        let catalog = self.folder.join("tables/catalog.toml");
        match codegen::Builder::new(catalog).generate() {
            Ok(output) => {
                output.write_to(self.folder.join("src/generated")).unwrap();
                None
            }
            Err(errors) => Some(errors.to_string()),
        }
    }

    /// Returns the number of lines that a team writes for these codes, without blank lines.
    fn lines(&self, codes: &[Entry]) -> usize {
        self.write_all(codes);
        let manifest = self.rival.dependencies.lines();
        let manifest = manifest.filter(|line| !line.is_empty()).count();
        let files = (self.rival.files)(codes).into_iter();
        let lines = |(path, _): (&str, String)| {
            let text = fs::read_to_string(self.folder.join(path)).unwrap();
            text.lines().filter(|line| !line.is_empty()).count()
        };
        manifest + files.map(lines).sum::<usize>()
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env_remove("RUSTFLAGS")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn fetch(&self) {
        let output = self.cargo(&["fetch"]);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// Returns the time of a debug build with all dependencies, with an empty target directory.
    fn cold_build(&self) -> Duration {
        let _ = fs::remove_dir_all(self.folder.join("target"));
        let start = Instant::now();
        let output = self.cargo(&["build", "--quiet", "--offline", "--lib"]);
        let time = start.elapsed();
        assert!(
            output.status.success(),
            "{}: {}",
            self.rival.name,
            String::from_utf8_lossy(&output.stderr)
        );
        time
    }

    /// Builds the program that times lookups, and returns its path.
    fn lookup(&self) -> PathBuf {
        let codes = entries();
        let mut texts: Vec<String> = codes.iter().map(self.rival.key).collect();
        texts.extend((0..6).map(|number| format!("X00{number}")));
        let program = include_str!("files/lookup.rs")
            .replace("FIND", self.rival.find)
            .replace("TEXTS", &format!("{texts:?}"));
        let program = match self.rival.find.contains("MESSAGES") {
            true => program + "\nthread_local!(static MESSAGES: Messages = Messages::load());\n",
            false => program,
        };
        self.write("examples/lookup.rs", &program);
        let output = self.cargo(&[
            "build",
            "--quiet",
            "--offline",
            "--release",
            "--example=lookup",
        ]);
        assert!(
            output.status.success(),
            "{}: {}",
            self.rival.name,
            String::from_utf8_lossy(&output.stderr)
        );
        self.folder.join(format!(
            "target/release/examples/lookup{}",
            std::env::consts::EXE_SUFFIX
        ))
    }

    /// Returns what happens if a program prints a message in German: what the tool or the compiler says, or what the program prints.
    fn german(&self, codes: &[Entry], argument: usize) -> String {
        if let Some(errors) = self.write_all(codes) {
            return format!("`codegen` fails: {}", first_error(&errors));
        }
        let german = self.rival.german[argument];
        self.write("examples/german.rs", &format!("#[allow(unused_imports)]\nuse rival::*;\n\nfn main() {{\n    println!(\"{{:?}}\", {german});\n}}\n"));
        let output = self.cargo(&["build", "--quiet", "--offline", "--example=german"]);
        let errors = String::from_utf8(output.stderr).unwrap();
        if !output.status.success() {
            return format!("the build fails: {}", first_error(&errors));
        }
        let warning = if errors.contains("warning") {
            format!(", with a warning: {}", first_error(&errors))
        } else {
            String::new()
        };
        let program = self.folder.join(format!(
            "target/debug/examples/german{}",
            std::env::consts::EXE_SUFFIX
        ));
        let output = Command::new(program).output().unwrap();
        let (printed, panic) = (
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        match output.status.success() {
            true => format!("the program prints {}{warning}", printed.trim()),
            false => format!("the program panics: {}{warning}", first_error(&panic)),
        }
    }
}

/// Returns the first line that says what is wrong.
fn first_error(text: &str) -> &str {
    let says = |line: &&str| {
        ["error:", "error[", "warning:", "panicked"]
            .iter()
            .any(|word| line.contains(word))
    };
    let mut lines = text.lines().filter(says);
    // What cargo says about a failed build script is not a reason.
    let is_reason = |line: &&str| !line.contains("custom build command");
    lines.find(is_reason).unwrap_or(text).trim()
}
