//! Expectations that collide: on who decides, who answers for it, and who does what. Left unsaid, they grow into work that
//! is half shared by accident.
//!
//! What collides is content (`crates/content/data/structure/collisions.json`), each with the article behind it, as the signs of the
//! trap are. The trap looks at one person's answers; this looks at what lies between several.

use super::Compared;
use crate::response::Reading;
use assessment::{Assessment, Collision, CollisionId, QuestionId};

/// A collision that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collided {
    /// Which.
    pub id: CollisionId,
    /// By person: the position of their side. None for who has not said it, and for who stands on two sides at once: that is
    /// within one person, and the trap tells them.
    pub sides: Vec<Option<usize>>,
}

impl Collided {
    /// All collisions found, in the order of the content. One about two questions is left out where both are in one that was
    /// found before it: the talk is about them already.
    pub(super) fn all(assessment: &Assessment, people: &[Compared]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for (n, collision) in assessment.collisions.iter().enumerate() {
            let sides: Vec<Option<usize>> =
                people.iter().map(|person| side(collision, &person.evaluation.reading)).collect();
            let mut taken = sides.iter().flatten();
            let first = taken.next();
            let collides = taken.any(|other| Some(other) != first);
            let is_told = |question| found.iter().any(|other| other.is_about(assessment, question));
            if collides && !collision.sides.iter().all(|side| is_told(side.question)) {
                found.push(Self { id: CollisionId::from_index(n), sides });
            }
        }
        found
    }

    /// What the content says of it.
    #[must_use]
    pub fn content<'a>(&self, assessment: &'a Assessment) -> &'a Collision {
        &assessment.collisions[self.id.index()]
    }

    /// Whether a side of it is an answer to this question.
    #[must_use]
    pub fn is_about(&self, assessment: &Assessment, question: QuestionId) -> bool {
        self.content(assessment).sides.iter().any(|side| side.question == question)
    }

    /// By person: the question whose answer puts them on their side.
    pub fn questions<'a>(&'a self, assessment: &'a Assessment) -> impl Iterator<Item = Option<QuestionId>> + 'a {
        let sides = self.content(assessment).sides;
        self.sides.iter().map(|side| sides.get((*side)?).map(|test| test.question))
    }
}

/// The one side whose answer is known; none where it is no side or several.
fn side(collision: &Collision, reading: &Reading) -> Option<usize> {
    let mut holding = collision.sides.iter().enumerate().filter(|(_, side)| side.holds(|id| reading.get(id)));
    match (holding.next(), holding.next()) {
        (Some((n, _)), None) => Some(n),
        _ => None,
    }
}
