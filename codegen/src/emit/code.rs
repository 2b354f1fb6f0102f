//! The trait `Code`.

use proc_macro2::TokenStream;
use quote::quote;

use super::http::status_type;
use super::{docs, ident};
use crate::lower::Catalog;
use crate::model::{Attribute, Kind};
use crate::names;

/// What `Code` demands of an enum. Written here as rustfmt would, because prettyplease breaks long bounds badly.
pub(super) const CODE_BOUNDS: &str = "\
pub trait Code:
    Copy
    + Ord
    + ::core::hash::Hash
    + ::core::fmt::Debug
    + ::core::fmt::Display
    + ::core::str::FromStr<Err = UnknownCode<Self>>
    + Send
    + Sync
    + 'static
{";

/// The trait `Code`.
pub(super) fn code_trait(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let http = model.http.as_ref().map(|http| {
        let doc = docs::comment(&http.doc);
        let returned = status_type(http, false);
        let wanted = if http.optional {
            quote!(Some(status))
        } else {
            quote!(status)
        };
        quote! {
            #[doc = #doc]
            fn http_status(self) -> #returned;
            /// The codes that have an HTTP status, in code order.
            fn with_status(status: u16) -> impl Iterator<Item = Self> {
                let has_status = move |code: &Self| code.http_status() == #wanted;
                Self::ALL.iter().copied().filter(has_status)
            }
        }
    });
    let attributes = model.attributes.iter().map(|attribute| {
        let name = ident(&attribute.name.text);
        let doc = docs::comment(&attribute.doc);
        let value = value_type(attribute, &TokenStream::new());
        if attribute.optional {
            quote! {
                #[doc = #doc]
                fn #name(self) -> Option<#value> {
                    None
                }
            }
        } else {
            quote! {
                #[doc = #doc]
                fn #name(self) -> #value;
            }
        }
    });
    let into_result = model.success().map(|_| {
        quote! {
            /// `Ok` for a success, an error that carries the code for everything else: with `?`, only a success goes on.
            fn into_result(self) -> Result<(), NotSuccessful<Self>>;
        }
    });
    quote! {
        /// What all the enums share, for code that handles any of them. Each enum has the same as methods of its own,
        /// most of them `const`.
        pub trait Code {
            /// The enum's path within the generated code, `module::Type`: how errors name it.
            const PATH: &'static str;
            /// Every code, in code order.
            const ALL: &'static [Self];
            /// The variant of a code; `None` where there is none. Nothing is trimmed or folded.
            fn from_code(code: &str) -> Option<Self>;
            /// The variant of a code by its number; `None` where there is none, or where the codes are no numbers.
            fn from_number(number: u64) -> Option<Self> {
                let _ = number;
                None
            }
            /// The code, as the provider sends it.
            fn code(self) -> &'static str;
            /// The code as a number, in tables of digits.
            fn number(self) -> Option<u64> {
                None
            }
            /// The variant's name.
            fn name(self) -> &'static str;
            /// The message in a language. Where it has placeholders, they stand in it as `{name}`.
            fn message(self, lang: Lang) -> &'static str;
            /// The message as the document prints it, misprints and all; `None` where it prints none.
            fn printed(self, lang: Lang) -> Option<&'static str>;
            /// Every row of the document that has the code, in the document's order.
            fn entries(self) -> Entries;
            /// The names of the message's placeholders, in the order of the alphabet.
            fn placeholders(self) -> &'static [&'static str];
            /// The message in a language, with arguments in the place of its placeholders.
            fn render<'a>(
                self,
                lang: Lang,
                arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
            ) -> Rendered<'a>;
            /// The arguments of a message that was received with this code; `None` where it has none of the code's wordings.
            fn extract(self, text: &str) -> Option<Arguments<'_>> {
                extract(self.entries(), text)
            }
            /// A message that was received with this code, in a language; `None` where it has none of the code's wordings.
            fn localize(self, text: &str, lang: Lang) -> Option<alloc::string::String> {
                Some(self.extract(text)?.render(lang))
            }
            #into_result
            #http
            #(#attributes)*
        }
    }
}

/// The type of an attribute's values, seen from a module as deep as `root` leads out of.
pub(super) fn value_type(attribute: &Attribute, root: &TokenStream) -> TokenStream {
    match &attribute.kind {
        Kind::Enum(_) => {
            let name = ident(&names::upper_camel(&attribute.name.text));
            quote!(#root #name)
        }
        Kind::Text => quote!(&'static str),
        Kind::Integer => quote!(i64),
        Kind::Flag => quote!(bool),
    }
}
