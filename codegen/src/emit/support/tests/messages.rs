//! Messages: entries, rendering and extraction.

use super::*;

const fn entry(scope: Option<&'static str>, en: &'static str) -> Entry {
    Entry {
        scope,
        messages: ["中", "中", en, en],
        langs: [Lang::Zh, Lang::Zh, Lang::En, Lang::En],
        columns: &["code", "en"],
        printed: &["[1]", ""],
        placeholders: &[],
        templates: &[],
    }
}

#[test]
fn entries_are_the_first_and_the_rest() {
    static REST: [Entry; 2] = [entry(Some("any"), "b"), entry(Some("post"), "c")];
    let entries = Entries::new(entry(Some("get"), "a"), &REST);
    assert_eq!(entries.len(), 3);
    let messages: Vec<_> = (entries.clone())
        .map(|entry| entry.message(Lang::En))
        .collect();
    assert_eq!(messages, ["a", "b", "c"]);
    let in_scope = |scope| entries.in_scope(scope).map(|entry| entry.message(Lang::En));
    assert_eq!(
        (in_scope("get"), in_scope("post"), in_scope("put")),
        (Some("a"), Some("c"), Some("b"))
    );
    assert_eq!(Entries::new(entry(None, "a"), &[]).in_scope("get"), None);
}

#[test]
fn entries_have_the_texts_of_their_row() {
    let entry = Entry {
        placeholders: &["a", "b"],
        printed: &["[1]", "A {}"],
        ..entry(Some("get"), "a {a} {b}")
    };
    assert_eq!(entry.scope(), Some("get"));
    assert_eq!(entry.message_lang(Lang::PtBr), Lang::En);
    assert_eq!(
        (entry.message(Lang::Zh), entry.message(Lang::PtBr)),
        ("中", "a {a} {b}")
    );
    assert_eq!(entry.placeholders(), ["a", "b"]);
    assert_eq!(entry.printed_columns(), ["code", "en"]);
    assert_eq!(
        (entry.printed(Lang::En), entry.printed(Lang::Zh)),
        (Some("A {}"), None)
    );
    assert_eq!(entry.printed_column("nothing"), None);
}

#[test]
fn empty_cells_are_not_printed_texts() {
    let entry = entry(None, "a");
    assert_eq!(entry.scope(), None);
    assert_eq!(
        (entry.printed(Lang::En), entry.printed(Lang::Zh)),
        (None, None)
    );
    assert_eq!(entry.printed_column("code"), Some("[1]"));
}

#[test]
fn arguments_replace_placeholders() {
    for (template, expected) in [
        ("参数{a}错误", "参数1错误"),
        ("{a}{b}{a}", "1{}1"),
        ("{{{a}}} {{a}} }}{{", "{1} {a} }{"),
        ("{c} is missing", "{c} is missing"),
        // The generator rejects such messages.
        ("{a} {", "1 {}"),
        ("{a", "1"),
        ("", ""),
    ] {
        let arguments: &[(&str, &dyn std::fmt::Display)] =
            &[("a", &1), ("b", &"{}"), ("a", &2), ("surplus", &3)];
        let rendered = Rendered {
            template,
            arguments,
        };
        assert_eq!(rendered.to_string(), expected);
        assert_eq!(format!("{rendered:?}"), format!("Rendered({expected})"));
    }
}

/// Returns the arguments of a text by one template, as `name=value`.
fn read(template: &'static str, text: &str) -> Option<String> {
    let entry = Entry {
        messages: [template; 4],
        ..entry(None, "")
    };
    let arguments = extract(&Entries::new(entry, &[]), text)?;
    let list = arguments
        .as_slice()
        .iter()
        .map(|(name, value)| format!("{name}={value}"));
    Some(list.collect::<Vec<_>>().join(" "))
}

