//! The visitor's session: the only mutable state. Everything else is derived from it.
//!
//! [`Session::apply`] takes an [`Action`] and returns [`Effect`]s: what the shell has to save, show, focus and emit, as
//! values, in order. A change can be undone once; [`Session::refusal`] says why an entry was refused. A [`Draft`] is what
//! is saved on the device, a [`link`] carries answers elsewhere, a [`History`] has earlier results. A [`Keeper`] saves and
//! restores drafts. It reaches the device through a [`KeyValueStore`], which is `localStorage` in the product and a map in
//! tests.
//!
//! ```
//! use assessment::{Assessment, named::cap};
//! use decision::response::Response;
//! use session::{Action, Course, ENTRY_CODE, Effect, Event, Place, Session, Target};
//!
//! let mut session = Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE));
//! let effects = session.apply(Action::Respond(cap::QUESTION, Response::One(cap::TEAM)));
//! assert_eq!(effects[..2], [Effect::Save, Effect::Emit(Event::Start)]);
//! let effects = session.apply(Action::Next);
//! assert_eq!(effects.last(), Some(&Effect::Focus(Target::Heading)));
//! assert_ne!(session.place(), Place::Question(cap::QUESTION));
//! assert_eq!(session.responses().get(cap::QUESTION), Some(Response::One(cap::TEAM)));
//! ```

mod action;
mod ahead;
mod draft;
mod effect;
mod entries;
mod event;
mod history;
pub mod link;
mod moving;
mod notice;
mod offers;
mod others;
mod place;
mod replaced;
mod saving;

pub use action::{Action, Refusal, Source};
pub use draft::{
    Decoded, Draft, Expected, LONGEST_DRAFT, Part, Problem, SCHEMA, Unread, UnreadParts, answer_value, decode,
    decode_duties, decode_figures, decode_history, decode_questions, decode_scorecard, decode_sent, decode_steps,
    decode_whole, encode_duties, encode_figures, encode_history, encode_questions, encode_scorecard, encode_steps,
    encode_worksheet, is_report,
};
pub use effect::{Announcement, Effect, Target};
pub use entries::{ENTRY_CODE, EntryCode, RawEntries};
pub use event::Event;
pub use history::{AnswerChange, History, MOST_RUNS, MOST_RUNS_A_DAY, Run, RunAnswers, RunDifference};
pub use notice::Notice;
pub use others::{Others, OthersProblem};
pub use place::{Course, Place, View};
pub use saving::{Copied, Keeper, KeyValueStore, Resumed, Saved, SavedRuns, Slot, StoreFault};

use assessment::{Assessment, QuestionId, json::Value};
use offers::{Offered, Told};

use decision::{
    response::{Priorities, Progress, Reading, Response, ResponseSet, is_asked},
    worksheet::Worksheet,
};

/// The state of one visitor.
#[derive(Debug, Clone)]
pub struct Session {
    assessment: &'static Assessment,
    /// The course that the visitor starts with, and starts over with.
    first_course: Course,
    state: State,
    /// The state before the last change, for undo.
    earlier: Option<State>,
    /// Offered drafts that await a decision. The visitor is asked about the last one; the others wait.
    offers: Vec<Offered>,
    /// What the visitor knows of the draft that another tab saved last.
    told: Told,
    /// The answers that opened ones have replaced in this visit, until the visitor has finished with them.
    replaced: Option<Draft>,
    /// What is saved of replaced answers has to change.
    is_replaced_due: bool,
    /// Undo would take back that replaced answers were opened.
    undoes_swap: bool,
    /// Another tab erased the saved draft. Nothing is saved before an answer or entry changes, or the visitor keeps them.
    is_erased_elsewhere: bool,
    /// What was left out of the draft that was opened last.
    left_out: Option<String>,
    /// The visit is in a frame, so another page chooses the address.
    is_framed: bool,
    /// Of each view of the result, whether the page hides it.
    hidden: [bool; View::ALL.len()],
    /// "Next" was pressed before there was an answer.
    answer_missing: bool,
    /// Why the last action changed nothing.
    refusal: Option<Refusal>,
    /// The code for plan entries, once it is loaded.
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
    pub responses: u32,
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
    /// Where the visitor came from to change one thing; Next and Back return there.
    returns_to: Option<Place>,
    course: Course,
    /// The questions after the quick check in the order asked, if that differs from the order of the content.
    asked: Vec<QuestionId>,
    /// Answered questions that have changed since they were answered, and were not opened again.
    recheck: Vec<QuestionId>,
    /// Answers and priorities come from a link and are unchanged.
    opened: bool,
    /// Plan entries have changed since then.
    entered: bool,
    /// Answers that this content does not know, kept for a newer or older version.
    unrecognized: Vec<(String, Value)>,
    worksheet: Worksheet,
    /// The parts of the worksheet that this content does not know.
    unread: UnreadParts,
    /// Plan entries that were not decoded yet.
    raw_entries: RawEntries,
}

