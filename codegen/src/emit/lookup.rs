//! Finding the variant of a text or of a number: the tables and the methods.
//!
//! What can be computed from the codes is computed by rustc, so that a new code changes its own lines and few others.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::ident;
use crate::lower::{Lookup, Table, width};

/// The `static` items of both ways, and the methods `from_code`, `from_number` and `number`.
pub(super) struct Finders {
    pub(super) items: TokenStream,
    pub(super) methods: TokenStream,
}

pub(super) fn emit(table: &Table<'_>, root: &TokenStream) -> Finders {
    let codes: Vec<&str> = table.codes.iter().map(|code| code.code.as_str()).collect();
    let type_name = ident(&table.model.type_name.text);
    let slots = |prefix: &str, lookup: &Lookup, numbers: &str| {
        slots(prefix, lookup, numbers, codes.len(), &type_name, root)
    };
    let by_text = Lookup::of_texts(&codes);
    let mut finders = from_code(&codes, &by_text, root);
    finders.items.extend(slots("code", &by_text, "KEYS"));
    if table.has_numbers() {
        let Finders { items, methods } = from_number(codes.len(), root);
        finders.items.extend(items);
        finders
            .items
            .extend(slots("number", &Lookup::of_numbers(&codes), "NUMBERS"));
        finders.methods.extend(methods);
    }
    finders
}

/// By a text: where all codes have one width, as a number that is compared; else by a digest, and the text is compared.
fn from_code(codes: &[&str], lookup: &Lookup, root: &TokenStream) -> Finders {
    let is_long = is_long(codes.len());
    let count = Literal::usize_unsuffixed(codes.len());
    let (items, body) = match width(codes) {
        Some(width) => {
            let width = Literal::usize_unsuffixed(width);
            let items = quote! {
                /// The codes as numbers to compare with.
                #is_long
                static KEYS: [u64; #count] = #root keys::<#width, #count>(&CODES);
            };
            let body = quote! {
                let Some(key) = #root key::<#width>(code) else {
                    return None;
                };
                let found = CODE_SLOTS[code_slot(key)];
                if KEYS[found as usize] != key {
                    return None;
                }
                Some(found)
            };
            (items, body)
        }
        None => {
            let factor = Literal::u64_unsuffixed(lookup.factor);
            let items = quote! {
                /// Numbers that stand for the codes.
                #is_long
                const KEYS: [u64; #count] = #root digests(&CODES, #factor);
            };
            let body = quote! {
                let key = #root digest(code, #factor);
                let found = CODE_SLOTS[code_slot(key)];
                if !#root same_text(CODES[found as usize], code) {
                    return None;
                }
                Some(found)
            };
            (items, body)
        }
    };
    let methods = quote! {
        /// The variant of a code; `None` where there is none. Nothing is trimmed or folded.
        #[inline]
        pub const fn from_code(code: &str) -> Option<Self> {
            #body
        }
    };
    Finders { items, methods }
}

/// By a number, and back.
fn from_number(count: usize, root: &TokenStream) -> Finders {
    let is_long = is_long(count);
    let count = Literal::usize_unsuffixed(count);
    let items = quote! {
        /// The codes as the numbers that they are.
        #is_long
        static NUMBERS: [u64; #count] = #root numbers(&CODES);
    };
    let methods = quote! {
        /// The variant of a code by its number; `None` where there is none.
        #[inline]
        pub const fn from_number(number: u64) -> Option<Self> {
            let found = NUMBER_SLOTS[number_slot(number)];
            if NUMBERS[found as usize] != number {
                return None;
            }
            Some(found)
        }
        /// The code as a number.
        #[inline]
        pub const fn number(self) -> u64 {
            NUMBERS[self as usize]
        }
    };
    Finders { items, methods }
}

/// The slots of a lookup and the function that tells them, with the pilots that it may need.
fn slots(
    prefix: &str,
    lookup: &Lookup,
    numbers: &str,
    count: usize,
    type_name: &proc_macro2::Ident,
    root: &TokenStream,
) -> TokenStream {
    let (slot, numbers) = (format_ident!("{prefix}_slot"), ident(numbers));
    let [slots, pilots] =
        ["SLOTS", "PILOTS"].map(|what| format_ident!("{}_{what}", prefix.to_uppercase()));
    let factor = Literal::u64_unsuffixed(lookup.factor);
    let bits = Literal::u32_unsuffixed(lookup.bits);
    let slot_count = Literal::usize_unsuffixed(1 << lookup.bits);
    let (pilot_items, pilots) = if lookup.pilots.is_empty() {
        (TokenStream::new(), quote!(&[]))
    } else {
        let pilot_count = Literal::usize_unsuffixed(lookup.pilots.len());
        let bytes = Literal::byte_string(&lookup.pilots);
        let items = quote! {
            /// What keeps apart the codes of each bucket.
            #[rustfmt::skip]
            static #pilots: [u8; #pilot_count] = *#bytes;
        };
        (items, quote!(&#pilots))
    };
    let is_long = is_long(count);
    quote! {
        #pilot_items
        #[inline]
        const fn #slot(number: u64) -> usize {
            #root slot(number, #factor, #pilots, #bits)
        }
        /// The code of each slot; any code where it has none.
        #is_long
        static #slots: [#type_name; #slot_count] = {
            let mut slots = [ALL[0]; #slot_count];
            let mut index = 0;
            while index < #numbers.len() {
                slots[#slot(#numbers[index])] = ALL[index];
                index += 1;
            }
            slots
        };
    }
}

/// rustc objects to long computations. These are as long as the table, and no longer.
fn is_long(count: usize) -> Option<TokenStream> {
    (count > 1000).then(|| quote!(#[allow(long_running_const_eval)]))
}
