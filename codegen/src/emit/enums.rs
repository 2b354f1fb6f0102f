//! The enum of a closed vocabulary: an attribute's values, or a module's scopes.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{docs, ident};
use crate::model::{Attribute, EnumValue, Kind, Predicate};
use crate::names;

/// The enum of an attribute, where it has one.
pub(super) fn of_attribute(attribute: &Attribute) -> Option<TokenStream> {
    let Kind::Enum(words) = &attribute.kind else {
        return None;
    };
    let name = names::upper_camel(&attribute.name.text);
    let predicates = predicates(words, &attribute.predicates);
    Some(value_enum(&name, &attribute.doc, words, &predicates))
}

/// An enum of values, with methods besides those that each has.
pub(super) fn value_enum(
    name: &str,
    doc: &str,
    words: &[EnumValue],
    methods: &TokenStream,
) -> TokenStream {
    let name = ident(name);
    let doc = docs::comment(doc);
    let variants = variants(words);
    let texts = words.iter().map(|word| &word.name.text);
    let docs = words.iter().map(|word| docs::comment(&word.doc));
    quote! {
        #[doc = #doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #name {
            #(#[doc = #docs] #variants,)*
        }
        impl #name {
            /// Every value, in the catalog's order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// The value as the data writes it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#variants => #texts,)*
                }
            }
            #methods
        }
    }
}

fn predicates(words: &[EnumValue], predicates: &[Predicate]) -> TokenStream {
    let variants = variants(words);
    let methods = predicates.iter().map(|predicate| {
        let (method, doc) = (ident(&predicate.name.text), docs::comment(&predicate.doc));
        let is_true = predicate.values.iter().map(|index| &variants[*index]);
        quote! {
            #[doc = #doc]
            pub const fn #method(self) -> bool {
                matches!(self, #(Self::#is_true)|*)
            }
        }
    });
    methods.collect()
}

/// The variants of the words, in their order.
pub(super) fn variants(words: &[EnumValue]) -> Vec<Ident> {
    (words.iter())
        .map(|word| ident(&names::upper_camel(&word.name.text)))
        .collect()
}
