//! The folders that outputs go to. Each is one output's alone: what else is in it would be taken for left over.

use std::path::{Path, PathBuf};

use crate::model::Catalog;
use crate::report::Report;
use crate::source::{Cell, tidy};

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    let outputs = [
        catalog.rust.out.as_ref(),
        catalog.reference.markdown.as_ref(),
        catalog.schema_out.as_ref(),
    ];
    let mut earlier: Vec<(&Cell, PathBuf)> = Vec::new();
    for output in outputs.into_iter().flatten() {
        let path = tidy(Path::new(&output.text));
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
}
