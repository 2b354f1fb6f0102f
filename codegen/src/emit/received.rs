//! The values of unknown codes, and the codes that are a success.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::enums::variants;
use super::http::{Receiver, status_code_method, status_type};
use super::value::{self, tokens, value_type};
use super::{docs, ident, methods};
use crate::lower::Catalog;
use crate::model::Kind;
use crate::names;

/// A method that answers for received codes what the method of the same name answers for codes.
struct Method {
    name: Ident,
    doc: String,
    /// The type, the answer for a known code, and the answer for an unknown one.
    returned: TokenStream,
    known: TokenStream,
    unknown: TokenStream,
    /// The answer for an unknown code, as the documentation writes it.
    unknown_doc: String,
}

/// Returns the methods of `Received` and `NotSuccessful` that depend on the catalog.
pub(super) fn methods(catalog: &Catalog<'_>) -> TokenStream {
    let methods = answers(catalog);
    let answers = methods.iter().map(|method| {
        let (name, doc) = (&method.name, &method.doc);
        let unknown_doc = format!(" For an unknown code: {}.", method.unknown_doc);
        let (returned, known, unknown) = (&method.returned, &method.known, &method.unknown);
        quote! {
            #[doc = #doc]
            #[doc = ""]
            #[doc = #unknown_doc]
            pub fn #name(&self) -> #returned {
                match self {
                    Received::Known(code) => #known,
                    Received::Unknown(_) => #unknown,
                }
            }
        }
    });
    let status_code = status_code_method(catalog, Receiver::Received);
    let of_query = (catalog.model.query())
        .map(|attribute| methods::of_query(attribute, &quote!(pub), &quote!(&self)));
    let received = quote!(#(#answers)* #status_code #of_query);
    if catalog.model.success().is_none() {
        return quote!(impl<C: Code> Received<C> { #received });
    }
    let forwards = methods.iter().map(|method| {
        let (name, doc, returned) = (&method.name, &method.doc, &method.returned);
        quote! {
            #[doc = #doc]
            pub fn #name(&self) -> #returned {
                self.code.#name()
            }
        }
    });
    quote! {
        impl<C: Code> Received<C> {
            #received
            /// Returns `Ok` for a success, and an error with the code for everything else. An unknown code is not a success.
            ///
            /// # Errors
            ///
            /// Returns the code if it is not a success.
            pub fn into_result(self) -> Result<(), NotSuccessful<C>> {
                match self {
                    Received::Known(code) => code.into_result(),
                    Received::Unknown(_) => Err(NotSuccessful { code: self, message: None }),
                }
            }
        }
        /// The answers of the code.
        impl<C: Code> NotSuccessful<C> {
            #(#forwards)*
        }
    }
}

/// Returns the methods for the status and for each attribute.
fn answers(catalog: &Catalog<'_>) -> Vec<Method> {
    let model = catalog.model;
    let http = model.http.as_ref().map(|http| {
        let undocumented = http.undocumented.map(|status| {
            let literal = proc_macro2::Literal::u16_unsuffixed(status.get());
            (quote!(#literal), format!("`{status}`"))
        });
        let returned = status_type(http, true);
        let name = ident("http_status");
        method(name, &http.doc, returned, http.optional, undocumented)
    });
    let attributes = model.attributes.iter().map(|attribute| {
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
        let (name, doc) = (ident(&attribute.name.text), &attribute.doc);
        method(name, doc, returned, attribute.optional, undocumented)
    });
    http.into_iter().chain(attributes).collect()
}

/// Returns a method that calls that of a known code, and returns the `undocumented` value of an unknown one. That value is
/// given in Rust and as the documentation writes it.
fn method(
    name: Ident,
    doc: &str,
    returned: TokenStream,
    is_optional: bool,
    undocumented: Option<(TokenStream, String)>,
) -> Method {
    let unknown_doc = match &undocumented {
        Some((_, value)) => value.clone(),
        None => "`None`".to_owned(),
    };
    let (known, unknown) = match undocumented {
        Some((value, _)) if is_optional => (quote!(code.#name()), quote!(Some(#value))),
        Some((value, _)) => (quote!(code.#name()), value),
        None if is_optional => (quote!(code.#name()), quote!(None)),
        None => (quote!(Some(code.#name())), quote!(None)),
    };
    Method {
        doc: docs::comment(doc),
        name,
        returned,
        known,
        unknown,
        unknown_doc,
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
    let success = attribute
        .success
        .values
        .iter()
        .map(|index| &variants[*index]);
    quote! {
        /// Returns `true` if `into_result` returns `Ok` for a value.
        const fn is_success(#value: #name) -> bool {
            matches!(#value, #(#name::#success)|*)
        }
    }
}
