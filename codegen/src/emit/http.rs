//! Conversions to the statuses of the crate `http`, for catalogs with a cargo feature for them.

use proc_macro2::TokenStream;
use quote::quote;

use super::literal;
use super::value::{tokens, value_type};
use crate::lower::Catalog;
use crate::model::Http;

/// Returns what all tables share: the conversion of a received code, and the functions that convert a number.
pub(super) fn conversions(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let (Some(feature), Some(http)) = (&model.rust.http, &model.http) else {
        return TokenStream::new();
    };
    let feature = &feature.text;
    let is_optional = http.optional || http.undocumented.is_none();
    let (target, from_number) = if is_optional {
        (
            quote!(Option<::http::StatusCode>),
            quote!(optional_status_code),
        )
    } else {
        (quote!(::http::StatusCode), quote!(status_code))
    };
    let optional_status_code = is_optional.then(|| {
        quote! {
            #[cfg(feature = #feature)]
            fn optional_status_code(status: Option<u16>) -> Option<::http::StatusCode> {
                status.map(status_code)
            }
        }
    });
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
                #from_number(code.http_status())
            }
        }
        #optional_status_code
        #[cfg(feature = #feature)]
        fn status_code(status: u16) -> ::http::StatusCode {
            ::http::StatusCode::from_u16(status).expect("the generator checks that statuses are 100 to 599")
        }
    }
}

/// Returns the macro call that converts an enum of codes into a status.
pub(super) fn of_codes(catalog: &Catalog<'_>, name: &str) -> Option<String> {
    let feature = literal::string(&catalog.model.rust.http.as_ref()?.text);
    let [target, from_number] = if catalog.model.http.as_ref()?.optional {
        ["Option<::http::StatusCode>", "optional_status_code"]
    } else {
        ["::http::StatusCode", "status_code"]
    };
    Some(format!(
        "http_code!({feature}, {name}, {target}, {from_number});\n"
    ))
}

/// Returns the type of the status of a code, or of a received code.
pub(super) fn status_type(http: &Http, is_received: bool) -> TokenStream {
    if http.optional || is_received && http.undocumented.is_none() {
        quote!(Option<u16>)
    } else {
        quote!(u16)
    }
}
