//! Diagnostics as rustc prints them, on standard error.

use std::io::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Errors, Inert, Level, Location};

/// Prints errors, and how many there are.
pub(super) fn errors(errors: &Errors) {
    diagnostics(errors.iter());
    let count = errors.error_count();
    let plural = if count == 1 { "" } else { "s" };
    error(&format!(
        "{count} error{plural} in the data; nothing was written"
    ));
}

/// Prints diagnostics.
pub(super) fn diagnostics<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) {
    for diagnostic in diagnostics {
        let title = match diagnostic.level() {
            Level::Error => Title::ERROR,
            Level::Warning => Title::WARNING,
        };
        let message = Inert(diagnostic.message()).to_string();
        let mut title = title.primary_title(message);
        if let Some(lint) = diagnostic.lint() {
            title = title.id(lint);
        }
        let mut group = Group::with_title(title);
        match (diagnostic.location(), diagnostic.path()) {
            (Some(location), _) => {
                group = group.element(snippet(location, AnnotationKind::Primary, None))
            }
            (None, Some(path)) => group = group.element(Origin::path(path.display().to_string())),
            (None, None) => {}
        }
        for (location, message) in diagnostic.related() {
            group = group.element(snippet(location, AnnotationKind::Context, Some(message)));
        }
        for help in diagnostic.help() {
            group = group.element(Title::HELP.message(Inert(help).to_string()));
        }
        print(&[group]);
    }
}

/// Prints an error that has no place in the data.
pub(super) fn error(message: &str) {
    let mut lines = message.lines();
    let title = Inert(lines.next().unwrap_or_default()).to_string();
    print(&[Group::with_title(Title::ERROR.primary_title(title))]);
    let mut stderr = anstream::stderr().lock();
    for line in lines {
        let _ = writeln!(stderr, "{}", Inert(line));
    }
}

fn snippet<'a>(
    location: &'a Location,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let annotation = kind.span(location.range()).label(label);
    Snippet::source(location.text())
        .line_start(location.line())
        .path(location.path().display().to_string())
        .annotation(annotation)
}

fn print(report: &[Group<'_>]) {
    let text = Renderer::styled().render(report);
    let _ = writeln!(anstream::stderr(), "{text}\n");
}
