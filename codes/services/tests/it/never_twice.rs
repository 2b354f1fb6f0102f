//! Sends every code of every table over HTTP, in reply to a payment and in reply to a query, to a caller that repeats its requests. The
//! provider carries out whatever it receives, and counts.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use axum::extract::Request;
use axum::middleware::{Next as Handler, from_fn};
use codes::{Code, Outcome, Received};
use codes_services::provider::Answer;

use crate::support::{Reply, Services};

/// Codes that no table can contain, because their length or a character is invalid.
const UNKNOWN: [&str; 7] = ["2O08", "00000", "99980", "1000O11", "查无此码", "", " 2008"];

const RESULTS: [&str; 4] = ["SUCCESS", "PROCESSING", "WAITING", "FAILURE"];

/// Starts services whose gateway loses the answer to the first request of each kind for each order: the connection is closed.
async fn services_with_lost_answers() -> Services {
    let seen = Arc::new(Mutex::new(HashSet::new()));
    let lose = from_fn(move |request: Request, handler: Handler| {
        let is_first = {
            let id = (request.method().clone(), request.uri().path().to_owned());
            seen.lock().unwrap().insert(id)
        };
        async move {
            let response = handler.run(request).await;
            if is_first {
                std::panic::resume_unwind(Box::new("lost"));
            }
            response
        }
    });
    Services::with_layer(|router| router.layer(lose)).await
}

/// Pays with retries, repeats the payment, and queries the result twice. Returns the last answer.
async fn pay_and_repeat<C: Code>(services: &Services, order: &str) -> Reply {
    let pay = || services.pay::<C>(order, order);
    let paid = Reply::with_retries(pay).await.unwrap();
    let again = Reply::with_retries(pay).await.unwrap();
    assert_eq!(
        (paid.status, &paid.body),
        (again.status, &again.body),
        "the stored answer"
    );
    Reply::with_retries(|| services.query::<C>(order))
        .await
        .unwrap();
    Reply::with_retries(|| services.query::<C>(order))
        .await
        .unwrap()
}

/// A caller that does not keep its key: it pays under a new one.
async fn pay_with_new_key<C: Code>(services: &Services, order: &str) {
    let key = format!("{order}-new");
    Reply::with_retries(|| services.pay::<C>(order, &key)).await;
}

async fn in_reply_to_a_payment<C: Code>(services: &Services) {
    let codes = C::ALL.iter().map(|code| code.code()).chain(UNKNOWN);
    for (index, code) in codes.enumerate() {
        let order = format!("{}-payment-{index}", C::TABLE.replace('/', "-"));
        let open = Answer::result::<C>("PROCESSING");
        services.provider.script(&order, Answer::code(code), open);
        let last = pay_and_repeat::<C>(services, &order).await;
        assert_eq!(services.provider.payments(&order), 1, "{code:?}");
        let known = Received::<C>::from(code).outcome();
        // A success code is not a payment.
        assert_ne!(last.outcome(), Outcome::Success, "{code:?}");
        assert_eq!(last.outcome().is_failure(), known.is_failure(), "{code:?}");
        // Only a failure may be paid again, on purpose.
        pay_with_new_key::<C>(services, &order).await;
        let payments = 1 + usize::from(known.is_failure());
        assert_eq!(services.provider.payments(&order), payments, "{code:?}");
    }
}

async fn in_reply_to_a_query<C: Code>(services: &Services) {
    let codes = C::ALL.iter().map(|code| code.code()).chain(UNKNOWN);
    for (index, code) in codes.enumerate() {
        let order = format!("{}-query-{index}", C::TABLE.replace('/', "-"));
        let payment = Answer::accepted::<C>();
        services
            .provider
            .script(&order, payment, Answer::code(code));
        let last = pay_and_repeat::<C>(services, &order).await;
        assert!(last.outcome().must_query(), "{code:?}: {last:?}");
        pay_with_new_key::<C>(services, &order).await;
        assert_eq!(services.provider.payments(&order), 1, "{code:?}");
    }
}

async fn with_a_result<C: Code>(services: &Services) {
    for payment in RESULTS {
        for query in RESULTS {
            let order = format!("{}-{payment:.4}-{query:.4}", C::TABLE.replace('/', "-"));
            let answers = (Answer::result::<C>(payment), Answer::result::<C>(query));
            services.provider.script(&order, answers.0, answers.1);
            let last = pay_and_repeat::<C>(services, &order).await;
            let decided = match (payment, query) {
                ("SUCCESS" | "FAILURE", _) => payment,
                _ => query,
            };
            let expected = match decided {
                "SUCCESS" => (200, Outcome::Success),
                "FAILURE" => (422, Outcome::Failure),
                _ => (202, Outcome::Pending),
            };
            assert_eq!((last.status, last.outcome()), expected, "{order}");
            assert_eq!(services.provider.payments(&order), 1, "{order}");
            let booked = services.gateway.store.booked::<C>(&order);
            assert_eq!(booked, usize::from(decided == "SUCCESS"), "{order}");
        }
    }
}

macro_rules! for_each_table_async {
    ($function:ident) => {
        let services = services_with_lost_answers().await;
        $function::<codes::cmi::HttpStatus>(&services).await;
        $function::<codes::cmi::ReturnCode>(&services).await;
        $function::<codes::lianlian::ReturnCode>(&services).await;
    };
}

#[tokio::test]
async fn no_code_in_reply_to_a_payment_leads_to_a_second_one() {
    for_each_table_async!(in_reply_to_a_payment);
}

#[tokio::test]
async fn no_code_in_reply_to_a_query_leads_to_a_second_payment() {
    for_each_table_async!(in_reply_to_a_query);
}

#[tokio::test]
async fn result_decides_and_leads_to_no_second_payment() {
    for_each_table_async!(with_a_result);
}
