//! A code of ten megabytes in each format: the text is kept, and errors are short.

use codes_formats::Received;
use codes_formats::charsets::Digits;
use serde::{Deserialize, Serialize};

use crate::format::{Cbor, Form, Format, Json, JsonValue, MessagePack, Postcard, Toml, Xml, Yaml};

#[derive(Serialize, Deserialize)]
struct Reply<T> {
    code: T,
}

fn is_kept_and_cut_when_shown<F: Format>() {
    let format = std::any::type_name::<F>();
    let text = format!("\u{202e}{}", "9".repeat(10 << 20));
    let bytes = F::write(&Reply { code: &text });
    let reply: Reply<Received<Digits>> = F::read(&bytes).unwrap();
    assert!(reply.code.code() == text, "{format}");
    let start = format!("\\u{{202e}}{}", "9".repeat(99));
    assert_eq!(reply.code.to_string(), format!("{start}… (10485763 bytes)"));
    let error = F::read::<Reply<Digits>>(&bytes).err().unwrap();
    assert!(error.len() < 1_000, "{format}: {} bytes", error.len());
    assert!(!error.contains('\u{202e}'), "{format}: {error}");
}

#[test]
fn a_huge_code_is_kept_and_cut_when_it_is_shown() {
    is_kept_and_cut_when_shown::<Json>();
    is_kept_and_cut_when_shown::<JsonValue>();
    is_kept_and_cut_when_shown::<MessagePack>();
    is_kept_and_cut_when_shown::<Cbor>();
    is_kept_and_cut_when_shown::<Postcard>();
    is_kept_and_cut_when_shown::<Yaml>();
    is_kept_and_cut_when_shown::<Toml>();
    is_kept_and_cut_when_shown::<Form>();
    is_kept_and_cut_when_shown::<Xml>();
}
