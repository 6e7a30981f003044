//! Digests of bytes: for names that change with the content, for subresource integrity, for "has anything changed".

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// The SHA-256 of `bytes`, in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The part of [`hexadecimal`] that goes into file names.
pub fn short(bytes: &[u8]) -> String {
    let mut digest = hexadecimal(bytes);
    digest.truncate(SHORT);
    digest
}

/// How many digits [`short`] has: enough for the few versions that lie beside each other, and each one is sent in the loader.
pub const SHORT: usize = 8;

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standards() {
        // FIPS 180-2, appendix B.1; and the example of the Subresource Integrity recommendation.
        assert_eq!(short(b"abc"), "ba7816bf");
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