impl State {
    /// No answers, ratings or entries, at the first question of a course.
    fn new(assessment: &Assessment, course: Course) -> Self {
        Self {
            responses: ResponseSet::new(assessment),
            priorities: Priorities::new(assessment),
            place: Place::Question(assessment.quick[0]),
            returns_to: None,
            course,
            asked: Vec::new(),
            recheck: Vec::new(),
            opened: false,
            entered: false,
            unrecognized: Vec::new(),
            worksheet: Worksheet::new(assessment),
            unread: UnreadParts::default(),
            raw_entries: Vec::new(),
        }
    }

    /// A new answer no longer needs a recheck.
    fn respond(&mut self, question: QuestionId, response: Option<Response>) {
        self.opened &= self.responses.set(question, response) == response;
        self.recheck.retain(|id| *id != question);
    }

    /// Opening a question ends its recheck.
    fn finish_recheck(&mut self) {
        let (place, responses) = (self.place, &self.responses);
        self.recheck.retain(|id| place != Place::Question(*id) && responses.get(*id).is_some());
    }

    /// The state as a draft, saved at `time` (ISO 8601, UTC).
    fn draft(&self, assessment: &Assessment, time: &str) -> Draft {
        Draft {
            content: assessment.version.to_owned(),
            saved: time.to_owned(),
            place: self.place,
            returns_to: self.returns_to,
            course: self.course,
            responses: self.responses.clone(),
            priorities: self.priorities.clone(),
            asked: self.asked.clone(),
            recheck: self.recheck.clone(),
            opened: self.opened,
            entered: self.entered,
            unrecognized: self.unrecognized.clone(),
            worksheet: self.worksheet.clone(),
            unread: self.unread.clone(),
            raw_entries: self.raw_entries.clone(),
        }
    }

    /// Whether answers, ratings and entries are equal; the place does not matter.
    fn has_same_answers(&self, other: &Self) -> bool {
        self.responses == other.responses
            && self.priorities == other.priorities
            && self.worksheet == other.worksheet
            && self.raw_entries == other.raw_entries
    }
}

impl Session {
    /// A session without answers, at the first question of a course. Without `code`, plan entries stay unread until
    /// [`read_entries`](Self::read_entries).
    #[must_use]
    pub fn new(assessment: &'static Assessment, first_course: Course, code: Option<&'static EntryCode>) -> Self {
        Self {
            assessment,
            first_course,
            state: State::new(assessment, first_course),
            earlier: None,
            offers: Vec::new(),
            told: Told::Nothing,
            replaced: None,
            is_replaced_due: false,
            undoes_swap: false,
            is_erased_elsewhere: false,
            left_out: None,
            is_framed: false,
            hidden: [false; View::ALL.len()],
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

    /// The visit is in a frame.
    pub fn set_framed(&mut self) {
        self.is_framed = true;
    }

    /// Starts a visit with a notice.
    pub(crate) fn start_with(&mut self, notice: Option<Notice>) {
        (self.notice, self.reported) = (notice, notice);
    }

    /// Starts a visit with an offer of answers that were replaced in an earlier one. A problem is shown first.
    pub(crate) fn start_with_replaced(&mut self, draft: Draft) {
        self.offers.push(Offered { source: Source::Replaced, draft: Box::new(draft), left_out: None });
        if self.notice.is_none_or(|notice| notice == Notice::Resumed) {
            self.notice = self.asking_notice();
        }
    }

    /// A session that continues a draft. A draft of the quick check is continued on the full course if that is the first
    /// course now.
    #[must_use]
    pub fn resume(
        assessment: &'static Assessment,
        first_course: Course,
        mut draft: Draft,
        code: Option<&'static EntryCode>,
    ) -> Self {
        let mut session = Self::new(assessment, first_course, code);
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
            asked: draft.asked,
            recheck: draft.recheck,
            opened: draft.opened,
            entered: draft.entered,
            unrecognized: draft.unrecognized,
            worksheet: draft.worksheet,
            unread: draft.unread,
            raw_entries: draft.raw_entries,
        };
        session.stay_on_course();
        session.state.finish_recheck();
        session.shown = usize::from(matches!(session.state.place, Place::Question(_)));
        session
    }

    /// The content.
    #[must_use]
    pub fn assessment(&self) -> &'static Assessment {
        self.assessment
    }

