//! Links assembled byte by byte from the module's documentation, not with its code: an independent checksum,
//! base64 and bit writer.
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::sync::LazyLock;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A link with a valid checksum, for any prefix and any bytes.
pub fn link(prefix: &str, bytes: &[u8]) -> String {
    let checksum = crc(prefix.bytes().chain(bytes.iter().copied()));
    let mut link = prefix.to_owned();
    // Three bytes make four symbols, two bytes three, and one byte two.
    for three in [bytes, &checksum.to_be_bytes()].concat().chunks(3) {
        let bits = three.iter().chain(&[0; 2]).take(3).fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        link.extend((0..=three.len()).map(|n| char::from(ALPHABET[bits >> (18 - 6 * n) & 63])));
    }
    // Since `s2-`, a link never ends with a symbol without unused bits.
    if prefix.ends_with('-') && (bytes.len() + 4).is_multiple_of(3) {
        link.push('A');
    }
    link
}

/// The bytes of a link, without its checksum.
pub fn bytes(link: &str) -> Vec<u8> {
    let mut bits = String::new();
    for symbol in link[3..].bytes() {
        bits += &format!("{:06b}", ALPHABET.iter().position(|other| *other == symbol).unwrap());
    }
    let all: Vec<u8> = (0..bits.len() / 8).map(|n| u8::from_str_radix(&bits[8 * n..8 * n + 8], 2).unwrap()).collect();
    all[..all.len() - 4].to_vec()
}

/// CRC-32/BZIP2, from a table.
fn crc(bytes: impl Iterator<Item = u8>) -> u32 {
    static TABLE: LazyLock<Vec<u32>> = LazyLock::new(|| {
        let step = |crc: u32| if crc >> 31 == 1 { crc << 1 ^ 0x04C1_1DB7 } else { crc << 1 };
        (0..256_u32).map(|n| (0..8).fold(n << 24, |crc, _| step(crc))).collect()
    });
    !bytes.fold(u32::MAX, |crc, byte| crc << 8 ^ TABLE[((crc >> 24) as u8 ^ byte) as usize])
}

#[test]
fn the_checksum_is_the_published_one() {
    // The check value of CRC-32/BZIP2 in the catalogue of parametrised CRC algorithms.
    assert_eq!(crc("123456789".bytes()), 0xFC89_1918);
}

#[test]
fn the_alphabet_matches_rfc_4648() {
    // "fooba" and its checksum: the first symbols are those of section 10.
    assert!(link("s1.", b"fooba").starts_with("s1.Zm9vYm"));
    assert_eq!(bytes(&link("s1.", b"fooba")), b"fooba");
}
