//! Web addresses.

use crate::sanitize::quote_char;

/// Returns what is wrong with a web address; `None` if it is an absolute URL with the scheme `http` or `https`.
pub(crate) fn mistake(url: &str) -> Option<String> {
    let after_scheme = (url.strip_prefix("https://")).or_else(|| url.strip_prefix("http://"));
    let Some(after_scheme) = after_scheme else {
        return Some("expected a URL that starts with `https://` or `http://`".to_owned());
    };
    if let Some(c) = url.chars().find(|c| !is_allowed(*c)) {
        let mut bytes = [0; 4];
        let bytes = c.encode_utf8(&mut bytes).bytes();
        let encoded: String = bytes.map(|byte| format!("%{byte:02X}")).collect();
        let found = match c {
            ' ' => "a space".to_owned(),
            c => quote_char(c),
        };
        return Some(format!("expected `{encoded}`, found {found}"));
    }
    let is_hex = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut escapes = url.split('%').skip(1);
    if !escapes.all(|rest| rest.get(..2).is_some_and(is_hex)) {
        return Some("expected two hexadecimal digits after `%`".to_owned());
    }
    let authority = after_scheme
        .split(['/', '?', '#'])
        .next()
        .unwrap_or_default();
    if authority.contains('@') {
        return Some("expected a URL without a user name".to_owned());
    }
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let is_label = |label: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(allowed)
    };
    if !host.split('.').all(is_label) {
        return Some("expected a host name after `://`, such as `docs.example.com`".to_owned());
    }
    let is_port =
        |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    if port.is_some_and(|port| !is_port(port)) {
        return Some("expected a port number after `:`".to_owned());
    }
    None
}

/// Returns `true` for the characters of a URL, by RFC 3986.
fn is_allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_web_addresses_are_valid() {
        for url in [
            "https://example.com",
            "http://docs.example.com:8080/errors?code=4040&lang=en#not-found",
            "https://localhost/a_b/(c)*%E4%B8%AD",
        ] {
            assert_eq!(mistake(url), None, "{url}");
        }
    }

    #[test]
    fn the_mistake_in_other_texts_is_named() {
        for (url, expected) in [
            ("/errors/4040", "starts with `https://`"),
            ("javascript:alert(1)", "starts with `https://`"),
            ("HTTPS://example.com", "starts with `https://`"),
            ("https://", "host name"),
            ("https:///errors", "host name"),
            ("https://-a.example.com", "host name"),
            ("https://a..example.com", "host name"),
            ("https://[::1]/", "host name"),
            ("https://me@example.com", "without a user name"),
            ("https://example.com:port", "port number"),
            ("https://example.com:65536", "port number"),
            ("https://example.com/a b", "`%20`"),
            ("https://example.com/中", "`%E4%B8%AD`"),
            ("https://example.com/<script>", "`%3C`"),
            ("https://example.com/\"", "`%22`"),
            ("https://example.com/%4", "hexadecimal"),
            ("https://example.com/%中", "`%E4%B8%AD`"),
        ] {
            let mistake = mistake(url).unwrap_or_default();
            assert!(mistake.contains(expected), "{url}: {mistake}");
        }
    }
}
