//! A change, its level, and its text.

use crate::plural::counted;
use crate::word_diff::word_diff;
use codegen::Location;
use codegen::catalog::{Code, Table};
use codegen::text::Sanitized;

/// The version bump that a change requires, by semantic versioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Wording.
    Patch,
    /// Behavior changes, or something is added that does not break callers.
    Minor,
    /// Code of callers may no longer compile, or a code is no longer recognized, or code that compiles may repeat an operation that was
    /// carried out.
    Major,
}

impl Level {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Level::Patch => "patch",
            Level::Minor => "minor",
            Level::Major => "major",
        }
    }
}

/// The thing that changed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subject {
    /// The table, as the catalog names it; `None` for the catalog itself.
    pub(crate) table: Option<String>,
    /// The path of the enum: `lianlian::ReturnCode`.
    pub(crate) path: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) variant: Option<String>,
    /// The place after the change.
    pub(crate) at: Option<Location>,
}

/// A change. `old` and `new` are the texts before and after it.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) subject: Subject,
    pub(crate) kind: Kind,
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
}

impl Subject {
    pub(crate) fn of_table(table: Table<'_>) -> Self {
        Subject {
            table: Some(table.name().to_owned()),
            path: Some(table.path()),
            at: Some(table.location()),
            ..Subject::default()
        }
    }

    pub(crate) fn of_code(code: Code<'_>) -> Self {
        Subject {
            code: Some(code.code().to_owned()),
            variant: Some(code.variant().to_owned()),
            at: Some(code.location()),
            ..Subject::of_table(code.table())
        }
    }
}

impl Change {
    pub(crate) fn new(
        subject: Subject,
        kind: Kind,
        old: Option<String>,
        new: Option<String>,
    ) -> Self {
        Change {
            subject,
            kind,
            old,
            new,
        }
    }

    /// Returns the change with texts that are safe for a terminal, so that its text may be colored.
    pub(crate) fn sanitized(&self) -> Self {
        let safe = |text: &String| Sanitized(text).to_string();
        Change {
            subject: self.subject.clone(),
            kind: match &self.kind {
                PrintedChanged(column) => PrintedChanged(safe(column)),
                kind => kind.clone(), // Other names are identifiers.
            },
            old: self.old.as_ref().map(safe),
            new: self.new.as_ref().map(safe),
        }
    }
}

/// The kind of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    TableAdded,
    TableRemoved,
    TableRenamed,
    /// The codes became numeric.
    NumbersAdded,
    /// The codes are no longer numeric.
    NumbersRemoved,
    /// The numbers of the codes have another type.
    NumbersRetyped,
    LanguageAdded,
    LanguageRemoved,
    /// `Display` uses another language.
    DisplayChanged,
    /// Another language serves a tag that no language has.
    FallbackChanged(String),
    /// The order of languages, values or scopes, which is the order of `ALL` and `Ord`.
    OrderChanged(String),
    ScopeAdded,
    ScopeRemoved,
    AttributeAdded(String),
    AttributeRemoved(String),
    /// Another type: another kind, or optional or required now.
    AttributeRetyped(String),
    ValueAdded(String),
    ValueRemoved(String),
    CodeAdded,
    /// A code was added to an enum for which each `match` in another crate has a `_` arm.
    CodeAddedNonExhaustive,
    CodeRemoved,
    /// An enum now requires a `_` arm in each `match` in another crate.
    NonExhaustiveAdded,
    NonExhaustiveRemoved,
    /// A code has another variant. Its former name, as the column `renamed` takes it; `None` if it cannot become an alias.
    Renamed(Option<String>),
    /// A code has another variant, and the old name is an alias of it.
    RenamedWithAlias,
    AliasAdded,
    AliasRemoved,
    /// A variant has another code.
    Recoded,
    /// A code is at another place in its range, so that its variant has another number.
    MovedInRange,
    Retired,
    Unretired,
    RetirementReworded,
    RowAdded,
    RowRemoved,
    /// Another order of the rows of a code. The first row supplies the message.
    RowsReordered,
    /// The texts that stand for the variable parts of printed messages.
    PrintedPlaceholdersChanged,
    PlaceholderAdded,
    PlaceholderRemoved,
    PlaceholderRenamed,
    StatusChanged,
    /// The value of an attribute with listed values, by which callers decide.
    DecisionChanged(String),
    /// A decision that required a query first, and no longer does.
    CautionLeft(String),
    /// A value is now declared as cautious.
    CautionAdded(String),
    /// A value is no longer declared as cautious.
    CautionRemoved(String),
    AttributeChanged(String),
    /// A message, with its language.
    Reworded(String),
    /// A printed text, with its column.
    PrintedChanged(String),
    /// Documentation: titles, sources, descriptions.
    /// Of a part of the catalog, by its name; empty for the subject itself.
    DocChanged(String),
}

