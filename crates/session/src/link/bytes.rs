//! Encodes bits, numbers and strings as bytes, each in exactly one way; for the state and for sections.
//!
//! It knows nothing about links. A [`Reader`] returns a value or `None` for any bytes.
//!
//! ```
//! use session::link::{Reader, Writer};
//!
//! let mut writer = Writer::default();
//! writer.flag(true);
//! writer.number(-1250.5);
//! writer.text("Ada", 40);
//! let bytes = writer.finish();
//!
//! let mut reader = Reader::new(&bytes);
//! assert_eq!((reader.flag(), reader.number(), reader.text(40)), (Some(true), Some(-1250.5), Some("Ada")));
//! assert!(reader.is_done());
//! ```

/// The largest number written, in thousandths: a trillion. Twice as much would still be exact, ten times as much would not.
const MOST_THOUSANDTHS: f64 = 1e15;

/// Writes bytes. Bits fill a byte from its high end; whatever is not bits begins with the next byte.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    /// Bits of the last byte that are not written yet.
    free: u32,
}

impl Writer {
    /// The lowest `width` bits of a value, at most 32, high bit first.
    pub fn bits(&mut self, value: u32, width: u32) {
        for n in (0..width.min(u32::BITS)).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> n & 1) as u8) << self.free;
            }
        }
    }

    /// One bit.
    pub fn flag(&mut self, flag: bool) {
        self.bits(u32::from(flag), 1);
    }

    /// An unsigned integer: 7 bits per byte, low ones first (LEB128).
    pub fn unsigned(&mut self, mut value: u64) {
        self.free = 0;
        while value > 0x7f {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// A signed integer; small ones of either sign are short (zigzag).
    pub fn signed(&mut self, value: i64) {
        self.unsigned((value << 1 ^ value >> 63) as u64);
    }

    /// A number rounded to thousandths and clamped to a trillion. NaN is written as 0.
    pub fn number(&mut self, value: f64) {
        self.signed((value * 1000.0).round().clamp(-MOST_THOUSANDTHS, MOST_THOUSANDTHS) as i64);
    }

    /// A string, truncated to `most` characters.
    pub fn text(&mut self, text: &str, most: usize) {
        let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
        self.unsigned(end as u64);
        self.bytes.extend(text.bytes().take(end));
    }

    /// Bytes as they are, without their length.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.free = 0;
        self.bytes.extend_from_slice(bytes);
    }

    /// All that was written.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads what a [`Writer`] wrote, in the same order with the same bounds. Returns `None` if the bytes are truncated, out of
/// bounds, or not what a [`Writer`] would have written; what is read after that is meaningless.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
    /// The byte whose bits are being read.
    current: u8,
    /// Bits of it that are not read yet.
    left: u32,
}

impl<'a> Reader<'a> {
    /// Reads from the first byte.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, current: 0, left: 0 }
    }

    /// A value of `width` bits, at most 32.
    pub fn bits(&mut self, width: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..width.min(u32::BITS) {
            if self.left == 0 {
                self.current = self.next()?;
                self.left = 8;
            }
            self.left -= 1;
            value = value << 1 | u32::from(self.current >> self.left & 1);
        }
        Some(value)
    }

    /// One bit.
    pub fn flag(&mut self) -> Option<bool> {
        self.bits(1).map(|bit| bit == 1)
    }

    /// A whole number from 0 on.
    pub fn unsigned(&mut self) -> Option<u64> {
        self.align()?;
        let mut value = 0;
        let mut shift = 0;
        loop {
            let byte = self.next()?;
            let part = u64::from(byte & 0x7f);
            // The tenth byte has room for one bit.
            if shift > 63 || shift == 63 && part > 1 {
                return None;
            }
            value |= part << shift;
            if byte < 0x80 {
                // A zero at the high end would be a second way to write the same number.
                return (byte > 0 || shift == 0).then_some(value);
            }
            shift += 7;
        }
    }

    /// A whole number.
    pub fn signed(&mut self) -> Option<i64> {
        self.unsigned().map(|value| (value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// A number in thousandths.
    pub fn number(&mut self) -> Option<f64> {
        let thousandths = self.signed()? as f64;
        (thousandths.abs() <= MOST_THOUSANDTHS).then(|| thousandths / 1000.0)
    }

    /// A string of at most `most` characters. It may contain any of them, so check it before showing it.
    pub fn text(&mut self, most: usize) -> Option<&'a str> {
        let length = self.unsigned()?;
        let text = core::str::from_utf8(self.raw(length)?).ok()?;
        text.char_indices().nth(most).is_none().then_some(text)
    }

    /// Raw bytes.
    pub fn raw(&mut self, length: u64) -> Option<&'a [u8]> {
        self.align()?;
        let (taken, rest) = self.rest.split_at_checked(usize::try_from(length).ok()?)?;
        self.rest = rest;
        Some(taken)
    }

    /// Whether all is read.
    #[must_use]
    pub fn is_done(&mut self) -> bool {
        self.align().is_some() && self.rest.is_empty()
    }

    /// Skips the rest of a partly read byte, which must be zero.
    fn align(&mut self) -> Option<()> {
        if u32::from(self.current) & ((1 << self.left) - 1) != 0 {
            return None;
        }
        self.left = 0;
        Some(())
    }

    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }
}
