//! HTTP statuses.

use std::fmt;
use std::ops::RangeInclusive;

/// An HTTP status from 100 to 599, registered or not (RFC 9110, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HttpStatus(u16);

impl HttpStatus {
    /// Returns the status with a number; `None` unless it is 100 to 599.
    pub fn new(number: impl TryInto<u16>) -> Option<Self> {
        let number = number.try_into().ok()?;
        (100..=599).contains(&number).then_some(HttpStatus(number))
    }

    /// Parses a status of three digits: `404`.
    pub fn parse(text: &str) -> Option<Self> {
        let is_number = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        Self::new(text.parse::<u16>().ok().filter(|_| is_number)?)
    }

    /// Parses a status or a class of statuses: `404`, `4xx`.
    pub fn parse_range(text: &str) -> Option<RangeInclusive<Self>> {
        match text.strip_suffix("xx") {
            Some(class) => {
                let first = Self::parse(&format!("{class}00"))?;
                Some(first..=HttpStatus(first.0 + 99))
            }
            None => Self::parse(text).map(|status| status..=status),
        }
    }

    /// Returns the texts of the statuses that fit, with `2xx` for a class that fits as a whole.
    pub(crate) fn list(fits: impl Fn(&Self) -> bool) -> Vec<String> {
        let mut texts = Vec::new();
        for class in 1..=5 {
            let statuses = (class * 100..class * 100 + 100).map(HttpStatus);
            let fitting: Vec<HttpStatus> = statuses.filter(&fits).collect();
            if fitting.len() == 100 {
                texts.push(format!("{class}xx"));
            } else {
                texts.extend(fitting.iter().map(HttpStatus::to_string));
            }
        }
        texts
    }

    /// Returns the number.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for HttpStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_three_digits_from_100_to_599() {
        for text in ["100", "404", "599"] {
            assert_eq!(HttpStatus::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "99", "600", "+20", "0404", "4o4", "４０４"] {
            assert_eq!(HttpStatus::parse(text), None, "{text}");
        }
        assert_eq!(HttpStatus::new(404_i64), HttpStatus::parse("404"));
        assert_eq!(HttpStatus::new(-404_i64), None);
    }

    #[test]
    fn classes_have_a_hundred_statuses() {
        let range = HttpStatus::parse_range("4xx").unwrap();
        assert_eq!((range.start().get(), range.end().get()), (400, 499));
        let range = HttpStatus::parse_range("404").unwrap();
        assert_eq!((range.start().get(), range.end().get()), (404, 404));
        for text in ["0xx", "6xx", "xx", "40x", "44xx"] {
            assert_eq!(HttpStatus::parse_range(text), None, "{text}");
        }
    }
}
