//! Optional parts of a link, each under a tag. This module does not know their content.
//!
//! A section with an unknown tag comes from a newer version; its bytes are kept for the next link.
//!
//! ```
//! use session::link::{Reader, Sections, Writer};
//!
//! const PEOPLE: u32 = 9;
//! let mut writer = Writer::default();
//! writer.number(41.5);
//! let mut sections = Sections::default();
//! sections.set(PEOPLE, &writer.finish());
//! assert_eq!(sections.get(PEOPLE).and_then(|bytes| Reader::new(bytes).number()), Some(41.5));
//! ```

use super::{Reader, Writer};

/// The sections in link format, tags ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sections {
    bytes: Vec<u8>,
}

impl Sections {
    /// Tag and bytes of each, tags ascending.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &[u8])> {
        let mut reader = Reader::new(&self.bytes);
        core::iter::from_fn(move || next(&mut reader))
    }

    /// The bytes of a section.
    #[must_use]
    pub fn get(&self, tag: u32) -> Option<&[u8]> {
        self.iter().find(|(other, _)| *other == tag).map(|(_, bytes)| bytes)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Sets the bytes of a section; empty bytes remove it.
    pub fn set(&mut self, tag: u32, bytes: &[u8]) {
        let mut writer = Writer::default();
        for (other, kept) in self.iter().filter(|(other, _)| *other < tag) {
            write(&mut writer, other, kept);
        }
        if !bytes.is_empty() {
            write(&mut writer, tag, bytes);
        }
        for (other, kept) in self.iter().filter(|(other, _)| *other > tag) {
            write(&mut writer, other, kept);
        }
        self.bytes = writer.finish();
    }

    /// As a link holds them.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The remaining sections; `None` if tags are not ascending.
    pub(super) fn read(reader: &mut Reader) -> Option<Self> {
        let mut writer = Writer::default();
        let mut last = None;
        while !reader.is_done() {
            let (tag, bytes) = next(reader)?;
            if last >= Some(tag) {
                return None;
            }
            last = Some(tag);
            write(&mut writer, tag, bytes);
        }
        Some(Self { bytes: writer.finish() })
    }
}

fn write(writer: &mut Writer, tag: u32, bytes: &[u8]) {
    writer.unsigned(u64::from(tag));
    writer.unsigned(bytes.len() as u64);
    writer.raw(bytes);
}

fn next<'a>(reader: &mut Reader<'a>) -> Option<(u32, &'a [u8])> {
    let tag = u32::try_from(reader.unsigned()?).ok()?;
    let length = reader.unsigned()?;
    Some((tag, reader.raw(length)?))
}
