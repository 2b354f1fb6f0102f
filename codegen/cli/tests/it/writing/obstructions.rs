//! Obstacles in the place of an output file or directory.

use std::fs;

use super::{Catalog, State, whole_files};
use crate::support::{Folder, Run};

/// The commands that write, each with a path that it writes.
const COMMANDS: [(&str, &[&str]); 8] = [
    ("out/mod.rs", &["generate"]),
    ("schema/table.json", &["generate"]),
    ("reference/shop.md", &["generate"]),
    (
        "codes.json",
        &["export", "--format", "json", "--out", "codes.json"],
    ),
    (
        "codes.html",
        &["export", "--format", "html", "--out", "codes.html"],
    ),
    (
        "md/shop.md",
        &["export", "--format", "markdown", "--out", "md"],
    ),
    ("started/return-code.csv", &["init", "started"]),
    (
        "drafts/table.toml",
        &[
            "import",
            "document.md",
            "--table",
            "1",
            "--name",
            "drafts/table",
        ],
    ),
];

const DOCUMENT: &str = "| code | message |\n| --- | --- |\n| 0001 | refused |\n| 0002 | busy |\n";

/// Returns a catalog with the old outputs, new data and a document.
fn before() -> Catalog {
    let catalog = Catalog::new();
    catalog.0.codegen(&[]).assert(0, &[], &[]);
    catalog.put(State::New);
    catalog.0.write("document.md", DOCUMENT);
    catalog
}

/// Asserts that a command that cannot write to `path` fails and changes nothing.
#[track_caller]
fn assert_refused(catalog: &Catalog, arguments: &[&str], path: &str, why: &str) {
    let before = catalog.0.files();
    let old = whole_files(&catalog.0.path().join("out"));
    let run: Run = catalog.0.codegen(arguments);
    run.assert(2, &[], &[path, why, "help:"]);
    assert_eq!(catalog.0.files(), before, "{arguments:?}");
    assert_eq!(whole_files(&catalog.0.path().join("out")), old);
}

#[test]
fn a_directory_in_place_of_a_file_is_an_error() {
    for (path, arguments) in COMMANDS {
        let catalog = before();
        let place = catalog.0.path().join(path);
        let _ = fs::remove_file(&place);
        fs::create_dir_all(place.join("inner")).unwrap();
        let why = match arguments[0] {
            "init" => "file already exists",
            "import" => "already exists",
            _ => "expected a file, found a directory",
        };
        assert_refused(&catalog, arguments, path, why);
    }
}

#[test]
fn a_file_in_place_of_a_directory_is_an_error() {
    for (path, arguments) in COMMANDS {
        let Some((folder, _)) = path.split_once('/') else {
            continue;
        };
        let catalog = before();
        let _ = fs::remove_dir_all(catalog.0.path().join(folder));
        catalog.0.write(folder, "in the way");
        let message = "expected a directory, found a file";
        assert_refused(&catalog, arguments, folder, message);
        assert_eq!(catalog.0.read(folder), "in the way");
    }
}

