//! The languages that serve tags without a language of their own, unless the catalog's `[fallback]` says otherwise.
//!
//! `codegen/tests/languages` compares the table with the language matching data of CLDR.

/// Tags, and the tags of the languages that serve them, the best first. A language also serves for a tag that it begins with: `zh-Hant-TW`
/// for `zh-Hant`.
///
/// Shorter tags need no line: `de-DE` serves `de`, and whatever serves `de` serves `de-CH`.
pub(super) const DEFAULTS: [(&str, &str); 43] = [
    // Chinese: the script decides, and the region says which script it is.
    ("zh", "zh-Hans zh-CN zh-SG zh-MY"),
    ("zh-Hans", "zh-Hans-CN zh-CN zh-SG zh-MY"),
    ("zh-Hant", "zh-Hant-TW zh-TW zh-Hant zh-HK zh-MO"),
    ("zh-CN", "zh-Hans-CN zh-Hans zh-SG zh-MY"),
    ("zh-SG", "zh-Hans-SG zh-MY zh-Hans zh-CN"),
    ("zh-MY", "zh-Hans-MY zh-SG zh-Hans zh-CN"),
    ("zh-TW", "zh-Hant-TW zh-Hant zh-HK zh-MO"),
    ("zh-HK", "zh-Hant-HK zh-MO zh-Hant-MO zh-Hant zh-TW"),
    ("zh-MO", "zh-Hant-MO zh-HK zh-Hant-HK zh-Hant zh-TW"),
    (
        "zh-AU zh-BN zh-GB zh-GF zh-ID zh-PA zh-PF zh-PH zh-SR zh-TH zh-US zh-VN",
        "zh-Hant zh-TW zh-HK zh-MO",
    ),
    ("zh-Hans-SG", "zh-SG zh-MY"),
    ("zh-Hant-HK", "zh-HK zh-MO zh-Hant-MO"),
    ("zh-Hant-MO", "zh-MO zh-HK zh-Hant-HK"),
    ("cmn", "zh-Hans zh-CN zh"),
    ("cmn-Hant", "zh-Hant zh-TW zh-HK"),
    ("yue", "zh-HK zh-Hant-HK zh-Hant zh-TW zh"),
    ("yue-Hans yue-CN", "zh-Hans zh-CN zh"),
    // Norwegian.
    ("no", "nb nn"),
    ("nb", "no nn"),
    ("nn", "nb no"),
    // Languages with a former tag.
    ("he", "iw"),
    ("iw", "he"),
    ("id", "in"),
    ("in", "id"),
    ("jv", "jw"),
    ("jw", "jv"),
    ("yi", "ji"),
    ("ji", "yi"),
    ("ro", "mo"),
    ("mo", "ro"),
    ("fil", "tl"),
    ("tl", "fil"),
    // Languages of two scripts.
    ("az", "az-Latn"),
    ("bs", "bs-Latn"),
    ("sr", "sr-Cyrl sr-RS"),
    ("sr-ME sr-RO sr-TR sh", "sr-Latn"),
    ("uz", "uz-Latn"),
    // Languages of several countries.
    ("en", "en-US"),
    (
        "en-AU en-HK en-IE en-IN en-MT en-MY en-NZ en-PK en-SG en-ZA",
        "en-GB en-001",
    ),
    ("es", "es-ES"),
    (
        "es-AR es-BO es-CL es-CO es-CR es-CU es-DO es-EC es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-PY es-SV es-US es-UY es-VE",
        "es-419 es-MX es-US",
    ),
    ("pt", "pt-BR"),
    ("pt-AO pt-CV pt-GW pt-MO pt-MZ pt-ST pt-TL", "pt-PT"),
];
