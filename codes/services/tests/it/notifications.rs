//! Notifications: verified, deduplicated, in any order, booked once.

use codes::Outcome;
use codes::lianlian::ReturnCode;
use codes_services::notification::{self, Notification};
use codes_services::provider::{Answer, notify};

use crate::support::{Reply, SECRET, Services};

const PATH: &str = "/lianlian/return-code/notifications";

impl Services {
    /// Sends notifications, and returns the outcome of the payment afterwards.
    async fn notified(&self, order: &str, results: &[&str]) -> Outcome {
        for result in results {
            let status = self.notify(order, 100, result, SECRET).await;
            assert_eq!(status, 200, "{result}");
        }
        self.gateway.store.get::<ReturnCode>(order).unwrap().outcome
    }

    async fn notify(&self, order: &str, amount: u64, result: &str, secret: &[u8]) -> u16 {
        let notification = Notification {
            no_order: order.to_owned(),
            amount,
            result_pay: result.to_owned(),
        };
        let status = notify(&self.url(PATH), secret, &notification).await;
        status.unwrap().as_u16()
    }

    fn booked(&self, order: &str) -> usize {
        self.gateway.store.booked::<ReturnCode>(order)
    }
}

#[tokio::test]
async fn payment_is_booked_once_in_any_order() {
    let services = Services::start().await;
    for (index, (results, outcome, booked)) in [
        (&["SUCCESS"][..], Outcome::Success, 1),
        (&["SUCCESS", "SUCCESS", "SUCCESS"], Outcome::Success, 1),
        (&["PROCESSING", "WAITING", "SUCCESS"], Outcome::Success, 1),
        (&["SUCCESS", "PROCESSING", "SUCCESS"], Outcome::Success, 1),
        (&["PROCESSING", "FAILURE", "WAITING"], Outcome::Failure, 0),
        (&["REFUND", "???"], Outcome::Pending, 0),
    ]
    .into_iter()
    .enumerate()
    {
        let order = format!("A-{index}");
        let answers = (
            Answer::code("2008"),
            Answer::result::<ReturnCode>("SUCCESS"),
        );
        services.provider.script(&order, answers.0, answers.1);
        Reply::of(services.pay::<ReturnCode>(&order, &order)).await;
        assert_eq!(
            services.notified(&order, results).await,
            outcome,
            "{results:?}"
        );
        assert_eq!(services.booked(&order), booked, "{results:?}");
        // A query after the notification books nothing twice.
        Reply::of(services.query::<ReturnCode>(&order)).await;
        let is_paid = !outcome.is_failure();
        assert_eq!(services.booked(&order), usize::from(is_paid), "{results:?}");
    }
    assert!(
        services
            .log
            .lock()
            .unwrap()
            .iter()
            .all(|line| !line.contains("contradictory"))
    );
}

#[tokio::test]
async fn notification_may_arrive_before_the_reply() {
    use codes_services::payment::{Learned, Payment};
    use codes_services::reply::Reply;
    let mut payment = Payment::new::<ReturnCode>("A-1", 100);
    assert_eq!(payment.learn(Outcome::Success), Learned::Paid);
    for (code, learned) in [
        ("2008", Learned::Nothing),
        ("9999", Learned::Nothing),
        ("1004", Learned::Contradiction),
    ] {
        let reply: Reply<ReturnCode> =
            serde_json::from_value(serde_json::json!({ "ret_code": code })).unwrap();
        assert_eq!(payment.replied(&Ok(reply)), learned, "{code}");
        assert_eq!(payment.outcome, Outcome::Success);
        assert_eq!(payment.next::<ReturnCode>(), None);
    }
    let lost = Err::<Reply<ReturnCode>, _>("no reply".into());
    assert_eq!(payment.replied(&lost), Learned::Nothing);
}

#[tokio::test]
async fn contradiction_is_left_to_a_person() {
    let services = Services::start().await;
    services
        .provider
        .script("A-1", Answer::code("6001"), Answer::Silence);
    Reply::of(services.pay::<ReturnCode>("A-1", "A-1")).await;
    assert_eq!(
        services.notified("A-1", &["SUCCESS"]).await,
        Outcome::Failure
    );
    assert_eq!(services.booked("A-1"), 0);
    let last = services.log.lock().unwrap().last().cloned();
    let expected = "contradictory results: order=A-1 table=lianlian/return-code";
    assert_eq!(last.as_deref(), Some(expected));
}

#[tokio::test]
async fn only_signed_notifications_of_the_payment_count() {
    let services = Services::start().await;
    services
        .provider
        .script("A-1", Answer::code("2008"), Answer::Silence);
    Reply::of(services.pay::<ReturnCode>("A-1", "A-1")).await;
    assert_eq!(
        services
            .notify("A-1", 100, "SUCCESS", b"other secret")
            .await,
        401
    );
    assert_eq!(services.notify("A-1", 101, "SUCCESS", SECRET).await, 404);
    assert_eq!(services.notify("A-2", 100, "SUCCESS", SECRET).await, 404);
    let client = reqwest::Client::new();
    let post = |body: &'static str, signature: String| {
        let request = client.post(services.url(PATH)).body(body);
        request.header(notification::SIGNATURE, signature).send()
    };
    let signed = notification::sign(SECRET, b"{}");
    for (body, signature, status) in [
        ("{}", signed.clone(), 400),
        ("{} ", signed.clone(), 401),
        ("{}", String::new(), 401),
        ("{}", signed[2..].to_owned(), 401),
        ("{}", format!("{signed}0"), 401),
        ("{}", "zz".repeat(32), 401),
    ] {
        let response = post(body, signature).await.unwrap();
        assert_eq!(response.status(), status, "{body}");
    }
    let payment = services.gateway.store.get::<ReturnCode>("A-1").unwrap();
    assert_eq!(
        (payment.outcome, services.booked("A-1")),
        (Outcome::Pending, 0)
    );
}
