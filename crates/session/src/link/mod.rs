//! The link that carries the whole state in the fragment of an address, so that no server ever gets it.
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
//! The fragment is a valid id, since scripts of host pages use it as a selector. Format and checksum are where they are in
//! every later format, so a link that was cut or mistyped is told from one of a newer format.
//!
//! Questions, answers, steps and questions to ask are named by their [permanent numbers](assessment::Numbers), so a link
//! opens under any later content. What a content does not know is left out and counted; it is never written again, so nobody
//! can hide something in links that somebody else makes. An answer to a question that has changed since the link's version
//! is to be looked at again.
//!
//! Links of the format `s1` count along the ids of their content. Those of content 1.1 are read by a table of it.
//!
//! It keeps nothing, opens nothing and shows nothing; what to do with a state that was read is for the caller to ask.
//!
//! | module | concern |
//! |---|---|
//! | `address` | ours among other parts of a fragment |
//! | `envelope` | from bytes to text and back: format, base64url, checksum |
//! | `numbered` | answers by their permanent numbers |
//! | `packing` | answers, priorities and course as bits |
//! | `first` | the same in links of the format `s1` |
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

/// Longest version of the content that is written, in characters.
const LONGEST_VERSION: usize = 8;

/// What a link carries.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkState {
    /// What was said.
    pub responses: ResponseSet,
    /// What matters.
    pub priorities: Priorities,
    /// How far the visitor goes.
    pub course: Course,
    /// Answered questions that have changed since they were answered, in the order asked.
    pub recheck: Vec<QuestionId>,
    /// What was entered beside the answers. A link takes no notes along, nor names and answers of providers.
    pub worksheet: Worksheet,
}

impl LinkState {
    /// Nothing said, rated or entered, on the quick course.
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

    /// What a session holds.
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

    /// A draft of it, to be opened at a place as one of another tab is: by asking first. What it does not carry is empty there.
    #[must_use]
    pub fn into_draft(self, assessment: &Assessment, place: Place, time: &str) -> Draft {
        Draft {
            content: assessment.version.to_owned(),
            saved: time.to_owned(),
            place,
            returns_to: None,
            course: self.course,
            responses: self.responses,
            priorities: self.priorities,
            recheck: self.recheck,
            opened: true,
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
    /// The state.
    pub state: LinkState,
    /// How many answers and ratings this content does not know.
    pub unread_answers: usize,
    /// How much of what was entered could not be read: whole sections, and steps and questions to ask that this content does
    /// not have.
    pub unread_entries: usize,
}

/// The state as `s2-…`, without the name that goes before it in a fragment. It is about 40 characters long where nothing was
/// entered beside the answers. [`decode`] refuses one that is longer than [`LONGEST`]: offer a file instead.
#[must_use]
pub fn encode(assessment: &Assessment, state: &LinkState) -> String {
    let mut writer = Writer::default();
    let version: String = assessment.version.chars().filter(|c| is_of_version(*c)).take(LONGEST_VERSION).collect();
    writer.text(&version, LONGEST_VERSION);
    packing::write(assessment, state, &mut writer);
    entered::write(assessment, state, &mut writer);
    envelope::close(&writer.finish())
}

/// Reads what [`encode`] wrote, as [`fragment_of`] found it, or a link of the format `s1`. What a mail program puts behind a
/// link (space, punctuation, brackets) is left out.
///
/// # Errors
/// [`LinkProblem`]: nothing of the link counts then.
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

/// What a version may hold; it is shown to people as it is.
fn is_of_version(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '.' || c == '-'
}
