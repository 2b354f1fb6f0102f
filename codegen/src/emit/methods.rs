//! The methods of a table's enum. They read its columns; none has an arm for each code.

use proc_macro2::TokenStream;
use quote::quote;

use super::code::value_type;
use super::columns::Columns;
use super::http::status_type;
use super::table::{attribute_column, has_more, has_placeholders, has_templates, message_column};
use super::{docs, ident};
use crate::lower::{Catalog, Table};
use crate::names;

/// All that is implemented for a table's enum. `root` is the way out to `mod.rs`.
pub(super) fn impls(
    catalog: &Catalog<'_>,
    columns: &Columns<'_>,
    finders: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    let table = columns.table;
    let name = ident(&table.model.type_name.text);
    let own = own_methods(catalog, columns, finders, root);
    let code = code_methods(catalog, table, root);
    let serde = super::serde::code(catalog, &table.model.type_name.text, root);
    let http = super::http::code(catalog, &table.model.type_name.text, root);
    quote! {
        impl #name {
            #own
        }
        impl #root Code for #name {
            #code
        }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #root display(*self, f)
            }
        }
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }
        impl ::core::str::FromStr for #name {
            type Err = #root UnknownCode<Self>;
            fn from_str(code: &str) -> Result<Self, #root UnknownCode<Self>> {
                Self::from_code(code).ok_or_else(|| #root UnknownCode::new(code))
            }
        }
        impl TryFrom<&str> for #name {
            type Error = #root UnknownCode<Self>;
            fn try_from(code: &str) -> Result<Self, #root UnknownCode<Self>> {
                code.parse()
            }
        }
        #serde
        #http
    }
}

/// The methods of the enum itself.
fn own_methods(
    catalog: &Catalog<'_>,
    columns: &Columns<'_>,
    finders: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    let (model, table) = (catalog.model, columns.table);
    let this = quote!(self as usize);
    let (code, variant) = (columns.text("CODES", &this), columns.text("NAMES", &this));
    let languages = language_methods(catalog, columns, root);
    let http = model.http.as_ref().map(|http| {
        let doc = docs::comment(&http.doc);
        let returned = status_type(http, false);
        let status = columns.value("HTTP_STATUS", &this);
        quote! {
            #[doc = #doc]
            pub const fn http_status(self) -> #returned {
                #status
            }
            /// The codes that have an HTTP status, in code order.
            pub fn with_status(status: u16) -> impl Iterator<Item = Self> {
                <Self as #root Code>::with_status(status)
            }
        }
    });
    let attributes = table.model.attributes.iter().map(|index| {
        let attribute = &model.attributes[*index];
        let doc = docs::comment(&attribute.doc);
        let name = ident(&attribute.name.text);
        let of_code = columns.value(&attribute_column(attribute), &this);
        let value = value_type(attribute, root);
        let returned = if attribute.optional {
            quote!(Option<#value>)
        } else {
            value
        };
        quote! {
            #[doc = #doc]
            pub const fn #name(self) -> #returned {
                #of_code
            }
        }
    });
    let into_result = model.success().map(|attribute| {
        let name = ident(&attribute.name.text);
        quote! {
            /// `Ok` for a success, an error that carries the code for everything else: with `?`, only a success goes on.
            pub const fn into_result(self) -> Result<(), #root NotSuccessful<Self>> {
                if #root is_success(self.#name()) {
                    Ok(())
                } else {
                    let code = #root Received::Known(self);
                    Err(#root NotSuccessful(code))
                }
            }
        }
    });
    let entries = entry_methods(catalog, columns, root);
    let messages = argument_methods(table, root);
    quote! {
        /// Every code, in code order.
        pub const ALL: &'static [Self] = &ALL;
        #finders
        /// The code, as the provider sends it.
        pub const fn code(self) -> &'static str {
            #code
        }
        /// The variant's name.
        pub const fn name(self) -> &'static str {
            #variant
        }
        #languages
        #http
        #(#attributes)*
        #into_result
        #entries
        #messages
    }
}

/// Messages, by language and all together, and what the document prints for them.
fn language_methods(
    catalog: &Catalog<'_>,
    columns: &Columns<'_>,
    root: &TokenStream,
) -> TokenStream {
    let tags: Vec<&str> = catalog.model.tags().collect();
    let methods: Vec<_> = tags.iter().map(|tag| ident(&names::snake(tag))).collect();
    let variants: Vec<_> = tags
        .iter()
        .map(|tag| ident(&names::upper_camel(tag)))
        .collect();
    let messages = messages(catalog, columns);
    let docs = tags.iter().map(|tag| format!(" The message in `{tag}`."));
    let printed = tags.iter().map(|tag| {
        let column = columns
            .table
            .model
            .printed
            .iter()
            .position(|column| column == tag);
        match column.map(proc_macro2::Literal::usize_unsuffixed) {
            Some(column) => quote!(PRINTED[self as usize][#column]),
            None => quote!(""),
        }
    });
    quote! {
        #(
            #[doc = #docs]
            pub const fn #methods(self) -> &'static str {
                #messages
            }
        )*
        /// The message in a language. Where it has placeholders, they stand in it as `{name}`.
        pub const fn message(self, lang: #root Lang) -> &'static str {
            match lang {
                #(#root Lang::#variants => self.#methods(),)*
            }
        }
        /// The message as the document prints it, misprints and all; `None` where it prints none.
        pub const fn printed(self, lang: #root Lang) -> Option<&'static str> {
            let text = match lang {
                #(#root Lang::#variants => #printed,)*
            };
            if text.is_empty() { None } else { Some(text) }
        }
    }
}

