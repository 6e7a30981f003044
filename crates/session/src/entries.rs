//! What reads, changes and writes what was entered beside the answers. A session works without it: then the entries of a draft
//! are kept as they are written, and go back into the draft as they were. So a page whose visitor has not come to the plan
//! yet needs none of this.

use super::{Action, Draft, Problem, Refusal, Session, State, UnreadParts, draft};
use assessment::{Assessment, json::Value};
use decision::worksheet::Worksheet;

/// Entries by their names.
pub type Written = Vec<(String, Value)>;

/// The code for entries, as a table: whoever has none links none.
pub struct EntryCode {
    /// Reads entries.
    pub read: fn(&Assessment, &Value, &mut Vec<Problem>) -> (Worksheet, UnreadParts),
    /// Writes them.
    pub write: fn(&Assessment, &Worksheet, &UnreadParts) -> Written,
    /// Changes one. Gives why it was refused.
    pub change: fn(&mut Worksheet, &Assessment, Action) -> Option<Refusal>,
}

/// All of it.
pub static ENTRY_CODE: EntryCode = EntryCode { read: draft::read_worksheet, write: draft::encode_worksheet, change };

/// Changes an entry.
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
    /// Reads what is kept as it was written, and whatever comes from now on. Gives what was not understood.
    pub fn read_entries(&mut self, code: &'static EntryCode) -> Vec<Problem> {
        let (assessment, mut problems) = (self.assessment, Vec::new());
        self.code = Some(code);
        self.versions.worksheet += u32::from(!self.state.written.is_empty());
        self.state.read_entries(assessment, code, &mut problems);
        if let Some(earlier) = &mut self.earlier {
            // Already reported, or no longer relevant.
            earlier.read_entries(assessment, code, &mut Vec::new());
        }
        if let Some((_, elsewhere)) = &mut self.elsewhere {
            elsewhere.read_entries(assessment, code, &mut Vec::new());
        }
        problems
    }

    /// What reads entries, if it is there.
    #[must_use]
    pub fn entry_code(&self) -> Option<&'static EntryCode> {
        self.code
    }
}

impl State {
    fn read_entries(&mut self, assessment: &Assessment, code: &EntryCode, problems: &mut Vec<Problem>) {
        if let Some((worksheet, unread)) = read(&mut self.written, assessment, code, problems) {
            (self.worksheet, self.unread) = (worksheet, unread);
        }
    }
}

impl Draft {
    /// Reads what was kept as it was written.
    pub(super) fn read_entries(&mut self, assessment: &Assessment, code: &EntryCode, problems: &mut Vec<Problem>) {
        if let Some((worksheet, unread)) = read(&mut self.written, assessment, code, problems) {
            (self.worksheet, self.unread) = (worksheet, unread);
        }
    }
}

fn read(
    written: &mut Written,
    assessment: &Assessment,
    code: &EntryCode,
    problems: &mut Vec<Problem>,
) -> Option<(Worksheet, UnreadParts)> {
    draft::together(core::mem::take(written)).map(|document| (code.read)(assessment, &document, problems))
}

impl core::fmt::Debug for EntryCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("EntryCode")
    }
}
