//! Prints items built with `quote`, with a blank line between them.
//!
//! prettyplease formats items nearly like rustfmt, but breaks some long lines elsewhere. So the items have `#[rustfmt::skip]`.

use proc_macro2::TokenStream;
use syn::parse::Parser as _;
use syn::{Attribute, File, Item};

use super::{inline, literal};

/// Returns the text of items, each with `#[rustfmt::skip]`.
pub(super) fn items(tokens: TokenStream) -> String {
    let mut file = parse(tokens);
    for item in &mut file.items {
        if let Some(attributes) = attributes(item) {
            let skip = Attribute::parse_outer.parse_str("#[rustfmt::skip]");
            attributes.extend(skip.expect("it is an attribute"));
        }
    }
    join(file)
}

/// Returns a macro without parameters that expands to members of an `impl`. They are printed as free items, which look the same.
pub(super) fn members_macro(doc: &str, name: &str, members: TokenStream) -> String {
    let members = literal::indent(&join(parse(members)), 2);
    format!(
        "/// {doc}\n#[rustfmt::skip]\nmacro_rules! {name} {{\n    () => {{\n{members}    }};\n}}\n"
    )
}

fn parse(tokens: TokenStream) -> File {
    let mut file = syn::parse2(tokens).expect("the emitters build Rust items");
    inline::all(&mut file);
    file
}

fn join(mut file: File) -> String {
    let items = std::mem::take(&mut file.items).into_iter();
    let print = |item| {
        file.items = vec![item];
        prettyplease::unparse(&file)
    };
    items.map(print).collect::<Vec<String>>().join("\n")
}

/// Returns the attributes of an item that rustfmt may format differently.
fn attributes(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    match item {
        Item::Const(item) => Some(&mut item.attrs),
        Item::Enum(item) => Some(&mut item.attrs),
        Item::Fn(item) => Some(&mut item.attrs),
        Item::Impl(item) => Some(&mut item.attrs),
        Item::Trait(item) => Some(&mut item.attrs),
        _ => None,
    }
}
