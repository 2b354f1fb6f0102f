//! Names in Rust code.

use heck::{ToKebabCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::unicode::is_invisible;

/// Returns `true` for the characters of a row's name: ASCII letters, digits, spaces, hyphens and underscores.
pub(crate) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '_')
}

/// Returns `true` if a name can be a variant. `ALL` cannot: it is a constant of every enum.
pub(crate) fn is_variant(name: &str) -> bool {
    is_identifier(name) && name != "ALL"
}

/// Returns a name in UpperCamelCase, as types and variants have: `IccidNotFound` for `iccid not found`, `PtBr` for `pt-BR`.
pub fn upper_camel(name: &str) -> String {
    name.to_upper_camel_case()
}

/// Returns a name in snake_case, as methods have: `pt_br` for `pt-BR`.
pub(crate) fn snake(name: &str) -> String {
    name.to_snake_case()
}

/// Returns a name in kebab-case, as values have: `after-change` for `AfterChange`.
pub(crate) fn kebab(name: &str) -> String {
    name.to_kebab_case()
}

/// Returns a name in SCREAMING_SNAKE_CASE, as statics have: `PRINTED_ZH` for `printed.zh`.
pub(crate) fn screaming_snake(name: &str) -> String {
    name.to_shouty_snake_case()
}

/// Returns `true` if a name is a Rust identifier in ASCII, and not a keyword.
pub fn is_identifier(name: &str) -> bool {
    // `gen` is a keyword since edition 2024, but not for syn.
    name.is_ascii() && !["_", "gen"].contains(&name) && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// Returns `true` if a name is reserved for a device on Windows, in every directory and with any extension.
pub(crate) fn is_device(name: &str) -> bool {
    let port = |name: &str| {
        name.len() == 1 && name != "0" && name.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(name, "aux" | "con" | "nul" | "prn")
        || ["com", "lpt"]
            .iter()
            .any(|kind| name.strip_prefix(kind).is_some_and(port))
}

/// Returns `true` if a file can have this name on every system.
pub fn is_portable_file_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let is_reserved = |c: char| c.is_control() || is_invisible(c) || "<>:\"/\\|?*".contains(c);
    !name.contains(is_reserved)
        && name.trim() == name
        && !name.is_empty()
        && !name.ends_with('.')
        && !is_device(&stem.trim_end().to_lowercase())
}

/// Returns `true` if a name can be a method. Keywords can (`r#as`), except for these four.
pub(crate) fn is_method(name: &str) -> bool {
    is_identifier(&format!("x_{name}"))
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !["self", "super", "crate", "_"].contains(&name)
}

/// Returns a name with ASCII characters that look alike replaced by one of them (UTS #39). Names with the same result look
/// alike.
pub(crate) fn skeleton(name: &str) -> String {
    let alike = |c| match c {
        'I' | '1' => 'l',
        '0' => 'O',
        c => c,
    };
    (name.chars().map(alike).collect::<String>()).replace("rn", "m")
}

/// The methods of every enum, now or in the future. No attribute or language may have these names.
pub(crate) const METHODS: [&str; 33] = [
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
    "into_code",
    "into_result",
    "known",
    "localize",
    "message",
    "message_lang",
    "name",
    "number",
    "of_query",
    "partial_cmp",
    "placeholders",
    "printed",
    "render",
    "status_code",
    "text",
    "to_string",
    "try_render",
    "with_message",
    "with_status",
];

/// The methods that every enum has from Rust's own traits. No attribute or predicate may have these names: with both traits in
/// scope, rustc rejects `code.max()` as ambiguous. Languages may (`lt` is Lithuanian), because their methods are inherent.
pub(crate) const TRAIT_METHODS: [&str; 19] = [
    "as_ref",
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

/// The columns that every table may have. No attribute or language may have these names.
pub(crate) const COLUMNS: [&str; 8] = [
    "code", "http", "name", "note", "renamed", "retired", "review", "scope",
];

/// The types and traits that `mod.rs` has or uses in every catalog. No attribute may have a type with these names.
pub(crate) const ROOT_TYPES: [&str; 23] = [
    "ArgumentError",
    "Arguments",
    "Code",
    "CodeError",
    "Column",
    "Entries",
    "Entry",
    "ErrorMessage",
    "Excerpt",
    "Fn",
    "Lang",
    "NotSuccessful",
    "PartialEq",
    "Pattern",
    "PerfectHash",
    "Piece",
    "Pieces",
    "Received",
    "Rendered",
    "Sealed",
    "UnknownCode",
    "UnknownLang",
    "UnknownValue",
];

/// The names of Rust's prelude in the generated code. No table or attribute may have a type with these names.
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

/// Returns `true` for the names of type parameters in the generated code, which would hide a type.
pub(crate) fn is_type_parameter(name: &str) -> bool {
    matches!(name, "C" | "D" | "E" | "N" | "S" | "T")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_portable() {
        for name in [
            "shop",
            "return-code.v2",
            "返回码",
            "a b",
            "console",
            "com10",
        ] {
            assert!(is_portable_file_name(name), "{name}");
        }
        for name in [
            "",
            ".",
            "..",
            "a.",
            " a",
            "a ",
            "a:b",
            "a|b",
            "a/b",
            "a\\b",
            "a\nb",
            "a\u{200b}b",
            "CON",
            "nul.x",
            "aux .x",
        ] {
            assert!(!is_portable_file_name(name), "{name:?}");
        }
    }

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
    fn names_that_look_alike_have_the_same_skeleton() {
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
    fn keywords_and_other_texts_are_not_identifiers() {
        for name in ["Self", "self", "type", "gen", "2fa", "", "_", "a b", "é"] {
            assert!(!is_identifier(name), "{name}");
        }
        assert!(is_identifier("SelfService"));
        assert!(is_method("as") && is_method("pt_br") && !is_method("self") && !is_method("1x"));
    }
}
