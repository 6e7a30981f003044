//! The people compared: their number and their names.

use assessment::{
    Assessment,
    i18n::{Catalog, English},
    named::cap,
};

use decision::{
    comparison::{Comparison, MOST_NAME, MOST_PEOPLE, PeopleError, Person},
    evaluation::Evaluation,
    response::{Priorities, ResponseSet},
};

use report::{ComparisonWords, Voice};

use super::{compare, named, organization, person};

#[test]
fn fewer_than_two_people_cannot_be_compared() {
    for people in [vec![], vec![person(&[])]] {
        let error = Comparison::of(Assessment::standard(), &people).unwrap_err();
        assert_eq!(error, PeopleError::TooFew(people.len()));
    }
}

#[test]
fn six_people_can_be_compared_and_seven_cannot() {
    let people = vec![person(&[]); MOST_PEOPLE + 1];
    assert_eq!(compare(&people[..MOST_PEOPLE]).people.len(), MOST_PEOPLE);
    let error = Comparison::of(Assessment::standard(), &people).unwrap_err();
    assert_eq!(error, PeopleError::TooMany(7));
    assert_eq!(error.to_string(), "a comparison needs two to six people, not 7");
}

#[test]
fn each_person_keeps_their_own_evaluation() {
    let people = [organization("P1"), organization("P6"), organization("P1")];
    for (person, compared) in people.iter().zip(&compare(&people).people) {
        let own = Evaluation::of(Assessment::standard(), &person.responses, &person.priorities);
        assert_eq!(format!("{own:?}"), format!("{:?}", compared.evaluation));
    }
}

#[test]
fn a_precomputed_evaluation_changes_nothing() {
    let people = [organization("P1"), organization("P6")];
    let first = Evaluation::of(Assessment::standard(), &people[0].responses, &people[0].priorities);
    let with_first = Comparison::with_first(Assessment::standard(), &people, Some(first)).unwrap();
    assert_eq!(format!("{with_first:?}"), format!("{:?}", compare(&people)));
}

#[test]
fn a_name_is_one_line_of_at_most_forty_characters() {
    assert_eq!(called(" Ann \n\t Lee\u{0} "), "Ann Lee");
    assert_eq!(called(&"ä".repeat(100)).chars().count(), MOST_NAME);
    assert_eq!(called(&format!("{} x", "a".repeat(39))), "a".repeat(39));
}

// @threat-hidden-characters
#[test]
fn a_name_cannot_change_the_direction_of_surrounding_text() {
    assert_eq!(called("A\u{202e}n\u{2066}n"), "Ann");
}

#[test]
fn a_name_without_visible_characters_is_empty() {
    assert_eq!([called("\u{ad}\u{3164}"), called("\u{200d} \u{fe0f}")], ["", ""]);
}

#[test]
fn unnamed_people_are_called_you_or_numbered() {
    assert_eq!(
        names(&[person(&[]), person(&[]), named("Ann", &[]), person(&[])]),
        ["You", "Person 2", "Ann", "Person 4"]
    );
    assert_eq!(names(&[named("Bo", &[]), person(&[])]), ["Bo", "Person 2"]);
}

#[test]
fn the_second_of_two_people_with_the_same_name_is_numbered() {
    assert_eq!(names(&[named("Ann", &[]), named("Ann", &[(cap::QUESTION, cap::LEAD)])]), ["Ann", "Ann (2)"]);
}

fn called(name: &str) -> String {
    let assessment = Assessment::standard();
    Person::new(name, ResponseSet::new(assessment), Priorities::new(assessment)).name().to_owned()
}

fn names(people: &[Person]) -> Vec<String> {
    let comparison = compare(people);
    ComparisonWords::new(
        Voice { assessment: Assessment::standard(), words: &Catalog::english(), locale: &English },
        &comparison,
    )
    .names()
    .to_vec()
}
