//! Languages: lookup and negotiation.

use super::*;

#[test]
fn a_tag_is_looked_up_by_fallbacks_and_prefixes() {
    for (tag, expected) in [
        ("zh", Some(Lang::Zh)),
        ("ZH-sg", Some(Lang::Zh)),
        ("ZH-tw", Some(Lang::ZhHant)),
        ("zh-HK-x-private", Some(Lang::ZhHant)),
        ("zh-hant", Some(Lang::ZhHant)),
        ("zh-Hant-HK-x-private", Some(Lang::ZhHant)),
        ("zh-a-ext-x-b", Some(Lang::Zh)),
        ("en-x-zh", Some(Lang::En)),
        ("pt-BR-u-nu-latn", Some(Lang::PtBr)),
        ("pt", Some(Lang::PtBr)),
        ("pt-PT", Some(Lang::PtBr)),
        ("zh_CN", Some(Lang::Zh)),
        ("zh_hant_hk", Some(Lang::ZhHant)),
        ("pt-br_x", Some(Lang::PtBr)),
        ("x-en", None),
        ("fr", None),
        ("", None),
        ("-", None),
        ("---", None),
        ("_", None),
        ("zhCN", None),
        ("*", None),
        ("中文", None),
    ] {
        assert_eq!(Lang::lookup(tag), expected, "{tag}");
    }
    assert_eq!("EN".parse(), Ok(Lang::En));
    assert_eq!("pt_BR".parse(), Ok(Lang::PtBr));
    assert!("pt".parse::<Lang>().is_err());
    let error = Lang::try_from("en-GB").unwrap_err();
    assert_eq!(error.text(), "en-GB");
    assert_eq!(error.to_string(), r#"unsupported language "en-GB""#);
}

#[test]
fn the_heaviest_supported_range_decides() {
    use Lang::{En, PtBr, Zh, ZhHant};
    for (field, expected) in [
        ("zh-TW,zh;q=0.9,en;q=0.8", Some(ZhHant)),
        ("zh-CN,zh;q=0.9,en;q=0.8", Some(Zh)),
        ("zh_TW, en_GB;q=0.8", Some(ZhHant)),
        ("fr, en;q=0.5", Some(En)),
        ("en;q=0.5, zh;q=0.501", Some(Zh)),
        ("en;q=0.5, zh;q=0.5", Some(En)),
        ("zh;q=1.000, en", Some(Zh)),
        ("da, en-gb;q=0.8, pt-br;q=0.9", Some(PtBr)),
        (" EN ; q=0.1 ,\tfr", Some(En)),
        ("zh;Q=0.1, en;q=0.", Some(Zh)),
        ("fr, de", None),
        ("", None),
        // Any language: the default one first, unless another range has it or it is refused.
        ("*", Some(En)),
        ("*, zh", Some(Zh)),
        ("*, en;q=0.5", Some(Zh)),
        ("*, en;q=0.5, zh;q=0.5", Some(ZhHant)),
        ("fr, *;q=0.1", Some(En)),
        ("en;q=0, *", Some(Zh)),
        ("en-GB;q=0, *", Some(En)),
        ("zh;q=0.2, *;q=0.1", Some(Zh)),
        ("*;q=0", None),
        ("*;q=0, zh", Some(Zh)),
        // Refused with its narrower tags, unless a longer range overrides it.
        ("zh;q=0, zh-SG", None),
        ("zh;q=0, zh-TW", Some(ZhHant)),
        ("pt;q=0, *", Some(En)),
        ("zh-TW;q=0, zh-HK;q=0, zh-Hant", Some(ZhHant)),
        ("zh-TW;q=0, *;q=0.1, en;q=0, zh;q=0.2", Some(Zh)),
        ("zh;q=0, zh-Hant", Some(ZhHant)),
        ("zh;q=0, zh, en;q=0.1", Some(En)),
        ("zh-Hant;q=0, zh-Hant-HK", Some(Zh)),
        ("en;q=0, zh;q=0, pt-BR;q=0, *", None),
    ] {
        assert_eq!(Lang::negotiate(field), expected, "{field}");
    }
    assert_eq!(Lang::default(), Lang::En);
}

#[test]
fn invalid_elements_are_ignored() {
    for nonsense in [
        "zh;q=2",
        "zh;q=-1",
        "zh;q=1.001",
        "zh;q=0.1234",
        "zh;q=",
        "zh;q=.5",
        "zh;q=NaN",
        "zh;q=+1",
        "zh;q=0.5;q=1",
        "zh;level=1",
        "zh;",
        ";q=1",
        "zh q=1",
        "zh-*",
        "z h",
        "zh-toolongsubtag",
        "中文;q=1",
        "zh;q=1１",
        "zh;q = 1",
        "\u{0}",
        ";;;",
        "-",
        "zh-",
    ] {
        assert_eq!(Lang::negotiate(nonsense), None, "{nonsense}");
        let field = format!("{nonsense}, ,{nonsense},en;q=0.1,{nonsense}");
        assert_eq!(Lang::negotiate(&field), Some(Lang::En), "{field}");
    }
    // Long fields take linear time.
    let many = "zh-x-y;q=0.001,".repeat(10_000);
    assert_eq!(Lang::negotiate(&many), Some(Lang::Zh));
    let refused: String = (0..10_000).map(|n| format!("zh-x-{n}, *, ")).collect();
    let field = format!("{refused} zh;q=0, zh-Hant;q=0, pt-BR;q=0, en;q=0.5");
    assert_eq!(Lang::negotiate(&field), Some(Lang::En));
    let field = format!("zh{}", "-a".repeat(100_000));
    assert_eq!(Lang::lookup(&field), Some(Lang::Zh));
}
