//! The trait `Code`.

use proc_macro2::TokenStream;
use quote::quote;

use super::http::{Receiver, status_code_method, status_type};
use super::value::{tokens, value_type};
use super::{docs, ident, methods};
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
            /// Returns the codes with an HTTP status, in code order.
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
    let status_code = status_code_method(catalog, Receiver::Trait);
    let into_result = model.success().map(|_| {
        quote! {
            /// Returns `Ok` for a success, and an error with the code for everything else, so that `?` continues only after a success.
            ///
            /// # Errors
            ///
            /// Returns the code if it is not a success.
            fn into_result(self) -> Result<(), NotSuccessful<Self>>;
        }
    });
    let printed = catalog.has_printed().then(|| {
        quote! {
            /// Returns the printed message, misprints included; `None` if the document has none in this language, or if the table
            /// has no printed texts.
            fn printed(self, lang: Lang) -> Option<&'static str> {
                let _ = lang;
                None
            }
        }
    });
    let (extract, localize) = (docs::extract(catalog), docs::localize(catalog));
    let of_query = (model.query())
        .map(|attribute| methods::of_query(attribute, &TokenStream::new(), &quote!(self)));
    quote! {
        /// The methods of all enums of codes, for generic functions. Each enum also has them as inherent methods, most of them `const`.
        ///
        /// The trait is sealed, so that a new attribute can add a method.
        #[allow(private_bounds)]
        pub trait Code: Sealed + Copy + Ord + Send + Sync + 'static
        where
            Self: ::core::hash::Hash + ::core::fmt::Debug + ::core::fmt::Display,
            Self: ::core::str::FromStr<Err = UnknownCode<Self>>,
        {
            /// The name of the table in the catalog. Together with the code, it identifies a code of any table, such as in logs.
            const TABLE: &'static str;
            /// The path of the enum within the generated code: `module::Type`.
            const PATH: &'static str;
            /// Every code, in code order.
            const ALL: &'static [Self];
            /// Returns the variant of a code; `None` if there is none. The text is not trimmed, and case matters.
            fn from_code(code: &str) -> Option<Self>;
            /// Returns the variant whose code is a number; `None` if there is none, or if the codes are not numbers. The method
            /// of the enum itself takes an `i64` if the codes may be negative, otherwise a `u64`.
            #[must_use]
            fn from_number(number: i128) -> Option<Self> {
                let _ = number;
                None
            }
            /// Returns the code as it is sent.
            fn code(self) -> &'static str;
            /// Returns the code as a number; `None` if the codes are not numbers.
            fn number(self) -> Option<i128> {
                None
            }
            /// Returns the name of the variant.
            fn name(self) -> &'static str;
            /// Returns the message in a language. Placeholders appear as `{name}`.
            fn message(self, lang: Lang) -> &'static str;
            /// Returns the language in which `message` returns the message: a fallback if the code has no message in this language.
            fn message_lang(self, lang: Lang) -> Lang;
            #printed
            /// Returns every row of the table with the code, in the order of the table.
            fn entries(self) -> Entries;
            /// Returns the names of the message's placeholders, in alphabetical order.
            fn placeholders(self) -> &'static [&'static str];
            /// Returns the message in a language, with arguments in place of its placeholders. If the arguments fill all placeholders
            /// of another row of the code, and more than those of the first row, the result is the message of that row.
            fn render<'a>(
                self,
                lang: Lang,
                arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
            ) -> Rendered<'a>;
            #[doc = #extract]
            fn extract(self, text: &str) -> Option<Arguments<'_>> {
                extract(&self.entries(), text)
            }
            #[doc = #localize]
            fn localize(self, text: &str, lang: Lang) -> Option<alloc::string::String> {
                Some(self.extract(text)?.render(lang))
            }
            #into_result
            #of_query
            #http
            #status_code
            #(#attributes)*
        }
        /// Seals [`Code`]: only the enums of codes implement it.
        trait Sealed {}
    }
}
