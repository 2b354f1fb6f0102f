//! Replies that are not as documented.

use codes::lianlian::ReturnCode;
use codes::{Next, Outcome, cmi};
use codes_services::client::Client;
use codes_services::provider::Answer;
use reqwest::StatusCode;
use serde_json::json;

use crate::support::Services;

#[tokio::test]
async fn reply_without_a_code_leaves_the_payment_unknown() {
    let services = Services::start().await;
    for (index, payment) in [
        Answer::Silence,
        Answer::Redirect,
        Answer::Html(StatusCode::BAD_GATEWAY),
        Answer::Html(StatusCode::OK),
        Answer::Json(json!({})),
        Answer::Json(json!(null)),
        Answer::Json(json!({ "ret_code": null, "ret_msg": "交易失败" })),
        Answer::Json(json!({ "ret_code": ["1004"] })),
        Answer::Json(json!({ "ret_code": "1004", "ret_msg": 5 })),
        Answer::code(" 2008"), // a code with blanks is not a documented code
        Answer::code("1004 "),
        Answer::code(""),
    ]
    .into_iter()
    .enumerate()
    {
        let order = format!("A-{index}");
        let query = Answer::result::<ReturnCode>("SUCCESS");
        let [paid, queried] = services
            .pay_and_query::<ReturnCode>(&order, payment.clone(), query)
            .await;
        let answered = (paid.status, paid.outcome(), paid.next());
        let expected = (500, Outcome::Unknown, Some(Next::Query));
        assert_eq!(answered, expected, "{payment:?}");
        // The query settles it.
        let answered = (queried.status, queried.outcome(), queried.next());
        assert_eq!(answered, (200, Outcome::Success, None), "{payment:?}");
        assert_eq!(services.gateway.store.booked::<ReturnCode>(&order), 1);
        assert_eq!(services.provider.payments(&order), 1, "{payment:?}");
    }
}

#[tokio::test]
async fn query_without_a_result_changes_nothing() {
    let services = Services::start().await;
    for (index, query) in [
        Answer::Silence,
        Answer::Html(StatusCode::NOT_FOUND),
        Answer::Json(json!({ "ret_code": "0000" })),
        Answer::Json(json!({ "ret_code": "0000", "result_pay": null })),
        Answer::Json(json!({ "ret_code": "0000", "result_pay": "REFUND" })),
        Answer::Json(json!({ "ret_code": "0000", "result_pay": "success" })),
        // A query that is refused, that fails, or that finds nothing.
        Answer::code("1001"),
        Answer::code("0106"),
        Answer::code("8111"),
        Answer::code("8901"),
        Answer::code("9093"),
        Answer::code("9921"),
    ]
    .into_iter()
    .enumerate()
    {
        for (payment, outcome) in [("2008", Outcome::Pending), ("9999", Outcome::Unknown)] {
            let order = format!("A-{index}-{payment}");
            let [_, queried] = services
                .pay_and_query::<ReturnCode>(&order, Answer::code(payment), query.clone())
                .await;
            assert_eq!(queried.outcome(), outcome, "{query:?}");
            assert_eq!(queried.next(), Some(Next::Query), "{query:?}");
        }
    }
}

#[tokio::test]
async fn code_without_a_message_decides() {
    let services = Services::start().await;
    for (index, reply) in [
        json!({ "ret_code": "6001" }),
        json!({ "ret_code": "6001", "ret_msg": null }),
        json!({ "ret_code": "6001", "ret_msg": "" }),
        json!({ "ret_code": 6001, "ret_msg": "?" }),
    ]
    .into_iter()
    .enumerate()
    {
        let order = format!("A-{index}");
        let [paid, queried] = services
            .pay_and_query::<ReturnCode>(&order, Answer::Json(reply), Answer::Silence)
            .await;
        assert_eq!((paid.status, paid.outcome()), (402, Outcome::Failure));
        assert_eq!(paid.body["code"], "6001");
        assert_eq!(
            paid.body["detail"],
            ReturnCode::InsufficientCardBalance.en()
        );
        assert_eq!(paid.body, queried.body);
    }
}

#[tokio::test]
async fn undocumented_code_is_named_in_the_answer() {
    let services = Services::start().await;
    let answers = (Answer::code("2O08"), Answer::Silence);
    let [paid, _] = services
        .pay_and_query::<ReturnCode>("A-1", answers.0, answers.1)
        .await;
    assert_eq!((paid.status, paid.outcome()), (500, Outcome::Unknown));
    assert_eq!(paid.body["detail"], "Unknown code 2O08; query the result");
}

#[tokio::test]
async fn numbers_are_codes_with_their_leading_zeros() {
    let services = Services::start().await;
    let client = Client::new(services.provider_server.url()).unwrap();
    let number = |number: u32| Answer::Json(json!({ "code": number, "message": null }));
    services
        .provider
        .script("A-1", number(106), Answer::Silence);
    let reply = client.pay::<ReturnCode>("A-1", 100).await.unwrap();
    assert_eq!(reply.code, ReturnCode::BoundBankCardQueryFailed);
    services.provider.script("B-1", number(0), Answer::Silence);
    let reply = client.pay::<cmi::ReturnCode>("B-1", 100).await.unwrap();
    assert_eq!(reply.code, cmi::ReturnCode::Success);
    assert_eq!(reply.of_payment(), Outcome::Pending);
}
