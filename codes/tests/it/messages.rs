//! Renders messages with arguments and reads them back in every language, for each entry of each code.

use std::fmt::Display;

use codes::{Code, Entry, Lang, Received, cmi, lianlian};

/// Returns the fixed parts of a message.
fn pieces(message: &str) -> impl Iterator<Item = &str> {
    (message.split(['{', '}']).step_by(2)).filter(|piece| !piece.is_empty())
}

/// Returns arguments: Chinese ones, ones with braces, ones with parts of the entry's texts.
fn values(entry: &Entry) -> Vec<String> {
    let mut values: Vec<String> = [
        "imsi",
        "卡号",
        "{",
        "}",
        "{}",
        "{{",
        "{param}",
        "{limit}",
        "{参数名变量}",
        "0",
        " a b ",
        "。",
        "a.",
        "，",
        "\u{3000}x\t",
        "é\u{301}",
        "\0",
        "X",
        "\"'\\",
    ]
    .map(str::to_owned)
    .to_vec();
    let texts: Vec<&str> = (Lang::ALL.iter())
        .flat_map(|lang| [Some(entry.message(*lang)), entry.printed(*lang)])
        .flatten()
        .collect();
    for piece in texts.iter().flat_map(|text| pieces(text)) {
        for value in ["{}", "{}{}", "x{}", "{}x", "x{}x{}x"] {
            values.push(value.replace("{}", piece));
        }
    }
    for text in texts {
        values.push(text.to_owned());
        values.push(text.replace(['{', '}'], ""));
    }
    values.retain(|value| !value.trim().is_empty());
    values
}

fn arguments<'a>(entry: &Entry, value: &'a dyn Display) -> Vec<(&'static str, &'a dyn Display)> {
    (entry.placeholders().iter())
        .map(|name| (*name, value))
        .collect()
}

fn round_trip<C: Code>() {
    let mut count = 0;
    for code in C::ALL.iter().copied() {
        let first = code.entries().next().unwrap();
        assert_eq!(code.placeholders(), first.placeholders());
        for entry in code.entries() {
            for value in values(&entry) {
                let arguments = arguments(&entry, &value);
                for (from, to) in [(Lang::Zh, Lang::En), (Lang::En, Lang::Zh)] {
                    let rendered = |lang| entry.render(lang, &arguments).to_string();
                    if entry == first {
                        assert_eq!(code.render(from, &arguments).to_string(), rendered(from));
                    }
                    let received = rendered(from);
                    assert_eq!(
                        code.localize(&received, to),
                        Some(rendered(to)),
                        "{code} {received:?}"
                    );
                    assert_eq!(code.localize(&received, from), Some(received.clone()));
                    let read = code.extract(&received).unwrap();
                    for name in entry.placeholders() {
                        assert_eq!(read.get(name), Some(value.as_str()), "{code} {received:?}");
                    }
                    count += 1;
                }
            }
        }
    }
    assert!(count > 40 * C::ALL.len());
}

#[test]
fn localize_reads_what_render_writes() {
    for_each_table!(round_trip);
}

/// Returns the text with the other width of each punctuation mark that has one.
fn other_width(text: &str) -> String {
    const WIDTHS: [&str; 2] = [",:;()!?", "，：；（）！？"];
    let other = |c: char| {
        let at = WIDTHS.map(|marks| marks.chars().position(|mark| mark == c));
        match at {
            [Some(at), _] => WIDTHS[1].chars().nth(at).unwrap(),
            [_, Some(at)] => WIDTHS[0].chars().nth(at).unwrap(),
            _ => c,
        }
    };
    text.chars().map(other).collect()
}

/// Returns the text with other white space and punctuation.
fn disturbed(text: &str) -> Vec<String> {
    let wide: String = (text.chars())
        .flat_map(|c| [Some(c), (!c.is_ascii()).then_some(' ')])
        .flatten()
        .collect();
    vec![
        format!(" {text}。"),
        format!("{text} .\n"),
        format!("{text}，"),
        other_width(text),
        other_width(text).replace(' ', ""),
        text.replace(' ', "  "),
        text.replace(' ', ""),
        wide,
    ]
}

