//! Expectations that collide: on who decides, who answers for it, and who does what. Unresolved, they lead to accidental
//! co-management.
//!
//! Collisions are content (`crates/content/data/structure/collisions.json`), each with the article behind it, as the signs
//! of the trap are. The trap looks at one person's answers; this compares several people's.

use super::Compared;
use crate::response::Reading;
use assessment::{Assessment, Collision, CollisionId, QuestionId};

/// A collision that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collided {
    /// Which.
    pub id: CollisionId,
    /// The side of each person. `None` if they have not answered, or are on two sides at once, which the trap reports.
    pub sides: Vec<Option<usize>>,
}

impl Collided {
    /// All collisions found, in the order of the content. One about two questions is skipped if both are covered by earlier
    /// ones.
    pub(super) fn all(assessment: &Assessment, people: &[Compared]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for (n, collision) in assessment.collisions.iter().enumerate() {
            let sides: Vec<Option<usize>> =
                people.iter().map(|person| side(collision, &person.evaluation.reading)).collect();
            let mut taken = sides.iter().flatten();
            let first = taken.next();
            let collides = taken.any(|other| Some(other) != first);
            let is_covered = |question| found.iter().any(|other| other.is_about(assessment, question));
            if collides && !collision.sides.iter().all(|side| is_covered(side.question)) {
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

/// The side of the known answers; `None` if they are on no side or on several.
fn side(collision: &Collision, reading: &Reading) -> Option<usize> {
    let mut holding = collision.sides.iter().enumerate().filter(|(_, side)| side.holds(|id| reading.get(id)));
    match (holding.next(), holding.next()) {
        (Some((n, _)), None) => Some(n),
        _ => None,
    }
}
