//! The columns of a table: how the values of all codes are written, and how the one of a code is read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::text;
use crate::lower::{Code, Table};

/// Up to so many codes, a column is an array with a row a line: what changes is seen in a diff, and a value is one load.
///
/// rustc takes tens of microseconds for each element of an array, which ten thousand codes make seconds. So the columns of
/// larger tables are packed: texts are joined to one, numbers are bytes, and of other values there are indices into the
/// distinct ones. That costs a load more.
const MOST_ROWS: usize = 1_000;

/// Writes and reads the columns of a table. A column is read by the name that it was written with.
pub(super) struct Columns<'a> {
    pub(super) table: &'a Table<'a>,
    /// The way out to `mod.rs`.
    pub(super) root: &'a TokenStream,
    is_packed: bool,
}

impl<'a> Columns<'a> {
    pub(super) fn of(table: &'a Table<'a>, root: &'a TokenStream) -> Self {
        Columns {
            table,
            root,
            is_packed: table.codes.len() > MOST_ROWS,
        }
    }

    /// Writes a text for each code.
    pub(super) fn write_texts<'c>(
        &'c self,
        out: &mut String,
        doc: &str,
        name: &str,
        value: impl Fn(&'c Code<'a>) -> &'c str,
    ) {
        let literal = |code| text::literal(value(code));
        if !self.is_packed {
            return self.write_array(out, doc, name, "&str", literal);
        }
        let _ = writeln!(out, "/// {doc}\nstatic {name}: &str = concat!(");
        self.write_rows(out, literal);
        out.push_str(");\n\n");
        let mut starts = vec![0];
        for code in &self.table.codes {
            starts.push(starts[starts.len() - 1] + value(code).len() as u64);
        }
        let doc = format!("Where each text of `{name}` begins, and the last one ends.");
        text::numbers(out, &doc, &format!("{name}_STARTS"), &starts, self.root);
    }

    /// The text of the code with an index.
    pub(super) fn text(&self, name: &str, index: &TokenStream) -> TokenStream {
        let (root, texts) = (self.root, format_ident!("{name}"));
        let starts = format_ident!("{name}_STARTS");
        if self.is_packed {
            quote!(#root joined(#texts, &#starts, #index))
        } else {
            quote!(#texts[#index])
        }
    }

    /// Writes a number for each code.
    pub(super) fn write_numbers(
        &self,
        out: &mut String,
        doc: &str,
        name: &str,
        value: impl Fn(&Code<'_>) -> u64,
    ) {
        if !self.is_packed {
            return self.write_array(out, doc, name, "u64", |code| value(code).to_string());
        }
        let numbers: Vec<u64> = self.table.codes.iter().map(value).collect();
        text::numbers(out, doc, name, &numbers, self.root);
    }

    /// The number of the code with an index.
    pub(super) fn number(&self, name: &str, index: &TokenStream) -> TokenStream {
        let (root, numbers) = (self.root, format_ident!("{name}"));
        if self.is_packed {
            quote!(#root number(&#numbers[#index]))
        } else {
            quote!(#numbers[#index])
        }
    }

    /// Writes another value for each code, as Rust.
    pub(super) fn write_values(
        &self,
        out: &mut String,
        doc: &str,
        name: &str,
        item_type: &str,
        value: impl Fn(&Code<'_>) -> String,
    ) {
        if !self.is_packed {
            return self.write_array(out, doc, name, item_type, value);
        }
        let values: Vec<String> = self.table.codes.iter().map(value).collect();
        let mut distinct: BTreeMap<&str, u64> =
            values.iter().map(|value| (value.as_str(), 0)).collect();
        let _ = writeln!(
            out,
            "/// {doc}\nstatic {name}: [{item_type}; {}] = [",
            distinct.len()
        );
        for (index, (value, number)) in (0..).zip(&mut distinct) {
            *number = index;
            let _ = writeln!(out, "    {value},");
        }
        out.push_str("];\n\n");
        let numbers: Vec<u64> = values
            .iter()
            .map(|value| distinct[value.as_str()])
            .collect();
        let doc = format!("Which of `{name}` each code has.");
        text::numbers(out, &doc, &format!("{name}_OF"), &numbers, self.root);
    }

    /// The value of the code with an index.
    pub(super) fn value(&self, name: &str, index: &TokenStream) -> TokenStream {
        let (root, values, of) = (
            self.root,
            format_ident!("{name}"),
            format_ident!("{name}_OF"),
        );
        if self.is_packed {
            quote!(#values[#root number(&#of[#index]) as usize])
        } else {
            quote!(#values[#index])
        }
    }

    /// Writes the code of each slot of a lookup, from their indices.
    ///
    /// They are variants, so that the one that is found is at hand before it is known to be the right one: a processor selects, and
    /// does not have to guess. rustc takes longer for each the more variants there are, so large tables keep the indices.
    pub(super) fn write_slots(&self, out: &mut String, name: &str, indices: &[u64]) {
        if self.is_packed {
            let doc = "The index of the code of each slot; 0 where it has none.";
            return text::numbers(out, doc, name, indices, self.root);
        }
        // The first code is in each slot that no other one has.
        let mut places = vec![0; self.table.codes.len()];
        for (place, index) in (0..).zip(indices).filter(|(_, index)| **index > 0) {
            places[usize::try_from(*index).expect("it was a usize")] = place;
        }
        let (code, count) = (&self.table.model.type_name.text, indices.len());
        let root = self.root.to_string().replace(' ', "");
        let bytes = text::bytes(&places, self.root);
        let _ = writeln!(
            out,
            "/// The code of each slot; the first one where it has no other.\n\
             static {name}: [{code}; {count}] = {root}placed(&ALL, &{bytes});\n"
        );
    }

    /// From a `slot` to `found`, the code that it has, and to its `index`.
    pub(super) fn found(&self, name: &str) -> TokenStream {
        let (root, slots) = (self.root, format_ident!("{name}"));
        if self.is_packed {
            quote! {
                let index = #root number(&#slots[slot]) as usize;
                let found = ALL[index];
            }
        } else {
            quote! {
                let found = #slots[slot];
                let index = found as usize;
            }
        }
    }

    /// Writes an array with a row for each code, whatever their number.
    pub(super) fn write_array<'c>(
        &'c self,
        out: &mut String,
        doc: &str,
        name: &str,
        item_type: &str,
        value: impl Fn(&'c Code<'a>) -> String,
    ) {
        let count = self.table.codes.len();
        let _ = writeln!(out, "/// {doc}\nstatic {name}: [{item_type}; {count}] = [");
        self.write_rows(out, value);
        out.push_str("];\n\n");
    }

    /// A row a line, each with the code and the variant that it is for.
    fn write_rows<'c>(&'c self, out: &mut String, value: impl Fn(&'c Code<'a>) -> String) {
        for code in &self.table.codes {
            let _ = writeln!(
                out,
                "    {}, // {} {}",
                value(code),
                code.code,
                code.variant
            );
        }
    }
}
