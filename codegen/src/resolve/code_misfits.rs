//! Codes that do not fit the `charset` or the `width` of their table.
//!
//! A few misfits are mistakes in their cells, and each is an error. Many misfits are one error, because they have one cause: the
//! key in the table's TOML file, or the program that wrote the CSV file.

use super::code_forms::{self, Mistake};
use crate::model::{Charset, Table};
use crate::report::{FindingBuilder, MAX_SINGLE, Report};
use crate::source::Span;

/// The misfits of a table.
#[derive(Default)]
pub(super) struct Misfits {
    /// Codes that do not have the form of the charset.
    forms: Vec<Misfit>,
    /// Codes with a length other than `width`.
    lengths: Vec<Misfit>,
}

struct Misfit {
    code: String,
    span: Span,
    mistake: Mistake,
}

impl Misfits {
    /// Returns `true` if a code fits; keeps it otherwise, to be reported when all codes are known.
    pub(super) fn fits(&mut self, code: &str, span: Span, table: &Table) -> bool {
        let (charset, code) = (table.charset, code.to_owned());
        if !charset.is_code(&code) {
            let mistake = code_forms::mistake(&code, charset);
            self.forms.push(Misfit {
                code,
                span,
                mistake,
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
        let zeros = "0".repeat(width.saturating_sub(length));
        let help = match (charset, code.strip_prefix("0x")) {
            _ if length > width => None,
            (Charset::Digits, _) => Some(format!(
                "if a spreadsheet dropped leading zeros, write `{zeros}{code}` and format the column as text"
            )),
            (Charset::Hex, Some(digits)) => Some(format!(
                "if leading zeros are missing, write `0x{zeros}{digits}`"
            )),
            _ => None,
        };
        let is = if length < width { "short" } else { "long" };
        let mistake = Mistake {
            message: format!("code `{code}` is too {is}"),
            label,
            help,
        };
        self.lengths.push(Misfit {
            code,
            span,
            mistake,
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
        let key = format!("`charset = \"{name}\"`");
        let mut notes = vec![format!("{key} allows only {}", table.charset.description())];
        let (other, but) = self.other_charset(table);
        notes.extend(but);
        let change = other.map(|other| {
            let key = format!("charset = \"{}\"", other.name());
            format!("if the codes are right, set `{key}` in the table's TOML file")
        });
        // In other charsets, a character that is likely to be a mistake says enough.
        let shows_both = matches!(table.charset, Charset::Integer | Charset::Hex);
        let explain = |mut finding: FindingBuilder<'_>, help: Option<&String>| {
            for note in &notes {
                finding = finding.note(note);
            }
            let change = change.clone().filter(|_| shows_both || help.is_none());
            finding.maybe_help(help.cloned()).maybe_help(change);
        };
        if self.forms.len() > MAX_SINGLE {
            let help = self
                .forms
                .iter()
                .find_map(|misfit| misfit.mistake.help.as_ref());
            explain(many(&self.forms, charset, &key, report), help);
        } else {
            for Misfit { span, mistake, .. } in &self.forms {
                explain(report.error(*span, &mistake.message), mistake.help.as_ref());
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
                .maybe_help(
                    self.lengths
                        .iter()
                        .find_map(|misfit| misfit.mistake.help.clone()),
                )
                .help(varies);
        } else {
            for Misfit { span, mistake, .. } in &self.lengths {
                let finding = report.error(*span, &mistake.message).label(&mistake.label);
                finding.help(mistake.help.as_ref().unwrap_or(&varies));
            }
        }
    }

    /// Returns the first charset that fits all codes of the table, and a note if integers or hexadecimal codes fit only the misfits.
    fn other_charset(&self, table: &Table) -> (Option<Charset>, Option<String>) {
        if self.forms.is_empty() {
            return (None, None);
        }
        let mut note = None;
        let fits = |charset: &Charset| {
            self.forms
                .iter()
                .all(|misfit| charset.is_code(&misfit.code))
        };
        for charset in Charset::ALL.into_iter().filter(fits) {
            let mut codes = table.rows.iter().map(|row| &row.code.first);
            let Some(code) = codes.find(|code| !charset.is_code(code)) else {
                return (Some(charset), note);
            };
            let is_likely = matches!(charset, Charset::Integer | Charset::Hex);
            if is_likely && !matches!(table.charset, Charset::Integer | Charset::Hex) {
                let name = charset.name();
                note = Some(format!(
                    "`charset = \"{name}\"` fits these codes, but not `{code}`"
                ));
            }
        }
        (None, note)
    }
}

/// Reports many misfits at the key that they do not fit.
fn many<'r>(misfits: &[Misfit], at: Span, key: &str, report: &'r mut Report) -> FindingBuilder<'r> {
    let count = misfits.len();
    let mut finding = report.error(at, format!("{key} does not fit {count} codes"));
    for misfit in &misfits[..MAX_SINGLE] {
        finding = finding.related(misfit.span, &misfit.mistake.label);
    }
    finding.note(format!("and {} more", count - MAX_SINGLE))
}
