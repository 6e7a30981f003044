//! Parts of a link beside answers: written, replaced, kept when nobody knows them.

use session::link::Sections;

use super::{LinkProblem, forged, full, link, open};

fn listed(sections: &Sections) -> Vec<(u32, Vec<u8>)> {
    sections.iter().map(|(tag, bytes)| (tag, bytes.to_vec())).collect()
}

#[test]
fn a_section_that_nobody_knows_is_counted_kept_and_written_again() {
    let mut state = full();
    state.sections.set(4_000_000_000, b"of a later version");
    state.sections.set(900, &[0]);
    let text = link(&state);
    let opened = open(&text).unwrap();
    assert_eq!(opened.unknown_sections, 2);
    assert_eq!(opened.state, state);
    assert_eq!(link(&opened.state), text);
}

#[test]
fn sections_stand_in_the_order_of_their_tags_however_they_were_put_in() {
    let mut sections = Sections::default();
    for tag in [7, 300, 0, 12] {
        sections.set(tag, &[tag as u8]);
    }
    assert_eq!(listed(&sections), [(0, vec![0]), (7, vec![7]), (12, vec![12]), (300, vec![44])]);
    assert_eq!(sections.get(12), Some(&[12][..]));
    assert_eq!(sections.get(13), None);
}

#[test]
fn a_section_that_is_put_in_again_is_replaced_and_one_without_bytes_is_taken_out() {
    let mut sections = Sections::default();
    sections.set(1, b"a");
    sections.set(2, b"b");
    sections.set(1, b"longer");
    assert_eq!(listed(&sections), [(1, b"longer".to_vec()), (2, b"b".to_vec())]);
    sections.set(1, b"");
    assert_eq!(listed(&sections), [(2, b"b".to_vec())]);
    sections.set(2, b"");
    assert!(sections.is_empty());
    assert_eq!(sections, Sections::default());
}

#[test]
fn an_empty_section_of_a_newer_version_is_kept() {
    let mut bytes = forged::bytes(&link(&full()));
    bytes.extend([200, 1, 0]);
    let text = forged::link("s1.", &bytes);
    let opened = open(&text).unwrap();
    assert_eq!(opened.state.sections.get(200), Some(&[][..]));
    assert_eq!(link(&opened.state), text);
    // Also when another one is put in beside it.
    let mut sections = opened.state.sections;
    sections.set(3, b"x");
    assert_eq!(listed(&sections), [(3, b"x".to_vec()), (200, Vec::new())]);
}

#[test]
fn sections_that_no_writer_wrote_are_refused() {
    let broken: [&[u8]; 9] = [
        &[5],                                  // a tag alone
        &[5, 2, 9],                            // fewer bytes than said
        &[5, 0, 5, 0],                         // a tag twice
        &[5, 0, 4, 0],                         // tags that go down
        &[0x85, 0, 0],                         // a tag that is longer than it has to be
        &[5, 0x80, 0],                         // a length that is
        &[0xFF, 0xFF, 0xFF, 0xFF, 0x10, 0],    // a tag above 32 bits
        &[5, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 7], // more bytes than there can be
        &[0xFF; 30],                           // a number without an end
    ];
    for tail in broken {
        let mut bytes = forged::bytes(&link(&full()));
        bytes.extend(tail);
        assert_eq!(open(&forged::link("s1.", &bytes)), Err(LinkProblem::Damaged), "{tail:?}");
    }
}
