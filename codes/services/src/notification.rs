//! Notifications of a provider: signed messages with the result of a payment.
//!
//! Providers sign in ways of their own. This mock signs the bytes of the body with HMAC-SHA256, in hexadecimal digits.

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// The header with the signature.
pub const SIGNATURE: &str = "x-signature";

/// The body of a notification.
#[derive(Debug, Deserialize, Serialize)]
pub struct Notification {
    /// The order number.
    pub no_order: String,
    /// The amount in the smallest unit of the currency.
    pub amount: u64,
    /// The state of the payment.
    pub result_pay: String,
}

fn mac(secret: &[u8], body: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC accepts keys of any length");
    mac.update(body);
    mac
}

/// Returns the signature of a body.
pub fn sign(secret: &[u8], body: &[u8]) -> String {
    let bytes = mac(secret, body).finalize().into_bytes();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns true if the signature is that of the body, in constant time. Verify the bytes as received: a body that was parsed and written
/// again may differ.
pub fn verify(secret: &[u8], body: &[u8], signature: &str) -> bool {
    let (pairs, rest) = signature.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    let signature: Option<Vec<u8>> = pairs.iter().map(byte).collect();
    rest.is_empty() && signature.is_some_and(|bytes| mac(secret, body).verify_slice(&bytes).is_ok())
}