#[test]
fn texts_match_exactly() {
    for (template, text, expected) in [
        ("Fine", "Fine", Some("")),
        ("Fine", "Finest", None),
        ("参数{a}错误", "参数错误", None),
        ("参数{a}错误", "参数错误错误", Some("a=错误")),
        ("参数{a}错误", "参数 错误", None),
        ("参数{a}错误", "参数 x 错误", Some("a= x ")),
        ("参数{a}错误", "数x错误", None),
        ("{{{a}}}", "{{x}}", Some("a={x}")),
        ("{a}", "x。", Some("a=x。")),
        ("at {a}.", "at .", None),
        // As short as possible, from the left.
        ("{a} to {b}", "1 to 2 to 3", Some("a=1 b=2 to 3")),
        ("{a}{b}", "123", Some("a=1 b=23")),
        ("{a}{b}", "1", None),
        ("{a}{b}", " 12", Some("a= 1 b=2")),
        ("{a}, {b}, {c}", "1, 2, 3, 4", Some("a=1 b=2 c=3, 4")),
        ("{a}-{b}-", "1-2-3-", Some("a=1 b=2-3")),
        // A repeated placeholder has the same argument.
        ("{a}/{a}", "x/x", Some("a=x")),
        ("{a}/{a}", "x/y/x/y", Some("a=x/y")),
        ("{a}/{a}", "x/y", None),
        ("{a}/{b}/{a}", "1/2/3/1/2", Some("a=1/2 b=3")),
        ("{a}{a}", "", None),
        ("{a}{a}", "abab", Some("a=ab")),
    ] {
        assert_eq!(
            read(template, text).as_deref(),
            expected,
            "{template} {text}"
        );
    }
}

#[test]
fn white_space_and_final_punctuation_are_ignored() {
    for (template, text, expected) in [
        ("鉴权失败", "鉴权失 败。", Some("")),
        ("It failed", " It  failed . ", Some("")),
        ("成功。", "成功", Some("")),
        ("成功！", "成功?\u{3000}", Some("")),
        ("限制1证绑定{n}个", "限制 1 证绑定 5 个号", None),
        ("限制1证绑定{n}个", "限制 1 证绑定 5 个；", Some("n=5")),
        ("{a} of {b}", " x of y z.", Some("a= x b=y z.")),
        ("超出{n}，限制{n}个", "超出 5，限制 5 个。", Some("n=5")),
        ("超出{n}，限制{n}个", "超出 5，限制 6 个。", None),
        ("{n}、{n}", "1 2、1 2 。", Some("n=1 2")),
        ("参数{a}为空", "", None),
        ("参数{a}为空", "。", None),
    ] {
        assert_eq!(
            read(template, text).as_deref(),
            expected,
            "{template} {text}"
        );
    }
}

#[test]
fn the_pattern_with_the_most_fixed_text_is_preferred() {
    static MORE: [Entry; 1] = [Entry {
        messages: [
            "错误：{why}；请重试",
            "错误：{why}；请重试",
            "Error {why}; try again",
            "Erro {why}",
        ],
        placeholders: &["why"],
        templates: &["ERR {why}"],
        ..entry(None, "")
    }];
    let first = Entry {
        messages: ["错误：{why}", "错误：{why}", "{why}", "Erro"],
        placeholders: &["why"],
        templates: &["ERR ?"],
        ..entry(None, "")
    };
    let read = extract(&Entries::new(first, &MORE), "ERR x").unwrap();
    assert_eq!((read.get("why"), read.get("who")), (Some("x"), None));
    let localize = |text, lang| {
        let arguments = extract(&Entries::new(first, &MORE), text);
        arguments.map(|arguments| (arguments.render(lang), arguments.entry() == first))
    };
    for (text, lang, expected, is_first) in [
        ("错误：x", Lang::En, "x", true),
        ("错误：x；请重试", Lang::En, "Error x; try again", false),
        ("ERR x", Lang::Zh, "错误：x；请重试", false),
        ("anything else", Lang::Zh, "错误：anything else", true),
        // A printed text has no arguments, so its placeholders stay visible.
        ("ERR ?", Lang::Zh, "错误：{why}", true),
        ("Erro", Lang::En, "{why}", true),
    ] {
        assert_eq!(
            localize(text, lang),
            Some((expected.to_owned(), is_first)),
            "{text}"
        );
    }
}

