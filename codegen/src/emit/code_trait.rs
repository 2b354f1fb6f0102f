//! The trait `Code`.

use proc_macro2::TokenStream;
use quote::quote;

use super::http::status_type;
use super::value::{tokens, value_type};
use super::{docs, ident};
use crate::lower::Catalog;

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
        let value = tokens(&value_type(attribute));
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
        /// What all enums of codes share, for code that handles any of them. Each enum has the same as methods of its own,
        /// most of them `const`.
        ///
        /// The trait is sealed: it cannot be implemented for other types. A new attribute adds a method.
        #[allow(private_bounds)]
        pub trait Code: Sealed + Copy + Ord + Send + Sync + 'static
        where
            Self: ::core::hash::Hash + ::core::fmt::Debug + ::core::fmt::Display,
            Self: ::core::str::FromStr<Err = UnknownCode<Self>>,
        {
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
        /// Seals [`Code`]: only the enums of this module have it.
        trait Sealed {}
    }
}
