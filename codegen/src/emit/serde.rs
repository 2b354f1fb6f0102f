//! Implementations of serde's traits, for catalogs with a cargo feature for them.

use proc_macro2::TokenStream;
use quote::quote;

use super::{literal, support};
use crate::lower::Catalog;

/// Returns the modules for fields with codes, which contain the implementations for `Received`.
pub(super) fn fields(catalog: &Catalog<'_>) -> Option<String> {
    let feature = feature(catalog)?;
    let module = |(name, text)| {
        let text = literal::indent(text, 1);
        format!("#[cfg(feature = {feature})]\npub mod {name} {{\n{text}}}\n")
    };
    Some(support::SERDE_FIELDS.map(module).join("\n"))
}

/// Returns the implementation for `CodeError`, from its support file.
pub(super) fn code_error(catalog: &Catalog<'_>) -> Option<String> {
    let feature = feature(catalog)?;
    let support = literal::indent(support::SERDE_ERROR, 1);
    Some(format!(
        "#[cfg(feature = {feature})]\nconst _: () = {{\n{support}}};\n"
    ))
}

/// Returns the implementations for `Lang`, as its tag.
pub(super) fn lang(catalog: &Catalog<'_>) -> TokenStream {
    let Some(feature) = &catalog.model.rust.serde else {
        return TokenStream::new();
    };
    let feature = &feature.text;
    quote! {
        #[cfg(feature = #feature)]
        impl ::serde::Serialize for Lang {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.tag())
            }
        }
        #[cfg(feature = #feature)]
        impl<'de> ::serde::Deserialize<'de> for Lang {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let tag = <alloc::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
                tag.parse().map_err(::serde::de::Error::custom)
            }
        }
    }
}

/// Returns the macro call for an enum of values.
pub(super) fn of_values(catalog: &Catalog<'_>, name: &str) -> Option<String> {
    Some(format!("serde_value!({}, {name});\n", feature(catalog)?))
}

/// Returns the macro call for an enum of codes.
pub(super) fn of_codes(catalog: &Catalog<'_>, name: &str) -> Option<String> {
    Some(format!("serde_code!({}, {name});\n", feature(catalog)?))
}

fn feature(catalog: &Catalog<'_>) -> Option<String> {
    let feature = catalog.model.rust.serde.as_ref()?;
    Some(literal::string(&feature.text))
}
