//! `codegen export --format html`: the catalog as one self-contained page.
//!
//! The page has the codes as plain tables, for print and for browsers without scripts. The script reads them and shows the codes
//! that match. The template escapes everything except the style and the script of the page, and the texts in
//! [`Texts::script_json`].

mod chart;
mod texts;
mod view;

use askama::Template;

use self::chart::{Chart, Legend};
use self::texts::{Texts, attribute_key, module_key, table_key, value_key};
use super::search::HAN_PAIRS;
use crate::reference::fingerprint::fingerprint;
use codegen::Catalog;
use codegen::catalog::Kind;

const STYLE: &str = include_str!("style.css");

/// The parts of the script, in the order in which they run.
const SCRIPTS: [&str; 11] = [
    include_str!("search-text.js"),
    include_str!("search.js"),
    include_str!("script/state.js"),
    include_str!("script/texts.js"),
    include_str!("script/finding.js"),
    include_str!("script/showing.js"),
    include_str!("script/detail.js"),
    include_str!("script/address.js"),
    include_str!("script/copying.js"),
    include_str!("script/charts.js"),
    include_str!("script/events.js"),
];

/// The number of colors for listed values. Further values repeat the colors.
const COLORS: usize = 8;

/// Returns the color of a value.
fn tone(value: usize) -> usize {
    value % COLORS
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    language: &'a str,
    interface: Vec<&'a str>,
    texts: &'a Texts,
    texts_json: String,
    summary: String,
    facets: Vec<Facet>,
    legend: Option<Legend>,
    charts: Vec<Chart>,
    /// The languages of the messages.
    languages: Vec<&'a str>,
    tables: Vec<view::Table>,
    /// When the data changed last, if the caller knows.
    date: Option<&'a str>,
    fingerprint: String,
}

impl Page<'_> {
    fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(self.language, key)
    }

    fn text_in<'a>(&'a self, language: &str, key: &'a str) -> &'a str {
        self.texts.get(language, key)
    }
}

/// A property that codes can be filtered by.
struct Facet {
    name: String,
    label: String,
    options: Vec<Choice>,
}

struct Choice {
    value: String,
    /// The key of its text, if the value is not its own text.
    label: Option<String>,
}

/// Returns the page. `date` says when the data changed last.
pub(crate) fn page(catalog: &Catalog, date: Option<&str>) -> String {
    let texts = Texts::new(catalog);
    let language = texts.default_language();
    let codes: usize = catalog.tables().map(|table| table.codes().len()).sum();
    let summary = match catalog.tables().len() {
        1 => texts.get(language, "summary-one"),
        _ => texts.get(language, "summary"),
    };
    let page = Page {
        language,
        interface: texts.languages(),
        texts_json: texts.script_json(),
        summary: summary
            .replace("{codes}", &codes.to_string())
            .replace("{tables}", &catalog.tables().len().to_string()),
        facets: facets(catalog),
        legend: chart::legend(catalog),
        charts: chart::charts(catalog),
        languages: catalog.languages().collect(),
        tables: catalog
            .tables()
            .map(|table| view::table(catalog, table))
            .collect(),
        texts: &texts,
        date,
        fingerprint: fingerprint(catalog),
    };
    page.render().expect("writing to memory does not fail")
}

/// Returns the filters: provider, table, status, and every attribute with few values. A filter with one option is left out.
fn facets(catalog: &Catalog) -> Vec<Facet> {
    let labeled = |value: &str, label: String| Choice {
        value: value.to_owned(),
        label: Some(label),
    };
    let plain = |value: String| Choice { value, label: None };
    let providers = catalog.modules().map(|module| {
        let path = module.path();
        let key = module_key(&path);
        labeled(&path, key)
    });
    let tables = catalog.tables().map(|table| table.name());
    let codes = catalog.tables().flat_map(|table| table.codes());
    let statuses: std::collections::BTreeSet<u16> =
        codes.filter_map(|code| code.http_status()).collect();
    let mut facets = vec![
        facet("provider", "provider", providers.collect()),
        facet(
            "table",
            "table",
            tables.map(|name| labeled(name, table_key(name))).collect(),
        ),
        facet(
            "status",
            "status",
            statuses
                .iter()
                .map(|status| plain(status.to_string()))
                .collect(),
        ),
    ];
    for attribute in catalog.attributes() {
        let name = attribute.name();
        let options = match attribute.kind() {
            Kind::Enum => (attribute.values())
                .map(|value| labeled(value.name(), value_key(name, value.name())))
                .collect(),
            Kind::Flag => vec![plain("true".to_owned()), plain("false".to_owned())],
            _ => Vec::new(),
        };
        // The prefix keeps attributes apart from the filters above.
        facets.push(facet(
            &format!("attribute.{name}"),
            &attribute_key(name),
            options,
        ));
    }
    facets.retain(|facet| facet.options.len() > 1);
    facets
}

fn facet(name: &str, label: &str, options: Vec<Choice>) -> Facet {
    Facet {
        name: name.to_owned(),
        label: label.to_owned(),
        options,
    }
}

#[cfg(test)]
mod tests {
    use super::STYLE;

    /// Returns the colors that a `:root` of the style declares.
    fn colors(root: &str) -> impl Iterator<Item = (&str, [f64; 3])> {
        let declarations = root
            .split(';')
            .filter_map(|text| text.trim().strip_prefix("--")?.split_once(": #"));
        declarations.map(|(name, hex)| {
            // `#fff` is short for `#ffffff`.
            let digits = if hex.len() == 3 { 1 } else { 2 };
            let channel = |index: usize| {
                let text = hex[index * digits..(index + 1) * digits].repeat(3 - digits);
                f64::from(u8::from_str_radix(&text, 16).unwrap()) / 255.0
            };
            (name, [0, 1, 2].map(channel))
        })
    }

    /// Returns the relative luminance as WCAG 2 defines it.
    fn luminance(color: [f64; 3]) -> f64 {
        let [red, green, blue] = color.map(|channel| {
            if channel <= 0.04045 {
                channel / 12.92
            } else {
                ((channel + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn text_has_enough_contrast_in_light_and_dark() {
        let roots = STYLE
            .split(":root {")
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap());
        // Light, dark and paper.
        assert_eq!(roots.clone().count(), 3);
        for root in roots.take(2) {
            let luminances: Vec<(&str, f64)> = colors(root)
                .map(|(name, color)| (name, luminance(color)))
                .collect();
            let of = |name: &str| {
                luminances
                    .iter()
                    .find(|(known, _)| *known == name)
                    .unwrap()
                    .1
            };
            for ground in ["paper", "raised"] {
                for (name, luminance) in &luminances {
                    if ["ink", "quiet", "accent"].contains(name) || name.starts_with("tone-") {
                        let (low, high) = (luminance.min(of(ground)), luminance.max(of(ground)));
                        let contrast = (high + 0.05) / (low + 0.05);
                        assert!(contrast >= 4.5, "{name} on {ground}: {contrast:.2}");
                    }
                }
            }
        }
    }
}
