//! Generated Rust with hostile texts, in rustc, in the program and in rustdoc.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use scraper::{Html, Selector};

use super::hostile;
use test_support::hostile::{CODES, TEXTS};
use test_support::hostile::{MANY, add_a_large_table};

/// Prints every text of every code, one per line.
const MAIN: &str = r#"
fn show<C: codes::Code>() {
    for code in C::ALL.iter().copied() {
        println!("{}", code.code());
        for lang in codes::Lang::ALL.iter().copied() {
            println!("{}", code.render(lang, &[]));
            println!("{}", code.printed(lang).unwrap_or("nothing"));
        }
        println!("{}", code.hint().unwrap_or("nothing"));
    }
}
"#;

#[track_caller]
fn run(program: impl AsRef<Path>, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program.as_ref())
        .args(arguments)
        .current_dir(folder)
        .output();
    let Output {
        status,
        stdout,
        stderr,
    } = output.unwrap();
    assert!(
        status.success(),
        "{:?}: {}",
        program.as_ref(),
        String::from_utf8_lossy(&stderr)
    );
    String::from_utf8(stdout).unwrap()
}

// One test, because all parts need the same files.
#[test]
fn generated_rust_compiles_and_prints_every_text() {
    let folder = hostile();
    add_a_large_table(&folder);
    folder.codegen(&[]).assert(0, &[], &[]);
    folder.write(
        "codes.rs",
        "//! A crate.\n#![deny(warnings, missing_docs)]\n#![forbid(unsafe_code)]\ninclude!(\"rust/mod.rs\");\n",
    );
    let mut main = MAIN.to_owned() + "fn main() {\n    show::<codes::codes::ReturnCode>();\n";
    for index in 0..TEXTS.len() {
        main.push_str(&format!("    show::<codes::t{index}::ReturnCode>();\n"));
    }
    main.push_str("    show::<codes::many::ReturnCode>();\n");
    folder.write("main.rs", main + "}\n");
    run(
        "rustc",
        &["--edition=2024", "--crate-type=rlib", "codes.rs"],
        folder.path(),
    );
    run(
        "rustc",
        &["--edition=2024", "--extern=codes=libcodes.rlib", "main.rs"],
        folder.path(),
    );

    let mut expected = Vec::new();
    let mut codes = CODES.map(str::to_owned);
    codes.sort();
    for code in codes {
        expected.extend(
            [code.as_str(), "rust", "nothing", "中", "nothing", "nothing"].map(str::to_owned),
        );
    }
    for text in TEXTS {
        for (code, printed) in [("1", text), ("2", "nothing")] {
            expected.extend(
                [code, text, printed, &format!("中{text}"), printed, text].map(str::to_owned),
            );
        }
    }
    for index in 0..MANY {
        let text = TEXTS[index % TEXTS.len()];
        expected.extend(
            [
                &index.to_string(),
                text,
                text,
                &format!("中{text}"),
                text,
                text,
            ]
            .map(str::to_owned),
        );
    }
    let program = folder
        .path()
        .join(format!("main{}", std::env::consts::EXE_SUFFIX));
    let printed = run(program, &[], folder.path());
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);

    // rustdoc shows every text as it is, without warnings and without tests.
    let tests = run(
        "rustdoc",
        &["--edition=2024", "--test", "codes.rs"],
        folder.path(),
    );
    assert!(tests.contains("running 0 tests"), "{tests}");
    run(
        "rustdoc",
        &["--edition=2024", "-Dwarnings", "--out-dir=doc", "codes.rs"],
        folder.path(),
    );
    for (index, text) in TEXTS.iter().enumerate() {
        let page = |name: &str| documentation(&folder.path().join("doc/codes").join(name));
        let of_enum = page(&format!("t{index}/enum.ReturnCode.html"));
        // The titles, the source; each code's messages, hint and printed texts.
        assert!(
            of_enum.matches(text).count() >= 5 + 2 * 3 + 2,
            "{text}: {of_enum}"
        );
        assert!(
            page(&format!("t{index}/index.html")).contains(text),
            "{text}"
        );
        assert!(
            page(&format!("t{index}/enum.Scope.html")).contains(text),
            "{text}"
        );
        let of_word = page("enum.Word.html");
        assert!(of_word.matches(text).count() >= 3, "{text}: {of_word}");
        assert!(page("trait.Code.html").contains(text), "{text}");
    }
    let of_codes = documentation(&folder.path().join("doc/codes/codes/enum.ReturnCode.html"));
    for code in CODES {
        assert!(
            of_codes.contains(&format!("{code} rust")),
            "{code}: {of_codes}"
        );
    }
}

/// Returns the documentation on a page of rustdoc, and asserts that all markup in it is from the generator.
fn documentation(path: &Path) -> String {
    let page = Html::parse_document(&fs::read_to_string(path).unwrap());
    let blocks = Selector::parse(".docblock").unwrap();
    let mut text = String::new();
    for block in page.select(&blocks) {
        for element in block.descendent_elements().skip(1) {
            let (name, mut attributes) = (element.value().name(), element.value().attrs());
            // rustdoc links `Self` and the types that the generator's docs name.
            let is_own = name == "a"
                || ["p", "ul", "li", "code", "strong"].contains(&name)
                    && attributes.next().is_none();
            assert!(is_own, "{}: {}", path.display(), element.html());
            let link = element.value().attr("href").unwrap_or_default();
            assert!(
                !link.contains(':') || link.starts_with("https://doc.rust-lang.org/"),
                "{link}"
            );
        }
        text.extend(block.text());
        text.push('\n');
    }
    // Undo the typography of rustdoc.
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}
