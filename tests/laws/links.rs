//! Laws of links: they survive a round trip, damaged ones are rejected, and no string makes the program panic.

use assessment::Assessment;
use proptest::{collection::vec, prelude::*, sample::Index};
use session::{
    Course,
    link::{LONGEST, LinkState, Opened, Reader, Writer, decode, encode, fragment_of, fragment_with},
};

use super::{
    answers::{config, priorities, responses},
    forged,
    worksheets::{carried, worksheet},
};

/// A link of content 1.1 with entries in all parts.
const FIRST: &str = "s1.bhXkCAMxLjH__2-XeySSSyGySDJPwAEa7GnAAACA4gmg_gqA0w6AnJw5gKPDR4Cq6lUCFAoqhDgBgEgCAAAhAAAGUGhvbmVzAw6twegAAAAAtaUBA0FuYQQKeh-QAADADO-mAQUFub4gAACYxpjV";

fn state() -> impl Strategy<Value = LinkState> {
    (responses(), priorities(), any::<bool>(), any::<u32>(), worksheet()).prop_map(
        |(responses, priorities, full, marks, entered)| {
            let course = if full { Course::Full } else { Course::Quick };
            let answered = responses.iter().map(|(id, _)| id);
            let recheck = answered.filter(|id| marks >> id.index() & 1 == 1).collect();
            LinkState { responses, priorities, course, recheck, worksheet: carried(&entered) }
        },
    )
}

/// A state and its link, if the link is short enough to be read.
fn linked() -> impl Strategy<Value = (LinkState, String)> {
    state()
        .prop_map(|state| (link(&state), state))
        .prop_map(|(link, state)| (state, link))
        .prop_filter("the link is too long", |(_, link)| link.len() <= LONGEST)
}

fn link(state: &LinkState) -> String {
    encode(Assessment::standard(), state)
}

/// A string of link symbols, parts of addresses, and anything else.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "s[0-9]{0,4}[.-]?[A-Za-z0-9_-]{0,90}[ .>&%]?[A-Za-z]{0,3}",
        "[a-z:/?=]{0,12}#?[a-z&=/?]{0,12}(support-fit=|support-fit-)?(s1\\.|s2-)?[A-Za-z0-9_&#=%./?-]{0,60}",
    ]
}

/// One value that was written.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Bits(u32, u32),
    Flag(bool),
    Unsigned(u64),
    Signed(i64),
    Number(i64),
    Text(String),
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        (1..=32_u32, any::<u32>()).prop_map(|(width, n)| Part::Bits(width, n >> (32 - width))),
        any::<bool>().prop_map(Part::Flag),
        any::<u64>().prop_map(Part::Unsigned),
        any::<i64>().prop_map(Part::Signed),
        (-1_000_000_000_000_000..=1_000_000_000_000_000_i64).prop_map(Part::Number),
        ".{0,50}".prop_map(Part::Text),
    ]
}

