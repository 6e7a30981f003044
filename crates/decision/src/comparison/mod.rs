//! Two to six people who answered separately, side by side: their verdicts, where they agree point by point, the answers
//! that differ, the expectations that collide, and what to talk about.
//!
//! It never makes one verdict out of several, and nobody's answers weigh more than another's. Words are in [`report`].
//!
//! Everything is listed by person in the order given; another order permutes that and changes nothing else. People with the
//! same known answers and priorities count as one wherever something is counted or added up, so that duplicates do not
//! count twice.
//!
//! ```
//! use assessment::{Assessment, named::decide};
//! use decision::comparison::{Agenda, Comparison, Person, Point};
//! use decision::response::{Priorities, Response, ResponseSet};
//!
//! let assessment = Assessment::standard();
//! let person = |name, option| {
//!     let mut responses = ResponseSet::new(assessment);
//!     responses.set(decide::QUESTION, Some(Response::One(option)));
//!     Person::new(name, responses, Priorities::new(assessment))
//! };
//! let people = [person("Ann", decide::ALL), person("", decide::APPROVE)];
//! let comparison = Comparison::of(assessment, &people)?;
//! assert_eq!(comparison.differences[0].question, decide::QUESTION);
//! let agenda = Agenda::of(assessment, &comparison);
//! assert_eq!(agenda.points[0], Point::Collision(comparison.collisions[0].id));
//! # Ok::<(), decision::comparison::PeopleError>(())
//! ```

mod agenda;
mod agreement;
mod collisions;
mod differences;
mod dimensions;
mod person;

pub use agenda::{Agenda, MOST_POINTS, Point, WeakPoints};
pub use agreement::{Agreement, Verdicts};
pub use collisions::Collided;
pub use differences::{Answer, Difference, Differences};
pub use dimensions::{DimensionView, Pointing};
pub use person::{Compared, MOST_NAME, Person};

use std::fmt;

use assessment::{Assessment, CollisionId, QuestionId};

use crate::{
    evaluation::{Evaluation, Factors},
    response::Reading,
};

/// Fewest people that can be compared.
pub const LEAST_PEOPLE: usize = 2;

/// Maximum number of people that can be compared.
pub const MOST_PEOPLE: usize = 6;

/// Too few or too many people; how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleError {
    /// Fewer than [`LEAST_PEOPLE`].
    TooFew(usize),
    /// More than [`MOST_PEOPLE`].
    TooMany(usize),
}

impl fmt::Display for PeopleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::TooFew(people) | Self::TooMany(people)) = self;
        f.write_str("a comparison needs two to six people, not ")?;
        fmt::Display::fmt(people, f)
    }
}

impl std::error::Error for PeopleError {}

/// What two to six people said, side by side.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The people in the order given, two to six, each with their own evaluation.
    pub people: Vec<Compared>,
    /// Whether their verdicts agree.
    pub verdicts: Verdicts,
    /// Every dimension, in model order.
    pub dimensions: Vec<DimensionView>,
    /// Questions that several answered, and not alike: those that can rule a model in or out first, then the larger effect.
    pub differences: Vec<Difference>,
    /// Questions that some answered alike, and that others who were asked left open or are not sure of; in the same order.
    pub known_to_some: Vec<Difference>,
    /// Expectations that collide, in the order of the content.
    pub collisions: Vec<Collided>,
}

impl Comparison {
    /// Compares people. Each different set of answers and priorities is evaluated once.
    ///
    /// # Errors
    /// [`PeopleError`] for fewer than two or more than six.
    pub fn of(assessment: &Assessment, people: &[Person]) -> Result<Self, PeopleError> {
        Self::with_first(assessment, people, None)
    }

    /// The same, with the evaluation of the first person's responses and priorities where the caller has it already.
    ///
    /// # Errors
    /// [`PeopleError`] for fewer than two or more than six.
    pub fn with_first(
        assessment: &Assessment,
        people: &[Person],
        first: Option<Evaluation>,
    ) -> Result<Self, PeopleError> {
        match people.len() {
            few if few < LEAST_PEOPLE => return Err(PeopleError::TooFew(few)),
            many if many > MOST_PEOPLE => return Err(PeopleError::TooMany(many)),
            _ => {}
        }
        let mut first = first;
        let mut compared: Vec<Compared> = Vec::with_capacity(people.len());
        for person in people {
            let evaluation = first.take().unwrap_or_else(|| evaluation(assessment, person, &compared));
            compared.push(Compared::new(person, evaluation));
        }
        let Differences { differing, known_to_some } = Differences::of(assessment, &compared);
        Ok(Self {
            verdicts: Verdicts::of(&compared),
            dimensions: DimensionView::of_all(assessment, &compared),
            differences: differing,
            known_to_some,
            collisions: Collided::all(assessment, &compared),
            people: compared,
        })
    }

    /// The difference in the answers to a question, whether all of its people answered it or only some.
    #[must_use]
    pub fn difference(&self, question: QuestionId) -> Option<&Difference> {
        self.differences.iter().chain(&self.known_to_some).find(|difference| difference.question == question)
    }

    /// One collision that was found.
    #[must_use]
    pub fn collision(&self, id: CollisionId) -> Option<&Collided> {
        self.collisions.iter().find(|collision| collision.id == id)
    }
}

/// The evaluation of a person, reused from an earlier one with the same answers, since it takes milliseconds.
fn evaluation(assessment: &Assessment, person: &Person, before: &[Compared]) -> Evaluation {
    let reading = Reading::of(assessment, &person.responses);
    let is_same = |e: &&Evaluation| e.reading == reading && e.priorities == person.priorities;
    match before.iter().map(|other| &other.evaluation).find(is_same) {
        Some(evaluation) => evaluation.clone(),
        None => {
            // A page has the same factors for everyone.
            let factors =
                before.first().map_or_else(|| Factors::new(assessment), |other| other.evaluation.factors.clone());
            Evaluation::with_factors(assessment, reading, person.priorities.clone(), factors)
        }
    }
}

/// The people whose known answers and priorities nobody before them has: each view once.
fn views(people: &[Compared]) -> Vec<&Compared> {
    let mut views: Vec<&Compared> = Vec::with_capacity(people.len());
    for person in people {
        if !views.iter().any(|view| view.has_the_view_of(person)) {
            views.push(person);
        }
    }
    views
}
