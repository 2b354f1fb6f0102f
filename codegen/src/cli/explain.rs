//! `codegen explain CODE`.

use std::io::Write as _;

use super::{Context, Failure, Outcome, render};
use crate::diagnostic::{Inert, did_you_mean};
use crate::lower::{self, Catalog, Code, Table};
use crate::model::{Kind, Value};

/// What `explain` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The code, as the provider sends it
    #[arg(allow_hyphen_values = true)]
    code: String,
}

pub(super) fn run(context: &Context, options: &Options) -> Result<Outcome, Failure> {
    let checked = context.check()?;
    let lowered = lower::catalog(&checked.model);
    let mut stdout = anstream::stdout().lock();
    let mut found = false;
    for table in &lowered.tables {
        for code in table.codes.iter().filter(|code| code.code == options.code) {
            let separator = if found { "\n" } else { "" };
            let _ = write!(stdout, "{separator}{}", explain(&lowered, table, code));
            found = true;
        }
    }
    if found {
        return Ok(Outcome::Clean);
    }
    let codes = lowered
        .tables
        .iter()
        .flat_map(|table| &table.codes)
        .map(|code| code.code.as_str());
    let help = did_you_mean(&options.code, codes)
        .map(|help| format!("\n  help: {help}"))
        .unwrap_or_default();
    render::error(&format!("no table has a code `{}`{help}", options.code));
    Ok(Outcome::Findings)
}

/// All that is known of a code, a line each.
fn explain(catalog: &Catalog<'_>, table: &Table<'_>, code: &Code<'_>) -> String {
    let model = catalog.model;
    let mut lines: Vec<(String, String)> = vec![(
        "enum".to_owned(),
        format!("{}::{}", table.path(), code.variant),
    )];
    if let Some(retirement) = table.retirement(code) {
        lines.push(("retired".to_owned(), retirement));
    }
    for (index, tag) in model.tags().enumerate() {
        lines.push((tag.to_owned(), code.message(index).to_owned()));
    }
    if let Some(http) = code.http {
        lines.push(("http".to_owned(), http.to_string()));
    }
    for (attribute, value) in model.attributes.iter().zip(&code.attributes) {
        if let Some(value) = value {
            lines.push((
                attribute.name.text.clone(),
                describe(&attribute.kind, value),
            ));
        }
    }
    for (index, entry) in code.entries.iter().enumerate() {
        let several = code.entries.len() > 1;
        let row = if several {
            format!("row {}: ", index + 1)
        } else {
            String::new()
        };
        if let Some(scope) = entry.scope {
            lines.push((
                format!("{row}scope"),
                table.model.scopes[scope].name.text.clone(),
            ));
        }
        for (message, tag) in entry.messages.iter().zip(model.tags()).filter(|_| several) {
            lines.push((format!("{row}{tag}"), message.text.clone()));
        }
        for (column, text) in table.printed(entry) {
            lines.push((format!("{row}printed {column}"), text.to_owned()));
        }
    }
    let width = lines
        .iter()
        .map(|(label, _)| label.chars().count())
        .max()
        .unwrap_or_default();
    let mut text = format!("{} in {}\n", Inert(&code.code), table.model.name.text);
    for (label, value) in lines {
        text.push_str(&format!("  {label:width$}  {}\n", Inert(&value)));
    }
    text
}

fn describe(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (Kind::Enum(words), Value::Word(index)) => {
            format!("{}: {}", words[*index].name.text, words[*index].doc)
        }
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Integer(integer)) => integer.to_string(),
        (_, Value::Flag(flag)) => flag.to_string(),
        (_, Value::Word(_)) => unreachable!("only an enum's values are words"),
    }
}
