//! Laws of comparing people: order, copies and oneself.

use assessment::{
    Assessment,
    i18n::{Catalog, English},
};
use decision::comparison::{Agenda, Agreement, Comparison, Difference, MOST_NAME, MOST_POINTS, Person, Pointing};
use proptest::{collection::vec, prelude::*};
use report::{Voice, comparison_markdown};

use super::answers::{config, priorities, response, responses};

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn a_person_does_not_differ_from_themselves(person in person()) {
        let comparison = compare(&[person.clone(), person]);
        prop_assert!(comparison.differences.is_empty());
        prop_assert!(comparison.known_to_some.is_empty());
        prop_assert!(comparison.collisions.is_empty());
        prop_assert!(comparison.dimensions.iter().all(|view| view.steps == 0 && view.pointing != Pointing::Apart));
        prop_assert!(matches!(comparison.verdicts.agreement, Agreement::Agree | Agreement::Unknown));
        let agreed = comparison.verdicts.agreement == Agreement::Agree;
        prop_assert_eq!(agreed, comparison.verdicts.same_leader && comparison.verdicts.same_verdict);
        let agenda = Agenda::of(Assessment::standard(), &comparison);
        prop_assert!(agenda.points.is_empty());
        prop_assert_eq!(agenda.weak_points.is_some(), agreed);
    }

    #[test]
    fn reordering_people_only_permutes_the_comparison(people in people(), turn in 0..6_usize) {
        let turned: Vec<Person> = (0..people.len()).map(|n| people[(n + turn) % people.len()].clone()).collect();
        let [one, other] = [&people, &turned].map(|people| compare(people));
        let back = |n: usize| (n + turn) % people.len();
        prop_assert_eq!(one.verdicts, other.verdicts);
        prop_assert!(same_list(&one.differences, &other.differences, back));
        prop_assert!(same_list(&one.known_to_some, &other.known_to_some, back));
        for (one, other) in one.dimensions.iter().zip(&other.dimensions) {
            prop_assert_eq!((one.pointing, one.steps), (other.pointing, other.steps));
            for n in 0..people.len() {
                prop_assert_eq!(one.points_to[back(n)], other.points_to[n]);
                prop_assert_eq!(one.ratings[back(n)], other.ratings[n]);
            }
        }
        prop_assert_eq!(one.collisions.len(), other.collisions.len());
        for (one, other) in one.collisions.iter().zip(&other.collisions) {
            prop_assert_eq!(one.id, other.id);
            prop_assert!((0..people.len()).all(|n| one.sides[back(n)] == other.sides[n]));
        }
        let agendas = [&one, &other].map(|comparison| Agenda::of(Assessment::standard(), comparison));
        prop_assert_eq!(&agendas[0], &agendas[1]);
    }

    #[test]
    fn a_person_with_the_same_answers_does_not_change_the_agenda(people in people(), n in 0..6_usize) {
        let mut more = people.clone();
        more.push(people[n % people.len()].clone());
        if more.len() <= 6 {
            let [one, other] = [&people, &more].map(|people| compare(people));
            let agendas = [&one, &other].map(|comparison| Agenda::of(Assessment::standard(), comparison));
            prop_assert_eq!(&agendas[0], &agendas[1]);
            let effects = |comparison: &Comparison| -> Vec<_> {
                comparison.differences.iter().map(|d| (d.question, d.effect.to_bits(), d.is_gate)).collect()
            };
            prop_assert_eq!(effects(&one), effects(&other));
        }
    }

    #[test]
    fn effects_are_finite_and_never_negative_and_lists_are_bounded(people in people()) {
        let comparison = compare(&people);
        let assessment = Assessment::standard();
        for difference in comparison.differences.iter().chain(&comparison.known_to_some) {
            prop_assert!(difference.effect.is_finite() && (0.0..=4.0).contains(&difference.effect));
            prop_assert_eq!(difference.answers.len(), people.len());
            let scored = assessment.question(difference.question).scored;
            prop_assert!(scored || difference.effect.abs() < f64::EPSILON);
        }
        let listed = comparison.differences.len() + comparison.known_to_some.len();
        prop_assert!(listed <= assessment.questions.len());
        let agenda = Agenda::of(assessment, &comparison);
        prop_assert!(agenda.points.len() <= MOST_POINTS);
        prop_assert!(agenda.weak_points.is_none_or(|weak| weak.causes.len() <= 2));
        // No two sets of answers have more collisions than fit the agenda; more people can.
        prop_assert!(people.len() > 2 || comparison.collisions.len() <= MOST_POINTS);
    }

    #[test]
    fn the_document_covers_everything_and_is_bounded(people in people()) {
        let comparison = compare(&people);
        let agenda = Agenda::of(Assessment::standard(), &comparison);
        let words = Catalog::english();
        let text = comparison_markdown(Voice { assessment: Assessment::standard(), words: &words, locale: &English }, &comparison, &agenda);
        prop_assert!(text.len() < 40_000 && !text.contains('\r'));
        let headings = text.lines().filter(|line| line.starts_with("### ")).count();
        prop_assert_eq!(headings, comparison.differences.len() + comparison.known_to_some.len());
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn every_name_is_one_short_line(name in any::<String>()) {
        let assessment = Assessment::standard();
        let unanswered = decision::response::ResponseSet::new(assessment);
        let person = Person::new(&name, unanswered, decision::response::Priorities::new(assessment));
        let name = person.name();
        prop_assert!(name.chars().count() <= MOST_NAME);
        prop_assert!(name.trim() == name && !name.contains("  ") && !name.chars().any(char::is_control));
    }
}

fn person() -> impl Strategy<Value = Person> {
    ("[a-z |*<]{0,12}", responses(), priorities())
        .prop_map(|(name, responses, priorities)| Person::new(&name, responses, priorities))
}

/// Two to six people, often with mostly the same answers, as in one organization.
fn people() -> impl Strategy<Value = Vec<Person>> {
    (person(), vec((person(), vec((0..28_usize, any::<u16>()), 0..4), any::<bool>()), 1..6)).prop_map(
        |(first, others)| {
            let mut people = vec![first.clone()];
            for (stranger, changes, is_colleague) in others {
                let mut person = if is_colleague { first.clone() } else { stranger };
                for (question, number) in changes {
                    let question = assessment::QuestionId::from_index(question);
                    person.responses.set(question, Some(response(question, number)));
                }
                people.push(person);
            }
            people
        },
    )
}

fn same_list(one: &[Difference], other: &[Difference], back: impl Fn(usize) -> usize) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| {
            one.question == other.question
                && one.is_gate == other.is_gate
                && (one.effect - other.effect).abs() < 1e-9
                && (0..one.answers.len()).all(|n| one.answers[back(n)] == other.answers[n])
        })
}

fn compare(people: &[Person]) -> Comparison {
    Comparison::of(Assessment::standard(), people).unwrap()
}
