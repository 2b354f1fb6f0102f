//! The statuses of the crate `http`, where the catalog names a cargo feature for them.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use crate::lower::Catalog;
use crate::model::Http;

/// What all tables share: the status of a code as it was received.
pub(super) fn shared(catalog: &Catalog<'_>) -> TokenStream {
    let (Some(feature), Some(http)) = (feature(catalog), &catalog.model.http) else {
        return TokenStream::new();
    };
    let is_optional = http.optional || http.undocumented.is_none();
    let target = target(is_optional);
    let value = converted(
        is_optional,
        &quote!(code.http_status()),
        &TokenStream::new(),
    );
    quote! {
        #feature
        impl<C: Code> From<&Received<C>> for #target {
            fn from(code: &Received<C>) -> Self {
                #value
            }
        }
        #feature
        fn status_code(status: u16) -> ::http::StatusCode {
            ::http::StatusCode::from_u16(status).expect("100 to 599, says the generator")
        }
    }
}

/// A table's enum. `root` is the way out to `mod.rs`.
pub(super) fn code(catalog: &Catalog<'_>, name: &str, root: &TokenStream) -> TokenStream {
    let (Some(feature), Some(http)) = (feature(catalog), &catalog.model.http) else {
        return TokenStream::new();
    };
    let (name, target) = (ident(name), target(http.optional));
    let value = converted(http.optional, &quote!(code.http_status()), root);
    quote! {
        #feature
        impl From<#name> for #target {
            fn from(code: #name) -> Self {
                #value
            }
        }
    }
}

/// The type of a status, of a code or of a code that nobody documented.
pub(super) fn status_type(http: &Http, is_received: bool) -> TokenStream {
    if http.optional || is_received && http.undocumented.is_none() {
        quote!(Option<u16>)
    } else {
        quote!(u16)
    }
}

fn target(is_optional: bool) -> TokenStream {
    if is_optional {
        quote!(Option<::http::StatusCode>)
    } else {
        quote!(::http::StatusCode)
    }
}

fn converted(is_optional: bool, status: &TokenStream, root: &TokenStream) -> TokenStream {
    if is_optional {
        quote!(#status.map(#root status_code))
    } else {
        quote!(#root status_code(#status))
    }
}

fn feature(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let feature = &catalog.model.rust.http.as_ref()?.text;
    Some(quote!(#[cfg(feature = #feature)]))
}
