//! Messages that are missing in a language, and tables without a language.

use generated_code::messages_missing::shop::{OrderCode, ParcelCode, RefundCode};
use generated_code::messages_missing::{Code, Lang};

/// Returns the message in each language, and the language that it is written in.
fn messages<C: Code>(code: C) -> [(&'static str, Lang); 3] {
    [Lang::En, Lang::Zh, Lang::Ja].map(|lang| (code.message(lang), code.message_lang(lang)))
}

#[test]
fn fallbacks_supply_missing_messages() {
    use Lang::{En, Ja, Zh};
    let placed = ("The order is placed", En);
    assert_eq!(messages(OrderCode::OrderPlaced), [placed; 3]);
    assert_eq!(
        messages(OrderCode::OrderPaid),
        [
            ("The order is paid", En),
            ("订单已支付", Zh),
            ("订单已支付", Zh)
        ]
    );
    assert_eq!(
        messages(OrderCode::OrderLost),
        [
            ("The order is lost", En),
            ("The order is lost", En),
            ("注文は紛失しました", Ja)
        ]
    );
    const LOST: (&str, Lang) = (
        OrderCode::OrderLost.zh(),
        OrderCode::OrderLost.message_lang(Zh),
    );
    assert_eq!(LOST, ("The order is lost", En));
}

#[test]
fn tables_without_a_language_have_its_messages_in_another() {
    use Lang::{Ja, Zh};
    assert_eq!(messages(ParcelCode::ParcelLost), [("包裹已丢失", Zh); 3]);
    assert_eq!(
        messages(RefundCode::RefundSent),
        [("已退款", Zh), ("已退款", Zh), ("返金済み", Ja)]
    );
}

#[test]
fn entries_have_the_languages_of_their_messages() {
    let langs = |entry: generated_code::messages_missing::Entry| {
        [Lang::En, Lang::Zh, Lang::Ja].map(|lang| entry.message_lang(lang))
    };
    let entries: Vec<_> = OrderCode::OrderHeld.entries().map(langs).collect();
    assert_eq!(entries, [[Lang::En, Lang::Zh, Lang::Ja], [Lang::En; 3]]);
    let code = OrderCode::OrderHeld;
    let read = code.extract("The order is held at customs").unwrap();
    assert_eq!(read.render(Lang::Ja), "The order is held at customs");
    assert_eq!(
        code.localize("注文は保留中です", Lang::Zh).as_deref(),
        Some("订单被扣留")
    );
}
