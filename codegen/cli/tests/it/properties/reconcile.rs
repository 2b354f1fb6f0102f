//! `reconcile` finds no differences for a faithful table, nor after `--write`.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;

use crate::properties::document::Format;
use crate::support::{Folder, Run};
use random_catalogs::catalog::{Catalog, Charset, Table};
use random_catalogs::text;
use random_catalogs::{Layout, csv, files};
use random_catalogs::{Size, catalogs};
use test_support::cases;

/// A change in a new edition of a document.
#[derive(Clone, Debug)]
enum Edit {
    /// Changes a text, in the row and the language that the indices choose. It may be empty.
    Reword(Index, Index, String),
    /// Changes the way in which a code is printed.
    Bracket(Index),
    Add(Index, String),
    Remove(Index),
    /// Moves a row to the end.
    Move(Index),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let at = any::<Index>;
    let edit = prop_oneof![
        4 => (at(), at(), text()).prop_map(|(row, language, text)| Edit::Reword(row, language, text)),
        1 => (at(), at()).prop_map(|(row, language)| Edit::Reword(row, language, String::new())),
        1 => at().prop_map(Edit::Bracket),
        3 => (at(), text()).prop_map(|(row, text)| Edit::Add(row, text)),
        1 => at().prop_map(Edit::Remove),
        1 => at().prop_map(Edit::Move),
    ];
    prop::collection::vec(edit, 1..4)
}

fn layouts() -> impl Strategy<Value = Layout> {
    let layout = |(is_of_a_spreadsheet, quotes_all)| Layout {
        is_of_a_spreadsheet,
        quotes_all,
        ..Layout::default()
    };
    (any::<bool>(), any::<bool>()).prop_map(layout)
}

/// Returns a catalog with one table whose columns `printed.*` are complete: each text is unique to its row and language.
fn printed(mut catalog: Catalog) -> Catalog {
    catalog.tables.truncate(1);
    let table = &mut catalog.tables[0];
    table.is_printed = true;
    // Brackets and dashes in codes cannot be distinguished from those that documents add.
    if table.charset == Charset::Ascii {
        table.charset = Charset::Alphanumeric;
        table.width = None;
        for (turn, row) in table.rows.iter_mut().enumerate() {
            row.code.retain(|c| c.is_ascii_alphanumeric());
            row.code.push_str(&format!("E{turn}"));
        }
        table.repeated.clear();
        table.rows.retain(|row| !row.name.is_empty());
    }
    for (turn, row) in table.rows.iter_mut().enumerate() {
        row.retired.clear();
        row.printed = vec![row.code.clone()];
        for (at, tag) in catalog.languages.iter().enumerate() {
            let text = if (turn + at) % 5 == 4 {
                String::new()
            } else {
                format!("{} {tag} {turn}", row.note).trim().to_owned()
            };
            row.printed.push(text);
        }
    }
    catalog
}

/// Returns the rows of the document after the edits, and the changed texts if they are certain.
fn edited(table: &Table, edits: &[Edit]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.printed.clone()).collect();
    for (turn, edit) in edits.iter().enumerate() {
        let count = rows.len();
        match edit {
            Edit::Reword(row, language, text) => {
                let row = &mut rows[row.index(count)];
                let languages = row.len() - 1;
                row[1 + language.index(languages)].clone_from(text);
            }
            Edit::Bracket(row) => {
                let code = &mut rows[row.index(count)][0];
                *code = format!("[{code}]");
            }
            Edit::Add(row, text) => {
                let (number, width) = (7 + turn, table.width.unwrap_or(9));
                let code = match table.charset {
                    Charset::Integer => number.to_string(),
                    Charset::Hex => format!("{number:#0width$x}"),
                    _ => format!("{number:0width$}"),
                };
                let mut new = vec![code];
                new.resize(rows[0].len(), text.clone());
                let key = |code: &str| {
                    let plain = code.trim_matches(['[', ']']);
                    let number = table.charset.number(plain);
                    number.map_or(plain.trim_matches('0').to_owned(), |number| {
                        number.to_string()
                    })
                };
                let is_new = |row: &Vec<String>| key(&row[0]) != key(&new[0]);
                if new[0].len() <= width && rows.iter().all(is_new) {
                    rows.insert(row.index(count + 1), new);
                }
            }
            Edit::Remove(row) => drop(rows.remove(row.index(count))),
            Edit::Move(row) => {
                let row = rows.remove(row.index(count));
                rows.push(row);
            }
        }
    }
    rows
}

fn write(folder: &Folder, catalog: &Catalog, layout: Layout) {
    for (path, text) in files(catalog, "", layout) {
        folder.write(path.to_str().unwrap(), text);
    }
}

fn reconcile(folder: &Folder, catalog: &Catalog, format: Format, options: &[&str]) -> Run {
    let table = catalog.tables[0].name.as_str();
    folder.codegen(&[&["reconcile", table, format.file()], options].concat())
}

