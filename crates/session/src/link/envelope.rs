//! The text form of a link: the prefix with the format version, base64url, the checksum.
//!
//! The last symbol is never `-` or `_`, which messengers take for punctuation after a URL and cut. It could be one only if
//! the bytes fill the last symbol completely, so another symbol follows in that case.
//!
//! A CRC-32 detects every change within 32 adjacent bits, so every mistyped character and every swapped pair; a truncated
//! link passes once in four billion. It does not protect against forgery: anyone can make a link.

use super::{LinkProblem, address::trimmed_start};
use assessment::checksum::Crc32;

/// The longest link that is read, in characters from `s2-` on.
pub const LONGEST: usize = 4000;

/// The prefix of the format that this build writes.
const PREFIX: &str = "s2-";

/// The prefix of the first format.
const FIRST_PREFIX: &str = "s1.";

/// Follows the last symbol if that has no unused bit.
const END: char = 'A';

/// Maximum number of symbols that can be missing from the end of a link of the first format.
const MOST_CUT: u32 = 3;

/// The format of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// `s1.`, written with content 1.1.
    First,
    /// `s2-`, which this build writes.
    Present,
}

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
    text.push(if count > 0 { symbol(held << (6 - count) & 63) } else { END });
    text
}

/// The format and bytes of a link, after checking its checksum and format.
pub(super) fn open(text: &str) -> Result<(Format, Vec<u8>), LinkProblem> {
    let text = trimmed_start(text);
    let Some((prefix, symbols)) = split(text) else {
        // Truncated inside the prefix.
        let is_cut = text.strip_prefix('s').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        return Err(if is_cut { LinkProblem::Damaged } else { LinkProblem::NotOurs });
    };
    if prefix.len() + symbols.len() > LONGEST {
        return Err(LinkProblem::TooLong);
    }
    if prefix == FIRST_PREFIX {
        // Messengers may have cut symbols from the end: none, one `-` or `_`, two of them, ...
        let ends =
            (1..2_u32 << MOST_CUT).map(|n| (0..n.ilog2()).map(move |bit| if n >> bit & 1 == 0 { '-' } else { '_' }));
        let mut whole = ends.filter_map(|end| content_of(prefix, &symbols.chars().chain(end).collect::<String>()));
        return Ok((Format::First, whole.next().ok_or(LinkProblem::Damaged)?));
    }
    let symbols =
        if symbols.len() % 4 == 1 { symbols.strip_suffix(END) } else { Some(symbols).filter(|s| s.len() % 4 != 0) };
    let content = symbols.and_then(|symbols| content_of(prefix, symbols)).ok_or(LinkProblem::Damaged)?;
    // Checked after the checksum: a mistyped format is not a newer one.
    if prefix == PREFIX { Ok((Format::Present, content)) } else { Err(LinkProblem::NewerFormat) }
}

/// The decoded symbols without the checksum; `None` if it does not match.
fn content_of(prefix: &str, symbols: &str) -> Option<Vec<u8>> {
    let mut bytes = bytes_of(symbols)?;
    let (content, checksum) = bytes.split_last_chunk::<CHECKSUM_BYTES>()?;
    if Crc32::default().with(prefix.as_bytes()).with(content).value().to_be_bytes() != *checksum {
        return None;
    }
    bytes.truncate(bytes.len() - CHECKSUM_BYTES);
    Some(bytes)
}

/// The prefix with its dot or hyphen, and the symbols after it; `None` if there is no prefix.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let after = text.strip_prefix('s')?;
    let version = after.bytes().take_while(u8::is_ascii_digit).count();
    let rest = after.get(version..)?.strip_prefix(['.', '-'])?;
    if version == 0 || version > 3 {
        return None;
    }
    let end = rest.bytes().position(|b| value(b).is_none()).unwrap_or(rest.len());
    Some((text.get(..version + 2)?, rest.get(..end)?))
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