#[test]
fn a_long_text_that_does_not_match_is_rejected_in_time() {
    let text = "a, ".repeat(10_000);
    assert_eq!(read("{a}, {b}, {c}, {d}#", &text), None);
    assert_eq!(read("{a}, {a}# {b}", &text), None);
    assert_eq!(read("{a}, {b}, {c}, {a}#", &text), None);
    assert_eq!(read("{a}{b}{c}{d}{a}#", &text), None);
    // Ignored spaces before, after and within the text.
    let blanks = " \u{3000}".repeat(5_000);
    for template in ["参数{a}错误", "{a}、{b}、{c}", "{a}、{a}"] {
        for text in [
            format!("参数{blanks}"),
            format!("参数{blanks}x{blanks}错"),
            format!("{blanks}x、{blanks}y"),
        ] {
            assert_eq!(read(template, &text), None, "{template}");
        }
    }
}

#[test]
fn a_long_text_that_matches_is_extracted_in_time() {
    let (blanks, long) = (" ".repeat(20_000), "ab".repeat(20_000));
    let text = format!("参数{blanks}{long}{blanks}错误{blanks}。");
    assert_eq!(read("参数{a}错误", &text), Some(format!("a={long}")));
    let text = format!("{long}/{long}");
    assert_eq!(read("{a}/{a}", &text), Some(format!("a={long}")));
}

#[test]
fn the_width_of_punctuation_does_not_count() {
    for (template, text, expected) in [
        (
            "参数（{a}）错误，请联系客服",
            "参数(x)错误,请联系客服",
            Some("a=x"),
        ),
        (
            "Parameter ({a}) is invalid; see \"b\"",
            "Parameter （x） is invalid； see “b”",
            Some("a=x"),
        ),
        ("【{a}】：“{b}”", "[x]:\"y\"", Some("a=x b=y")),
        ("{a}、{b}。", "x,y.", Some("a=x b=y")),
        // An argument keeps its own.
        ("参数（{a}）错误", "参数(x，y)错误", Some("a=x，y")),
        // Only punctuation: digits and letters are other ones.
        ("限制1证", "限制１证", None),
        ("卡BIN", "卡ＢＩＮ", None),
        ("参数（{a}）错误", "参数[x]错误", None),
    ] {
        assert_eq!(
            read(template, text).as_deref(),
            expected,
            "{template} {text}"
        );
    }
}

#[test]
fn arguments_choose_the_row_that_they_fill() {
    static ROWS: [Entry; 3] = [
        Entry {
            placeholders: &["b"],
            ..entry(None, "{b}")
        },
        Entry {
            placeholders: &["a", "b"],
            ..entry(None, "{a} {b}")
        },
        Entry {
            placeholders: &["c", "d"],
            ..entry(None, "{c} {d}")
        },
    ];
    let chosen = |first: &[&str], names: &[&'static str]| {
        let arguments: Vec<(&str, &dyn std::fmt::Display)> =
            names.iter().map(|name| (*name, name as _)).collect();
        filled_row(&ROWS, first, &arguments).map(|row| row.message(Lang::En))
    };
    for (first, names, expected) in [
        (&[][..], &[][..], None),
        (&[], &["b"], Some("{b}")),
        (&["a"], &["b"], Some("{b}")),
        (&["a"], &["a"], None),
        (&["a"], &["a", "b"], Some("{a} {b}")),
        (&["a", "b"], &["a", "b"], None),
        (&["a"], &["c"], None),
        (&["a"], &["c", "d"], Some("{c} {d}")),
        (&[], &["surplus"], None),
    ] {
        assert_eq!(chosen(first, names), expected, "{first:?} {names:?}");
    }
}
