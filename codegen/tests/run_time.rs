//! What is generated for a table that is not ours works at run time: three languages, codes that are no numbers,
//! optional statuses, with serde and http. `run_time/tests` says what is expected of it.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_fixture_works_at_run_time() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("run_time");
    let catalog = package.join("tests/fixtures/pass/three-languages/catalog.toml");
    let output = codegen::Builder::new(catalog).generate().unwrap();
    output.write_to(folder.join("src/generated")).unwrap();
    for file in ["Cargo.toml", "src/lib.rs", "tests/run_time.rs"] {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::copy(package.join("tests/run_time").join(file), path).unwrap();
    }
    // The versions that this workspace uses: they are on this machine already.
    fs::copy(package.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["test", "--offline", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{}\n{}",
        text(&output.stdout),
        text(&output.stderr)
    );
}
