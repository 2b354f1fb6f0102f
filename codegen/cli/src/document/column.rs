//! What the header and the cells of a column say about it.

use std::collections::HashSet;

use super::columns::is_chinese;
use super::headers::{self, Kind};
use super::plain_code::{is_word, shape};
use super::several_codes::several;
use super::table::Table;

/// What the header and the cells of a column say about it. A dash (`-`, `===`) counts as an empty cell.
pub(crate) struct Column {
    pub(crate) index: usize,
    has_header: bool,
    pub(crate) kind: Option<Kind>,
    /// The cells with a text. Each of the counts below is of such cells.
    filled: usize,
    /// The cells that may be codes: ASCII without white space.
    codes: usize,
    /// The cells that are codes even if the header does not say so: with a digit, or without a lower-case letter.
    sure_codes: usize,
    /// The cells with a digit that may be codes.
    with_digits: usize,
    /// The cells that are identifiers: `order_lost`, `Biz.OrderLost`.
    symbols: usize,
    chinese: usize,
    /// The cells with several words.
    phrases: usize,
    distinct: usize,
    /// The cells number the rows: 1, 2, 3.
    is_counter: bool,
    are_statuses: bool,
}

impl Column {
    pub(crate) fn new(table: &Table, index: usize) -> Self {
        let has_text = |cell: &&str| cell.contains(char::is_alphanumeric);
        let cells: Vec<&str> = table.column(index).filter(has_text).collect();
        let codes: Vec<Vec<String>> = cells.iter().map(|cell| several(cell)).collect();
        let count = |is: fn(&str) -> bool| {
            let are = |codes: &&Vec<String>| codes.iter().all(|code| is(code));
            codes.iter().filter(are).count()
        };
        Column {
            index,
            has_header: !table.header[index].is_empty(),
            kind: headers::kind(&table.header[index]),
            filled: cells.len(),
            codes: count(is_word),
            sure_codes: count(is_sure_code),
            with_digits: count(|code| shape(code).is_some()),
            symbols: count(is_symbol),
            chinese: cells.iter().filter(|cell| is_chinese(cell)).count(),
            phrases: cells.iter().filter(|cell| cell.contains(' ')).count(),
            distinct: cells.iter().collect::<HashSet<_>>().len(),
            is_counter: is_counter(&cells),
            are_statuses: !cells.is_empty() && cells.iter().all(|cell| is_status(cell)),
        }
    }

    /// Returns `true` if at least this percentage of the cells counts.
    fn are(&self, count: usize, percent: usize) -> bool {
        count > 0 && count * 100 >= self.filled * percent
    }

    /// Returns `true` if hardly any text occurs twice.
    pub(crate) fn is_unique(&self) -> bool {
        self.distinct * 10 >= self.filled * 9
    }

    pub(crate) fn is_constant(&self) -> bool {
        self.distinct < 2
    }

    pub(crate) fn is_chinese(&self) -> bool {
        self.are(self.chinese, 50)
    }

    /// Returns `true` if the cells are texts, whatever the header says.
    pub(crate) fn is_text(&self) -> bool {
        self.is_chinese() || self.are(self.phrases, 50)
    }

    /// Returns how well the header says that the column has the codes, if its cells may be codes.
    pub(crate) fn rank_of_header(&self) -> Option<u8> {
        let (rank, count, percent) = match self.kind? {
            Kind::Code => (4, self.codes, 50),
            Kind::StatusCode => (3, self.codes, 50),
            Kind::Value => (2, self.codes, 50),
            Kind::Number if !self.is_counter => (2, self.with_digits, 50),
            Kind::Symbol => (1, self.codes, 80),
            _ => return None,
        };
        self.are(count, percent).then_some(rank)
    }

    /// Returns how well the cells say that the column has the codes.
    pub(crate) fn rank_of_cells(&self) -> Option<u8> {
        let rank = match self.kind {
            Some(Kind::Serial | Kind::Scope | Kind::Group) => return None,
            Some(Kind::Number | Kind::Http | Kind::Message | Kind::Remark) => 1,
            _ if self.are(self.with_digits, 60) => 3,
            _ => 2,
        };
        self.are(self.sure_codes, 60).then_some(rank)
    }

    /// Returns how well the column names the codes of another one.
    pub(crate) fn rank_of_names(&self) -> Option<u8> {
        let are_symbols = self.are(self.symbols, 90) && self.is_unique();
        match self.kind {
            Some(Kind::Name) if self.filled > 0 && !self.is_chinese() => Some(3),
            Some(Kind::Symbol | Kind::Code) if are_symbols => Some(2),
            None if are_symbols && (!self.has_header || self.are(self.sure_codes, 90)) => Some(1),
            _ => None,
        }
    }

    /// Returns how well the header says that the column has HTTP statuses.
    pub(crate) fn rank_of_statuses(&self) -> Option<u8> {
        match self.kind {
            Some(Kind::Http) if self.are(self.with_digits, 50) => Some(2),
            Some(Kind::StatusCode | Kind::Code) if self.are_statuses => Some(1),
            _ => None,
        }
    }

    /// Returns `true` for codes that are not HTTP statuses.
    pub(crate) fn has_other_codes(&self) -> bool {
        !self.are_statuses
    }
}

/// Returns `true` for a text that is a code even if the header does not say so: it has a digit, no lower-case letter, or `_`.
fn is_sure_code(code: &str) -> bool {
    let is_marked = code.contains(|c: char| c.is_ascii_digit() || c == '_');
    is_word(code) && (is_marked || !code.contains(|c: char| c.is_ascii_lowercase()))
}

/// Returns `true` for an identifier: `ORDER_LOST`, `order-lost`, `Biz.OrderLost`.
fn is_symbol(code: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    code.starts_with(|c: char| c.is_ascii_alphabetic())
        && code.len() > 1
        && code.chars().all(is_allowed)
}

fn is_status(cell: &str) -> bool {
    cell.len() == 3
        && cell.starts_with(|c| matches!(c, '1'..='5'))
        && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns `true` for cells that number the rows from 0 or 1. Merged cells repeat a number.
fn is_counter(cells: &[&str]) -> bool {
    let numbers: Option<Vec<u32>> = cells
        .iter()
        .map(|cell| cell.trim_end_matches('.').parse().ok())
        .collect();
    numbers.is_some_and(|numbers| {
        let steps = numbers.windows(2).all(|pair| {
            pair[0]
                .checked_add(1)
                .is_some_and(|next| pair[1] == pair[0] || pair[1] == next)
        });
        steps && numbers.first().is_some_and(|first| *first < 2)
    })
}
