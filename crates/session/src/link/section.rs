//! Optional parts of a link, each under a tag. This module does not know their content.

use super::{Reader, Writer};

/// Writes a section.
pub(super) fn write(writer: &mut Writer, tag: u32, bytes: &[u8]) {
    writer.unsigned(u64::from(tag));
    writer.unsigned(bytes.len() as u64);
    writer.raw(bytes);
}

/// The tags and bytes of the remaining sections; `None` if they are invalid or their tags are not ascending.
pub(super) fn read_all<'a>(reader: &mut Reader<'a>) -> Option<Vec<(u32, &'a [u8])>> {
    let mut sections: Vec<(u32, &[u8])> = Vec::new();
    while !reader.is_done() {
        let tag = u32::try_from(reader.unsigned()?).ok()?;
        let length = reader.unsigned()?;
        if sections.last().is_some_and(|(last, _)| *last >= tag) {
            return None;
        }
        sections.push((tag, reader.raw(length)?));
    }
    Some(sections)
}
