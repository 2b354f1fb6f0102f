//! Names of variants and of their aliases that clash.

use std::collections::{HashMap, HashSet};

use crate::model::Table;
use crate::names;
use crate::report::Report;
use crate::source::Span;

/// A name of a code, and the place where the table gives it.
struct Taken {
    name: String,
    code: String,
    at: Span,
}

pub(super) fn check(table: &Table, report: &mut Report) {
    // By the skeleton of the name.
    let mut taken: HashMap<String, Taken> = HashMap::new();
    for row in &table.rows {
        let at = row.name.span;
        for (offset, code) in row.code.codes() {
            let Some(variant) = row.variant(offset) else {
                break;
            };
            let help = "rename one of them to say how they differ";
            if is_reported(&taken, &variant, &code, at, help, report) {
                break;
            }
            take(&mut taken, variant, code, at);
        }
    }
    if table.rows.iter().any(|row| row.renamed.value.is_some()) {
        check_aliases(table, taken, report);
    }
}

/// Checks the former names of the codes against the names of other codes, present and former.
fn check_aliases(table: &Table, mut taken: HashMap<String, Taken>, report: &mut Report) {
    let mut seen = HashSet::new();
    for row in &table.rows {
        let at = row.renamed.span;
        'codes: for (offset, code) in row.code.codes() {
            if !seen.insert(code.clone()) {
                continue; // Another row of the code, which has the same names.
            }
            let mut own: HashSet<String> = row.variant(offset).into_iter().collect();
            for alias in row.aliases(offset) {
                if !own.insert(alias.clone()) {
                    report
                        .error(at, format!("code `{code}` has the name `{alias}` twice"))
                        .help("`renamed` lists names that the code had before, each once");
                    break 'codes;
                }
                let help = "remove the former name: programs that use it would mean another code";
                if is_reported(&taken, &alias, &code, at, help, report) {
                    break 'codes;
                }
                take(&mut taken, alias, code.clone(), at);
            }
        }
    }
}

/// Reports a name that another code has, or that looks like its name.
fn is_reported(
    taken: &HashMap<String, Taken>,
    name: &str,
    code: &str,
    at: Span,
    help: &str,
    report: &mut Report,
) -> bool {
    let first = taken.get(&names::skeleton(name));
    let Some(first) = first.filter(|first| first.code != code) else {
        return false;
    };
    let message = if first.name == name {
        format!(
            "names of codes `{}` and `{code}` both become `{name}`",
            first.code
        )
    } else {
        format!(
            "names of codes `{}` and `{code}` look alike: `{}`, `{name}`",
            first.code, first.name
        )
    };
    report
        .error(at, message)
        .related(first.at, "first used here")
        .help(help);
    true
}

fn take(taken: &mut HashMap<String, Taken>, name: String, code: String, at: Span) {
    let skeleton = names::skeleton(&name);
    taken.entry(skeleton).or_insert(Taken { name, code, at });
}
