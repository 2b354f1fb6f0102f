//! Calls a provider and decides by the reply what to do next: `cargo run -p codes-services --example client -- lianlian 2008 9999`.
//!
//! The provider is a local mock, which answers an order with the code in its name. Without arguments, the example sends one order for
//! each decision.

use codes::{Code, Lang, Next, cmi, lianlian};
use codes_services::client::{agent, next, send};
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

/// Sends an order to any provider and prints the decision.
fn call<C: Code>(url: &str, provider: &str, order: &str) {
    let reply = send::<C>(&agent(), &format!("{url}/{provider}/orders/{order}"));
    let advice = match next(&reply) {
        Next::ReadResult => "the request was accepted: read the result field, or query",
        Next::Query => "query the result before anything else",
        Next::Act => "ask the user for the next step",
        Next::Fix => "fix the request, then send it again under the same order number",
        Next::Repeat => "send it again later, under the same order number",
        Next::Stop => "give up",
    };
    match reply {
        Err(error) => println!("{provider} {order}: {error}\n  {advice}"),
        Ok(reply) => {
            let code = reply.code.known();
            let english = code.and_then(|code| code.localize(&reply.message, Lang::En));
            let english = english.unwrap_or_else(|| "undocumented code".to_owned());
            println!(
                "{provider} {}: {}\n  {english}\n  {advice}",
                reply.code, reply.message
            );
        }
    }
}
