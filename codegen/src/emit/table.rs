//! A table: its enum, its rows, and the implementations for the enum.

use std::fmt::Write as _;

use super::layout::code_path;
use super::lookup::Lookup;
use super::methods::{PRINTED_FORWARDS, PRINTED_METHODS, forwards_macro, methods_macro};
use super::{docs, errors, http, literal, numbers, rows, serde, support};
use crate::escape::markdown;
use crate::lower::{Catalog, Code, Table};

/// Returns the text of a table in the file of its module. `root` is the path of `mod.rs`.
pub(super) fn emit(catalog: &Catalog<'_>, table: &Table<'_>, root: &str) -> String {
    let mut out = String::new();
    emit_enum(catalog, table, &mut out);
    emit_aliases(table, &mut out);
    errors::constructors(catalog, table, root, &mut out);
    // The columns have a block of their own, so that their names clash with nothing in the module. rustfmt skips it, so that each
    // row is one line. The columns name every variant, which is not a use of a deprecated one.
    let has_retired = table.codes.iter().any(|code| code.retired().is_some());
    let deprecated = if has_retired { "deprecated, " } else { "" };
    let block = literal::indent(&block(catalog, table, root), 1);
    let _ = writeln!(
        out,
        "\n#[allow({deprecated}clippy::unreadable_literal, clippy::wildcard_imports)] // Constants of the lookup, and what this table needs.\n#[rustfmt::skip]\nconst _: () = {{\n{block}}};"
    );
    out
}

fn emit_enum(catalog: &Catalog<'_>, table: &Table<'_>, out: &mut String) {
    literal::doc_comments(out, "", &docs::table(catalog, table));
    out.push_str("#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n");
    let options = &table.model.enum_options;
    for derive in &options.derives {
        let _ = writeln!(out, "#[derive({derive})]");
    }
    for attribute in &options.attributes {
        let _ = writeln!(out, "{attribute}");
    }
    if !options.attributes.is_empty() {
        out.push_str("#[rustfmt::skip]\n"); // It would break long attributes.
    }
    if options.non_exhaustive {
        out.push_str("#[non_exhaustive]\n");
    }
    out.push_str("#[allow(clippy::doc_markdown)] // The docs are texts of the table.\n");
    let _ = writeln!(out, "pub enum {} {{", table.model.type_name.text);
    for code in &table.codes {
        literal::doc_comments(out, "    ", &docs::code(catalog, table, code));
        for alias in search_terms(code) {
            let _ = writeln!(out, "    #[doc(alias = {})]", literal::string(alias));
        }
        if let Some(retirement) = table.retirement(code) {
            // Not `since = "…"`, which rustc takes for a version of the crate. rustdoc renders the text as Markdown.
            let _ = writeln!(
                out,
                "    #[deprecated = {}]",
                literal::string(&markdown(&retirement))
            );
        }
        let _ = writeln!(out, "    {},", code.variant);
    }
    out.push_str("}\n");
}

/// Writes the former names of the variants as deprecated constants. The documentation has them at the variants. rustfmt skips them,
/// because it breaks the lines with long names.
fn emit_aliases(table: &Table<'_>, out: &mut String) {
    let renamed = || table.codes.iter().filter(|code| !code.aliases.is_empty());
    if renamed().next().is_none() {
        return;
    }
    let has_retired = renamed().any(|code| code.retired().is_some());
    let lints = if has_retired {
        "deprecated, non_upper_case_globals"
    } else {
        "non_upper_case_globals"
    };
    let name = &table.model.type_name.text;
    let _ = writeln!(out, "\n#[allow({lints})]\n#[rustfmt::skip]\nimpl {name} {{");
    for code in renamed() {
        let variant = &code.variant;
        for alias in &code.aliases {
            let _ = writeln!(
                out,
                "    #[doc(hidden)]\n    #[deprecated = \"renamed to `{variant}`\"]\n    pub const {alias}: Self = Self::{variant};"
            );
        }
    }
    out.push_str("}\n");
}

/// Returns the texts by which rustdoc's search also finds the variant: the code, and the former names. rustdoc rejects quotes, and
/// the variant's own name.
fn search_terms<'a>(code: &'a Code<'_>) -> impl Iterator<Item = &'a str> {
    let text = Some(code.code.as_str());
    let text = text.filter(|text| *text != code.variant && !text.contains(['"', '\'']));
    let aliases = code.aliases.iter().map(String::as_str);
    text.into_iter()
        .chain(aliases.filter(move |alias| Some(*alias) != text))
}

/// Returns the columns and the implementations for the enum.
fn block(catalog: &Catalog<'_>, table: &Table<'_>, root: &str) -> String {
    let lookup = Lookup::of(table);
    let code = code_path(table);
    let mut constants = String::new();
    let columns = if catalog.has_printed() {
        let columns = literal::strings(&table.model.printed);
        let _ = writeln!(constants, "const COLUMNS: &[&str] = &[{columns}];");
        "COLUMNS"
    } else {
        "&[]"
    };
    if rows::has_entries(table) {
        let _ = writeln!(
            constants,
            "const ENTRY: Entry = Entry {{ scope: None, messages: [\"\"; Lang::ALL.len()], langs: LANGS, columns: {columns}, printed: &[], placeholders: &[], templates: &[] }};"
        );
    }
    constants.push_str(&lookup.constants);
    let rows = rows::emit(catalog, table);
    let (methods, forwards) = special(catalog, table);
    let own = format!(
        "impl {code} {{\n    code_methods!();\n{}}}\n",
        literal::indent(&(lookup.methods + &methods), 1)
    );
    let name = literal::string(&table.model.name.text);
    let path = literal::string(&table.path());
    let code_impl = format!(
        "impl Code for {code} {{\n    const TABLE: &'static str = {name};\n    const PATH: &'static str = {path};\n    code_forwards!();\n{}}}\n",
        literal::indent(&forwards, 1)
    );
    let mut traits = format!("code_traits!({code});\n");
    if let Some(numbers) = numbers::of_table(table) {
        let (number, half) = (numbers.number, numbers.half);
        let _ = writeln!(traits, "number_traits!({code}, {number}, {half});");
    }
    traits.extend(serde::of_codes(catalog, &code));
    traits.extend(http::of_codes(catalog, &code));
    traits.extend(support::sqlx(catalog, "", &code));
    let parts = [
        format!("use {root}*;\n"),
        constants,
        rows,
        lookup.columns,
        own,
        code_impl,
        traits,
    ];
    parts.join("\n")
}

/// Returns the methods that only some tables have, and those of the trait that call them.
fn special(catalog: &Catalog<'_>, table: &Table<'_>) -> (String, String) {
    let (mut methods, mut forwards) = (String::new(), String::new());
    if let Some(numbers) = numbers::of_table(table) {
        let _ = writeln!(forwards, "number_forwards!({});", numbers.number);
    }
    if !table.model.printed.is_empty() {
        let _ = writeln!(methods, "{PRINTED_METHODS}!();");
        let _ = writeln!(forwards, "{PRINTED_FORWARDS}!();");
    }
    if !table.model.scopes.is_empty() {
        methods.push_str("scope_methods!();\n");
    }
    let attributes = &catalog.model.attributes;
    for attribute in (table.model.attributes.iter()).map(|index| &attributes[*index]) {
        if attribute.optional {
            let _ = writeln!(methods, "{}!();", methods_macro(attribute));
            let _ = writeln!(forwards, "{}!();", forwards_macro(attribute));
        }
    }
    (methods, forwards)
}
