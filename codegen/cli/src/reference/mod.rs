//! The catalog for readers: as a page, as Markdown, as JSON, and through search.

pub(crate) mod anchor;
pub(crate) mod discrepancies;
pub(crate) mod fingerprint;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod labels;
pub(crate) mod markdown;
pub(crate) mod search;
pub(crate) mod table_info;
