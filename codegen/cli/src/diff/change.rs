//! A change, how far it reaches, and how it is said.

use crate::word_diff::word_diff;
use codegen::Location;
use codegen::catalog::{Code, Table};

/// Which version bump a change needs, by semantic versioning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Wording.
    Patch,
    /// Behaviour, or something new that breaks nobody.
    Minor,
    /// Code of callers no longer compiles, or a code is no longer read.
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

/// What a change is about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Subject {
    /// The table, as the catalog names it; none where it is the catalog itself.
    pub(crate) table: Option<String>,
    /// The enum's path: `lianlian::ReturnCode`.
    pub(crate) path: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) variant: Option<String>,
    /// Where it stands after the change.
    pub(crate) at: Option<Location>,
}

/// Something that differs. Where there is a text before and one after, they are in `old` and `new`.
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
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    TableAdded,
    TableRemoved,
    TableRenamed,
    /// The codes became numbers, or are none any more.
    NumbersAdded,
    NumbersRemoved,
    LanguageAdded,
    LanguageRemoved,
    /// `Display` speaks another language.
    DisplayChanged,
    /// Languages, values or scopes: the order of `ALL` and of `Ord`.
    OrderChanged(String),
    ScopeAdded,
    ScopeRemoved,
    AttributeAdded(String),
    AttributeRemoved(String),
    /// Another type: of another kind, or optional now, or no longer.
    AttributeRetyped(String),
    ValueAdded(String),
    ValueRemoved(String),
    CodeAdded,
    CodeRemoved,
    /// The same code, another variant.
    Renamed,
    /// The same variant, another code.
    Recoded,
    /// The same code, at another place of a range: its variant is numbered otherwise.
    MovedInRange,
    Retired,
    Unretired,
    RetirementReworded,
    RowAdded,
    RowRemoved,
    /// The first row of a code gives its message.
    RowsReordered,
    /// The marks by which printed texts with arguments are read.
    PrintedPlaceholdersChanged,
    PlaceholderAdded,
    PlaceholderRemoved,
    PlaceholderRenamed,
    StatusChanged,
    /// An attribute whose values are a closed vocabulary: callers decide by it.
    DecisionChanged(String),
    AttributeChanged(String),
    /// A message, by its language.
    Reworded(String),
    /// What the document prints, by its column.
    PrintedChanged(String),
    /// Documentation: titles, sources, what a value means.
    DocChanged,
}

use Kind::*;

impl Change {
    pub(crate) fn level(&self) -> Level {
        match self.kind {
            TableRemoved | TableRenamed | NumbersRemoved | LanguageAdded | LanguageRemoved
            | ScopeAdded | ScopeRemoved | AttributeRemoved(_) | AttributeRetyped(_)
            | ValueAdded(_) | ValueRemoved(_) | CodeAdded | CodeRemoved | Renamed | Recoded
            | MovedInRange | PlaceholderRemoved | PlaceholderRenamed => Level::Major,
            TableAdded
            | NumbersAdded
            | DisplayChanged
            | OrderChanged(_)
            | AttributeAdded(_)
            | Retired
            | Unretired
            | RowAdded
            | RowRemoved
            | RowsReordered
            | PrintedPlaceholdersChanged
            | PlaceholderAdded
            | StatusChanged
            | DecisionChanged(_)
            | AttributeChanged(_) => Level::Minor,
            RetirementReworded | Reworded(_) | PrintedChanged(_) | DocChanged => Level::Patch,
        }
    }

    /// Whether callers that compile as before now do something else.
    pub(crate) fn changes_behavior(&self) -> bool {
        matches!(self.kind, DecisionChanged(_))
    }

