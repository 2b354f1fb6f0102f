//! Prints what to do about a code: `cargo run --example decide -- lianlian 2008`.

use codes::{Code, Lang, Next, cmi, lianlian};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let advice = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["cmi", code] => advise::<cmi::ReturnCode>(code),
        ["lianlian", code] => advise::<lianlian::ReturnCode>(code),
        _ => "usage: decide cmi|lianlian CODE".to_owned(),
    };
    println!("{advice}");
}

/// Returns the advice for a code of any provider.
fn advise<C: Code>(text: &str) -> String {
    let code = match text.parse::<C>() {
        Ok(code) => code,
        Err(unknown) => return format!("{unknown}: query the result before sending again"),
    };
    let advice = match code.next() {
        Next::ReadResult => "the request was accepted: read the result field, or query",
        Next::Query => "query the result before anything else",
        Next::Act => "ask the user or the merchant for the next step",
        Next::Fix => "fix the request, then send it again under the same order number",
        Next::Repeat => "send it again later, under the same order number",
        Next::Stop => "give up",
    };
    format!(
        "{code:#}\n{}\nHTTP {}: {advice}",
        code.message(Lang::Zh),
        code.http_status()
    )
}
