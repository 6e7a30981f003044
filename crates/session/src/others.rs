//! Somebody else's answers, from pasted text or a document, for a comparison.
//!
//! They never enter the session: no plan entries, place or course.

use super::{
    LONGEST_DRAFT, decode_whole,
    link::{self, LinkProblem, fragment_of},
};
use assessment::{Assessment, json::Value};
use decision::response::{Priorities, ResponseSet};

/// Maximum number of `#` at which a link is searched. Each costs a scan of the rest: a text of only `#` took 13 seconds.
const MOST_SIGNS: usize = 1_000;

/// Somebody else's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Others {
    /// Their responses.
    pub responses: ResponseSet,
    /// Their priorities.
    pub priorities: Priorities,
    /// Some of it was not understood and is ignored.
    pub is_partial: bool,
}

/// Why somebody's answers cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OthersProblem {
    /// The link is invalid or of another version.
    Link(LinkProblem),
    /// The document has no answers in our format.
    NoAnswers,
    /// The document comes from a later version.
    Newer,
    /// It is valid, but has no answers.
    Empty,
}

impl Others {
    /// The answers in a link, or in a text that has one somewhere, such as a mail.
    ///
    /// # Errors
    /// [`OthersProblem::Link`], or [`OthersProblem::Empty`].
    pub fn in_text(assessment: &Assessment, text: &str) -> Result<Self, OthersProblem> {
        // A mail may contain `#` before the link: "ticket #12".
        let tails = text.match_indices('#').take(MOST_SIGNS).filter_map(|(at, _)| text.get(at..));
        let mut tails = [text].into_iter().chain(tails);
        let opened = if text.len() > LONGEST_DRAFT {
            Err(LinkProblem::TooLong)
        } else if let Some(ours) = tails.find_map(fragment_of) {
            link::decode(assessment, ours)
        } else {
            Err(LinkProblem::NotOurs)
        };
        let link::Opened { state, unread_answers, .. } = opened.map_err(OthersProblem::Link)?;
        let is_partial = unread_answers > 0;
        Self { responses: state.responses, priorities: state.priorities, is_partial }.answered()
    }

    /// The answers in a draft, a report, or bare answers.
    ///
    /// # Errors
    /// [`OthersProblem`], but for that of a link.
    pub fn in_document(assessment: &Assessment, document: &Value) -> Result<Self, OthersProblem> {
        let decoded = decode_whole(assessment, document, None).map_err(|problem| match problem.path.as_str() {
            "$.schema" => OthersProblem::Newer,
            _ => OthersProblem::NoAnswers,
        })?;
        // Only answers and priorities are compared, so problems elsewhere do not matter.
        let of_answers = ["$.answers", "$.priorities"];
        let is_partial = decoded.problems.iter().any(|problem| of_answers.iter().any(|o| problem.path.starts_with(o)));
        let draft = decoded.draft;
        let problem = if is_partial { OthersProblem::NoAnswers } else { OthersProblem::Empty };
        Self { responses: draft.responses, priorities: draft.priorities, is_partial }.answered().map_err(|_| problem)
    }

    fn answered(self) -> Result<Self, OthersProblem> {
        if self.responses.is_empty() { Err(OthersProblem::Empty) } else { Ok(self) }
    }
}
