//! Runs a gateway that answers in the caller's language: `cargo run -p codes-services --example gateway`.
//!
//! The example starts a local mock provider and the gateway, sends a few orders to the gateway, prints the answers, and stops.

use codes_services::server::Server;
use codes_services::{client, gateway, provider};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let provider = Server::start(provider::router())?;
    let gateway = Server::start(gateway::router(provider.url()))?;
    let agent = client::agent();
    for (order, languages) in [
        ("lianlian/orders/0000", "en"),
        ("lianlian/orders/2008", "zh-TW, zh;q=0.9, en;q=0.8"),
        ("lianlian/orders/2O08", "en"),
        ("cmi/orders/1000007", "en-GB"),
        ("cmi/orders/1000007", "fr, zh;q=0.1"),
    ] {
        let request = agent.post(format!("{}/{order}", gateway.url()));
        let mut response = request.header("accept-language", languages).send_empty()?;
        let header = |name| {
            response
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        println!(
            "POST /{order} (Accept-Language: {languages})\n{} {} {}",
            response.status(),
            header("content-type").unwrap_or_default(),
            header("content-language").unwrap_or_default()
        );
        println!("{}\n", response.body_mut().read_to_string()?);
    }
    Ok(())
}
