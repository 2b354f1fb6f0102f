//! `cargo bench -p codes-rivals --bench build`: compares the time of a cold build of `codes` with that of an empty crate with an empty
//! build script.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The number of builds of each crate; the fastest counts.
const ROUNDS: usize = 10;

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build");
    let package = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let target = folder.join("target");
    let empty = project(&folder, "empty", "");
    fs::write(folder.join("empty/build.rs"), "fn main() {}\n").unwrap();
    fs::write(folder.join("empty/src/lib.rs"), "").unwrap();
    println!(
        "| cold build, `default-features = false` | s | times an empty crate's |\n| --- | --- | --- |"
    );
    for profile in ["dev", "release"] {
        // Builds alternate, so that a temporarily slow machine affects both.
        let (mut base, mut ours) = (Duration::MAX, Duration::MAX);
        for _ in 0..ROUNDS {
            base = base.min(cold(&empty, &target, profile));
            ours = ours.min(cold(Path::new(package), &target, profile));
        }
        for (what, time) in [
            ("an empty crate with an empty build script", base),
            ("`codes`", ours),
        ] {
            let ratio = time.as_secs_f64() / base.as_secs_f64();
            println!(
                "| {what}, {profile} | {:.2} | {ratio:.1} |",
                time.as_secs_f64()
            );
        }
    }

    let dependent = format!("codes = {{ path = {package:?} }}\n");
    let dependent = project(&folder, "dependent", &dependent);
    let time = cold(&dependent, &target, "dev");
    let script = build_script(&target.join("debug/build"));
    let run = (0..ROUNDS)
        .map(|_| script_run(&script, &folder))
        .min()
        .unwrap();
    println!("\n| with `generate`, dev | s |\n| --- | --- |");
    println!("| a dependent's cold build | {:.2} |", time.as_secs_f64());
    println!(
        "| of which the build script's own run | {:.3} |",
        run.as_secs_f64()
    );
}

/// Writes a crate with these dependencies and returns its directory.
fn project(folder: &Path, name: &str, dependencies: &str) -> PathBuf {
    let folder = folder.join(name);
    fs::create_dir_all(folder.join("src")).unwrap();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    if !dependencies.is_empty() {
        fs::copy(lock, folder.join("Cargo.lock")).unwrap();
    }
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/lib.rs"), "").unwrap();
    folder
}

/// Returns the time of a build with an empty target directory.
fn cold(package: &Path, target: &Path, profile: &str) -> Duration {
    let _ = fs::remove_dir_all(target);
    let start = Instant::now();
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--offline",
            "--quiet",
            "--no-default-features",
            "--profile",
            profile,
        ])
        .current_dir(package)
        .env("CARGO_TARGET_DIR", target)
        .status()
        .unwrap();
    let time = start.elapsed();
    assert!(status.success());
    time
}

/// Returns the path of the compiled build script.
fn build_script(folder: &Path) -> PathBuf {
    let scripts = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let of_codes = |path: &PathBuf| {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
        name.starts_with("codes-") && !name.starts_with("codes-data-")
    };
    let program = |path: PathBuf| {
        path.join(format!(
            "build-script-build{}",
            std::env::consts::EXE_SUFFIX
        ))
    };
    let mut programs = scripts
        .filter(of_codes)
        .map(program)
        .filter(|program| program.is_file());
    programs
        .next()
        .expect("cargo has compiled the build script")
}

/// Returns the time of one run of the build script, with the environment that cargo sets.
fn script_run(script: &Path, folder: &Path) -> Duration {
    let out = folder.join("out");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out).unwrap();
    let start = Instant::now();
    let output = Command::new(script)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .env("OUT_DIR", &out)
        .output()
        .unwrap();
    let time = start.elapsed();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    time
}
