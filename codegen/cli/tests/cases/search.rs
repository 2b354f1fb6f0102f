//! What people search for, made from the tables of a catalog. The tests of `explain` and of the page use the same cases.

use std::collections::BTreeMap;

use codegen::Catalog;
use codegen::catalog::{Code, Row, Value};
use codegen::message::{Piece, pieces};

/// A query, and the codes of which one should come first, as `TABLE CODE`.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) query: String,
    pub(crate) wanted: Vec<String>,
}

/// Returns the name of a code in the cases.
pub(crate) fn name(code: Code<'_>) -> String {
    format!("{} {}", code.table().name(), code.code())
}

/// Returns `true` if the operation may have been carried out.
pub(crate) fn is_open(code: Code<'_>) -> bool {
    matches!(code.value("outcome"), Some(Value::Enum(value)) if ["pending", "unknown"].contains(&value.name()))
}

/// Returns all groups of cases, each with the share of them that must be found, in percent, and among how many first codes.
pub(crate) fn groups(catalog: &Catalog) -> Vec<(&'static str, Vec<Case>, usize, usize)> {
    vec![
        ("pasted replies", replies(catalog), 99, 1),
        ("log lines", log_lines(catalog), 99, 1),
        ("filled-in messages", filled_in(catalog), 99, 1),
        ("printed texts", printed(catalog), 99, 1),
        ("names", names(catalog), 99, 1),
        ("Traditional characters", traditional(catalog), 99, 1),
        ("misspelt words", misspelt(catalog), 90, 3),
        ("misspelt names", misspelt_names(catalog), 90, 3),
        ("text that looks like a filter", unfiltered(catalog), 100, 1),
    ]
}

fn codes(catalog: &Catalog) -> Vec<Code<'_>> {
    catalog.tables().flat_map(|table| table.codes()).collect()
}

/// Returns the text of a message with arguments.
fn fill_in(message: &str, argument: &str) -> String {
    let pieces = pieces(message).unwrap_or_default();
    let text = |piece: &Piece<'_>| match piece {
        Piece::Text(text) => (*text).to_owned(),
        Piece::Placeholder(_) => argument.to_owned(),
    };
    pieces.iter().map(text).collect()
}

/// Returns a message of the code: each code with another language than the one before.
fn message(code: Code<'_>, index: usize) -> &str {
    let messages: Vec<&str> = code
        .first_row()
        .messages()
        .map(|(_, message)| message)
        .collect();
    messages[index % messages.len()]
}

/// Returns a case for each code: a template with its code and its message.
fn from_templates(catalog: &Catalog, templates: &[&str]) -> Vec<Case> {
    let codes = codes(catalog).into_iter().enumerate();
    let case = |(index, code): (usize, Code<'_>)| Case {
        query: templates[index % templates.len()]
            .replace("CODE", code.code())
            .replace(
                "MESSAGE",
                &fill_in(message(code, index / templates.len()), "4711"),
            ),
        wanted: vec![name(code)],
    };
    codes.map(case).collect()
}

fn replies(catalog: &Catalog) -> Vec<Case> {
    from_templates(
        catalog,
        &[
            r#"{"ret_code":"CODE","ret_msg":"MESSAGE"}"#,
            r#"{"ret_code":"CODE","ret_msg":"Something went wrong","oid_partner":"201306031000001013","sign_type":"RSA"}"#,
            "{\n  \"success\": false,\n  \"code\": \"CODE\",\n  \"description\": \"MESSAGE\"\n}",
            r#"HTTP/1.1 200 OK {"status": 200, "error": {"code": "CODE", "message": "MESSAGE"}, "traceId": "8a7f-2008-11"}"#,
            "<result><code>CODE</code><message>MESSAGE</message></result>",
            "ret_code=CODE&ret_msg=MESSAGE&no_order=20260101",
            "{'resultCode': 'CODE', 'money_order': '100.00', 'dt_order': '20261128082001'}",
            r#"{\"ret_code\":\"CODE\",\"ret_msg\":\"MESSAGE\"}"#,
            "错误码：CODE",
            "返回码：【CODE】，返回信息：MESSAGE",
        ],
    )
}

