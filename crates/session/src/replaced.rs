//! Answers that opened ones have replaced. Undo is lost with the page, so they are saved next to the draft before it is
//! overwritten, and the next visit offers them.

use super::{Draft, Session, Source, State};
use assessment::{Assessment, json::Value};
use decision::response::Priorities;

impl Draft {
    /// Whether these are answers of the visitor's own. Those from a link are not until one, or a plan entry, is changed.
    pub(super) fn is_own(&self, assessment: &Assessment) -> bool {
        let is_untouched = self.responses.is_empty()
            && self.priorities == Priorities::new(assessment)
            && self.worksheet.is_empty()
            && self.raw_entries.is_empty();
        (!self.opened || self.entered) && !is_untouched
    }
}

impl Session {
    /// Whether something has to be saved of replaced answers, or removed.
    #[must_use]
    pub fn is_replaced_due(&self) -> bool {
        self.is_replaced_due
    }

    /// The replaced answers as a draft.
    #[must_use]
    pub fn replaced(&self) -> Option<Value> {
        self.replaced.as_ref().map(|draft| draft.encode(self.assessment, self.code))
    }

    /// Looks at whether an action has replaced answers, or brought them back.
    pub(super) fn note_replaced(&mut self, before: &State, is_undo: bool, opens: Option<Source>) {
        let is_swap = opens == Some(Source::Replaced) || is_undo && core::mem::take(&mut self.undoes_swap);
        // The answers that have replaced these were never saved, so they do not push them out.
        let is_waiting = self.is_replaced_due && self.replaced.is_some();
        if is_swap || self.replaced.as_ref().is_some_and(|replaced| self.has_same_answers(replaced)) {
            self.finish_replaced();
        }
        if (is_swap || opens.is_some()) && !is_waiting {
            let before = before.draft(self.assessment, "");
            if before.is_own(self.assessment) && !self.has_same_answers(&before) {
                (self.replaced, self.is_replaced_due) = (Some(before), true);
                self.forget(Source::Replaced);
            }
        }
    }

    /// The visitor has finished with the replaced answers.
    pub(super) fn finish_replaced(&mut self) {
        // Those that were not saved yet are not to be removed.
        self.is_replaced_due = self.replaced.take().is_none() || !self.is_replaced_due;
        self.forget(Source::Replaced);
    }
}
