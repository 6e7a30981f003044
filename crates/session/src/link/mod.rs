//! The link that carries the whole state in the fragment of an address, so that no server ever gets it.
//!
//! ```text
//! https://example.com/it#support-fit=s1.qvZ1…
//!                        name       │  └ base64url, no padding: content, state, sections, checksum
//!                                   └ format version
//! ```
//!
//! | part      | bytes  | what it holds                                                                                  |
//! |-----------|--------|------------------------------------------------------------------------------------------------|
//! | content   | 4      | fingerprint of the ids of questions, options, choices and dimensions, in their order           |
//! |           | 1 to 9 | version of the content: its length, and at most 8 letters, digits, dots and hyphens            |
//! | state     | 14     | a bit for the course, 2 bits a dimension, and for each question as many bits as it has states |
//! | sections  | any    | tag, length and bytes of each, tags ascending                                                  |
//! | checksum  | 4      | CRC-32 of the format version as it is written and of all bytes before                          |
//!
//! Prefix and checksum stand where they stand in every later format too: so a link that was cut or mistyped is told from
//! one of a newer version. All is written in one way only, so the same state is the same link.
//!
//! Bits have a meaning only under the content that they were packed by. A link of other content is refused and never
//! guessed at, though its version can be named. A later build may look the fingerprint up among older contents and read
//! the link by their ids.
//!
//! It keeps nothing, opens nothing and shows nothing; what to do with a state that was read is for the caller to ask.
//!
//! | module | concern |
//! |---|---|
//! | `address` | ours among other parts of a fragment |
//! | `envelope` | from bytes to text and back: prefix, base64url, checksum |
//! | `packing` | answers, priorities and course as bits |
//! | `section` | parts under tags, those of newer versions too |
//! | `entered` | what was entered beside the answers, as sections |
//! | `bytes` | bits, numbers and texts as bytes |
//!
//! ```
//! use assessment::{Assessment, named::cap};
//! use decision::response::Response;
//! use session::link::{LinkState, decode, encode, fragment_of, fragment_with};
//!
//! let assessment = Assessment::standard();
//! let mut state = LinkState::new(assessment);
//! state.responses.set(cap::QUESTION, Some(Response::One(cap::LEAD)));
//! let fragment = fragment_with("#section-2", &encode(assessment, &state));
//! let pasted = format!("<https://example.com/it{fragment}>.");
//! let opened = decode(assessment, fragment_of(&pasted).unwrap()).unwrap();
//! assert_eq!(opened.state, state);
//! ```

mod address;
mod bytes;
mod entered;
mod envelope;
mod packing;
mod problem;
mod section;

pub use address::{fragment_of, fragment_with, is_meant_as_link};
pub use bytes::{Reader, Writer};
pub use envelope::LONGEST;
pub use problem::LinkProblem;
pub use section::Sections;

use super::{Course, Draft, Place, Session, UnreadParts};
use assessment::Assessment;
use decision::{
    response::{Priorities, ResponseSet},
    worksheet::Worksheet,
};

/// What a link carries.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkState {
    /// What was said.
    pub responses: ResponseSet,
    /// What matters.
    pub priorities: Priorities,
    /// How far the visitor goes.
    pub course: Course,
    /// What was entered beside the answers. A link takes no notes along, nor names and answers of providers.
    pub worksheet: Worksheet,
    /// What this build cannot show. What is entered here stands in place of a section with the same tag.
    pub sections: Sections,
}

impl LinkState {
    /// Nothing said, rated or entered, on the quick course.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        Self {
            responses: ResponseSet::new(assessment),
            priorities: Priorities::new(assessment),
            course: Course::Quick,
            worksheet: Worksheet::new(assessment),
            sections: Sections::default(),
        }
    }

    /// What a session holds.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        Self {
            responses: session.responses().clone(),
            priorities: session.priorities().clone(),
            course: session.course(),
            worksheet: session.worksheet().clone(),
            sections: Sections::default(),
        }
    }

    /// A draft of it, to be opened at a place as one of another tab is: by asking first. What it does not carry is empty there.
    #[must_use]
    pub fn into_draft(self, assessment: &Assessment, place: Place, time: &str) -> Draft {
        Draft {
            content: assessment.version.to_owned(),
            recheck: Vec::new(),
            saved: time.to_owned(),
            place,
            returns_to: None,
            course: self.course,
            responses: self.responses,
            priorities: self.priorities,
            unrecognized: Vec::new(),
            worksheet: self.worksheet,
            unread: UnreadParts::default(),
            written: Vec::new(),
        }
    }
}

/// What was read from a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The state. Made into a link again, it is the same link, sections that are not known included.
    pub state: LinkState,
    /// How many of its sections are not shown here: a newer version made them, or one whose steps, tasks or figures are others.
    pub unknown_sections: usize,
}

/// The state as `s1.…`, without the name that goes before it in a fragment. It is 38 characters long where nothing was
/// entered beside the answers. [`decode`] refuses one that is longer than [`LONGEST`]: offer a file instead.
#[must_use]
pub fn encode(assessment: &Assessment, state: &LinkState) -> String {
    let mut writer = Writer::default();
    writer.bits(packing::fingerprint(assessment), u32::BITS);
    writer.text(&packing::version(assessment), packing::LONGEST_VERSION);
    packing::write(assessment, state, &mut writer);
    let mut sections = state.sections.clone();
    entered::write(assessment, &state.worksheet, &mut sections);
    writer.raw(sections.bytes());
    envelope::close(&writer.finish())
}

/// Reads what [`encode`] wrote, as [`fragment_of`] found it. What a mail program puts behind a link (space, punctuation,
/// brackets) is left out.
///
/// # Errors
/// [`LinkProblem`]: nothing of the link counts then.
pub fn decode(assessment: &Assessment, text: &str) -> Result<Opened, LinkProblem> {
    let bytes = envelope::open(text)?;
    let mut reader = Reader::new(&bytes);
    let fingerprint = reader.bits(u32::BITS);
    let version = reader.text(packing::LONGEST_VERSION).filter(|text| text.chars().all(packing::is_of_version));
    let (Some(fingerprint), Some(version)) = (fingerprint, version) else { return Err(LinkProblem::Damaged) };
    if fingerprint != packing::fingerprint(assessment) {
        return Err(LinkProblem::OtherContent { version: version.to_owned() });
    }
    let state = packing::read(assessment, &mut reader).ok_or(LinkProblem::Damaged)?;
    let (worksheet, sections) = entered::read(assessment, &state.sections).ok_or(LinkProblem::Damaged)?;
    let unknown_sections = sections.iter().count();
    let state = LinkState { worksheet, sections, ..state };
    Ok(Opened { state, unknown_sections })
}