fn log_lines(catalog: &Catalog) -> Vec<Case> {
    from_templates(
        catalog,
        &[
            "2026-11-28 08:20:01,106 ERROR [http-nio-8080-exec-7] c.s.pay.Client - request failed, ret_code=CODE, ret_msg=MESSAGE",
            "2026-11-28T08:20:01.409Z WARN pay: order=20261128000013 code=CODE took 302ms",
            "[2026/11/28 08:20:01] payment.ERROR: reply {\"ret_code\":\"CODE\"} in 0.404 s [] []",
            "Nov 28 08:20:01 pay-1 gateway[1209]: POST /api/v1/pay 200 - CODE MESSAGE",
            "level=error ts=1795854001 caller=pay.go:404 msg=\"MESSAGE\" err_code=CODE attempt=3",
            "10.0.0.12 - - [28/Nov/2026:08:20:01 +0000] \"POST /pay HTTP/1.1\" 200 512 \"-\" resultCode=CODE",
            "E1128 08:20:01.400123 2026 client.cc:409] provider replied with code CODE: MESSAGE",
            "thread 'main' panicked at src/pay.rs:200:9: unexpected code `CODE`",
            "支付失败，订单号20261128000013，返回码CODE，MESSAGE",
            "WARN (CODE) MESSAGE",
        ],
    )
}

/// Returns a case for each different text, with the codes that have it.
fn from_texts<'a>(texts: impl Iterator<Item = (String, Code<'a>)>) -> Vec<Case> {
    let mut cases: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (query, code) in texts.filter(|(query, _)| !query.is_empty()) {
        cases.entry(query).or_default().push(name(code));
    }
    let case = |(query, wanted)| Case { query, wanted };
    cases.into_iter().map(case).collect()
}

fn filled_in(catalog: &Catalog) -> Vec<Case> {
    from_texts(codes(catalog).into_iter().flat_map(|code| {
        let messages = code.rows().flat_map(Row::messages);
        let fill_in = move |(index, message)| {
            (
                fill_in(message, ["4711", "foo_id", "王小明"][index % 3]),
                code,
            )
        };
        messages
            .map(|(_, message)| message)
            .enumerate()
            .map(fill_in)
            .collect::<Vec<_>>()
    }))
}

/// Returns the texts that the document prints for a code.
fn printed_texts(code: Code<'_>) -> Vec<&str> {
    let cells = code.rows().flat_map(Row::printed_cells);
    let texts = cells.filter(|(column, text)| ["zh", "en"].contains(column) && !text.is_empty());
    texts.map(|(_, text)| text).collect()
}

fn printed(catalog: &Catalog) -> Vec<Case> {
    from_texts(codes(catalog).into_iter().flat_map(|code| {
        let texts = printed_texts(code);
        texts
            .into_iter()
            .map(move |text| (text.to_owned(), code))
            .collect::<Vec<_>>()
    }))
}

fn names(catalog: &Catalog) -> Vec<Case> {
    from_texts(codes(catalog).into_iter().enumerate().map(|(index, code)| {
        let name = code.first_row().name().unwrap_or_default();
        let name = if code.first_row().is_range() {
            ""
        } else {
            name
        };
        let name = match index % 3 {
            0 if name.contains(' ') => name.replace(' ', "_"),
            1 if name.contains(' ') => code.variant().to_owned(),
            _ if is_open(code) => name.to_owned(),
            // The words of a failure may be a part of what is printed for a pending code, which then comes first.
            _ => code.path(),
        };
        (name, code)
    }))
}

fn traditional(catalog: &Catalog) -> Vec<Case> {
    let pairs = include_str!("../../src/reference/search/han-pairs.txt");
    let pairs: Vec<char> = pairs.trim().chars().collect();
    let mut traditional = BTreeMap::new();
    for pair in pairs.chunks(2) {
        traditional.entry(pair[1]).or_insert(pair[0]);
    }
    from_texts(codes(catalog).into_iter().map(|code| {
        let text = fill_in(code.message("zh").unwrap_or_default(), "4711");
        (
            text.chars()
                .map(|c| traditional.get(&c).copied().unwrap_or(c))
                .collect(),
            code,
        )
    }))
}

/// Returns the English messages with a mistake in their longest word.
fn misspelt(catalog: &Catalog) -> Vec<Case> {
    from_texts(codes(catalog).into_iter().enumerate().map(|(index, code)| {
        let text = fill_in(code.message("en").unwrap_or_default(), "4711");
        let longest = text
            .split(|c: char| !c.is_ascii_alphabetic())
            .max_by_key(|word| word.len());
        let longest = longest.unwrap_or_default();
        let wrong = misspell(longest, index);
        let wrong = wrong.map(|wrong| text.replacen(longest, &wrong, 1));
        (wrong.unwrap_or_default(), code)
    }))
}

/// Returns the variants with a mistake.
fn misspelt_names(catalog: &Catalog) -> Vec<Case> {
    let codes = codes(catalog).into_iter().enumerate();
    from_texts(codes.map(|(index, code)| {
        let wrong = misspell(code.variant(), index);
        (wrong.unwrap_or_default(), code)
    }))
}