/// Returns the document with a neutral header, and the columns by number.
fn document(folder: &Folder, catalog: &Catalog, format: Format, rows: &[Vec<String>]) -> String {
    let header = (0..rows[0].len()).map(|at| format!("Column {at}"));
    let all: Vec<Vec<String>> = std::iter::once(header.collect())
        .chain(rows.to_vec())
        .collect();
    folder.write(format.file(), format.document(&all));
    let languages = catalog.languages.iter().enumerate();
    let languages = languages.map(|(at, tag)| format!(",{tag}={}", at + 2));
    format!("--columns=code=1{}", languages.collect::<String>())
}

#[test]
fn a_faithful_table_has_no_differences() {
    let size = Size {
        tables: 1..=1,
        rows: 4..=12,
    };
    let values = (catalogs(size), layouts(), select(&Format::ALL[..]));
    let regressions = "tests/it/properties/regressions/reconcile.txt";
    crate::properties::check(
        regressions,
        cases(20, 60),
        &values,
        |(catalog, layout, format)| {
            let catalog = printed(catalog);
            let table = &catalog.tables[0];
            let folder = Folder::new();
            write(&folder, &catalog, layout);
            let columns = document(&folder, &catalog, format, &edited(table, &[]));
            // The columns are matched by their texts, or named.
            for options in [&[][..], &[columns.as_str()]] {
                let run = reconcile(&folder, &catalog, format, options);
                let same = format!(
                    "{}: {} unchanged, 0 changed, 0 added",
                    table.name,
                    table.rows.len()
                );
                let is_same = run.status == 0 && run.stdout.starts_with(&same);
                prop_assert!(is_same, "{}\n{}{}", run.status, run.stdout, run.stderr);
            }
            Ok(())
        },
    );
}

#[test]
fn written_changes_are_complete_and_keep_other_cells() {
    let size = Size {
        tables: 1..=1,
        rows: 8..=16,
    };
    let (written, values) = (
        Cell::new(0),
        (catalogs(size), layouts(), select(&Format::ALL[..]), edits()),
    );
    let regressions = "tests/it/properties/regressions/reconcile.txt";
    crate::properties::check(
        regressions,
        cases(40, 120),
        &values,
        |(catalog, layout, format, edits)| {
            let catalog = printed(catalog);
            if catalog.tables[0].rows.len() < 8 {
                return Ok(()); // What remains may be too few to be known again.
            }
            written.set(written.get() + 1);
            let folder = Folder::new();
            write(&folder, &catalog, layout);
            let rows = edited(&catalog.tables[0], &edits);
            let columns = document(&folder, &catalog, format, &rows);
            is_written(&folder, &catalog, layout, format, &columns)
        },
    );
    assert!(written.get() > cases(20, 60), "{written:?}");
}

fn is_written(
    folder: &Folder,
    catalog: &Catalog,
    layout: Layout,
    format: Format,
    columns: &str,
) -> TestCaseResult {
    let file = format!("{}.csv", catalog.tables[0].name);
    let first = reconcile(folder, catalog, format, &[columns]);
    prop_assert_eq!(
        first.status,
        i32::from(
            !first
                .stdout
                .contains("0 changed, 0 added, 0 removed, 0 reordered")
        )
    );
    let writing = reconcile(folder, catalog, format, &[columns, "--write"]);
    prop_assert_eq!(writing.status, 0, "{}", writing.stderr);
    prop_assert_eq!(&writing.stdout, &first.stdout);
    let text = folder.read(&file);
    // `reconcile` does not delete rows.
    let again = reconcile(folder, catalog, format, &[columns]);
    let removed = |run: &Run| -> Vec<String> {
        let lines = run.stdout.lines();
        let lines = lines.filter(|line| line.starts_with("removed "));
        lines.map(str::to_owned).collect()
    };
    let left = removed(&first);
    prop_assert_eq!(
        again.status,
        i32::from(!left.is_empty()),
        "{}{}",
        again.stdout,
        again.stderr
    );
    prop_assert_eq!(
        again.stdout.lines().count(),
        left.len() + 1,
        "{}\n{}",
        first.stdout,
        again.stdout
    );
    prop_assert_eq!(removed(&again), left);
    // Writing again changes nothing.
    reconcile(folder, catalog, format, &[columns, "--write"]).assert(0, &[], &[]);
    prop_assert_eq!(folder.read(&file), text.clone());
    keeps(catalog, layout, &text)
}

/// Checks that all rows are still there, with the same cells except the printed texts and marks.
fn keeps(catalog: &Catalog, layout: Layout, text: &str) -> TestCaseResult {
    let mut plain = catalog.tables[0].clone();
    plain.is_printed = false;
    let layout = Layout {
        is_of_a_spreadsheet: false,
        ..layout
    };
    let mut lines: Vec<&str> = text.lines().collect();
    for row in csv(&plain, catalog, layout).lines() {
        let is_its = |line: &&str| line.trim_start_matches('\u{feff}').starts_with(row);
        let at = lines.iter().position(is_its);
        prop_assert!(at.is_some(), "no {row}\n{text}");
        if let Some(at) = at {
            lines.remove(at);
        }
    }
    Ok(())
}
