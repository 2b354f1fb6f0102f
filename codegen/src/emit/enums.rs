//! The enum of listed values: those of an attribute, or the scopes of a module.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{docs, ident};
use crate::model::{Attribute, EnumValue, Kind, Predicate, Value};
use crate::names;

/// Returns the enum of an attribute; `None` if it has no `values`.
pub(super) fn of_attribute(attribute: &Attribute) -> Option<TokenStream> {
    let Kind::Enum(values) = &attribute.kind else {
        return None;
    };
    let name = names::upper_camel(&attribute.name.text);
    let mut methods = http_status(attribute, values);
    methods.extend(of_query(attribute, values));
    methods.extend(predicates(values, &attribute.predicates));
    Some(value_enum(&name, &attribute.doc, values, &methods))
}

/// Returns the method that returns the HTTP status of a value.
fn http_status(attribute: &Attribute, values: &[EnumValue]) -> TokenStream {
    if attribute.http.is_empty() {
        return TokenStream::new();
    }
    let variants = variants(values);
    let statuses = (attribute.http.iter()).map(|(status, _)| Literal::u16_unsuffixed(status.get()));
    quote! {
        /// Returns the HTTP status to answer with if the value does not come from a code.
        pub const fn http_status(self) -> u16 {
            match self {
                #(Self::#variants => #statuses,)*
            }
        }
    }
}

/// Returns the method that returns what a reply to a query establishes.
fn of_query(attribute: &Attribute, values: &[EnumValue]) -> TokenStream {
    let (false, Some(Value::Enum(undocumented))) =
        (attribute.query.values.is_empty(), &attribute.undocumented)
    else {
        return TokenStream::new();
    };
    let variants = variants(values);
    let established = attribute.query.values.iter().map(|index| &variants[*index]);
    let undocumented = &variants[*undocumented];
    let doc = docs::of_query(attribute);
    quote! {
        /// Returns what the value of a code in reply to a query says about the queried operation.
        #[doc = ""]
        #[doc = #doc]
        pub const fn of_query(self) -> Self {
            match self {
                #(Self::#established)|* => self,
                _ => Self::#undocumented,
            }
        }
    }
}

/// Returns an enum of values, with additional methods.
pub(super) fn value_enum(
    name: &str,
    doc: &str,
    values: &[EnumValue],
    methods: &TokenStream,
) -> TokenStream {
    let name = ident(name);
    let doc = docs::comment(doc);
    let variants = variants(values);
    let texts = values.iter().map(|value| &value.name.text);
    let docs = values.iter().map(|value| docs::comment(&value.doc));
    quote! {
        #[doc = #doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #name {
            #(#[doc = #docs] #variants,)*
        }
        impl #name {
            /// Every value, in the catalog's order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// Returns the value as the table writes it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#variants => #texts,)*
                }
            }
            #methods
        }
    }
}

fn predicates(values: &[EnumValue], predicates: &[Predicate]) -> TokenStream {
    let variants = variants(values);
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

/// Returns the variants of the values, in their order.
pub(super) fn variants(values: &[EnumValue]) -> Vec<Ident> {
    (values.iter())
        .map(|value| ident(&names::upper_camel(&value.name.text)))
        .collect()
}
