//! `cargo bench -p codes-rivals`: compares the speed of lookups with that of alternatives.
//!
//! strum's enum, a `match` and phf's map are compiled in. The benchmark therefore writes a program for each table, with the generated
//! code and the alternatives, builds it in release mode, and runs it. One run measures everything about a table.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::Builder;
use codes::{Code, cmi, lianlian};
use codes_rivals::static_data;

/// A table to measure.
struct Table {
    title: &'static str,
    builder: Builder,
    path: &'static str,
    /// The codes and their variants.
    codes: Vec<(String, String)>,
    /// Whether the table is small enough for alternatives whose compile time grows faster than the table.
    is_small: bool,
    has_numbers: bool,
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    for table in tables() {
        if arguments.is_empty() || arguments.iter().any(|wanted| table.title.contains(wanted)) {
            println!("\n## {}\n", table.title);
            run(&table);
        }
    }
}

fn tables() -> Vec<Table> {
    let real = |title, path, codes| Table {
        title,
        builder: Builder::new(codes_data::CATALOG),
        path,
        codes,
        is_small: true,
        has_numbers: true,
    };
    vec![
        real(
            "CMI, codes of 7 digits",
            "cmi::ReturnCode",
            pairs::<cmi::ReturnCode>(),
        ),
        real(
            "LianLian Pay, codes of 4 digits",
            "lianlian::ReturnCode",
            pairs::<lianlian::ReturnCode>(),
        ),
        synthetic("10,000 codes of 8 digits", 10_000, |number| {
            format!("{:08}", number * 7919 % 100_000_000)
        }),
        synthetic("100,000 codes of 8 digits", 100_000, |number| {
            format!("{:08}", number * 7919 % 100_000_000)
        }),
        synthetic(
            "10,000 codes of 1 to 40 characters",
            10_000,
            code_of_any_length,
        ),
        synthetic(
            "100,000 codes of 1 to 40 characters",
            100_000,
            code_of_any_length,
        ),
    ]
}

fn code_of_any_length(number: usize) -> String {
    let filling = "SDK.INVALID_ARGUMENT.OF_SOME_KIND.";
    let digits = number.to_string();
    let length = (number * 31 % 40).min(40 - digits.len());
    format!("{}{digits}", &filling.repeat(2)[..length])
}

fn pairs<C: Code>() -> Vec<(String, String)> {
    C::ALL
        .iter()
        .map(|code| (code.code().to_owned(), code.name().to_owned()))
        .collect()
}

/// Returns a synthetic table with plausible codes.
fn synthetic(title: &'static str, count: usize, code: impl Fn(usize) -> String) -> Table {
    let codes: BTreeMap<String, String> = (0..count)
        .map(|number| (code(number), format!("Code{number}")))
        .collect();
    let is_digits = codes
        .keys()
        .all(|code| code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()));
    let charset = if is_digits {
        "\"digits\", width = 8"
    } else {
        "\"ascii\""
    };
    let mut rows = "code,name,en,http,outcome\n".to_owned();
    for ((code, variant), number) in codes.iter().zip(0..) {
        let status = 400 + number % 5;
        let outcome = ["success", "failure", "unknown"][number % 3];
        let _ = writeln!(
            rows,
            "{code},{variant},The message of code {code},{status},{outcome}"
        );
    }
    let catalog = "languages = [\"en\"]\ntables = [\"table\"]\n[http]\ndoc = \"The HTTP status.\"\n\
        [attribute.outcome]\ndoc = \"The outcome.\"\n[attribute.outcome.values]\n\
        success = \"Carried out.\"\nfailure = \"Not carried out.\"\nunknown = \"Unknown.\"\n[lints]\nname = \"allow\"\n";
    let files = [
        ("catalog.toml", catalog.to_owned()),
        (
            "table.toml",
            format!(
                "module = \"table\"\ntype = \"ReturnCode\"\ncode = {{ charset = {charset} }}\n"
            ),
        ),
        ("table.csv", rows),
    ];
    let files = files
        .into_iter()
        .map(|(path, text)| (PathBuf::from(path), text.into_bytes()))
        .collect();
    Table {
        title,
        builder: Builder::new("catalog.toml").files(files),
        path: "table::ReturnCode",
        codes: codes.into_iter().collect(),
        is_small: false,
        has_numbers: is_digits,
    }
}

