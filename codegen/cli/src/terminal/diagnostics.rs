//! Diagnostics as rustc prints them, on standard error.

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};

use clap::ValueEnum;

use super::Terminal;
use crate::terminal::json::inert;
use codegen::text::{Sanitized, sanitized_path};
use codegen::{Diagnostic, Errors, Level, Location};

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// As rustc prints them
    #[default]
    Human,
    /// A JSON object in each line: level, lint, message, path, line, column, help, related
    Json,
    /// Workflow commands, which become annotations on a pull request
    Github,
}

/// Prints errors, and how many there are.
pub(crate) fn print_errors(errors: &Errors, format: Format, terminal: &mut Terminal<'_>) {
    print_all(errors.iter(), format, terminal);
    if format == Format::Human {
        let count = errors.error_count();
        let plural = if count == 1 { "" } else { "s" };
        print_error(
            &format!("{count} error{plural} in the data; nothing was written"),
            terminal,
        );
    }
}

/// Prints diagnostics.
pub(crate) fn print_all<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    format: Format,
    terminal: &mut Terminal<'_>,
) {
    for diagnostic in diagnostics {
        match format {
            Format::Human => human(diagnostic, terminal),
            Format::Json => terminal.say(inert(&json(diagnostic).to_string())),
            Format::Github => terminal.say(github(diagnostic)),
        }
    }
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
            group = group.element(snippet(location, AnnotationKind::Primary, None))
        }
        (None, Some(path)) => group = group.element(Origin::path(sanitized_path(path))),
        (None, None) => {}
    }
    for (location, message) in diagnostic.related() {
        group = group.element(snippet(location, AnnotationKind::Context, Some(message)));
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
    object["help"] = diagnostic.help().collect();
    object["related"] = related.collect();
    object
}

/// `::error file=…,line=…,col=…::message`
fn github(diagnostic: &Diagnostic) -> String {
    let mut text = Sanitized(diagnostic.message()).to_string();
    for help in diagnostic.help() {
        text.push_str(&format!("\nhelp: {}", Sanitized(help)));
    }
    let mut properties = Vec::new();
    if let Some(path) = diagnostic.path() {
        properties.push(format!("file={}", property(&sanitized_path(path))));
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
        data(&text)
    )
}

/// The text of a workflow command.
pub(crate) fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a workflow command's property.
pub(crate) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Prints an error that has no place in the data.
pub(crate) fn print_error(message: &str, terminal: &mut Terminal<'_>) {
    titled(Title::ERROR, message, terminal);
}

/// Prints a warning that has no place in the data.
pub(crate) fn print_warning(message: &str, terminal: &mut Terminal<'_>) {
    titled(Title::WARNING, message, terminal);
}

fn titled(level: Title<'static>, message: &str, terminal: &mut Terminal<'_>) {
    let mut lines = message.lines();
    let title = Sanitized(lines.next().unwrap_or_default()).to_string();
    print(&[Group::with_title(level.primary_title(title))], terminal);
    for line in lines {
        terminal.say(Sanitized(line));
    }
}

fn snippet<'a>(
    location: &Location,
    kind: AnnotationKind,
    label: Option<&str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    // Each character becomes one, though it may be of more bytes.
    let text = location.text();
    let lines: Vec<String> = (text.split('\n').map(|line| Sanitized(line).to_string())).collect();
    let shown = lines.join("\n");
    let place = |at: usize| {
        let before = text.char_indices().take_while(|(start, _)| *start < at);
        let mut places = shown.char_indices().map(|(at, _)| at);
        places.nth(before.count()).unwrap_or(shown.len())
    };
    let range = place(location.range().start)..place(location.range().end);
    let label = label.map(|label| Sanitized(label).to_string());
    Snippet::source(shown)
        .line_start(location.line())
        .path(sanitized_path(location.path()))
        .annotation(kind.span(range).label(label))
}

fn print(report: &[Group<'_>], terminal: &mut Terminal<'_>) {
    let text = Renderer::styled().render(report);
    terminal.say(format_args!("{text}\n"));
}
