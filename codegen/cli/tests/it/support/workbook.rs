//! XLSX workbooks: ZIP archives of XML parts, as spreadsheets save them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A sheet of a workbook.
pub(crate) struct Sheet<'a> {
    pub(crate) name: &'a str,
    /// The cells with their addresses (`B2`), row by row.
    pub(crate) cells: &'a [(&'a str, Value<'a>)],
    /// Ranges of merged cells: `A1:C1`.
    pub(crate) merged: &'a [&'a str],
}

/// The value of a cell.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    Text(&'a str),
    Number(u32),
    /// A number with the number format of this index in [`FORMATS`].
    Formatted(u32, usize),
}

/// The number formats of all workbooks.
pub(crate) const FORMATS: [&str; 3] = ["0000", "yyyy-mm-dd", "#,##0.00"];

/// Returns a workbook with these sheets.
pub(crate) fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        let options = SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    let (mut list, mut relations, mut strings) = (String::new(), String::new(), Vec::new());
    for (index, sheet) in sheets.iter().enumerate() {
        let number = index + 1;
        let name = sheet.name;
        let _ = write!(
            list,
            "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"
        );
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        add(
            &format!("xl/worksheets/sheet{number}.xml"),
            &worksheet(sheet, &mut strings),
        );
    }
    add(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    );
    add(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    );
    add(
        "xl/workbook.xml",
        &format!(
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{list}</sheets></workbook>"
        ),
    );
    add(
        "xl/_rels/workbook.xml.rels",
        &format!("<Relationships>{relations}</Relationships>"),
    );
    let strings: String = strings
        .iter()
        .map(|text| format!("<si><t xml:space=\"preserve\">{text}</t></si>"))
        .collect();
    add("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>"));
    let (mut formats, mut styles) = (String::new(), String::from("<xf numFmtId=\"0\"/>"));
    for (index, format) in FORMATS.iter().enumerate() {
        let id = 164 + index; // the first number that is not of a built-in format
        let _ = write!(
            formats,
            "<numFmt numFmtId=\"{id}\" formatCode=\"{format}\"/>"
        );
        let _ = write!(styles, "<xf numFmtId=\"{id}\"/>");
    }
    add(
        "xl/styles.xml",
        &format!(
            "<styleSheet><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>"
        ),
    );
    archive.finish().unwrap().into_inner()
}

/// Returns the XML of a sheet. Its texts are added to the shared strings.
fn worksheet<'a>(sheet: &Sheet<'a>, strings: &mut Vec<&'a str>) -> String {
    let mut rows = String::new();
    let row_of = |place: &'a str| place.trim_start_matches(|c: char| c.is_ascii_uppercase());
    for row in sheet.cells.chunk_by(|a, b| row_of(a.0) == row_of(b.0)) {
        let _ = write!(rows, "<row r=\"{}\">", row_of(row[0].0));
        for (place, value) in row {
            let _ = match value {
                Value::Number(number) => write!(rows, "<c r=\"{place}\"><v>{number}</v></c>"),
                Value::Formatted(number, format) => {
                    let style = format + 1;
                    write!(rows, "<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>")
                }
                Value::Text(text) => {
                    strings.push(text);
                    let index = strings.len() - 1;
                    write!(rows, "<c r=\"{place}\" t=\"s\"><v>{index}</v></c>")
                }
            };
        }
        rows.push_str("</row>");
    }
    let merged = sheet.merged.iter();
    let merged: String = merged
        .map(|range| format!("<mergeCell ref=\"{range}\"/>"))
        .collect();
    format!("<worksheet><sheetData>{rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>")
}