fn disturbances<C: Code>() {
    for code in C::ALL.iter().copied() {
        for entry in code.entries() {
            let value = "898602";
            let arguments = arguments(&entry, &value);
            for (from, to) in [(Lang::Zh, Lang::En), (Lang::En, Lang::Zh)] {
                let expected = entry.render(to, &arguments).to_string();
                for received in disturbed(&entry.render(from, &arguments).to_string()) {
                    let read = code.extract(&received).unwrap();
                    let is_value = |(_, read): &(&str, &str)| read.replace(' ', "") == value;
                    assert!(read.as_slice().iter().all(is_value), "{received}");
                    if !read.as_slice().is_empty() {
                        continue; // White space next to an argument may be part of it.
                    }
                    assert_eq!(
                        code.localize(&received, to).as_ref(),
                        Some(&expected),
                        "{received}"
                    );
                }
            }
        }
    }
}

#[test]
fn localize_ignores_white_space_final_punctuation_and_its_width() {
    for_each_table!(disturbances);
}

fn printed<C: Code>() {
    for code in C::ALL.iter().copied() {
        for entry in code.entries() {
            for printed in Lang::ALL.iter().filter_map(|lang| entry.printed(*lang)) {
                let read = code.extract(printed).unwrap();
                // Two entries of a code may have the same printed text: the first one matches.
                let has_text = |entry: &Entry| {
                    Lang::ALL.iter().any(|lang| {
                        entry.printed(*lang) == Some(printed) || entry.message(*lang) == printed
                    })
                };
                assert_eq!(
                    Some(read.entry()),
                    code.entries().find(has_text),
                    "{code} {printed}"
                );
                for lang in Lang::ALL {
                    assert_eq!(code.localize(printed, *lang), Some(read.render(*lang)));
                }
            }
        }
        assert_eq!(code.extract("not a text of any code"), None, "{code}");
        assert_eq!(code.localize("", Lang::En), None, "{code}");
    }
}

#[test]
fn localize_reads_printed_texts() {
    for_each_table!(printed);
}

#[test]
fn extract_finds_arguments_in_printed_texts() {
    use cmi::ReturnCode as Cmi;
    use lianlian::ReturnCode as LianLian;
    fn check<C: Code>(code: C, received: &str, expected: &str) {
        assert_eq!(
            code.localize(received, Lang::En).as_deref(),
            Some(expected),
            "{received}"
        );
    }
    check(
        Cmi::InvalidParameterFormat,
        "参数imsi格式错误，不符合规范",
        "Parameter imsi is malformed and does not meet the specification",
    );
    check(
        Cmi::ParameterRequired,
        "必填参数imsi为空，",
        "Required parameter imsi is empty",
    );
    check(
        Cmi::IccidChannelPartnerMismatch,
        "ICCID 898602不属于该渠道商",
        "ICCID 898602 does not belong to this channel partner",
    );
    check(
        Cmi::InvalidPurchaseQuantity,
        "Purchase quantity can only be 1 or 7 ( 7 is the remaining days of the package)Package",
        "The purchase quantity must be 1 or 7 (7 is the number of remaining days of the package)",
    );
    check(
        Cmi::DocumentBindingLimitExceeded,
        "当前证件已绑定卡数量超出5，限制1 证绑定5 个号码",
        "The number of cards bound to the current document exceeds 5; one document can be bound to at most 5 numbers",
    );
    assert_eq!(
        Cmi::DocumentBindingLimitExceeded.extract("当前证件已绑定卡数量超出5，限制1证绑定6个号码"),
        None,
        "a placeholder that occurs twice has one argument"
    );
    check(
        LianLian::InvalidParameter,
        "商户请求参数校验错误（oid_partner）",
        "Parameter oid_partner of the merchant request is invalid",
    );
    // The printed English omits the parameter, so the placeholder stays visible.
    check(
        LianLian::InvalidParameter,
        "Incorrect parameter",
        "Parameter {param} of the merchant request is invalid",
    );
    // The second entry of the code has its own message.
    check(
        LianLian::BankTransactionError,
        "银行交易出错，余额不足，请稍后重试",
        "An error occurred in the bank transaction: 余额不足; please contact customer service",
    );
}

