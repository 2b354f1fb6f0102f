//! The ways to define the codes: the files that a team writes, for each way.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use crate::entries::{Entry, csv, words};

/// A way to define the codes.
pub(crate) struct Rival {
    pub(crate) name: &'static str,
    /// The dependencies in `Cargo.toml`, with the section of build dependencies.
    pub(crate) dependencies: String,
    /// The files that a team writes and maintains, for these codes.
    pub(crate) files: fn(&[Entry]) -> Vec<(&'static str, String)>,
    /// The expression that finds the code `text` and is `true` if there is one.
    pub(crate) find: &'static str,
    /// The text by which it finds a code.
    pub(crate) key: fn(&Entry) -> String,
    /// Expressions of the German message of the first code with a placeholder, with its argument and without.
    pub(crate) german: [&'static str; 2],
}

/// The path of a file of `files`.
macro_rules! text {
    ($file:literal) => {
        include_str!(concat!("files/", $file)).to_owned()
    };
}

pub(crate) fn rivals() -> Vec<Rival> {
    let codegen = concat!(env!("CARGO_MANIFEST_DIR"), "/../../codegen");
    let code = |entry: &Entry| entry.code.clone();
    let ours = Rival {
        name: "`codegen`, checked-in copy",
        dependencies: String::new(),
        files: |entries| {
            catalog(
                entries,
                "src/lib.rs",
                "include!(\"generated/mod.rs\");\npub use api::ErrorCode;\n",
            )
        },
        find: "ErrorCode::from_code(text).is_some()",
        key: code,
        german: [
            "ErrorCode::field_required(\"email\").message(Lang::De)",
            "ErrorCode::field_required().message(Lang::De)",
        ],
    };
    vec![
        Rival {
            name: "`codegen` in `build.rs`",
            dependencies: format!("[build-dependencies]\ncodegen = {{ path = {codegen:?} }}\n"),
            files: |entries| {
                let lib = "include!(concat!(env!(\"OUT_DIR\"), \"/mod.rs\"));\npub use api::ErrorCode;\n";
                let mut files = catalog(entries, "src/lib.rs", lib);
                let build = "fn main() -> Result<(), codegen::Errors> {\n    codegen::Builder::new(\"tables/catalog.toml\").compile()\n}\n";
                files.push(("build.rs", build.to_owned()));
                files
            },
            ..ours
        },
        Rival { dependencies: String::new(), ..ours },
        Rival {
            name: "by hand, strum and thiserror",
            dependencies: "[dependencies]\nstrum = { version = \"=0.28.0\", features = [\"derive\"] }\nthiserror = \"=2.0.21\"\n".to_owned(),
            files: |entries| vec![("src/lib.rs", by_hand(entries))],
            find: "text.parse::<ErrorCode>().is_ok()",
            key: code,
            german: [
                "PlatformError::FieldRequired { field: \"email\".into() }.message(Lang::De)",
                "PlatformError::FieldRequired {}.message(Lang::De)",
            ],
        },
        Rival {
            name: "a `build.rs` of one's own",
            dependencies: String::new(),
            files: |entries| {
                vec![
                    ("errors.csv", csv(entries)),
                    ("build.rs", text!("own-build.rs")),
                    ("src/lib.rs", text!("own-lib.rs")),
                ]
            },
            find: "ErrorCode::from_code(text).is_some()",
            key: code,
            german: [
                "PlatformError::field_required(\"email\").message(Lang::De)",
                "PlatformError::field_required().message(Lang::De)",
            ],
        },
        Rival {
            name: "phf_codegen",
            dependencies: "[dependencies]\nphf = \"=0.14.0\"\n\n[build-dependencies]\nphf_codegen = \"=0.14.0\"\n".to_owned(),
            files: |entries| {
                vec![
                    ("errors.csv", csv(entries)),
                    ("build.rs", text!("phf-build.rs")),
                    ("src/lib.rs", text!("phf-lib.rs")),
                ]
            },
            find: "ErrorCode::from_code(text).is_some()",
            key: code,
            german: [
                "ErrorCode::FieldRequired.message(1, &[(\"field\", \"email\")])",
                "ErrorCode::FieldRequired.message(1, &[])",
            ],
        },
        Rival {
            name: "fluent",
            dependencies: "[dependencies]\nfluent = \"=0.17.0\"\n".to_owned(),
            files: |entries| {
                let mut files = fluent(entries);
                files.push(("src/lib.rs", text!("fluent-lib.rs")));
                files
            },
            find: "MESSAGES.with(|messages| messages.has(text))",
            key: code,
            german: [
                "Messages::load().message(\"R002\", 1, &fluent::FluentArgs::from_iter([(\"field\", \"email\")]))",
                "Messages::load().message(\"R002\", 1, &fluent::FluentArgs::new())",
            ],
        },
        Rival {
            name: "rust-i18n",
            dependencies: "[dependencies]\nrust-i18n = \"=4.2.4\"\n".to_owned(),
            files: |entries| vec![
                ("locales/errors.yml", i18n(entries)),
                ("src/lib.rs", "rust_i18n::i18n!(\"locales\", fallback = \"en\");\n\n/// Returns the message of a code in a language, without arguments.\npub fn message(code: &str, lang: &str) -> String {\n    rust_i18n::t!(code, locale = lang).into_owned()\n}\n\n/// Returns the message for a missing field.\npub fn field_required(field: &str, lang: &str) -> String {\n    rust_i18n::t!(\"R002\", locale = lang, field = field).into_owned()\n}\n".to_owned()),
            ],
            find: "message(text, \"en\") != text",
            key: code,
            german: [
                "field_required(\"email\", \"de\")",
                "message(\"R002\", \"de\")",
            ],
        },
        Rival {
            name: "protobuf, with prost",
            dependencies: "[dependencies]\nprost = \"=0.14.6\"\n\n[build-dependencies]\nprost-build = \"=0.14.6\"\nprotox = \"=0.10.0\"\n".to_owned(),
            files: |entries| vec![
                ("errors.proto", proto(entries)),
                ("build.rs", text!("proto-build.rs")),
                ("src/lib.rs", "include!(concat!(env!(\"OUT_DIR\"), \"/platform.rs\"));\n".to_owned()),
            ],
            find: "ErrorCode::from_str_name(text).is_some()",
            key: |entry| proto_name(entry),
            german: ["ErrorCode::FieldRequired.as_str_name()", "ErrorCode::FieldRequired.as_str_name()"],
        },
    ]
}

/// Returns the catalog of `codegen`, with all codes in one table.
fn catalog(entries: &[Entry], lib: &'static str, text: &str) -> Vec<(&'static str, String)> {
    let tables = crate::entries::TABLES;
    let read = |file: &str| fs::read_to_string(format!("{tables}/{file}")).unwrap();
    // No way has serde or http, so that their build times do not hide those of the ways.
    let without = |text: &str, keys: &[&str]| {
        let lines = text.lines();
        let lines = lines.filter(|line| !keys.iter().any(|key| line.starts_with(key)));
        lines.flat_map(|line| [line, "\n"]).collect::<String>()
    };
    let text_of_catalog = read("catalog.toml").replace(", \"delivery-code\"", "");
    let text_of_catalog = without(&text_of_catalog, &["serde", "http"]);
    let table = without(&read("error-code.toml"), &["derive"]);
    vec![
        ("tables/catalog.toml", text_of_catalog),
        ("tables/error-code.toml", table),
        ("tables/error-code.csv", csv(entries)),
        (lib, text.to_owned()),
    ]
}

/// Returns an enum of codes and one of errors, written by hand and formatted by rustfmt.
fn by_hand(entries: &[Entry]) -> String {
    let mut out = "use strum::{EnumDiscriminants, EnumString, IntoStaticStr};\nuse thiserror::Error;\n\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Lang { En, De, Ja }\n\n#[derive(Debug, Error, EnumDiscriminants)]\n#[strum_discriminants(name(ErrorCode), derive(EnumString, IntoStaticStr, Hash))]\npub enum PlatformError {\n".to_owned();
    for entry in entries {
        let fields = entry
            .placeholders
            .iter()
            .map(|name| format!("{name}: String,"));
        let fields = match entry.placeholders.is_empty() {
            true => String::new(),
            false => format!(" {{ {} }}", fields.collect::<String>()),
        };
        let _ = writeln!(
            out,
            "#[error({:?})]\n#[strum_discriminants(strum(serialize = {:?}))]\n{}{fields},",
            entry.messages[0], entry.code, entry.variant
        );
    }
    out += "}\n\nimpl PlatformError {\npub fn code(&self) -> ErrorCode { self.into() }\n\npub fn message(&self, lang: Lang) -> String { match (self, lang) {\n(_, Lang::En) => self.to_string(),\n";
    for (at, lang) in [(1, "De"), (2, "Ja")] {
        for entry in entries
            .iter()
            .filter(|entry| !entry.messages[at].is_empty())
        {
            let fields = match entry.placeholders.is_empty() {
                true => String::new(),
                false => format!(" {{ {} }}", entry.placeholders.join(", ")),
            };
            let message = &entry.messages[at];
            let value = match entry.placeholders.is_empty() {
                true => format!("{message:?}.to_owned()"),
                false => format!("format!({message:?})"),
            };
            let _ = writeln!(
                out,
                "(Self::{}{fields}, Lang::{lang}) => {value},",
                entry.variant
            );
        }
    }
    out += "}\n}\n}\n\nimpl ErrorCode {\n";
    let text = |value: &str| format!("{value:?}");
    let mut method = |name: &str, kind: &str, value: &dyn Fn(&Entry) -> String| {
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for entry in entries {
            let variants = values.entry(value(entry)).or_default();
            variants.push(format!("Self::{}", entry.variant));
        }
        let arms = values
            .iter()
            .map(|(value, variants)| format!("{} => {value},\n", variants.join(" | ")));
        let _ = writeln!(
            out,
            "pub fn {name}(self) -> {kind} {{ match self {{\n{} }} }}\n",
            arms.collect::<String>()
        );
    };
    method("http_status", "u16", &|entry| entry.status.to_string());
    method("severity", "&'static str", &|entry| text(&entry.severity));
    method("retry", "&'static str", &|entry| text(&entry.retry));
    method("docs", "&'static str", &|entry| text(&entry.docs));
    out + "}\n"
}

/// Returns a file of messages per language, for fluent.
fn fluent(entries: &[Entry]) -> Vec<(&'static str, String)> {
    let files = ["locales/en.ftl", "locales/de.ftl", "locales/ja.ftl"];
    let file = |(at, path): (usize, &'static str)| {
        let mut text = String::new();
        for entry in entries {
            let message = &entry.messages[at];
            if !message.is_empty() {
                let message = message.replace('{', "{ $").replace('}', " }");
                let _ = writeln!(text, "{} = {message}", entry.code);
            }
        }
        (path, text)
    };
    files.into_iter().enumerate().map(file).collect()
}

/// Returns the messages as a file of rust-i18n.
fn i18n(entries: &[Entry]) -> String {
    let mut out = "_version: 2\n".to_owned();
    for entry in entries {
        let _ = writeln!(out, "{}:", entry.code);
        for (lang, message) in ["en", "de", "ja"].iter().zip(&entry.messages) {
            if !message.is_empty() {
                let _ = writeln!(out, "  {lang}: {:?}", message.replace('{', "%{"));
            }
        }
    }
    out
}

/// Returns the codes as an enum of protobuf, with their data as options.
fn proto(entries: &[Entry]) -> String {
    let mut out = "syntax = \"proto3\";\npackage platform;\nimport \"google/protobuf/descriptor.proto\";\n\nextend google.protobuf.EnumValueOptions {\n".to_owned();
    let options = ["code", "en", "de", "ja", "severity", "retry", "docs"];
    for (number, option) in options.iter().enumerate() {
        let _ = writeln!(out, "  string {option} = {};", 50001 + number);
    }
    out += "  uint32 http_status = 50010;\n}\n\nenum ErrorCode {\n  ERROR_CODE_UNSPECIFIED = 0;\n";
    for (number, entry) in (1..).zip(entries) {
        let _ = writeln!(out, "  {} = {number} [", proto_name(entry));
        let [en, de, ja] = &entry.messages;
        let values = [
            &entry.code,
            en,
            de,
            ja,
            &entry.severity,
            &entry.retry,
            &entry.docs,
        ];
        for (option, value) in options
            .iter()
            .zip(values)
            .filter(|(_, value)| !value.is_empty())
        {
            let _ = writeln!(out, "    ({option}) = {value:?},");
        }
        let _ = writeln!(out, "    (http_status) = {}\n  ];", entry.status);
    }
    out + "}\n"
}

fn proto_name(entry: &Entry) -> String {
    format!(
        "ERROR_CODE_{}",
        words(&entry.variant).replace(' ', "_").to_uppercase()
    )
}
