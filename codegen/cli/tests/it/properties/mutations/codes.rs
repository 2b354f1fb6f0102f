//! Changes of a code or of a row.

use super::{Change, Mutation, attribute, edit_row, message, place, words};
use proptest::sample::Index;
use random_catalogs::catalog::{Catalog, Charset, Kind, Row, Table};

pub(super) const MUTATIONS: [(&str, Mutation); 21] = [
    ("nothing", |_, _| Some(Vec::new())),
    ("a note is written", |catalog, at| {
        edit_row(catalog, at, |_, row| row.note.push_str(" more"));
        Some(Vec::new())
    }),
    ("a message is reworded", |catalog, at| {
        let language = at.index(catalog.languages.len());
        one(catalog, at, "reworded", |_, row| {
            row.messages[language] = format!("{} again", message(row, language));
        })
    }),
    ("a code is added", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let path = catalog.tables[table].path();
        let row = Row {
            code: fresh(&catalog.tables[table])?,
            name: "brand new".to_owned(),
            renamed: String::new(),
            ..catalog.tables[table].rows[row].clone()
        };
        let change = ("code-added", path, row.code.clone());
        catalog.tables[table].rows.push(row);
        Some(vec![change])
    }),
    ("a code is removed", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let table = &mut catalog.tables[table];
        let change = ("code-removed", table.path(), table.rows[row].code.clone());
        table.rows.remove(row);
        (!table.rows.is_empty()).then(|| vec![change])
    }),
    ("a variant is renamed", |catalog, at| {
        one(catalog, at, "renamed", |_, row| {
            row.name = "another name".to_owned()
        })
    }),
    (
        "a variant is renamed and keeps its old name",
        |catalog, at| {
            one(catalog, at, "renamed-with-alias", |_, row| {
                let names = [&row.name, &row.renamed].map(String::as_str);
                let names = names.into_iter().filter(|name| !name.is_empty());
                row.renamed = names.collect::<Vec<_>>().join("; ");
                row.name = "another name".to_owned();
            })
        },
    ),
    ("an alias is added", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let is_first = catalog.tables[table].rows[row].renamed.is_empty();
        let change = |_: &Catalog, row: &mut Row| row.renamed = "another name".to_owned();
        is_first.then(|| one(catalog, at, "alias-added", change))?
    }),
    ("an alias is removed", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let count = catalog.tables[table].rows[row].renamed.split("; ").count();
        let is_only = count == 1 && !catalog.tables[table].rows[row].renamed.is_empty();
        is_only.then(|| one(catalog, at, "alias-removed", |_, row| row.renamed.clear()))?
    }),
    ("the code of a variant is changed", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let code = fresh(&catalog.tables[table])?;
        catalog.tables[table].rows[row].code.clone_from(&code);
        Some(vec![("recoded", catalog.tables[table].path(), code)])
    }),
    ("a status is changed", |catalog, at| {
        catalog.http.as_ref()?;
        one(catalog, at, "status-changed", |_, row| {
            row.http = if row.http == "503" { "404" } else { "503" }.to_owned();
        })
    }),
    ("a decision is changed", |catalog, at| {
        let index = attribute(catalog, at, |attribute| {
            matches!(attribute.kind, Kind::Words(_))
        })?;
        one(catalog, at, "decision-changed", |catalog, row| {
            let words = words(&catalog.attributes[index]);
            let other = words.iter().find(|word| **word != row.attributes[index]);
            row.attributes[index].clone_from(other.unwrap());
        })
    }),
    ("an attribute of another kind is changed", |catalog, at| {
        let index = attribute(catalog, at, |attribute| {
            !matches!(attribute.kind, Kind::Words(_))
        })?;
        one(catalog, at, "attribute-changed", |catalog, row| {
            let values = match catalog.attributes[index].kind {
                Kind::Flag => ["true", "false"],
                Kind::Url => ["https://example.com/a", "https://example.com/b"],
                _ => ["12", "13"],
            };
            let is_first = row.attributes[index] == values[0];
            row.attributes[index] = values[usize::from(is_first)].to_owned();
        })
    }),
    ("a code is retired", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let is_live = catalog.tables[table].rows[row].retired.is_empty();
        let change = |_: &Catalog, row: &mut Row| row.retired = "since V9: no more".to_owned();
        is_live.then(|| one(catalog, at, "retired", change))?
    }),
    ("a code is no longer retired", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let is_live = catalog.tables[table].rows[row].retired.is_empty();
        (!is_live).then(|| one(catalog, at, "unretired", |_, row| row.retired.clear()))?
    }),
    ("the reason of a retirement is reworded", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let is_live = catalog.tables[table].rows[row].retired.is_empty();
        let change = |_: &Catalog, row: &mut Row| row.retired = "since V9: no more".to_owned();
        (!is_live).then(|| one(catalog, at, "retirement-reworded", change))?
    }),
    ("a printed text is changed", |catalog, at| {
        let (table, _) = place(catalog, at)?;
        let is_printed = catalog.tables[table].is_printed;
        let change = |_: &Catalog, row: &mut Row| row.printed[0].push('*');
        is_printed.then(|| one(catalog, at, "printed-changed", change))?
    }),
    ("a placeholder is added", |catalog, at| {
        let changes = one(catalog, at, "placeholder-added", |catalog, row| {
            for language in 0..catalog.languages.len() {
                row.messages[language] = format!("{} {{brand_new}}", message(row, language));
            }
        });
        with_rewordings(catalog, changes?)
    }),
    ("a placeholder is renamed", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let has = catalog.tables[table].rows[row]
            .messages
            .iter()
            .all(|text| text.contains("{order_no}"));
        let change = |_: &Catalog, row: &mut Row| {
            for message in &mut row.messages {
                *message = message.replace("{order_no}", "{brand_new}");
            }
        };
        let changes = has.then(|| one(catalog, at, "placeholder-renamed", change))?;
        with_rewordings(catalog, changes?)
    }),
    ("a row of the code is added", |catalog, at| {
        let (table, row) = place(catalog, at)?;
        let path = catalog.tables[table].path();
        let again = Row {
            name: String::new(),
            ..catalog.tables[table].rows[row].clone()
        };
        let change = ("row-added", path, again.code.clone());
        catalog.tables[table].repeated.push(again.code.clone());
        catalog.tables[table].rows.push(again);
        Some(vec![change])
    }),
    ("the rows of a code are reordered", |catalog, _| {
        for table in &mut catalog.tables {
            let path = table.path();
            let is_again = |row: &&Row| row.name.is_empty();
            let code = table.rows.iter().find(is_again)?.code.clone();
            let places: Vec<usize> = (0..table.rows.len())
                .filter(|at| table.rows[*at].code == code)
                .collect();
            let [first, second] = places[..] else {
                continue;
            };
            if table.rows[first].scope != table.rows[second].scope {
                let rows = &mut table.rows;
                // The cells that only the first row has stay in the first row.
                let (scope, messages, printed) = (
                    rows[first].scope.clone(),
                    rows[first].messages.clone(),
                    rows[first].printed.clone(),
                );
                rows[first].scope = rows[second].scope.clone();
                rows[first].messages = rows[second].messages.clone();
                rows[first].printed = rows[second].printed.clone();
                (
                    rows[second].scope,
                    rows[second].messages,
                    rows[second].printed,
                ) = (scope, messages, printed);
                return Some(vec![("rows-reordered", path, code)]);
            }
        }
        None
    }),
];