/// Returns a word with two letters swapped, one left out or one doubled; `None` for a short word.
fn misspell(word: &str, index: usize) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 {
        return None;
    }
    let at = 1 + index % (letters.len() - 2);
    match index % 3 {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    Some(letters.into_iter().collect())
}

/// Returns queries with filters, each with all codes that match.
pub(crate) fn filtered(catalog: &Catalog) -> Vec<Case> {
    let case = |query: &str, is_wanted: &dyn Fn(Code<'_>) -> bool| {
        let wanted = codes(catalog).into_iter().filter(|code| is_wanted(*code));
        Case {
            query: query.to_owned(),
            wanted: wanted.map(name).collect(),
        }
    };
    let has = |code: Code<'_>, attribute: &str, value: &str| {
        code.value(attribute)
            .is_some_and(|own| own.to_string() == value)
    };
    let is_in = |code: Code<'_>, module: &str| code.table().module() == module;
    vec![
        case("outcome:pending", &|code| has(code, "outcome", "pending")),
        case("lianlian: Outcome:Pending", &|code| {
            is_in(code, "lianlian") && has(code, "outcome", "pending")
        }),
        case("cmi/http-status:", &|code| {
            code.table().name() == "cmi/http-status"
        }),
        case("cmi::ReturnCode: http:409", &|code| {
            code.table().path() == "cmi::ReturnCode" && code.http_status() == Some(409)
        }),
        case("retry:later outcome:pending", &|_| false),
        case("lianlian: 2008", &|code| {
            is_in(code, "lianlian") && code.code() == "2008"
        }),
    ]
}

/// Returns replies and log lines with text that looks like a filter.
fn unfiltered(catalog: &Catalog) -> Vec<Case> {
    from_templates(
        catalog,
        &[
            r#"{"code":"CODE","outcome:pending":1}"#,
            "retry:3 code=CODE",
            "http:CODE",
            "error: code: CODE",
        ],
    )
}

/// A query that nothing matches, and what is suggested.
#[derive(Debug)]
pub(crate) struct Fruitless {
    pub(crate) query: &'static str,
    /// `true` if the query matches without its filters.
    pub(crate) is_unfiltered: bool,
    /// The words that match alone.
    pub(crate) words: &'static [&'static str],
    /// A similar code, as `TABLE CODE`.
    pub(crate) similar: Option<&'static str>,
}

pub(crate) const FRUITLESS: [Fruitless; 5] = [
    Fruitless {
        query: "1000013 lianlian:",
        is_unfiltered: true,
        words: &[],
        similar: None,
    },
    Fruitless {
        query: "iccid zzzzqq",
        is_unfiltered: false,
        words: &["iccid"],
        similar: None,
    },
    Fruitless {
        query: "outcome:pendin zzzzqq",
        is_unfiltered: false,
        words: &["outcome:pending"],
        similar: None,
    },
    Fruitless {
        query: "20008",
        is_unfiltered: false,
        words: &[],
        similar: Some("lianlian/return-code 2008"),
    },
    Fruitless {
        query: "zzzzqq",
        is_unfiltered: false,
        words: &[],
        similar: None,
    },
];

/// Returns everything that is printed for a code whose operation may have been carried out: each text, in a reply, from each word
/// on, up to each word, and each three words.
pub(crate) fn open_texts(catalog: &Catalog) -> Vec<String> {
    let mut queries = Vec::new();
    for code in codes(catalog).into_iter().filter(|code| is_open(*code)) {
        let messages = code.rows().flat_map(Row::messages);
        let messages = messages.map(|(_, message)| fill_in(message, "4711"));
        let printed = printed_texts(code).into_iter().map(str::to_owned);
        for text in messages.chain(printed) {
            let starts = word_starts(&text);
            queries.push(format!("{{\"msg\": \"{text}\"}}"));
            queries.push(text.to_uppercase());
            for (index, start) in starts.iter().enumerate() {
                let third = starts.get(index + 3).copied().unwrap_or(text.len());
                queries.push(text[*start..third].to_owned());
                queries.push(text[*start..].to_owned());
                queries.push(text[..third].to_owned());
            }
        }
    }
    queries.sort();
    queries.dedup();
    queries.retain(|query| query.chars().any(char::is_alphabetic));
    queries
}

/// Returns the places where words start: each Chinese character is a word.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut is_inside = false;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() && (!is_inside || !c.is_ascii()) {
            starts.push(at);
        }
        is_inside = c.is_alphanumeric() && c.is_ascii();
    }
    starts
}
