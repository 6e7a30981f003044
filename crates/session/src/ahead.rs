//! The order of the questions, if the page asks first what matters most. Only the later module computes that, so this is
//! reached through [`EntryCode`](crate::EntryCode).

use super::{Place, Session};
use assessment::QuestionId;

/// Makes a question the next one after those that the visitor has reached or answered. Nothing is saved: the next answer or
/// step does that.
pub fn ask_next(session: &mut Session, next: QuestionId) {
    let mut has_passed = false;
    let here = session.place();
    let mut asked = session.course_questions();
    asked.retain(|id| {
        let is_reached = !has_passed;
        has_passed |= here == Place::Question(*id);
        (is_reached || session.responses().get(*id).is_some()) && *id != next
    });
    asked.push(next);
    session.state.asked = asked;
}
