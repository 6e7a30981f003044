//! What the page around the visitor may hear of what they did: enough to count steps, and nothing that they said unless it
//! asks for that.

use super::{Action, Place, Session};
use assessment::QuestionId;
use decision::response::Response;

/// Something that the visitor did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Gave the first answer.
    Start,
    /// Gave, changed or took back an answer.
    Answer {
        /// The question.
        question: QuestionId,
        /// Its place among the questions that apply, from 1.
        position: usize,
        /// How many questions apply.
        total: usize,
        /// What was said; none if it was taken back.
        response: Option<Response>,
    },
    /// Went to another place.
    Progress {
        /// Questions of the course that have a response.
        answered: usize,
        /// Questions of the course that apply.
        total: usize,
        /// Where the visitor is.
        screen: &'static str,
    },
    /// Started over or erased everything.
    Reset,
}

impl Session {
    /// Does it as [`apply`](Self::apply) does. Returns whether there is anything new to save, and what to tell.
    pub fn perform(&mut self, action: Action) -> (bool, Vec<Event>) {
        let (was_untouched, said_nothing, place) = (self.is_untouched(), self.says_nothing(), self.place());
        let touched: Vec<QuestionId> = match &action {
            Action::Respond(question, _) | Action::Retract(question) => vec![*question],
            Action::Adopt(responses) => responses.iter().map(|(question, _)| *question).collect(),
            _ => Vec::new(),
        };
        let before: Vec<Option<Response>> = touched.iter().map(|question| self.responses().get(*question)).collect();
        let is_reset = matches!(action, Action::StartOver | Action::Erase);
        let changed = self.apply(action);
        let mut events = Vec::new();
        if is_reset {
            if !was_untouched {
                events.push(Event::Reset);
            }
            return (changed, events);
        }
        let path = self.path();
        for (question, before) in touched.into_iter().zip(before) {
            let response = self.responses().get(question);
            if response == before {
                continue;
            }
            if said_nothing && events.is_empty() {
                events.push(Event::Start);
            }
            let position = path.iter().position(|q| *q == question).unwrap_or(path.len()) + 1;
            events.push(Event::Answer { question, position, total: path.len(), response });
        }
        if self.place() != place {
            let answered = path.iter().filter(|question| self.responses().get(**question).is_some()).count();
            events.push(Event::Progress { answered, total: path.len(), screen: self.place().screen() });
        }
        (changed, events)
    }
}

impl Place {
    /// What kind of screen it is, as the page around hears it.
    #[must_use]
    pub fn screen(self) -> &'static str {
        Self::SCREENS.iter().find(|(place, _)| *place == self).map_or("question", |(_, name)| name)
    }
}
