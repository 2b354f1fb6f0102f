//! The keys of `catalog.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::translation::TranslationOptions;
use crate::diagnostic::LintLevel;
use crate::model::LintLevels;

/// `catalog.toml`: which tables there are and what they share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogFile {
    /// BCP 47 language tags; a column of every table each.
    pub languages: Vec<Spanned<String>>,
    /// The language that `Display` speaks; without it, the first one.
    pub display: Option<Spanned<String>>,
    /// A CSV file of terms that the messages must use; relative to the catalog.
    pub glossary: Option<Spanned<String>>,
    /// Words that messages write in one way, whatever their place: `ICCID`, `eSIM`, `user_id`.
    #[serde(default)]
    pub spellings: Vec<Spanned<String>>,
    /// The tables: NAME stands for `NAME.toml` and `NAME.csv`, relative to the catalog.
    pub tables: Vec<Spanned<String>>,
    /// The folder of the Rust, and how it is written.
    #[serde(default)]
    pub rust: RustOptions,
    /// The folder of the JSON schemas of the TOML files, for editors.
    #[serde(default)]
    pub schema: SchemaOptions,
    /// The HTTP statuses of the codes, where they have some.
    pub http: Option<HttpOptions>,
    /// The docs of the modules, a sentence each, by path.
    #[serde(default)]
    pub module: BTreeMap<Spanned<String>, String>,
    /// The attributes of the codes, by name.
    #[serde(default)]
    pub attribute: BTreeMap<Spanned<String>, AttributeOptions>,
    /// The levels of the lints.
    #[serde(default)]
    pub lints: LintLevels,
    /// The folder of the reference in Markdown.
    #[serde(default)]
    pub markdown: MarkdownOptions,
    /// The reference's words in other languages, by language tag.
    #[serde(default)]
    pub translation: BTreeMap<Spanned<String>, TranslationOptions>,
    /// The rules between a code's status, attributes, name and messages.
    #[serde(default)]
    pub rule: Vec<Spanned<RuleOptions>>,
}

/// `[rust]`: where Rust output goes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RustOptions {
    /// The folder of the checked-in copy, relative to the catalog. It belongs to the generator.
    pub out: Option<Spanned<String>>,
    /// The command that refreshes the checked-in copy, as the files' headers give it; without it, `codegen`.
    pub command: Option<String>,
    /// The cargo feature under which the types are read and written with serde; without it, they are not.
    pub serde: Option<Spanned<String>>,
    /// The cargo feature under which codes become the statuses of the crate `http`; without it, they do not.
    pub http: Option<Spanned<String>>,
    /// The crate that the generated code is part of, for the paths that the reference gives.
    #[serde(rename = "crate")]
    pub crate_name: Option<Spanned<String>>,
}

/// `[markdown]`: where the reference in Markdown goes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MarkdownOptions {
    /// The folder of the checked-in copy, relative to the catalog. It belongs to the generator.
    pub out: Option<Spanned<String>>,
}

/// `[schema]`: where the JSON schemas of the TOML files go.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SchemaOptions {
    /// The folder, relative to the catalog. It belongs to the generator.
    pub out: Option<Spanned<String>>,
}

/// `[http]`: that the codes have an HTTP status.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpOptions {
    /// The meaning of the status, in a sentence or two.
    pub doc: Option<String>,
    /// `true` if codes may be without one.
    #[serde(default)]
    pub optional: bool,
    /// The status of an undocumented code; without it, such a code has none.
    pub undocumented: Option<Spanned<i64>>,
}

/// `[attribute.NAME]`: something that is said of each code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeOptions {
    /// Its meaning, in a sentence or two.
    pub doc: String,
    /// `text`, `integer` or `flag`; an attribute with `values` has none.
    pub kind: Option<AttributeKind>,
    /// `true` if codes may be without it.
    #[serde(default)]
    pub optional: bool,
    /// A closed vocabulary: each value, and what it means.
    pub values: Option<BTreeMap<Spanned<String>, String>>,
    /// The value of an undocumented code; without it, such a code has none.
    pub undocumented: Option<Spanned<Scalar>>,
    /// The values for which `into_result()` is `Ok`. One attribute has such values at most.
    #[serde(default)]
    pub success: Vec<Spanned<String>>,
    /// The values that require a query first: the operation may have been carried out.
    #[serde(default)]
    pub cautious: Vec<Spanned<String>>,
    /// The values that a reply to a query may establish for the operation; every other value becomes the `undocumented` one. Only one
    /// attribute may have such values.
    #[serde(default)]
    pub query: Vec<Spanned<String>>,
    /// The HTTP status of each value.
    #[serde(default)]
    pub http: BTreeMap<Spanned<String>, Spanned<i64>>,
    /// The condition of each value of an attribute that follows from the others.
    pub from: Option<BTreeMap<Spanned<String>, Condition>>,
    /// Questions to a value, by the name of the method that answers them.
    #[serde(default)]
    pub predicates: BTreeMap<Spanned<String>, PredicateOptions>,
}

/// `[attribute.NAME.predicates]`: a question to a value, which becomes a method of the attribute's enum.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PredicateOptions {
    /// The question, in a sentence or two.
    pub doc: String,
    /// The values for which the answer is yes.
    pub values: Vec<Spanned<String>>,
}

/// An attribute's value, as TOML writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "expected a text, an integer, `true` or `false`")]
pub(crate) enum Scalar {
    /// A word of a closed vocabulary, or any text.
    Text(String),
    /// An integer of 64 bits.
    Integer(i64),
    /// `true` or `false`.
    Flag(bool),
}

/// The type of an attribute's values, where they are no closed vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AttributeKind {
    /// Any text.
    Text,
    /// An integer of 64 bits.
    Integer,
    /// `true` or `false`.
    Flag,
}

/// A description of codes: for each key, one of the texts. The keys are `http` (`"404"`, `"2xx"`), `name` (words of the
/// name), `message` (a part of a message in any language) and the attributes.
pub(crate) type Condition = BTreeMap<Spanned<String>, Vec<Spanned<String>>>;

/// `[[rule]]`: codes that are like this must, or must not, be like that.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleOptions {
    /// The rule in words: the error's message.
    pub doc: String,
    /// The level of a finding about a code that breaks it.
    #[serde(default)]
    pub level: LintLevel,
    /// The codes that it is about.
    pub when: Condition,
    /// The description that they must fit.
    pub expect: Option<Condition>,
    /// The description that they must not fit.
    pub forbid: Option<Condition>,
}
