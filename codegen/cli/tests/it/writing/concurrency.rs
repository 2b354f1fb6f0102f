//! Concurrent runs that write to the same directory.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{Catalog, State, assert_whole, whole_files};
use crate::support::Folder;

#[test]
fn concurrent_runs_leave_the_files_of_one() {
    let (first, second) = (Catalog::new(), Catalog::new());
    second.put(State::New);
    let folder = Folder::new();
    let out = folder.path().join("out");
    let expected = Catalog::expected();
    let generate = |catalog: &Catalog| {
        for _ in 0..8 {
            let status = Command::new(env!("CARGO_BIN_EXE_codegen"))
                .current_dir(catalog.0.path())
                .args(["--prune", "--out"])
                .arg(&out)
                .stderr(Stdio::null())
                .status()
                .unwrap();
            assert!(status.success(), "{status}");
        }
    };
    let ended = AtomicBool::new(false);
    let looks = thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut looks = 0;
            while !ended.load(Ordering::Relaxed) {
                assert_whole(&whole_files(&out), &expected);
                looks += 1;
            }
            looks
        });
        let writers = [&first, &second].map(|catalog| scope.spawn(move || generate(catalog)));
        let results = writers.map(|writer| writer.join());
        ended.store(true, Ordering::Relaxed);
        assert!(results.iter().all(Result::is_ok), "a run failed");
        reader.join().unwrap()
    });
    assert!(looks > 0);

    let remaining = whole_files(&out);
    assert!(expected.contains(&remaining), "{:?}", remaining.keys());
    let entries = std::fs::read_dir(&out).unwrap().count();
    assert_eq!(entries, remaining.len(), "nothing but whole files remains");
    // `--check` never sees the files of an incomplete run.
    let check = |catalog: &Catalog| {
        catalog
            .0
            .codegen(&["--check", "--out", out.to_str().unwrap()])
    };
    let mut statuses = [check(&first).status, check(&second).status];
    statuses.sort();
    assert_eq!(statuses, [0, 1]);
}

/// Runs that write to a directory or check it wait for its lock.
#[cfg(target_os = "linux")]
#[test]
fn runs_wait_for_the_lock() {
    let catalog = Catalog::new();
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    catalog.put(State::New);
    let export = ["export", "--format", "markdown", "--out", "reference"];
    let commands: [(&[&str], &str, i32); 3] = [
        (&["--check"], "out", 1),
        (&export, "reference", 0),
        (&["generate"], "out", 0),
    ];
    for (arguments, folder, status) in commands {
        let folder = catalog.0.path().join(folder);
        let old = whole_files(&folder);
        let lock = std::fs::File::open(&folder).unwrap();
        lock.lock().unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_codegen"))
            .args(arguments)
            .current_dir(catalog.0.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let open = format!("/proc/{}/fd", process.id());
        let has_opened = || {
            let files = std::fs::read_dir(&open).into_iter().flatten().flatten();
            let mut paths = files.filter_map(|file| std::fs::read_link(file.path()).ok());
            paths.any(|path| path == folder)
        };
        // The run opens the directory to lock it, and waits.
        while !has_opened() {
            let ended = process.try_wait().unwrap();
            assert_eq!(ended, None, "{arguments:?} did not wait");
        }
        assert_eq!(whole_files(&folder), old);
        assert_eq!(
            process.try_wait().unwrap(),
            None,
            "{arguments:?} did not wait"
        );
        drop(lock);
        assert_eq!(process.wait().unwrap().code(), Some(status));
        assert_eq!(whole_files(&folder) == old, status == 1, "{arguments:?}");
    }
}

#[test]
fn concurrent_exports_leave_one_whole_file() {
    let (first, second) = (Catalog::new(), Catalog::new());
    second.put(State::New);
    let folder = Folder::new();
    let page = folder.path().join("codes.json");
    let export = |catalog: &Catalog, out: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codegen"));
        command.current_dir(catalog.0.path()).stderr(Stdio::null());
        let status = command
            .args(["export", "--format", "json", "--out"])
            .arg(out);
        assert!(status.status().unwrap().success());
        std::fs::read(out).unwrap()
    };
    let expected = [&first, &second].map(|catalog| export(catalog, &catalog.0.path().join("x")));
    thread::scope(|scope| {
        for catalog in [&first, &second] {
            let (page, expected) = (&page, &expected);
            scope.spawn(move || {
                for _ in 0..6 {
                    let found = export(catalog, page);
                    assert!(expected.contains(&found), "{} bytes", found.len());
                }
            });
        }
    });
    assert_eq!(folder.files(), ["codes.json"]);
}
