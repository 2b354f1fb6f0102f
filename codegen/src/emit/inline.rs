//! Which functions are compiled where they are called: all of them.
//!
//! So the crate that holds the tables has next to nothing to compile, and a program compiles what it calls. The files of
//! `support` say so themselves.

use proc_macro2::Span;
use syn::{AttrStyle, Attribute, File, Ident, ImplItem, Item, Meta, TraitItem};

/// Puts `#[inline]` on each function that has a body.
pub(super) fn all(file: &mut File) {
    file.items.iter_mut().for_each(item);
}

fn item(item: &mut Item) {
    match item {
        Item::Fn(function) => mark(&mut function.attrs),
        Item::Impl(block) => {
            for item in &mut block.items {
                if let ImplItem::Fn(function) = item {
                    mark(&mut function.attrs);
                }
            }
        }
        Item::Trait(declaration) => {
            for item in &mut declaration.items {
                if let TraitItem::Fn(function) = item
                    && function.default.is_some()
                {
                    mark(&mut function.attrs);
                }
            }
        }
        _ => {}
    }
}

fn mark(attributes: &mut Vec<Attribute>) {
    attributes.push(Attribute {
        pound_token: Default::default(),
        style: AttrStyle::Outer,
        bracket_token: Default::default(),
        meta: Meta::Path(Ident::new("inline", Span::call_site()).into()),
    });
}
