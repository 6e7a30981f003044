//! The visitor's session: the only place where anything changes. Everything after it is derived.
//!
//! [`Session::apply`] takes an [`Action`] and returns [`Effect`]s: what the shell has to save, show, focus and emit, as values
//! in the order in which it does so. A change can be undone once; [`Session::refusal`] says why an entry was refused. A
//! [`Draft`] is what is saved on the device, a [`link`] carries answers elsewhere, a [`History`] has earlier results. A
//! [`Keeper`] saves and restores drafts. It knows no browser: it reaches the device through a [`KeyValueStore`], which is
//! `localStorage` in the product and a map in tests.
//!
//! ```
//! use assessment::{Assessment, named::cap};
//! use decision::response::Response;
//! use session::{Action, Effect, Event, Place, Session, Target};
//!
//! let mut session = Session::new(Assessment::standard());
//! let effects = session.apply(Action::Respond(cap::QUESTION, Response::One(cap::TEAM)));
//! assert_eq!(effects[..2], [Effect::Save, Effect::Emit(Event::Start)]);
//! let effects = session.apply(Action::Next);
//! assert_eq!(effects.last(), Some(&Effect::Focus(Target::Heading)));
//! assert_ne!(session.place(), Place::Question(cap::QUESTION));
//! assert_eq!(session.responses().get(cap::QUESTION), Some(Response::One(cap::TEAM)));
//! ```

mod action;
mod draft;
mod effect;
mod entries;
mod event;
mod history;
pub mod link;
mod moving;
mod notice;
mod others;
mod place;
mod saving;

pub use action::{Action, Refusal, Source};
pub use draft::{
    Decoded, Draft, LONGEST_DRAFT, Part, SCHEMA, Unread, UnreadParts, answer_value, decode, decode_by, decode_duties,
    decode_figures, decode_history, decode_questions, decode_scorecard, decode_steps, decode_whole, decode_whole_by,
    encode_duties, encode_figures, encode_history, encode_questions, encode_scorecard, encode_steps, encode_worksheet,
    is_report,
};
pub use effect::{Announcement, Effect, Target};
pub use entries::{ENTRY_CODE, EntryCode, Written};
pub use event::Event;
pub use history::{AnswerChange, History, MOST_RUNS, MOST_RUNS_A_DAY, Run, RunAnswers, RunDifference};
pub use notice::Notice;
pub use others::{Others, OthersProblem};
pub use place::{Course, Place};
pub use saving::{Keeper, KeyValueStore, OtherTab, Resumed, SavedRuns, Slot, StoreFault};

use assessment::{Assessment, QuestionId, json::Value};

use decision::{
    response::{Priorities, Progress, Reading, Response, ResponseSet, is_asked},
    worksheet::Worksheet,
};

/// All state of one visitor.
#[derive(Debug, Clone)]
pub struct Session {
    assessment: &'static Assessment,
    /// The course that the visitor starts with, and starts over with.
    first_course: Course,
    state: State,
    /// What the last change replaced.
    earlier: Option<State>,
    /// A draft from elsewhere, until it is taken over or saved over.
    elsewhere: Option<(Source, Draft)>,
    /// "Next" was pressed before there was an answer.
    answer_missing: bool,
    /// Why the last action changed nothing.
    refusal: Option<Refusal>,
    /// What reads entries, if it is there.
    code: Option<&'static EntryCode>,
    /// The notice that is shown.
    notice: Option<Notice>,
    /// The notice about saving that the visitor has seen; not shown again until saving works.
    reported: Option<Notice>,
    has_moved: bool,
    /// How many questions were shown since the start of the visit, or since everything was cleared.
    shown: usize,
    versions: Versions,
}

/// How often each part of a session has changed, so that a view follows only what it shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Versions {
    /// The responses.
    pub responses: u32,
    /// The priorities.
    pub priorities: u32,
    /// The entries of the plan.
    pub worksheet: u32,
    /// The place, where it was opened from, and the course.
    pub route: u32,
    /// What the evaluation and everything on the result depends on.
    pub evaluation: u32,
}

/// What an action can change, and undo brings back.
#[derive(Debug, Clone, PartialEq)]
struct State {
    responses: ResponseSet,
    priorities: Priorities,
    place: Place,
    /// Where a place was opened from to change one thing; the next step and the way back lead there.
    returns_to: Option<Place>,
    course: Course,
    /// Answered questions that have changed since they were answered, and were not opened again.
    recheck: Vec<QuestionId>,
    /// Entries of a draft that this content does not know; kept, so that a newer or older version finds them again.
    unrecognized: Vec<(String, Value)>,
    worksheet: Worksheet,
    /// What of a draft's worksheet this content does not know.
    unread: UnreadParts,
    /// Entries that were not read yet.
    written: Written,
}