proptest! {
    #![proptest_config(config(1024))]

    #[test]
    fn a_link_survives_a_round_trip((state, link) in linked()) {
        let opened = decode(Assessment::standard(), &link).unwrap();
        prop_assert_eq!((opened.unread_answers, opened.unread_entries), (0, 0));
        prop_assert_eq!(opened.state, state);
    }

    #[test]
    fn a_fragment_with_a_link_has_an_ending_that_messengers_keep(state in state()) {
        let fragment = fragment_with("", &link(&state));
        let id = fragment.strip_prefix('#').unwrap();
        prop_assert!(id.starts_with(|c: char| c.is_ascii_alphabetic()), "{}", id);
        prop_assert!(id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')), "{}", id);
        prop_assert!(!id.ends_with(['-', '_']), "{}", id);
    }

    #[test]
    fn a_link_with_only_answers_has_at_most_42_characters(responses in responses(), priorities in priorities()) {
        let state = LinkState { responses, priorities, ..LinkState::new(Assessment::standard()) };
        prop_assert!(link(&state).len() <= 42);
    }

    #[test]
    fn different_states_have_different_links(one in state(), other in state()) {
        prop_assert_eq!(one == other, link(&one) == link(&other));
    }

    #[test]
    fn values_are_read_in_the_order_they_were_written(parts in vec(part(), 0..20)) {
        let mut writer = Writer::default();
        for part in &parts {
            match part {
                Part::Bits(width, value) => writer.bits(*value, *width),
                Part::Flag(flag) => writer.flag(*flag),
                Part::Unsigned(value) => writer.unsigned(*value),
                Part::Signed(value) => writer.signed(*value),
                Part::Number(thousandths) => writer.number(*thousandths as f64 / 1000.0),
                Part::Text(text) => writer.text(text, 50),
            }
        }
        let bytes = writer.finish();
        let mut reader = Reader::new(&bytes);
        for part in parts {
            let read = match &part {
                Part::Bits(width, _) => reader.bits(*width).map(|value| Part::Bits(*width, value)),
                Part::Flag(_) => reader.flag().map(Part::Flag),
                Part::Unsigned(_) => reader.unsigned().map(Part::Unsigned),
                Part::Signed(_) => reader.signed().map(Part::Signed),
                Part::Number(_) => reader.number().map(|number| Part::Number((number * 1000.0).round() as i64)),
                Part::Text(_) => reader.text(50).map(|text| Part::Text(text.to_owned())),
            };
            prop_assert_eq!(read, Some(part));
        }
        prop_assert!(reader.is_done());
    }
}

proptest! {
    #![proptest_config(config(4096))]

    /// Up to four characters replaced, removed, inserted, swapped, truncated or repeated.
    #[test]
    fn a_modified_link_is_rejected_or_opens_as_the_original(
        (state, link) in linked(), changes in vec((any::<Index>(), 0..6_u8, any::<char>(), any::<bool>()), 1..5)
    ) {
        let mut changed: Vec<char> = link.chars().collect();
        for (at, kind, any, plain) in changes {
            if changed.is_empty() {
                break;
            }
            let at = at.index(changed.len());
            let other = if plain { char::from(b'0' + (any as u32 % 75) as u8) } else { any };
            match kind {
                0 | 1 => changed[at] = other,
                2 => drop(changed.remove(at)),
                3 => changed.insert(at, other),
                4 => changed.swap(at, (at + 1) % at.max(1)),
                _ => changed.truncate(at),
            }
        }
        let changed: String = changed.into_iter().collect();
        if let Ok(opened) = decode(Assessment::standard(), &changed) {
            prop_assert_eq!(opened.state, state);
        }
    }

    // @threat-readers
    #[test]
    fn no_text_makes_reading_a_link_panic(text in text()) {
        let _ = decode(Assessment::standard(), &text);
        if let Some(found) = fragment_of(&text) {
            prop_assert!(!found.is_empty() && text.contains(found));
            let _ = decode(Assessment::standard(), found);
        }
        let _ = fragment_with(&text, &text);
    }

    #[test]
    fn a_truncated_link_is_rejected((_, link) in linked(), end in any::<Index>()) {
        prop_assert!(decode(Assessment::standard(), &link[..end.index(link.len())]).is_err());
    }

    /// Anything that opens can be encoded as a link that opens as the same state, with nothing dropped.
    #[test]
    fn any_bytes_with_a_valid_checksum_are_rejected_or_can_be_encoded_again(
        state in state(), is_first in any::<bool>(), cut in any::<Index>(), tail in vec(any::<u8>(), 0..60),
        flips in vec((any::<Index>(), any::<u8>()), 0..3)
    ) {
        let assessment = Assessment::standard();
        // Version and fingerprint are kept, so that the bytes after them are read.
        let (prefix, head) = if is_first { ("s1.", 8) } else { ("s2-", 4) };
        let mut bytes = forged::bytes(if is_first { FIRST } else { &*Box::leak(link(&state).into_boxed_str()) });
        bytes.truncate(head + cut.index(bytes.len() - head + 1));
        bytes.extend(tail);
        for (at, byte) in flips {
            let at = head + at.index((bytes.len() - head).max(1));
            if let Some(old) = bytes.get_mut(at) {
                *old ^= byte;
            }
        }
        if let Ok(opened) = decode(assessment, &forged::link(prefix, &bytes)) {
            let again = encode(assessment, &opened.state);
            if again.len() <= LONGEST {
                let opened = Opened { unread_answers: 0, unread_entries: 0, ..opened };
                prop_assert_eq!(decode(assessment, &again), Ok(opened));
            }
        }
    }

    // @threat-readers
    #[test]
    fn no_bytes_with_a_valid_checksum_make_decoding_panic(bytes in vec(any::<u8>(), 0..200)) {
        for prefix in ["s1.", "s2-"] {
            let _ = decode(Assessment::standard(), &forged::link(prefix, &bytes));
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in vec(any::<u8>(), 0..60), kinds in vec((0..6_u8, 0..80_u32), 0..30)) {
        let mut reader = Reader::new(&bytes);
        for (kind, n) in kinds {
            match kind {
                0 => drop(reader.bits(n)),
                1 => drop(reader.flag()),
                2 => drop(reader.unsigned()),
                3 => drop(reader.signed()),
                4 => prop_assert!(reader.number().is_none_or(|number| number.abs() <= 1e12)),
                _ => prop_assert!(reader.text(n as usize).is_none_or(|text| text.chars().count() <= n as usize)),
            }
        }
    }
}

proptest! {
    #![proptest_config(config(1024))]

    #[test]
    fn a_link_in_a_fragment_is_found_again(existing in text(), (_, ours) in linked()) {
        let fragment = fragment_with(&existing, &ours);
        prop_assert_eq!(fragment_of(&fragment), Some(ours.as_str()));
        let address = format!("<https://example.com/a?b=c{fragment}>.");
        prop_assert_eq!(fragment_of(&address), Some(ours.as_str()));
        prop_assert_eq!(fragment_with(&fragment, &ours), fragment);
    }

    #[test]
    fn the_parameters_of_a_route_keep_their_order(
        route in "!?/[a-z/]{0,9}", names in vec("[a-z]{1,9}=[a-z0-9%!.-]{0,9}", 0..5), one in state(), other in state()
    ) {
        let parameters = names.join("&");
        let host = if parameters.is_empty() { route } else { [route, parameters].join("?") };
        let with = fragment_with(&host, &link(&one));
        prop_assert!(with.starts_with(&format!("#{host}")), "{}", with);
        // A later link replaces an earlier one.
        prop_assert_eq!(fragment_with(&with, &link(&other)), fragment_with(&host, &link(&other)));
    }
}
