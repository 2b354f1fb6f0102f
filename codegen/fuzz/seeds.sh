#!/usr/bin/env bash
# Fills corpus/ with the catalogs of the tests (each as one file, with marks between its parts) and their documents.
set -euo pipefail
cd "$(dirname "$0")"

catalog() { # FOLDER SEED
    (cd "$1" && find . -name '*.toml' -o -name '*.csv' | sort | while read -r file; do
        printf '=== %s\n' "${file#./}"
        cat "$file"
        printf '\n'
    done) >"$2"
}

mkdir -p corpus/catalog corpus/document corpus/plan
for folder in ../tests/fixtures/*/*/; do
    catalog "$folder" "corpus/catalog/$(basename "$folder")"
done
catalog ../../codes-data corpus/catalog/codes-data
for document in ../cli/tests/documents/*/document.* ../cli/tests/editions/*/*.txt; do
    cp "$document" "corpus/document/$(echo "$document" | tr -c 'a-z0-9\n' -)"
done

# The parts of a workbook.
cat >corpus/document/workbook <<'END'
=== [Content_Types].xml
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>
=== xl/workbook.xml
<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Codes" sheetId="1" r:id="rId1"/></sheets></workbook>
=== xl/_rels/workbook.xml.rels
<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>
=== xl/sharedStrings.xml
<sst><si><t>code</t></si><si><r><t>mess</t></r><r><t>age</t></r></si><si><t>Lost</t></si></sst>
=== xl/worksheets/sheet1.xml
<worksheet><dimension ref="A1:B3"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
<row r="2"><c r="A2"><v>1000</v></c><c r="B2" t="s"><v>2</v></c></row>
<row r="3"><c r="A3"><v>1001</v></c><c r="B3" t="inlineStr"><is><t>Paid</t></is></c></row></sheetData>
<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells></worksheet>
END
