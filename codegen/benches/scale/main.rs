//! `cargo bench -p codegen`: measures generating and compiling large tables, compared with alternatives.
//!
//! Each generation runs in a separate process, to measure its peak memory. Arguments select a part and a number of codes:
//! `cargo bench -p codegen -- generation 10000`.

mod compile;
mod data;
mod generate;

use std::time::Duration;

/// The numbers of codes of the tables.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// A function that measures tables of these sizes.
type Run = fn(&[usize]);

const PARTS: [(&str, Run); 2] = [("Generation", generate::run), ("Compilation", compile::run)];

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    if let [mode, way, count] = arguments.as_slice()
        && mode == generate::CHILD
    {
        return generate::child(way, count);
    }
    let mut sizes: Vec<usize> = arguments
        .iter()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let words: Vec<&String> = arguments
        .iter()
        .filter(|argument| argument.parse::<usize>().is_err())
        .collect();
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    for (title, run) in PARTS {
        if words.is_empty() || words.iter().any(|word| title.eq_ignore_ascii_case(word)) {
            println!("\n## {title}\n");
            run(&sizes);
        }
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.2}", duration.as_secs_f64())
}

/// Returns the ratio of two times, as text.
fn ratio(duration: Duration, other: Duration) -> String {
    format!("{:.2}", duration.as_secs_f64() / other.as_secs_f64())
}
