//! `mod.rs`: what all tables of a catalog share, and the modules.

use proc_macro2::TokenStream;
use quote::quote;

use super::{ident, module_file, print, support, text};
use crate::lower::Catalog;
use crate::model::{Attribute, Kind, Word};
use crate::names;

/// The text of `mod.rs`.
pub(super) fn emit(catalog: &Catalog<'_>) -> String {
    let lang = lang(catalog);
    let attributes =
        catalog
            .model
            .attributes
            .iter()
            .filter_map(|attribute| match &attribute.kind {
                Kind::Enum(words) => Some(word_enum(
                    &names::camel(&attribute.name.text),
                    &attribute.doc,
                    words,
                )),
                Kind::Text | Kind::Integer | Kind::Flag => None,
            });
    let code = code_trait(catalog);
    let display = display(catalog);
    let shared = print(quote! {
        extern crate alloc;
        #lang
        #(#attributes)*
        #code
        #display
    });
    let mut root = spaced(&shared).replacen("pub trait Code {", CODE_BOUNDS, 1);
    for file in support::FILES {
        root.push('\n');
        root.push_str(file);
    }
    modules(catalog, &mut root);
    root
}

/// The modules, those within others inside them.
fn modules(catalog: &Catalog<'_>, out: &mut String) {
    let mut open: Vec<&String> = Vec::new();
    for (path, module) in &catalog.modules {
        while !path.starts_with(&open.iter().map(|name| (*name).clone()).collect::<Vec<_>>()) {
            open.pop();
            close(open.len(), out);
        }
        let indent = "    ".repeat(open.len());
        let name = &path[path.len() - 1];
        out.push('\n');
        let default = format!("The codes of `{}`.", path.join("::"));
        text::doc_comments(out, &indent, module.doc.unwrap_or(&default));
        out.push_str(&format!("{indent}pub mod {} {{\n", ident(name)));
        if !module.tables.is_empty() {
            out.push_str(&format!(
                "{indent}    include!({});\n",
                text::literal(&module_file(path))
            ));
        }
        open.push(name);
    }
    for depth in (0..open.len()).rev() {
        close(depth, out);
    }
}

fn close(depth: usize, out: &mut String) {
    out.push_str(&"    ".repeat(depth));
    out.push_str("}\n");
}

/// Puts an empty line between items, which prettyplease leaves out.
pub(super) fn spaced(items: &str) -> String {
    let mut out = String::with_capacity(items.len());
    for line in items.lines() {
        out.push_str(line);
        out.push('\n');
        let ends_item = line == "}"
            || line == "};"
            || (line.starts_with("extern crate") && line.ends_with(';'));
        let ends_member = line == "    }";
        if ends_item || ends_member {
            out.push('\n');
        }
    }
    out.replace("\n\n}", "\n}").trim_end().to_owned() + "\n"
}

/// `Lang`.
fn lang(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let variants: Vec<_> = model.tags().map(|tag| ident(&names::camel(tag))).collect();
    let tags: Vec<&str> = model.tags().collect();
    let docs = tags.iter().map(|tag| format!(" `{tag}`"));
    let display = &variants[model.display];
    let display_doc = format!(
        " The language that `Display` speaks: `{}`.",
        tags[model.display]
    );
    quote! {
        /// A language of the messages, by its BCP 47 tag.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Lang {
            #(#[doc = #docs] #variants,)*
        }
        impl Lang {
            /// Every language, in the catalog's order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            #[doc = #display_doc]
            pub const DISPLAY: Self = Self::#display;
            /// The BCP 47 tag.
            pub const fn tag(self) -> &'static str {
                match self {
                    #(Self::#variants => #tags,)*
                }
            }
            /// The language of a BCP 47 tag, whatever its case (RFC 5646, section 2.1.1).
            pub const fn from_tag(tag: &str) -> Option<Self> {
                let mut index = 0;
                while index < Self::ALL.len() {
                    if Self::ALL[index].tag().eq_ignore_ascii_case(tag) {
                        return Some(Self::ALL[index]);
                    }
                    index += 1;
                }
                None
            }
        }
        impl ::core::fmt::Display for Lang {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.tag())
            }
        }
    }
}

/// The enum of a closed vocabulary: an attribute's values, or a module's scopes.
pub(super) fn word_enum(name: &str, doc: &str, words: &[Word]) -> TokenStream {
    let name = ident(name);
    let doc = format!(" {doc}");
    let variants: Vec<_> = words
        .iter()
        .map(|word| ident(&names::camel(&word.name.text)))
        .collect();
    let texts: Vec<&str> = words.iter().map(|word| word.name.text.as_str()).collect();
    let docs = words.iter().map(|word| format!(" {}", word.doc));
    quote! {
        #[doc = #doc]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #name {
            #(#[doc = #docs] #variants,)*
        }
        impl #name {
            /// Every value, in the catalog's order.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
            /// The value as the data writes it.
            pub const fn as_str(self) -> &'static str {
                match self {
                    #(Self::#variants => #texts,)*
                }
            }
        }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    }
}

/// The type of an attribute's values, seen from a module as deep as `root` leads out of.
pub(super) fn value_type(attribute: &Attribute, root: &TokenStream) -> TokenStream {
    match &attribute.kind {
        Kind::Enum(_) => {
            let name = ident(&names::camel(&attribute.name.text));
            quote!(#root #name)
        }
        Kind::Text => quote!(&'static str),
        Kind::Integer => quote!(i64),
        Kind::Flag => quote!(bool),
    }
}

/// What `Code` demands of an enum. Written here as rustfmt would, because prettyplease breaks long bounds badly.
const CODE_BOUNDS: &str = "\
pub trait Code:
    Copy
    + Ord
    + ::core::hash::Hash
    + ::core::fmt::Debug
    + ::core::fmt::Display
    + ::core::str::FromStr<Err = UnknownCode>
    + Send
    + Sync
    + 'static
{";

/// The trait `Code`.
fn code_trait(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let http = model.http.as_ref().map(|http| {
        let doc = format!(" {}", http.doc);
        let returned = if http.optional {
            quote!(Option<u16>)
        } else {
            quote!(u16)
        };
        quote! {
            #[doc = #doc]
            fn http_status(self) -> #returned;
        }
    });
    let attributes = model.attributes.iter().map(|attribute| {
        let name = ident(&attribute.name.text);
        let doc = format!(" {}", attribute.doc);
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
    quote! {
        /// What all the enums share, for code that handles any of them. Each enum has the same as `const` methods of
        /// its own.
        pub trait Code {
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
            #http
            #(#attributes)*
        }
    }
}

/// How all enums are displayed.
fn display(catalog: &Catalog<'_>) -> TokenStream {
    let alternate = if catalog.model.languages.len() > 1 {
        quote! {
            if f.alternate() {
                let mut separator = " (";
                for lang in Lang::ALL.iter().filter(|lang| **lang != Lang::DISPLAY) {
                    let message = code.message(*lang);
                    write!(f, "{separator}{message}")?;
                    separator = " / ";
                }
                f.write_str(")")?;
            }
        }
    } else {
        TokenStream::new()
    };
    quote! {
        /// The code and its message; the alternate form adds the message in the other languages.
        fn display<C: Code>(code: C, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            write!(f, "{} {}", code.code(), code.message(Lang::DISPLAY))?;
            #alternate
            Ok(())
        }
    }
}
