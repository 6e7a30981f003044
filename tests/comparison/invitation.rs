//! The agenda as text to paste into an invitation.

use assessment::{
    Assessment,
    i18n::{Catalog, English},
    named::{decide, fund},
};

use decision::{
    comparison::{Agenda, Person},
    response::Response,
};

use report::{Voice, agenda_text};

use super::{compare, named, organization, saying};

fn text(people: &[Person]) -> String {
    let (assessment, comparison) = (Assessment::standard(), compare(people));
    let agenda = Agenda::of(assessment, &comparison);
    agenda_text(Voice { assessment, words: &Catalog::english(), locale: &English }, &comparison, &agenda)
}

#[test]
fn the_invitation_opens_with_its_title_and_whether_the_results_agree() {
    let lines = text(&[organization("P2"), organization("P6")]);
    let mut lines = lines.lines();
    assert_eq!(lines.next(), Some("What to talk about"));
    assert_eq!(lines.nth(1), Some("Your results are clear, and they point to different models. Talk before you act."));
}

#[test]
fn points_are_numbered_and_a_collision_quotes_each_person() {
    let text =
        text(&[named("Ann", &[(decide::QUESTION, decide::ALL)]), named("Bo", &[(decide::QUESTION, decide::APPROVE)])]);
    assert!(text.contains("\n1. You do not want the same people to decide."), "{text}");
    assert!(text.contains("Ann said “All of them, large and small.”"), "{text}");
}

#[test]
fn the_invitation_uses_the_names_of_the_people() {
    let one = organization("P2");
    let mut other = saying(&one, fund::QUESTION, Some(Response::One(fund::NO)));
    other = Person::new("*Bo* <b>", other.responses, other.priorities);
    assert!(text(&[one, other]).contains("*Bo* <b> said"));
}

#[test]
fn people_who_agree_see_the_weak_points_or_that_there_is_nothing_to_discuss() {
    let agreed = text(&[organization("P2"), organization("P2")]);
    assert!(agreed.contains("You agree on all that matters"), "{agreed}");
    let silent = text(&[named("", &[]), named("", &[])]);
    assert!(silent.contains("So far, your answers leave nothing to discuss."), "{silent}");
}
