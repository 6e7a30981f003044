//! A link, or a text that has one somewhere.

use std::sync::LazyLock;

use assessment::{Assessment, i18n::Catalog};

use session::{
    Others, Place, decode,
    link::{self, LONGEST, LinkState, fragment_of, fragment_with},
};

use super::{document::text, forged};

/// Most bytes that are put under a checksum; as symbols they are a little more than a link may have.
const MOST_BYTES: usize = LONGEST * 3 / 4 + 10;

/// The longest address of a page, in bytes.
const LONGEST_ADDRESS: usize = 100_000;

/// A link of ours, with nothing in it.
static LINK: LazyLock<String> = LazyLock::new(|| {
    let assessment = Assessment::standard();
    link::encode(assessment, &LinkState::new(assessment))
});

/// What a link begins with: the version of this content; and in the format `s1`, the fingerprint and the version of 1.1.
static HEADS: LazyLock<[(&str, Vec<u8>); 2]> = LazyLock::new(|| {
    let numbers = Assessment::standard().numbers;
    let head = |version: &str| [&[version.len() as u8][..], version.as_bytes()].concat();
    let fingerprint = numbers.first_links.fingerprints[0].to_be_bytes().to_vec();
    [("s2-", head(Assessment::standard().version)), ("s1.", [fingerprint, head(numbers.first_links.version)].concat())]
});

static WORDS: LazyLock<Catalog> = LazyLock::new(Catalog::english);

/// A text with a link in it. No fuzzer guesses a checksum, so the bytes are read as the contents of a link as well: all of
/// them, and all behind the content's version.
pub fn link(bytes: &[u8]) {
    let text = text(bytes);
    reads_a_text(&text);
    let bytes = &bytes[..bytes.len().min(MOST_BYTES)];
    for (prefix, head) in &*HEADS {
        opens(&forged::link(prefix, bytes));
        opens(&forged::link(prefix, &[&head[..], bytes].concat()));
    }
}

fn reads_a_text(text: &str) {
    let found = fragment_of(text);
    assert!(found.is_none_or(|found| !found.is_empty() && text.contains(found)));
    opens(text);
    if let Some(found) = found {
        opens(found);
    }
    if let Ok(others) = Others::in_text(Assessment::standard(), text) {
        assert!(!others.responses.is_empty());
    }
    if text.len() > LONGEST_ADDRESS {
        return;
    }
    // Ours is found beside whatever a page has in its address, once.
    let with_ours = fragment_with(text, &LINK);
    assert_eq!(fragment_of(&with_ours), Some(LINK.as_str()));
    assert_eq!(fragment_with(&with_ours, &LINK), with_ours);
}

/// What is opened is written as a link of it, and kept as the same draft; what is not says why and what to do.
fn opens(text: &str) {
    let assessment = Assessment::standard();
    let opened = match link::decode(assessment, text) {
        Ok(opened) => opened,
        Err(problem) => return assert!(!WORDS.get(problem.key()).is_empty()),
    };
    let again = link::encode(assessment, &opened.state);
    if again.len() <= LONGEST {
        assert_eq!(link::decode(assessment, &again).expect("a link of ours").state, opened.state);
    }
    let draft = opened.state.into_draft(assessment, Place::Result, "");
    assert_eq!(decode(assessment, &draft.encode(assessment)).expect("a draft of ours").draft, draft);
}
