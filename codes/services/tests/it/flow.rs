//! A payment, end to end: sent, pending, queried, notified, booked, answered, stored and logged.

use codes::lianlian::ReturnCode;
use codes::{Code, Next, Outcome};
use codes_services::notification::Notification;
use codes_services::provider::{Answer, notify};

use crate::support::{Reply, SECRET, Services};

#[tokio::test]
async fn payment_is_sent_queried_notified_booked_and_answered() {
    let services = Services::start().await;
    let pay = || services.pay::<ReturnCode>("A-1", "key-1");
    let query = || services.query::<ReturnCode>("A-1");
    let script = |query| services.provider.script("A-1", Answer::code("2008"), query);

    script(Answer::code("9093"));
    let paid = Reply::of(pay()).await;
    let summary = |reply: &Reply| (reply.status, reply.outcome(), reply.next());
    let pending = (202, Outcome::Pending, Some(Next::Query));
    assert_eq!(summary(&paid), pending);
    assert_eq!(paid.body["detail"], "The transaction is being processed");

    // The query finds nothing, then fails, then finds the payment under way. None of it changes anything.
    assert_eq!(summary(&Reply::of(query()).await), pending);
    script(Answer::code("9921"));
    assert_eq!(summary(&Reply::of(query()).await), pending);
    script(Answer::result::<ReturnCode>("WAITING"));
    assert_eq!(summary(&Reply::of(query()).await), pending);

    let url = services.url("/lianlian/return-code/notifications");
    for result_pay in ["SUCCESS", "PROCESSING", "SUCCESS"] {
        let notification = Notification {
            no_order: "A-1".to_owned(),
            amount: 100,
            result_pay: result_pay.to_owned(),
        };
        let status = notify(&url, SECRET, &notification).await.unwrap();
        assert_eq!(status, 200);
    }
    // The stored payment answers a query and the repeated request.
    for request in [query(), pay()] {
        let answer = Reply::of(request).await;
        assert_eq!(summary(&answer), (200, Outcome::Success, None));
        assert_eq!(answer.body["detail"], "The payment was carried out");
        assert_eq!(answer.body["code"], "2008");
    }
    assert_eq!(services.provider.payments("A-1"), 1);
    assert_eq!(services.gateway.store.booked::<ReturnCode>("A-1"), 1);

    let stored = services.gateway.store.get::<ReturnCode>("A-1").unwrap();
    assert_eq!(
        (stored.table, stored.code.as_deref()),
        (ReturnCode::TABLE, Some("2008"))
    );
    assert_eq!(stored.code().unwrap(), ReturnCode::TransactionProcessing);
    let log = services.log.lock().unwrap();
    let expected = ["2008", "9093", "9921", "0000"].map(|code| {
        let request = if code == "2008" { "pay" } else { "query" };
        format!("{request} order=A-1 payment=pending table=lianlian/return-code code={code}")
    });
    assert_eq!(*log, expected);
}
