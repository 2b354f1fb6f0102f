//! The directories that outputs go to. Each belongs to one output, which reports or deletes the other files in it.

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
        let overlaps =
            |(_, other): &&(&Cell, PathBuf)| path.starts_with(other) || other.starts_with(&path);
        if let Some((other, _)) = earlier.iter().find(overlaps) {
            report
                .error(output.span, "output directories overlap")
                .related(other.span, "other output directory")
                .note("each output reports or deletes the files of the other")
                .help("use a separate directory for each output");
        }
        earlier.push((output, path));
    }
}
