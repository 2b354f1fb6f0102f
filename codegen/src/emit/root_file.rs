//! `mod.rs`: what all tables of a catalog share, and the inclusion of the other files.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    SUPPORT_FILE, code_trait, enums, http, ident, literal, methods, module_file, print, received,
    serde, support,
};
use crate::escape::markdown;
use crate::lower::Catalog;
use crate::model::Kind;
use crate::names;

/// Returns the text of `mod.rs`.
pub(super) fn emit(catalog: &Catalog<'_>) -> String {
    let lang = lang(catalog);
    let mut parts = vec![print::items(quote! {
        extern crate alloc;
        #lang
    })];
    parts.extend(support::of_values(catalog).into_iter().map(str::to_owned));
    for attribute in &catalog.model.attributes {
        parts.extend(enums::of_attribute(attribute).map(print::items));
    }
    parts.extend(value_traits(catalog));
    let code_trait = code_trait::code_trait(catalog);
    let received = received::methods(catalog);
    let is_success = received::is_success(catalog);
    let http = http::conversions(catalog);
    let unknown_code = &catalog.model.unknown_code;
    parts.push(print::items(quote! {
        #code_trait
        #received
        #is_success
        #http
        /// The text of unknown codes in each language.
        const UNKNOWN_CODE: [&str; Lang::ALL.len()] = [#(#unknown_code),*];
    }));
    if catalog.model.success().is_some() {
        parts.push(support::NOT_SUCCESSFUL.to_owned());
    }
    parts.extend(serde::fields(catalog));
    if catalog.model.rust.errors {
        parts.push(support::CODE_ERROR.to_owned());
        parts.extend(serde::code_error(catalog));
    }
    parts.extend(support::of_tables(catalog).into_iter().map(str::to_owned));
    parts.extend(support::sqlx(catalog, "C", "Received<C>"));
    parts.extend(methods::emit(catalog));
    parts.push(format!("include!({});\n", literal::string(SUPPORT_FILE)));
    parts.push(modules(catalog));
    parts.join("\n")
}

/// Returns the macro calls that implement the traits of the enums of values.
fn value_traits(catalog: &Catalog<'_>) -> Option<String> {
    let mut lines = String::new();
    let attributes = catalog.model.attributes.iter();
    for attribute in attributes.filter(|attribute| matches!(attribute.kind, Kind::Enum(_))) {
        let name = names::upper_camel(&attribute.name.text);
        lines.push_str(&format!("value_traits!({name});\n"));
        lines.extend(serde::of_values(catalog, &name));
    }
    (!lines.is_empty()).then_some(lines)
}

/// Returns the modules, with nested modules inside others.
fn modules(catalog: &Catalog<'_>) -> String {
    let mut out = String::new();
    let mut open: Vec<&String> = Vec::new();
    for (path, module) in &catalog.modules {
        while !open.iter().copied().eq(path.iter().take(open.len())) {
            open.pop();
            close(open.len(), &mut out);
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let doc = match module.doc {
            Some(doc) => markdown(doc),
            None => format!("The codes of `{}`.", path.join("::")),
        };
        let (indent, name) = ("    ".repeat(open.len()), &path[path.len() - 1]);
        literal::doc_comments(&mut out, &indent, &doc);
        let mut tables = module.tables.iter().map(|index| &catalog.tables[*index]);
        if tables.any(|table| table.model.enum_options.has_macros()) {
            out.push_str(&format!(
                "{indent}#[allow(deprecated)] // Derive macros name retired variants.\n"
            ));
        }
        out.push_str(&format!("{indent}pub mod {} {{\n", ident(name)));
        if !module.tables.is_empty() {
            let file = literal::string(&module_file(path));
            out.push_str(&format!("{indent}    include!({file});\n"));
        }
        open.push(name);
    }
    for depth in (0..open.len()).rev() {
        close(depth, &mut out);
    }
    out
}

fn close(depth: usize, out: &mut String) {
    out.push_str(&"    ".repeat(depth));
    out.push_str("}\n");
}

/// Returns the enum `Lang`.
fn lang(catalog: &Catalog<'_>) -> TokenStream {
    let model = catalog.model;
    let variants: Vec<_> = model
        .tags()
        .map(|tag| ident(&names::upper_camel(tag)))
        .collect();
    let tags: Vec<&str> = model.tags().collect();
    let docs = tags.iter().map(|tag| format!(" `{tag}`"));
    let display = &variants[model.display];
    let display_doc = format!(" The language of `Display`: `{}`.", tags[model.display]);
    let fallbacks = model.fallbacks.iter().map(|fallback| {
        let (tag, variant) = (&fallback.tag, &variants[fallback.language]);
        quote!((#tag, Self::#variant))
    });
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
            /// The languages that serve tags which no language has.
            const FALLBACKS: &'static [(&'static str, Self)] = &[#(#fallbacks),*];
            /// Returns the BCP 47 tag.
            pub const fn tag(self) -> &'static str {
                match self {
                    #(Self::#variants => #tags,)*
                }
            }
            /// Returns the language with a BCP 47 tag, in upper or lower case, with hyphens or underscores.
            pub const fn from_tag(tag: &str) -> Option<Self> {
                let mut index = 0;
                while index < Self::ALL.len() {
                    if is_same_tag(Self::ALL[index].tag(), tag) {
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
