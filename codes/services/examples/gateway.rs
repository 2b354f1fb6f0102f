//! Runs a gateway that never pays twice: `cargo run -p codes-services --example gateway`.
//!
//! The example starts a local mock provider and the gateway, sends payments, repetitions, queries and notifications to the gateway, prints
//! the answers and the log, and stops.

use axum::http::Method;
use codes::{cmi, lianlian};
use codes_services::client;
use codes_services::gateway::Gateway;
use codes_services::notification::Notification;
use codes_services::provider::{Answer, Provider, notify};
use codes_services::server::Server;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const SECRET: &[u8] = b"secret of the example";

#[tokio::main]
async fn main() -> Result<()> {
    use lianlian::ReturnCode;
    let provider = Provider::default();
    let provider_server = Server::start(provider.router()).await?;
    let gateway = Gateway::new(provider_server.url(), SECRET, |line| {
        println!("log: {line}")
    })?;
    let server = Server::start(gateway.router()).await?;
    let lianlian = format!("{}/lianlian/return-code", server.url());

    println!(
        "A payment is processed; a repetition is answered from the store; a query still finds it under way.\n"
    );
    provider.script(
        "A-1",
        Answer::code("2008"),
        Answer::result::<ReturnCode>("PROCESSING"),
    );
    let payment = format!("{lianlian}/payments/A-1");
    show(Method::POST, &payment, "en").await?;
    show(Method::POST, &payment, "zh-TW, zh;q=0.9, en;q=0.8").await?;
    show(Method::GET, &payment, "en").await?;

    println!("The notification arrives twice, and is booked once.\n");
    let notification = Notification {
        no_order: "A-1".to_owned(),
        amount: 100,
        result_pay: "SUCCESS".to_owned(),
    };
    for _ in 0..2 {
        notify(&format!("{lianlian}/notifications"), SECRET, &notification).await?;
    }
    show(Method::GET, &payment, "en").await?;
    let (sent, booked) = (
        provider.payments("A-1"),
        gateway.store.booked::<ReturnCode>("A-1"),
    );
    println!("payments sent: {sent}, booked: {booked}\n");

    println!("Refused: the balance does not suffice. No reply: the result is unknown.\n");
    provider.script("A-2", Answer::code("6001"), Answer::code("8901"));
    show(Method::POST, &format!("{lianlian}/payments/A-2"), "en").await?;
    provider.script("A-3", Answer::Silence, Answer::code("8901"));
    show(Method::POST, &format!("{lianlian}/payments/A-3"), "en").await?;
    show(Method::GET, &format!("{lianlian}/payments/A-3"), "en").await?;

    println!("Another provider.\n");
    provider.script(
        "B-1",
        Answer::code("1000007"),
        Answer::accepted::<cmi::ReturnCode>(),
    );
    let payment = format!("{}/cmi/return-code/payments/B-1", server.url());
    show(Method::POST, &payment, "en-GB").await?;

    let metrics = client::http()?.get(format!("{}/metrics", server.url()));
    print!("{}", metrics.send().await?.text().await?);
    Ok(())
}

/// Sends a request and prints the answer.
async fn show(method: Method, url: &str, languages: &str) -> Result<()> {
    let request = client::http()?.request(method.clone(), url);
    let request = request
        .header("accept-language", languages)
        .header("idempotency-key", url);
    let response = request.body(r#"{"amount": 100}"#).send().await?;
    let header = |name| {
        let value = response.headers().get(name)?;
        value.to_str().ok()
    };
    println!(
        "{method} {url} (Accept-Language: {languages})\n{} {} {}",
        response.status(),
        header("content-type").unwrap_or_default(),
        header("content-language").unwrap_or_default()
    );
    println!("{}\n", response.text().await?);
    Ok(())
}
