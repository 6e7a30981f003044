//! Maps findings to catalog entries: status, rating, trap, path, stay or change.
//!
//! Screens and documents arrange them.

use assessment::{
    Alternative, Assessment, QuestionId,
    i18n::{
        Catalog, Key,
        key::{
            pattern, priority, status,
            trap::level::{caught, none, risk, unknown},
            ui::{answer, result::stay},
        },
    },
};

use decision::{
    evaluation::Status,
    plan::{Advice, Pattern, Standing, Today, Trap, TrapLevel},
    response::{Rating, Response},
};

#[must_use]
pub const fn status_word(of: Status) -> Key {
    match of {
        Status::Ok => status::OK,
        Status::Conditional => status::CONDITIONAL,
        Status::Blocked => status::BLOCKED,
    }
}

#[must_use]
pub const fn rating_word(rating: Rating) -> Key {
    match rating {
        Rating::NotAFactor => priority::NONE,
        Rating::Normal => priority::NORMAL,
        Rating::Important => priority::IMPORTANT,
        Rating::Decisive => priority::DECISIVE,
    }
}

/// Title and text of what was found about the half-way trap.
#[must_use]
pub fn trap_words(trap: &Trap) -> [Key; 2] {
    match (trap.level, trap.future) {
        (TrapLevel::Caught, _) => [caught::TITLE, caught::TEXT],
        (TrapLevel::Risk, true) => [risk::TITLE, risk::FUTURE_TEXT],
        (TrapLevel::Risk, false) => [risk::TITLE, risk::TEXT],
        // A single sign is not the trap, but worth mentioning.
        (TrapLevel::None, _) if !trap.signs.is_empty() => [none::TITLE, none::BUT],
        (TrapLevel::None, _) => [none::TITLE, none::TEXT],
        (TrapLevel::Unknown, _) => [unknown::TITLE, unknown::TEXT],
    }
}

/// Title and text of a path; the plain one is that of the leader.
#[must_use]
pub const fn path_words(found: Pattern, leader: Alternative) -> [Key; 2] {
    use pattern::{core_and_commodity, inhouse_plus, outsource_then_comanage, plain, roles_first};
    match (found, leader) {
        (Pattern::RolesFirst, _) => [roles_first::TITLE, roles_first::TEXT],
        (Pattern::OutsourceThenComanage, _) => [outsource_then_comanage::TITLE, outsource_then_comanage::TEXT],
        (Pattern::CoreAndCommodity, _) => [core_and_commodity::TITLE, core_and_commodity::TEXT],
        (Pattern::InhousePlus, _) => [inhouse_plus::TITLE, inhouse_plus::TEXT],
        (Pattern::Plain, Alternative::InHouse) => [plain::in_house::TITLE, plain::in_house::TEXT],
        (Pattern::Plain, Alternative::CoManaged) => [plain::co_managed::TITLE, plain::co_managed::TEXT],
        (Pattern::Plain, Alternative::Outsourced) => [plain::outsourced::TITLE, plain::outsourced::TEXT],
    }
}

/// What they have today and, where there is something to say, what to do about it. The first leaves `{name}` open, for
/// today's model; the second `{name}` and `{leader}` for the leader, and `{runner_up}`.
#[must_use]
pub const fn standing_words(standing: Standing) -> (Key, Option<Key>) {
    let today = match standing.today {
        Today::Model(_) => stay::MODEL,
        Today::Nobody => stay::NOBODY,
        Today::Unknown => stay::UNKNOWN,
    };
    let advice = match standing.advice {
        Advice::None => return (today, None),
        Advice::Stay => stay::STAY,
        Advice::Change => stay::CHANGE,
        Advice::NoNeed => stay::NO_NEED,
        Advice::Undecided => stay::UNDECIDED,
    };
    (today, Some(advice))
}

/// The parts of a response: one label, or one for each tick.
#[must_use]
pub fn response_words<'a>(
    assessment: &Assessment,
    words: &'a Catalog,
    id: QuestionId,
    response: Response,
) -> Vec<&'a str> {
    let question = assessment.question(id);
    match response {
        Response::NotSure => vec![words.get(answer::NOT_SURE)],
        Response::One(option) => question.options.get(option.index()).map(|o| words.get(o.label)).into_iter().collect(),
        Response::Several(ticked) if ticked.is_empty() => vec![words.get(answer::NONE)],
        Response::Several(ticked) => {
            let choices = question.choices().iter().enumerate();
            choices.filter(|(n, _)| ticked.contains(*n)).map(|(_, choice)| words.get(choice.label)).collect()
        }
    }
}
