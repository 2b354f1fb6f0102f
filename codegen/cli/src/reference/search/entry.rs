//! The texts and names of a code that the search compares with the query.

use crate::reference::anchor::anchor;
use crate::reference::labels::Labels;
use crate::reference::table_info;
use codegen::Catalog;
use codegen::catalog::{Code, Row, Table, Value};

use super::MIN_WIDTH;
use super::query::Query;
use super::text::{find, fold, is_letter, name_words, number, plain, tokens, width, words};

pub(super) struct Entry<'a> {
    pub(super) code: Code<'a>,
    /// The code, folded.
    pub(super) folded: String,
    /// The code without punctuation around it; `None` if nothing else is left.
    pub(super) key: Option<String>,
    pub(super) number: Option<String>,
    pub(super) status: String,
    pub(super) link: String,
    /// The paths of the variant and of its aliases.
    pub(super) paths: Vec<String>,
    /// The names of more than one word, without what separates the words. A name of one word may be any word of a text.
    pub(super) names: Vec<String>,
    pub(super) texts: Vec<Text>,
    /// The number of characters of all texts.
    pub(super) length: usize,
    /// Further texts about the code, plain.
    pub(super) labels: Vec<String>,
    /// The words that limit a search to codes like this one, folded: `lianlian:`, `http:409`, `outcome:pending`.
    pub(super) filters: Vec<String>,
    pub(super) is_cautious: bool,
}

impl<'a> Entry<'a> {
    pub(super) fn new(catalog: &Catalog, code: Code<'a>) -> Self {
        let table = code.table();
        let names = || std::iter::once(code.variant()).chain(code.aliases());
        let path = table_info::path(catalog, table);
        let paths: Vec<String> = names()
            .map(|name| fold(&format!("{path}::{name}")))
            .collect();
        let folded = fold(code.code());
        let status = code.http_status().map(|status| status.to_string());
        let status = status.unwrap_or_default();
        let mut labels = labels(catalog, code);
        labels.push(plain(&format!("{folded} http {status}")));
        labels.extend(paths.iter().map(|path| plain(path)));
        let names: Vec<String> = names().map(name_words).collect();
        let messages = code.rows().flat_map(Row::messages);
        let messages = messages.map(|(_, message)| message);
        let printed = code.rows().flat_map(Row::printed_cells);
        let printed = printed.filter(|(column, _)| !["code", "scope", "http"].contains(column));
        let values = catalog
            .attributes()
            .filter_map(|attribute| code.value(attribute.name()));
        let values = values.filter(|value| !matches!(value, Value::Enum(_) | Value::Flag(_)));
        let values: Vec<String> = values.map(|value| value.to_string()).collect();
        let mut texts: Vec<Text> = messages
            .chain(printed.map(|(_, text)| text))
            .chain(values.iter().map(String::as_str))
            .map(|text| Text::new(text, table))
            .collect();
        texts.extend(names.iter().map(|name| Text::name(name)));
        texts.retain(|text| !text.plain.is_empty());
        Entry {
            code,
            key: key(&folded),
            number: number(&folded),
            status,
            link: fold(&anchor(code)),
            paths,
            names: (names.iter().filter(|name| name.contains(' ')))
                .map(|name| name.replace(' ', ""))
                .collect(),
            length: (texts.iter().map(|text| text.plain.chars().count())).sum(),
            texts,
            labels,
            filters: filters(catalog, code),
            is_cautious: is_cautious(catalog, code),
            folded,
        }
    }
}

/// Returns `true` if some attribute of the code has a cautious value: the operation may have been carried out.
pub(crate) fn is_cautious(catalog: &Catalog, code: Code<'_>) -> bool {
    catalog.attributes().any(|attribute| {
        let mut cautious = attribute.cautious();
        matches!(code.value(attribute.name()), Some(Value::Enum(value)) if cautious.any(|other| other.name() == value.name()))
    })
}

/// Returns the names of the code's provider, table and values, in all languages.
fn labels(catalog: &Catalog, code: Code<'_>) -> Vec<String> {
    let table = code.table();
    let mut texts = Vec::new();
    for tag in catalog.languages() {
        let labels = Labels::new(catalog, tag);
        texts.push(labels.module(&table.module()));
        texts.push(labels.table(table));
        for attribute in catalog.attributes() {
            if let Some(value) = code.value(attribute.name()) {
                texts.push(value.to_string());
                texts.push(labels.value(attribute, value));
            }
        }
    }
    texts.iter().map(|text| plain(text)).collect()
}

