//! Links carry the whole state in the URL fragment, which is never sent to a server.
//!
//! ```text
//! https://example.com/it#support-fit-s2-AzEuMq9t…
//!                        name        │  └ base64url, no padding: version, state, sections, checksum
//!                                    └ format
//! ```
//!
//! | part     | bytes  | what it holds                                                                                 |
//! |----------|--------|-----------------------------------------------------------------------------------------------|
//! | version  | 1 to 9 | of the content: its length, and at most 8 letters, digits, dots and hyphens                   |
//! | state    | 20     | a bit for the course, 2 bits a dimension, and a half-byte for each question, by number        |
//! | sections | any    | tag, length and bytes of each, tags ascending                                                 |
//! | checksum | 4      | CRC-32 of the format as it is written (`s2-`) and of all bytes before                         |
//!
//! The fragment is a valid id, since scripts of host pages use it as a selector. Every later format keeps prefix and checksum
//! in place, so that a damaged link can be distinguished from a newer one.
//!
//! Questions, answers, steps and questions to ask have [permanent numbers](assessment::Numbers), so a link opens under any
//! later content. What a content does not know is left out and counted. It is never written again, so that nobody can hide
//! marks in the links of others. Answers to questions that have changed since the link's version need a recheck.
//!
//! Links of the format `s1` refer to the ids of their content by position. Those of content 1.1 are read with a table.
//!
//! This module has no side effects; the caller decides what to do with a decoded state.
//!
//! | module | concern |
//! |---|---|
//! | `address` | ours among other parts of a fragment |
//! | `envelope` | from bytes to text and back: format, base64url, checksum |
//! | `numbered` | answers by their permanent numbers |
//! | `packing` | answers, priorities and course as bits |
//! | `first` | the same in links of the format `s1` |
//! | `section` | optional parts under tags |
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
//! let fragment = fragment_with("#/pricing", &encode(assessment, &state));
//! let pasted = format!("<https://example.com/it{fragment}>.");
//! let opened = decode(assessment, fragment_of(&pasted).unwrap()).unwrap();
//! assert_eq!(opened.state, state);
//! ```

mod address;
mod bytes;
mod entered;
mod envelope;
mod first;
mod numbered;
mod packing;
mod problem;
mod section;

pub use address::{fragment_of, fragment_with, is_meant_as_link};
pub use bytes::{Reader, Writer};
pub use envelope::LONGEST;
pub use problem::LinkProblem;

use self::envelope::Format;
use super::{Course, Draft, Place, Session, UnreadParts, draft::recheck_since};
use assessment::{Assessment, QuestionId};
use decision::{
    response::{Priorities, ResponseSet},
    worksheet::Worksheet,
};

/// Maximum length of the content's version in a link, in characters.
const LONGEST_VERSION: usize = 8;

/// What a link carries.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkState {
    /// The responses.
    pub responses: ResponseSet,
    /// The priorities.
    pub priorities: Priorities,
    /// The course.
    pub course: Course,
    /// Answered questions that have changed since they were answered, in the order asked.
    pub recheck: Vec<QuestionId>,
    /// The plan entries. A link has no notes and no names or answers of providers.
    pub worksheet: Worksheet,
}

impl LinkState {
    /// No answers, ratings or entries, on the quick course.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        Self {
            responses: ResponseSet::new(assessment),
            priorities: Priorities::new(assessment),
            course: Course::Quick,
            recheck: Vec::new(),
            worksheet: Worksheet::new(assessment),
        }
    }

    /// The state of a session.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        Self {
            responses: session.responses().clone(),
            priorities: session.priorities().clone(),
            course: session.course(),
            recheck: session.state.recheck.clone(),
            worksheet: session.worksheet().clone(),
        }
    }

    /// A draft at a place, to be offered to the visitor. What a link does not carry is empty.
    #[must_use]
    pub fn into_draft(self, assessment: &Assessment, place: Place, time: &str) -> Draft {
        Draft {
            content: assessment.version.to_owned(),
            saved: time.to_owned(),
            place,
            returns_to: None,
            course: self.course,
            asked: Vec::new(),
            responses: self.responses,
            priorities: self.priorities,
            recheck: self.recheck,
            opened: true,
            entered: false,
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
    /// The state.
    pub state: LinkState,
    /// The number of answers and ratings that this content does not know.
    pub unread_answers: usize,
    /// The number of plan entries that were not read: whole sections, and steps and questions to ask that this content does
    /// not have.
    pub unread_entries: usize,
}

/// The state as `s2-…`, without the name that precedes it in a fragment. It has about 40 characters if there are no plan
/// entries. [`decode`] refuses a link longer than [`LONGEST`]: offer a file instead.
#[must_use]
pub fn encode(assessment: &Assessment, state: &LinkState) -> String {
    let mut writer = Writer::default();
    let version: String = assessment.version.chars().filter(|c| is_of_version(*c)).take(LONGEST_VERSION).collect();
    writer.text(&version, LONGEST_VERSION);
    packing::write(assessment, state, &mut writer);
    entered::write(assessment, state, &mut writer);
    envelope::close(&writer.finish())
}

/// Reads what [`encode`] wrote, as [`fragment_of`] found it, or a link of the format `s1`. Trailing space, punctuation and
/// brackets are ignored.
///
/// # Errors
/// [`LinkProblem`]; nothing of the link is used then.
pub fn decode(assessment: &Assessment, text: &str) -> Result<Opened, LinkProblem> {
    let (format, bytes) = envelope::open(text)?;
    let mut reader = Reader::new(&bytes);
    let fingerprint = if format == Format::First { reader.bits(u32::BITS) } else { None };
    let version = reader.text(LONGEST_VERSION).filter(|text| text.chars().all(is_of_version));
    let mut version = version.ok_or(LinkProblem::Damaged)?;
    let mut opened = Opened { state: LinkState::new(assessment), unread_answers: 0, unread_entries: 0 };
    let read = match fingerprint {
        None => packing::read(assessment, &mut reader, &mut opened),
        Some(fingerprint) if fingerprint == first::fingerprint(assessment) => {
            version = assessment.numbers.first_links.version;
            first::read(assessment, &mut reader, &mut opened)
        }
        Some(_) => return Err(LinkProblem::OtherContent { version: version.to_owned() }),
    };
    read.ok_or(LinkProblem::Damaged)?;
    let state = &mut opened.state;
    state.recheck = recheck_since(assessment, version, &mut state.responses).unwrap_or_default();
    entered::read(assessment, format, &mut reader, &mut opened).ok_or(LinkProblem::Damaged)?;
    Ok(opened)
}

/// Characters allowed in a version, which is shown to visitors unescaped.
fn is_of_version(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.' || c == '-'
}
