//! The text form of a link: the prefix with the format version, base64url, the checksum.
//!
//! A CRC-32 detects every change within 32 adjacent bits, so every mistyped character and every swapped pair; a truncated
//! link passes once in four billion. It does not protect against forgery: anyone can make a link.

use super::{LinkProblem, address::trimmed_start};
use assessment::checksum::Crc32;

/// The longest link that is read, in characters from `s1.` on.
pub const LONGEST: usize = 4000;

/// How a link of the format that this build writes begins.
const PREFIX: &str = "s1.";

/// Bytes of the checksum at the end.
const CHECKSUM_BYTES: usize = 4;

/// The text of these bytes.
pub(super) fn close(bytes: &[u8]) -> String {
    let mut text = PREFIX.to_owned();
    let checksum = Crc32::default().with(text.as_bytes()).with(bytes).value().to_be_bytes();
    let (mut held, mut count) = (0_u32, 0_u32);
    for byte in bytes.iter().chain(&checksum) {
        held = held << 8 | u32::from(*byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            text.push(symbol(held >> count & 63));
        }
    }
    if count > 0 {
        text.push(symbol(held << (6 - count) & 63));
    }
    text
}

/// The bytes of a link, after checking its checksum and format.
pub(super) fn open(text: &str) -> Result<Vec<u8>, LinkProblem> {
    let text = trimmed_start(text);
    let Some((prefix, symbols)) = split(text) else {
        // Truncated inside the prefix.
        let is_cut = text.strip_prefix('s').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        return Err(if is_cut { LinkProblem::Damaged } else { LinkProblem::NotOurs });
    };
    if prefix.len() + symbols.len() > LONGEST {
        return Err(LinkProblem::TooLong);
    }
    let mut bytes = bytes_of(symbols).ok_or(LinkProblem::Damaged)?;
    let (content, checksum) = bytes.split_last_chunk::<CHECKSUM_BYTES>().ok_or(LinkProblem::Damaged)?;
    // Check this before the version: a mistyped version is not a newer one.
    if Crc32::default().with(prefix.as_bytes()).with(content).value().to_be_bytes() != *checksum {
        return Err(LinkProblem::Damaged);
    }
    if prefix != PREFIX {
        return Err(LinkProblem::NewerFormat);
    }
    bytes.truncate(bytes.len() - CHECKSUM_BYTES);
    Ok(bytes)
}

/// The prefix with its dot, and the symbols after it; `None` if there is no prefix.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let (version, rest) = text.strip_prefix('s')?.split_once('.')?;
    if version.is_empty() || version.len() > 3 || !version.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let end = rest.bytes().position(|b| value(b).is_none()).unwrap_or(rest.len());
    Some((text.get(..version.len() + 2)?, rest.get(..end)?))
}

/// Decodes symbols; `None` if a writer would not have written them so.
fn bytes_of(symbols: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(symbols.len());
    let (mut held, mut count) = (0, 0);
    for symbol in symbols.bytes() {
        held = held << 6 | value(symbol)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((held >> count) as u8);
            held &= (1 << count) - 1;
        }
    }
    // There must be no superfluous symbol and no leftover bits.
    (count < 6 && held == 0).then_some(bytes)
}

/// A number below 64 as base64url writes it.
const fn symbol(value: u32) -> char {
    (match value as u8 {
        n @ 0..=25 => b'A' + n,
        n @ 26..=51 => b'a' + (n - 26),
        n @ 52..=61 => b'0' + (n - 52),
        62 => b'-',
        _ => b'_',
    }) as char
}

/// The value of a symbol.
const fn value(symbol: u8) -> Option<u32> {
    let value = match symbol {
        b'A'..=b'Z' => symbol - b'A',
        b'a'..=b'z' => symbol - b'a' + 26,
        b'0'..=b'9' => symbol - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value as u32)
}
