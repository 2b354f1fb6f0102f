//! Limits of what a catalog may hold.
//!
//! Input beyond them is not a table of codes, or is made to break programs. `docs/format.md` lists the limits, and a test
//! compares the list with this file.

use std::fmt;

/// The most codes in a range of a table without `max_range`.
pub(crate) const DEFAULT_MAX_RANGE: u64 = 10_000;

/// The limits of what a catalog may hold.
///
/// They are far above what tables of codes need, and low enough that a small file cannot take gigabytes or hours. Raise one for a
/// catalog that needs more:
///
/// ```
/// let mut limits = codegen::Limits::default();
/// limits.diagnostics.max = 5_000;
/// let builder = codegen::Builder::new("data/catalog.toml").limits(limits);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Limits {
    /// The bytes of each file of the catalog, at most 4 GiB: places in a file are 32-bit numbers.
    pub file_size: Limit,
    /// The rows of a CSV file, with the header; as many as in a spreadsheet.
    pub rows: Limit,
    /// The columns of a CSV file.
    pub columns: Limit,
    /// The cells of a CSV file.
    pub cells: Limit,
    /// The characters in a cell of a CSV file; as many as in a cell of a spreadsheet.
    pub cell_length: Limit,
    /// The codes of a table, with each code of its ranges.
    pub codes: Limit,
    /// The codes of all tables together.
    pub all_codes: Limit,
    /// The tables of a catalog.
    pub tables: Limit,
    /// The languages of a catalog.
    pub languages: Limit,
    /// The rules of a catalog. Each of them is compared with each row.
    pub rules: Limit,
    /// The characters in the path of a module, which names files: most systems allow 255 bytes in a file name.
    pub module_length: Limit,
    /// The levels of nested tables and arrays in a TOML file. The parser itself allows 80.
    pub nesting: Limit,
    /// The diagnostics that are reported in one run. A file of another format has a mistake in each of its bytes.
    pub diagnostics: Limit,
    /// The bytes of the texts of all codes. The texts of a range's row count for each code of the range.
    pub texts: Limit,
}

impl Default for Limits {
    fn default() -> Self {
        let count = Limit::count;
        Limits {
            file_size: Limit::bytes("file size", 256 << 20),
            rows: count("number of rows", 1_048_576, "rows"),
            columns: count("number of columns", 1_000, "columns"),
            cells: count("number of cells", 20_000_000, "cells"),
            cell_length: count("cell length", 32_767, "characters"),
            codes: count("number of codes in the table", 1_000_000, "codes"),
            all_codes: count("number of codes in the catalog", 4_000_000, "codes"),
            tables: count("number of tables", 1_000, "tables"),
            languages: count("number of languages", 100, "languages"),
            rules: count("number of rules", 1_000, "rules"),
            module_length: count("length of the module path", 128, "characters"),
            nesting: count("nesting depth", 16, "levels"),
            diagnostics: count("number of diagnostics", 1_000, "diagnostics"),
            texts: Limit::bytes("total size of the texts", 256 << 20),
        }
    }
}

/// The maximum of a count or a size.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Limit {
    /// The name of the count or size: `number of rows`, `file size`.
    what: &'static str,
    /// The maximum, in bytes or in the things that are counted.
    pub max: u64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    Bytes,
    Things(&'static str),
}

impl Limit {
    /// Returns a limit of things: `number of rows`, in `rows`.
    pub const fn count(what: &'static str, max: u64, unit: &'static str) -> Self {
        let unit = Unit::Things(unit);
        Limit { what, max, unit }
    }

    /// Returns a limit in bytes: `file size`.
    pub const fn bytes(what: &'static str, max: u64) -> Self {
        let unit = Unit::Bytes;
        Limit { what, max, unit }
    }

    /// Returns `true` if the count is above the maximum.
    pub fn is_exceeded_by(&self, count: usize) -> bool {
        u64::try_from(count).is_ok_and(|count| count > self.max)
    }

    /// Returns the error message: `too many rows: the limit is 1,048,576`, `file size exceeds the limit of 256 MiB`.
    pub fn message(&self) -> String {
        match self.what.strip_prefix("number of ") {
            Some(things) => format!("too many {things}: the limit is {}", Grouped(self.max)),
            None => format!("{} exceeds the limit of {}", self.what, self.max_text()),
        }
    }

    /// Returns the row of a Markdown table with the name and the maximum.
    pub fn markdown_row(&self) -> String {
        format!("| {} | {} |", self.what, self.max_text())
    }

    /// Returns the maximum with its unit: `256 MiB`, `1,000,000 codes`.
    fn max_text(&self) -> String {
        match self.unit {
            Unit::Bytes if self.max.is_multiple_of(1 << 20) => {
                format!("{} MiB", Grouped(self.max >> 20))
            }
            Unit::Bytes => format!("{} bytes", Grouped(self.max)),
            Unit::Things(unit) => format!("{} {unit}", Grouped(self.max)),
        }
    }
}

/// A number that is displayed with its digits in groups of three.
pub(crate) struct Grouped(pub u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (at, digit) in digits.chars().enumerate() {
            let rest = digits.len() - at;
            if at > 0 && rest.is_multiple_of(3) {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_every_limit() {
        let documented = include_str!("../docs/format.md");
        let Limits {
            file_size,
            rows,
            columns,
            cells,
            cell_length,
            codes,
            all_codes,
            tables,
            languages,
            rules,
            module_length,
            nesting,
            diagnostics,
            texts,
        } = Limits::default();
        let limits = [
            file_size,
            rows,
            columns,
            cells,
            cell_length,
            codes,
            all_codes,
            tables,
            languages,
            rules,
            module_length,
            nesting,
            diagnostics,
            texts,
        ];
        let section = documented.split("# Limits\n").nth(1).unwrap();
        let table = section
            .lines()
            .skip_while(|line| !line.starts_with('|'))
            .take_while(|line| line.starts_with('|'));
        let expected: Vec<String> = limits.iter().map(Limit::markdown_row).collect();
        assert_eq!(table.skip(2).collect::<Vec<_>>(), expected);
        assert!(documented.contains(&format!("default: {}", Grouped(DEFAULT_MAX_RANGE))));
    }

    #[test]
    fn messages_give_the_limit_in_its_unit() {
        let texts = [
            (
                Limit::bytes("file size", 256 << 20),
                "file size exceeds the limit of 256 MiB",
            ),
            (
                Limit::bytes("file size", 1_000),
                "file size exceeds the limit of 1,000 bytes",
            ),
            (
                Limit::count("number of rows", 1_000_000, "rows"),
                "too many rows: the limit is 1,000,000",
            ),
            (
                Limit::count("cell length", 9, "characters"),
                "cell length exceeds the limit of 9 characters",
            ),
        ];
        for (limit, expected) in texts {
            assert_eq!(limit.message(), expected);
        }
    }

    #[test]
    fn digits_are_in_groups_of_three() {
        let texts = [0, 999, 1_000, 32_767, 1_000_000].map(|number| Grouped(number).to_string());
        assert_eq!(texts, ["0", "999", "1,000", "32,767", "1,000,000"]);
    }
}
