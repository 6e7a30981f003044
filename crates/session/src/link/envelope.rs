//! From bytes to text and back: the prefix with the format, base64url, the checksum.
//!
//! The last symbol is never `-` or `_`, which messengers take for punctuation behind an address and cut. Only where the bytes
//! fill the last symbol can that be, so one more symbol follows there.
//!
//! A CRC-32 finds every change within 32 neighboring bits, so every mistyped character and every two neighbors that were
//! swapped; a cut one passes once in four thousand million. It is no protection against who means to deceive: anybody can
//! make a link.

use super::{LinkProblem, address::trimmed_start};

/// The longest link that is read, in characters from `s2-` on.
pub const LONGEST: usize = 4000;

/// How a link of the format that this build writes begins.
const PREFIX: &str = "s2-";

/// How a link of the first format begins.
const FIRST_PREFIX: &str = "s1.";

/// What follows the last symbol where that has no bit to spare.
const END: char = 'A';

/// Most symbols that were cut from the end of a link of the first format, if it opens all the same.
const MOST_CUT: u32 = 3;

/// How a link is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// By content 1.1, after the prefix `s1.`.
    First,
    /// By this build.
    Present,
}

/// What the bytes of a link are closed with.
const CHECKSUM_BYTES: usize = 4;

/// The text of these bytes.
pub(super) fn close(bytes: &[u8]) -> String {
    let mut text = PREFIX.to_owned();
    let checksum = Checksum::default().with(text.as_bytes()).with(bytes).value().to_be_bytes();
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

/// The bytes of a text, once they are known to be whole and of a format that can be read.
pub(super) fn open(text: &str) -> Result<(Format, Vec<u8>), LinkProblem> {
    let text = trimmed_start(text);
    let Some((prefix, symbols)) = split(text) else {
        // The beginning of a beginning was cut.
        let is_cut = text.strip_prefix('s').is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        return Err(if is_cut { LinkProblem::Damaged } else { LinkProblem::NotOurs });
    };
    if prefix.len() + symbols.len() > LONGEST {
        return Err(LinkProblem::TooLong);
    }
    if prefix == FIRST_PREFIX {
        // These could end in what messengers cut: in nothing, in one of the two, in two of them, ...
        let ends =
            (1..2_u32 << MOST_CUT).map(|n| (0..n.ilog2()).map(move |bit| if n >> bit & 1 == 0 { '-' } else { '_' }));
        let mut whole = ends.filter_map(|end| content_of(prefix, &symbols.chars().chain(end).collect::<String>()));
        return Ok((Format::First, whole.next().ok_or(LinkProblem::Damaged)?));
    }
    let symbols =
        if symbols.len() % 4 == 1 { symbols.strip_suffix(END) } else { Some(symbols).filter(|s| s.len() % 4 != 0) };
    let content = symbols.and_then(|symbols| content_of(prefix, symbols)).ok_or(LinkProblem::Damaged)?;
    // After the checksum: a format that was mistyped is no newer one.
    if prefix == PREFIX { Ok((Format::Present, content)) } else { Err(LinkProblem::NewerFormat) }
}

/// The bytes of symbols without the checksum; `None` if that does not fit.
fn content_of(prefix: &str, symbols: &str) -> Option<Vec<u8>> {
    let mut bytes = bytes_of(symbols)?;
    let (content, checksum) = bytes.split_last_chunk::<CHECKSUM_BYTES>()?;
    if Checksum::default().with(prefix.as_bytes()).with(content).value().to_be_bytes() != *checksum {
        return None;
    }
    bytes.truncate(bytes.len() - CHECKSUM_BYTES);
    Some(bytes)
}

/// The prefix with its dot or hyphen, and the symbols behind it up to what can be none; `None` if it begins otherwise.
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

/// The bytes of symbols; nothing where a writer would not have written them so.
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
    // A symbol that no byte needs, or bits that no byte has.
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

/// The number that a symbol stands for.
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

/// CRC-32 as bzip2 computes it, high bits first, bit by bit: a table would be a kilobyte for some hundred bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Checksum(u32);

impl Default for Checksum {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

impl Checksum {
    /// Over these bytes as well.
    pub(super) fn with(self, bytes: &[u8]) -> Self {
        let mut crc = self.0;
        for byte in bytes {
            crc ^= u32::from(*byte) << 24;
            for _ in 0..8 {
                crc = crc << 1 ^ if crc >> 31 == 1 { 0x04c1_1db7 } else { 0 };
            }
        }
        Self(crc)
    }

    /// The checksum. Inverted: else zeros behind it would be taken for a part of what it covers.
    pub(super) const fn value(self) -> u32 {
        !self.0
    }
}
