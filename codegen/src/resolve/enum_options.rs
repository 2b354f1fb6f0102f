//! What the enum of a table has besides the parts that every enum has: derives, Rust attributes, `#[non_exhaustive]`.

use syn::parse::Parser as _;
use syn::{Attribute, Path};

use crate::model::{Catalog, EnumOptions, Rust};
use crate::read::cell;
use crate::read::table_file::TableFile;
use crate::report::Report;
use crate::source::{Cell, SourceId};

/// The derive macros for traits that every enum has.
const IMPLEMENTED: [(&str, &str); 13] = [
    ("AsRef", "AsRef<str>"),
    ("AsRefStr", "AsRef<str>"),
    ("Clone", "Clone"),
    ("Copy", "Copy"),
    ("Debug", "Debug"),
    ("Display", "Display"),
    ("EnumString", "FromStr"),
    ("Eq", "Eq"),
    ("FromStr", "FromStr"),
    ("Hash", "Hash"),
    ("Ord", "Ord"),
    ("PartialEq", "PartialEq"),
    ("PartialOrd", "PartialOrd"),
];

pub(super) fn resolve(
    source: SourceId,
    file: &TableFile,
    catalog: &Catalog,
    report: &mut Report,
) -> EnumOptions {
    let mut derives: Vec<Cell> = Vec::new();
    for path in file.derive.iter().map(|path| cell(source, path)) {
        if let Some(first) = derives.iter().find(|first| first.text == path.text) {
            report
                .error(path.span, format!("duplicate derive `{}`", path.text))
                .related(first.span, "first listed here")
                .help("remove one of them");
        } else if check_derive(&path, &catalog.rust, report) {
            derives.push(path);
        }
    }
    let attributes = file.attributes.iter().map(|text| cell(source, text));
    EnumOptions {
        attributes: attributes
            .filter_map(|text| attribute(&text, report))
            .collect(),
        derives: derives.into_iter().map(|path| path.text).collect(),
        non_exhaustive: file.non_exhaustive,
    }
}

/// Checks the path of a derive macro. Returns `false` for an invalid one.
fn check_derive(path: &Cell, rust: &Rust, report: &mut Report) -> bool {
    let text = &path.text;
    let Ok(parsed) = Path::parse_mod_style.parse_str(text) else {
        report
            .error(
                path.span,
                match text.as_str() {
                    "" => "empty entry in `derive`".to_owned(),
                    text => format!("invalid derive `{text}`"),
                },
            )
            .label("expected the path of a derive macro")
            .help("write a path such as `strum::EnumIter`");
        return false;
    };
    let name = parsed.segments.last().map(|name| name.ident.to_string());
    let name = name.unwrap_or_default();
    if name == "Default" {
        report
            .error(path.span, format!("derive `{text}` does not compile"))
            .note("the enum has no default variant")
            .help("remove it, and implement `Default` in your crate");
        return false;
    }
    let implemented = IMPLEMENTED.iter().find(|(derive, _)| *derive == name);
    let (trait_name, condition) = match (implemented, &*name) {
        (Some((_, trait_name)), _) => (*trait_name, ""),
        (None, "Serialize" | "Deserialize") if rust.serde.is_some() => {
            (&*name, "with `serde` in `[rust]`, ")
        }
        (None, "Type") if rust.sqlx.is_some() && text.contains("sqlx") => {
            (&*name, "with `sqlx` in `[rust]`, ")
        }
        _ => return true,
    };
    report
        .error(
            path.span,
            format!("derive `{text}` conflicts with the generated code"),
        )
        .note(format!("{condition}every enum implements `{trait_name}`"))
        .help("remove it");
    false
}

/// Returns a Rust attribute as rustfmt writes it; `None` for an invalid one.
fn attribute(text: &Cell, report: &mut Report) -> Option<String> {
    let parsed = Attribute::parse_outer.parse_str(&text.text);
    // A doc comment is an attribute for syn.
    let parsed = parsed.ok().filter(|_| text.text.starts_with("#["));
    let Some([attribute]) = parsed.as_deref() else {
        report
            .error(text.span, "invalid Rust attribute")
            .label("expected one outer attribute")
            .help("write an attribute such as `#[must_use]`");
        return None;
    };
    if attribute.path().is_ident("cfg") {
        report
            .error(text.span, "`cfg` is not allowed in `attributes`")
            .note("it would disable the enum, but not the implementations of its traits")
            .help("set it on the module that includes the generated code");
        return None;
    }
    for (name, key) in [
        ("derive", "derive = [\"…\"]"),
        ("non_exhaustive", "non_exhaustive = true"),
    ] {
        if attribute.path().is_ident(name) {
            report
                .error(
                    text.span,
                    format!("`{name}` is not allowed in `attributes`"),
                )
                .help(format!("use the key `{name}`: `{key}`"));
            return None;
        }
    }
    let item = syn::parse_str(&format!("{}\nstruct Enum;", text.text)).ok()?;
    let printed = prettyplease::unparse(&item);
    printed.strip_suffix("\nstruct Enum;\n").map(str::to_owned)
}
