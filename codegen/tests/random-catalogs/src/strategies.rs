//! Random catalogs, nearly all of them valid by construction.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use crate::catalog::{Attribute, Catalog, Charset, Http, Kind, Table};
use crate::names;
use crate::rows::{Seed, again, code, print, row, value};
use crate::texts::text;

/// The size of catalogs.
#[derive(Clone, Debug)]
pub struct Size {
    /// The number of tables.
    pub tables: RangeInclusive<usize>,
    /// The number of rows in each table.
    pub rows: RangeInclusive<usize>,
}

/// The random parts of a table.
#[derive(Clone, Debug)]
struct TableSeed {
    module: &'static str,
    type_name: &'static str,
    title: Option<String>,
    document: Option<String>,
    charset: Charset,
    width: usize,
    /// `true` if all codes have this width, `false` if it is the maximum.
    is_fixed: bool,
    /// `true` if the codes are close to each other, as those of most providers are.
    is_dense: bool,
    has_scopes: bool,
    is_printed: bool,
    marks: Vec<String>,
    rows: Vec<Seed>,
}

/// Catalogs of some size.
pub fn catalogs(size: Size) -> impl Strategy<Value = Catalog> {
    let languages = subsequence(&names::LANGUAGES[..], 1..=4).prop_shuffle();
    let scopes = subsequence(&names::WORDS[..], 1..=4);
    let tables = prop::collection::vec(tables(size.rows), size.tables);
    let shared = (languages, any::<Index>(), any::<bool>(), scopes, text());
    (shared, prop::option::of(http()), attributes(), tables).prop_map(
        |((languages, display, features, scopes, scope_doc), http, attributes, tables)| {
            let display = display.index(languages.len());
            let mut catalog = Catalog {
                languages: languages.into_iter().map(str::to_owned).collect(),
                display,
                features: features && http.is_some(),
                http,
                attributes,
                tables: Vec::new(),
            };
            let scope = |word: &&str| ((*word).to_owned(), scope_doc.clone());
            let scopes: Vec<(String, String)> = scopes.iter().map(scope).collect();
            let mut paths = BTreeSet::new();
            for seed in tables {
                if paths.insert((seed.module, seed.type_name)) {
                    let table = table(catalog.tables.len(), seed, &scopes, &catalog);
                    catalog.tables.push(table);
                }
            }
            catalog
        },
    )
}

fn http() -> impl Strategy<Value = Http> {
    (text(), any::<bool>(), prop::option::of(100_u16..600)).prop_map(
        |(doc, optional, undocumented)| Http {
            doc,
            optional,
            undocumented,
        },
    )
}

fn attributes() -> impl Strategy<Value = Vec<Attribute>> {
    let names = subsequence(&names::ATTRIBUTES[..], 0..=4);
    let each = prop::collection::vec(attribute(), 4);
    (names, each).prop_map(|(names, each)| {
        let mut attributes: Vec<Attribute> = Vec::new();
        for (name, attribute) in names.into_iter().zip(each) {
            // At most one attribute decides about success.
            let decides =
                attribute.decides && attributes.iter().all(|attribute| !attribute.decides);
            attributes.push(Attribute {
                name: name.to_owned(),
                decides,
                ..attribute
            });
        }
        attributes
    })
}

fn attribute() -> impl Strategy<Value = Attribute> {
    let words = subsequence(&names::WORDS[..], 2..=5).prop_shuffle();
    let words = (words, text()).prop_map(|(words, doc)| {
        let word = |word: &str| (word.to_owned(), doc.clone());
        Kind::Words(words.into_iter().map(word).collect())
    });
    let kind = prop_oneof![
        3 => words,
        1 => Just(Kind::Text),
        1 => Just(Kind::Url),
        1 => select(&["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"][..]).prop_map(Kind::Integer),
        1 => Just(Kind::Flag),
    ];
    let choices = (any::<bool>(), any::<bool>(), prop::option::of(any::<u64>()));
    let predicate = prop::option::of(select(&names::PREDICATES[..]));
    (kind, choices, text(), predicate).prop_map(
        |(kind, (optional, decides, undocumented), doc, predicate)| {
            let is_closed = matches!(kind, Kind::Words(_));
            let decides = decides && is_closed && !optional;
            // The value of an undocumented code is not a success, so it is never the first value.
            let undocumented = undocumented.map(|seed| match &kind {
                Kind::Words(words) => words[1 + seed as usize % (words.len() - 1)].0.clone(),
                kind => value(kind, seed, "none of them"),
            });
            Attribute {
                name: String::new(),
                predicate: predicate.filter(|_| is_closed).map(str::to_owned),
                doc,
                kind,
                optional,
                undocumented,
                decides,
            }
        },
    )
}

