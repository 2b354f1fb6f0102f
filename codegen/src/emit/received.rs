//! What the catalog says of a code that nobody documented, and which codes are a success.

use proc_macro2::TokenStream;
use quote::quote;

use super::enums::variants;
use super::http::status_type;
use super::value::{self, tokens, value_type};
use super::{docs, ident};
use crate::lower::Catalog;
use crate::model::Kind;
use crate::names;

/// The methods of `Received` that the catalog decides about.
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
            (rust, docs::value(&attribute.kind, value))
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
            /// `Ok` for a success, an error that carries the code for everything else: a code that nobody documented is no
            /// success.
            pub fn into_result(self) -> Result<(), NotSuccessful<C>> {
                match self {
                    Received::Known(code) => code.into_result(),
                    Received::Unknown(_) => Err(NotSuccessful(self)),
                }
            }
        }
    });
    quote! {
        impl<C: Code> Received<C> {
            #http
            #(#attributes)*
            #result
        }
    }
}

/// A method that asks the code, where it is known, and else gives the value for those that nobody documented: in Rust, and
/// as the documentation writes it.
fn method(
    name: &proc_macro2::Ident,
    doc: &str,
    returned: &TokenStream,
    is_optional: bool,
    undocumented: Option<(TokenStream, String)>,
) -> TokenStream {
    let doc = docs::comment(doc);
    let of_unknown = match &undocumented {
        Some((_, value)) => format!(" Of a code that nobody documented: {value}."),
        None => " `None` of a code that nobody documented.".to_owned(),
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

/// Which values are a success.
pub(super) fn is_success(catalog: &Catalog<'_>) -> TokenStream {
    let Some(attribute) = catalog.model.success() else {
        return TokenStream::new();
    };
    let Kind::Enum(words) = &attribute.kind else {
        return TokenStream::new();
    };
    let name = ident(&names::upper_camel(&attribute.name.text));
    let value = ident(&attribute.name.text);
    let variants = variants(words);
    let success = attribute.success.iter().map(|index| &variants[*index]);
    quote! {
        /// Whether `into_result` is `Ok`.
        const fn is_success(#value: #name) -> bool {
            matches!(#value, #(#name::#success)|*)
        }
    }
}
