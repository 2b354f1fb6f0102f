//! The methods of the enums of codes. They stand once, in macros: each enum calls those for what its table has.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::http::status_type;
use super::print::members_macro;
use super::rows::{attribute_column, message_column};
use super::value::{returned_type, tokens};
use super::{docs, ident};
use crate::lower::Catalog;
use crate::model::Attribute;
use crate::names;

/// The macros, each with its text.
pub(super) fn emit(catalog: &Catalog<'_>) -> Vec<String> {
    let mut macros = vec![
        members_macro(
            "What every enum of codes has.",
            "code_methods",
            code_methods(catalog),
        ),
        members_macro(
            "The methods of `Code` that every enum has itself.",
            "code_forwards",
            code_forwards(catalog),
        ),
    ];
    let model = catalog.model;
    for (index, attribute) in model.attributes.iter().enumerate() {
        let has_it = |table: &crate::lower::Table<'_>| table.model.attributes.contains(&index);
        if attribute.optional && catalog.tables.iter().any(has_it) {
            let name = &attribute.name.text;
            macros.push(members_macro(
                &format!("What the enums of tables with `{name}` have besides."),
                &methods_macro(attribute),
                attribute_method(attribute),
            ));
            macros.push(members_macro(
                &format!("`{name}` of `Code`."),
                &forwards_macro(attribute),
                attribute_forward(attribute),
            ));
        }
    }
    macros
}

/// The macro of an optional attribute's methods.
pub(super) fn methods_macro(attribute: &Attribute) -> String {
    format!("{}_methods", attribute.name.text)
}

/// The macro of what forwards to an optional attribute's methods.
pub(super) fn forwards_macro(attribute: &Attribute) -> String {
    format!("{}_forwards", attribute.name.text)
}

/// The attributes that each code has.
fn required<'a>(catalog: &Catalog<'a>) -> impl Iterator<Item = &'a Attribute> {
    let attributes = catalog.model.attributes.iter();
    attributes.filter(|attribute| !attribute.optional)
}

fn code_methods(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let languages = language_methods(catalog);
    let http = model.http.as_ref().map(|http| {
        let doc = docs::comment(&http.doc);
        let returned = status_type(http, false);
        quote! {
            #[doc = #doc]
            pub const fn http_status(self) -> #returned {
                HTTP_STATUS.at(self as usize)
            }
            /// The codes that have an HTTP status, in code order.
            pub fn with_status(status: u16) -> impl Iterator<Item = Self> {
                <Self as Code>::with_status(status)
            }
        }
    });
    let attributes = required(catalog).map(attribute_method);
    let into_result = model.success().map(|attribute| {
        let name = ident(&attribute.name.text);
        quote! {
            /// `Ok` for a success, an error that carries the code for everything else: with `?`, only a success goes on.
            pub const fn into_result(self) -> Result<(), NotSuccessful<Self>> {
                if is_success(self.#name()) {
                    Ok(())
                } else {
                    Err(NotSuccessful(Received::Known(self)))
                }
            }
        }
    });
    let entries = entries_method(catalog);
    let arguments = argument_methods();
    // `&ALL` rather than `Self::ALL`: rustc would look at each variant of that again, in a time quadratic in their number.
    quote! {
        /// Every code, in code order.
        pub const ALL: &'static [Self] = &ALL;
        /// The code, as the provider sends it.
        pub const fn code(self) -> &'static str {
            CODES.at(self as usize)
        }
        /// The variant's name.
        pub const fn name(self) -> &'static str {
            NAMES.at(self as usize)
        }
        #languages
        #http
        #(#attributes)*
        #into_result
        #entries
        #arguments
    }
}

/// Messages, by language and all together, and what the document prints for them.
fn language_methods(catalog: &Catalog<'_>) -> TokenStream {
    let tags: Vec<&str> = catalog.model.tags().collect();
    let methods: Vec<_> = (tags.iter()).map(|tag| ident(&names::snake(tag))).collect();
    let variants = tags.iter().map(|tag| ident(&names::upper_camel(tag)));
    let columns = columns(catalog);
    let docs = tags.iter().map(|tag| format!(" The message in `{tag}`."));
    quote! {
        #(
            #[doc = #docs]
            pub const fn #methods(self) -> &'static str {
                #columns.at(self as usize)
            }
        )*
        /// The message in a language. Where it has placeholders, they stand in it as `{name}`.
        pub const fn message(self, lang: Lang) -> &'static str {
            match lang {
                #(Lang::#variants => self.#methods(),)*
            }
        }
        /// The message as the document prints it, misprints and all; `None` where it prints none.
        pub const fn printed(self, lang: Lang) -> Option<&'static str> {
            const INDICES: [usize; Lang::ALL.len()] = printed_languages(COLUMNS);
            printed_text(&PRINTED[self as usize], INDICES[lang as usize])
        }
    }
}