fn tables(rows: RangeInclusive<usize>) -> impl Strategy<Value = TableSeed> {
    let charset = prop_oneof![
        3 => Just(Charset::Digits),
        1 => Just(Charset::Integer),
        1 => Just(Charset::Hex),
        2 => Just(Charset::Alphanumeric),
        2 => Just(Charset::Ascii),
    ];
    let width = prop_oneof![3 => 1_usize..=8, 1 => 9_usize..=40];
    let marks = prop::collection::vec(
        select(&["X", "**", "（具体参数名）", "\"", "\\"][..]),
        0..=1,
    );
    let seed = (
        any::<u64>(),
        prop::collection::vec(select(&names::VARIANTS[..]), 0..3),
        prop::collection::vec(text(), 0..3),
        subsequence(&["id", "param", "order_no", "x2_"][..], 0..=2),
    );
    let seed = seed.prop_map(|(number, words, texts, placeholders)| Seed {
        number,
        words,
        texts,
        placeholders,
    });
    (
        (select(&names::MODULES[..]), select(&names::TYPES[..])),
        (prop::option::of(text()), prop::option::of(text())),
        (charset, width),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        marks,
        prop::collection::vec(seed, rows),
    )
        .prop_map(|(names, docs, codes, choices, marks, rows)| TableSeed {
            module: names.0,
            type_name: names.1,
            title: docs.0,
            document: docs.1,
            charset: codes.0,
            width: codes.1,
            is_fixed: choices.0,
            is_dense: choices.1,
            has_scopes: choices.2,
            is_printed: choices.3,
            marks: marks.into_iter().map(str::to_owned).collect(),
            rows,
        })
}

fn table(index: usize, seed: TableSeed, scopes: &[(String, String)], catalog: &Catalog) -> Table {
    let has_scopes = seed.has_scopes && seed.type_name != "Scope";
    let mut table = Table {
        name: format!("{}/table-{index}", seed.module.replace("::", "-")),
        module: seed.module.to_owned(),
        type_name: seed.type_name.to_owned(),
        title: seed.title,
        document: seed.document,
        charset: seed.charset,
        width: match seed.charset {
            Charset::Integer => None,
            Charset::Hex => seed.is_fixed.then_some(seed.width + 2),
            _ => seed.is_fixed.then_some(seed.width),
        },
        scopes: if has_scopes {
            scopes.to_vec()
        } else {
            Vec::new()
        },
        is_printed: seed.is_printed,
        marks: seed.marks,
        repeated: Vec::new(),
        rows: Vec::new(),
    };
    let mut taken = BTreeSet::new();
    let mut live: Option<String> = None;
    for (turn, row_seed) in seed.rows.iter().enumerate() {
        let code = code(
            &table,
            row_seed.number,
            turn,
            seed.width,
            seed.is_dense,
            &mut taken,
        );
        let Some(code) = code else { continue };
        let mut row = row(&table, catalog, row_seed, turn);
        row.code = code;
        if table.is_printed {
            print(&mut row, row_seed);
        }
        match &live {
            Some(instead) if row_seed.number % 16 == 3 => {
                let why = &row_seed.texts.first().map_or("gone", String::as_str);
                row.retired = format!("since V{}: {why}; use {instead}", turn);
            }
            _ if row_seed.number % 16 == 5 => row.retired = "since 2024-05: gone".to_owned(),
            _ if row.range(table.charset).is_none() => live = Some(row.code.clone()),
            _ => {}
        }
        let again = again(&mut table, catalog, &row, row_seed);
        table.rows.push(row);
        table.rows.extend(again);
    }
    table
}
