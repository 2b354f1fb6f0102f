//! Calls a provider and decides what to do next, by the reply: `cargo run -p codes-services --example client -- lianlian 2008 9999`.
//!
//! The provider is a mock one on this machine, which answers an order with the code that it is named after. Without
//! arguments, there is an order for each decision.

use codes::{Code, Lang, cmi, lianlian};
use codes_services::client::{Next, agent, next, send};
use codes_services::{provider, server::Server};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let provider = Server::start(provider::router())?;
    let url = provider.url();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((name, orders)) if name == "cmi" => {
            orders
                .iter()
                .for_each(|order| call::<cmi::ReturnCode>(&url, name, order));
        }
        Some((name, orders)) if name == "lianlian" => {
            orders
                .iter()
                .for_each(|order| call::<lianlian::ReturnCode>(&url, name, order));
        }
        Some(_) => println!("usage: client [cmi|lianlian CODE...]"),
        None => {
            for order in ["0000", "2008", "8888", "1004", "9999", "2O08"] {
                call::<lianlian::ReturnCode>(&url, "lianlian", order);
            }
            call::<cmi::ReturnCode>(&url, "cmi", "1000007");
        }
    }
    Ok(())
}

/// One function for the codes of every provider.
fn call<C: Code>(url: &str, provider: &str, order: &str) {
    let reply = send::<C>(&agent(), &format!("{url}/{provider}/orders/{order}"));
    let what = match next(&reply) {
        Next::Done => "done",
        Next::Wait => "wait, then query the result",
        Next::AskUser => "ask the user for the next step",
        Next::GiveUp => "give up",
        Next::Query => "query the result before anything else",
    };
    match reply {
        Err(error) => println!("{provider} {order}: {error}\n  {what}"),
        Ok(reply) => {
            let code = reply.code.known();
            let english = code.and_then(|code| code.localize(&reply.message, Lang::En));
            let english = english.unwrap_or_else(|| "a code that nobody documented".to_owned());
            println!(
                "{provider} {}: {}\n  {english}\n  {what}",
                reply.code, reply.message
            );
        }
    }
}
