#!/usr/bin/env bash
# Fills corpus/ with the codes of the tables and with headers that browsers send.
set -euo pipefail
cd "$(dirname "$0")"

mkdir -p corpus/code corpus/language
for table in ../../codes-data/*/*.csv; do
    awk -F, 'NR > 1 && $1 ~ /^[0-9]+$/ { print $1 }' "$table"
done | while read -r code; do
    printf '%s' "$code" >"corpus/code/$code"
done
i=0
for field in 'zh-CN,zh;q=0.9,en;q=0.8' 'en-US,en;q=0.5' '*' 'fr-CH, fr;q=0.9, de;q=0.7, *;q=0.5' 'zh-Hant-TW;q=0' 'en;q=1.000,zh;q=0.001'; do
    printf '%s' "$field" >"corpus/language/field-$((i += 1))"
done
