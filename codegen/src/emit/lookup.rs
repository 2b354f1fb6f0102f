//! Finding the variant of a text or of a number: the tables and the methods.
//!
//! All is worked out here and written down. rustc could work it out from the codes, and takes long for it.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::columns::Columns;
use super::text;
use crate::lower::{Lookup, key_of, number, width};

/// Writes the arrays, and gives the methods `from_code`, `from_number` and `number`.
pub(super) fn emit(columns: &Columns<'_>, out: &mut String) -> TokenStream {
    let table = columns.table;
    let codes: Vec<&str> = table.codes.iter().map(|code| code.code.as_str()).collect();
    let by_text = Lookup::of_texts(&codes);
    if width(&codes).is_some() {
        let doc = "The codes as numbers to compare with.";
        columns.write_numbers(out, doc, "KEYS", |code| {
            key_of(&code.code).expect("a code of this width has a key")
        });
    }
    slots(out, "CODE", &by_text, columns);
    let mut methods = from_code(columns, &codes, &by_text);
    if table.has_numbers() {
        let by_number = Lookup::of_numbers(&codes);
        let doc = "The codes as the numbers that they are.";
        columns.write_numbers(out, doc, "NUMBERS", |code| number(&code.code));
        slots(out, "NUMBER", &by_number, columns);
        methods.extend(from_number(columns, &by_number));
    }
    methods
}

/// By a text: where all codes have one width, as a number that is compared; else by a digest, and the text is compared.
fn from_code(columns: &Columns<'_>, codes: &[&str], lookup: &Lookup) -> TokenStream {
    let root = columns.root;
    let find = find("code", lookup, columns);
    let index = quote!(index);
    let body = match width(codes) {
        Some(width) => {
            let width = Literal::usize_unsuffixed(width);
            let key = columns.number("KEYS", &index);
            quote! {
                let Some(number) = #root key::<#width>(code) else {
                    return None;
                };
                #find
                if #key == number { Some(found) } else { None }
            }
        }
        None => {
            let factor = Literal::u64_unsuffixed(lookup.factor);
            let text = columns.text("CODES", &index);
            quote! {
                let number = #root digest(code, #factor);
                #find
                if #root same_text(#text, code) { Some(found) } else { None }
            }
        }
    };
    quote! {
        /// The variant of a code; `None` where there is none. Nothing is trimmed or folded.
        pub const fn from_code(code: &str) -> Option<Self> {
            #body
        }
    }
}

/// By a number, and back.
fn from_number(columns: &Columns<'_>, lookup: &Lookup) -> TokenStream {
    let known = columns.number("NUMBERS", &quote!(index));
    let own = columns.number("NUMBERS", &quote!(self as usize));
    let find = find("number", lookup, columns);
    quote! {
        /// The variant of a code by its number; `None` where there is none.
        pub const fn from_number(number: u64) -> Option<Self> {
            #find
            if #known == number { Some(found) } else { None }
        }
        /// The code as a number.
        pub const fn number(self) -> u64 {
            #own
        }
    }
}

/// From `number` to the only code that it can be: `found`, with its `index`.
fn find(prefix: &str, lookup: &Lookup, columns: &Columns<'_>) -> TokenStream {
    let [slots, pilots] =
        ["SLOTS", "PILOTS"].map(|what| format!("{}_{what}", prefix.to_uppercase()));
    let (found, pilots) = (columns.found(&slots), format_ident!("{pilots}"));
    let pilots = if lookup.pilots.is_empty() {
        quote!(&[])
    } else {
        quote!(#pilots.as_flattened())
    };
    let root = columns.root;
    let factor = Literal::u64_unsuffixed(lookup.factor);
    let bits = Literal::u32_unsuffixed(lookup.bits);
    quote! {
        let slot = #root slot(number, #factor, #pilots, #bits);
        #found
    }
}

/// The slots of a lookup, and the pilots that it may need.
fn slots(out: &mut String, prefix: &str, lookup: &Lookup, columns: &Columns<'_>) {
    let root = columns.root;
    if !lookup.pilots.is_empty() {
        let pilots: Vec<u64> = lookup
            .pilots
            .iter()
            .map(|pilot| u64::from(*pilot))
            .collect();
        let doc = "What keeps apart the codes of each bucket.";
        text::numbers(out, doc, &format!("{prefix}_PILOTS"), &pilots, root);
    }
    let slots: Vec<u64> = lookup.slots.iter().map(|index| *index as u64).collect();
    columns.write_slots(out, &format!("{prefix}_SLOTS"), &slots);
}
