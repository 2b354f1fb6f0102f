//! Diagnostics on standard error, in the style of rustc.

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use clap::ValueEnum;

use super::Terminal;
use crate::failure::Failure;
use crate::plural::counted;
use crate::terminal::json::sanitized_json;
use codegen::text::{Sanitized, sanitized_path};
use codegen::{Diagnostic, Errors, Level, Location};

/// The format of diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Readable, in the style of rustc
    #[default]
    Human,
    /// One JSON object per line: level, lint, message, path, line, column, label, notes, help, related
    Json,
    /// GitHub Actions annotations
    Github,
}

/// Prints the errors that ended a command.
pub(crate) fn print_failure(failure: &Failure, terminal: &mut Terminal<'_>) {
    match failure {
        Failure::Errors(errors) => print_errors(errors, terminal),
        Failure::Other { message, help } => {
            titled(Level::Error, message, help.as_deref(), terminal);
        }
    }
}

/// Prints errors, and how many there are in the data.
fn print_errors(errors: &Errors, terminal: &mut Terminal<'_>) {
    print_all(errors.iter(), terminal);
    // An error without a location is about a file as a whole: counting it adds nothing.
    let is_in_data = errors.iter().any(|error| error.location().is_some());
    if terminal.format() == Format::Human && is_in_data {
        let count = counted(errors.error_count(), "error");
        print_error(&format!("aborting due to {count}"), terminal);
    }
}

/// Prints diagnostics.
pub(crate) fn print_all<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    terminal: &mut Terminal<'_>,
) {
    for diagnostic in diagnostics {
        match terminal.format() {
            Format::Human => human(diagnostic, terminal),
            Format::Json => print_json(&json(diagnostic), terminal),
            Format::Github => {
                let line = github(diagnostic, terminal);
                terminal.eprintln(line);
            }
        }
    }
}

fn print_json(object: &serde_json::Value, terminal: &mut Terminal<'_>) {
    terminal.eprintln(sanitized_json(&object.to_string()));
}

fn human(diagnostic: &Diagnostic, terminal: &mut Terminal<'_>) {
    let title = match diagnostic.level() {
        Level::Error => Title::ERROR,
        _ => Title::WARNING,
    };
    let message = Sanitized(diagnostic.message()).to_string();
    let mut title = title.primary_title(message);
    if let Some(lint) = diagnostic.lint() {
        title = title.id(lint);
    }
    let mut group = Group::with_title(title);
    match (diagnostic.location(), diagnostic.path()) {
        (Some(location), _) => {
            group = group.element(snippet(
                location,
                AnnotationKind::Primary,
                diagnostic.label(),
            ))
        }
        (None, Some(path)) => group = group.element(Origin::path(sanitized_path(path))),
        (None, None) => {}
    }
    for (location, message) in diagnostic.related() {
        group = group.element(snippet(location, AnnotationKind::Context, Some(message)));
    }
    for note in diagnostic.notes() {
        group = group.element(Title::NOTE.message(Sanitized(note).to_string()));
    }
    for help in diagnostic.help() {
        group = group.element(Title::HELP.message(Sanitized(help).to_string()));
    }
    print(&[group], terminal);
}

fn json(diagnostic: &Diagnostic) -> serde_json::Value {
    let place = |location: Option<&Location>| {
        serde_json::json!({
            "path": location.map(|location| location.path().display().to_string()),
            "line": location.map(Location::line),
            "column": location.map(Location::column),
        })
    };
    let related = diagnostic.related().map(|(location, message)| {
        let mut related = place(Some(location));
        related["message"] = message.into();
        related
    });
    let mut object = place(diagnostic.location());
    object["path"] = diagnostic
        .path()
        .map(|path| path.display().to_string())
        .into();
    object["level"] = diagnostic.level().to_string().into();
    object["lint"] = diagnostic.lint().into();
    object["message"] = diagnostic.message().into();
    object["label"] = diagnostic.label().into();
    object["notes"] = diagnostic.notes().collect();
    object["help"] = diagnostic.help().collect();
    object["related"] = related.collect();
    object
}

