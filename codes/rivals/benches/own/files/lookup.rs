//! Prints the nanoseconds of a lookup.

use std::hint::black_box;
use std::time::Instant;

#[allow(unused_imports)]
use rival::*;

fn find(text: &str) -> bool {
    FIND
}

fn main() {
    let texts: Vec<String> = TEXTS.map(str::to_owned).into();
    // A fixed sequence in which each text occurs many times.
    let mut state = 1_u32;
    let texts: Vec<&str> = (0..4096)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            texts[(state >> 16) as usize % texts.len()].as_str()
        })
        .collect();
    let mut best = f64::MAX;
    for _ in 0..200 {
        let start = Instant::now();
        let found = texts.iter().filter(|text| find(black_box(text))).count();
        best = best.min(start.elapsed().as_nanos() as f64);
        assert!(black_box(found) > 0);
    }
    println!("{:.2}", best / texts.len() as f64);
}
