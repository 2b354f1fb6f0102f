//! The directories that outputs go to. Each belongs to one output, which reports or deletes the other files in it.

use std::path::{Path, PathBuf};

use crate::model::Catalog;
use crate::report::Report;
use crate::source::{Cell, tidy};

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    let outputs = [
        ("rust", catalog.rust.out.as_ref()),
        ("markdown", catalog.reference.markdown.as_ref()),
        ("schema", catalog.schema_out.as_ref()),
    ];
    let mut earlier: Vec<(&str, &Cell, PathBuf)> = Vec::new();
    for (name, output) in outputs {
        let Some(output) = output else { continue };
        let path = tidy(Path::new(&output.text));
        let overlaps = |(_, _, other): &&(&str, &Cell, PathBuf)| {
            path.starts_with(other) || other.starts_with(&path)
        };
        if let Some((other_name, other, other_path)) = earlier.iter().find(overlaps) {
            let relation = if path == *other_path {
                "same directory as"
            } else if path.starts_with(other_path) {
                "is in"
            } else {
                "contains"
            };
            report
                .error(
                    output.span,
                    format!("output directories of `[{other_name}]` and `[{name}]` overlap"),
                )
                .label(format!("{relation} `{}`", other.text))
                .related(other.span, format!("output directory of `[{other_name}]`"))
                .note("an output directory belongs to one output alone")
                .help("use a separate directory for each output");
        }
        earlier.push((name, output, path));
    }
}
