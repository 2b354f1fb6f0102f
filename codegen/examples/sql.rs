//! Prints the codes of a catalog as SQL: `cargo run --example sql -- data/catalog.toml`.

use codegen::Catalog;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: sql CATALOG")?;
    println!("CREATE TABLE code (path TEXT, code TEXT, message TEXT, http INTEGER);");
    print!("{}", inserts(&Catalog::load(path)?));
    Ok(())
}

/// Returns an `INSERT` statement for each code.
pub(crate) fn inserts(catalog: &Catalog) -> String {
    let mut sql = String::new();
    for code in catalog.tables().flat_map(|table| table.codes()) {
        let message = code.message(catalog.display_language());
        let status = code.http_status().map(|status| status.to_string());
        sql += &format!(
            "INSERT INTO code VALUES ({}, {}, {}, {});\n",
            text(&code.path()),
            text(code.code()),
            message.map_or("NULL".to_owned(), text),
            status.unwrap_or("NULL".to_owned()),
        );
    }
    sql
}

/// Returns a text as an SQL string literal, with doubled quotes.
fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
