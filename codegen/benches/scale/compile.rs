//! Compares rustc's time for the generated file with that for a strum enum and for a bare enum with `ALL`, in both profiles.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use codegen::Builder;

use crate::data::{self, Row};
use crate::{ratio, seconds};

/// rustc is too slow to measure a strum enum with more codes.
const MAX_STRUM_CODES: usize = 10_000;

pub(crate) fn run(sizes: &[usize]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile");
    println!(
        "`strum`: derived `EnumString`, `Display` of the code, `EnumIter`, and two messages. `bare`: only an enum and an array of its variants.\n"
    );
    println!("| codes | profile | by | s | ours is |\n| --- | --- | --- | --- | --- |");
    for count in sizes.iter().copied() {
        let rows = data::rows(count);
        for profile in ["dev", "release"] {
            let project = Project::new(&folder, profile);
            let ours = project.time("include!(\"ours/mod.rs\");\n", Some(&rows));
            let print = |way: &str, time| {
                println!(
                    "| {count} | {profile} | {way} | {} | {} |",
                    seconds(time),
                    if way == "ours" {
                        String::new()
                    } else if time > ours {
                        format!("{} times as fast", ratio(time, ours))
                    } else {
                        format!("{} times as long", ratio(ours, time))
                    }
                );
            };
            print("ours", ours);
            print("bare", project.time(&bare(&rows), None));
            if count <= MAX_STRUM_CODES {
                print("strum", project.time(&strum(&rows), None));
            }
        }
    }
}

/// A library crate whose dependencies are already built.
struct Project {
    folder: PathBuf,
    profile: &'static str,
}

impl Project {
    fn new(folder: &Path, profile: &'static str) -> Self {
        let project = Project {
            folder: folder.to_owned(),
            profile,
        };
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::copy(package.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let manifest = "[package]\nname = \"table\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
            strum = { version = \"0.28\", features = [\"derive\"] }\n\n[workspace]\n";
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        project.time("", None);
        project
    }

    /// Returns the time of one build of `source`. If there are rows, generates their code first.
    fn time(&self, source: &str, ours: Option<&[Row]>) -> Duration {
        if let Some(rows) = ours {
            Builder::new("catalog.toml")
                .files(data::catalog(data::csv(rows)))
                .generate()
                .unwrap()
                .write_to(self.folder.join("src/ours"))
                .unwrap();
        }
        fs::write(self.folder.join("src/lib.rs"), source).unwrap();
        let start = Instant::now();
        let status = Command::new(env!("CARGO"))
            .args(["build", "--offline", "--quiet", "--profile", self.profile])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .status()
            .unwrap();
        let time = start.elapsed();
        assert!(status.success());
        time
    }
}

fn bare(rows: &[Row]) -> String {
    let mut text = "#[derive(Clone, Copy)]\npub enum ReturnCode {\n".to_owned();
    for row in rows {
        let _ = writeln!(text, "    {},", row.variant);
    }
    let _ = writeln!(
        text,
        "}}\n\npub static ALL: [ReturnCode; {}] = [",
        rows.len()
    );
    for row in rows {
        let _ = writeln!(text, "    ReturnCode::{},", row.variant);
    }
    text + "];\n"
}

fn strum(rows: &[Row]) -> String {
    let mut text = "#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, strum::EnumString, strum::Display, strum::EnumIter, strum::EnumMessage)]\n\
        pub enum ReturnCode {\n"
        .to_owned();
    for row in rows {
        let _ = writeln!(
            text,
            "    #[strum(serialize = {:?}, message = {:?}, detailed_message = {:?})]\n    {},",
            row.code, row.en, row.zh, row.variant
        );
    }
    text + "}\n"
}
