fn main() {
    println!("cargo::rerun-if-changed=errors.proto");
    let files = protox::compile(["errors.proto"], ["."]).unwrap_or_else(|error| {
        eprintln!("{error:?}");
        std::process::exit(1)
    });
    prost_build::compile_fds(files).unwrap();
}