    /// The responses.
    #[must_use]
    pub fn responses(&self) -> &ResponseSet {
        &self.state.responses
    }

    /// The priorities.
    #[must_use]
    pub fn priorities(&self) -> &Priorities {
        &self.state.priorities
    }

    /// The plan entries.
    #[must_use]
    pub fn worksheet(&self) -> &Worksheet {
        &self.state.worksheet
    }

    /// Why the last action was refused; `None` if it was not.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// Hides views of the result. A visitor who is at one is at the answer, and so is one whose draft or undo leads there.
    pub fn hide(&mut self, is_hidden: impl FnMut(View) -> bool) {
        self.hidden = View::ALL.map(is_hidden);
        self.versions.route += 1;
    }

    /// Whether the page hides a view.
    #[must_use]
    pub fn hides(&self, view: View) -> bool {
        self.hidden[view as usize]
    }

    /// Where the visitor is.
    #[must_use]
    pub fn place(&self) -> Place {
        match self.state.place {
            Place::Result(view) if self.hides(view) => Place::RESULT,
            place => place,
        }
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

    /// Whether undo would revert a plan entry and no answer.
    #[must_use]
    pub fn undoes_entry(&self) -> bool {
        self.earlier.as_ref().is_some_and(|earlier| {
            let now = &self.state;
            let has_same_answers = earlier.responses == now.responses && earlier.priorities == now.priorities;
            has_same_answers && earlier.place == now.place && earlier.worksheet != now.worksheet
        })
    }

    /// Whether undo would revert an entry in one part of the plan.
    #[must_use]
    pub fn undoes<T: PartialEq>(&self, part: fn(&Worksheet) -> &T) -> bool {
        let differs = |earlier: &State| part(&earlier.worksheet) != part(&self.state.worksheet);
        self.undoes_entry() && self.earlier.as_ref().is_some_and(differs)
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

    /// The questions in the order asked, if that differs from the order of the content.
    #[must_use]
    pub fn asked(&self) -> &[QuestionId] {
        &self.state.asked
    }

    /// Whether answers and priorities come from a link and the visitor has not changed any.
    #[must_use]
    pub fn is_opened(&self) -> bool {
        self.state.opened
    }

    /// Whether another tab erased what is shown here, and the visitor has not gone on with it.
    #[must_use]
    pub fn is_erased_elsewhere(&self) -> bool {
        self.is_erased_elsewhere
    }

    /// Whether there are no answers, ratings or entries.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.has_no_answers() && self.state.worksheet.is_empty() && self.state.raw_entries.is_empty()
    }

    /// Whether a draft has the same answers, ratings and entries.
    #[must_use]
    pub fn has_same_answers(&self, draft: &Draft) -> bool {
        let State { responses, priorities, worksheet, raw_entries, .. } = &self.state;
        responses == &draft.responses
            && priorities == &draft.priorities
            && worksheet == &draft.worksheet
            && raw_entries == &draft.raw_entries
    }

    /// Whether there are no answers or ratings.
    fn has_no_answers(&self) -> bool {
        self.state.responses.is_empty() && self.state.priorities == Priorities::new(self.assessment)
    }

    /// Where the visitor came from to change one thing.
    #[must_use]
    pub fn returns_to(&self) -> Option<Place> {
        self.state.returns_to
    }

    /// The course.
    #[must_use]
    pub fn course(&self) -> Course {
        self.state.course
    }

    /// Progress on the course; `None` outside questions and while one answer is being changed.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        match (self.state.place, self.state.returns_to) {
            (Place::Question(id), None) => {
                Some(Progress::at(self.assessment, &self.course_questions(), &self.state.responses, id))
            }
            _ => None,
        }
    }

    /// The plan entries by their names in drafts and reports. Unknown data stays in the draft.
    #[must_use]
    pub fn entered(&self) -> Vec<(String, Value)> {
        encode_worksheet(self.assessment, &self.state.worksheet, &UnreadParts::default())
    }

    /// The draft, saved at `time` (ISO 8601, UTC).
    #[must_use]
    pub fn draft(&self, time: &str) -> Draft {
        self.state.draft(self.assessment, time)
    }

    /// The draft as JSON, saved at `time` (ISO 8601, UTC).
    #[must_use]
    pub fn document(&self, time: &str) -> Value {
        self.draft(time).encode(self.assessment, self.code)
    }
}
