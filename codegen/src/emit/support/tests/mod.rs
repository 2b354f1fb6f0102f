//! Tests of the support code with a small table.

// The code is public where it is emitted, but not here.
#![allow(dead_code, unreachable_pub, unused_macros)]

extern crate alloc;

include!("../display.rs");
include!("../excerpt.rs");
include!("../is_hidden.rs");
include!("../received.rs");
include!("../unknown_code.rs");
include!("../not_successful.rs");
include!("../negotiate.rs");
include!("../entry.rs");
include!("../render.rs");
include!("../extract.rs");
include!("../const_str_eq.rs");
include!("../tables.rs");
include!("../printed.rs");
include!("../perfect_hash.rs");
include!("../slot.rs");
include!("../columns.rs");
include!("../packed.rs");
include!("../key.rs");
include!("../key_of_code.rs");
include!("../digest.rs");
include!("../decimal.rs");
include!("../signed_decimal.rs");
include!("../hexadecimal.rs");
include!("../scopes.rs");

// After the macros that they call.
mod codes;
mod columns;
mod languages;
mod messages;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    Zh,
    ZhHant,
    En,
    PtBr,
}

impl Lang {
    const ALL: &'static [Self] = &[Lang::Zh, Lang::ZhHant, Lang::En, Lang::PtBr];
    const DISPLAY: Self = Lang::En;
    const FALLBACKS: &'static [(&'static str, Self)] = &[
        ("pt", Lang::PtBr),
        ("zh-Hans", Lang::Zh),
        ("zh-HK", Lang::ZhHant),
        ("zh-TW", Lang::ZhHant),
    ];

    const fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::ZhHant => "zh-Hant",
            Lang::En => "en",
            Lang::PtBr => "pt-BR",
        }
    }

    fn from_tag(tag: &str) -> Option<Self> {
        let is_same = |lang: &Self| is_same_tag(lang.tag(), tag);
        Self::ALL.iter().copied().find(is_same)
    }
}

/// The part of the trait that the support code needs.
pub trait Code: Copy + Ord + ::core::fmt::Debug + ::core::fmt::Display + 'static {
    const TABLE: &'static str;
    const PATH: &'static str;
    fn from_code(code: &str) -> Option<Self>;
    fn code(self) -> &'static str;
    fn message(self, lang: Lang) -> &'static str;
    fn localize(self, text: &str, lang: Lang) -> Option<String>;
    fn render<'a>(
        self,
        lang: Lang,
        arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
    ) -> Rendered<'a>;
}

/// The text of unknown codes in each language.
const UNKNOWN_CODE: [&str; 4] = [
    "未知{code}",
    "未知{code}：{message}",
    "Unknown {code}",
    "{{code}}",
];

/// A table of two codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Begun,
    Done,
}

impl Code for Step {
    const TABLE: &'static str = "step";
    const PATH: &'static str = "carrier::Step";

    fn from_code(code: &str) -> Option<Self> {
        [Step::Begun, Step::Done]
            .into_iter()
            .find(|step| step.code() == code)
    }

    fn code(self) -> &'static str {
        match self {
            Step::Begun => "000",
            Step::Done => "007",
        }
    }

    fn message(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Step::Begun, _) => "The step has begun",
            (Step::Done, Lang::Zh) => "完成{{}}：{note}",
            (Step::Done, _) => "The step is done",
        }
    }

    fn localize(self, text: &str, lang: Lang) -> Option<String> {
        (self == Step::Done && text == "done").then(|| format!("Done in {}", lang.tag()))
    }

    fn render<'a>(
        self,
        lang: Lang,
        arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
    ) -> Rendered<'a> {
        Rendered {
            template: self.message(lang),
            arguments,
        }
    }
}

impl ::core::fmt::Display for Step {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        display(*self, f)
    }
}