use Kind::*;

impl Change {
    pub(crate) fn level(&self) -> Level {
        match self.kind {
            TableRemoved | TableRenamed | NumbersRemoved | NumbersRetyped | LanguageAdded
            | LanguageRemoved | ScopeAdded | ScopeRemoved | AttributeRemoved(_)
            | AttributeRetyped(_) | ValueAdded(_) | ValueRemoved(_) | CodeAdded | CodeRemoved
            | NonExhaustiveAdded | Renamed(_) | AliasRemoved | Recoded | MovedInRange
            | PlaceholderRemoved | PlaceholderRenamed | CautionLeft(_) | CautionRemoved(_) => {
                Level::Major
            }
            TableAdded
            | NumbersAdded
            | DisplayChanged
            | FallbackChanged(_)
            | OrderChanged(_)
            | AttributeAdded(_)
            | CodeAddedNonExhaustive
            | NonExhaustiveRemoved
            | RenamedWithAlias
            | AliasAdded
            | Retired
            | Unretired
            | RowAdded
            | RowRemoved
            | RowsReordered
            | PrintedPlaceholdersChanged
            | PlaceholderAdded
            | StatusChanged
            | DecisionChanged(_)
            | CautionAdded(_)
            | AttributeChanged(_) => Level::Minor,
            RetirementReworded | Reworded(_) | PrintedChanged(_) | DocChanged(_) => Level::Patch,
        }
    }

    /// Returns `true` if the change alters what callers do without breaking their build.
    pub(crate) fn changes_behavior(&self) -> bool {
        matches!(
            self.kind,
            DecisionChanged(_) | CautionLeft(_) | CautionRemoved(_)
        )
    }

