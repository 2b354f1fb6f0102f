//! Marks every function with `#[inline]`.
//!
//! The crate with the tables then has little to compile, and a program compiles only what it calls. The files of `support`
//! have the attribute already.

use proc_macro2::Span;
use syn::{AttrStyle, Attribute, File, Ident, ImplItem, Item, Meta, TraitItem};

/// Adds `#[inline]` to each function with a body.
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
