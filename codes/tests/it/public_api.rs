//! Compares the public API with `public-api.txt`, so that changes are visible in review.
//!
//! The list contains the crate's public items with all features, without bodies and docs. It omits the variants of the codes and names
//! the table that lists them; `cargo codegen diff` reports new codes. `UPDATE_FIXTURES=1 cargo test -p codes --test it public_api`
//! refreshes the list.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use codegen::{Builder, Output};
use syn::parse::Parser;
use syn::{
    Attribute, Block, Expr, Field, Fields, ImplItem, Item, ItemEnum, ItemImpl, TraitItem, Type,
    Visibility,
};

/// Returns the public items of a file and of the files that it includes.
fn read(path: &Path) -> Vec<Item> {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    public(file.items, path)
}

fn public(items: Vec<Item>, path: &Path) -> Vec<Item> {
    let private = private_types(&items);
    let mut kept = Vec::new();
    for item in items {
        kept.extend(keep(item, path));
    }
    kept.retain(|item| !matches!(item, Item::Impl(item) if private.contains(&self_name(item))));
    // The order of items does not affect users.
    kept.sort_by_cached_key(sort_key);
    kept
}

/// Returns the sort key: the name of the item. The impls of a type follow it.
fn sort_key(item: &Item) -> (String, String) {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Mod(item) => &item.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Impl(item) => {
            let mut file = syn::parse_file("").unwrap();
            file.items.push(Item::Impl(item.clone()));
            return (self_name(item), prettyplease::unparse(&file));
        }
        _ => panic!("this kind of item is not supported yet"),
    };
    (name.to_string(), String::new())
}

/// Returns the names of the private types.
fn private_types(items: &[Item]) -> HashSet<String> {
    let name = |item: &Item| match item {
        Item::Struct(item) if !is_public(&item.vis) => Some(item.ident.to_string()),
        Item::Enum(item) if !is_public(&item.vis) => Some(item.ident.to_string()),
        _ => None,
    };
    items.iter().filter_map(name).collect()
}

