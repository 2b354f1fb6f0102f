//! A killed run leaves each file old or new, and the next run removes its temporary files.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{Catalog, State, assert_whole, whole_files};

/// Asserts that the next run leaves exactly the files of one state, and that `--check` agrees.
#[track_caller]
fn assert_recovers(catalog: &Catalog, state: State) {
    catalog.put(state);
    catalog.0.codegen(&["--prune"]).assert(0, &[], &[]);
    let expected = &Catalog::expected()[state as usize];
    let names: Vec<String> = fs::read_dir(catalog.0.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), expected.len(), "{names:?}");
    assert_eq!(&whole_files(&catalog.0.path().join("out")), expected);
    catalog.0.codegen(&["--check"]).assert(0, &[], &[]);
}

/// The system kills a process that exceeds the maximum file size: each limit is another place in a file.
#[cfg(unix)]
#[test]
fn a_run_that_dies_within_a_file_leaves_the_old_files() {
    use std::os::unix::process::ExitStatusExt as _;

    let catalog = Catalog::new();
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    let [old, _] = Catalog::expected();
    catalog.put(State::New);
    let mut killed = 0;
    for blocks in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144] {
        let run = Command::new("sh")
            .args(["-c", "ulimit -f $0; exec \"$1\""])
            .args([&blocks.to_string(), env!("CARGO_BIN_EXE_codegen")])
            .current_dir(catalog.0.path())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        if run.signal().is_none() {
            assert!(run.success(), "{run}");
            break; // None of its files is larger than that.
        }
        killed += 1;
        // No file is moved into place before all files are complete.
        assert_eq!(whole_files(&catalog.0.path().join("out")), old);
        let check = catalog.0.codegen(&["--check"]);
        check.assert(1, &[], &["out of date\n--> out/mod.rs"]);
        assert!(!check.stderr.contains("not generated"), "{}", check.stderr);
    }
    assert!(killed > 3, "{killed} runs ended in the middle of a file");
    assert_recovers(&catalog, State::Old);
}

#[test]
fn a_killed_run_leaves_each_file_old_or_new() {
    let catalog = Catalog::new();
    let out = catalog.0.path().join("out");
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    let expected = Catalog::expected();
    let start = || {
        Command::new(env!("CARGO_BIN_EXE_codegen"))
            .current_dir(catalog.0.path())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    for round in 0..24 {
        catalog.put([State::New, State::Old][round % 2]);
        let before = fs::read_dir(&out).unwrap().count();
        let mut process = start();
        // Kill every other run at its first write, and the others some time after their start.
        if round % 4 < 2 {
            while process.try_wait().unwrap().is_none()
                && fs::read_dir(&out).unwrap().count() == before
            {
                std::hint::spin_loop();
            }
            std::thread::sleep(Duration::from_micros(300 * (round as u64 / 4)));
        } else {
            std::thread::sleep(Duration::from_millis(4 * round as u64));
        }
        process.kill().unwrap();
        process.wait().unwrap();
        assert_whole(&whole_files(&out), &expected);
        let check = catalog.0.codegen(&["--check"]);
        assert!(check.status < 2, "{}", check.stderr);
        assert!(!check.stderr.contains("not generated"), "{}", check.stderr);
    }
    assert_recovers(&catalog, State::New);
}
