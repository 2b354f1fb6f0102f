//! The command-line tool. `codegen --help` says what it does.

fn main() -> std::process::ExitCode {
    codegen_cli::run()
}
