//! How much of everything there may be.
//!
//! A table that has more is something else than a table of codes: a file that is not what it seems, or one that is made
//! to break programs. `docs/format.md` lists the limits; a test holds the two together.

use std::fmt;

/// The number of codes that a range may stand for, where the table's `max_range` says nothing.
pub(crate) const DEFAULT_MAX_RANGE: u64 = 10_000;

/// The limits of what a catalog may hold.
///
/// They are far above what tables of codes need, and low enough that a small file cannot take gigabytes or hours. A catalog that does
/// need more raises one:
///
/// ```
/// let mut limits = codegen::Limits::default();
/// limits.findings.max = 5_000;
/// let builder = codegen::Builder::new("data/catalog.toml").limits(limits);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Limits {
    /// The bytes of one file of the catalog. Places in it are numbers of 32 bits: no more than 4 GiB can be told apart.
    pub file_size: Limit,
    /// The rows of a CSV file, with the header: as many as a spreadsheet has.
    pub rows: Limit,
    /// The columns of a CSV file.
    pub columns: Limit,
    /// The cells of a CSV file.
    pub cells: Limit,
    /// The characters in a cell of a CSV file: as many as a cell of a spreadsheet can hold.
    pub cell_length: Limit,
    /// The codes of a table, those of its ranges counted one by one.
    pub codes: Limit,
    /// The codes of all tables together.
    pub all_codes: Limit,
    /// The tables of a catalog.
    pub tables: Limit,
    /// The languages of a catalog.
    pub languages: Limit,
    /// The characters in a module's path: it becomes a file's name, of which most systems allow 255 bytes.
    pub module_length: Limit,
    /// The tables and arrays of a TOML file, one in another. The parser itself allows 80.
    pub nesting: Limit,
    /// The findings that are reported in one run: a file that is not what it seems to be has a mistake in each of its bytes.
    pub findings: Limit,
    /// The bytes of the texts of all codes, where those of a range's row count for each code of the range.
    pub texts: Limit,
}

impl Default for Limits {
    fn default() -> Self {
        let count = Limit::count;
        Limits {
            file_size: Limit::bytes("the size of the file", 256 << 20),
            rows: count("the number of rows", 1_048_576, "rows"),
            columns: count("the number of columns", 1_000, "columns"),
            cells: count("the number of cells", 20_000_000, "cells"),
            cell_length: count("the length of the cell", 32_767, "characters"),
            codes: count("the number of the table's codes", 1_000_000, "codes"),
            all_codes: count("the number of the catalog's codes", 4_000_000, "codes"),
            tables: count("the number of tables", 1_000, "tables"),
            languages: count("the number of languages", 100, "languages"),
            module_length: count("the length of the module's path", 128, "characters"),
            nesting: count("the depth of nesting", 16, "levels"),
            findings: count("the number of findings", 1_000, "findings"),
            texts: Limit::bytes("the texts of the catalog's codes", 256 << 20),
        }
    }
}

/// The most that there may be of something.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Limit {
    /// The thing that is counted: `the size of the file`.
    what: &'static str,
    /// The most that is allowed, in bytes or in what is counted.
    pub max: u64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    Bytes,
    Things(&'static str),
}

impl Limit {
    /// A limit of what is counted one by one: `the number of rows`, in `rows`.
    pub const fn count(what: &'static str, max: u64, unit: &'static str) -> Self {
        let unit = Unit::Things(unit);
        Limit { what, max, unit }
    }

    /// A limit of what is counted in bytes.
    pub const fn bytes(what: &'static str, max: u64) -> Self {
        let unit = Unit::Bytes;
        Limit { what, max, unit }
    }

    /// Returns `true` if so many are too many.
    pub fn is_exceeded_by(&self, count: usize) -> bool {
        u64::try_from(count).is_ok_and(|count| count > self.max)
    }

    /// Says that there are too many.
    pub fn message(&self) -> String {
        format!("{} is past the limit of {}", self.what, self.max_text())
    }

    /// The row of a table in Markdown that says what is limited, and to how many.
    pub fn markdown_row(&self) -> String {
        format!("| {} | {} |", self.what, self.max_text())
    }

    /// The most that is allowed, with its unit: `256 MiB`, `1,000,000 codes`.
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

/// A number, with its digits in groups of three.
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
            module_length,
            nesting,
            findings,
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
            module_length,
            nesting,
            findings,
            texts,
        ];
        let section = documented.split("# Limits\n").nth(1).unwrap();
        let table = section
            .lines()
            .skip_while(|line| !line.starts_with('|'))
            .take_while(|line| line.starts_with('|'));
        let expected: Vec<String> = limits.iter().map(Limit::markdown_row).collect();
        assert_eq!(table.skip(2).collect::<Vec<_>>(), expected);
        assert!(documented.contains(&format!("{} without it", Grouped(DEFAULT_MAX_RANGE))));
    }

    #[test]
    fn messages_give_the_limit_in_its_unit() {
        let texts = [
            (Limit::bytes("the size", 256 << 20), "256 MiB"),
            (Limit::bytes("the size", 1_000), "1,000 bytes"),
            (
                Limit::count("the number", 1_000_000, "rows"),
                "1,000,000 rows",
            ),
        ];
        for (limit, expected) in texts {
            assert!(limit.message().ends_with(expected), "{}", limit.message());
        }
    }

    #[test]
    fn digits_are_in_groups_of_three() {
        let texts = [0, 999, 1_000, 32_767, 1_000_000].map(|number| Grouped(number).to_string());
        assert_eq!(texts, ["0", "999", "1,000", "32,767", "1,000,000"]);
    }
}
