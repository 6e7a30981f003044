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

/// The start of a link of this content: its fingerprint and version.
static HEAD: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let version = Assessment::standard().version;
    forged::bytes(&LINK)[..4 + 1 + version.len()].to_vec()
});

static WORDS: LazyLock<Catalog> = LazyLock::new(Catalog::english);

/// A text with a link in it. Because a fuzzer does not guess checksums, the bytes are also read as the contents of a link, with
/// and without the content's fingerprint.
pub fn link(bytes: &[u8]) {
    let text = text(bytes);
    read_text(&text);
    let bytes = &bytes[..bytes.len().min(MOST_BYTES)];
    opens(&forged::link("s1.", bytes));
    opens(&forged::link("s1.", &[&HEAD[..], bytes].concat()));
}

fn read_text(text: &str) {
    let found = fragment_of(text);
    assert!(found.is_none_or(|found| !found.is_empty() && text.contains(found)));
    opens(text);
    if let Some(found) = found {
        opens(found);
    }
    if let Ok(others) = Others::in_text(Assessment::standard(), text) {
        assert!(!others.responses.is_empty() && !others.is_partial);
    }
    if text.len() > LONGEST_ADDRESS {
        return;
    }
    // Our link is found in any fragment of a page, only once, and can be removed again.
    let with_ours = fragment_with(text, &LINK);
    assert_eq!(fragment_of(&with_ours), Some(LINK.as_str()));
    assert_eq!(fragment_with(&with_ours, &LINK), with_ours);
    assert!(fragment_of(&fragment_with(&with_ours, "")) != Some(LINK.as_str()) || !text.contains("support-fit"));
}

/// An opened link survives a round trip as a link and as a draft; a refused link has a message.
fn opens(text: &str) {
    let assessment = Assessment::standard();
    let opened = match link::decode(assessment, text) {
        Ok(opened) => opened,
        Err(problem) => return assert!(!WORDS.get(problem.key()).is_empty()),
    };
    let again = link::encode(assessment, &opened.state);
    assert!(again.len() <= LONGEST, "{} characters", again.len());
    assert_eq!(link::decode(assessment, &again).expect("a link of ours"), opened);
    let draft = opened.state.into_draft(assessment, Place::Result, "");
    assert_eq!(
        decode(assessment, &draft.encode(assessment, Some(&ENTRY_CODE)), Some(&ENTRY_CODE))
            .expect("a draft of ours")
            .draft,
        draft
    );
}
