//! Log lines and metric labels are bounded, whatever the provider sends.

use codes::Received;
use codes::lianlian::ReturnCode;
use codes_services::observe::label;
use codes_services::provider::Answer;

use crate::support::{Reply, Services};

#[tokio::test]
async fn log_and_metrics_are_bounded() {
    let services = Services::start().await;
    let forged = format!("2008\nlianlian/return-code 0000{}", "x".repeat(100_000));
    for (order, answer) in [
        ("A-1", Answer::code("2008")),
        ("A-2", Answer::code(&forged)),
        ("A-3", Answer::code("2O08")),
        ("A-4", Answer::Silence),
    ] {
        services.provider.script(order, answer, Answer::Silence);
        let answer = Reply::of(services.pay::<ReturnCode>(order, order)).await;
        assert_eq!(answer.body["table"], "lianlian/return-code");
    }
    let log = services.log.lock().unwrap().clone();
    assert_eq!(
        (log.len(), &*log[0]),
        (
            4,
            "pay order=A-1 payment=pending table=lianlian/return-code code=2008"
        )
    );
    for line in &log {
        assert!(
            line.len() < 400 && !line.contains(char::is_control),
            "{line}"
        );
        assert!(line.starts_with("pay order=A-"), "{line}");
    }
    let metrics = reqwest::get(services.url("/metrics")).await.unwrap();
    assert_eq!(
        metrics.text().await.unwrap(),
        "provider_replies_total{table=\"lianlian/return-code\",code=\"2008\"} 1\n\
         provider_replies_total{table=\"lianlian/return-code\",code=\"none\"} 1\n\
         provider_replies_total{table=\"lianlian/return-code\",code=\"unknown\"} 2\n"
    );
    // The received text is stored as it is.
    let payment = services.gateway.store.get::<ReturnCode>("A-2").unwrap();
    assert_eq!(payment.code::<ReturnCode>().unwrap(), forged.as_str());
    assert_eq!(label(&Received::<ReturnCode>::from("0106")), "0106");
}
