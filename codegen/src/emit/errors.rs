//! The constructors of errors, for catalogs with `[rust] errors`: one for each code that is not a success.

use std::fmt::Write as _;

use super::{ident, literal, printed_templates};
use crate::escape::{markdown, markdown_code};
use crate::lower::{Catalog, Code, Table};
use crate::names;

/// Writes the constructors of a table. `root` is the path of `mod.rs`. rustfmt skips them, because it breaks the lines with long names.
pub(super) fn constructors(catalog: &Catalog<'_>, table: &Table<'_>, root: &str, out: &mut String) {
    let is_error = |code: &&Code<'_>| !catalog.model.is_success(table.model, code.first());
    let codes: Vec<&Code<'_>> = table.codes.iter().filter(is_error).collect();
    if !catalog.model.rust.errors || codes.is_empty() {
        return;
    }
    let is_deprecated = |code: &&Code<'_>| code.retired().is_some();
    let deprecated = if codes.iter().any(is_deprecated) {
        "deprecated, "
    } else {
        ""
    };
    let name = &table.model.type_name.text;
    let _ = writeln!(
        out,
        "\n/// Errors with these codes. The arguments are those of the message, in alphabetical order of their names.\n#[allow({deprecated}non_snake_case, clippy::doc_markdown, clippy::too_many_arguments)] // The docs and the parameters are those of messages.\n#[rustfmt::skip]\nimpl {name} {{"
    );
    let mut separator = "";
    for code in codes {
        out.push_str(separator);
        separator = "\n";
        constructor(catalog, table, code, root, out);
    }
    out.push_str("}\n");
}

/// Writes the constructor of a code, and a deprecated one for each former name of the code.
fn constructor(
    catalog: &Catalog<'_>,
    table: &Table<'_>,
    code: &Code<'_>,
    root: &str,
    out: &mut String,
) {
    let placeholders = printed_templates::placeholders(code.first()).into_iter();
    let names: Vec<String> = placeholders.map(|name| ident(name).to_string()).collect();
    let parameters = |name: &String| format!("{name}: impl ::core::fmt::Display");
    let parameters: Vec<String> = names.iter().map(parameters).collect();
    let parameters = parameters.join(", ");
    let name = ident(&names::snake(&code.variant));
    let variant = &code.variant;
    let (qualifier, body) = if names.is_empty() {
        ("const ", format!("{root}CodeError::new(Self::{variant})"))
    } else {
        let arguments: Vec<String> = names.iter().map(|name| format!("&{name}")).collect();
        let arguments = arguments.join(", ");
        (
            "",
            format!("{root}CodeError::with_arguments(Self::{variant}, &[{arguments}])"),
        )
    };
    let text = code.message(catalog.model.display);
    let doc = format!("{} {}", markdown_code(&code.code), markdown(text));
    literal::doc_comments(out, "    ", &doc);
    if let Some(retirement) = table.retirement(code) {
        let retirement = literal::string(&markdown(&retirement));
        let _ = writeln!(out, "    #[deprecated = {retirement}]");
    }
    let _ = writeln!(
        out,
        "    #[inline]\n    #[must_use]\n    pub {qualifier}fn {name}({parameters}) -> {root}CodeError<Self> {{\n        {body}\n    }}"
    );
    for alias in &code.aliases {
        let alias = ident(&names::snake(alias));
        let arguments = names.join(", ");
        let _ = writeln!(
            out,
            "\n    #[doc(hidden)]\n    #[deprecated = \"renamed to `{name}`\"]\n    #[inline]\n    #[must_use]\n    pub {qualifier}fn {alias}({parameters}) -> {root}CodeError<Self> {{\n        Self::{name}({arguments})\n    }}"
        );
    }
}
