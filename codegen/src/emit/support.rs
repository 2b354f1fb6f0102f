//! The Rust that is emitted as it stands: nothing in it depends on the catalog, except that there is a `Lang`.

/// In the order in which they are emitted.
pub(super) const FILES: [&str; 3] = [
    include_str!("support/unknown_code.rs"),
    include_str!("support/entry.rs"),
    include_str!("support/lookup.rs"),
];

#[cfg(test)]
mod tests {
    // They are emitted into a module that users see; here nobody sees it.
    #![allow(dead_code, unreachable_pub)]
    extern crate alloc;

    include!("support/unknown_code.rs");
    include!("support/entry.rs");
    include!("support/lookup.rs");

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Lang {
        Zh,
        En,
    }

    impl Lang {
        const ALL: &'static [Self] = &[Lang::Zh, Lang::En];

        const fn tag(self) -> &'static str {
            match self {
                Lang::Zh => "zh",
                Lang::En => "en",
            }
        }
    }

    const fn entry(scope: Option<&'static str>, en: &'static str) -> Entry {
        Entry {
            scope,
            messages: ["中", en],
            columns: &["code", "en"],
            printed: &["[1]", ""],
        }
    }

    #[test]
    fn what_was_received_is_kept() {
        let error = UnknownCode::new("cmi::ReturnCode", "20\u{1b}08");
        assert_eq!(
            (error.expected(), error.text()),
            ("cmi::ReturnCode", "20\u{1b}08")
        );
        assert_eq!(
            error.to_string(),
            r#"cmi::ReturnCode has no code "20\u{1b}08""#
        );
    }

    #[test]
    fn entries_are_the_first_and_the_rest() {
        static REST: [Entry; 2] = [entry(Some("any"), "b"), entry(Some("post"), "c")];
        let entries = Entries::new(entry(Some("get"), "a"), &REST);
        assert_eq!(entries.len(), 3);
        let messages: Vec<_> = entries
            .clone()
            .map(|entry| entry.message(Lang::En))
            .collect();
        assert_eq!(messages, ["a", "b", "c"]);
        let in_scope = |scope| entries.in_scope(scope).map(|entry| entry.message(Lang::En));
        assert_eq!(
            (in_scope("get"), in_scope("post"), in_scope("put")),
            (Some("a"), Some("c"), Some("b"))
        );
        assert_eq!(Entries::new(entry(None, "a"), &[]).in_scope("get"), None);
    }

    #[test]
    fn an_empty_cell_is_not_printed() {
        let entry = entry(None, "a");
        assert_eq!(
            (entry.printed(Lang::En), entry.printed(Lang::Zh)),
            (None, None)
        );
        assert_eq!(entry.printed_column("code"), Some("[1]"));
    }

    #[test]
    fn rows_after_the_first_are_found_by_code() {
        static REST: [Entry; 1] = [entry(None, "b")];
        static MORE: [(usize, &[Entry]); 3] = [(1, &REST), (4, &REST), (9, &REST)];
        for code in 0..12 {
            let found = more_entries(&MORE, code).len();
            assert_eq!(found, usize::from([1, 4, 9].contains(&code)), "{code}");
        }
    }

    #[test]
    fn codes_are_found_by_text_and_by_number() {
        let digits = ["0", "7", "10", "0100", "2000"];
        let texts = ["-4002", "08P01", "08p01", "SDK.INVALID_ARGS", "a"];
        for (codes, is_digits) in [(digits, true), (texts, false)] {
            for (index, code) in codes.iter().enumerate() {
                assert_eq!(find_code(&codes, code, is_digits), Some(index));
            }
            for unknown in ["", "00", "1", "100", "99999999999999999999999", "二", "~"] {
                assert_eq!(find_code(&codes, unknown, is_digits), None, "{unknown}");
            }
        }
        let numbers = [0, 7, 10, 100, 2000];
        for number in 0..3000 {
            let index = numbers.iter().position(|known| *known == number);
            assert_eq!(find_number(&numbers, number), index);
        }
    }
}
