//! A large table: 1,100 codes in 20 languages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LANGUAGES: [&str; 20] = [
    "zh", "zh-Hant", "en", "ja", "ko", "de", "fr", "es", "pt-BR", "it", "nl", "pl", "tr", "ru",
    "vi", "th", "id", "ar", "hi", "as",
];

/// An attribute of each kind.
const ATTRIBUTES: &str = r#"
[http]
doc = "The HTTP status."
[attribute.outcome]
doc = "The state of the order."
[attribute.outcome.values]
done = "It was done."
failed = "It was not."
[attribute.step]
doc = "The step that it stopped at."
kind = "integer"
[attribute.hint]
doc = "A hint for the user."
kind = "text"
optional = true
[attribute.billed]
doc = "Paid or not."
kind = "flag"
"#;

#[test]
fn a_table_of_1100_codes_in_20_languages_generates_and_compiles() {
    let catalog = format!(
        "languages = {LANGUAGES:?}\ntables = [\"big\"]\n\n[lints]\nscript = \"allow\"\n{ATTRIBUTES}"
    );
    let table = "module = \"big\"\ntype = \"Code\"\ncode = { charset = \"digits\", width = 5 }\n";
    let mut rows = format!(
        "code,name,http,outcome,step,hint,billed,{}\n",
        LANGUAGES.join(",")
    );
    for code in 0..1100 {
        let messages: Vec<String> = LANGUAGES
            .iter()
            .map(|tag| format!("Message {code} in {tag}"))
            .collect();
        let hint = if code % 3 == 0 {
            String::new()
        } else {
            format!("hint {}", code % 500)
        };
        rows.push_str(&format!(
            "{:05},message {code},{},{},{},{hint},{},{}\n",
            code * 7,
            200 + code % 400,
            ["done", "failed"][code % 2],
            code as i64 - 500,
            code % 5 == 0,
            messages.join(",")
        ));
    }
    let files = BTreeMap::from([
        (PathBuf::from("catalog.toml"), catalog.into_bytes()),
        (PathBuf::from("big.toml"), table.as_bytes().to_vec()),
        (PathBuf::from("big.csv"), rows.into_bytes()),
    ]);
    let output = codegen::Builder::new("catalog.toml")
        .files(files)
        .generate()
        .unwrap();
    assert_eq!(output.warnings(), []);
    assert_eq!(output.tables()[0].codes(), 1100);

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    output.write_to(&folder).unwrap();
    let test = "
        include!(\"mod.rs\");
        fn main() {
            assert_eq!(big::Code::ALL.len(), 1100);
            for (index, code) in big::Code::ALL.iter().enumerate() {
                assert_eq!(big::Code::from_code(code.code()), Some(*code));
                assert_eq!(big::Code::from_number(code.number()), Some(*code));
                assert_eq!(code.name(), format!(\"Message{index}\"));
                assert_eq!(code.http_status() as usize, 200 + index % 400);
                assert_eq!(code.outcome(), [Outcome::Done, Outcome::Failed][index % 2]);
                assert_eq!(code.step(), index as i64 - 500);
                let hint = format!(\"hint {}\", index % 500);
                assert_eq!(code.hint(), if index % 3 == 0 { None } else { Some(hint.as_str()) });
                assert_eq!(code.billed(), index % 5 == 0);
                let entry = code.entries().next().unwrap();
                assert_eq!(entry.message(Lang::Ko), code.ko());
                for lang in Lang::ALL {
                    assert_eq!(code.message(*lang), format!(\"Message {index} in {}\", lang.tag()));
                }
            }
            assert_eq!(big::Code::Message7.pt_br(), \"Message 7 in pt-BR\");
            assert_eq!(big::Code::Message7.r#as(), \"Message 7 in as\");
        }";
    // Next to the directory, which belongs to the generator.
    let main = folder.with_extension("rs");
    fs::write(
        &main,
        test.replace("mod.rs", folder.join("mod.rs").to_str().unwrap()),
    )
    .unwrap();
    let program = folder.with_extension("out");
    let rustc = Command::new("rustc")
        .args(["--edition=2021", "-o"])
        .arg(&program)
        .arg(&main)
        .output()
        .unwrap();
    assert!(
        rustc.status.success(),
        "{}",
        String::from_utf8_lossy(&rustc.stderr)
    );
    let run = Command::new(&program).output().unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
}