#[cfg(unix)]
#[test]
fn file_links_are_not_followed() {
    use std::os::unix::fs::symlink;

    for (path, arguments) in COMMANDS {
        for target_exists in [true, false] {
            let (catalog, elsewhere) = (before(), Folder::new());
            if target_exists {
                elsewhere.write("precious", "kept");
            }
            let place = catalog.0.path().join(path);
            let _ = fs::remove_file(&place);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            symlink(elsewhere.path().join("precious"), &place).unwrap();
            let run = catalog.0.codegen(arguments);
            run.assert(2, &[], &[path, "help:"]);
            assert!(place.is_symlink());
            assert_eq!(elsewhere.files().len(), usize::from(target_exists));
            if target_exists {
                assert_eq!(elsewhere.read("precious"), "kept");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn directory_links_are_not_followed() {
    use std::os::unix::fs::symlink;

    for (path, arguments) in COMMANDS {
        let Some((folder, _)) = path.split_once('/') else {
            continue;
        };
        if matches!(arguments[0], "init" | "import") {
            continue; // They write into folders of people's, which may lie anywhere.
        }
        for target_exists in [true, false] {
            let (catalog, elsewhere) = (before(), Folder::new());
            let target = elsewhere.path().join("target");
            if target_exists {
                fs::create_dir(&target).unwrap();
            }
            let link = catalog.0.path().join(folder);
            let _ = fs::remove_dir_all(&link);
            symlink(&target, &link).unwrap();
            let run = catalog.0.codegen(arguments);
            run.assert(2, &[], &[folder, "through a symbolic link", "help:"]);
            assert!(elsewhere.files().is_empty() && target.exists() == target_exists);
        }
    }
}

/// A link may be read, and a stale link is deleted without its target.
#[cfg(unix)]
#[test]
fn a_stale_link_is_deleted_but_not_its_target() {
    use std::os::unix::fs::symlink;

    let (catalog, elsewhere) = (before(), Folder::new());
    elsewhere.write("shop.rs", catalog.0.read("out/shop.rs"));
    symlink(
        elsewhere.path().join("shop.rs"),
        catalog.0.path().join("out/old.rs"),
    )
    .unwrap();
    catalog
        .0
        .codegen(&["--prune"])
        .assert(0, &[], &["deleted out/old.rs"]);
    assert_eq!(elsewhere.files(), ["shop.rs"]);
}

/// Pipes and devices are not regular files. A rename would replace `/dev/null` for the whole system.
#[cfg(unix)]
#[test]
fn special_files_are_not_replaced() {
    use std::os::unix::fs::FileTypeExt as _;

    for (path, arguments) in COMMANDS {
        let catalog = before();
        let place = catalog.0.path().join(path);
        let _ = fs::remove_file(&place);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&place).status();
        assert!(made.unwrap().success());
        let run = catalog.0.codegen(arguments);
        run.assert(2, &[], &[path, "help:"]);
        assert!(fs::metadata(&place).unwrap().file_type().is_fifo());
    }
    // A pipe that is not an output is neither read nor deleted.
    let catalog = before();
    let pipe = catalog.0.path().join("out/pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    catalog
        .0
        .codegen(&[])
        .assert(0, &[], &["not generated from this catalog\n--> out/pipe"]);
}

#[test]
fn read_only_files_are_not_replaced() {
    for (path, arguments) in COMMANDS {
        if matches!(arguments[0], "init" | "import") {
            continue; // They replace nothing.
        }
        let catalog = before();
        let place = catalog.0.path().join(path);
        match path {
            "md/shop.md" => {
                let text = catalog.0.read("reference/shop.md");
                catalog.0.write(path, text.replace("old", "older"));
            }
            _ if !place.exists() => catalog.0.write(path, "kept"),
            _ => {}
        }
        let mut permissions = fs::metadata(&place).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&place, permissions).unwrap();
        match path {
            // The schema does not depend on the data, so it is up to date and not written.
            "schema/table.json" => catalog.0.codegen(arguments).assert(0, &[], &[]),
            _ => assert_refused(&catalog, arguments, path, "file is read-only"),
        }
    }
}

/// Runs as another user than root, who may write to any directory.
#[cfg(unix)]
#[test]
fn a_read_only_directory_is_an_error() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;

    let mode = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let tool = Folder::new();
    let program = tool.path().join("codegen");
    fs::copy(env!("CARGO_BIN_EXE_codegen"), &program).unwrap();
    mode(tool.path(), 0o755);
    for (path, arguments) in COMMANDS {
        let catalog = before();
        let folder = catalog.0.path().join(path).parent().unwrap().to_owned();
        fs::create_dir_all(&folder).unwrap();
        let old = whole_files(&folder);
        let mut command = std::process::Command::new(&program);
        command.args(arguments).current_dir(catalog.0.path());
        for folder in [catalog.0.path(), &folder] {
            mode(folder, 0o555);
        }
        // The other user needs access to the temporary directory of root.
        let is_root = fs::metadata("/proc/self").is_ok_and(|own| {
            use std::os::unix::fs::MetadataExt as _;
            own.uid() == 0
        });
        if is_root {
            command.uid(65534);
        }
        let run = command.output().unwrap();
        for folder in [catalog.0.path(), &folder] {
            mode(folder, 0o755);
        }
        let stderr = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{arguments:?}: {stderr}");
        assert!(stderr.contains("failed to write"), "{stderr}");
        assert!(stderr.contains("Permission denied"), "{stderr}");
        assert_eq!(whole_files(&folder), old);
    }
}

#[test]
fn reconcile_replaces_only_regular_files() {
    let catalog = before();
    catalog
        .0
        .codegen(&["import", "document.md", "--table", "1", "--name", "new"]);
    catalog
        .0
        .edit("catalog.toml", "\"shop\"", "\"new\", \"shop\"");
    let edition = DOCUMENT.replace("busy", "very busy");
    catalog.0.write("document.md", edition);
    let arguments = ["reconcile", "new", "document.md", "--write"];
    #[cfg(unix)]
    {
        let (csv, real) = (
            catalog.0.path().join("new.csv"),
            catalog.0.path().join("real"),
        );
        fs::rename(&csv, &real).unwrap();
        std::os::unix::fs::symlink(&real, &csv).unwrap();
        let old = fs::read(&real).unwrap();
        let run = catalog.0.codegen(&arguments);
        run.assert(2, &[], &["new.csv", "through a symbolic link", "help:"]);
        assert_eq!(fs::read(&real).unwrap(), old);
        fs::rename(&real, &csv).unwrap();
    }
    catalog
        .0
        .codegen(&arguments)
        .assert(0, &[], &["wrote new.csv"]);
    assert!(catalog.0.read("new.csv").contains("very busy"));
    let litter = |path: &&String| path.contains(".codegen-");
    assert_eq!(catalog.0.files().iter().find(litter), None);
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt as _;

    let catalog = before();
    let file = catalog.0.path().join("out/shop.rs");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    catalog
        .0
        .codegen(&[])
        .assert(0, &[], &["wrote out/shop.rs"]);
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_not_utf8_is_reported() {
    use std::os::unix::ffi::OsStrExt as _;

    let catalog = before();
    let name = std::ffi::OsStr::from_bytes(b"out/mine-\xff.rs");
    fs::write(catalog.0.path().join(name), "mine").unwrap();
    catalog
        .0
        .codegen(&[])
        .assert(0, &[], &["not generated from this catalog"]);
    catalog
        .0
        .codegen(&["--check"])
        .assert(1, &[], &["not generated from this catalog"]);
    assert!(catalog.0.path().join(name).exists());
}
