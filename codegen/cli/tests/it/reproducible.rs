//! The same data give the same bytes, in any directory, in any environment, and as a spreadsheet saves them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Folder, Run};

/// A folder with the data of a catalog and the outputs next to them.
struct Copy {
    folder: Folder,
    /// The path of the catalog, relative to the folder.
    catalog: PathBuf,
}

/// Returns the paths of the data files, relative to a root and sorted.
fn data(root: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "toml" || extension == "csv")
            {
                files.push(path.strip_prefix(root).unwrap().to_owned());
            }
        }
    }
    files.sort();
    files
}

impl Copy {
    /// Copies the data below `root` to `place`, in this order.
    fn new(root: &Path, place: &str, order: impl Fn(&mut Vec<PathBuf>)) -> Self {
        let folder = Folder::new();
        let mut files = data(root);
        order(&mut files);
        for file in files {
            let path = Path::new(place).join(&file);
            folder.write(path.to_str().unwrap(), fs::read(root.join(file)).unwrap());
        }
        let catalog = Path::new(place).join("catalog.toml");
        Copy { folder, catalog }
    }

    /// Returns all outputs of the command line by name.
    fn outputs(&self, catalog: &str, run: impl Fn(&[&str]) -> Run) -> BTreeMap<String, Vec<u8>> {
        let mut outputs = BTreeMap::new();
        let place = self.catalog.parent().unwrap();
        let before = self.folder.files();
        let rust = self.folder.path().join(place).join("made-here");
        let catalog = ["--catalog", catalog];
        let tool = |arguments: &[&str]| run(&[arguments, &catalog].concat()).clean();
        tool(&["generate", "--out", rust.to_str().unwrap()]);
        let made = self.folder.files().into_iter();
        for file in made.filter(|file| !before.contains(file)) {
            let path = self.folder.path().join(&file);
            let name = Path::new(&file)
                .strip_prefix(place)
                .unwrap_or(Path::new(&file));
            outputs.insert(name.to_str().unwrap().to_owned(), fs::read(path).unwrap());
        }
        for format in ["json", "html", "markdown"] {
            let text = tool(&["export", "--format", format]);
            outputs.insert(format.to_owned(), text.into_bytes());
        }
        outputs
    }
}

#[track_caller]
fn assert_same(what: &str, first: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    let names = |outputs: &BTreeMap<String, Vec<u8>>| outputs.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(first), names(other), "{what}");
    for (name, bytes) in first {
        assert!(bytes == &other[name], "{what}: {name} differs");
    }
}

/// Creates all outputs in different ways and compares them.
fn assert_reproducible(root: &Path, expected_outputs: &[&str]) {
    let plain = Copy::new(root, "data", |_| {});
    let catalog = "data/catalog.toml";
    let first = plain.outputs(catalog, |arguments| plain.folder.codegen(arguments));
    for output in expected_outputs {
        assert!(
            first.contains_key(*output),
            "no {output} in {:?}",
            first.keys()
        );
    }

    let elsewhere = Copy::new(root, "数据 and more/of it/data", |files| files.reverse());
    let absolute = elsewhere.folder.path().join(&elsewhere.catalog);
    let other = elsewhere.outputs(absolute.to_str().unwrap(), |arguments| {
        Folder::new().codegen(arguments)
    });
    assert_same(
        "another folder, an absolute path, files in another order",
        &first,
        &other,
    );

    let environment = [
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "zh_CN.GB18030"),
        ("TZ", "Asia/Kathmandu"),
        ("HOME", "/nonexistent"),
        ("USER", "other"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("CLICOLOR_FORCE", "1"),
        ("COLUMNS", "20"),
        ("TERM", "xterm-256color"),
    ];
    let copy = Copy::new(root, "data", |_| {});
    let other = copy.outputs("./data/../data/catalog.toml", |arguments| {
        let mut program = copy.folder.program();
        Run::of(program.args(arguments).env_clear().envs(environment))
    });
    assert_same("another environment", &first, &other);

    let saved = Copy::new(root, "data", |_| {});
    for file in data(root) {
        let file = Path::new("data").join(file);
        let file = file.to_str().unwrap();
        let text = saved
            .folder
            .read(file)
            .replace("\r\n", "\n")
            .replace('\n', "\r\n");
        saved.folder.write(
            file,
            format!("\u{feff}{}", text.trim_start_matches('\u{feff}')),
        );
    }
    let other = saved.outputs(catalog, |arguments| saved.folder.codegen(arguments));
    assert_same("saved on Windows", &first, &other);
}

#[test]
fn outputs_of_this_repository_are_reproducible() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let expected = [
        "made-here/lianlian.rs",
        "reference/README.md",
        "schema/table.json",
        "html",
    ];
    assert_reproducible(&root.join("codes-data"), &expected);
}

#[test]
fn outputs_of_the_fixtures_are_reproducible() {
    for name in [
        "attributes-of-each-kind",
        "modules-nested",
        "scopes-and-printed",
        "twenty-languages",
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../tests/fixtures/pass")
            .join(name);
        let folder = Folder::new();
        for file in data(&root) {
            folder.write(file.to_str().unwrap(), fs::read(root.join(&file)).unwrap());
        }
        assert_reproducible(folder.path(), &["made-here/mod.rs", "json"]);
    }
}

/// A build script reads files from disk; a program may pass them from memory in any order.
#[test]
fn files_from_memory_give_the_same_output_in_any_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codes-data");
    let expected = codegen::Builder::new(root.join("catalog.toml"))
        .generate()
        .unwrap();
    let read = |file: PathBuf| {
        (
            Path::new("x").join(&file),
            fs::read(root.join(file)).unwrap(),
        )
    };
    let mut files = data(&root);
    for turn in [0, 1, 2] {
        let at = files.len() / 2;
        if turn > 0 {
            files.rotate_left(at);
            files.reverse();
        }
        let files: BTreeMap<_, _> = files.iter().cloned().map(read).collect();
        let output = codegen::Builder::new("x/./catalog.toml")
            .files(files)
            .generate()
            .unwrap();
        assert_eq!(output.files(), expected.files());
    }
}
