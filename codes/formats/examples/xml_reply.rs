//! Reads the replies of a wallet in XML, and decides what to do: `cargo run -p codes-formats --example xml_reply`.

use codes_formats::wallet::ReturnCode;
use codes_formats::{Code, Outcome, Received};
use serde::Deserialize;

/// A reply. `return_code` tells whether the request arrived, and `result_code` whether the payment was carried out.
#[derive(Deserialize)]
struct Reply {
    return_code: Received<ReturnCode>,
    result_code: Option<Received<ReturnCode>>,
    err_code: Option<Received<ReturnCode>>,
}

/// What to do about a payment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Action {
    Book,
    TellTheUser,
    Query,
}

/// Returns what to do after a reply, and the line for the log.
pub(crate) fn action(xml: &str) -> (Action, String) {
    let Ok(reply) = quick_xml::de::from_str::<Reply>(xml) else {
        return (Action::Query, "unreadable reply".to_owned());
    };
    let is_success = |code: &Received<ReturnCode>| code.outcome() == Outcome::Success;
    let deciding = match (&reply.result_code, &reply.err_code) {
        _ if !is_success(&reply.return_code) => &reply.return_code,
        (Some(result), _) if is_success(result) => result,
        (_, Some(error)) => error,
        (Some(result), None) => result,
        (None, None) => return (Action::Query, "reply without a result".to_owned()),
    };
    let action = match deciding.outcome() {
        Outcome::Success => Action::Book,
        Outcome::Failure => Action::TellTheUser,
        Outcome::Unknown => Action::Query, // undocumented codes too
    };
    (action, format!("{} {deciding:#}", ReturnCode::TABLE))
}

pub(crate) fn main() {
    for xml in [
        "<xml><return_code><![CDATA[SUCCESS]]></return_code><result_code><![CDATA[SUCCESS]]></result_code></xml>",
        "<xml><return_code>SUCCESS</return_code><result_code>FAIL</result_code><err_code><![CDATA[NOT_ENOUGH]]></err_code></xml>",
        "<xml><return_code>SUCCESS</return_code><result_code>FAIL</result_code><err_code>-1</err_code></xml>",
    ] {
        let (action, line) = action(xml);
        println!("{action:?}: {line}");
    }
}
