//! Measures generation, from the bytes of a table to the text of the Rust files.

use std::process::Command;
use std::time::{Duration, Instant};

use codegen::Builder;
use quote::{format_ident, quote};

use crate::{data, ratio, seconds};

/// The argument with which the benchmark runs itself.
pub(crate) const CHILD: &str = "child";

/// A measurement: time, peak memory in KiB, and the length of the text in bytes.
struct Figures {
    time: Duration,
    memory: Option<u64>,
    bytes: usize,
}

pub(crate) fn run(sizes: &[usize]) {
    println!(
        "`floor`: read by the csv crate, an enum and an array for each column by quote, parsed by syn, printed by prettyplease.\n"
    );
    println!("| codes | by | s | times the floor | µs a code | MiB at most | MiB written |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for count in sizes.iter().copied() {
        let floor = best("floor", count);
        let ours = best("ours", count);
        for (way, figures) in [("floor", &floor), ("ours", &ours)] {
            println!(
                "| {count} | {way} | {} | {} | {:.1} | {} | {:.1} |",
                seconds(figures.time),
                ratio(figures.time, floor.time),
                figures.time.as_secs_f64() * 1e6 / count as f64,
                figures
                    .memory
                    .map_or("?".to_owned(), |kib| (kib / 1024).to_string()),
                figures.bytes as f64 / 1024.0 / 1024.0,
            );
        }
    }
}

/// Returns the fastest of three runs.
fn best(way: &str, count: usize) -> Figures {
    (0..3)
        .map(|_| measure(way, count))
        .min_by_key(|figures| figures.time)
        .expect("there are three runs")
}

fn measure(way: &str, count: usize) -> Figures {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([CHILD, way, &count.to_string()])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let numbers: Vec<u64> = text
        .split_whitespace()
        .map(|word| word.parse().unwrap())
        .collect();
    Figures {
        time: Duration::from_nanos(numbers[0]),
        memory: (numbers[1] > 0).then_some(numbers[1]),
        bytes: usize::try_from(numbers[2]).unwrap(),
    }
}

/// Generates once, and prints the nanoseconds, the peak memory in KiB (0 if unknown), and the bytes.
pub(crate) fn child(way: &str, count: &str) {
    let csv = data::csv(&data::rows(count.parse().unwrap()));
    let start = Instant::now();
    let bytes = match way {
        "ours" => ours(csv),
        _ => floor(&csv),
    };
    let time = start.elapsed().as_nanos();
    println!("{time} {} {bytes}", peak_memory().unwrap_or_default());
}

fn ours(csv: String) -> usize {
    let builder = Builder::new("catalog.toml").files(data::catalog(csv));
    let output = builder.generate().unwrap();
    output.files().values().map(String::len).sum()
}

/// Generates the same columns without checks and lookups.
fn floor(csv: &str) -> usize {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<[String; 4]> = reader.deserialize().map(Result::unwrap).collect();
    let count = rows.len();
    let variants: Vec<_> = rows.iter().map(|row| format_ident!("{}", row[1])).collect();
    let docs = rows.iter().map(|row| format!(" `{}` {}", row[0], row[3]));
    let [codes, names, zh, en] =
        [0, 1, 2, 3].map(|column| rows.iter().map(move |row| &row[column]));
    let tokens = quote! {
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ReturnCode {
            #(#[doc = #docs] #variants,)*
        }
        static ALL: [ReturnCode; #count] = [#(ReturnCode::#variants,)*];
        static CODES: [&str; #count] = [#(#codes,)*];
        static NAMES: [&str; #count] = [#(#names,)*];
        static MESSAGE_ZH: [&str; #count] = [#(#zh,)*];
        static MESSAGE_EN: [&str; #count] = [#(#en,)*];
    };
    prettyplease::unparse(&syn::parse2(tokens).unwrap()).len()
}

/// Returns the peak memory of this process in KiB, if the system provides it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
