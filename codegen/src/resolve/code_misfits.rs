//! Codes that do not fit the `charset` or the `width` of their table.
//!
//! A few misfits are mistakes in their cells, and each is an error. Many misfits are one error, because they have one cause: the
//! key in the table's TOML file, or the program that wrote the CSV file.

use crate::model::{Charset, Table};
use crate::report::{FindingBuilder, Report};
use crate::sanitize::quote_char;
use crate::source::Span;
use crate::unicode::is_han;

/// The most misfits that are reported one by one, and the number of places in the error for more of them.
const MAX_SINGLE: usize = 3;

/// The misfits of a table.
#[derive(Default)]
pub(super) struct Misfits {
    /// Codes with a character that is not in the charset.
    characters: Vec<Misfit>,
    /// Codes with a length other than `width`.
    lengths: Vec<Misfit>,
}

struct Misfit {
    code: String,
    span: Span,
    /// The error message, with the code.
    message: String,
    label: String,
    help: Option<String>,
}

impl Misfits {
    /// Returns `true` if a code fits; keeps it otherwise, to be reported when all codes are known.
    pub(super) fn fits(&mut self, code: &str, span: Span, table: &Table) -> bool {
        let (charset, code) = (table.charset, code.to_owned());
        if let Some(c) = code.chars().find(|c| !charset.allows(*c)) {
            let label = format!("invalid character {}", quote_char(c));
            self.characters.push(Misfit {
                message: format!("{label} in code `{code}`"),
                label: label.clone(),
                help: character_help(&code, c, charset),
                code,
                span,
            });
            return false;
        }
        let (Some(width), length) = (table.width, code.len()) else {
            return true;
        };
        if length == width {
            return true;
        }
        let unit = match charset {
            Charset::Digits => "digit",
            _ => "character",
        };
        let plural = if width == 1 { "" } else { "s" };
        let label = format!("expected {width} {unit}{plural}, found {length}");
        let is_cut = charset == Charset::Digits && length < width;
        self.lengths.push(Misfit {
            message: format!("code `{code}` is too {}", if length < width { "short" } else { "long" }),
            label,
            help: is_cut.then(|| {
                format!("if a spreadsheet dropped leading zeros, write `{code:0>width$}` and format the column as text")
            }),
            code,
            span,
        });
        false
    }

    /// Reports the misfits; `charset` and `width` are the places of these keys in the table's TOML file.
    pub(super) fn report(
        self,
        table: &Table,
        charset: Span,
        width: Option<Span>,
        report: &mut Report,
    ) {
        let name = table.charset.name();
        let characters = table.charset.description();
        let allows = format!("`charset = \"{name}\"` allows only {characters}");
        let key = format!("`charset = \"{name}\"`");
        let wider = (Charset::ALL.into_iter()).find(|charset| {
            (self.characters.iter()).all(|misfit| misfit.code.chars().all(|c| charset.allows(c)))
        });
        let change = wider.map(|wider| {
            let key = format!("charset = \"{}\"", wider.name());
            format!("if the codes are right, set `{key}` in the table's TOML file")
        });
        if self.characters.len() > MAX_SINGLE {
            let finding = many(&self.characters, charset, &key, report).note(allows);
            let help = self
                .characters
                .iter()
                .find_map(|misfit| misfit.help.clone());
            finding.maybe_help(help.or(change));
        } else {
            for misfit in &self.characters {
                report
                    .error(misfit.span, &misfit.message)
                    .note(&allows)
                    .maybe_help(misfit.help.clone().or(change.clone()));
            }
        }
        let varies = match self.lengths.as_slice() {
            [first, rest @ ..]
                if table.rows.is_empty()
                    && rest.len() >= MAX_SINGLE
                    && rest
                        .iter()
                        .all(|other| other.code.len() == first.code.len()) =>
            {
                let key = format!("width = {}", first.code.len());
                format!("if the codes are right, set `{key}` in the table's TOML file")
            }
            _ => "if codes differ in length, remove `width` from the table's TOML file".to_owned(),
        };
        if let (Some(width), true) = (width, self.lengths.len() > MAX_SINGLE) {
            let key = format!("`width = {}`", table.width.unwrap_or_default());
            many(&self.lengths, width, &key, report)
                .maybe_help(self.lengths.iter().find_map(|misfit| misfit.help.clone()))
                .help(varies);
        } else {
            for misfit in &self.lengths {
                let finding = report
                    .error(misfit.span, &misfit.message)
                    .label(&misfit.label);
                finding.help(misfit.help.as_ref().unwrap_or(&varies));
            }
        }
    }
}

/// Reports many misfits at the key that they do not fit.
fn many<'r>(misfits: &[Misfit], at: Span, key: &str, report: &'r mut Report) -> FindingBuilder<'r> {
    let count = misfits.len();
    let mut finding = report.error(at, format!("{key} does not fit {count} codes"));
    for misfit in &misfits[..MAX_SINGLE] {
        finding = finding.related(misfit.span, &misfit.label);
    }
    finding.note(format!("and {} more", count - MAX_SINGLE))
}

/// Returns the help for a character that is likely to be a mistake in the code rather than in the charset.
fn character_help(code: &str, c: char, charset: Charset) -> Option<String> {
    let bracketed = code
        .strip_prefix('[')
        .and_then(|code| code.strip_suffix(']'));
    if charset == Charset::Digits && looks_scientific(code) {
        let help =
            "if a spreadsheet changed the code, format the column as text, and write the code out";
        Some(help.to_owned())
    } else if c.is_whitespace() && charset == Charset::Ascii {
        Some(
            "write the code without white space, and put the printed text in `printed.code`"
                .to_owned(),
        )
    } else if ('０'..='９').contains(&c) {
        Some("replace the full-width digits with ASCII digits".to_owned())
    } else if c.is_alphanumeric() && !c.is_ascii() {
        let character = quote_char(c);
        Some(if is_han(c) {
            "write the code in ASCII, and put the printed text in `printed.code`".to_owned()
        } else {
            format!("if {character} looks like an ASCII character, retype it")
        })
    } else {
        bracketed.map(|code| format!("write `{code}`, and put the printed text in `printed.code`"))
    }
}

/// Returns `true` for a number in scientific notation: `1E+06`.
fn looks_scientific(text: &str) -> bool {
    text.contains(['e', 'E']) && text.parse::<f64>().is_ok()
}