/// Edits one row and returns its change as the only one.
fn one(
    catalog: &mut Catalog,
    at: &Index,
    kind: &'static str,
    change: impl FnOnce(&Catalog, &mut Row),
) -> Option<Vec<Change>> {
    let (path, code) = edit_row(catalog, at, change)?;
    Some(vec![(kind, path, code)])
}

/// Returns the changes followed by a rewording of the message in every language.
fn with_rewordings(catalog: &Catalog, mut changes: Vec<Change>) -> Option<Vec<Change>> {
    let (_, path, code) = changes[0].clone();
    changes.extend(
        catalog
            .languages
            .iter()
            .map(|_| ("reworded", path.clone(), code.clone())),
    );
    Some(changes)
}

/// Returns a code that the table does not have.
fn fresh(table: &Table) -> Option<String> {
    let taken: Vec<String> = table.codes().into_iter().map(|code| code.code).collect();
    let key = |code: &str| match table.charset.number(code) {
        Some(number) => number.to_string(),
        None => code.to_owned(),
    };
    let is_fresh = |code: &String| !taken.iter().any(|other| key(other) == key(code));
    let (prefix, width) = match table.charset {
        Charset::Hex => ("0x", table.width.map_or(3, |width| width - 2)),
        _ => ("", table.width.unwrap_or(3)),
    };
    let characters = table.charset.characters();
    let code = |number: usize| -> String {
        if table.charset == Charset::Integer {
            return format!("-{}", number + 1);
        }
        let digit = |place: usize| match place {
            0..=2 => characters[number / characters.len().pow(place as u32) % characters.len()],
            _ => characters[0],
        };
        let digits = (0..width).rev().map(|place| char::from(digit(place)));
        format!("{prefix}{}", digits.collect::<String>())
    };
    (0..1000).map(code).find(is_fresh)
}
