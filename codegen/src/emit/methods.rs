//! The methods of a table's enum. They index its arrays; none has an arm for each code.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use super::root::value_type;
use super::table::{attribute_array, has_more, message_array};
use crate::lower::{Catalog, Table};
use crate::names;

/// All that is implemented for a table's enum. `root` is the way out to `mod.rs`.
pub(super) fn impls(
    catalog: &Catalog<'_>,
    table: &Table<'_>,
    finders: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    let name = ident(&table.model.type_name.text);
    let own = own_methods(catalog, table, finders, root);
    let code = code_methods(catalog, table, root);
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
            type Err = #root UnknownCode;
            fn from_str(code: &str) -> Result<Self, #root UnknownCode> {
                match Self::from_code(code) {
                    Some(code) => Ok(code),
                    None => Err(#root UnknownCode::new(PATH, code)),
                }
            }
        }
        impl TryFrom<&str> for #name {
            type Error = #root UnknownCode;
            fn try_from(code: &str) -> Result<Self, #root UnknownCode> {
                code.parse()
            }
        }
    }
}

/// The `const` methods of the enum itself.
fn own_methods(
    catalog: &Catalog<'_>,
    table: &Table<'_>,
    finders: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    let model = catalog.model;
    let languages = language_methods(catalog, table, root);
    let http = model.http.as_ref().map(|http| {
        let doc = format!(" {}", http.doc);
        let returned = if http.optional {
            quote!(Option<u16>)
        } else {
            quote!(u16)
        };
        quote! {
            #[doc = #doc]
            #[inline]
        pub const fn http_status(self) -> #returned {
                HTTP_STATUS[self as usize]
            }
        }
    });
    let attributes = table.model.attributes.iter().map(|index| {
        let attribute = &model.attributes[*index];
        let doc = format!(" {}", attribute.doc);
        let (name, array) = (
            ident(&attribute.name.text),
            ident(&attribute_array(attribute)),
        );
        let value = value_type(attribute, root);
        let returned = if attribute.optional {
            quote!(Option<#value>)
        } else {
            value
        };
        quote! {
            #[doc = #doc]
            #[inline]
        pub const fn #name(self) -> #returned {
                #array[self as usize]
            }
        }
    });
    let entries = entry_methods(catalog, table, root);
    quote! {
        /// Every code, in code order.
        pub const ALL: &'static [Self] = &ALL;
        #finders
        /// The code, as the provider sends it.
        #[inline]
        pub const fn code(self) -> &'static str {
            CODES[self as usize]
        }
        /// The variant's name.
        #[inline]
        pub const fn name(self) -> &'static str {
            NAMES[self as usize]
        }
        #languages
        #http
        #(#attributes)*
        #entries
    }
}

/// Messages, by language and all together, and what the document prints for them.
fn language_methods(catalog: &Catalog<'_>, table: &Table<'_>, root: &TokenStream) -> TokenStream {
    let tags: Vec<&str> = catalog.model.tags().collect();
    let methods: Vec<_> = tags.iter().map(|tag| ident(&names::snake(tag))).collect();
    let variants: Vec<_> = tags.iter().map(|tag| ident(&names::camel(tag))).collect();
    let arrays: Vec<_> = tags.iter().map(|tag| ident(&message_array(tag))).collect();
    let docs = tags.iter().map(|tag| format!(" The message in `{tag}`."));
    let printed = tags.iter().map(|tag| {
        let column = table.model.printed.iter().position(|column| column == tag);
        match column.map(proc_macro2::Literal::usize_unsuffixed) {
            Some(column) => quote!(PRINTED[self as usize][#column]),
            None => quote!(""),
        }
    });
    quote! {
        #(
            #[doc = #docs]
            #[inline]
        pub const fn #methods(self) -> &'static str {
                #arrays[self as usize]
            }
        )*
        /// The message in a language. Where it has placeholders, they stand in it as `{name}`.
        #[inline]
        pub const fn message(self, lang: #root Lang) -> &'static str {
            match lang {
                #(#root Lang::#variants => self.#methods(),)*
            }
        }
        /// The message as the document prints it, misprints and all; `None` where it prints none.
        #[inline]
        pub const fn printed(self, lang: #root Lang) -> Option<&'static str> {
            let text = match lang {
                #(#root Lang::#variants => #printed,)*
            };
            if text.is_empty() { None } else { Some(text) }
        }
    }
}

/// The rows of the document.
fn entry_methods(catalog: &Catalog<'_>, table: &Table<'_>, root: &TokenStream) -> TokenStream {
    let arrays = catalog.model.tags().map(|tag| ident(&message_array(tag)));
    let has_scopes = !table.model.scopes.is_empty();
    let scope = if has_scopes {
        quote!(Some(SCOPES[self as usize]))
    } else {
        quote!(None)
    };
    let (columns, printed) = if table.model.printed.is_empty() {
        (quote!(&[]), quote!(&[]))
    } else {
        (quote!(COLUMNS), quote!(&PRINTED[self as usize]))
    };
    let more = if has_more(table) {
        quote!(#root more_entries(&MORE, self as usize))
    } else {
        quote!(&[])
    };
    let in_scope = has_scopes.then(|| {
        quote! {
            /// The row of the document that applies in a scope: the scope's own, or else the one for `any`.
            #[inline]
        pub const fn entry(self, scope: Scope) -> Option<#root Entry> {
                self.entries().in_scope(scope.as_str())
            }
        }
    });
    quote! {
        /// Every row of the document that has the code, in the document's order; the first gives the message.
        #[inline]
        pub const fn entries(self) -> #root Entries {
            let first = #root Entry {
                scope: #scope,
                messages: [#(#arrays[self as usize]),*],
                columns: #columns,
                printed: #printed,
            };
            #root Entries::new(first, #more)
        }
        #in_scope
    }
}

/// The trait's methods, each of which is the enum's own.
fn code_methods(catalog: &Catalog<'_>, table: &Table<'_>, root: &TokenStream) -> TokenStream {
    let model = catalog.model;
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
        let returned = if http.optional {
            quote!(Option<u16>)
        } else {
            quote!(u16)
        };
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
    quote! {
        const ALL: &'static [Self] = Self::ALL;
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
        #http
        #(#attributes)*
    }
}
