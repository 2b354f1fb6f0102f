//! What to do about a code: `cargo run --example decide -- lianlian 2008`.

use codes::{Code, Lang, Outcome, Retry, cmi, lianlian};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let advice = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["cmi", code] => advise::<cmi::ReturnCode>(code),
        ["lianlian", code] => advise::<lianlian::ReturnCode>(code),
        _ => "usage: decide cmi|lianlian CODE".to_owned(),
    };
    println!("{advice}");
}

/// One function for the codes of every provider.
fn advise<C: Code>(text: &str) -> String {
    let code = match text.parse::<C>() {
        Ok(code) => code,
        Err(unknown) => return format!("{unknown}: query before sending again"),
    };
    let what = match code.outcome() {
        Outcome::Success => "done",
        Outcome::Pending => "wait, and query the result",
        Outcome::ActionRequired => "ask the user or the merchant for the next step",
        Outcome::Unknown => "query the result before anything else",
        Outcome::Failure => match code.retry() {
            Retry::Never => "give up",
            Retry::AfterChange => "mend the request, or what it depends on, and send it again",
            Retry::Later => "send it again later",
            Retry::AfterQuery => "query the result, then decide",
        },
    };
    format!(
        "{code}\n{}\nHTTP {}: {what}",
        code.message(Lang::Zh),
        code.http_status()
    )
}
