//! The keys of `catalog.toml`.

use std::collections::BTreeMap;

use super::placed::Placed;
use serde::Deserialize;

use super::translation::TranslationOptions;

/// `catalog.toml`: which tables there are and what they share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogFile {
    /// BCP 47 language tags; a column of every table each.
    pub languages: Vec<Placed<String>>,
    /// The language that `Display` speaks; without it, the first one.
    pub display: Option<Placed<String>>,
    /// A CSV file of terms that the messages must use; relative to the catalog.
    pub glossary: Option<Placed<String>>,
    /// Words that messages write in one way, whatever their place: `ICCID`, `eSIM`, `user_id`.
    #[serde(default)]
    pub spellings: Vec<Placed<String>>,
    /// The tables: NAME stands for `NAME.toml` and `NAME.csv`, relative to the catalog.
    pub tables: Vec<Placed<String>>,
    /// Where Rust output goes.
    #[serde(default)]
    pub rust: RustOptions,
    /// Where the JSON schemas of the TOML files go, for editors.
    #[serde(default)]
    pub schema: SchemaOptions,
    /// That the codes have an HTTP status.
    pub http: Option<HttpOptions>,
    /// What each module is about, in a sentence, by its path.
    #[serde(default)]
    pub module: BTreeMap<Placed<String>, String>,
    /// What else is said of each code, by name.
    #[serde(default)]
    pub attribute: BTreeMap<Placed<String>, AttributeOptions>,
    /// What is worth a warning or an error, beyond what is always one.
    #[serde(default)]
    pub lints: LintLevels,
    /// Where the reference in Markdown goes.
    #[serde(default)]
    pub markdown: MarkdownOptions,
    /// What the reference says in other languages, by language tag.
    #[serde(default)]
    pub translation: BTreeMap<Placed<String>, TranslationOptions>,
    /// What must hold between a code's status, attributes, name and messages.
    #[serde(default)]
    pub rule: Vec<Placed<RuleOptions>>,
}

/// `[rust]`: where Rust output goes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RustOptions {
    /// The folder of the checked-in copy, relative to the catalog. It belongs to the generator.
    pub out: Option<Placed<String>>,
    /// The command that refreshes the checked-in copy, as the files' headers give it; without it, `codegen`.
    pub command: Option<String>,
    /// The cargo feature under which the types are read and written with serde; without it, they are not.
    pub serde: Option<Placed<String>>,
    /// The cargo feature under which codes become the statuses of the crate `http`; without it, they do not.
    pub http: Option<Placed<String>>,
    /// The crate that the generated code is part of, for the paths that the reference gives.
    #[serde(rename = "crate")]
    pub crate_name: Option<Placed<String>>,
}

/// `[markdown]`: where the reference in Markdown goes.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkdownOptions {
    /// The folder of the checked-in copy, relative to the catalog. It belongs to the generator.
    pub out: Option<Placed<String>>,
}

/// `[schema]`: where the JSON schemas of the TOML files go.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemaOptions {
    /// The folder, relative to the catalog. It belongs to the generator.
    pub out: Option<Placed<String>>,
}

/// `[http]`: that the codes have an HTTP status.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HttpOptions {
    /// What the status means, in a sentence or two.
    pub doc: Option<String>,
    /// Whether codes may be without one.
    #[serde(default)]
    pub optional: bool,
    /// The status of a code that nobody documented; without it, such a code has none.
    pub undocumented: Option<Placed<i64>>,
}

/// `[attribute.NAME]`: something that is said of each code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributeOptions {
    /// What it means, in a sentence or two.
    pub doc: String,
    /// `text`, `integer` or `flag`; an attribute with `values` has none.
    pub kind: Option<AttributeKind>,
    /// Whether codes may be without it.
    #[serde(default)]
    pub optional: bool,
    /// A closed vocabulary: each value, and what it means.
    pub values: Option<BTreeMap<Placed<String>, String>>,
    /// The value of a code that nobody documented; without it, such a code has none.
    pub undocumented: Option<Placed<Scalar>>,
    /// The values for which `into_result()` is `Ok`. One attribute has such values at most.
    #[serde(default)]
    pub success: Vec<Placed<String>>,
    /// Questions to a value, by the name of the method that answers them.
    #[serde(default)]
    pub predicates: BTreeMap<Placed<String>, PredicateOptions>,
}

