//! Reading and writing with serde, where the catalog names a cargo feature for it.

use proc_macro2::TokenStream;
use quote::quote;

use super::{ident, text};
use crate::lower::Catalog;

/// `Received`, as it stands in its support file.
pub(super) fn received(catalog: &Catalog<'_>, out: &mut String) {
    if let Some(feature) = &catalog.model.rust.serde {
        let support = text::indent(include_str!("support/serde.rs"));
        let feature = text::literal(&feature.text);
        out.push_str(&format!(
            "\n#[cfg(feature = {feature})]\nconst _: () = {{\n{support}}};\n"
        ));
    }
}

/// What the closed vocabularies share.
pub(super) fn shared(catalog: &Catalog<'_>) -> TokenStream {
    let Some(feature) = feature(catalog) else {
        return TokenStream::new();
    };
    quote! {
        /// The value that the data writes so; else what is wrong with the text.
        #feature
        #[allow(dead_code)]
        fn find_word<T: Copy>(
            values: &[T],
            as_str: fn(T) -> &'static str,
            text: alloc::string::String,
        ) -> Result<T, alloc::string::String> {
            let mut texts = alloc::vec::Vec::new();
            for value in values.iter().copied() {
                if as_str(value) == text {
                    return Ok(value);
                }
                texts.push(as_str(value));
            }
            let texts = texts.join(", ");
            Err(alloc::format!("`{text}` is none of {texts}"))
        }
    }
}

/// `Lang`: its tag.
pub(super) fn lang(catalog: &Catalog<'_>) -> TokenStream {
    let Some(feature) = feature(catalog) else {
        return TokenStream::new();
    };
    quote! {
        #feature
        impl ::serde::Serialize for Lang {
            fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
            where
                S: ::serde::Serializer,
            {
                serializer.serialize_str(self.tag())
            }
        }
        #feature
        impl<'de> ::serde::Deserialize<'de> for Lang {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: ::serde::Deserializer<'de>,
            {
                let tag = ::serde::Deserialize::deserialize(deserializer)?;
                let lang = alloc::string::String::as_str(&tag).parse();
                lang.map_err(::serde::de::Error::custom)
            }
        }
    }
}

/// A value of a closed vocabulary: its text. `root` is the way out to `mod.rs`.
pub(super) fn word_enum(catalog: &Catalog<'_>, name: &str, root: &TokenStream) -> TokenStream {
    let Some(feature) = feature(catalog) else {
        return TokenStream::new();
    };
    let name = ident(name);
    quote! {
        #feature
        impl ::serde::Serialize for #name {
            fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
            where
                S: ::serde::Serializer,
            {
                serializer.serialize_str(self.as_str())
            }
        }
        #feature
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: ::serde::Deserializer<'de>,
            {
                let text = ::serde::Deserialize::deserialize(deserializer)?;
                let value = #root find_word(Self::ALL, Self::as_str, text);
                value.map_err(::serde::de::Error::custom)
            }
        }
    }
}

/// A table's enum: its code, read as `Received` reads it.
pub(super) fn code(catalog: &Catalog<'_>, name: &str, root: &TokenStream) -> TokenStream {
    let Some(feature) = feature(catalog) else {
        return TokenStream::new();
    };
    let name = ident(name);
    quote! {
        #feature
        impl ::serde::Serialize for #name {
            fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
            where
                S: ::serde::Serializer,
            {
                serializer.serialize_str(self.code())
            }
        }
        #feature
        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: ::serde::Deserializer<'de>,
            {
                match ::serde::Deserialize::deserialize(deserializer)? {
                    #root Received::Known(code) => Ok(code),
                    #root Received::Unknown(unknown) => Err(::serde::de::Error::custom(unknown)),
                }
            }
        }
    }
}

fn feature(catalog: &Catalog<'_>) -> Option<TokenStream> {
    let feature = &catalog.model.rust.serde.as_ref()?.text;
    Some(quote!(#[cfg(feature = #feature)]))
}
