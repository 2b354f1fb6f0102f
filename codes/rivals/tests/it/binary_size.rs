//! Checks that a program contains only the columns that it uses.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Returns the bytes of an optimized program that prints `expression` for the code in its argument.
fn program(name: &str, expression: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pay-for-use");
    fs::create_dir_all(&folder).unwrap();
    let generated = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/generated/mod.rs");
    let source = format!(
        "#[allow(dead_code)]\nmod codes {{\n    include!({generated:?});\n}}\n\n\
         fn main() {{\n    let text = std::env::args().nth(1).unwrap_or_default();\n    \
         if let Some(code) = codes::cmi::ReturnCode::from_code(&text) {{\n        println!(\"{{}}\", {expression});\n    }}\n}}\n"
    );
    let (main, program) = (folder.join(format!("{name}.rs")), folder.join(name));
    fs::write(&main, source).unwrap();
    let rustc = Command::new("rustc")
        .args(["-O", "--edition=2024", "-o"])
        .arg(&program)
        .arg(&main)
        .output()
        .unwrap();
    assert!(
        rustc.status.success(),
        "{}",
        String::from_utf8_lossy(&rustc.stderr)
    );
    fs::read(program).unwrap()
}

fn has(program: &[u8], text: &str) -> bool {
    program
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn program_that_uses_the_status_contains_no_messages() {
    let code = codes::cmi::ReturnCode::ImsiNotFound;
    let status = program("status", "code.http_status()");
    for text in [
        code.en(),
        code.zh(),
        code.name(),
        codes::lianlian::ReturnCode::SystemError.en(),
    ] {
        assert!(!has(&status, text), "{text}");
    }
    // The search finds texts that the program uses.
    let english = program("english", "code.en()");
    assert!(has(&english, code.en()));
    for text in [code.zh(), codes::lianlian::ReturnCode::SystemError.en()] {
        assert!(!has(&english, text), "{text}");
    }
}
