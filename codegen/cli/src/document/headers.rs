//! The words in headers, and what a column with such a header holds.

use codegen::text::is_han;

/// What a header says about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The number of the row in the document. It is never a code.
    Serial,
    /// A number: a code, or the number of the row.
    Number,
    Code,
    /// A code, or an HTTP status.
    StatusCode,
    Http,
    /// The value of something: a code if no column has a better header.
    Value,
    /// A symbol (`ORDER_LOST`): the code, a name or a text.
    Symbol,
    Name,
    Scope,
    /// What the codes apply to. It is a scope only if the document lists codes several times.
    Group,
    Message,
    /// A text that is the message only if the table has no other one.
    Remark,
}

/// Words, each at the end of a header. The longest one decides; of several words, the last one.
const WORDS: [(Kind, &[&str]); 12] = [
    (
        Kind::Serial,
        &["序号", "序號", "行号", "行號", "#", "serial", "serial no"],
    ),
    (
        Kind::Number,
        &["no", "nr", "num", "number", "编号", "編號", "nummer"],
    ),
    (
        Kind::Code,
        &[
            "码",
            "碼",
            "代码",
            "代碼",
            "编码",
            "編碼",
            "错误号",
            "錯誤號",
            "code",
            "codes",
            "errno",
            "error no",
            "error number",
            "error id",
        ],
    ),
    (
        Kind::StatusCode,
        &[
            "status",
            "status code",
            "status codes",
            "statuscode",
            "状态",
            "狀態",
        ],
    ),
    (
        Kind::Http,
        &["http", "httpcode", "httpstatus", "httpstatuscode"],
    ),
    (
        Kind::Value,
        &["值", "value", "values", "wert", "id", "key", "取值"],
    ),
    (
        Kind::Symbol,
        &[
            "error", "errors", "reason", "reasons", "symbol", "constant", "enum", "错误", "錯誤",
            "常量", "枚举", "标识",
        ],
    ),
    (
        Kind::Name,
        &["name", "names", "名称", "名稱", "简称", "簡稱", "英文名"],
    ),
    (
        Kind::Scope,
        &[
            "分类",
            "分類",
            "范围",
            "範圍",
            "请求方法",
            "scope",
            "method",
            "category",
        ],
    ),
    (
        Kind::Group,
        &[
            "运营商",
            "運營商",
            "渠道",
            "接口",
            "模块",
            "模塊",
            "类型",
            "類型",
            "类别",
            "類別",
            "carrier",
            "channel",
            "module",
            "type",
            "api",
        ],
    ),
    (
        Kind::Message,
        &[
            "描述",
            "说明",
            "說明",
            "信息",
            "訊息",
            "消息",
            "含义",
            "含義",
            "意义",
            "释义",
            "中文",
            "英文",
            "提示",
            "msg",
            "message",
            "messages",
            "desc",
            "description",
            "descriptions",
            "meaning",
            "explanation",
            "english",
            "chinese",
            "text",
            "bedeutung",
            "beschreibung",
            "meldung",
        ],
    ),
    (
        Kind::Remark,
        &[
            "原因",
            "详情",
            "詳情",
            "内容",
            "內容",
            "备注",
            "備註",
            "解释",
            "解釋",
            "cause",
            "causes",
            "detail",
            "details",
            "remark",
            "remarks",
            "comment",
            "comments",
            "definition",
        ],
    ),
];

/// Returns what a header says about its column, or `None` if it says nothing that is known.
pub(crate) fn kind(header: &str) -> Option<Kind> {
    if header.trim() == "#" {
        return Some(Kind::Serial);
    }
    let words = words(header);
    let found = (1..=words.len())
        .rev()
        .find_map(|end| ending(&words[..end]))?;
    let is_http = words.iter().any(|word| word.starts_with("http"));
    Some(match found {
        Kind::Code | Kind::StatusCode if is_http => Kind::Http,
        found => found,
    })
}

/// Returns the kind of the longest known word, or words, at the end.
fn ending(words: &[String]) -> Option<Kind> {
    let last = words.last()?;
    let all = words.join(" ");
    let ends = |known: &str| {
        // A short word such as `no` is also the end of other words.
        let is_part = (known.len() >= 4 || known == "msg") && last.ends_with(known);
        let is_han = known.contains(is_han) && last.contains(known);
        last == known || is_part || is_han || all == known || all.ends_with(&format!(" {known}"))
    };
    let known = WORDS
        .iter()
        .flat_map(|(kind, known)| known.iter().map(move |known| (*kind, *known)));
    // Of Chinese words, which are not separated, the last one decides.
    known
        .filter(|(_, known)| ends(known))
        .max_by_key(|(_, known)| (all.rfind(known).map(|at| at + known.len()), known.len()))
        .map(|(kind, _)| kind)
}

/// Returns the words of a header in lower case. A capital letter begins a word, and Chinese text is one word.
pub(crate) fn words(header: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in header.chars() {
        let begins = is_han(c) != is_han(before) || c.is_uppercase() && before.is_lowercase();
        if !c.is_alphanumeric() || begins {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            let word = words.last_mut().expect("the vector starts with one word");
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_known_word_decides() {
        for (headers, expected) in [
            (
                "错误码 錯誤代碼 Code Error_Codes errcode returnCode errno 错误码(必填)",
                Some(Kind::Code),
            ),
            ("状态码 状态码/错误码 sub_code_platform", Some(Kind::Code)),
            ("StatusCode status 状态", Some(Kind::StatusCode)),
            (
                "HTTP-Status HttpStatusCode http_code HTTP状态码 httpcode",
                Some(Kind::Http),
            ),
            (
                "状态码描述 說明 訊息 error_message retMsg Bedeutung 错误提示及说明",
                Some(Kind::Message),
            ),
            ("原因 错误详情 Details", Some(Kind::Remark)),
            ("序号 # serial_no", Some(Kind::Serial)),
            ("No. Nr 编号", Some(Kind::Number)),
            ("Condition_Name 名称 code_name", Some(Kind::Name)),
            ("refusalReason Error", Some(Kind::Symbol)),
            ("值 Wert id", Some(Kind::Value)),
            ("处理措施 piano Retriable A", None),
        ] {
            for header in headers.split(' ') {
                assert_eq!(kind(header), expected, "{header}");
            }
        }
    }
}
