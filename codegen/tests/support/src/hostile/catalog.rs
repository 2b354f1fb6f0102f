//! A catalog with each hostile text in each place for a text.

use crate::Folder;
use crate::hostile::{CODES, TEXTS, csv, message, toml};

/// Returns a text that contains all others, for places that a catalog has only once.
pub fn all() -> String {
    TEXTS.join(" ")
}

/// Writes the catalog: for each text a module with an enum of two codes, the second of which is retired, and the table
/// `codes`, whose codes are hostile.
pub fn catalog() -> Folder {
    let folder = Folder::new();
    let all = toml(&all());
    let mut tables = vec!["\"codes\"".to_owned()];
    let (mut modules, mut words, mut predicates, mut translated) =
        (String::new(), String::new(), String::new(), String::new());
    for (index, text) in TEXTS.iter().enumerate() {
        // With this start, each message has a Chinese character.
        let other = csv(&format!("中{}", message(text)));
        let (cell, shown, text) = (csv(text), csv(&message(text)), toml(text));
        tables.push(format!("\"t{index}\""));
        modules.push_str(&format!("t{index} = {text}\n"));
        words.push_str(&format!("w-{index} = {text}\n"));
        predicates.push_str(&format!(
            "is_w_{index} = {{ values = [\"w-{index}\"], doc = {text} }}\n"
        ));
        translated.push_str(&format!("w-{index} = {{ name = {text}, doc = {text} }}\n"));
        folder.write(
            &format!("t{index}.toml"),
            format!(
                "module = \"t{index}\"\ntype = \"ReturnCode\"\ncode = {{ charset = \"digits\" }}\ntitle = {{ en = {text}, zh = {text} }}\n\
                 doc = {{ en = {text}, zh = {text} }}\n\
                 source = {{ document = {text}, publisher = {text}, version = {text} }}\n\n[scope.values]\nget = {text}\n"
            ),
        );
        folder.write(
            &format!("t{index}.csv"),
            format!(
                "code,scope,name,en,zh,http,word,hint,printed.en,printed.zh,retired,renamed,note\n\
                 1,get,a thing,{shown},{other},400,w-{index},{cell},{cell},{cell},,former thing,{cell}\n\
                 2,get,old thing,{shown},{other},400,w-{index},{cell},,,{},,\n",
                csv(&format!("since V1: {}", TEXTS[index]))
            ),
        );
    }
    folder.write(
        "catalog.toml",
        format!(
            "languages = [\"en\", \"zh\"]\ntables = [{}]\n[rust]\nout = \"rust\"\ncommand = {all}\n[markdown]\nout = \"markdown\"\n\
             [http]\ndoc = {all}\nundocumented = 500\n[module]\n{modules}\
             [attribute.word]\ndoc = {all}\n[attribute.word.predicates]\n{predicates}[attribute.word.values]\n{words}\
             [attribute.hint]\ndoc = {all}\nkind = \"text\"\noptional = true\nundocumented = {all}\n\
             [translation.zh]\nhttp = {all}\n[translation.zh.module]\n{modules}\
             [translation.zh.attribute.word]\nname = {all}\ndoc = {all}\n[translation.zh.attribute.word.values]\n{translated}",
            tables.join(", ")
        ),
    );
    folder.write(
        "codes.toml",
        "module = \"codes\"\ntype = \"ReturnCode\"\ncode = { charset = \"ascii\" }\n",
    );
    let rows = CODES.iter().enumerate().map(|(index, code)| {
        format!(
            "{},thing of {index} kind,rust,中,400,w-0,{}\n",
            csv(code),
            csv(code)
        )
    });
    folder.write(
        "codes.csv",
        format!(
            "code,name,en,zh,http,word,printed.code\n{}",
            rows.collect::<String>()
        ),
    );
    folder
}

/// The number of codes of a table with packed columns.
pub const MANY: usize = 20 * TEXTS.len();

/// Adds the table `many`, with each of the texts twenty times.
pub fn add_a_large_table(folder: &Folder) {
    folder.edit("catalog.toml", "[\"codes\"", "[\"many\", \"codes\"");
    folder.write(
        "many.toml",
        "module = \"many\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n",
    );
    let rows = (0..MANY).map(|index| {
        let text = TEXTS[index % TEXTS.len()];
        let (shown, other) = (csv(&message(text)), csv(&format!("中{}", message(text))));
        let text = csv(text);
        format!("{index},thing {index},{shown},{other},400,w-0,{text},{text},{text}\n")
    });
    folder.write(
        "many.csv",
        format!(
            "code,name,en,zh,http,word,hint,printed.en,printed.zh\n{}",
            rows.collect::<String>()
        ),
    );
}
