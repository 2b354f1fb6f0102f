//! Several tables of a document as one.

use super::{Columns, Table};

/// Returns the rows of all tables, in columns that are named alike, and these columns; `None` without a table. The title is that
/// of the first table.
pub(crate) fn join(tables: &[(&Table, &Columns)]) -> Option<(Table, Columns)> {
    let (first, first_columns) = tables.first()?;
    let mut names: Vec<&str> = Vec::new();
    let mut header: Vec<String> = Vec::new();
    for (table, columns) in tables {
        for (turn, (name, index)) in columns.named.iter().enumerate() {
            // Several columns of a table may have the code.
            let is_same = |(known, _): &&(String, usize)| known == name;
            let nth = columns.named[..turn].iter().filter(is_same).count();
            if names.iter().filter(|known| *known == name).count() <= nth {
                names.push(name);
                header.push(table.header[*index].clone());
            }
        }
    }
    let rows = tables.iter().flat_map(|(table, columns)| {
        let mut next = columns.named.iter().collect::<Vec<_>>();
        let indices: Vec<Option<usize>> = (names.iter())
            .map(|name| {
                let at = next.iter().position(|(known, _)| known == name)?;
                Some(next.remove(at).1)
            })
            .collect();
        table.rows.iter().map(move |row| {
            let cell =
                |index: &Option<usize>| index.map_or(String::new(), |index| row[index].clone());
            indices.iter().map(cell).collect()
        })
    });
    let warnings: Vec<&str> = (tables.iter())
        .filter_map(|(table, _)| table.warning.as_deref())
        .collect();
    let table = Table {
        title: first.title.clone(),
        place: first.place.clone(),
        header,
        rows: rows.collect(),
        warning: (!warnings.is_empty()).then(|| warnings.join("\n")),
    };
    let columns = Columns {
        named: (names.into_iter().map(str::to_owned)).zip(0..).collect(),
        languages: first_columns.languages.clone(),
    };
    Some((table, columns))
}
