//! Digests of bytes: for names that change with the content, for subresource integrity, to detect changes.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// Digits in [`short`]: enough for the few versions in one folder. The loader contains each one.
pub const SHORT: usize = 8;

/// The SHA-256 of `bytes`, in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The start of [`hexadecimal`], for file names.
pub fn short(bytes: &[u8]) -> String {
    hexadecimal(bytes)[..SHORT].to_owned()
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
