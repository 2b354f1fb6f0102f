//! The JSON schemas accept every valid file of the fixtures and refuse unknown keys.

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};

struct Validator {
    schemas: Schemas,
    catalog: SchemaIndex,
    table: SchemaIndex,
}

impl Validator {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let mut compile = |name: &str| {
            let file = root().join("codegen/cli/src/schema").join(name);
            let schema = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
            let address = format!("http://localhost/{name}");
            compiler.add_resource(&address, schema).unwrap();
            compiler.compile(&address, &mut schemas).unwrap()
        };
        let (catalog, table) = (compile("catalog.json"), compile("table.json"));
        Validator {
            schemas,
            catalog,
            table,
        }
    }

    /// Validates a file. The error describes what is invalid.
    fn check(&self, path: &Path, value: &Value) -> Result<(), String> {
        let is_catalog = path.file_name().is_some_and(|name| name == "catalog.toml");
        let schema = if is_catalog { self.catalog } else { self.table };
        (self.schemas.validate(value, schema))
            .map_err(|error| format!("{}: {error:#}", path.display()))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Adds the TOML files of a folder and its subfolders.
fn toml_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            toml_files(&path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            files.push(path);
        }
    }
}

fn valid_files() -> Vec<(PathBuf, Value)> {
    let mut files = Vec::new();
    for folder in ["codes-data", "codegen/tests/fixtures/pass"] {
        toml_files(&root().join(folder), &mut files);
    }
    files.retain(|path| path.file_name().is_none_or(|name| name != "Cargo.toml"));
    assert!(files.len() > 50, "{files:?}");
    let parse = |path: PathBuf| {
        let value = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        (path, value)
    };
    files.into_iter().map(parse).collect()
}

#[test]
fn every_fixture_is_valid() {
    let validator = Validator::new();
    let errors: Vec<String> = (valid_files().iter())
        .filter_map(|(path, value)| validator.check(path, value).err())
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn unknown_keys_are_refused() {
    let validator = Validator::new();
    for (path, value) in valid_files() {
        for pointer in fixed_keys(&value) {
            let mut edited = value.clone();
            let object = edited
                .pointer_mut(pointer)
                .unwrap()
                .as_object_mut()
                .unwrap();
            object.insert("unknown-key".to_owned(), json!({}));
            assert!(
                validator.check(&path, &edited).is_err(),
                "{}: {pointer}",
                path.display()
            );
        }
    }
}

/// Returns the objects whose keys the format defines, not the catalog.
fn fixed_keys(value: &Value) -> Vec<&'static str> {
    let places = [
        "",
        "/rust",
        "/http",
        "/code",
        "/source",
        "/rule/0",
        "/markdown",
        "/schema",
        "/glossary",
    ];
    let is_there = |place: &&str| value.pointer(place).is_some_and(Value::is_object);
    places.into_iter().filter(is_there).collect()
}
