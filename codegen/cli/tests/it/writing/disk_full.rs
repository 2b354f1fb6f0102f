//! Full disks: files are unchanged, and the error names the file that could not be written.

use std::process::{Command, Stdio};

use super::{Catalog, State, whole_files};

/// Runs a shell script in the folder of the catalog, with the tool as `$0`.
fn shell(catalog: &Catalog, script: &str) -> std::process::Output {
    Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_codegen")])
        .current_dir(catalog.0.path())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// A write fails within a file. The process goes on and deletes the incomplete file.
#[cfg(unix)]
#[test]
fn a_failed_write_changes_nothing() {
    let catalog = Catalog::new();
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    let old = whole_files(&catalog.0.path().join("out"));
    catalog.put(State::New);
    let before = catalog.0.files();
    for command in [
        "",
        "export --format json --out all",
        "export --format html --out all",
    ] {
        let run = shell(
            &catalog,
            &format!("trap '' XFSZ; ulimit -f 8; \"$0\" {command}"),
        );
        let stderr = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains("failed to write: "), "{stderr}");
        assert!(
            stderr.contains(if command.is_empty() { "out/" } else { "all" }),
            "{stderr}"
        );
        assert_eq!(catalog.0.files(), before, "nothing is left behind");
        assert_eq!(whole_files(&catalog.0.path().join("out")), old);
    }
}

/// The output is on a separate disk that is smaller than the new files, in a mount namespace.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_changes_nothing() {
    let catalog = Catalog::new();
    let script = "set -e; mkdir disk; mount -t tmpfs -o size=$SIZE none disk
        \"$0\" --out disk/out; cp -r disk/out kept
        for file in *.new; do cp $file ${file%.new}; done
        status=0; \"$0\" --out disk/out || status=$?
        cp -r disk/out found; exit $status";
    for (name, text) in super::data(State::New) {
        catalog.0.write(&format!("{name}.new"), text);
    }
    let can = shell(
        &catalog,
        "unshare --map-root-user --mount mount -t tmpfs none /mnt",
    );
    if !can.status.success() {
        let why = String::from_utf8_lossy(&can.stderr);
        println!("skipped: no disk can be mounted here: {why}");
        return;
    }
    let [old, _] = Catalog::expected();
    // Space for the old files and a part of the new ones.
    let size: usize = old
        .values()
        .map(|text| text.len().next_multiple_of(4096))
        .sum();
    let script = script.replace("$SIZE", &(size + 64 * 1024).to_string());
    let run = shell(
        &catalog,
        &format!("exec unshare --map-root-user --mount sh -c '{script}' \"$0\""),
    );
    let stderr = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{stderr}");
    assert!(
        stderr.contains("disk/out/") && stderr.contains("No space left"),
        "{stderr}"
    );
    assert_eq!(whole_files(&catalog.0.path().join("kept")), old);
    assert_eq!(whole_files(&catalog.0.path().join("found")), old);
    let found = catalog.0.files();
    let litter: Vec<_> = found
        .iter()
        .filter(|path| path.contains(".codegen-"))
        .collect();
    assert!(litter.is_empty(), "{litter:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn incomplete_output_is_an_error() {
    let catalog = Catalog::new();
    let table = "| code | en |\n| --- | --- |\n| 7777 | Lost |\n";
    catalog.0.write("new.md", table);
    for command in [
        "export --format json",
        "export --format markdown",
        "export --format html",
        "export --format csv",
        "diff catalog.toml",
        "diff catalog.toml --format json",
        "explain 1",
        "explain 1 --format json",
        "import new.md",
        "completions bash",
        "man",
        "--help",
        "--version",
    ] {
        let run = shell(&catalog, &format!("\"$0\" {command} > /dev/full"));
        let stderr = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{command}: {stderr}");
        assert!(
            stderr.contains("failed to write to standard output"),
            "{stderr}"
        );
    }
}
