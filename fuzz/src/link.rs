//! A link, or a text that contains one.

use std::sync::LazyLock;

use assessment::{Assessment, i18n::Catalog};

use session::{
    ENTRY_CODE, Others, Place, decode,
    link::{self, LONGEST, LinkState, fragment_of, fragment_with},
};

use super::{document::text, forged};

/// The maximum length of forged contents: encoded, a little more than a link may have.
const MOST_BYTES: usize = LONGEST * 3 / 4 + 10;

/// The maximum length of a page's address, in bytes.
const LONGEST_ADDRESS: usize = 100_000;

/// A link without answers.
static LINK: LazyLock<String> = LazyLock::new(|| {
    let assessment = Assessment::standard();
    link::encode(assessment, &LinkState::new(assessment))
});

/// Prefixes, and the start of a link with each: the version of this content; for `s1`, the fingerprint and version of 1.1.
static HEADS: LazyLock<[(&str, Vec<u8>); 2]> = LazyLock::new(|| {
    let numbers = Assessment::standard().numbers;
    let head = |version: &str| [&[version.len() as u8][..], version.as_bytes()].concat();
    let fingerprint = numbers.first_links.fingerprints[0].to_be_bytes().to_vec();
    [("s2-", head(Assessment::standard().version)), ("s1.", [fingerprint, head(numbers.first_links.version)].concat())]
});

static WORDS: LazyLock<Catalog> = LazyLock::new(Catalog::english);

/// A text with a link in it. Because a fuzzer does not guess checksums, the bytes are also read as the contents of a link, with
/// and without the start that this content expects.
pub fn link(bytes: &[u8]) {
    let text = text(bytes);
    read_text(&text);
    let bytes = &bytes[..bytes.len().min(MOST_BYTES)];
    for (prefix, head) in &*HEADS {
        opens(&forged::link(prefix, bytes));
        opens(&forged::link(prefix, &[&head[..], bytes].concat()));
    }
}

fn read_text(text: &str) {
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
    // Our link is found in any fragment of a page, and only once.
    let with_ours = fragment_with(text, &LINK);
    assert_eq!(fragment_of(&with_ours), Some(LINK.as_str()));
    assert_eq!(fragment_with(&with_ours, &LINK), with_ours);
}

/// An opened link survives a round trip as a link and as a draft; a refused link has a message.
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
    let draft = opened.state.into_draft(assessment, Place::RESULT, "");
    assert_eq!(
        decode(assessment, &draft.encode(assessment, Some(&ENTRY_CODE)), Some(&ENTRY_CODE))
            .expect("a draft of ours")
            .draft,
        draft
    );
}