/// The message of `self` in each language.
fn messages(catalog: &Catalog<'_>, columns: &Columns<'_>) -> Vec<TokenStream> {
    let message = |tag| columns.text(&message_column(tag), &quote!(self as usize));
    catalog.model.tags().map(message).collect()
}

/// The rows of the document.
fn entry_methods(catalog: &Catalog<'_>, columns: &Columns<'_>, root: &TokenStream) -> TokenStream {
    let (table, messages) = (columns.table, messages(catalog, columns));
    let has_scopes = !table.model.scopes.is_empty();
    let scope = if has_scopes {
        let scope = columns.value("SCOPES", &quote!(self as usize));
        quote!(Some(#scope))
    } else {
        quote!(None)
    };
    let (columns, printed) = if table.model.printed.is_empty() {
        (quote!(&[]), quote!(&[]))
    } else {
        (quote!(COLUMNS), quote!(&PRINTED[self as usize]))
    };
    let more = if has_more(table) {
        quote!(#root sparse(&MORE, self as usize))
    } else {
        quote!(&[])
    };
    let templates = if has_templates(catalog, table) {
        quote!(#root sparse(&TEMPLATES, self as usize))
    } else {
        quote!(&[])
    };
    let in_scope = has_scopes.then(|| {
        quote! {
            /// The row of the document that applies in a scope: the scope's own, or else the one for `any`.
            pub const fn entry(self, scope: Scope) -> Option<#root Entry> {
                self.entries().in_scope(scope.as_str())
            }
        }
    });
    quote! {
        /// Every row of the document that has the code, in the document's order; the first gives the message.
        pub const fn entries(self) -> #root Entries {
            let first = #root Entry {
                scope: #scope,
                messages: [#(#messages),*],
                columns: #columns,
                printed: #printed,
                placeholders: self.placeholders(),
                templates: #templates,
            };
            #root Entries::new(first, #more)
        }
        #in_scope
    }
}

/// Messages with arguments.
fn argument_methods(table: &Table<'_>, root: &TokenStream) -> TokenStream {
    let placeholders = if has_placeholders(table) {
        quote!(#root sparse(&PLACEHOLDERS, self as usize))
    } else {
        quote!(&[])
    };
    quote! {
        /// The names of the message's placeholders, in the order of the alphabet.
        pub const fn placeholders(self) -> &'static [&'static str] {
            #placeholders
        }
        /// The message in a language, with arguments in the place of its placeholders. A placeholder without an argument
        /// stays visible as `{name}`.
        pub const fn render<'a>(
            self,
            lang: #root Lang,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> #root Rendered<'a> {
            #root Rendered { template: self.message(lang), arguments }
        }
        /// The arguments of a message that was received with this code; `None` where it has none of the code's wordings.
        ///
        /// The wordings are those of every row, plain and printed, in every language. One that fits to the letter is
        /// preferred to one that fits but for white space and final punctuation; then the one with the most fixed text;
        /// then the first. Where several arguments would do, each is as short as it can be, the first one before the
        /// others; a placeholder that stands twice has the same argument twice.
        pub fn extract(self, text: &str) -> Option<#root Arguments<'_>> {
            <Self as #root Code>::extract(self, text)
        }
        /// A message that was received with this code, in a language; `None` where it has none of the code's wordings (see
        /// [`extract`](Self::extract)).
        pub fn localize(self, text: &str, lang: #root Lang) -> Option<#root alloc::string::String> {
            <Self as #root Code>::localize(self, text, lang)
        }
    }
}

/// The trait's methods, each of which is the enum's own.
fn code_methods(catalog: &Catalog<'_>, table: &Table<'_>, root: &TokenStream) -> TokenStream {
    let model = catalog.model;
    let path = table.path();
    let into_result = model.success().map(|_| {
        quote! {
            fn into_result(self) -> Result<(), #root NotSuccessful<Self>> {
                self.into_result()
            }
        }
    });
    let numbers = table.has_numbers().then(|| {
        quote! {
            fn from_number(number: u64) -> Option<Self> {
                Self::from_number(number)
            }
            fn number(self) -> Option<u64> {
                Some(self.number())
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
    let attributes = table.model.attributes.iter().map(|index| {
        let attribute = &model.attributes[*index];
        let name = ident(&attribute.name.text);
        let value = value_type(attribute, root);
        let returned = if attribute.optional {
            quote!(Option<#value>)
        } else {
            value
        };
        quote! {
            fn #name(self) -> #returned {
                self.#name()
            }
        }
    });
    // `&ALL` rather than `Self::ALL`: rustc would look at each variant of that again, in a time quadratic in their number.
    quote! {
        const PATH: &'static str = #path;
        const ALL: &'static [Self] = &ALL;
        fn from_code(code: &str) -> Option<Self> {
            Self::from_code(code)
        }
        fn code(self) -> &'static str {
            self.code()
        }
        #numbers
        fn name(self) -> &'static str {
            self.name()
        }
        fn message(self, lang: #root Lang) -> &'static str {
            self.message(lang)
        }
        fn printed(self, lang: #root Lang) -> Option<&'static str> {
            self.printed(lang)
        }
        fn entries(self) -> #root Entries {
            self.entries()
        }
        fn placeholders(self) -> &'static [&'static str] {
            self.placeholders()
        }
        fn render<'a>(
            self,
            lang: #root Lang,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> #root Rendered<'a> {
            self.render(lang, arguments)
        }
        #into_result
        #http
        #(#attributes)*
    }
}
