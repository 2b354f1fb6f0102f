//! Which codes are meant.
//!
//! The page of the reference searches in the same way, in `html/search.js`.

use crate::reference::anchor::anchor;
use crate::reference::table_info;
use codegen::Catalog;
use codegen::catalog::{Code, Row};

/// What was found.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    /// What was asked for is their code, number, name, link or message.
    Exactly(Vec<Code<'a>>),
    /// They have all its words, the best first.
    Words(Vec<Code<'a>>),
    /// Nothing; these are near.
    Nearest(Vec<Code<'a>>),
}

/// Looks for codes.
pub(crate) fn find<'a>(catalog: &'a Catalog, query: &str) -> Found<'a> {
    let query = query.trim();
    let hits = || {
        let tables = catalog.tables();
        tables.flat_map(|table| table.codes())
    };
    // In tables of other characters, codes may differ by case alone: first as it was typed.
    let with_code: Vec<Code> = hits().filter(|hit| hit.code() == query).collect();
    if !with_code.is_empty() {
        return Found::Exactly(with_code);
    }
    let exact: Vec<Code> = hits()
        .filter(|hit| is_exactly(catalog, *hit, query))
        .collect();
    if !exact.is_empty() {
        return Found::Exactly(exact);
    }
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut ranked: Vec<(u32, Code)> = hits()
        .filter_map(|hit| Some((rank(catalog, hit, &words)?, hit)))
        .collect();
    if !ranked.is_empty() {
        ranked.sort_by_key(|(rank, _)| *rank);
        return Found::Words(ranked.into_iter().map(|(_, hit)| hit).collect());
    }
    Found::Nearest(nearest(hits(), query))
}

/// Whether the whole query is one of the things that a code is known by.
fn is_exactly(catalog: &Catalog, code: Code<'_>, query: &str) -> bool {
    let table = code.table();
    let same = |text: &str| text.to_lowercase() == query.to_lowercase();
    let path = || format!("{}::{}", table_info::path(catalog, table), code.variant());
    let number = table.has_numbers()
        && without_zeros(query).is_some_and(|number| without_zeros(code.code()) == Some(number));
    let texts = |row: Row<'_>| {
        let printed = row.printed_cells().map(|(_, text)| text);
        row.messages().chain(printed).any(same)
    };
    number
        || same(code.code())
        || same(code.variant())
        || path().ends_with(query) && query.contains("::") && query.ends_with(code.variant())
        || anchor(code) == query.trim_start_matches('#')
        || code.rows().any(texts)
}

/// How well a code matches, the smaller the better; `None` where a word is not there at all.
fn rank(catalog: &Catalog, code: Code<'_>, words: &[String]) -> Option<u32> {
    let text = Text::new(catalog, code);
    words.iter().map(|word| text.rank(word)).sum()
}

/// What a code is found by, in lower case.
struct Text {
    code: String,
    variant: String,
    status: String,
    messages: String,
    all: String,
}

impl Text {
    fn new(catalog: &Catalog, code: Code<'_>) -> Self {
        let join = |texts: &mut dyn Iterator<Item = &str>| texts.collect::<Vec<_>>().join("\n");
        let messages = join(&mut code.rows().flat_map(Row::messages));
        let printed = code.rows().flat_map(Row::printed_cells);
        let printed = join(&mut printed.map(|(_, text)| text));
        let name = code.first_row().name().unwrap_or_default();
        let path = format!(
            "{}::{}",
            table_info::path(catalog, code.table()),
            code.variant()
        );
        let status = code.http_status().map(|status| status.to_string());
        let status = status.unwrap_or_default();
        let all = [
            code.code(),
            name,
            &path,
            &messages,
            &printed,
            &format!("http {status}"),
        ]
        .join("\n");
        Text {
            code: code.code().to_lowercase(),
            variant: code.variant().to_lowercase(),
            messages: messages.to_lowercase(),
            all: all.to_lowercase(),
            status,
        }
    }

    fn rank(&self, word: &str) -> Option<u32> {
        // `13` means 1000013 before 1000130: providers pad their numbers.
        let padded = without_zeros(word).map(|number| format!("0{number}"));
        Some(match word {
            _ if self.code == word => 0,
            _ if padded.is_some_and(|end| self.code.ends_with(&end)) => 2,
            _ if self.status == word => 3,
            _ if self.code.starts_with(word) => 4,
            _ if self.code.contains(word) => 5,
            _ if self.variant.starts_with(word) => 6,
            _ if self.messages.contains(word) => 7,
            _ if self.all.contains(word) => 9,
            _ => return None,
        })
    }
}

/// Digits without the zeros before them.
fn without_zeros(text: &str) -> Option<&str> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| match text.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    })
}

/// The codes that are most like the query, where any are.
fn nearest<'a>(hits: impl Iterator<Item = Code<'a>>, query: &str) -> Vec<Code<'a>> {
    const SHOWN: usize = 5;
    const NEAR: f64 = 0.5;
    let query = query.to_lowercase();
    let likeness = |code: &Code<'_>| {
        let names = [code.code(), code.variant()];
        let names =
            names.map(|name| strsim::normalized_damerau_levenshtein(&query, &name.to_lowercase()));
        let messages = code.rows().flat_map(Row::messages);
        let messages = messages.map(|message| shared_pairs(&query, &message.to_lowercase()));
        names.into_iter().chain(messages).fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, Code)> = hits
        .map(|hit| (likeness(&hit), hit))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .collect();
    // Of codes that are equally like it, the nearest number.
    let distance = |code: &Code<'_>| match (query.parse(), code.code().parse::<u64>()) {
        (Ok(query), Ok(code)) => code.abs_diff(query),
        _ => u64::MAX,
    };
    near.sort_by(|(a, first), (b, second)| {
        b.total_cmp(a)
            .then_with(|| distance(first).cmp(&distance(second)))
    });
    near.into_iter().take(SHOWN).map(|(_, hit)| hit).collect()
}

/// Which part of the query's pairs of characters a text has: a query is short, a message is long.
fn shared_pairs(query: &str, text: &str) -> f64 {
    let letters: Vec<char> = query.chars().filter(|c| !c.is_whitespace()).collect();
    let text: String = text.split_whitespace().collect();
    let pairs: Vec<String> = letters
        .windows(2)
        .map(|pair| pair.iter().collect())
        .collect();
    let shared = pairs.iter().filter(|pair| text.contains(*pair)).count();
    shared as f64 / pairs.len().max(1) as f64
}
