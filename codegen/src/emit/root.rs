//! `mod.rs`: what all tables of a catalog share, and the other files.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    SUPPORT_FILE, code, http, ident, module_file, print_items, received, serde, support, text,
    words,
};
use crate::escape::markdown;
use crate::lower::Catalog;
use crate::names;

/// The text of `mod.rs`.
pub(super) fn emit(catalog: &Catalog<'_>) -> String {
    let lang = lang(catalog);
    let attributes = (catalog.model.attributes.iter())
        .filter_map(|attribute| words::attribute(catalog, attribute));
    let code = code::code_trait(catalog);
    let received = received::methods(catalog);
    let is_success = received::is_success(catalog);
    let http = http::shared(catalog);
    let serde = serde::shared(catalog);
    let display = display(catalog);
    let shared = print_items(quote! {
        extern crate alloc;
        #lang
        #(#attributes)*
        #code
        #received
        #is_success
        #http
        #serde
        #display
    });
    let mut root = spaced(&shared).replacen("pub trait Code {", code::CODE_BOUNDS, 1);
    if catalog.model.success().is_some() {
        root.push('\n');
        root.push_str(support::NOT_SUCCESSFUL);
    }
    serde::received(catalog, &mut root);
    root.push_str(&format!("\ninclude!({});\n", text::literal(SUPPORT_FILE)));
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
        let doc = match module.doc {
            Some(doc) => markdown(doc),
            None => format!("The codes of `{}`.", path.join("::")),
        };
        text::doc_comments(out, &indent, &doc);
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
    let variants: Vec<_> = model
        .tags()
        .map(|tag| ident(&names::upper_camel(tag)))
        .collect();
    let tags: Vec<&str> = model.tags().collect();
    let docs = tags.iter().map(|tag| format!(" `{tag}`"));
    let display = &variants[model.display];
    let display_doc = format!(
        " The language that `Display` speaks: `{}`.",
        tags[model.display]
    );
    let serde = serde::lang(catalog);
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
        #serde
    }
}

/// How all enums are displayed.
fn display(catalog: &Catalog<'_>) -> TokenStream {
    let alternate = if catalog.model.languages.len() > 1 {
        quote! {
            if f.alternate() {
                let mut separator = " (";
                for lang in Lang::ALL.iter().filter(|lang| **lang != Lang::DISPLAY) {
                    let message = code.render(*lang, &[]);
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
            let message = code.render(Lang::DISPLAY, &[]);
            write!(f, "{} {message}", code.code())?;
            #alternate
            Ok(())
        }
    }
}
