//! The methods of the enums of codes. Each is written once, in a macro that the enums call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::http::{Receiver, status_code_method, status_type};
use super::messages::{lang_column, message_column, partial_languages};
use super::print::members_macro;
use super::rows::attribute_column;
use super::value::{returned_type, tokens};
use super::{docs, ident};
use crate::lower::{Catalog, Table};
use crate::model::Attribute;
use crate::names;

/// Returns the text of each macro.
pub(super) fn emit(catalog: &Catalog<'_>) -> Vec<String> {
    let mut macros = vec![
        members_macro(
            "The methods of every enum of codes.",
            "code_methods",
            code_methods(catalog),
        ),
        members_macro(
            "The methods of `Code` that call the enum's own.",
            "code_forwards",
            code_forwards(catalog),
        ),
    ];
    if catalog.has_printed() {
        macros.push(members_macro(
            "The method of enums whose table has printed texts.",
            PRINTED_METHODS,
            printed_method(),
        ));
        macros.push(members_macro(
            "`printed` of `Code`, which calls the enum's own.",
            PRINTED_FORWARDS,
            quote! {
                fn printed(self, lang: Lang) -> Option<&'static str> {
                    self.printed(lang)
                }
            },
        ));
    }
    let model = catalog.model;
    for (index, attribute) in model.attributes.iter().enumerate() {
        let has_column = |table: &Table<'_>| table.model.attributes.contains(&index);
        if attribute.optional && catalog.tables.iter().any(has_column) {
            let name = &attribute.name.text;
            macros.push(members_macro(
                &format!("The method of enums whose table has `{name}`."),
                &methods_macro(attribute),
                attribute_method(attribute),
            ));
            macros.push(members_macro(
                &format!("`{name}` of `Code`, which calls the enum's own."),
                &forwards_macro(attribute),
                attribute_forward(attribute),
            ));
        }
    }
    macros
}

/// The macro with the method of enums whose table has printed texts.
pub(super) const PRINTED_METHODS: &str = "printed_methods";

/// The macro that forwards to that method.
pub(super) const PRINTED_FORWARDS: &str = "printed_forwards";

/// Returns the name of the macro with an optional attribute's method.
pub(super) fn methods_macro(attribute: &Attribute) -> String {
    format!("{}_methods", attribute.name.text)
}

/// Returns the name of the macro that forwards to an optional attribute's method.
pub(super) fn forwards_macro(attribute: &Attribute) -> String {
    format!("{}_forwards", attribute.name.text)
}

/// Returns the attributes that are not optional.
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
            /// Returns the codes with an HTTP status, in code order.
            pub fn with_status(status: u16) -> impl Iterator<Item = Self> {
                <Self as Code>::with_status(status)
            }
        }
    });
    let status_code = status_code_method(catalog, Receiver::Code);
    let attributes = required(catalog).map(attribute_method);
    let into_result = model.success().map(|attribute| {
        let name = ident(&attribute.name.text);
        quote! {
            /// Returns `Ok` for a success, and an error with the code for everything else, so that `?` continues only after a success.
            ///
            /// # Errors
            ///
            /// Returns the code if it is not a success.
            pub const fn into_result(self) -> Result<(), NotSuccessful<Self>> {
                if is_success(self.#name()) {
                    Ok(())
                } else {
                    Err(NotSuccessful { code: Received::Known(self), message: None })
                }
            }
        }
    });
    let of_query =
        (model.query()).map(|attribute| of_query(attribute, &quote!(pub const), &quote!(self)));
    let entries = entries_method(catalog);
    let arguments = argument_methods(catalog);
    let try_render = model.rust.errors.then(try_render_method);
    // `&ALL` instead of a list: rustc would check each variant of it again, in time quadratic in their number.
    quote! {
        /// Every code, in code order.
        pub const ALL: &'static [Self] = &ALL;
        /// Returns the code as it is sent.
        pub const fn code(self) -> &'static str {
            CODES.at(self as usize)
        }
        /// Returns the name of the variant.
        pub const fn name(self) -> &'static str {
            NAMES.at(self as usize)
        }
        #languages
        #http
        #status_code
        #(#attributes)*
        #into_result
        #of_query
        #entries
        #arguments
        #try_render
    }
}

/// Returns the method `of_query` with these qualifiers and this receiver: of the enums, of the trait or of `Received`.
pub(super) fn of_query(
    attribute: &Attribute,
    qualifiers: &TokenStream,
    receiver: &TokenStream,
) -> TokenStream {
    let name = ident(&attribute.name.text);
    let value = tokens(&returned_type(attribute));
    let doc = docs::of_query(attribute);
    quote! {
        /// Returns what this code, in reply to a query, says about the queried operation.
        #[doc = ""]
        #[doc = #doc]
        #qualifiers fn of_query(#receiver) -> #value {
            self.#name().of_query()
        }
    }
}

/// The messages, by language.
fn language_methods(catalog: &Catalog<'_>) -> TokenStream {
    let tags: Vec<&str> = catalog.model.tags().collect();
    let methods: Vec<_> = (tags.iter()).map(|tag| ident(&names::snake(tag))).collect();
    let variants = tags.iter().map(|tag| ident(&names::upper_camel(tag)));
    let columns = columns(catalog);
    let message_lang = message_lang(catalog);
    let partial = partial_languages(catalog);
    let docs = tags.iter().enumerate().map(|(index, tag)| {
        if partial.contains(&index) {
            format!(" Returns the message in `{tag}`, or in a fallback if it is missing.")
        } else {
            format!(" Returns the message in `{tag}`.")
        }
    });
    quote! {
        #(
            #[doc = #docs]
            pub const fn #methods(self) -> &'static str {
                #columns.at(self as usize)
            }
        )*
        /// Returns the message in a language. Placeholders appear as `{name}`.
        pub const fn message(self, lang: Lang) -> &'static str {
            match lang {
                #(Lang::#variants => self.#methods(),)*
            }
        }
        #message_lang
    }
}

