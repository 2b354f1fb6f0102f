//! Codes: lookup, received and unknown codes, and their `Display`.

use super::*;

#[test]
fn received_texts_are_kept() {
    for text in ["", "7", " 007", "007\n", "２", "20\u{1b}08", "00\u{0}"] {
        let received = Received::<Step>::from(text);
        assert_eq!((received.code(), received.known()), (text, None));
        assert_eq!(received.as_ref(), text);
        assert!(received == *text && received == text && received != Step::Done);
        assert_eq!(Received::from(text.to_owned()), received);
        assert_eq!(text.parse(), Ok(received.clone()));
        assert_eq!(String::from(received), text);
    }
    for step in [Step::Begun, Step::Done] {
        let received = Received::from(step.code());
        assert_eq!(received, Received::Known(step));
        assert_eq!(received, Received::from(step));
        assert!(received == step && received == step.code() && received != *"7");
        assert_eq!(
            (received.code(), received.known()),
            (step.code(), Some(step))
        );
        assert_eq!(String::from(received), step.code());
    }
}

#[test]
fn display_is_the_code_with_width_and_precision() {
    let (known, unknown) = (
        Received::from(Step::Done),
        Received::<Step>::from("2O\u{1b}08"),
    );
    for (shown, expected) in [
        (format!("{known}"), "007"),
        (format!("{known:#}"), "007 The step is done"),
        (
            format!("{known:>5}|{known:-<5}|{known:.1}"),
            "  007|007--|0",
        ),
        (
            format!("{known:#.5}|{known:#21}|"),
            "007 T|007 The step is done |",
        ),
        (format!("{known:?}"), "Known(Done)"),
        (format!("{unknown}|{unknown:#}"), r"2O\u{1b}08|2O\u{1b}08"),
        (format!("{unknown:>12}|{unknown:.2}"), r"  2O\u{1b}08|2O"),
        (
            format!("{unknown:?}"),
            r#"Unknown(UnknownCode { table: "step", code: "2O\u{1b}08" })"#,
        ),
    ] {
        assert_eq!(shown, expected);
    }
}

