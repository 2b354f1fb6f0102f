//! Conversions to the statuses of the crate `http`, for catalogs with a cargo feature for them.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use super::value::{tokens, value_type};
use crate::lower::Catalog;
use crate::model::Http;

/// Returns what all tables share: the conversion of a received code, and the function that converts a number.
pub(super) fn conversions(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let (Some(feature), Some(http)) = (&model.rust.http, &model.http) else {
        return TokenStream::new();
    };
    let feature = &feature.text;
    let (target, _) = status_code(http, true);
    let values = (model.attributes.iter()).filter(|attribute| !attribute.http.is_empty());
    let values = values.map(|attribute| tokens(&value_type(attribute)));
    quote! {
        #(
            #[cfg(feature = #feature)]
            impl From<#values> for ::http::StatusCode {
                fn from(value: #values) -> Self {
                    status_code(value.http_status())
                }
            }
        )*
        #[cfg(feature = #feature)]
        impl<C: Code> From<&Received<C>> for #target {
            fn from(code: &Received<C>) -> Self {
                code.status_code()
            }
        }
        #[cfg(feature = #feature)]
        impl<C: Code> From<Received<C>> for #target {
            fn from(code: Received<C>) -> Self {
                code.status_code()
            }
        }
        #[cfg(feature = #feature)]
        fn status_code(status: u16) -> ::http::StatusCode {
            ::http::StatusCode::from_u16(status).expect("the generator checks that statuses are 100 to 599")
        }
    }
}

/// Returns the method that converts the status of a code, or of a received code.
pub(super) fn status_code_method(catalog: &Catalog<'_>, receiver: Receiver) -> TokenStream {
    let model = catalog.model;
    let (Some(feature), Some(http)) = (&model.rust.http, &model.http) else {
        return TokenStream::new();
    };
    let feature = &feature.text;
    let (returned, converted) = status_code(http, matches!(receiver, Receiver::Received));
    let signature = match receiver {
        Receiver::Trait => quote!(fn status_code(self)),
        Receiver::Code => quote!(pub fn status_code(self)),
        Receiver::Received => quote!(pub fn status_code(&self)),
    };
    quote! {
        /// Returns the HTTP status as the type of the crate `http`.
        #[cfg(feature = #feature)]
        #signature -> #returned {
            #converted
        }
    }
}

/// The owner of a method of a code.
#[derive(Clone, Copy)]
pub(super) enum Receiver {
    /// The trait `Code`.
    Trait,
    /// An enum of codes.
    Code,
    /// `Received`.
    Received,
}

/// Returns the type of a converted status, and the expression that converts it.
fn status_code(http: &Http, is_received: bool) -> (TokenStream, TokenStream) {
    if is_optional(http, is_received) {
        (
            quote!(Option<::http::StatusCode>),
            quote!(self.http_status().map(status_code)),
        )
    } else {
        (
            quote!(::http::StatusCode),
            quote!(status_code(self.http_status())),
        )
    }
}

/// Returns the macro call that converts an enum of codes into a status.
pub(super) fn of_codes(catalog: &Catalog<'_>, name: &str) -> Option<String> {
    let feature = literal::string(&catalog.model.rust.http.as_ref()?.text);
    let (target, _) = status_code(catalog.model.http.as_ref()?, false);
    let target = target.to_string().replace(' ', "");
    Some(format!("http_code!({feature}, {name}, {target});\n"))
}

/// Returns the type of the status of a code, or of a received code.
pub(super) fn status_type(http: &Http, is_received: bool) -> TokenStream {
    if is_optional(http, is_received) {
        quote!(Option<u16>)
    } else {
        quote!(u16)
    }
}

fn is_optional(http: &Http, is_received: bool) -> bool {
    http.optional || is_received && http.undocumented.is_none()
}