    /// Returns the name of the kind in the JSON output.
    pub(crate) fn kind_name(&self) -> &'static str {
        match self.kind {
            TableAdded => "table-added",
            TableRemoved => "table-removed",
            TableRenamed => "table-renamed",
            NumbersAdded => "numbers-added",
            NumbersRemoved => "numbers-removed",
            NumbersRetyped => "numbers-retyped",
            LanguageAdded => "language-added",
            LanguageRemoved => "language-removed",
            DisplayChanged => "display-changed",
            FallbackChanged(_) => "fallback-changed",
            OrderChanged(_) => "order-changed",
            ScopeAdded => "scope-added",
            ScopeRemoved => "scope-removed",
            AttributeAdded(_) => "attribute-added",
            AttributeRemoved(_) => "attribute-removed",
            AttributeRetyped(_) => "attribute-retyped",
            ValueAdded(_) => "value-added",
            ValueRemoved(_) => "value-removed",
            CodeAdded | CodeAddedNonExhaustive => "code-added",
            NonExhaustiveAdded => "non-exhaustive-added",
            NonExhaustiveRemoved => "non-exhaustive-removed",
            CodeRemoved => "code-removed",
            Renamed(_) => "renamed",
            RenamedWithAlias => "renamed-with-alias",
            AliasAdded => "alias-added",
            AliasRemoved => "alias-removed",
            Recoded => "recoded",
            MovedInRange => "moved-in-range",
            Retired => "retired",
            Unretired => "unretired",
            RetirementReworded => "retirement-reworded",
            RowAdded => "row-added",
            RowRemoved => "row-removed",
            RowsReordered => "rows-reordered",
            PrintedPlaceholdersChanged => "printed-placeholders-changed",
            PlaceholderAdded => "placeholder-added",
            PlaceholderRemoved => "placeholder-removed",
            PlaceholderRenamed => "placeholder-renamed",
            StatusChanged => "status-changed",
            DecisionChanged(_) => "decision-changed",
            CautionLeft(_) => "caution-left",
            CautionAdded(_) => "caution-added",
            CautionRemoved(_) => "caution-removed",
            AttributeChanged(_) => "attribute-changed",
            Reworded(_) => "reworded",
            PrintedChanged(_) => "printed-changed",
            DocChanged(_) => "doc-changed",
        }
    }

    /// Returns the name of the thing that changed: `lianlian::ReturnCode::OrderNotFound (0042)`.
    pub(crate) fn subject_text(&self) -> String {
        let subject = &self.subject;
        match (&subject.path, &subject.variant, &subject.code) {
            (Some(path), Some(variant), Some(code)) => format!("{path}::{variant} ({code})"),
            (Some(path), _, _) => path.clone(),
            (None, _, _) => "the catalog".to_owned(),
        }
    }

    /// Returns the text of the change, with `->` between the old and the new value.
    pub(crate) fn text(&self) -> String {
        self.text_with("->", word_diff)
    }

    /// Returns the text of the change, with this arrow between the old and the new value, and changed words shown this way.
    pub(crate) fn text_with(&self, arrow: &str, word_diff: fn(&str, &str) -> String) -> String {
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        let (old, new) = (or_empty(&self.old), or_empty(&self.new));
        let values = || match (&self.old, &self.new) {
            (None, _) => format!("none {arrow} {new}"),
            (_, None) => format!("{old} {arrow} none"),
            _ => format!("{old} {arrow} {new}"),
        };
        match &self.kind {
            TableAdded => "table added".to_owned(),
            TableRemoved => "table removed".to_owned(),
            TableRenamed => format!("enum renamed: {}", values()),
            NumbersAdded => "codes became numeric".to_owned(),
            NumbersRemoved => "codes are no longer numeric".to_owned(),
            NumbersRetyped => format!("type of numbers: {}", values()),
            LanguageAdded => format!("language added: {new}"),
            LanguageRemoved => format!("language removed: {old}"),
            DisplayChanged => format!("`Display` language: {}", values()),
            FallbackChanged(tag) => format!("fallback for {tag}: {}", values()),
            OrderChanged(name) => format!("order of {name}: {}", values()),
            ScopeAdded => format!("scope added: {new}"),
            ScopeRemoved => format!("scope removed: {old}"),
            AttributeAdded(name) => format!("{name} added"),
            AttributeRemoved(name) => format!("{name} removed"),
            AttributeRetyped(name) => format!("type of {name}: {}", values()),
            ValueAdded(name) => format!("value of {name} added: {new}"),
            ValueRemoved(name) => format!("value of {name} removed: {old}"),
            CodeAdded | CodeAddedNonExhaustive => "code added".to_owned(),
            NonExhaustiveAdded => "became non-exhaustive".to_owned(),
            NonExhaustiveRemoved => "no longer non-exhaustive".to_owned(),
            CodeRemoved => "code removed".to_owned(),
            Renamed(_) => format!("renamed: {}", values()),
            RenamedWithAlias => format!("renamed, with an alias: {}", values()),
            AliasAdded => format!("alias added: {new}"),
            AliasRemoved => format!("alias removed: {old}"),
            Recoded => format!("code changed: {}", values()),
            MovedInRange => format!("moved within its range: {}", values()),
            Retired => format!("retired {new}"),
            Unretired => "no longer retired".to_owned(),
            RetirementReworded => format!("retired: {}", word_diff(&old, &new)),
            RowAdded => format!("row added: {new}"),
            RowRemoved => format!("row removed: {old}"),
            RowsReordered => format!(
                "rows reordered (the first one supplies the message): {}",
                values()
            ),
            PrintedPlaceholdersChanged => format!("printed placeholders: {}", values()),
            PlaceholderAdded => format!("placeholder added: {{{new}}}"),
            PlaceholderRemoved => format!("placeholder removed: {{{old}}}"),
            PlaceholderRenamed => format!("placeholder renamed: {{{old}}} {arrow} {{{new}}}"),
            StatusChanged => format!("HTTP status: {}", values()),
            DecisionChanged(name) | AttributeChanged(name) => format!("{name}: {}", values()),
            CautionLeft(name) => format!("{name}: {} (required a query first)", values()),
            CautionAdded(name) => format!("cautious value of {name} added: {new}"),
            CautionRemoved(name) => format!("cautious value of {name} removed: {old}"),
            Reworded(language) => format!("{language}: {}", word_diff(&old, &new)),
            PrintedChanged(column) => format!("printed {column}: {}", word_diff(&old, &new)),
            DocChanged(part) if part.is_empty() => {
                format!("documentation: {}", word_diff(&old, &new))
            }
            DocChanged(part) => format!("documentation of {part}: {}", word_diff(&old, &new)),
        }
    }
}

/// Returns the highest level of the changes, or `None` without changes.
pub(crate) fn level(changes: &[Change]) -> Option<Level> {
    changes.iter().map(Change::level).max()
}

/// Returns the verdict: the required release, and the number of changes of each level.
pub(crate) fn verdict(changes: &[Change]) -> String {
    let Some(level) = level(changes) else {
        return "no changes".to_owned();
    };
    let count = |level: Level| {
        let changes = changes.iter().filter(|change| change.level() == level);
        (changes.count(), level.name())
    };
    let counts = [Level::Major, Level::Minor, Level::Patch].map(count);
    let counts: Vec<String> = (counts.into_iter())
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| counted(count, &format!("{name} change")))
        .collect();
    format!(
        "requires a {} release ({})",
        level.name(),
        counts.join(", ")
    )
}