    /// The kind, as other tools read it.
    pub(crate) fn kind_name(&self) -> &'static str {
        match self.kind {
            TableAdded => "table-added",
            TableRemoved => "table-removed",
            TableRenamed => "table-renamed",
            NumbersAdded => "numbers-added",
            NumbersRemoved => "numbers-removed",
            LanguageAdded => "language-added",
            LanguageRemoved => "language-removed",
            DisplayChanged => "display-changed",
            OrderChanged(_) => "order-changed",
            ScopeAdded => "scope-added",
            ScopeRemoved => "scope-removed",
            AttributeAdded(_) => "attribute-added",
            AttributeRemoved(_) => "attribute-removed",
            AttributeRetyped(_) => "attribute-retyped",
            ValueAdded(_) => "value-added",
            ValueRemoved(_) => "value-removed",
            CodeAdded => "code-added",
            CodeRemoved => "code-removed",
            Renamed => "renamed",
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
            AttributeChanged(_) => "attribute-changed",
            Reworded(_) => "reworded",
            PrintedChanged(_) => "printed-changed",
            DocChanged => "doc-changed",
        }
    }

    /// What it is about, in words: `lianlian::ReturnCode::OrderNotFound (0042)`.
    pub(crate) fn about(&self) -> String {
        let subject = &self.subject;
        match (&subject.path, &subject.variant, &subject.code) {
            (Some(path), Some(variant), Some(code)) => format!("{path}::{variant} ({code})"),
            (Some(path), _, _) => path.clone(),
            (None, _, _) => "the catalog".to_owned(),
        }
    }

    /// What happened, in words.
    pub(crate) fn what(&self) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (old, new) = (text(&self.old), text(&self.new));
        let arrow = || match (&self.old, &self.new) {
            (None, _) => format!("none -> {new}"),
            (_, None) => format!("{old} -> none"),
            _ => format!("{old} -> {new}"),
        };
        match &self.kind {
            TableAdded => "table added".to_owned(),
            TableRemoved => "table removed".to_owned(),
            TableRenamed => format!("enum renamed: {}", arrow()),
            NumbersAdded => "its codes are numbers now".to_owned(),
            NumbersRemoved => "its codes are no numbers any more".to_owned(),
            LanguageAdded => format!("language added: {new}"),
            LanguageRemoved => format!("language removed: {old}"),
            DisplayChanged => format!("the language of Display: {}", arrow()),
            OrderChanged(name) => format!("the order of {name}: {}", arrow()),
            ScopeAdded => format!("scope added: {new}"),
            ScopeRemoved => format!("scope removed: {old}"),
            AttributeAdded(name) => format!("{name} added"),
            AttributeRemoved(name) => format!("{name} removed"),
            AttributeRetyped(name) => format!("the type of {name}: {}", arrow()),
            ValueAdded(name) => format!("value of {name} added: {new}"),
            ValueRemoved(name) => format!("value of {name} removed: {old}"),
            CodeAdded => "code added".to_owned(),
            CodeRemoved => "code removed".to_owned(),
            Renamed => format!("renamed: {}", arrow()),
            Recoded => format!("recoded: {}", arrow()),
            MovedInRange => format!("moved in its range: {}", arrow()),
            Retired => format!("retired {new}"),
            Unretired => "no longer retired".to_owned(),
            RetirementReworded => format!("retired: {}", word_diff(&old, &new)),
            RowAdded => format!("row added: {new}"),
            RowRemoved => format!("row removed: {old}"),
            RowsReordered => format!("rows reordered, the first gives the message: {}", arrow()),
            PrintedPlaceholdersChanged => format!("printed placeholders: {}", arrow()),
            PlaceholderAdded => format!("placeholder added: {{{new}}}"),
            PlaceholderRemoved => format!("placeholder removed: {{{old}}}"),
            PlaceholderRenamed => format!("placeholder renamed: {{{old}}} -> {{{new}}}"),
            StatusChanged => format!("HTTP status: {}", arrow()),
            DecisionChanged(name) | AttributeChanged(name) => format!("{name}: {}", arrow()),
            Reworded(language) => format!("{language}: {}", word_diff(&old, &new)),
            PrintedChanged(column) => format!("printed {column}: {}", word_diff(&old, &new)),
            DocChanged => format!("documentation: {}", word_diff(&old, &new)),
        }
    }
}

/// The level that all of them need together; `None` where there are none.
pub(crate) fn level(changes: &[Change]) -> Option<Level> {
    changes.iter().map(Change::level).max()
}

/// The verdict in a sentence.
pub(crate) fn verdict(changes: &[Change]) -> String {
    let Some(level) = level(changes) else {
        return "nothing changed: no new version is needed".to_owned();
    };
    let counts = [Level::Major, Level::Minor, Level::Patch].map(|level| {
        let count = changes
            .iter()
            .filter(|change| change.level() == level)
            .count();
        format!("{count} {}", level.name())
    });
    format!(
        "a {} release is needed: {} of the changes",
        level.name(),
        counts.join(", ")
    )
}
