//! `codegen explain`: what is known of a code, found by whatever is at hand.

mod search;
mod show;

use std::collections::HashSet;
use std::io::Write as _;
use std::ptr;

use clap::ValueEnum;

use self::search::{Found, Hit};
use super::wording::primary;
use super::{Context, Failure, Outcome, json, render};
use codegen::lower::{self, Catalog, Code};
use codegen::sanitize::Sanitized;
use codegen::suggest::suggestion;

/// What `explain` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
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

pub(super) fn run(context: &Context, options: &Options) -> Result<Outcome, Failure> {
    let checked = context.check()?;
    let lowered = lower::catalog(&checked.model);
    let language = language(&lowered, options.lang.as_deref())?;
    let query = options.words.join(" ");
    let found = search::find(&lowered, &query);
    let mut stdout = anstream::stdout().lock();
    if options.format == Format::Json {
        let hits = match &found {
            Found::Exactly(hits) | Found::Words(hits) => hits.as_slice(),
            Found::Nearest(_) => &[],
        };
        let wanted: HashSet<*const Code> = hits.iter().map(|hit| ptr::from_ref(hit.code)).collect();
        let is_hit = |code: &Code<'_>| wanted.contains(&ptr::from_ref(code).cast());
        let _ = write!(stdout, "{}", json::selection(&lowered, is_hit));
    }
    match (&found, options.format) {
        (Found::Nearest(hits), format) => {
            not_found(
                &lowered,
                &query,
                if format == Format::Text { hits } else { &[] },
                language,
            );
            return Ok(Outcome::Findings);
        }
        (_, Format::Json) => {}
        (Found::Words(hits), Format::Text) if hits.len() > 1 => {
            list(&mut stdout, &lowered, hits, language)
        }
        (Found::Exactly(hits) | Found::Words(hits), Format::Text) => {
            for (index, hit) in hits.iter().enumerate() {
                let separator = if index == 0 { "" } else { "\n" };
                let _ = write!(
                    stdout,
                    "{separator}{}",
                    show::whole(&lowered, hit, language)
                );
            }
        }
    }
    Ok(Outcome::Clean)
}

/// The index of the language that was asked for.
fn language(catalog: &Catalog<'_>, tag: Option<&str>) -> Result<Option<usize>, Failure> {
    let Some(tag) = tag else { return Ok(None) };
    let exact = catalog
        .model
        .tags()
        .position(|known| known.eq_ignore_ascii_case(tag));
    let near = || {
        catalog
            .model
            .tags()
            .position(|known| primary(known).eq_ignore_ascii_case(primary(tag)))
    };
    match exact.or_else(near) {
        Some(language) => Ok(Some(language)),
        None => {
            let tags: Vec<&str> = catalog.model.tags().collect();
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
    out: &mut impl std::io::Write,
    catalog: &Catalog<'_>,
    hits: &[Hit<'_>],
    language: Option<usize>,
) {
    const SHOWN: usize = 50;
    for line in show::lines(catalog, &hits[..hits.len().min(SHOWN)], language) {
        let _ = writeln!(out, "{line}");
    }
    let _ = out.flush();
    let mut stderr = anstream::stderr().lock();
    let _ = match hits.len().checked_sub(SHOWN) {
        Some(more @ 1..) => writeln!(stderr, "and {more} more: add a word to narrow them down"),
        _ => writeln!(
            stderr,
            "{} codes match: name one to see all that is known of it",
            hits.len()
        ),
    };
}

fn not_found(catalog: &Catalog<'_>, query: &str, nearest: &[Hit<'_>], language: Option<usize>) {
    render::error(&format!("nothing matches `{}`", Sanitized(query)));
    if !nearest.is_empty() {
        let mut stderr = anstream::stderr().lock();
        let _ = writeln!(stderr, "did you mean one of these?");
        for line in show::lines(catalog, nearest, language) {
            let _ = writeln!(stderr, "  {line}");
        }
    }
}
