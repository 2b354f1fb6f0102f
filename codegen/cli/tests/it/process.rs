//! Properties of the process: exit status, colors, closed pipes.

use std::io::Write as _;
use std::process::Stdio;

use crate::support::Run;
use crate::support::catalogs::shop;

#[test]
fn the_exit_status_is_0_1_or_2() {
    let catalog = shop();
    let status = |arguments: &[&str]| catalog.codegen_process(arguments).status;
    assert_eq!(status(&["--check"]), 1, "there is something to report");
    assert_eq!(status(&[]), 0, "there is nothing to report");
    assert_eq!(status(&["--chekc"]), 2, "the arguments are wrong");
    catalog.edit("shop.csv", "0000,succeeded", "0,succeeded");
    assert_eq!(status(&["--check"]), 2, "the data are wrong");
}

#[test]
fn only_terminals_and_forced_output_have_colors() {
    let catalog = shop();
    let run = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut program = catalog.program();
        let without = ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"];
        for name in without {
            program.env_remove(name);
        }
        Run::of(program.args(arguments).envs(variables.iter().copied()))
    };
    let has_color = |run: &Run| [&run.stdout, &run.stderr].map(|text| text.contains('\u{1b}'));
    let forced = ("CLICOLOR_FORCE", "1");
    for (arguments, printed) in [
        (&["explain", "0042"][..], [true, false]),
        (&["explain", "0043"], [false, true]),
        (&["explain"], [false, true]),
        (&["--help"], [true, false]),
    ] {
        assert_eq!(has_color(&run(arguments, &[])), [false, false]);
        assert_eq!(has_color(&run(arguments, &[forced])), printed);
        let no_color = ("NO_COLOR", "1");
        let forbidden = run(arguments, &[no_color]);
        assert_eq!(has_color(&forbidden), [false, false]);
        let option = |color: &'static str| run(&[&[color], arguments].concat(), &[forced]);
        assert_eq!(has_color(&option("--color=always")), printed);
        assert_eq!(has_color(&option("--color=auto")), printed);
        assert_eq!(has_color(&option("--color=never")), [false, false]);
        let always = run(&[&["--color", "always"], arguments].concat(), &[no_color]);
        assert_eq!(has_color(&always), printed, "the option wins");
    }
}

#[test]
fn levels_and_changed_words_have_colors() {
    let catalog = shop();
    for file in ["catalog.toml", "shop.toml", "shop.csv"] {
        catalog.write(&format!("old/{file}"), catalog.read(file));
    }
    catalog.edit("shop.csv", "Succeeded,200", "Was a success,202");
    let document = "| code | zh |\n| - | - |\n| 0000 | 成了 |\n| [0042] | 订单{}不存在 |\n";
    catalog.write("document.md", document);
    let colored = |arguments: &[&str]| {
        let arguments = [&["--color=always"], arguments].concat();
        catalog.codegen_process(&arguments).stdout
    };
    let diff = colored(&["diff", "old/catalog.toml"]);
    let changed = |old: &str, new: &str| {
        format!("\u{1b}[31m[-{old}-]\u{1b}[0m\u{1b}[32m{{+{new}+}}\u{1b}[0m")
    };
    assert!(diff.starts_with("\u{1b}[33mminor\u{1b}[0m"), "{diff}");
    assert!(diff.contains("\n\u{1b}[32mpatch\u{1b}[0m"), "{diff}");
    assert!(
        diff.contains(&changed("Succeeded", "Was a success")),
        "{diff}"
    );
    let reconcile = colored(&["reconcile", "shop", "document.md"]);
    assert!(
        reconcile.starts_with("\u{1b}[33mchanged\u{1b}[0m"),
        "{reconcile}"
    );
    assert!(reconcile.contains(&changed("功", "了")), "{reconcile}");
    assert!(
        reconcile.contains("\u{1b}[31mremoved\u{1b}[0m    0050-0051"),
        "{reconcile}"
    );
}

#[test]
fn suggested_commands_can_be_pasted_into_a_shell() {
    let catalog = shop();
    let document = "| code | en |\n| - | - |\n| 1001 | Lost |\n";
    for name in ["two words.md", "it's $HOME.md", "-x.md"] {
        catalog.write(name, document);
        let listed = catalog.codegen_process(&["import", "--", name]);
        let suggested = listed.stderr.split('`').nth(1).unwrap();
        let arguments = suggested.strip_prefix("codegen ").unwrap();
        let arguments = arguments.replace("--table N --name NAME", "--table 1 --name new");
        let mut shell = std::process::Command::new("sh");
        let shell = shell.args(["-c", &format!("\"$0\" {arguments}")]);
        let shell = shell.arg(env!("CARGO_BIN_EXE_codegen"));
        Run::of(shell.current_dir(catalog.path())).assert(0, &[], &["wrote new.toml"]);
        for file in ["new.toml", "new.csv"] {
            std::fs::remove_file(catalog.path().join(file)).unwrap();
        }
    }
}

/// The reader of the output may close the pipe at any time.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_quiet() {
    let catalog = shop();
    catalog.write("new.md", "| code | en |\n| - | - |\n| 1001 | Lost |\n");
    for (arguments, status) in [
        (&["export", "--format=html"][..], 0),
        (&["export", "--format=json"], 0),
        (&["export", "--format=markdown"], 0),
        (&["export", "--format=csv"], 0),
        (&["explain", "0042"], 0),
        (&["explain", "0042", "--format=json"], 0),
        (&["diff", "catalog.toml"], 0),
        (&["import", "new.md"], 0),
        (&["completions", "bash"], 0),
        (&["man"], 0),
        (&["--check"], 1),
        (&["--help"], 0),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut program = catalog.program();
        let program = program.args(arguments).stdout(writer);
        let output = program.stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        let stderr = String::from_utf8(output.stderr).unwrap();
        let is_quiet = !stderr.contains("pipe") && !stderr.contains("panicked");
        assert!(is_quiet, "{arguments:?}: {stderr}");
    }
}

/// A long reply with the code at its end is found; the number of tokens that are read is limited.
#[test]
fn explain_reads_standard_input() {
    let catalog = shop();
    let items = r#"{"id":"a1","text":"The order was packed"},"#.repeat(2_000);
    for (input, status, printed) in [
        ("ret_code=0042", 0, "0042 in shop\n"),
        (
            &format!("{{\"items\":[{items}null],\"code\":\"0042\"}}"),
            0,
            "0042 in shop\n",
        ),
        ("\n", 2, ""),
        ("nothing like it", 1, ""),
    ] {
        let mut program = catalog.program();
        let program = program.args(["explain", "-"]).stdin(Stdio::piped());
        let program = program.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = program.spawn().unwrap();
        let mut stdin = process.stdin.take().unwrap();
        stdin.write_all(input.as_bytes()).unwrap();
        drop(stdin);
        let output = process.wait_with_output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(status));
        assert!(stdout.starts_with(printed), "{stdout}");
    }
}
