//! Compares lookups with a map, and checks that `Received` keeps any text.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use codes::{Code, Received, cmi, lianlian};

/// The codes of a table, by text and by number.
struct Maps<C> {
    texts: BTreeMap<&'static str, C>,
    numbers: BTreeMap<u64, C>,
}

impl<C: Code> Maps<C> {
    fn new() -> Self {
        let texts: BTreeMap<_, _> = C::ALL.iter().map(|code| (code.code(), *code)).collect();
        let numbers = C::ALL.iter().map(|code| {
            let number = code.code().parse().expect("a table of digits");
            (number, *code)
        });
        Maps {
            numbers: numbers.collect(),
            texts,
        }
    }

    fn check(&self, text: &str) {
        let expected = self.texts.get(text).copied();
        assert_eq!(C::from_code(text), expected);
        let received = Received::<C>::from(text);
        assert_eq!((received.code(), received.known()), (text, expected));
        assert!(received.to_string().chars().count() <= 1_100);
        assert_eq!(String::from(received.clone()), text);
        assert_eq!(Received::<C>::from(text.to_owned()), received);
        if let Ok(number) = text.parse() {
            self.check_number(number);
        }
    }

    fn check_number(&self, number: u64) {
        let expected = self.numbers.get(&number).copied();
        assert_eq!(C::from_number(number.into()), expected);
        let number = expected.map(|_| Some(number.into()));
        assert_eq!(expected.map(Code::number), number);
    }
}

static STATUSES: LazyLock<Maps<cmi::HttpStatus>> = LazyLock::new(Maps::new);
static CMI: LazyLock<Maps<cmi::ReturnCode>> = LazyLock::new(Maps::new);
static LIANLIAN: LazyLock<Maps<lianlian::ReturnCode>> = LazyLock::new(Maps::new);

/// Looks up a text in every table, and its first bytes as a number.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    STATUSES.check(&text);
    CMI.check(&text);
    LIANLIAN.check(&text);
    if let Some(first) = bytes.first_chunk() {
        let number = u64::from_le_bytes(*first);
        STATUSES.check_number(number);
        CMI.check_number(number);
        LIANLIAN.check_number(number);
    }
}
