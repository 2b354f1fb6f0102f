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
    }
}

/// The reader of the output may close the pipe at any time.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_quiet() {
    let catalog = shop();
    for (arguments, status) in [
        (&["export", "--format=html"][..], 0),
        (&["explain", "0042"], 0),
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
