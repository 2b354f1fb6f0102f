//! The keys of `catalog.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::language_option::LanguageOption;
use super::translation::TranslationOptions;
use crate::diagnostic::LintLevel;
use crate::model::{IntegerType, LintLevels};

/// `catalog.toml`: the list of tables, and what they share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CatalogFile {
    /// The languages. Each is a column of every table.
    pub languages: Spanned<Vec<Spanned<LanguageOption>>>,
    /// The language of `Display`. The default is the first language.
    pub display: Option<Spanned<String>>,
    /// The tags that a language serves besides its own, by language.
    #[serde(default)]
    pub fallback: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// A CSV file of terms that messages must use, relative to the catalog.
    pub glossary: Option<Spanned<String>>,
    /// Words with a fixed spelling: `ICCID`, `eSIM`, `user_id`.
    #[serde(default)]
    pub spellings: Vec<Spanned<String>>,
    /// The tables. NAME is the table in `NAME.toml` and `NAME.csv`, relative to the catalog.
    pub tables: Vec<Spanned<String>>,
    /// The output of Rust code.
    #[serde(default)]
    pub rust: RustOptions,
    /// The output of JSON schemas of the TOML files, for editors.
    #[serde(default)]
    pub schema: SchemaOptions,
    /// The HTTP statuses of the codes, if they have any.
    pub http: Option<HttpOptions>,
    /// The text of unknown codes in each language, with the placeholders `{code}` and `{message}`.
    #[serde(default)]
    pub unknown_code: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The docs of the modules, one sentence each, by path.
    #[serde(default)]
    pub module: BTreeMap<Spanned<String>, String>,
    /// The attributes of the codes, by name.
    #[serde(default)]
    pub attribute: BTreeMap<Spanned<String>, AttributeOptions>,
    /// The levels of the lints.
    #[serde(default)]
    pub lints: LintLevels,
    /// The output of the Markdown reference.
    #[serde(default)]
    pub markdown: MarkdownOptions,
    /// The docs of the catalog in other languages, by language tag.
    #[serde(default)]
    pub translation: BTreeMap<Spanned<String>, TranslationOptions>,
    /// The rules between the status, the attributes, the name and the messages of a code.
    #[serde(default)]
    pub rule: Vec<Spanned<RuleOptions>>,
}

/// `[rust]`: the output of Rust code.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RustOptions {
    /// The directory of the checked-in copy, relative to the catalog. It belongs to the generator.
    pub out: Option<Spanned<String>>,
    /// The command that updates the checked-in copy, for the headers of the files. The default is `codegen`.
    pub command: Option<String>,
    /// The cargo feature that enables serde for the types. By default, there is none.
    pub serde: Option<Spanned<String>>,
    /// The cargo feature that enables conversions to the statuses of the crate `http`. By default, there are none.
    pub http: Option<Spanned<String>>,
    /// The cargo feature that enables the code for sqlx. By default, there is no such code.
    pub sqlx: Option<Spanned<String>>,
    /// `true` to generate `CodeError`, with a constructor for each code that is not a success.
    #[serde(default)]
    pub errors: bool,
    /// The name of the crate with the generated code, for the paths in the reference.
    #[serde(rename = "crate")]
    pub crate_name: Option<Spanned<String>>,
}

/// `[markdown]`: the output of the Markdown reference.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MarkdownOptions {
    /// The directory of the checked-in copy, relative to the catalog. It belongs to the generator.
    pub out: Option<Spanned<String>>,
}

/// `[schema]`: the output of JSON schemas of the TOML files.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SchemaOptions {
    /// The directory, relative to the catalog. It belongs to the generator.
    pub out: Option<Spanned<String>>,
}

/// `[http]`: the HTTP statuses of the codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HttpOptions {
    /// The meaning of the status, in a sentence or two.
    pub doc: Option<String>,
    /// `true` if codes may be without a status.
    #[serde(default)]
    pub optional: bool,
    /// The status of an undocumented code. By default, it has none.
    pub undocumented: Option<Spanned<i64>>,
}

/// `[attribute.NAME]`: an attribute of the codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeOptions {
    /// The meaning, in a sentence or two.
    pub doc: String,
    /// `text`, `url`, `integer` or `flag`; none for an attribute with `values`.
    pub kind: Option<AttributeKind>,
    /// The type of the integers. The default is `i64`.
    #[serde(rename = "type")]
    pub integer_type: Option<Spanned<IntegerType>>,
    /// `true` if codes may be without a value.
    #[serde(default)]
    pub optional: bool,
    /// The listed values, each with its meaning.
    pub values: Option<BTreeMap<Spanned<String>, String>>,
    /// The value of an undocumented code. By default, it has none.
    pub undocumented: Option<Spanned<Scalar>>,
    /// The values for which `into_result()` returns `Ok`. At most one attribute has this key.
    #[serde(default)]
    pub success: Vec<Spanned<String>>,
    /// The values that require a query first: the operation may have been carried out.
    #[serde(default)]
    pub cautious: Vec<Spanned<String>>,
    /// The values that `of_query()` keeps; every other value becomes the `undocumented` one. Only one attribute may have such values.
    #[serde(default)]
    pub query: Vec<Spanned<String>>,
    /// The HTTP status of each value.
    #[serde(default)]
    pub http: BTreeMap<Spanned<String>, Spanned<i64>>,
    /// The condition of each value of an attribute that follows from the others.
    pub from: Option<BTreeMap<Spanned<String>, Condition>>,
    /// The predicates of the values, by the name of the method.
    #[serde(default)]
    pub predicates: BTreeMap<Spanned<String>, PredicateOptions>,
}

/// `[attribute.NAME.predicates]`: a predicate, which becomes a method of the attribute's enum.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PredicateOptions {
    /// The meaning, in a sentence or two.
    pub doc: String,
    /// The values for which it is `true`.
    pub values: Vec<Spanned<String>>,
}

/// The value of an attribute in TOML.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "expected a string, an integer, `true` or `false`"
)]
pub(crate) enum Scalar {
    /// A listed value, or any text.
    Text(String),
    /// A 64-bit integer.
    Integer(i64),
    /// `true` or `false`.
    Flag(bool),
}

/// The type of an attribute's values, unless they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AttributeKind {
    /// Any text.
    Text,
    /// An absolute web address.
    Url,
    /// An integer.
    Integer,
    /// `true` or `false`.
    Flag,
}

/// A condition, which a code meets if it has one of the texts for each key. The keys are `http` (`"404"`, `"2xx"`), `name`
/// (words of the name), `message` (a part of a message in any language) and the attributes.
pub(crate) type Condition = BTreeMap<Spanned<String>, Vec<Spanned<String>>>;

/// `[[rule]]`: a rule for the codes that meet `when`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleOptions {
    /// The description of the rule, for the error message.
    pub doc: String,
    /// The level of findings about codes that break the rule.
    #[serde(default)]
    pub level: LintLevel,
    /// The condition for the codes that the rule applies to.
    pub when: Condition,
    /// The condition that these codes must meet.
    pub expect: Option<Condition>,
    /// The condition that these codes must not meet.
    pub forbid: Option<Condition>,
}
