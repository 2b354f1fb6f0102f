//! The enum of a closed vocabulary: an attribute's values, or a module's scopes.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident};
use crate::lower::Catalog;
use crate::model::{Attribute, EnumValue, Kind, Predicate};
use crate::names;

/// The enum of an attribute, where it has one.
pub(super) fn attribute(catalog: &Catalog<'_>, attribute: &Attribute) -> Option<TokenStream> {
    let Kind::Enum(words) = &attribute.kind else {
        return None;
    };
    let name = names::upper_camel(&attribute.name.text);
    let root = TokenStream::new();
    let word_enum = word_enum(catalog, &name, &attribute.doc, words, &root);
    let predicates = predicates(&name, words, &attribute.predicates);
    Some(quote!(#word_enum #predicates))
}

/// The enum itself. `root` is the way out to `mod.rs`.
pub(super) fn word_enum(
    catalog: &Catalog<'_>,
    name: &str,
    doc: &str,
    words: &[EnumValue],
    root: &TokenStream,
) -> TokenStream {
    let type_name = ident(name);
    let doc = docs::comment(doc);
    let variants = variants(words);
    let texts: Vec<&str> = words.iter().map(|word| word.name.text.as_str()).collect();
    let docs = words.iter().map(|word| docs::comment(&word.doc));
    let serde = super::serde::word_enum(catalog, name, root);
    quote! {
        #[doc = #doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #type_name {
            #(#[doc = #docs] #variants,)*
        }
        impl #type_name {
            /// Every value, in the catalog's order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// The value as the data writes it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#variants => #texts,)*
                }
            }
        }
        impl ::core::fmt::Display for #type_name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
        #serde
    }
}

/// What may be asked of a value. Each value stands in the answer: a new one shows what is answered for it.
fn predicates(name: &str, words: &[EnumValue], predicates: &[Predicate]) -> TokenStream {
    if predicates.is_empty() {
        return TokenStream::new();
    }
    let name = ident(name);
    let variants = variants(words);
    let methods = predicates.iter().map(|predicate| {
        let (method, doc) = (ident(&predicate.name.text), docs::comment(&predicate.doc));
        let answers = (0..words.len()).map(|index| predicate.values.contains(&index));
        quote! {
            #[doc = #doc]
            pub const fn #method(self) -> bool {
                match self {
                    #(Self::#variants => #answers,)*
                }
            }
        }
    });
    quote! {
        impl #name {
            #(#methods)*
        }
    }
}

/// The variants of the words, in their order.
pub(super) fn variants(words: &[EnumValue]) -> Vec<proc_macro2::Ident> {
    words
        .iter()
        .map(|word| ident(&names::upper_camel(&word.name.text)))
        .collect()
}