#[test]
fn excerpts_hide_nothing_and_end() {
    for (text, shown, quoted) in [
        ("", "", r#""""#),
        ("é\"1\\'", "é\"1\\'", r#""é\"1\\'""#),
        ("a\tb\0", r"a\tb\0", r#""a\tb\0""#),
        (
            "查\u{202e}无\u{feff}",
            r"查\u{202e}无\u{feff}",
            r#""查\u{202e}无\u{feff}""#,
        ),
    ] {
        assert_eq!(Excerpt(text).to_string(), shown);
        assert_eq!(format!("{:?}", Excerpt(text)), quoted);
    }
    let hidden = ('\0'..='\u{10ffff}').filter(|c| is_hidden(*c));
    for c in hidden {
        let text = format!("{c}");
        assert!(Excerpt(&text).to_string().starts_with('\\'), "{c:?}");
    }
    let shown = |text: &str| (Excerpt(text).to_string(), format!("{:?}", Excerpt(text)));
    let (hundred, quoted) = ("查".repeat(100), format!("\"{}\"", "查".repeat(100)));
    assert_eq!(shown(&hundred), (hundred.clone(), quoted.clone()));
    for (length, end) in [(101, "… (303 bytes)"), (5_000_000, "… (15000000 bytes)")] {
        let cut = (format!("{hundred}{end}"), format!("{quoted}{end}"));
        assert_eq!(shown(&"查".repeat(length)), cut);
    }
    let (plain, quoted) = shown(&"\u{e0001}".repeat(1_000_000));
    assert!(plain.len() < 1_000 && quoted.len() < 1_000);
}

#[test]
fn text_is_the_best_one_in_the_language() {
    let long = "9".repeat(1_000);
    let cut = format!("Unknown {}… (1000 bytes)", "9".repeat(100));
    for (code, message, lang, expected) in [
        ("007", None, Lang::En, "The step is done"),
        ("007", Some(""), Lang::En, "The step is done"),
        ("007", Some("anything"), Lang::En, "The step is done"),
        ("007", Some("done"), Lang::PtBr, "Done in pt-BR"),
        ("007", None, Lang::Zh, "完成{}：{note}"),
        ("7", Some("done"), Lang::Zh, "未知7"),
        ("7", Some("do\tne"), Lang::ZhHant, r"未知7：do\tne"),
        ("7", None, Lang::ZhHant, "未知7："),
        ("\u{1b}{code}", None, Lang::En, r"Unknown \u{1b}{code}"),
        ("7", None, Lang::PtBr, "{code}"),
        (&long, None, Lang::En, &cut),
    ] {
        assert_eq!(Received::<Step>::from(code).text(message, lang), expected);
    }
}

#[test]
fn errors_show_the_table_and_the_code() {
    let error = UnknownCode::<Step>::new("20\u{1b}08");
    assert_eq!(
        (error.table(), error.expected(), error.text()),
        ("step", "carrier::Step", "20\u{1b}08")
    );
    assert_eq!(error.to_string(), r#"step has no code "20\u{1b}08""#);
    assert_eq!(
        format!("{error:?}"),
        r#"UnknownCode { table: "step", code: "20\u{1b}08" }"#
    );
    let not_successful = |code| NotSuccessful {
        code,
        message: None,
    };
    let error = not_successful(Received::Unknown(error));
    assert_eq!(error.to_string(), r#"step has no code "20\u{1b}08""#);
    assert_eq!(
        format!("{error:?}"),
        r#"NotSuccessful { table: "step", code: "20\u{1b}08" }"#
    );
    let error = not_successful(Received::Known(Step::Begun));
    assert_eq!(error.to_string(), "step 000: The step has begun");
    assert_eq!(
        (error.code(), error.message()),
        (&Received::Known(Step::Begun), None)
    );
    let error = error.with_message("begun\n");
    assert_eq!(error.message(), Some("begun\n"));
    assert_eq!(
        error.to_string(),
        r#"step 000: The step has begun (received "begun\n")"#
    );
    assert_eq!(
        format!("{error:?}"),
        r#"NotSuccessful { table: "step", code: Begun, message: "begun\n" }"#
    );
    assert_eq!(error.into_code(), Received::Known(Step::Begun));
    let error = "\u{1b}".parse::<Lang>().unwrap_err();
    assert_eq!(format!("{error:?}"), r#"UnknownLang("\u{1b}")"#);
}

/// Returns all texts of a width from three characters.
fn texts(width: usize) -> Vec<String> {
    let mut texts = vec![String::new()];
    for _ in 0..width {
        let longer = |text: &String| ["0", "1", "\u{7f}"].map(|last| format!("{text}{last}"));
        texts = texts.iter().flat_map(longer).collect();
    }
    texts
}

fn assert_different<const WIDTH: usize>() {
    let texts = texts(WIDTH);
    let numbers: std::collections::BTreeSet<u64> = texts
        .iter()
        .map(|text| {
            let key = key::<WIDTH>(text).unwrap();
            assert_eq!(key, key_of_code(text), "{text}");
            key
        })
        .collect();
    assert_eq!(numbers.len(), texts.len(), "{WIDTH}");
}

#[test]
fn texts_of_one_width_have_different_keys() {
    assert_different::<1>();
    assert_different::<2>();
    assert_different::<3>();
    assert_different::<4>();
    assert_different::<5>();
    assert_different::<6>();
    assert_different::<7>();
    assert_different::<8>();
    let keys = |text| {
        [
            key::<1>(text),
            key::<2>(text),
            key::<3>(text),
            key::<4>(text),
            key::<7>(text),
            key::<8>(text),
        ]
    };
    for text in [
        "",
        "a",
        "ab",
        "abc",
        "abcd",
        "abcdefg",
        "abcdefgh",
        "abcdefghi",
        "零壹",
    ] {
        let widths = [1, 2, 3, 4, 7, 8].map(|width| width == text.len());
        assert_eq!(keys(text).map(|key| key.is_some()), widths, "{text}");
    }
}

#[test]
fn a_digest_depends_on_each_byte_and_on_the_length() {
    let factor = 0x9e37_79b9_7f4a_7c15;
    for length in 0..40 {
        let text = "x".repeat(length);
        let mut digests = vec![digest(&text, factor), digest(&format!("{text}x"), factor)];
        for at in 0..length {
            let mut other = text.clone();
            other.replace_range(at..=at, "y");
            digests.push(digest(&other, factor));
        }
        let count = digests.len();
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), count, "{length}");
    }
}

#[test]
fn const_str_eq_is_equality() {
    for a in 0..20 {
        for b in 0..20 {
            let (a, b) = ("a".repeat(a), "a".repeat(b));
            assert_eq!(const_str_eq(&a, &b), a == b);
            assert!(!const_str_eq(&format!("{a}b"), &format!("{a}c")));
            assert!(!const_str_eq(&format!("b{a}"), &format!("c{a}")));
        }
    }
}

#[test]
fn sparse_columns_are_looked_up_by_code() {
    static SPARSE: [(usize, &[&str]); 3] = [(1, &["a"]), (4, &["b"]), (9, &["c", "d"])];
    for code in 0..12 {
        let expected = SPARSE
            .iter()
            .find(|(own, _)| *own == code)
            .map_or(&[][..], |(_, own)| own);
        assert_eq!(lookup_sparse(&SPARSE, code), expected, "{code}");
    }
}
