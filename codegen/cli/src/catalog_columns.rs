//! The columns that a catalog's tables may have.

use std::collections::BTreeMap;

use codegen::catalog::raw;

/// What a catalog asks of all its tables.
pub(crate) struct CatalogColumns {
    pub(crate) languages: Vec<String>,
    /// Whether its codes have an HTTP status, and whether each must.
    pub(crate) http: Option<bool>,
    /// By name: whether each code must have one.
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

    pub(crate) fn attributes(&self) -> Vec<String> {
        self.attributes.keys().cloned().collect()
    }

    /// What a column of a document may be.
    pub(crate) fn columns(&self) -> Vec<&str> {
        let plain = ["code", "scope"].into_iter();
        let languages = self.languages.iter().map(String::as_str);
        plain
            .chain(languages)
            .chain(self.attributes.keys().map(String::as_str))
            .collect()
    }

    /// What each code must have, and no document says.
    pub(crate) fn decisions(&self) -> Vec<&str> {
        let http = (self.http == Some(true)).then_some("http");
        let attributes = self.attributes.iter().filter(|(_, required)| **required);
        http.into_iter()
            .chain(attributes.map(|(name, _)| name.as_str()))
            .collect()
    }
}
