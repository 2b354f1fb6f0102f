#!/usr/bin/env bash
# Fills corpus/ with what the tests have: catalogs (each as one file, with marks between), and documents.
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
for document in ../tests/documents/*/document.* ../tests/editions/*/*.txt; do
    cp "$document" "corpus/document/$(echo "$document" | tr -c 'a-z0-9\n' -)"
done
