//! Names of variants and of their aliases that clash.

use std::collections::{HashMap, HashSet};

use crate::model::{Row, Table};
use crate::names;
use crate::report::Report;
use crate::source::Span;

/// A name of a code, and the row that gives it.
struct Named<'a> {
    name: String,
    code: String,
    row: &'a Row,
    /// The former name in plain words; `None` for the current name.
    former: Option<&'a str>,
}

/// By the skeleton of the name.
type Taken<'a> = HashMap<String, Named<'a>>;

pub(super) fn check(table: &Table, report: &mut Report) {
    let mut taken = Taken::new();
    for row in &table.rows {
        for (offset, code) in row.code.codes() {
            let Some(name) = row.variant(offset) else {
                break;
            };
            let named = Named {
                name,
                code,
                row,
                former: None,
            };
            if !take(&mut taken, named, report) {
                break;
            }
        }
    }
    if table.rows.iter().any(|row| row.renamed.value.is_some()) {
        check_aliases(table, taken, report);
    }
}

/// Checks the former names of the codes against the names of other codes, current and former.
fn check_aliases<'a>(table: &'a Table, mut taken: Taken<'a>, report: &mut Report) {
    let mut seen = HashSet::new();
    for row in &table.rows {
        'codes: for (offset, code) in row.code.codes() {
            if !seen.insert(code.clone()) {
                continue; // Another row of the code, which has the same names.
            }
            let current = row.variant(offset);
            let mut own = HashSet::new();
            let formers = row.renamed.value.iter().flatten();
            for (name, former) in row.aliases(offset).into_iter().zip(formers) {
                let is_current = current.as_ref() == Some(&name);
                if is_current || !own.insert(name.clone()) {
                    let message = if is_current {
                        format!("former name `{name}` of code `{code}` is its current name")
                    } else {
                        format!("duplicate former name `{name}` of code `{code}`")
                    };
                    report
                        .error(row.renamed.span, message)
                        .help(format!("remove `{former}` from the cell"));
                    break 'codes;
                }
                let named = Named {
                    name,
                    code: code.clone(),
                    row,
                    former: Some(former),
                };
                if !take(&mut taken, named, report) {
                    break 'codes;
                }
            }
        }
    }
}

/// Keeps a name; returns `false` if another code has it, or one that looks alike, which is reported.
fn take<'a>(taken: &mut Taken<'a>, named: Named<'a>, report: &mut Report) -> bool {
    let skeleton = names::skeleton(&named.name);
    match taken.get(&skeleton) {
        Some(first) if first.code != named.code => {
            report_clash(first, &named, report);
            return false;
        }
        Some(_) => {}
        None => {
            taken.insert(skeleton, named);
        }
    }
    true
}

fn report_clash(first: &Named, second: &Named, report: &mut Report) {
    let (codes, names) = ([&first.code, &second.code], [&first.name, &second.name]);
    let is_same = first.name == second.name;
    let message = match (second.former, is_same) {
        (None, true) => format!(
            "names of codes `{}` and `{}` both become `{}`",
            codes[0], codes[1], names[0]
        ),
        (None, false) => format!(
            "names of codes `{}` and `{}` look alike: `{}`, `{}`",
            codes[0], codes[1], names[0], names[1]
        ),
        (Some(_), _) => {
            let kind = match first.former {
                Some(_) => "former name",
                None => "name",
            };
            let other = if is_same {
                format!("is also a {kind} of code `{}`", codes[0])
            } else {
                format!(
                    "looks like the {kind} `{}` of code `{}`",
                    names[0], codes[0]
                )
            };
            format!("former name `{}` of code `{}` {other}", names[1], codes[1])
        }
    };
    let mut finding = report
        .error(second.span(), message)
        .related(first.span(), "first used here");
    for note in [first, second].into_iter().filter_map(Named::note) {
        finding = finding.note(note);
    }
    match second.former {
        None => finding.help("rename one of them to say how they differ"),
        Some(former) => finding
            .note("a program that uses the former name would get the other code")
            .help(format!("remove `{former}` from the cell")),
    };
}

impl Named<'_> {
    fn span(&self) -> Span {
        match self.former {
            Some(_) => self.row.renamed.span,
            None => self.row.name.span,
        }
    }

    /// Returns a note about the variants of a range, which have a number that no cell has.
    fn note(&self) -> Option<String> {
        let (code, name) = (
            &self.row.code,
            self.former.or(self.row.name.value.as_deref())?,
        );
        let [first, last] = [0, code.count - 1].map(|offset| {
            let variant = names::upper_camel(name);
            format!("{variant}{offset}")
        });
        let had = match self.former {
            Some(_) => "had",
            None => "has",
        };
        code.is_range.then(|| {
            let range = code.text();
            format!("the range `{range}` {had} the variants `{first}` to `{last}`")
        })
    }
}
