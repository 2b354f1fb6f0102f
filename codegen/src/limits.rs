//! How much of everything there may be.
//!
//! Whoever has more in a table than these allow has something else than a table of codes: a file that is not what it
//! seems, or one that is made to break programs. `docs/format.md` lists them; a test holds the two together.

use std::fmt;

/// The most that there may be of something.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// What is counted: `the size of a file`.
    what: &'static str,
    most: u64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    Bytes,
    Things(&'static str),
}

impl Limit {
    const fn things(what: &'static str, most: u64, unit: &'static str) -> Self {
        let unit = Unit::Things(unit);
        Limit { what, most, unit }
    }

    const fn mebibytes(what: &'static str, most: u64) -> Self {
        let unit = Unit::Bytes;
        Limit {
            what,
            most: most << 20,
            unit,
        }
    }

    /// The most that is allowed, in bytes or in what is counted.
    pub const fn most(&self) -> u64 {
        self.most
    }

    /// Whether so many are too many.
    pub fn is_passed_by(&self, count: usize) -> bool {
        u64::try_from(count).is_ok_and(|count| count > self.most)
    }

    /// What to say where it is passed.
    pub fn passed(&self) -> String {
        format!("{} is past the limit of {}", self.what, self.value())
    }

    /// The most that is allowed, with its unit: `256 MiB`, `1,000,000 codes`.
    fn value(&self) -> String {
        match self.unit {
            Unit::Bytes => format!("{} MiB", self.most >> 20),
            Unit::Things(unit) => format!("{} {unit}", Grouped(self.most)),
        }
    }
}

/// A number, with its digits in groups of three.
pub struct Grouped(pub u64);

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

/// Of one file of a catalog. Places in it are numbers of 32 bits.
pub const FILE_SIZE: Limit = Limit::mebibytes("the size of the file", 256);

/// Of a cell of a CSV file: as much as a cell of a spreadsheet can hold.
pub const CELL_LENGTH: Limit = Limit::things("the length of the cell", 32_767, "characters");

/// Of a CSV file, with the header: as many as a spreadsheet has.
pub const ROWS: Limit = Limit::things("the number of rows", 1_048_576, "rows");

/// Of a CSV file.
pub const COLUMNS: Limit = Limit::things("the number of columns", 1_000, "columns");

/// Of a table, those of its ranges counted one by one.
pub const CODES: Limit = Limit::things("the number of the table's codes", 1_000_000, "codes");

/// Of a CSV file.
pub const CELLS: Limit = Limit::things("the number of cells", 20_000_000, "cells");

/// Of all tables together.
pub const ALL_CODES: Limit = Limit::things("the number of the catalog's codes", 4_000_000, "codes");

/// Of a range, where the table's `max_range` says nothing.
pub const RANGE: u64 = 10_000;

/// Of a catalog.
pub const LANGUAGES: Limit = Limit::things("the number of languages", 100, "languages");

/// Of a catalog.
pub const TABLES: Limit = Limit::things("the number of tables", 1_000, "tables");

/// Of the tables and arrays of a TOML file, one in another.
pub const DEPTH: Limit = Limit::things("the depth of nesting", 16, "levels");

/// Of the path of a module: it becomes a file's name, of which most systems allow 255 bytes.
pub const MODULE_LENGTH: Limit =
    Limit::things("the length of the module's path", 128, "characters");

/// Of what is reported in one run. A file that is not what it seems to be has a mistake in each of its bytes.
pub const FINDINGS: Limit = Limit::things("the number of findings", 1_000, "findings");

/// Of the texts of all codes, where those of a range's row count for each code of the range.
pub const TEXTS: Limit = Limit::mebibytes("the texts of the catalog's codes", 256);

/// The mistakes of form that are looked for in one TOML file.
pub const MISTAKES: usize = 100;

/// The bytes of a name for which another is suggested.
pub const COMPARED: usize = 100;

/// Of a document that `import` and `reconcile` read.
pub const DOCUMENT_SIZE: Limit = Limit::mebibytes("the size of the document", 32);

/// Of the files in a workbook, which is a ZIP archive: a small one can hold very large ones.
pub const WORKBOOK_SIZE: Limit = Limit::mebibytes("the unpacked size of the workbook", 256);

/// Of the elements of an HTML table, one in another, from each of its cells on.
pub const ELEMENT_DEPTH: Limit = Limit::things("the depth of the HTML's elements", 256, "levels");

/// Of a document's table, with the empty ones between those that are not, and with each that a merged one spans.
pub const TABLE_CELLS: Limit = Limit::things("the number of the table's cells", 5_000_000, "cells");

/// Of the text in a document's tables, where that of a merged cell counts for each that it spans.
pub const TABLE_TEXT: Limit = Limit::mebibytes("the text of the document's tables", 256);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_every_limit() {
        let documented = include_str!("../docs/format.md");
        let limits = [
            FILE_SIZE,
            CELL_LENGTH,
            ROWS,
            COLUMNS,
            CELLS,
            CODES,
            ALL_CODES,
            LANGUAGES,
            TABLES,
            DEPTH,
            MODULE_LENGTH,
            FINDINGS,
            TEXTS,
            DOCUMENT_SIZE,
            WORKBOOK_SIZE,
            ELEMENT_DEPTH,
            TABLE_CELLS,
            TABLE_TEXT,
        ];
        for limit in limits {
            let row = format!("| {} | {} |", limit.what, limit.value());
            assert!(documented.contains(&row), "no row {row}");
        }
        assert!(documented.contains(&format!("{} without it", Grouped(RANGE))));
        let section = documented.split("# Limits\n").nth(1).unwrap();
        let rows = section.lines().filter(|line| line.starts_with("| the "));
        assert_eq!(rows.count(), limits.len());
    }

    #[test]
    fn digits_are_in_groups_of_three() {
        let texts = [0, 999, 1_000, 32_767, 1_000_000].map(|number| Grouped(number).to_string());
        assert_eq!(texts, ["0", "999", "1,000", "32,767", "1,000,000"]);
    }
}