/// Returns the words that limit a search to codes with the module, the table, the status and the listed values of this one.
fn filters(catalog: &Catalog, code: Code<'_>) -> Vec<String> {
    let table = code.table();
    let tables = [&table.module(), table.name(), &table.path()].map(|name| format!("{name}:"));
    let status = code.http_status().map(|status| format!("http:{status}"));
    let values = catalog.attributes().filter_map(|attribute| {
        let value = code.value(attribute.name())?;
        let is_listed = matches!(value, Value::Enum(_) | Value::Flag(_));
        is_listed.then(|| format!("{}:{value}", attribute.name()))
    });
    let all = tables.into_iter().chain(status).chain(values);
    all.map(|filter| fold(&filter)).collect()
}

/// Returns the part of a folded code from its first letter or digit to its last, with its sign.
fn key(folded: &str) -> Option<String> {
    let (start, _) = tokens(folded).next()?;
    let (last, token) = tokens(folded).last()?;
    let sign = usize::from(
        folded[..start].ends_with('-') && folded[start..].starts_with(|c: char| c.is_ascii_digit()),
    );
    Some(folded[start - sign..last + token.len()].to_owned())
}

/// A text of a code: a message, what the document prints, or the name in words.
pub(super) struct Text {
    pub(super) plain: String,
    pub(super) is_name: bool,
    /// The texts between the placeholders, plain. The first and the last are empty if a placeholder is there.
    pieces: Vec<String>,
    /// The width of all pieces.
    width: u32,
    /// The first word of the pieces.
    first: Option<String>,
}

impl Text {
    fn new(text: &str, table: Table<'_>) -> Self {
        let declared: Vec<&str> = table.printed_placeholders().collect();
        let pieces = pieces(text, &declared).into_iter().map(plain).collect();
        Text::with_pieces(plain(text), false, pieces)
    }

    fn name(words: &str) -> Self {
        Text::with_pieces(words.to_owned(), true, vec![words.to_owned()])
    }

    fn with_pieces(plain: String, is_name: bool, pieces: Vec<String>) -> Self {
        Text {
            width: pieces.iter().map(|piece| width(piece)).sum(),
            first: (pieces.iter().find_map(|piece| words(piece).next())).map(str::to_owned),
            plain,
            is_name,
            pieces,
        }
    }

    /// Returns `true` if the text has a part that starts with a word.
    pub(super) fn has_part(&self, part: &str) -> bool {
        find(&self.plain, part, 0, false).is_some()
    }

    /// Returns `true` if the query is this text with arguments that are not longer than the text itself.
    pub(super) fn is_whole(&self, query: &str) -> bool {
        if query == self.plain {
            return true;
        }
        let [first, middle @ .., last] = self.pieces.as_slice() else {
            return false;
        };
        let Some(inner) = query
            .strip_prefix(first.as_str())
            .and_then(|rest| rest.strip_suffix(last.as_str()))
        else {
            return false;
        };
        self.width > 0 && width(query) <= 2 * self.width && find_all(inner, middle).is_some()
    }

    /// Returns the width of the text if the query contains it, or else 0.
    pub(super) fn width_inside(&self, query: &Query) -> u32 {
        let is_long = (MIN_WIDTH..=query.width).contains(&self.width);
        // Most texts fail here, at the first word.
        let first = self.first.as_ref();
        let is_candidate = is_long && first.is_some_and(|word| query.all_words.contains(word));
        if is_candidate && find_all(&query.plain, &self.pieces).is_some() {
            self.width.min(100)
        } else {
            0
        }
    }
}

/// Finds plain texts one after the other.
fn find_all(text: &str, pieces: &[String]) -> Option<usize> {
    let mut pieces = pieces.iter().filter(|piece| !piece.is_empty());
    pieces.try_fold(0, |at, piece| find(text, piece, at, true))
}

/// Returns the texts between the placeholders: in braces, and those that the table declares for printed texts.
fn pieces<'t>(text: &'t str, declared: &[&str]) -> Vec<&'t str> {
    let mut pieces = vec![text];
    let in_braces = |text: &str| {
        let start = text.find('{')?;
        let end = text[start..].find('}')?;
        Some((start, start + end + 1))
    };
    split_last(&mut pieces, in_braces);
    for name in declared.iter().filter(|name| !name.is_empty()) {
        for piece in std::mem::take(&mut pieces) {
            pieces.push(piece);
            split_last(&mut pieces, |text| {
                let is_alone = |at: &usize| {
                    let joins = |at: usize| {
                        text[..at].ends_with(is_letter) && text[at..].starts_with(is_letter)
                    };
                    !joins(*at) && !joins(at + name.len())
                };
                let start = text.match_indices(name).map(|(at, _)| at).find(is_alone)?;
                Some((start, start + name.len()))
            });
        }
    }
    pieces
}

/// Splits the last piece wherever a placeholder is found in the rest of it.
fn split_last(pieces: &mut Vec<&str>, placeholder: impl Fn(&str) -> Option<(usize, usize)>) {
    while let Some(piece) = pieces.last().copied()
        && let Some((start, end)) = placeholder(piece)
    {
        pieces.pop();
        pieces.push(&piece[..start]);
        pieces.push(&piece[end..]);
    }
}