/// Returns a workflow command: `::error file=…,line=…,col=…::message`.
fn github(diagnostic: &Diagnostic, terminal: &Terminal<'_>) -> String {
    let mut text = Sanitized(diagnostic.message()).to_string();
    if let Some(label) = diagnostic.label() {
        text.push_str(&format!("\n{}", Sanitized(label)));
    }
    for (location, label) in diagnostic.related() {
        text.push_str(&format!("\n{location}: {}", Sanitized(label)));
    }
    for note in diagnostic.notes() {
        text.push_str(&format!("\nnote: {}", Sanitized(note)));
    }
    for help in diagnostic.help() {
        text.push_str(&format!("\nhelp: {}", Sanitized(help)));
    }
    let mut properties = Vec::new();
    if let Some(path) = diagnostic.path() {
        let path = terminal.path_in_repository(path);
        properties.push(format!("file={}", escape_property(&sanitized_path(&path))));
    }
    if let Some(location) = diagnostic.location() {
        properties.push(format!(
            "line={},col={}",
            location.line(),
            location.column()
        ));
    }
    format!(
        "::{} {}::{}",
        diagnostic.level(),
        properties.join(","),
        escape_data(&text)
    )
}

/// Escapes the text of a workflow command.
pub(crate) fn escape_data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes the value of a property of a workflow command.
pub(crate) fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Prints an error without a place in the data.
pub(crate) fn print_error(message: &str, terminal: &mut Terminal<'_>) {
    titled(Level::Error, message, None, terminal);
}

/// Prints a warning without a place in the data, and what to do about it.
pub(crate) fn print_warning(message: &str, help: Option<&str>, terminal: &mut Terminal<'_>) {
    titled(Level::Warning, message, help, terminal);
}

fn titled(level: Level, message: &str, help: Option<&str>, terminal: &mut Terminal<'_>) {
    match terminal.format() {
        Format::Human => human_titled(level, message, help, terminal),
        Format::Json => {
            let object = serde_json::json!({
                "level": level.to_string(),
                "lint": null,
                "message": message,
                "path": null,
                "line": null,
                "column": null,
                "label": null,
                "notes": [],
                "help": help.into_iter().collect::<Vec<_>>(),
                "related": [],
            });
            print_json(&object, terminal);
        }
        Format::Github => {
            let help = help.map(|help| format!("help: {help}"));
            let lines = message.lines().chain(help.as_deref());
            let lines: Vec<String> = lines.map(|line| Sanitized(line).to_string()).collect();
            let text = escape_data(&lines.join("\n"));
            terminal.eprintln(format_args!("::{level} ::{text}"));
        }
    }
}

/// Prints a title line, further lines of the message as they are, and the help.
fn human_titled(level: Level, message: &str, help: Option<&str>, terminal: &mut Terminal<'_>) {
    let level = match level {
        Level::Error => Title::ERROR,
        _ => Title::WARNING,
    };
    let mut lines = message.lines();
    let title = Sanitized(lines.next().unwrap_or_default()).to_string();
    let group = Group::with_title(level.primary_title(title));
    terminal.eprintln(Renderer::styled().render(&[group]));
    for line in lines {
        terminal.eprintln(Sanitized(line));
    }
    if let Some(help) = help {
        let help = Title::HELP.secondary_title(Sanitized(help).to_string());
        terminal.eprintln(Renderer::styled().render(&[Group::with_title(help)]));
    }
    terminal.eprintln("");
}

fn snippet<'a>(
    location: &Location,
    kind: AnnotationKind,
    label: Option<&str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    // Sanitizing replaces each character by one character, which may have more bytes.
    let text = location.text();
    let lines: Vec<String> = (text.split('\n').map(|line| Sanitized(line).to_string())).collect();
    let source = lines.join("\n");
    let place = |at: usize| {
        let before = text.char_indices().take_while(|(start, _)| *start < at);
        let mut places = source.char_indices().map(|(at, _)| at);
        places.nth(before.count()).unwrap_or(source.len())
    };
    let range = place(location.range().start)..place(location.range().end);
    let label = label.map(|label| Sanitized(label).to_string());
    Snippet::source(source)
        .line_start(location.line())
        .path(sanitized_path(location.path()))
        .annotation(kind.span(range).label(label))
}

fn print(report: &[Group<'_>], terminal: &mut Terminal<'_>) {
    let text = Renderer::styled().render(report);
    terminal.eprintln(format_args!("{text}\n"));
}
