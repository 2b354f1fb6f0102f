//! A run that is killed leaves each file old or new, and nothing that the next run does not clear.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{Catalog, State, assert_whole, whole_files};

/// The folder holds exactly the files of one state, and `--check` agrees.
#[track_caller]
fn assert_mended(catalog: &Catalog, state: State) {
    catalog.put(state);
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    let expected = &Catalog::expected()[state as usize];
    let names: Vec<String> = fs::read_dir(catalog.0.path().join("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), expected.len(), "{names:?}");
    assert_eq!(&whole_files(&catalog.0.path().join("out")), expected);
    catalog.0.codegen(&["--check"]).assert(0, &[], &[]);
}

/// The system ends a process that writes more to a file than it may: with each limit, at another place in a file.
#[cfg(unix)]
#[test]
fn a_run_that_ends_in_the_middle_of_a_file_leaves_the_old_ones() {
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
        // Nothing has been moved into place before all files are whole.
        assert_eq!(whole_files(&catalog.0.path().join("out")), old);
        let check = catalog.0.codegen(&["--check"]);
        check.assert(1, &[], &["out/mod.rs: out of date"]);
        assert!(!check.stderr.contains("not generated"), "{}", check.stderr);
    }
    assert!(killed > 3, "{killed} runs ended in the middle of a file");
    assert_mended(&catalog, State::Old);
}

#[test]
fn a_run_that_is_killed_leaves_each_file_old_or_new() {
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
        // Every other time, it is killed as soon as it has begun to write; else a while after its start.
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
    assert_mended(&catalog, State::New);
}
