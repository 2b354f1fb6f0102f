//! Codes of made-up providers: a table of each charset, and a wallet that replies in XML.

include!(concat!(env!("OUT_DIR"), "/mod.rs"));
