//! The values of unknown codes, and the codes that are a success.

use proc_macro2::TokenStream;
use quote::quote;

use super::enums::variants;
use super::http::status_type;
use super::value::{self, tokens, value_type};
use super::{docs, ident, methods};
use crate::lower::Catalog;
use crate::model::Kind;
use crate::names;

/// Returns the methods of `Received` that depend on the catalog.
pub(super) fn methods(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let http = model.http.as_ref().map(|http| {
        let returned = status_type(http, true);
        let undocumented = http.undocumented.map(|status| {
            let literal = proc_macro2::Literal::u16_unsuffixed(status.get());
            (quote!(#literal), format!("`{status}`"))
        });
        let name = ident("http_status");
        method(&name, &http.doc, &returned, http.optional, undocumented)
    });
    let attributes = model.attributes.iter().map(|attribute| {
        let name = ident(&attribute.name.text);
        let value_type = tokens(&value_type(attribute));
        let undocumented = attribute.undocumented.as_ref().map(|value| {
            let rust = tokens(&value::value(attribute, value));
            (rust, docs::value(attribute, value))
        });
        let returned = if attribute.optional || undocumented.is_none() {
            quote!(Option<#value_type>)
        } else {
            value_type
        };
        method(
            &name,
            &attribute.doc,
            &returned,
            attribute.optional,
            undocumented,
        )
    });
    let result = model.success().map(|_| {
        quote! {
            /// Returns `Ok` for a success, and an error with the code for everything else. An unknown code is not a success.
            pub fn into_result(self) -> Result<(), NotSuccessful<C>> {
                match self {
                    Received::Known(code) => code.into_result(),
                    Received::Unknown(_) => Err(NotSuccessful(self)),
                }
            }
        }
    });
    let of_query =
        (model.query()).map(|attribute| methods::of_query(attribute, &quote!(pub), &quote!(&self)));
    quote! {
        impl<C: Code> Received<C> {
            #http
            #(#attributes)*
            #of_query
            #result
        }
    }
}

/// Returns a method that calls that of a known code, and returns the `undocumented` value of an unknown one. That value is
/// given in Rust and as the documentation writes it.
fn method(
    name: &proc_macro2::Ident,
    doc: &str,
    returned: &TokenStream,
    is_optional: bool,
    undocumented: Option<(TokenStream, String)>,
) -> TokenStream {
    let doc = docs::comment(doc);
    let of_unknown = match &undocumented {
        Some((_, value)) => format!(" For an unknown code: {value}."),
        None => " For an unknown code: `None`.".to_owned(),
    };
    let (known, unknown) = match undocumented {
        Some((value, _)) if is_optional => (quote!(code.#name()), quote!(Some(#value))),
        Some((value, _)) => (quote!(code.#name()), value),
        None if is_optional => (quote!(code.#name()), quote!(None)),
        None => (quote!(Some(code.#name())), quote!(None)),
    };
    quote! {
        #[doc = #doc]
        #[doc = ""]
        #[doc = #of_unknown]
        pub fn #name(&self) -> #returned {
            match self {
                Received::Known(code) => #known,
                Received::Unknown(_) => #unknown,
            }
        }
    }
}

/// Returns the function that decides whether a value is a success.
pub(super) fn is_success(catalog: &Catalog<'_>) -> TokenStream {
    let Some(attribute) = catalog.model.success() else {
        return TokenStream::new();
    };
    let Kind::Enum(values) = &attribute.kind else {
        return TokenStream::new();
    };
    let name = ident(&names::upper_camel(&attribute.name.text));
    let value = ident(&attribute.name.text);
    let variants = variants(values);
    let success = attribute.success.iter().map(|index| &variants[*index]);
    quote! {
        /// Returns `true` if `into_result` returns `Ok` for a value.
        const fn is_success(#value: #name) -> bool {
            matches!(#value, #(#name::#success)|*)
        }
    }
}
