//! Finding the variant of a text or of a number: the tables and the methods.
//!
//! What can be computed from the codes is computed by rustc, so that a new code changes its own lines and few others.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::lower::{Lookup, Table, width};

/// The `static` items of both ways, and the methods `from_code`, `from_number` and `number`.
pub(super) struct Finders {
    pub(super) items: TokenStream,
    pub(super) methods: TokenStream,
}

pub(super) fn emit(table: &Table<'_>, root: &TokenStream) -> Finders {
    let codes: Vec<&str> = table.codes.iter().map(|code| code.code.as_str()).collect();
    let (text_items, from_code) = by_text(&codes, root);
    let (number_items, from_number) = if table.has_numbers() {
        by_number(&codes, root)
    } else {
        (TokenStream::new(), TokenStream::new())
    };
    Finders {
        items: quote!(#text_items #number_items),
        methods: quote!(#from_code #from_number),
    }
}

fn by_text(codes: &[&str], root: &TokenStream) -> (TokenStream, TokenStream) {
    let lookup = Lookup::of_texts(codes);
    let count = Literal::usize_unsuffixed(codes.len());
    let (items, slot) = index(
        "code",
        &lookup,
        codes.len(),
        &quote!(KEYS),
        &quote!(key),
        root,
    );
    let factor = Literal::u64_unsuffixed(lookup.factor);
    let (keys, body) = match width(codes) {
        Some(width) => {
            let width = Literal::usize_unsuffixed(width);
            let keys = quote! {
                /// The codes as numbers, to compare with.
                static KEYS: [u64; #count] = #root keys::<#width, #count>(&CODES);
            };
            let body = quote! {
                let Some(key) = #root key::<#width>(code) else {
                    return None;
                };
                let index = #slot;
                if KEYS[index] != key {
                    return None;
                }
                Some(ALL[index])
            };
            (keys, body)
        }
        None => {
            let keys = quote! {
                /// Numbers that stand for the codes.
                const KEYS: [u64; #count] = #root digests(&CODES, #factor);
            };
            let body = quote! {
                let key = #root digest(code, #factor);
                let index = #slot;
                if !#root same_text(CODES[index], code) {
                    return None;
                }
                Some(ALL[index])
            };
            (keys, body)
        }
    };
    let method = quote! {
        /// The variant of a code; `None` where there is none. Nothing is trimmed or folded.
        #[inline]
        pub const fn from_code(code: &str) -> Option<Self> {
            #body
        }
    };
    (quote!(#keys #items), method)
}

fn by_number(codes: &[&str], root: &TokenStream) -> (TokenStream, TokenStream) {
    let lookup = Lookup::of_numbers(codes);
    let count = Literal::usize_unsuffixed(codes.len());
    let (items, slot) = index(
        "number",
        &lookup,
        codes.len(),
        &quote!(NUMBERS),
        &quote!(number),
        root,
    );
    let items = quote! {
        /// The codes as the numbers that they are.
        static NUMBERS: [u64; #count] = #root numbers(&CODES);
        #items
    };
    let methods = quote! {
        /// The variant of a code by its number; `None` where there is none.
        #[inline]
        pub const fn from_number(number: u64) -> Option<Self> {
            let index = #slot;
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
    };
    (items, methods)
}

/// The slots (and the pilots) of a lookup, and the expression for the index of the code with a number.
fn index(
    prefix: &str,
    lookup: &Lookup,
    count: usize,
    numbers: &TokenStream,
    number: &TokenStream,
    root: &TokenStream,
) -> (TokenStream, TokenStream) {
    let slot = format_ident!("{prefix}_slot");
    let [slots, pilots] =
        ["SLOTS", "PILOTS"].map(|what| format_ident!("{}_{what}", prefix.to_uppercase()));
    let slot_type = match count {
        0..=0x100 => quote!(u8),
        0x101..=0x1_0000 => quote!(u16),
        _ => quote!(u32),
    };
    let (factor, bits) = (
        Literal::u64_unsuffixed(lookup.factor),
        Literal::u32_unsuffixed(lookup.bits),
    );
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
    // rustc warns of long computations; this one is as long as the table.
    let is_long = (count > 1000).then(|| quote!(#[allow(long_running_const_eval)]));
    let items = quote! {
        #pilot_items
        #[inline]
        const fn #slot(number: u64) -> usize {
            #root slot(number, #factor, #pilots, #bits)
        }
        /// The index of the code for each slot; any index where there is no code.
        #is_long
        static #slots: [#slot_type; #slot_count] = {
            let mut slots = [0; #slot_count];
            let mut index = 0;
            while index < #numbers.len() {
                slots[#slot(#numbers[index])] = index as #slot_type;
                index += 1;
            }
            slots
        };
    };
    (items, quote!(#slots[#slot(#number)] as usize))
}
