//! The code that only the later module has: it decodes, changes and encodes plan entries, and orders questions. A session
//! works without it: it keeps the entries as raw JSON and
//! writes them back unchanged, so the start module does not need this code.

use super::{Action, Draft, Problem, Refusal, Session, State, UnreadParts, ahead::ask_next, draft};
use assessment::{Assessment, QuestionId, json::Value};
use decision::worksheet::Worksheet;

/// Plan entries as raw JSON, by name.
pub type RawEntries = Vec<(String, Value)>;

/// That code, as function pointers, so that it is linked only where [`ENTRY_CODE`] is named.
pub struct EntryCode {
    pub read: fn(&Assessment, &Value, &mut Vec<Problem>) -> (Worksheet, UnreadParts),
    pub write: fn(&Assessment, &Worksheet, &UnreadParts) -> RawEntries,
    /// Changes one. Returns why it was refused, or `None`.
    pub change: fn(&mut Worksheet, &Assessment, Action) -> Option<Refusal>,
    /// Carries out [`Action::AskNext`].
    pub ask_next: fn(&mut Session, QuestionId),
}

pub static ENTRY_CODE: EntryCode =
    EntryCode { read: draft::read_worksheet, write: draft::encode_worksheet, change, ask_next };

fn change(worksheet: &mut Worksheet, assessment: &Assessment, action: Action) -> Option<Refusal> {
    let refused = match action {
        Action::Duty(change) => worksheet.duties.apply(change),
        Action::Step(change) => worksheet.steps.apply(assessment, change),
        Action::Measure(change) => worksheet.scorecard.apply(assessment, change),
        Action::Ask(change) => worksheet.questions.apply(assessment, change),
        Action::Figure(change) => return worksheet.figures.apply(assessment, change).err().map(Refusal::Figures),
        _ => Ok(()),
    };
    refused.err().map(Refusal::Entry)
}

impl Session {
    /// Decodes the raw entries, and from now on those of every draft. Returns what was not understood.
    pub fn read_entries(&mut self, code: &'static EntryCode) -> Vec<Problem> {
        let (assessment, mut problems) = (self.assessment, Vec::new());
        self.code = Some(code);
        self.versions.worksheet += u32::from(!self.state.raw_entries.is_empty());
        self.state.read_entries(assessment, code, &mut problems);
        if let Some(earlier) = &mut self.earlier {
            // Already reported, or no longer relevant.
            earlier.read_entries(assessment, code, &mut Vec::new());
        }
        let offered = self.offers.iter_mut().map(|offered| &mut *offered.draft);
        for draft in offered.chain(&mut self.replaced) {
            draft.read_entries(assessment, code, &mut Vec::new());
        }
        problems
    }

    /// The code for plan entries, once it is loaded.
    #[must_use]
    pub fn entry_code(&self) -> Option<&'static EntryCode> {
        self.code
    }
}

impl State {
    fn read_entries(&mut self, assessment: &Assessment, code: &EntryCode, problems: &mut Vec<Problem>) {
        if let Some((worksheet, unread)) = read(&mut self.raw_entries, assessment, code, problems) {
            (self.worksheet, self.unread) = (worksheet, unread);
        }
    }
}

impl Draft {
    /// Decodes the raw entries.
    pub(super) fn read_entries(&mut self, assessment: &Assessment, code: &EntryCode, problems: &mut Vec<Problem>) {
        if let Some((worksheet, unread)) = read(&mut self.raw_entries, assessment, code, problems) {
            (self.worksheet, self.unread) = (worksheet, unread);
        }
    }
}

fn read(
    written: &mut RawEntries,
    assessment: &Assessment,
    code: &EntryCode,
    problems: &mut Vec<Problem>,
) -> Option<(Worksheet, UnreadParts)> {
    draft::as_object(core::mem::take(written)).map(|document| (code.read)(assessment, &document, problems))
}

impl core::fmt::Debug for EntryCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("EntryCode")
    }
}
