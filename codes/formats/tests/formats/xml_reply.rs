//! The shapes of a code in XML, and the example.

use codes_formats::Received;
use codes_formats::charsets::{Ascii, Digits};
use serde::Deserialize;

#[path = "../../examples/xml_reply.rs"]
mod example;

use example::{Action, action};

#[derive(Debug, PartialEq, Deserialize)]
struct Element {
    code: Received<Digits>,
}

fn element(xml: &str) -> Result<String, String> {
    let read = quick_xml::de::from_str::<Element>(xml);
    read.map(|reply| reply.code.code().to_owned())
        .map_err(|error| error.to_string())
}

#[test]
fn an_element_with_a_text_is_that_text() {
    for (xml, text) in [
        ("<r><code>0106</code></r>", "0106"),
        ("<r><code><![CDATA[0106]]></code></r>", "0106"),
        ("<r><code>01<![CDATA[06]]></code></r>", "0106"),
        ("<r><code>01<!-- 2008 -->06</code></r>", "0106"),
        ("<r><code>&#48;106</code></r>", "0106"),
        (
            r#"<r><code xsi:type="xsd:string" lang="en">0106</code></r>"#,
            "0106",
        ),
        // White space belongs to the text, so this is not a code.
        ("<r>\n  <code>\n    0106\n  </code>\n</r>", "\n    0106\n  "),
        ("<r>\n  <code>0106</code>\n</r>", "0106"),
        ("<r><code><![CDATA[ 0106 ]]></code></r>", " 0106 "),
        ("<r><code></code></r>", ""),
        ("<r><code/></r>", ""),
        (r#"<r><code type="string"/></r>"#, ""),
        ("<r><code><![CDATA[]]></code></r>", ""),
    ] {
        assert_eq!(element(xml), Ok(text.to_owned()), "{xml}");
    }
    for xml in [
        "<r></r>",
        "<r><code><a>0106</a></code></r>",
        "<r><code>0106<a/></code></r>",
    ] {
        assert!(element(xml).is_err(), "{xml}");
    }
}

#[test]
fn an_attribute_is_its_text() {
    #[derive(Deserialize)]
    struct Attribute {
        #[serde(rename = "@code")]
        code: Received<Ascii>,
        #[serde(rename = "@other")]
        other: Option<Received<Ascii>>,
    }
    let reply: Attribute = quick_xml::de::from_str(r#"<r code="&lt;&amp;&gt;"/>"#).unwrap();
    assert_eq!((reply.code, reply.other), (Received::from("<&>"), None));
}

#[test]
fn the_example_decides_by_the_code() {
    let reply = |fields: &str| format!("<xml>{fields}</xml>");
    let accepted = "<return_code><![CDATA[SUCCESS]]></return_code>";
    let failed = "<result_code>FAIL</result_code>";
    for (fields, expected, line) in [
        (
            format!("{accepted}<result_code>SUCCESS</result_code>"),
            Action::Book,
            "wallet SUCCESS The request was accepted",
        ),
        (
            format!("{accepted}{failed}<err_code><![CDATA[NOT_ENOUGH]]></err_code>"),
            Action::TellTheUser,
            "wallet NOT_ENOUGH The balance is not enough",
        ),
        (
            format!("{accepted}{failed}<err_code>-1</err_code>"),
            Action::Query,
            "wallet -1",
        ),
        (
            format!("{accepted}{failed}<err_code/>"),
            Action::Query,
            "wallet ",
        ),
        (format!("{accepted}{failed}"), Action::Query, "wallet FAIL"),
        (accepted.to_owned(), Action::Query, "reply without a result"),
        (
            "<return_code>FAIL</return_code><result_code>SUCCESS</result_code>".to_owned(),
            Action::Query,
            "wallet FAIL",
        ),
        (
            "<return_code>FAIL\u{1b}</return_code>".to_owned(),
            Action::Query,
            r"wallet FAIL\u{1b}",
        ),
        (failed.to_owned(), Action::Query, "unreadable reply"),
    ] {
        assert_eq!(
            action(&reply(&fields)),
            (expected, line.to_owned()),
            "{fields}"
        );
    }
    assert_eq!(action("<html>502 Bad Gateway").0, Action::Query);
    let (action, line) = action(&reply(&format!(
        "<return_code>{}</return_code>",
        "9".repeat(10 << 20)
    )));
    assert_eq!(action, Action::Query);
    assert!(line.len() < 200);
    example::main();
}
