//! Navigation: along the course, to one place to change something, and back.

use super::{Course, Place, Session, View};
use assessment::QuestionId;
use decision::response::{Reading, is_asked};

impl Session {
    /// The questions of the course that apply now, in the order asked. The full course starts with those of the quick check,
    /// so that continuing after it does not start over.
    #[must_use]
    pub fn path(&self) -> Vec<QuestionId> {
        let reading = Reading::of(self.assessment, &self.state.responses);
        self.course_questions().into_iter().filter(|id| is_asked(self.assessment, *id, &reading)).collect()
    }

    /// The questions of the course, whether they apply or not.
    pub(super) fn course_questions(&self) -> Vec<QuestionId> {
        let mut questions = self.assessment.quick.to_vec();
        if self.state.course == Course::Full {
            let mut add = |id| {
                if !questions.contains(&id) {
                    questions.push(id);
                }
            };
            self.state.asked.iter().copied().for_each(&mut add);
            self.assessment.questions().for_each(|(id, _)| add(id));
        }
        questions
    }

    /// The questions that apply and have no response, in the order of the full course.
    #[must_use]
    pub fn open_questions(&self) -> Vec<QuestionId> {
        let reading = Reading::of(self.assessment, &self.state.responses);
        let is_open = |id: &QuestionId| self.state.responses.get(*id).is_none();
        let asked = self.assessment.questions().map(|(id, _)| id).filter(|id| is_asked(self.assessment, *id, &reading));
        asked.filter(is_open).collect()
    }

    /// Where Next leads; `None` at an unanswered question.
    #[must_use]
    pub fn destination(&self) -> Option<Place> {
        let back = self.state.returns_to;
        match self.state.place {
            Place::Question(id) => {
                self.state.responses.get(id)?;
                if back.is_some() {
                    return self.follow_up(id).map(Place::Question).or(back);
                }
                let path = self.path();
                let after = path.iter().position(|q| *q == id).and_then(|n| path.get(n + 1));
                Some(after.map_or_else(|| self.after_questions(), |q| Place::Question(*q)))
            }
            Place::Overview => self.open_on_course().map(Place::Question).or(Some(Place::Priorities)),
            Place::Priorities => back.or(Some(Place::Check)),
            Place::Check => Some(Place::RESULT),
            Place::Result(_) => None,
        }
    }

    /// Whether something is to be computed in the next pause: what the next step shows, or whether the open questions of the
    /// full course could change the result.
    #[must_use]
    pub fn is_worth_preparing(&self) -> bool {
        match self.destination() {
            Some(Place::Question(_)) => self.state.course == Course::Full,
            Some(Place::Priorities | Place::Check | Place::Result(_)) => true,
            Some(Place::Overview) | None => false,
        }
    }

    fn after_questions(&self) -> Place {
        match self.state.course {
            Course::Quick => Place::RESULT,
            Course::Full => Place::Priorities,
        }
    }

    /// The question that an answer has just opened, if it has no response yet.
    fn follow_up(&self, id: QuestionId) -> Option<QuestionId> {
        let depends_on =
            |q: &QuestionId| self.assessment.question(*q).asked_unless.iter().any(|test| test.question == id);
        self.open_questions().into_iter().find(depends_on)
    }

    /// The first question of the course that applies and has no response.
    fn open_on_course(&self) -> Option<QuestionId> {
        self.path().into_iter().find(|id| self.state.responses.get(*id).is_none())
    }

    pub(super) fn next(&mut self) {
        match self.destination() {
            Some(place) if self.state.returns_to == Some(place) => self.come_back(place),
            Some(place) => self.step_to(place),
            None => self.answer_missing = matches!(self.state.place, Place::Question(_)),
        }
    }

    /// Goes forward. A follow-up question that the answer has just opened is still part of the visit.
    fn step_to(&mut self, place: Place) {
        let is_follow_up = matches!((self.state.place, place), (Place::Question(_), Place::Question(_)));
        match is_follow_up {
            true => self.state.place = place,
            false => self.go_to(place),
        }
    }

    /// Ends a visit where it began. If that question no longer applies, the next one that does follows.
    fn come_back(&mut self, place: Place) {
        self.state.returns_to = None;
        self.state.place = place;
        self.stay_on_course();
    }

    pub(super) fn back(&mut self) {
        if let Some(place) = self.state.returns_to {
            return self.come_back(place);
        }
        let path = self.path();
        let before = match self.place() {
            Place::Question(id) => path.iter().position(|q| *q == id).and_then(|n| n.checked_sub(1)),
            Place::Overview | Place::Priorities => path.len().checked_sub(1),
            Place::Check if self.state.course == Course::Full => return self.go_to(Place::Priorities),
            Place::Result(view) if view != View::Answer => return self.go_to(Place::RESULT),
            Place::Result(_) if self.state.course == Course::Full => return self.go_to(Place::Check),
            Place::Check | Place::Result(_) => path.len().checked_sub(1),
        };
        if let Some(question) = before.and_then(|n| path.get(n)) {
            self.state.place = Place::Question(*question);
        }
    }

    /// Goes to a place without coming back. A question beyond the quick check switches to the full course.
    pub(super) fn go_to(&mut self, place: Place) {
        if let Place::Question(id) = place
            && !self.assessment.quick.contains(&id)
        {
            self.state.course = Course::Full;
        }
        self.state.place = place;
        self.state.returns_to = None;
    }

    /// Goes to a place and comes back from it.
    pub(super) fn visit(&mut self, place: Place) {
        self.state.returns_to = Some(self.state.place);
        self.state.place = place;
    }

    /// Continues with the full course, at the first unanswered question.
    pub(super) fn go_on(&mut self) {
        self.state.course = Course::Full;
        let place = self.open_on_course().map_or(Place::Priorities, Place::Question);
        self.go_to(place);
    }

    /// Leaves a question that does not apply: for where it was opened from, or for the next one that applies. A question
    /// off the course returns to the result.
    pub(super) fn stay_on_course(&mut self) {
        let Place::Question(id) = self.state.place else { return };
        let reading = Reading::of(self.assessment, &self.state.responses);
        let questions = self.course_questions();
        if !is_asked(self.assessment, id, &reading) {
            if let Some(place) = self.state.returns_to {
                return self.come_back(place);
            }
            let later = questions.iter().skip_while(|q| **q != id).skip(1);
            let next = later.copied().find(|q| is_asked(self.assessment, *q, &reading));
            self.state.place = next.map_or_else(|| self.after_questions(), Place::Question);
        } else if !questions.contains(&id) && self.state.returns_to.is_none() {
            self.state.returns_to = Some(Place::RESULT);
        }
    }
}
