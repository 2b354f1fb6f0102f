//! The binary `codegen`; `codegen --help` describes its commands.

fn main() -> std::process::ExitCode {
    codegen_cli::run()
}
