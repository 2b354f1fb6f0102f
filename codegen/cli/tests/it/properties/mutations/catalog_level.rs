//! Changes of a whole table, and of the options that all tables share.

use super::{Change, Mutation, attribute, message, words};
use proptest::sample::Index;
use random_catalogs::catalog::{Attribute, Catalog, Charset, Http, Kind, Table};

pub(super) const MUTATIONS: [(&str, Mutation); 23] = [
    ("a table is added", |catalog, at| {
        let mut table = catalog.tables[at.index(catalog.tables.len())].clone();
        table.name = "brand-new".to_owned();
        table.type_name = "BrandNew".to_owned();
        let change = ("table-added", table.path(), String::new());
        catalog.tables.push(table);
        Some(vec![change])
    }),
    ("a table is removed", |catalog, at| {
        let table = catalog.tables.remove(at.index(catalog.tables.len()));
        let change = ("table-removed", table.path(), String::new());
        (!catalog.tables.is_empty()).then(|| vec![change])
    }),
    ("an enum is renamed", |catalog, at| {
        let table = edit_table(catalog, at, |table| table.type_name = "BrandNew".to_owned());
        Some(vec![("table-renamed", table, String::new())])
    }),
    ("the codes are no longer numeric", |catalog, at| {
        let index = at.index(catalog.tables.len());
        let table = &mut catalog.tables[index];
        let is_possible = table.charset == Charset::Digits
            && table.rows.iter().all(|row| !row.code.contains('-'));
        table.charset = Charset::Alphanumeric;
        is_possible.then(|| vec![("numbers-removed", table.path(), String::new())])
    }),
    ("a title is changed", |catalog, at| {
        let table = edit_table(catalog, at, |table| {
            table.title = Some("Another title".to_owned())
        });
        Some(vec![("doc-changed", table, String::new())])
    }),
    ("the printed placeholders are changed", |catalog, at| {
        let table = edit_table(catalog, at, |table| table.marks = vec!["%%".to_owned()]);
        Some(vec![("printed-placeholders-changed", table, String::new())])
    }),
    ("a language is added", |catalog, _| {
        catalog.languages.push("tlh".to_owned());
        for row in catalog.tables.iter_mut().flat_map(|table| &mut table.rows) {
            row.messages.push(format!("{} Qapla'", message(row, 0)));
            if !row.printed.is_empty() {
                row.printed.push("Qapla'".to_owned());
            }
        }
        of_catalog("language-added")
    }),
    ("a language is removed", |catalog, at| {
        let language = at.index(catalog.languages.len());
        if language == catalog.display {
            return None;
        }
        catalog.languages.remove(language);
        catalog.display -= usize::from(catalog.display > language);
        for row in catalog.tables.iter_mut().flat_map(|table| &mut table.rows) {
            row.messages.remove(language);
            if !row.printed.is_empty() {
                row.printed.remove(language + 1);
            }
        }
        of_catalog("language-removed")
    }),
    ("the language of Display is changed", |catalog, _| {
        catalog.display = (catalog.display + 1) % catalog.languages.len();
        // Titles are in the language of `Display`.
        let has_title = catalog.tables.iter().any(|table| table.title.is_some());
        (catalog.languages.len() > 1 && !has_title).then(|| of_catalog("display-changed"))?
    }),
    ("an HTTP status is added", |catalog, _| {
        if catalog.http.is_some() {
            return None;
        }
        catalog.http = Some(Http {
            doc: "A status.".to_owned(),
            optional: true,
            undocumented: None,
        });
        of_catalog("attribute-added")
    }),
    ("the description of the status is reworded", |catalog, _| {
        catalog.http.as_mut()?.doc.push_str(" more");
        of_catalog("doc-changed")
    }),
    ("the status of unknown codes is changed", |catalog, _| {
        let status = catalog.http.as_mut()?.undocumented.as_mut()?;
        *status = if *status == 500 { 502 } else { 500 };
        of_catalog("decision-changed")
    }),
    ("a status of unknown codes is added", |catalog, _| {
        let http = catalog.http.as_mut()?;
        let had_none = http.undocumented.is_none();
        http.undocumented = Some(500);
        had_none.then(|| of_catalog("attribute-retyped"))?
    }),
    ("an attribute is added", |catalog, _| {
        catalog.attributes.push(Attribute {
            name: "brand_new".to_owned(),
            doc: "New.".to_owned(),
            kind: Kind::Flag,
            optional: false,
            undocumented: None,
            decides: false,
            predicate: None,
        });
        for row in catalog.tables.iter_mut().flat_map(|table| &mut table.rows) {
            let is_first = !row.name.is_empty();
            row.attributes
                .push(if is_first { "true" } else { "" }.to_owned());
        }
        of_catalog("attribute-added")
    }),
    ("an attribute is removed", |catalog, at| {
        let index = attribute(catalog, at, |_| true)?;
        catalog.attributes.remove(index);
        for row in catalog.tables.iter_mut().flat_map(|table| &mut table.rows) {
            row.attributes.remove(index);
        }
        of_catalog("attribute-removed")
    }),
    ("an attribute becomes optional", |catalog, at| {
        let index = attribute(catalog, at, |attribute| {
            !attribute.optional && !attribute.decides
        })?;
        catalog.attributes[index].optional = true;
        of_catalog("attribute-retyped")
    }),
    (
        "the description of an attribute is reworded",
        |catalog, at| {
            let index = attribute(catalog, at, |attribute| attribute.predicate.is_none())?;
            catalog.attributes[index].doc.push_str(" more");
            of_catalog("doc-changed")
        },
    ),
    ("a value is added", |catalog, at| {
        let index = attribute(catalog, at, |attribute| {
            matches!(attribute.kind, Kind::Words(_))
        })?;
        let Kind::Words(words) = &mut catalog.attributes[index].kind else {
            return None;
        };
        words.push(("brand-new".to_owned(), "New.".to_owned()));
        of_catalog("value-added")
    }),
    ("the description of a value is reworded", |catalog, at| {
        let index = attribute(catalog, at, |attribute| {
            matches!(attribute.kind, Kind::Words(_))
        })?;
        let Kind::Words(words) = &mut catalog.attributes[index].kind else {
            return None;
        };
        words[1].1.push_str(" more");
        of_catalog("doc-changed")
    }),
    ("the order of values is changed", |catalog, at| {
        let index = attribute(catalog, at, |attribute| words(attribute).len() > 2)?;
        let Kind::Words(words) = &mut catalog.attributes[index].kind else {
            return None;
        };
        // The first value is the success.
        words[1..].reverse();
        of_catalog("order-changed")
    }),
    ("the value of unknown codes is changed", |catalog, at| {
        let has_other =
            |attribute: &Attribute| attribute.undocumented.is_some() && words(attribute).len() > 2;
        let index = attribute(catalog, at, has_other)?;
        let attribute = &mut catalog.attributes[index];
        let words = words(attribute);
        let other = words[1..]
            .iter()
            .find(|word| Some(*word) != attribute.undocumented.as_ref());
        attribute.undocumented = other.cloned();
        of_catalog("decision-changed")
    }),
    ("a predicate is removed", |catalog, at| {
        let index = attribute(catalog, at, |attribute| attribute.predicate.is_some())?;
        catalog.attributes[index].predicate = None;
        of_catalog("attribute-removed")
    }),
    ("a scope is added", |catalog, _| {
        let mut changes = Vec::new();
        for table in catalog
            .tables
            .iter_mut()
            .filter(|table| !table.scopes.is_empty())
        {
            table
                .scopes
                .push(("brand-new".to_owned(), "New.".to_owned()));
            changes.push(("scope-added", table.path(), String::new()));
        }
        (!changes.is_empty()).then_some(changes)
    }),
];

fn of_catalog(kind: &'static str) -> Option<Vec<Change>> {
    Some(vec![(kind, String::new(), String::new())])
}

fn edit_table(catalog: &mut Catalog, at: &Index, change: impl FnOnce(&mut Table)) -> String {
    let table = at.index(catalog.tables.len());
    change(&mut catalog.tables[table]);
    catalog.tables[table].path()
}
