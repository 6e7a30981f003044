//! Links carry the whole state in the URL fragment, which is never sent to a server.
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
//! Every later format keeps prefix and checksum in place, so that a damaged link can be distinguished from a newer one. The
//! encoding is canonical: the same state gives the same link.
//!
//! Bits have a meaning only with the content they were packed with. A link with other content is refused, and its version is
//! reported. A later build may look up the fingerprint among older contents and read the link by their ids.
//!
//! This module has no side effects; the caller decides what to do with a decoded state.
//!
//! | module | concern |
//! |---|---|
//! | `address` | ours among other parts of a fragment |
//! | `envelope` | from bytes to text and back: prefix, base64url, checksum |
//! | `packing` | answers, priorities and course as bits |
//! | `section` | parts under tags, those of newer versions too |
//! | `entered` | the plan entries, as sections |
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
    /// The responses.
    pub responses: ResponseSet,
    /// The priorities.
    pub priorities: Priorities,
    /// The course.
    pub course: Course,
    /// The plan entries. A link has no notes and no names or answers of providers.
    pub worksheet: Worksheet,
    /// Sections that this build does not know. An entry replaces a section with the same tag.
    pub sections: Sections,
}

impl LinkState {
    /// No answers, ratings or entries, on the quick course.
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

    /// The state of a session.
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

    /// A draft at a place, to be offered to the visitor. What a link does not carry is empty.
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
            raw_entries: Vec::new(),
        }
    }
}

/// A decoded link.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The state. Encoding it again gives the same link, including unknown sections.
    pub state: LinkState,
    /// Sections that this build cannot show: they come from a newer version, or from one with other steps, tasks or figures.
    pub unknown_sections: usize,
}

/// The state as `s1.…`, without the name that precedes it in a fragment. It has 38 characters if there are no plan entries.
/// [`decode`] refuses a link longer than [`LONGEST`]: offer a file instead.
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

/// Reads what [`encode`] wrote, as [`fragment_of`] found it. Trailing space, punctuation and brackets are ignored.
///
/// # Errors
/// [`LinkProblem`]; nothing of the link is used then.
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