fn self_name(item: &ItemImpl) -> String {
    match &*item.self_ty {
        Type::Path(path) => path.path.segments.last().unwrap().ident.to_string(),
        _ => String::new(),
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Returns the public part of an item. Panics on unsupported kinds of items, so that none is omitted.
fn keep(item: Item, path: &Path) -> Vec<Item> {
    match item {
        Item::Const(item) if item.ident == "_" => {
            let Expr::Block(block) = *item.expr else {
                panic!("a block")
            };
            let mut items = public(items_of(block.block), path);
            let cfg: Vec<Attribute> = item
                .attrs
                .into_iter()
                .filter(|attribute| attribute.path().is_ident("cfg"))
                .collect();
            for item in &mut items {
                let Item::Impl(item) = item else {
                    panic!("a block contains only impls")
                };
                item.attrs.splice(0..0, cfg.clone());
            }
            items
        }
        Item::Const(mut item) if is_public(&item.vis) => {
            clean(&mut item.attrs);
            *item.expr = nothing();
            vec![Item::Const(item)]
        }
        Item::Enum(mut item) if is_public(&item.vis) => {
            clean(&mut item.attrs);
            if let Some(table) = table_of(&item, path) {
                item.variants.clear();
                item.attrs.extend(from_table(table));
            }
            for variant in &mut item.variants {
                clean(&mut variant.attrs);
                clean_fields(&mut variant.fields, true);
            }
            vec![Item::Enum(item)]
        }
        Item::Struct(item) if item.attrs.iter().any(is_for_docs) => Vec::new(),
        Item::Struct(mut item) if is_public(&item.vis) => {
            clean(&mut item.attrs);
            clean_fields(&mut item.fields, false);
            vec![Item::Struct(item)]
        }
        Item::Static(mut item) if is_public(&item.vis) => {
            clean(&mut item.attrs);
            *item.expr = nothing();
            vec![Item::Static(item)]
        }
        Item::Trait(mut item) if is_public(&item.vis) => {
            clean(&mut item.attrs);
            item.items.iter_mut().for_each(clean_trait_item);
            vec![Item::Trait(item)]
        }
        Item::Impl(mut item) => {
            clean(&mut item.attrs);
            let is_of_trait = item.trait_.is_some();
            item.items
                .retain_mut(|item| clean_impl_item(item, is_of_trait));
            // An inherent impl without public items is omitted.
            if is_of_trait || !item.items.is_empty() {
                vec![Item::Impl(item)]
            } else {
                Vec::new()
            }
        }
        Item::Mod(mut item) if is_public(&item.vis) => {
            // The guide exists for rustdoc only.
            if !item.attrs.iter().any(is_for_docs) {
                clean(&mut item.attrs);
                let (brace, items) = item.content.expect("a module is inline");
                item.content = Some((brace, public(items, path)));
                return vec![Item::Mod(item)];
            }
            Vec::new()
        }
        Item::Fn(mut item) if is_public(&item.vis) => {
            clean(&mut item.attrs);
            item.block.stmts.clear();
            vec![Item::Fn(item)]
        }
        Item::Macro(item) if item.mac.path.is_ident("include") => {
            // The root includes one of two files with the same text, which another test compares.
            let file = item.mac.parse_body::<syn::LitStr>();
            file.map(|file| read(&path.with_file_name("").join(file.value())))
                .unwrap_or_default()
        }
        Item::Const(_)
        | Item::Enum(_)
        | Item::ExternCrate(_)
        | Item::Fn(_)
        | Item::Static(_)
        | Item::Struct(_) => Vec::new(),
        Item::Use(item) if !is_public(&item.vis) => Vec::new(),
        Item::Mod(item) => panic!("a private module, {}: is it re-exported?", item.ident),
        _ => panic!("this kind of item is not supported yet"),
    }
}

/// Returns the name of the table with the variants of the enum.
fn table_of(item: &ItemEnum, path: &Path) -> Option<&'static str> {
    static TABLES: LazyLock<Output> =
        LazyLock::new(|| Builder::new(codes_data::CATALOG).generate().unwrap());
    let mut tables = TABLES.tables().iter();
    let table = tables.find(|table| {
        let name = table.path().rsplit("::").next();
        path.ends_with(table.file()) && name == Some(&item.ident.to_string())
    })?;
    Some(table.name())
}

/// Returns an attribute that replaces the variants, so that a new row does not change the list.
fn from_table(table: &str) -> Vec<Attribute> {
    let attribute = format!("#[variants_from = \"codes-data/{table}.csv\"]");
    Attribute::parse_outer.parse_str(&attribute).unwrap()
}

fn items_of(block: Block) -> Vec<Item> {
    let item = |statement| match statement {
        syn::Stmt::Item(item) => item,
        _ => panic!("a block contains only items"),
    };
    block.stmts.into_iter().map(item).collect()
}

/// Returns `true` for `#[cfg(doctest)]` and `#[cfg(any(doc, doctest))]`.
fn is_for_docs(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute
            .meta
            .require_list()
            .unwrap()
            .tokens
            .to_string()
            .contains("doctest")
}

/// Keeps only the attributes that matter to users.
fn clean(attributes: &mut Vec<Attribute>) {
    let kept = [
        "cfg",
        "deprecated",
        "derive",
        "must_use",
        "non_exhaustive",
        "repr",
    ];
    attributes.retain(|attribute| kept.iter().any(|name| attribute.path().is_ident(name)));
}

/// Replaces private fields with a placeholder. Fields of a variant are public.
fn clean_fields(fields: &mut Fields, all_public: bool) {
    let is_shown = |field: &Field| all_public || is_public(&field.vis);
    fields.iter_mut().for_each(|field| clean(&mut field.attrs));
    match fields {
        Fields::Named(fields) if !fields.named.iter().all(is_shown) => {
            let private = Field::parse_named.parse_str("private: Private").unwrap();
            let named = std::mem::take(&mut fields.named).into_iter();
            fields.named = named.filter(is_shown).chain([private]).collect();
        }
        Fields::Unnamed(fields) => {
            for field in fields.unnamed.iter_mut().filter(|field| !is_shown(field)) {
                field.ty = syn::parse_str("Private").unwrap();
            }
        }
        _ => {}
    }
}

fn clean_trait_item(item: &mut TraitItem) {
    match item {
        TraitItem::Const(item) => {
            clean(&mut item.attrs);
            item.default = item.default.take().map(|(equals, _)| (equals, nothing()));
        }
        TraitItem::Fn(item) => {
            clean(&mut item.attrs);
            item.default
                .iter_mut()
                .for_each(|block| block.stmts.clear());
        }
        TraitItem::Type(item) => clean(&mut item.attrs),
        _ => panic!("this kind of item is not supported yet"),
    }
}

/// Returns `true` if the item is listed: types and constants of a trait impl, and public items of an inherent impl.
fn clean_impl_item(item: &mut ImplItem, is_of_trait: bool) -> bool {
    match item {
        ImplItem::Const(item) => {
            clean(&mut item.attrs);
            item.expr = nothing();
            is_of_trait || is_public(&item.vis)
        }
        ImplItem::Fn(item) => {
            clean(&mut item.attrs);
            item.block.stmts.clear();
            !is_of_trait && is_public(&item.vis)
        }
        ImplItem::Type(item) => {
            clean(&mut item.attrs);
            true
        }
        _ => panic!("this kind of item is not supported yet"),
    }
}

fn nothing() -> Expr {
    syn::parse_str("_").unwrap()
}

#[test]
fn public_api_matches_the_list() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let items = read(&package.join("src/lib.rs"));
    let mut file = syn::parse_file("").unwrap();
    file.items = items;
    let actual = prettyplease::unparse(&file);
    let list: PathBuf = package.join("public-api.txt");
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(&list, &actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&list).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(&expected, &actual);
    assert!(
        expected == actual,
        "{}\nif the change is intended, run UPDATE_FIXTURES=1 cargo test -p codes --test it public_api, and choose the version accordingly",
        diff.unified_diff().context_radius(2)
    );
}

/// Auto traits are not listed, because they depend on private fields.
#[test]
fn types_keep_their_auto_traits() {
    fn assert_auto_traits<
        T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe,
    >() {
    }
    for_each_table!(assert_auto_traits);
    assert_auto_traits::<codes::cmi::Scope>();
    assert_auto_traits::<codes::Received<codes::cmi::ReturnCode>>();
    assert_auto_traits::<codes::UnknownCode<codes::cmi::ReturnCode>>();
    assert_auto_traits::<codes::NotSuccessful<codes::cmi::ReturnCode>>();
    assert_auto_traits::<codes::Arguments<'_>>();
    assert_auto_traits::<(codes::Entry, codes::Entries)>();
    assert_auto_traits::<(
        codes::Lang,
        codes::UnknownLang,
        codes::Outcome,
        codes::Retry,
    )>();
}
