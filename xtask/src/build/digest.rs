//! Digests for file names, subresource integrity and change detection.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// Digits in [`short`]. Few, because the loader contains the names.
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
