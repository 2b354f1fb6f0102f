//! The Rust that is emitted as it stands: nothing in it depends on the catalog, except that there is a `Lang`.

/// In the order in which they are emitted.
pub(super) const FILES: [&str; 4] = [
    include_str!("support/unknown_code.rs"),
    include_str!("support/entry.rs"),
    include_str!("support/lookup.rs"),
    include_str!("support/same_text.rs"),
];

#[cfg(test)]
mod tests {
    // They are emitted into a module that users see; here nobody sees it.
    #![allow(dead_code, unreachable_pub)]
    extern crate alloc;

    include!("support/unknown_code.rs");
    include!("support/entry.rs");
    include!("support/lookup.rs");
    include!("support/same_text.rs");

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
    fn texts_of_one_width_are_different_numbers() {
        let mut numbers = std::collections::BTreeSet::new();
        for text in 0..100_000 {
            numbers.insert(key::<5>(&format!("{text:05}")).unwrap());
        }
        assert_eq!(numbers.len(), 100_000);
        let keys = |text| {
            [
                key::<1>(text),
                key::<2>(text),
                key::<3>(text),
                key::<4>(text),
                key::<7>(text),
                key::<8>(text),
            ]
        };
        for text in [
            "",
            "a",
            "ab",
            "abc",
            "abcd",
            "abcdefg",
            "abcdefgh",
            "abcdefghi",
            "零壹",
        ] {
            let widths = [1, 2, 3, 4, 7, 8].map(|width| width == text.len());
            assert_eq!(keys(text).map(|key| key.is_some()), widths, "{text}");
        }
    }

    #[test]
    fn a_digest_depends_on_each_byte_and_on_the_length() {
        let factor = 0x9e37_79b9_7f4a_7c15;
        for length in 0..40 {
            let text = "x".repeat(length);
            let mut digests = vec![digest(&text, factor), digest(&format!("{text}x"), factor)];
            for at in 0..length {
                let mut other = text.clone();
                other.replace_range(at..=at, "y");
                digests.push(digest(&other, factor));
            }
            let count = digests.len();
            digests.sort_unstable();
            digests.dedup();
            assert_eq!(digests.len(), count, "{length}");
        }
    }

    #[test]
    fn same_text_is_equality() {
        for a in 0..20 {
            for b in 0..20 {
                let (a, b) = ("a".repeat(a), "a".repeat(b));
                assert_eq!(same_text(&a, &b), a == b);
                assert!(!same_text(&format!("{a}b"), &format!("{a}c")));
                assert!(!same_text(&format!("b{a}"), &format!("c{a}")));
            }
        }
    }
}
