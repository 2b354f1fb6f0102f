//! The columns that the tables of a catalog may have.

use std::collections::BTreeMap;

use codegen::catalog::raw;

/// The columns that a catalog defines for all its tables.
pub(crate) struct CatalogColumns {
    pub(crate) languages: Vec<String>,
    /// `Some` if the catalog has `[http]`; `true` if each code must have an HTTP status.
    pub(crate) http: Option<bool>,
    /// The attributes by name; `true` if each code must have a value.
    pub(crate) attributes: BTreeMap<String, bool>,
}

impl CatalogColumns {
    pub(crate) fn new(catalog: &raw::Catalog) -> Self {
        let attributes = catalog.attributes();
        CatalogColumns {
            languages: catalog.languages().to_vec(),
            http: catalog.requires_http(),
            attributes: attributes
                .map(|(name, required)| (name.to_owned(), required))
                .collect(),
        }
    }

    /// Returns the columns to look for in a document before there is a catalog.
    pub(crate) fn without_catalog() -> Self {
        CatalogColumns {
            languages: ["en", "zh"].map(str::to_owned).to_vec(),
            http: Some(false),
            attributes: BTreeMap::new(),
        }
    }

    /// Returns the names that a column of a document may have.
    pub(crate) fn columns(&self) -> Vec<&str> {
        let plain = ["code", "name", "scope"].into_iter();
        let http = self.http.map(|_| "http");
        let languages = self.languages.iter().map(String::as_str);
        plain
            .chain(http)
            .chain(languages)
            .chain(self.attributes.keys().map(String::as_str))
            .collect()
    }

    /// Returns the required columns that documents do not have, so that a person decides them.
    pub(crate) fn decisions(&self) -> Vec<&str> {
        let http = (self.http == Some(true)).then_some("http");
        let attributes = self.attributes.iter().filter(|(_, required)| **required);
        http.into_iter()
            .chain(attributes.map(|(name, _)| name.as_str()))
            .collect()
    }

    /// Returns the help for a table whose column of codes is unknown.
    pub(crate) fn columns_help(&self) -> String {
        format!("pass `--columns code=HEADER,{}=HEADER`", self.languages[0])
    }
}
