//! The headings of a text, as titles of the tables below them.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html_text;
use super::text::{line_starts, normalize_whitespace};

/// The longest line of text that is a title, in characters.
const MAX_LINE: usize = 80;

/// The longest heading, in characters.
const MAX_HEADING: usize = 1000;

/// The headings of a text, and its title if front matter has one.
pub(crate) struct Titles {
    /// Each with the byte at which it begins, in order.
    headings: Vec<(usize, String)>,
}

impl Titles {
    pub(crate) fn of(text: &str) -> Self {
        let mut headings = markdown_headings(text);
        headings.extend(html_headings(text));
        headings.sort_by_key(|(at, _)| *at);
        Titles { headings }
    }

    /// Returns the headings of a document in reStructuredText: lines above a line of punctuation.
    pub(crate) fn of_rst(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let starts = line_starts(text);
        let is_line = |line: &str| {
            let first = line.chars().next().filter(char::is_ascii_punctuation);
            line.len() > 2 && first.is_some_and(|first| line.chars().all(|c| c == first))
        };
        let headings = lines.windows(2).zip(starts).filter(|(pair, _)| {
            let is_text = pair[0].contains(char::is_alphanumeric);
            is_text && is_line(pair[1]) && pair[0].chars().count() <= pair[1].len()
        });
        let heading = |(pair, at): (&[&str], usize)| (at, normalize_whitespace(pair[0]));
        Titles {
            headings: headings.map(heading).collect(),
        }
    }

    /// Returns the title of a table that begins at a byte: the last heading above it. The last line of text above it is better if it
    /// is a caption, and is the title if the text has no heading.
    pub(crate) fn above(&self, at: usize, line: &str) -> String {
        let count = self.headings.partition_point(|(place, _)| *place < at);
        match self.headings[..count].last() {
            Some((_, heading)) if !is_caption(line) => heading.clone(),
            _ if line.chars().count() <= MAX_LINE => line.trim_end_matches([':', '：']).to_owned(),
            _ => String::new(),
        }
    }
}

/// Returns `true` for the caption of a numbered table: `Table 3. Codes`, `表4-1 返回码`.
fn is_caption(line: &str) -> bool {
    let rest = line.strip_prefix("Table").or(line.strip_prefix('表'));
    let rest = rest.map(str::trim_start).unwrap_or_default();
    let number = rest.split([' ', '　']).next().unwrap_or_default();
    number.contains(|c: char| c.is_ascii_digit())
}

/// Returns `true` for a line that is part of a quote or a list, or a rule.
pub(crate) fn is_no_title(line: &str) -> bool {
    let is_rule = line
        .chars()
        .all(|c| matches!(c, '-' | '=' | '*' | '_' | '~' | ' '));
    is_rule || line.starts_with(['>', '|']) || line.starts_with("- ") || line.starts_with("* ")
}

fn markdown_headings(text: &str) -> Vec<(usize, String)> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TABLES;
    let (mut headings, mut quotes) = (Vec::new(), 0_usize);
    let mut open: Option<(usize, String)> = None;
    for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => quotes += 1,
            Event::End(TagEnd::BlockQuote(_)) => quotes = quotes.saturating_sub(1),
            Event::Start(Tag::Heading { .. } | Tag::MetadataBlock(_)) if quotes == 0 => {
                open = Some((place.start, String::new()));
            }
            Event::Text(part) | Event::Code(part) => {
                if let Some((_, heading)) = &mut open {
                    heading.push_str(&part);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((_, heading)) = &mut open {
                    heading.push('\n');
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                // Front matter whose first line is missing looks like a heading.
                headings.extend(open.take().map(|(at, heading)| {
                    let title = title_of_front_matter(&heading).filter(|_| at == 0);
                    (at, title.unwrap_or(normalize_whitespace(&heading)))
                }));
                headings.pop_if(|(_, heading): &mut (usize, String)| heading.is_empty());
            }
            Event::End(TagEnd::MetadataBlock(_)) => {
                headings.extend(
                    open.take()
                        .and_then(|(at, matter)| Some((at, title_of_front_matter(&matter)?))),
                );
            }
            _ => {}
        }
    }
    headings
}

/// Returns the value of the key `title`.
fn title_of_front_matter(matter: &str) -> Option<String> {
    let title = matter
        .lines()
        .find_map(|line| line.strip_prefix("title:"))?;
    Some(normalize_whitespace(title.trim().trim_matches(['"', '\''])))
}

fn html_headings(text: &str) -> Vec<(usize, String)> {
    let lower = text.to_ascii_lowercase();
    let is_tag = |at: &usize| {
        let next = lower.as_bytes()[at + 2..].first_chunk();
        matches!(
            next,
            Some([b'1'..=b'6', b'>' | b' ' | b'\n' | b'\r' | b'\t'])
        )
    };
    let starts = lower.match_indices("<h").map(|(at, _)| at);
    let starts: Vec<usize> = starts.filter(is_tag).collect();
    let heading = |(index, at): (usize, &usize)| {
        // A heading that is not closed ends where the next one begins.
        let next = starts.get(index + 1).copied().unwrap_or(text.len());
        let near = text[*at..next].char_indices().nth(MAX_HEADING);
        let end = near.map_or(next, |(length, _)| at + length);
        let end = lower[*at..end]
            .find("</h")
            .map_or(end, |length| at + length);
        (*at, html_text::text_of(&text[*at..end]))
    };
    let headings = starts.iter().enumerate().map(heading);
    headings
        .filter(|(_, heading)| !heading.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_heading_above_a_table_is_its_title() {
        for (text, title) in [
            ("# Codes\n\nThese are all codes:\n\n", "Codes"),
            (
                "# Interface\n\n## `Return` [codes](x) ##\n\n> A quote\n\n",
                "Return codes",
            ),
            ("Parcel codes\n===\n\n---\n\n", "Parcel codes"),
            ("Parcel codes\n---\n\n", "Parcel codes"),
            (
                "---\ntitle: \"Parcel codes\"\ndate: 1\n---\n\n",
                "Parcel codes",
            ),
            ("title: Parcel codes\n---\n\n", "Parcel codes"),
            (
                "<html><body><h2 id=a>Parcel <b>codes</b> &amp; more</h2><p>Some text.</p>",
                "Parcel codes & more",
            ),
            ("> # Quoted\n\n", "the line"),
            ("", "the line"),
        ] {
            assert_eq!(
                Titles::of(text).above(text.len(), "the line:"),
                title,
                "{text}"
            );
        }
    }

    #[test]
    fn a_caption_is_better_than_a_heading() {
        let titles = Titles::of("# Interface\n\n");
        for (line, title) in [
            ("表4-1 返回码", "表4-1 返回码"),
            ("Table A.1. Codes", "Table A.1. Codes"),
            ("Tables of codes", "Interface"),
            ("All codes:", "Interface"),
        ] {
            assert_eq!(titles.above(20, line), title);
        }
    }
}
