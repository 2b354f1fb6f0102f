//! Sends payments to a provider and decides by its replies what to do next: `cargo run -p codes-services --example client -- lianlian 2008
//! 9999`.
//!
//! The provider is a local mock, which answers each payment with the code of the same number. Without arguments, the example shows one
//! payment for each decision, and the values of `result_pay`.

use codes::{Code, Next, cmi, lianlian};
use codes_services::client::{Client, Result};
use codes_services::payment::Payment;
use codes_services::provider::{Answer, Provider};
use codes_services::server::Server;

#[tokio::main]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let provider = Provider::default();
    let server = Server::start(provider.router()).await?;
    let client = Client::new(server.url())?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((name, codes)) if name == "cmi" => {
            for code in codes {
                pay::<cmi::ReturnCode>(&client, &provider, Answer::code(code)).await;
            }
        }
        Some((name, codes)) if name == "lianlian" => {
            for code in codes {
                pay::<lianlian::ReturnCode>(&client, &provider, Answer::code(code)).await;
            }
        }
        Some(_) => println!("usage: client [cmi|lianlian CODE...]"),
        None => {
            for code in ["0000", "2008", "8888", "1004", "9999", "2O08"] {
                pay::<lianlian::ReturnCode>(&client, &provider, Answer::code(code)).await;
            }
            for result in ["SUCCESS", "PROCESSING", "WAITING", "FAILURE"] {
                let answer = Answer::result::<lianlian::ReturnCode>(result);
                pay::<lianlian::ReturnCode>(&client, &provider, answer).await;
            }
            pay::<lianlian::ReturnCode>(&client, &provider, Answer::Silence).await;
            pay::<cmi::ReturnCode>(&client, &provider, Answer::code("1000007")).await;
        }
    }
    Ok(())
}

/// Sends a payment to any provider, prints the reply and the decision, and queries the result if it is open.
async fn pay<C: Code>(client: &Client, provider: &Provider, answer: Answer) {
    let order = "order-1";
    provider.script(order, answer, Answer::result::<C>("SUCCESS"));
    let mut payment = Payment::new::<C>(order, 100);
    let reply = client.pay::<C>(order, payment.amount).await;
    payment.replied(&reply);
    show(&reply);
    decide::<C>(&payment);
    if payment.outcome.must_query() {
        let reply = client.query::<C>(order).await;
        if let Ok(reply) = &reply {
            payment.learn(reply.of_query());
        }
        print!("  query: ");
        show(&reply);
        decide::<C>(&payment);
    }
}

fn show<C: Code>(reply: &Result<C>) {
    match reply {
        Ok(reply) => {
            let result = reply.result_pay.as_deref();
            let result = result.map_or_else(String::new, |result| format!(", result {result:?}"));
            println!("{} {:#}{result}", C::TABLE, reply.code);
        }
        Err(error) => println!("{} no reply: {error}", C::TABLE),
    }
}

fn decide<C: Code>(payment: &Payment) {
    let advice = match payment.next::<C>() {
        None | Some(Next::ReadResult) => "paid: book it",
        Some(Next::Query) => "query the result before anything else",
        Some(Next::Act) => "ask the user for the next step",
        Some(Next::Fix) => "fix the request, then send it again under the same order number",
        Some(Next::Repeat) => "send it again later, under the same order number",
        Some(Next::Stop) => "give up",
    };
    println!("  {}: {advice}", payment.outcome);
}