impl State {
    /// Nothing said, rated or entered, at the first question of a course.
    fn new(assessment: &Assessment, course: Course) -> Self {
        Self {
            responses: ResponseSet::new(assessment),
            priorities: Priorities::new(assessment),
            place: Place::Question(assessment.quick[0]),
            returns_to: None,
            course,
            recheck: Vec::new(),
            unrecognized: Vec::new(),
            worksheet: Worksheet::new(assessment),
            unread: UnreadParts::default(),
            written: Vec::new(),
        }
    }

    /// An answer given now is one to the question as it is now.
    fn respond(&mut self, question: QuestionId, response: Response) {
        self.responses.set(question, Some(response));
        self.recheck.retain(|id| *id != question);
    }

    /// The question that is open now has been looked at again.
    fn look_again(&mut self) {
        let (place, responses) = (self.place, &self.responses);
        self.recheck.retain(|id| place != Place::Question(*id) && responses.get(*id).is_some());
    }

    /// Whether this and another hold the same, wherever the visitor is.
    fn says_the_same(&self, other: &Self) -> bool {
        self.responses == other.responses
            && self.priorities == other.priorities
            && self.worksheet == other.worksheet
            && self.written == other.written
    }
}

impl Session {
    /// A session without answers, at the first question of the quick check.
    #[must_use]
    pub fn new(assessment: &'static Assessment) -> Self {
        Self::on(assessment, Course::Quick)
    }

    /// A session without answers, at the first question of a course.
    #[must_use]
    pub fn on(assessment: &'static Assessment, first_course: Course) -> Self {
        Self::by(Some(&ENTRY_CODE), assessment, first_course)
    }

    /// The same, with what reads entries, or until that is there without it.
    #[must_use]
    pub fn by(code: Option<&'static EntryCode>, assessment: &'static Assessment, first_course: Course) -> Self {
        Self {
            assessment,
            first_course,
            state: State::new(assessment, first_course),
            earlier: None,
            elsewhere: None,
            answer_missing: false,
            refusal: None,
            code,
            notice: None,
            reported: None,
            has_moved: true,
            shown: 1,
            versions: Versions::default(),
        }
    }

    /// Starts a visit with a notice.
    pub(crate) fn start_with(&mut self, notice: Option<Notice>) {
        (self.notice, self.reported) = (notice, notice);
    }

    /// A session that goes on where a draft stopped.
    #[must_use]
    pub fn resume(assessment: &'static Assessment, draft: Draft) -> Self {
        Self::resume_on(assessment, Course::Quick, draft)
    }

    /// A session that goes on where a draft stopped, at least on a course.
    #[must_use]
    pub fn resume_on(assessment: &'static Assessment, first_course: Course, draft: Draft) -> Self {
        Self::resume_by(Some(&ENTRY_CODE), assessment, first_course, draft)
    }

    /// The same, with what reads entries, or until that is there without it.
    #[must_use]
    pub fn resume_by(
        code: Option<&'static EntryCode>,
        assessment: &'static Assessment,
        first_course: Course,
        mut draft: Draft,
    ) -> Self {
        let mut session = Self::by(code, assessment, first_course);
        if let Some(code) = code {
            draft.read_entries(assessment, code, &mut Vec::new());
        }
        let course = if first_course == Course::Full { first_course } else { draft.course };
        session.state = State {
            responses: draft.responses,
            priorities: draft.priorities,
            place: draft.place,
            returns_to: draft.returns_to,
            course,
            recheck: draft.recheck,
            unrecognized: draft.unrecognized,
            worksheet: draft.worksheet,
            unread: draft.unread,
            written: draft.written,
        };
        session.stay_on_course();
        session.state.look_again();
        session.shown = usize::from(matches!(session.state.place, Place::Question(_)));
        session
    }

