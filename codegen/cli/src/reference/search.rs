//! The search for codes.
//!
//! `html/search.js` implements the same search for the page.

use crate::reference::anchor::anchor;
use crate::reference::table_info;
use codegen::catalog::{Code, Row};
use codegen::{Catalog, Charset};

/// The result of a search.
#[derive(Debug)]
pub(crate) enum Found<'a> {
    /// The query is the code, number, name, link or message of these codes.
    Exact(Vec<Code<'a>>),
    /// These codes have all words of the query, the best match first.
    Words(Vec<Code<'a>>),
    /// No code matches; these are similar.
    Similar(Vec<Code<'a>>),
}

/// Searches all codes.
pub(crate) fn find<'a>(catalog: &'a Catalog, query: &str) -> Found<'a> {
    let query = query.trim();
    let hits = || {
        let tables = catalog.tables();
        tables.flat_map(|table| table.codes())
    };
    // Codes may differ only by case: try the query as it was typed first.
    let with_code: Vec<Code> = hits().filter(|hit| hit.code() == query).collect();
    if !with_code.is_empty() {
        return Found::Exact(with_code);
    }
    let exact: Vec<Code> = hits()
        .filter(|hit| is_exact(catalog, *hit, query))
        .collect();
    if !exact.is_empty() {
        return Found::Exact(exact);
    }
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut ranked: Vec<(u32, Code)> = hits()
        .filter_map(|hit| Some((rank(catalog, hit, &words)?, hit)))
        .collect();
    if !ranked.is_empty() {
        ranked.sort_by_key(|(rank, _)| *rank);
        return Found::Words(ranked.into_iter().map(|(_, hit)| hit).collect());
    }
    Found::Similar(similar(hits(), query))
}

/// Returns `true` if the whole query is the code, number, name, link or message of a code.
fn is_exact(catalog: &Catalog, code: Code<'_>, query: &str) -> bool {
    let table = code.table();
    let same = |text: &str| text.to_lowercase() == query.to_lowercase();
    let is_name = |name: &str| {
        let path = || format!("{}::{name}", table_info::path(catalog, table));
        same(name) || query.contains("::") && query.ends_with(name) && path().ends_with(query)
    };
    let number =
        number(query).is_some_and(|number| table.charset().number(code.code()) == Some(number));
    let texts = |row: Row<'_>| {
        let printed = row.printed_cells().map(|(_, text)| text);
        let messages = row.messages().map(|(_, message)| message);
        messages.chain(printed).any(same)
    };
    number
        || same(code.code())
        || is_name(code.variant())
        || code.aliases().any(is_name)
        || anchor(code) == query.trim_start_matches('#')
        || code.rows().any(texts)
}

/// Returns the rank of a code, the smaller the better, or `None` if it lacks one of the words.
fn rank(catalog: &Catalog, code: Code<'_>, words: &[String]) -> Option<u32> {
    let text = Text::new(catalog, code);
    words.iter().map(|word| text.rank(word)).sum()
}

/// The searchable texts of a code, in lower case.
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
        let messages = code.rows().flat_map(Row::messages);
        let messages = join(&mut messages.map(|(_, message)| message));
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
        let aliases = join(&mut code.aliases());
        let all = [
            code.code(),
            name,
            &path,
            &aliases,
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
        // `13` ranks 1000013 before 1000130: providers pad their numbers.
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

/// Returns the number that a query writes, in decimal or after `0x` in hexadecimal digits; `None` for other text.
fn number(query: &str) -> Option<i128> {
    let (sign, digits) = match query.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, query),
    };
    let decimal = || without_zeros(digits)?.parse::<i128>().ok();
    let hex = || Charset::Hex.number(&digits.to_lowercase());
    Some(sign * decimal().or_else(hex)?)
}

/// Returns digits without leading zeros, or `None` for other text.
fn without_zeros(text: &str) -> Option<&str> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| match text.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    })
}

/// Returns the codes that are most similar to the query.
fn similar<'a>(hits: impl Iterator<Item = Code<'a>>, query: &str) -> Vec<Code<'a>> {
    const MAX_RESULTS: usize = 5;
    const MIN_SIMILARITY: f64 = 0.5;
    /// A longer text is not a misspelt code or message, and comparing it takes long.
    const MAX_BYTES: usize = 1000;
    if query.len() > MAX_BYTES {
        return Vec::new();
    }
    let query = query.to_lowercase();
    let similarity = |code: &Code<'_>| {
        let names = [code.code(), code.variant()];
        let names =
            names.map(|name| strsim::normalized_damerau_levenshtein(&query, &name.to_lowercase()));
        let messages = code.rows().flat_map(Row::messages);
        let messages = messages.map(|(_, message)| shared_pairs(&query, &message.to_lowercase()));
        names.into_iter().chain(messages).fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, Code)> = hits
        .map(|hit| (similarity(&hit), hit))
        .filter(|(similarity, _)| *similarity >= MIN_SIMILARITY)
        .collect();
    // Of equally similar codes, the closest number comes first.
    let queried = number(&query);
    let distance = |code: &Code<'_>| match (queried, number(code.code())) {
        (Some(queried), Some(code)) => code.abs_diff(queried),
        _ => u128::MAX,
    };
    near.sort_by(|(a, first), (b, second)| {
        b.total_cmp(a)
            .then_with(|| distance(first).cmp(&distance(second)))
    });
    near.into_iter()
        .take(MAX_RESULTS)
        .map(|(_, hit)| hit)
        .collect()
}

/// Returns the share of the query's character pairs that a text has. This suits short queries and long messages.
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
