//! Writing files in adverse conditions: killed processes, concurrent runs, full disks, obstacles.

mod concurrency;
mod disk_full;
mod file_names;
mod interrupted;
mod obstructions;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::Folder;

const TABLE: &str = "type = \"ReturnCode\"\ncode = { charset = \"digits\", width = 4 }\n";

/// A catalog with two states of its data.
///
/// Every output that depends on the data differs between the states, and each state has a module that the other lacks.
struct Catalog(Folder);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Old,
    New,
}

impl Catalog {
    fn new() -> Self {
        let catalog = Catalog(Folder::new());
        catalog.put(State::Old);
        catalog
    }

    /// Writes the data of a state.
    fn put(&self, state: State) {
        for (name, text) in data(state) {
            self.0.write(&name, text);
        }
    }

    /// Returns the generated files of each state.
    fn expected() -> [BTreeMap<String, String>; 2] {
        [State::Old, State::New].map(|state| {
            let files = data(state).into_iter();
            let files = files.map(|(name, text)| (name.into(), text.into_bytes()));
            let output = codegen::Builder::new("catalog.toml").files(files.collect());
            output.generate().unwrap().files().clone()
        })
    }
}

fn data(state: State) -> Vec<(String, String)> {
    let (other, word, most) = match state {
        State::Old => ("bank", "old", "099"),
        State::New => ("till", "new", "149"),
    };
    let catalog = format!(
        "languages = [\"en\"]\ntables = [\"shop\", \"{other}\"]\n\n[rust]\nout = \"out\"\n\n\
         [markdown]\nout = \"reference\"\n\n[schema]\nout = \"schema\"\n\n\
         [attribute.{word}]\ndoc = \"Whether it is.\"\nkind = \"flag\"\n"
    );
    let mut files = vec![("catalog.toml".to_owned(), catalog)];
    for module in ["shop", other] {
        let table = format!("module = \"{module}\"\n{TABLE}");
        let rows = format!(
            "code,name,en,{word}\n0000-0{most},code listed,The {word} code of the {module} is listed,true\n"
        );
        files.push((format!("{module}.toml"), table));
        files.push((format!("{module}.csv"), rows));
    }
    files
}

/// Returns the files of a folder by name, without temporary files of killed runs.
fn whole_files(folder: &Path) -> BTreeMap<String, String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    let mut files = BTreeMap::new();
    for entry in entries {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        // Another process may delete the file meanwhile.
        if !name.contains(".codegen-")
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            files.insert(name, text);
        }
    }
    files
}

/// Asserts that each file belongs to one state as a whole.
#[track_caller]
fn assert_whole(files: &BTreeMap<String, String>, expected: &[BTreeMap<String, String>; 2]) {
    for (name, text) in files {
        let is_of = |state: &BTreeMap<String, String>| state.get(name) == Some(text);
        assert!(
            expected.iter().any(is_of),
            "{name} is neither old nor new: {} bytes",
            text.len()
        );
    }
}
