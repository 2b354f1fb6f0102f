//! From names in plain words to Rust's.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Returns `true` for the characters of names in plain words.
pub(crate) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_')
}

/// Returns `true` if it can be a variant: `ALL` is a constant of every enum.
pub(crate) fn is_variant(name: &str) -> bool {
    is_identifier(name) && name != "ALL"
}

/// `iccid not found`, `pt-BR` as a type or a variant: `IccidNotFound`, `PtBr`.
pub fn upper_camel(name: &str) -> String {
    name.to_upper_camel_case()
}

/// `pt-BR` as a method: `pt_br`.
pub(crate) fn snake(name: &str) -> String {
    name.to_snake_case()
}

/// `printed.zh` as a static: `PRINTED_ZH`.
pub(crate) fn screaming_snake(name: &str) -> String {
    name.to_shouty_snake_case()
}

/// Returns `true` if Rust takes it as a name: no keyword, no digit at the start, nothing but ASCII letters, digits and `_`.
pub fn is_identifier(name: &str) -> bool {
    // syn does not take `gen` for a keyword, which it is since edition 2024.
    name.is_ascii() && !["_", "gen"].contains(&name) && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// Returns `true` if Windows has a device of that name, in every folder and whatever the file's extension.
pub(crate) fn is_device(name: &str) -> bool {
    let port = |name: &str| {
        name.len() == 1 && name != "0" && name.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(name, "aux" | "con" | "nul" | "prn")
        || ["com", "lpt"]
            .iter()
            .any(|kind| name.strip_prefix(kind).is_some_and(port))
}

/// Returns `true` if it can be a method: keywords can, written `r#as`; these four cannot.
pub(crate) fn is_method(name: &str) -> bool {
    is_identifier(&format!("x_{name}"))
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !["self", "super", "crate", "_"].contains(&name)
}

/// The name with the ASCII characters in it that look alike as one of them (UTS #39): names that differ in
/// nothing else cannot be told apart.
pub(crate) fn skeleton(name: &str) -> String {
    let alike = |c| match c {
        'I' | '1' => 'l',
        '0' => 'O',
        c => c,
    };
    (name.chars().map(alike).collect::<String>()).replace("rn", "m")
}

/// The methods of every enum, now or later, that no attribute or language may be called.
pub(crate) const METHODS: [&str; 27] = [
    "all",
    "clone",
    "cmp",
    "code",
    "entries",
    "entry",
    "eq",
    "extract",
    "fmt",
    "from_code",
    "from_number",
    "from_str",
    "hash",
    "http_status",
    "into_result",
    "known",
    "localize",
    "message",
    "name",
    "number",
    "of_query",
    "partial_cmp",
    "placeholders",
    "printed",
    "render",
    "to_string",
    "with_status",
];

/// The methods that Rust's own traits bring to every enum and every value, which no attribute or predicate may be called. Where
/// both are in scope, `code.max()` could be either, and rustc refuses it. (Languages may: `lt` is Lithuanian, and their
/// methods are in no trait.)
pub(crate) const TRAIT_METHODS: [&str; 18] = [
    "clamp",
    "clone",
    "clone_from",
    "cmp",
    "eq",
    "fmt",
    "ge",
    "gt",
    "hash",
    "into",
    "le",
    "lt",
    "max",
    "min",
    "ne",
    "partial_cmp",
    "to_string",
    "try_into",
];

/// Columns that every table may have; no attribute or language may be called so.
pub(crate) const COLUMNS: [&str; 7] =
    ["code", "http", "name", "note", "retired", "review", "scope"];

/// The types of `mod.rs` that do not depend on the catalog.
pub(crate) const ROOT_TYPES: [&str; 12] = [
    "Arguments",
    "Code",
    "Entries",
    "Entry",
    "Lang",
    "NotSuccessful",
    "Piece",
    "Pieces",
    "Received",
    "Rendered",
    "UnknownCode",
    "UnknownLang",
];

/// Names of Rust's prelude that the generated code uses: no table or attribute may be a type of that name.
pub(crate) const PRELUDE: [&str; 17] = [
    "Copy",
    "Default",
    "Err",
    "ExactSizeIterator",
    "From",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "Result",
    "Self",
    "Send",
    "Some",
    "Sync",
    "TryFrom",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_rust() {
        assert_eq!(upper_camel("iccid not found"), "IccidNotFound");
        assert_eq!(
            (upper_camel("pt-BR"), snake("pt-BR")),
            ("PtBr".to_owned(), "pt_br".to_owned())
        );
        assert_eq!(
            (upper_camel("zh-Hant"), snake("zh-Hant")),
            ("ZhHant".to_owned(), "zh_hant".to_owned())
        );
    }

    #[test]
    fn names_that_look_alike_have_one_skeleton() {
        for (a, b) in [
            ("FailedI", "Failed1"),
            ("FailedO0", "Failed0O"),
            ("Corner", "Comer"),
        ] {
            assert_eq!(skeleton(a), skeleton(b));
        }
        assert_ne!(skeleton("Failed1"), skeleton("Failed11"));
    }

    #[test]
    fn what_rust_does_not_take_is_no_identifier() {
        for name in ["Self", "self", "type", "gen", "2fa", "", "_", "a b", "é"] {
            assert!(!is_identifier(name), "{name}");
        }
        assert!(is_identifier("SelfService"));
        assert!(is_method("as") && is_method("pt_br") && !is_method("self") && !is_method("1x"));
    }
}
