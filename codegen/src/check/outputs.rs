//! The folders that outputs go to. Each is one output's alone: what else is in it would be taken for left over.

use std::path::{Component, Path, PathBuf};

use crate::diagnostic::Report;
use crate::model::Catalog;
use crate::source::{Cell, tidy};

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    let outputs = [
        catalog.rust.out.as_ref(),
        catalog.reference.markdown.as_ref(),
        catalog.schema_out.as_ref(),
    ];
    let mut earlier: Vec<(&Cell, PathBuf)> = Vec::new();
    for output in outputs.into_iter().flatten() {
        let path = Path::new(&output.text);
        if path.has_root() {
            absolute(output, report);
            continue;
        }
        let path = tidy(path);
        if !path
            .components()
            .any(|part| matches!(part, Component::Normal(_)))
        {
            report
                .error(output.span, "the catalog itself is in this folder")
                .help("name a folder of its own: `out = \"generated\"`");
            continue;
        }
        let meets =
            |(_, other): &&(&Cell, PathBuf)| path.starts_with(other) || other.starts_with(&path);
        if let Some((other, _)) = earlier.iter().find(meets) {
            report
                .error(output.span, "one output's folder is, or is in, that of another")
                .related(other.span, "the other one")
                .help("give each a folder of its own: it would take the other's files for its own old ones");
        }
        earlier.push((output, path));
    }
    for table in &catalog.tables {
        if Path::new(&table.name.text).has_root() {
            absolute(&table.name, report);
        }
    }
}

fn absolute(path: &Cell, report: &mut Report) {
    report
        .error(
            path.span,
            format!("`{}` is there on this machine alone", path.text),
        )
        .help("paths are relative to the catalog: `../src/generated`");
}
