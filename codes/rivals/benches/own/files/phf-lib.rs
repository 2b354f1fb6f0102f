#[derive(Debug)]
pub struct Data {
    pub code: &'static str,
    pub messages: [&'static str; 3],
    pub http_status: u16,
    pub severity: &'static str,
    pub retry: &'static str,
    pub docs: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/errors.rs"));

impl ErrorCode {
    pub fn from_code(code: &str) -> Option<Self> {
        CODES.get(code).copied()
    }

    pub fn data(self) -> &'static Data {
        &DATA[self as usize]
    }

    /// Returns the message in a language (0 to 2) with arguments.
    pub fn message(self, lang: usize, arguments: &[(&str, &str)]) -> String {
        let mut message = self.data().messages[lang].to_owned();
        for (name, value) in arguments {
            message = message.replace(&format!("{{{name}}}"), value);
        }
        message
    }
}