/// The method that returns the printed messages.
fn printed_method() -> TokenStream {
    quote! {
        /// Returns the printed message, misprints included; `None` if the document has none in this language.
        pub const fn printed(self, lang: Lang) -> Option<&'static str> {
            const INDICES: [usize; Lang::ALL.len()] = printed_languages(COLUMNS);
            printed_text(&PRINTED[self as usize], INDICES[lang as usize])
        }
    }
}

/// The method that returns the language of a message.
fn message_lang(catalog: &Catalog<'_>) -> TokenStream {
    let tags: Vec<&str> = catalog.model.tags().collect();
    let partial = partial_languages(catalog);
    let variants = (partial.iter()).map(|index| ident(&names::upper_camel(tags[*index])));
    let columns = (partial.iter()).map(|index| format_ident!("{}", lang_column(tags[*index])));
    let rest = (partial.len() < tags.len()).then(|| quote!(lang => lang,));
    let body = if partial.is_empty() {
        quote!(lang)
    } else {
        quote! {
            match lang {
                #(Lang::#variants => #columns.at(self as usize),)*
                #rest
            }
        }
    };
    quote! {
        /// Returns the language in which `message` returns the message: a fallback if the code has no message in this language.
        pub const fn message_lang(self, lang: Lang) -> Lang {
            #body
        }
    }
}

/// Returns the columns of the messages, in the order of the languages.
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

/// The method that returns the rows of a code.
fn entries_method(catalog: &Catalog<'_>) -> TokenStream {
    let columns = columns(catalog);
    let langs = if partial_languages(catalog).is_empty() {
        quote!(LANGS)
    } else {
        let variants = (catalog.model.tags()).map(|tag| ident(&names::upper_camel(tag)));
        quote!([#(self.message_lang(Lang::#variants)),*])
    };
    let (names, printed) = if catalog.has_printed() {
        (quote!(COLUMNS), quote!(&PRINTED[index]))
    } else {
        (quote!(&[]), quote!(&[]))
    };
    quote! {
        /// Returns every row of the table with the code, in the order of the table. The first one supplies the message.
        pub const fn entries(self) -> Entries {
            let index = self as usize;
            let first = Entry {
                scope: scope_of(SCOPES, index),
                messages: [#(#columns.at(index)),*],
                langs: #langs,
                columns: #names,
                printed: #printed,
                placeholders: self.placeholders(),
                templates: lookup_sparse(TEMPLATES, index),
            };
            Entries::new(first, lookup_sparse(ENTRIES, index))
        }
    }
}

/// The methods for messages with arguments.
fn argument_methods(catalog: &Catalog<'_>) -> TokenStream {
    let (extract, localize) = (docs::extract(catalog), docs::localize(catalog));
    let plain_and_printed = if catalog.has_printed() {
        ", plain and printed"
    } else {
        ""
    };
    let rules = format!(
        " The message is compared with those of every row{plain_and_printed}, in every language. An exact match is preferred"
    );
    quote! {
        /// Returns the names of the message's placeholders, in alphabetical order. Other rows may have others: see
        /// [`Entry::placeholders`].
        pub const fn placeholders(self) -> &'static [&'static str] {
            lookup_sparse(PLACEHOLDERS, self as usize)
        }
        /// Returns the message in a language, with arguments in place of its placeholders. A placeholder without an
        /// argument appears as `{name}`. If the arguments fill all placeholders of another row of the code, and more than
        /// those of the first row, the result is the message of that row.
        pub const fn render<'a>(
            self,
            lang: Lang,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> Rendered<'a> {
            let rows = lookup_sparse(ENTRIES, self as usize);
            let template = match filled_row(rows, self.placeholders(), arguments) {
                Some(row) => row.message(lang),
                None => self.message(lang),
            };
            Rendered { template, arguments }
        }
        #[doc = #extract]
        #[doc = ""]
        #[doc = #rules]
        /// to one that ignores white space, final punctuation, and whether punctuation is half-width or full-width, then the text
        /// with the most fixed parts, then the first. Each argument is as short as possible but not blank, the first one before
        /// the others. A repeated placeholder has the same argument each time.
        pub fn extract(self, text: &str) -> Option<Arguments<'_>> {
            <Self as Code>::extract(self, text)
        }
        #[doc = #localize]
        /// See [`extract`](Self::extract).
        pub fn localize(self, text: &str, lang: Lang) -> Option<alloc::string::String> {
            <Self as Code>::localize(self, text, lang)
        }
    }
}

/// The method that reports arguments that do not fit the message.
fn try_render_method() -> TokenStream {
    quote! {
        /// Returns the message like [`render`](Self::render), or an error with the names of arguments that are missing or unknown.
        ///
        /// # Errors
        ///
        /// Returns the names of the arguments that are missing or unknown.
        pub fn try_render<'a>(
            self,
            lang: Lang,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> Result<Rendered<'a>, ArgumentError> {
            let rows = lookup_sparse(ENTRIES, self as usize);
            let placeholders = match filled_row(rows, self.placeholders(), arguments) {
                Some(row) => row.placeholders(),
                None => self.placeholders(),
            };
            ArgumentError::check(placeholders, arguments)?;
            Ok(self.render(lang, arguments))
        }
    }
}

/// The methods of `Code`, each of which calls the enum's own.
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
        fn message_lang(self, lang: Lang) -> Lang {
            self.message_lang(lang)
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