/// The columns of the messages, in the order of the languages.
fn columns(catalog: &Catalog<'_>) -> Vec<proc_macro2::Ident> {
    (catalog.model.tags())
        .map(|tag| format_ident!("{}", message_column(tag)))
        .collect()
}

fn attribute_method(attribute: &Attribute) -> TokenStream {
    let doc = docs::comment(&attribute.doc);
    let name = ident(&attribute.name.text);
    let column = format_ident!("{}", attribute_column(attribute));
    let returned = tokens(&returned_type(attribute));
    quote! {
        #[doc = #doc]
        pub const fn #name(self) -> #returned {
            #column.at(self as usize)
        }
    }
}

fn attribute_forward(attribute: &Attribute) -> TokenStream {
    let name = ident(&attribute.name.text);
    let returned = tokens(&returned_type(attribute));
    quote! {
        fn #name(self) -> #returned {
            self.#name()
        }
    }
}

/// The rows of the document.
fn entries_method(catalog: &Catalog<'_>) -> TokenStream {
    let columns = columns(catalog);
    quote! {
        /// Every row of the document that has the code, in the document's order; the first gives the message.
        pub const fn entries(self) -> Entries {
            let index = self as usize;
            let first = Entry {
                scope: scope_of(SCOPES, index),
                messages: [#(#columns.at(index)),*],
                columns: COLUMNS,
                printed: &PRINTED[index],
                placeholders: self.placeholders(),
                templates: lookup_sparse(TEMPLATES, index),
            };
            Entries::new(first, lookup_sparse(ENTRIES, index))
        }
    }
}

/// Messages with arguments.
fn argument_methods() -> TokenStream {
    quote! {
        /// The names of the message's placeholders, in the order of the alphabet.
        pub const fn placeholders(self) -> &'static [&'static str] {
            lookup_sparse(PLACEHOLDERS, self as usize)
        }
        /// The message in a language, with arguments in the place of its placeholders. A placeholder without an argument
        /// stays visible as `{name}`.
        pub const fn render<'a>(
            self,
            lang: Lang,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> Rendered<'a> {
            Rendered { template: self.message(lang), arguments }
        }
        /// The arguments of a message that was received with this code; `None` where it has none of the code's wordings.
        ///
        /// The wordings are those of every row, plain and printed, in every language. One that fits to the letter is
        /// preferred to one that fits but for white space and final punctuation; then the one with the most fixed text;
        /// then the first. Where several arguments would do, each is as short as it can be, the first one before the
        /// others; a placeholder that stands twice has the same argument twice.
        pub fn extract(self, text: &str) -> Option<Arguments<'_>> {
            <Self as Code>::extract(self, text)
        }
        /// A message that was received with this code, in a language; `None` where it has none of the code's wordings (see
        /// [`extract`](Self::extract)).
        pub fn localize(self, text: &str, lang: Lang) -> Option<alloc::string::String> {
            <Self as Code>::localize(self, text, lang)
        }
    }
}

/// The trait's methods, each of which is the enum's own.
fn code_forwards(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let into_result = model.success().map(|_| {
        quote! {
            fn into_result(self) -> Result<(), NotSuccessful<Self>> {
                self.into_result()
            }
        }
    });
    let http = model.http.as_ref().map(|http| {
        let returned = status_type(http, false);
        quote! {
            fn http_status(self) -> #returned {
                self.http_status()
            }
        }
    });
    let attributes = required(catalog).map(attribute_forward);
    quote! {
        const ALL: &'static [Self] = &ALL;
        fn from_code(code: &str) -> Option<Self> {
            Self::from_code(code)
        }
        fn code(self) -> &'static str {
            self.code()
        }
        fn name(self) -> &'static str {
            self.name()
        }
        fn message(self, lang: Lang) -> &'static str {
            self.message(lang)
        }
        fn printed(self, lang: Lang) -> Option<&'static str> {
            self.printed(lang)
        }
        fn entries(self) -> Entries {
            self.entries()
        }
        fn placeholders(self) -> &'static [&'static str] {
            self.placeholders()
        }
        fn render<'a>(
            self,
            lang: Lang,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> Rendered<'a> {
            self.render(lang, arguments)
        }
        #into_result
        #http
        #(#attributes)*
    }
}
