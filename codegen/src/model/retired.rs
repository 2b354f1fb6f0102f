//! Retired codes, which the provider no longer sends.

use crate::source::{Cell, Span};

/// The retirement of a code. Its variant stays, so that programs can still read old replies.
#[derive(Debug)]
pub struct Retired {
    /// The edition, or the date.
    pub since: String,
    pub why: String,
    /// The code of the same table that replaces it.
    pub instead: Option<String>,
    pub span: Span,
}

impl Retired {
    /// Parses `since EDITION: REASON`, optionally with `; use CODE` at the end.
    pub fn parse(cell: &Cell) -> Option<Self> {
        let (since, rest) = cell.text.strip_prefix("since ")?.split_once([':', '：'])?;
        let (why, instead) = match rest.rsplit_once("; use ") {
            Some((why, code)) => (why, Some(code.trim())),
            None => (rest, None),
        };
        let (since, why) = (since.trim(), why.trim());
        let names_none = instead == Some("") || why.ends_with("; use");
        let is_whole = !since.is_empty() && !why.is_empty() && !names_none;
        is_whole.then(|| Retired {
            since: since.to_owned(),
            why: why.to_owned(),
            instead: instead.map(str::to_owned),
            span: cell.span,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::source::{FileSource, Sources};

    fn cell(text: &str) -> Cell {
        let files = FileSource::Memory([("t.csv".into(), text.into())].into());
        let source = Sources::default()
            .read(&files, "t.csv".as_ref(), &Limits::default().file_size)
            .unwrap();
        Cell {
            text: text.to_owned(),
            span: Span::new(source, 0..text.len()),
        }
    }

    #[test]
    fn retired_cells_have_an_edition_a_reason_and_optionally_a_replacement() {
        let of = |text| {
            let retired = Retired::parse(&cell(text))?;
            Some((retired.since, retired.why, retired.instead))
        };
        let said = |since: &str, why: &str, instead: Option<&str>| {
            Some((since.into(), why.into(), instead.map(str::to_owned)))
        };
        assert_eq!(
            of("since V4.3: split in two; use 1000013"),
            said("V4.3", "split in two", Some("1000013"))
        );
        assert_eq!(
            of("since 2024-05：no longer sent"),
            said("2024-05", "no longer sent", None)
        );
        for text in [
            "V4.3",
            "since V4.3",
            "since V4.3:",
            "since : why",
            "since V4.3: a; use ",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