/// Writes, builds and runs the program, which prints its measurements.
fn run(table: &Table) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lookup");
    let source = folder.join("src");
    let _ = fs::remove_dir_all(&source);
    fs::create_dir_all(&source).unwrap();
    let output = table.builder.generate().unwrap();
    output.write_to(source.join("ours")).unwrap();
    let bytes = static_data::bytes(&source.join("ours/mod.rs"), &folder.join("data"));
    fs::write(source.join("rivals.rs"), rivals(table)).unwrap();
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(
        package.join("benches/lookup/measure.rs"),
        source.join("main.rs"),
    )
    .unwrap();
    fs::copy(package.join("../../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let manifest = "[package]\nname = \"lookup\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n\
        phf = \"0.14\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    let status = Command::new(env!("CARGO"))
        .args(["run", "--release", "--offline", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .status()
        .unwrap();
    assert!(status.success(), "{}", table.title);
    let codes: usize = output.tables().iter().map(|table| table.codes()).sum();
    println!(
        "\nStatic data of all columns: {} bytes per code ({codes} codes).",
        bytes / codes as u64
    );
}

/// Returns the source of the alternatives and of their measurement.
fn rivals(table: &Table) -> String {
    let mut map = phf_codegen::Map::new();
    for (index, (code, _)) in table.codes.iter().enumerate() {
        map.entry(code.as_str(), index.to_string());
    }
    // The map has indices, not variants: a hundred thousand more paths would take rustc a minute.
    let mut text = format!(
        "pub use crate::ours::{} as Code;\n\nstatic PHF: phf::Map<&'static str, u32> = {};\n\n\
         #[inline(never)]\npub fn by_phf(text: &str) -> Option<u32> {{\n    PHF.get(text).copied()\n}}\n\n",
        table.path,
        map.build()
    );
    let mut timed = String::new();
    if table.is_small {
        compiled_rivals(table, &mut text);
        for (title, function, argument) in [
            ("strum", "by_strum", "text"),
            ("`match` on text", "by_str", "text"),
            ("`match` on bytes", "by_bytes", "text.as_bytes()"),
        ] {
            let _ = writeln!(
                timed,
                "        crate::way({title:?}, texts, |text| {function}({argument})),"
            );
        }
    }
    if table.has_numbers {
        text.push_str("#[inline(never)]\npub fn by_number(number: u64) -> Option<Code> {\n    Code::from_number(number)\n}\n\n");
        timed.push_str(
            "        crate::way(\"`from_number`, ours\", numbers, |number| by_number(*number)),\n",
        );
    }
    let _ = writeln!(
        text,
        "pub fn more<'a>(texts: &'a [&'a str], numbers: &'a [u64]) -> Vec<crate::Way<'a>> {{\n    \
         let _ = (texts, numbers);\n    vec![\n{timed}    ]\n}}"
    );
    text
}

/// Writes the alternatives whose compile time grows faster than the table.
fn compiled_rivals(table: &Table, text: &mut String) {
    text.push_str("#[derive(Clone, Copy, strum::EnumString)]\npub enum Strum {\n");
    for (code, variant) in &table.codes {
        let _ = writeln!(text, "    #[strum(serialize = {code:?})]\n    {variant},");
    }
    text.push_str("}\n\n#[inline(never)]\npub fn by_strum(text: &str) -> Option<Strum> {\n    text.parse().ok()\n}\n\n");
    for (name, argument, prefix) in [("by_str", "&str", ""), ("by_bytes", "&[u8]", "b")] {
        let _ = writeln!(
            text,
            "#[inline(never)]\npub fn {name}(text: {argument}) -> Option<Code> {{\n    Some(match text {{"
        );
        for (code, variant) in &table.codes {
            let _ = writeln!(text, "        {prefix}{code:?} => Code::{variant},");
        }
        text.push_str("        _ => return None,\n    })\n}\n\n");
    }
}