    /// The content.
    #[must_use]
    pub fn assessment(&self) -> &'static Assessment {
        self.assessment
    }

    /// What was said.
    #[must_use]
    pub fn responses(&self) -> &ResponseSet {
        &self.state.responses
    }

    /// What matters.
    #[must_use]
    pub fn priorities(&self) -> &Priorities {
        &self.state.priorities
    }

    /// What was entered beside the answers.
    #[must_use]
    pub fn worksheet(&self) -> &Worksheet {
        &self.state.worksheet
    }

    /// Why the last action was refused; none if it was not.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// Where the visitor is.
    #[must_use]
    pub fn place(&self) -> Place {
        self.state.place
    }

    /// "Next" was pressed before there was an answer.
    #[must_use]
    pub fn answer_missing(&self) -> bool {
        self.answer_missing
    }

    /// Whether there is a change to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.earlier.is_some()
    }

    /// Whether undoing takes back an entry into the plan, and nothing that was said.
    #[must_use]
    pub fn undoes_entry(&self) -> bool {
        self.earlier.as_ref().is_some_and(|earlier| {
            let now = &self.state;
            let says_the_same = earlier.responses == now.responses && earlier.priorities == now.priorities;
            says_the_same && earlier.place == now.place && earlier.worksheet != now.worksheet
        })
    }

    /// Whether undoing takes back an entry into one part of the plan.
    #[must_use]
    pub fn undoes<T: PartialEq>(&self, part: fn(&Worksheet) -> &T) -> bool {
        let differs = |earlier: &State| part(&earlier.worksheet) != part(&self.state.worksheet);
        self.undoes_entry() && self.earlier.as_ref().is_some_and(differs)
    }

    /// The draft from elsewhere that waits for a decision.
    #[must_use]
    pub fn elsewhere(&self) -> Option<&Draft> {
        self.elsewhere.as_ref().map(|(_, draft)| draft)
    }

    /// The notice to show.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// Whether the last action led to this place, as opposed to changing something here.
    #[must_use]
    pub fn has_moved(&self) -> bool {
        self.has_moved
    }

    /// How many questions were shown since the start of the visit, or since everything was cleared; each time counts.
    #[must_use]
    pub fn questions_shown(&self) -> usize {
        self.shown
    }

    /// How often each part has changed.
    #[must_use]
    pub fn versions(&self) -> Versions {
        self.versions
    }

    /// The questions that have changed since they were answered and that the visitor has not opened since: those that are
    /// asked now, in the order asked.
    #[must_use]
    pub fn recheck(&self) -> Vec<QuestionId> {
        let reading = Reading::of(self.assessment, &self.state.responses);
        self.state.recheck.iter().copied().filter(|id| is_asked(self.assessment, *id, &reading)).collect()
    }

    /// Whether nothing was said, rated or entered yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.says_nothing() && self.state.worksheet.is_empty() && self.state.written.is_empty()
    }

    /// Whether a draft holds what is said, rated and entered here.
    #[must_use]
    pub fn says_the_same(&self, draft: &Draft) -> bool {
        let State { responses, priorities, worksheet, written, .. } = &self.state;
        responses == &draft.responses
            && priorities == &draft.priorities
            && worksheet == &draft.worksheet
            && written == &draft.written
    }

    /// Whether nothing was said or rated yet.
    fn says_nothing(&self) -> bool {
        self.state.responses.is_empty() && self.state.priorities == Priorities::new(self.assessment)
    }

    /// Where the place was opened from, if it was to change one thing.
    #[must_use]
    pub fn returns_to(&self) -> Option<Place> {
        self.state.returns_to
    }

    /// How far the visitor goes.
    #[must_use]
    pub fn course(&self) -> Course {
        self.state.course
    }

    /// How far the visitor has come; none where there is no question, or one that was opened to change it.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        match (self.state.place, self.state.returns_to) {
            (Place::Question(id), None) => {
                Some(Progress::at(self.assessment, &self.course_questions(), &self.state.responses, id))
            }
            _ => None,
        }
    }

    /// What was entered beside the answers, by the names under which a draft holds it; a report holds it alike. What was
    /// not understood stays in the draft.
    #[must_use]
    pub fn entered(&self) -> Vec<(String, Value)> {
        encode_worksheet(self.assessment, &self.state.worksheet, &UnreadParts::default())
    }

    /// The draft to keep, saved at `time` (ISO 8601, UTC).
    #[must_use]
    pub fn draft(&self, time: &str) -> Draft {
        Draft {
            content: self.assessment.version.to_owned(),
            saved: time.to_owned(),
            place: self.state.place,
            returns_to: self.state.returns_to,
            course: self.state.course,
            responses: self.state.responses.clone(),
            priorities: self.state.priorities.clone(),
            recheck: self.state.recheck.clone(),
            unrecognized: self.state.unrecognized.clone(),
            worksheet: self.state.worksheet.clone(),
            unread: self.state.unread.clone(),
            written: self.state.written.clone(),
        }
    }

    /// The document to keep, saved at `time` (ISO 8601, UTC).
    #[must_use]
    pub fn document(&self, time: &str) -> Value {
        self.draft(time).encode_by(self.code, self.assessment)
    }
}