#[test]
fn render_ignores_surplus_arguments_and_keeps_missing_placeholders() {
    let code = cmi::ReturnCode::DocumentBindingLimitExceeded;
    assert_eq!(code.placeholders(), ["limit"]);
    let rendered = code
        .render(Lang::En, &[("limit", &5), ("surplus", &"x")])
        .to_string();
    assert_eq!(rendered, code.message(Lang::En).replace("{limit}", "5"));
    assert_eq!(
        code.render(Lang::En, &[]).to_string(),
        code.message(Lang::En)
    );
    assert_eq!(cmi::ReturnCode::Success.placeholders(), [""; 0]);
}

#[test]
fn render_takes_the_row_whose_placeholders_have_arguments() {
    let code = lianlian::ReturnCode::BankTransactionError;
    assert_eq!(code.placeholders(), [""; 0]);
    let arguments: &[(&str, &dyn Display)] = &[("bank_message", &"余额不足")];
    for (lang, expected) in [
        (Lang::Zh, "银行交易出错，余额不足，请联系客服核查"),
        (
            Lang::En,
            "An error occurred in the bank transaction: 余额不足; please contact customer service",
        ),
    ] {
        assert_eq!(code.render(lang, arguments).to_string(), expected);
        assert_eq!(code.render(lang, &[]).to_string(), code.message(lang));
    }
}

fn blank_arguments<C: Code>() {
    for code in C::ALL.iter().copied() {
        let has_plain_entry = code.entries().any(|entry| entry.placeholders().is_empty());
        for entry in code.entries().filter(|_| !has_plain_entry) {
            for blank in ["", " ", "\u{3000}\t"] {
                let text = entry
                    .render(Lang::Zh, &arguments(&entry, &blank))
                    .to_string();
                let read = code.extract(&text).map(|read| read.as_slice().to_vec());
                let is_filled = |(_, value): &(&str, &str)| !value.trim().is_empty();
                assert!(read.is_none_or(|read| read.iter().all(is_filled)), "{text}");
            }
        }
    }
}

#[test]
fn localize_rejects_blank_arguments() {
    for_each_table!(blank_arguments);
    let code = cmi::ReturnCode::ParameterRequired;
    assert_eq!(code.localize("必填参数为空", Lang::En), None);
    assert_eq!(code.localize("必填参数  为空。", Lang::En), None);
}

fn best_texts<C: Code>() {
    for code in C::ALL.iter().copied() {
        let received = Received::from(code);
        for lang in Lang::ALL.iter().copied() {
            let own = code.render(lang, &[]).to_string();
            assert_eq!(received.text(None, lang), own);
            assert_eq!(received.text(Some(""), lang), own);
            assert_eq!(received.text(Some("not a text of any code"), lang), own);
            if let Some(printed) = code.printed(Lang::Zh) {
                let localized = code.localize(printed, lang).unwrap();
                assert_eq!(received.text(Some(printed), lang), localized);
            }
        }
    }
    let unknown = Received::<C>::from("2O08\n");
    assert_eq!(
        unknown.text(Some("?"), Lang::En),
        r"Unknown code 2O08\n; query the result"
    );
    assert_eq!(
        unknown.text(None, Lang::Zh),
        r"未知返回码2O08\n，请查询结果"
    );
}

#[test]
fn text_is_the_best_one_in_the_language() {
    for_each_table!(best_texts);
}
