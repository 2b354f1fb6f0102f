//! `codegen explain`: what is known of a code, found by whatever is at hand.

mod show;

use std::collections::HashSet;

use clap::ValueEnum;

use crate::context::Context;
use crate::failure::{ExitStatus, Failure};
use crate::reference::json;
use crate::reference::labels::primary;
use crate::reference::search::{self, Found};
use crate::terminal::{Terminal, diagnostics};
use codegen::Catalog;
use codegen::catalog::Code;
use codegen::text::Sanitized;
use codegen::text::suggestion;

/// What `explain` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// A code, with or without its leading zeros; words of a message in any language; a variant's name; a status
    #[arg(required = true, allow_negative_numbers = true, value_name = "WORDS")]
    words: Vec<String>,

    /// Shows the messages in this language only, and what they mean in it where the catalog has that
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,

    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// As `export` prints the catalog, with the codes that match
    Json,
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let catalog = context.load(terminal)?;
    let language = language(&catalog, options.lang.as_deref())?;
    let query = options.words.join(" ");
    let found = search::find(&catalog, &query);
    if options.format == Format::Json {
        let hits = match &found {
            Found::Exactly(hits) | Found::Words(hits) => hits.as_slice(),
            Found::Nearest(_) => &[],
        };
        let wanted: HashSet<String> = hits.iter().map(|code| code.path()).collect();
        let is_hit = |code: Code<'_>| wanted.contains(&code.path());
        terminal.print(&json::selection(&catalog, is_hit))?;
    }
    match (&found, options.format) {
        (Found::Nearest(hits), format) => {
            not_found(
                &catalog,
                &query,
                if format == Format::Text { hits } else { &[] },
                language,
                terminal,
            );
            return Ok(ExitStatus::Findings);
        }
        (_, Format::Json) => {}
        (Found::Words(hits), Format::Text) if hits.len() > 1 => {
            list(&catalog, hits, language, terminal)?;
        }
        (Found::Exactly(hits) | Found::Words(hits), Format::Text) => {
            let whole = hits
                .iter()
                .map(|code| show::whole(&catalog, *code, language));
            terminal.print(&whole.collect::<Vec<_>>().join("\n"))?;
        }
    }
    Ok(ExitStatus::Clean)
}

/// The language that was asked for, as the catalog writes it.
fn language<'a>(catalog: &'a Catalog, tag: Option<&str>) -> Result<Option<&'a str>, Failure> {
    let Some(tag) = tag else { return Ok(None) };
    let mut languages = catalog.languages();
    let exact = languages.find(|known| known.eq_ignore_ascii_case(tag));
    let near = || {
        let mut languages = catalog.languages();
        languages.find(|known| primary(known).eq_ignore_ascii_case(primary(tag)))
    };
    match exact.or_else(near) {
        Some(language) => Ok(Some(language)),
        None => {
            let tags: Vec<&str> = catalog.languages().collect();
            let help = suggestion(tag, tags.iter().copied())
                .unwrap_or_else(|| format!("the languages are {}", tags.join(", ")));
            Err(Failure::new(format_args!(
                "`{tag}` is none of the languages\n  help: {help}"
            )))
        }
    }
}

/// A line for each of the codes; what is left out is said.
fn list(
    catalog: &Catalog,
    hits: &[Code<'_>],
    language: Option<&str>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    const SHOWN: usize = 50;
    let lines = show::lines(catalog, &hits[..hits.len().min(SHOWN)], language);
    terminal.print(&(lines.join("\n") + "\n"))?;
    match hits.len().checked_sub(SHOWN) {
        Some(more @ 1..) => terminal.say(format_args!(
            "and {more} more: add a word to narrow them down"
        )),
        _ => terminal.say(format_args!(
            "{} codes match: name one to see all that is known of it",
            hits.len()
        )),
    }
    Ok(())
}

fn not_found(
    catalog: &Catalog,
    query: &str,
    nearest: &[Code<'_>],
    language: Option<&str>,
    terminal: &mut Terminal<'_>,
) {
    diagnostics::print_error(&format!("nothing matches `{}`", Sanitized(query)), terminal);
    if !nearest.is_empty() {
        terminal.say("did you mean one of these?");
        for line in show::lines(catalog, nearest, language) {
            terminal.say(format_args!("  {line}"));
        }
    }
}
