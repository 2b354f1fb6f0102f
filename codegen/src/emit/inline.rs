//! Marks every function with `#[inline]`, and with `#[must_use]` if it only returns a value.
//!
//! The crate with the tables then has little to compile, and a program compiles only what it calls. The files of `support`
//! have the attributes already.

use proc_macro2::Span;
use syn::{
    AttrStyle, Attribute, File, Ident, ImplItem, Item, Meta, ReturnType, Signature, TraitItem,
    Type, Visibility,
};

/// Adds the attributes to each function with a body.
pub(super) fn all(file: &mut File) {
    file.items.iter_mut().for_each(item);
}

fn item(item: &mut Item) {
    match item {
        Item::Fn(function) => {
            mark(&mut function.attrs, "inline");
            if is_value(&function.vis, &function.sig) {
                mark(&mut function.attrs, "must_use");
            }
        }
        Item::Impl(block) => {
            for item in &mut block.items {
                if let ImplItem::Fn(function) = item {
                    mark(&mut function.attrs, "inline");
                    if is_value(&function.vis, &function.sig) {
                        mark(&mut function.attrs, "must_use");
                    }
                }
            }
        }
        Item::Trait(declaration) => {
            for item in &mut declaration.items {
                if let TraitItem::Fn(function) = item
                    && function.default.is_some()
                {
                    mark(&mut function.attrs, "inline");
                }
            }
        }
        _ => {}
    }
}

/// Returns `true` for a public function whose value nothing else says to use: results and iterators have `#[must_use]` themselves.
fn is_value(visibility: &Visibility, signature: &Signature) -> bool {
    let ReturnType::Type(_, returned) = &signature.output else {
        return false;
    };
    let is_result =
        |path: &syn::TypePath| path.path.segments.iter().any(|part| part.ident == "Result");
    let says_so = match &**returned {
        Type::ImplTrait(_) => true,
        Type::Path(path) => is_result(path),
        _ => false,
    };
    matches!(visibility, Visibility::Public(_)) && !says_so
}

fn mark(attributes: &mut Vec<Attribute>, name: &str) {
    attributes.push(Attribute {
        pound_token: Default::default(),
        style: AttrStyle::Outer,
        bracket_token: Default::default(),
        meta: Meta::Path(Ident::new(name, Span::call_site()).into()),
    });
}
