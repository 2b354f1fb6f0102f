//! `codegen explain`: look up codes by code, message, variant or HTTP status.

mod query;
mod show;

use std::collections::HashSet;

use clap::ValueEnum;

use crate::context::Context;
use crate::failure::{ExitStatus, Failure};
use crate::reference::json;
use crate::reference::labels::primary;
use crate::reference::search::{Index, Instead};
use crate::shorten::shortened;
use crate::terminal::{Terminal, diagnostics};
use codegen::Catalog;
use codegen::catalog::Code;
use codegen::text::Sanitized;
use codegen::text::suggestion;

/// The number of codes that are shown.
const SHOWN: usize = 50;

/// The options of `explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Code (leading zeros optional), words of a message in any language, variant name, HTTP status, or a reply or log that
    /// contains them; `-` reads it from standard input. `outcome:pending`, `http:409` and `lianlian:` limit the codes to a value of
    /// an attribute, a status and a table
    #[arg(required = true, allow_negative_numbers = true, value_name = "QUERY")]
    query: Vec<String>,

    /// Show messages and descriptions in this language only
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,

    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Human-readable
    Text,
    /// The format of `export --format json`, with the matching codes only
    Json,
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let query = query::text(&options.query)?;
    // Lints are for those who edit the tables, not for those who look up a code.
    let catalog = Catalog::load_with_capped_lints(&context.catalog)?;
    let language = language(&catalog, options.lang.as_deref())?;
    for argument in &options.query {
        query::check_filter(&catalog, argument)?;
    }
    let codes = catalog.tables().flat_map(|table| table.codes());
    let (index, found) = terminal.wait_for("searching", || {
        let index = Index::new(&catalog, codes);
        let found = index.find(&query);
        (index, found)
    });
    let identified = &found.codes[..found.identified];
    let hits = if identified.is_empty() {
        &found.codes
    } else {
        identified
    };
    if options.format == Format::Json {
        let wanted: HashSet<String> = hits.iter().map(|code| code.path()).collect();
        let is_hit = |code: Code<'_>| wanted.contains(&code.path());
        terminal.print(&json::selection(&catalog, is_hit))?;
    }
    if hits.is_empty() {
        let shown = options.query.join(" ");
        not_found(&shown, terminal);
        if options.format == Format::Text {
            let similar = show::lines(&catalog, &found.similar, language);
            suggest(&index.instead(&query), &similar, terminal);
        }
        return Ok(ExitStatus::Findings);
    }
    if options.format == Format::Text {
        let is_whole = hits.len() == 1 || !identified.is_empty() && hits.len() <= SHOWN;
        if is_whole {
            let whole = hits
                .iter()
                .map(|code| show::whole(&catalog, *code, language));
            terminal.print(&whole.collect::<Vec<_>>().join("\n"))?;
        } else {
            list(&catalog, hits, language, terminal)?;
        }
    }
    Ok(ExitStatus::Clean)
}

/// Returns the catalog's tag for the language that `--lang` names. Errs if the catalog does not have the language.
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
            let help = suggestion("language", tag, tags.iter().copied())
                .unwrap_or_else(|| format!("use one of the languages: {}", tags.join(", ")));
            Err(Failure::new(format_args!("unknown language `{tag}`")).with_help(help))
        }
    }
}

/// Prints a line for each of the first codes, and how many match.
fn list(
    catalog: &Catalog,
    hits: &[Code<'_>],
    language: Option<&str>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let lines = show::lines(catalog, &hits[..hits.len().min(SHOWN)], language);
    terminal.print(&(lines.join("\n") + "\n"))?;
    match hits.len().checked_sub(SHOWN) {
        Some(more @ 1..) => terminal.note(format_args!(
            "… and {more} more; add a word to narrow the search"
        )),
        _ => terminal.note(format_args!(
            "{} matches; run `codegen explain CODE` for details",
            hits.len()
        )),
    }
    Ok(())
}

fn not_found(query: &str, terminal: &mut Terminal<'_>) {
    let shown = shortened(query);
    diagnostics::print_error(
        &format!("no code matches `{}`", Sanitized(&shown)),
        terminal,
    );
}

/// Prints searches that find something, and similar codes.
fn suggest(instead: &Instead, similar: &[String], terminal: &mut Terminal<'_>) {
    for (text, count) in instead.unfiltered.iter().chain(&instead.words) {
        let matches = match count {
            1 => "1 code matches".to_owned(),
            count => format!("{count} codes match"),
        };
        terminal.eprintln(format_args!("help: {matches} `{}`", Sanitized(text)));
    }
    if !similar.is_empty() {
        terminal.eprintln("similar codes:");
        for line in similar {
            terminal.eprintln(format_args!("  {line}"));
        }
    }
}