/// `[attribute.NAME.predicates]`: a question to a value, which becomes a method of the attribute's enum.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PredicateOptions {
    /// What it asks, in a sentence or two.
    pub doc: String,
    /// The values for which the answer is yes.
    pub values: Vec<Placed<String>>,
}

/// An attribute's value, as TOML writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "a value is a text, an integer, `true` or `false`"
)]
pub enum Scalar {
    /// A word of a closed vocabulary, or any text.
    Text(String),
    /// An integer of 64 bits.
    Integer(i64),
    /// `true` or `false`.
    Flag(bool),
}

/// What an attribute's values are, where they are no closed vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributeKind {
    /// Any text.
    Text,
    /// An integer of 64 bits.
    Integer,
    /// `true` or `false`.
    Flag,
}

/// What is done about a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LintLevel {
    /// It is not reported.
    Allow,
    /// It is reported; generation goes on.
    Warn,
    /// It is an error: nothing is generated.
    #[default]
    Deny,
}

/// `[lints]`: each lint's level.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct LintLevels {
    /// An English message that does not begin with a capital letter. By default `allow`.
    pub capital: LintLevel,
    /// A term of the glossary without its counterpart in the other language, or a term that the glossary has twice.
    /// By default `warn`.
    pub glossary: LintLevel,
    /// A name that has no word in common with the English message: the two may stand in different rows. By
    /// default `warn`.
    pub name: LintLevel,
    /// A name that is not in lower-case words, has more than 40 letters, or contains its code. By default `allow`.
    pub name_style: LintLevel,
    /// A text that differs from the printed one, in a row without a `note`. By default `allow`.
    pub note: LintLevel,
    /// Half-width punctuation beside Chinese characters. By default `warn`.
    pub punctuation: LintLevel,
    /// A text that repeats the printed one: an empty cell means the same. By default `warn`.
    pub redundant: LintLevel,
    /// A row that `import` or `reconcile` marked, in the column `review`, for somebody to look at. By default `deny`.
    pub review: LintLevel,
    /// The same message on two codes of a table. By default `allow`: providers do that.
    pub same_message: LintLevel,
    /// A Chinese message without a Chinese character, or an English one with Chinese characters. By default `warn`.
    pub script: LintLevel,
    /// White space beside a Chinese character. By default `allow`.
    pub spacing: LintLevel,
    /// A word of `spellings` that is written in another way. By default `warn`.
    pub spelling: LintLevel,
    /// A message that ends with a full stop, a comma, a semicolon or an exclamation mark. By default `warn`.
    pub trailing_stop: LintLevel,
    /// White space doubled within a message. By default `warn`.
    pub white_space: LintLevel,
}

impl Default for LintLevels {
    fn default() -> Self {
        LintLevels {
            capital: LintLevel::Allow,
            glossary: LintLevel::Warn,
            name: LintLevel::Warn,
            name_style: LintLevel::Allow,
            note: LintLevel::Allow,
            punctuation: LintLevel::Warn,
            redundant: LintLevel::Warn,
            review: LintLevel::Deny,
            same_message: LintLevel::Allow,
            script: LintLevel::Warn,
            spacing: LintLevel::Allow,
            spelling: LintLevel::Warn,
            trailing_stop: LintLevel::Warn,
            white_space: LintLevel::Warn,
        }
    }
}

/// What a code is like: for each key, one of the texts. The keys are `http` (`"404"`, `"2xx"`), `name` (words of the
/// name), `message` (a part of a message in any language) and the attributes.
pub type Condition = BTreeMap<Placed<String>, Vec<Placed<String>>>;

/// `[[rule]]`: codes that are like this must, or must not, be like that.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleOptions {
    /// The rule in words: the error's message.
    pub doc: String,
    /// What is done about a code that breaks it.
    #[serde(default)]
    pub level: LintLevel,
    /// The codes that it speaks of.
    pub when: Condition,
    /// What they must be like.
    pub expect: Option<Condition>,
    /// What they must not be like.
    pub forbid: Option<Condition>,
}
