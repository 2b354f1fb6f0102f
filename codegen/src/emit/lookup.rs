//! Finding the variant of a text or of a number: the tables and the methods.
//!
//! All is worked out here and written down. rustc could work it out from the codes, and takes long for it.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::text;
use crate::lower::{Lookup, Table, key_of, number, width};

/// The arrays, as text, and the methods `from_code`, `from_number` and `number`.
pub(super) struct Finders {
    pub(super) arrays: String,
    pub(super) methods: TokenStream,
}

pub(super) fn emit(table: &Table<'_>, root: &TokenStream) -> Finders {
    let codes: Vec<&str> = table.codes.iter().map(|code| code.code.as_str()).collect();
    let mut arrays = String::new();
    let by_text = Lookup::of_texts(&codes);
    if width(&codes).is_some() {
        let keys = |code: &str| key_of(code).map_or_else(String::new, |key| key.to_string());
        numbers(
            &mut arrays,
            "The codes as numbers to compare with.",
            "KEYS",
            keys,
            table,
        );
    }
    slots(&mut arrays, "CODE", &by_text);
    let mut methods = from_code(&codes, &by_text, root);
    if table.has_numbers() {
        let by_number = Lookup::of_numbers(&codes);
        let value = |code: &str| number(code).to_string();
        numbers(
            &mut arrays,
            "The codes as the numbers that they are.",
            "NUMBERS",
            value,
            table,
        );
        slots(&mut arrays, "NUMBER", &by_number);
        methods.extend(from_number(&by_number, root));
    }
    Finders { arrays, methods }
}

/// By a text: where all codes have one width, as a number that is compared; else by a digest, and the text is compared.
fn from_code(codes: &[&str], lookup: &Lookup, root: &TokenStream) -> TokenStream {
    let find = find("code", lookup, root);
    let body = match width(codes) {
        Some(width) => {
            let width = Literal::usize_unsuffixed(width);
            quote! {
                let Some(number) = #root key::<#width>(code) else {
                    return None;
                };
                #find
                if KEYS[index] != number {
                    return None;
                }
            }
        }
        None => {
            let factor = Literal::u64_unsuffixed(lookup.factor);
            quote! {
                let number = #root digest(code, #factor);
                #find
                if !#root same_text(CODES[index], code) {
                    return None;
                }
            }
        }
    };
    quote! {
        /// The variant of a code; `None` where there is none. Nothing is trimmed or folded.
        #[inline]
        pub const fn from_code(code: &str) -> Option<Self> {
            #body
            Some(ALL[index])
        }
    }
}

/// By a number, and back.
fn from_number(lookup: &Lookup, root: &TokenStream) -> TokenStream {
    let find = find("number", lookup, root);
    quote! {
        /// The variant of a code by its number; `None` where there is none.
        #[inline]
        pub const fn from_number(number: u64) -> Option<Self> {
            #find
            if NUMBERS[index] != number {
                return None;
            }
            Some(ALL[index])
        }
        /// The code as a number.
        #[inline]
        pub const fn number(self) -> u64 {
            NUMBERS[self as usize]
        }
    }
}

/// From `number` to the `index` of the only code that it can be.
fn find(prefix: &str, lookup: &Lookup, root: &TokenStream) -> TokenStream {
    let [slots, pilots] =
        ["SLOTS", "PILOTS"].map(|what| format_ident!("{}_{what}", prefix.to_uppercase()));
    let pilots = if lookup.pilots.is_empty() {
        quote!(&[])
    } else {
        quote!(&#pilots)
    };
    let factor = Literal::u64_unsuffixed(lookup.factor);
    let bits = Literal::u32_unsuffixed(lookup.bits);
    quote! {
        let slot = #root slot(number, #factor, #pilots, #bits);
        let index = #slots[slot] as usize;
    }
}

/// An array of numbers, one for each code.
fn numbers(
    out: &mut String,
    doc: &str,
    name: &str,
    value: impl Fn(&str) -> String,
    table: &Table<'_>,
) {
    let remarks: Vec<String> = table
        .codes
        .iter()
        .map(|code| format!("{} {}", code.code, code.variant))
        .collect();
    let rows = table
        .codes
        .iter()
        .zip(&remarks)
        .map(|(code, remark)| (value(&code.code), remark.as_str()));
    text::array(out, doc, name, "u64", rows);
}

/// The slots of a lookup, and the pilots that it may need.
fn slots(out: &mut String, prefix: &str, lookup: &Lookup) {
    if !lookup.pilots.is_empty() {
        let name = format!("{prefix}_PILOTS");
        text::packed(
            out,
            "What keeps apart the codes of each bucket.",
            &name,
            "u8",
            &lookup.pilots,
        );
    }
    let slot_type = match lookup.slots.iter().max() {
        None | Some(0..=0xff) => "u8",
        Some(0x100..=0xffff) => "u16",
        Some(_) => "u32",
    };
    let doc = "The index of the code of each slot; 0 where it has none.";
    text::packed(
        out,
        doc,
        &format!("{prefix}_SLOTS"),
        slot_type,
        &lookup.slots,
    );
}
