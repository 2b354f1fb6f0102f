//! Generators that write to the same folder at once.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::support::Folder;
use crate::{Catalog, State, assert_whole, whole_files};

#[test]
fn what_remains_is_of_one_generator() {
    let (first, second) = (Catalog::new(), Catalog::new());
    second.put(State::New);
    let folder = Folder::new();
    let out = folder.path().join("out");
    let expected = Catalog::expected();
    let generate = |catalog: &Catalog| {
        for _ in 0..8 {
            let status = Command::new(env!("CARGO_BIN_EXE_codegen"))
                .current_dir(catalog.0.path())
                .arg("--out")
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
    // `--check` never sees one half of another generator's work.
    let check = |catalog: &Catalog| {
        catalog
            .0
            .codegen(&["--check", "--out", out.to_str().unwrap()])
    };
    let mut statuses = [check(&first).status, check(&second).status];
    statuses.sort();
    assert_eq!(statuses, [0, 1]);
}

#[test]
fn writers_of_one_file_leave_one_of_the_two() {
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
