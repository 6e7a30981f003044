//! The comparison in words.

use assessment::{
    Assessment, OptionId,
    i18n::{Catalog, English},
    named::{answer, decide, fund, pace, plan, provider},
};

use decision::{
    comparison::{Agenda, Person},
    response::Response,
};

use report::{ComparisonWords, Voice, comparison_markdown};

use super::{compare, named, organization, person, saying};

#[test]
fn a_collision_says_what_collides_quotes_each_person_and_asks_a_question() {
    let people = [
        person(&[(decide::QUESTION, decide::ALL)]),
        named("Ann", &[(decide::QUESTION, decide::APPROVE)]),
        named("Bo", &[(decide::QUESTION, decide::APPROVE)]),
    ];
    assert_eq!(
        first_point(&people),
        "You do not want the same people to decide. That is how accidental co-management starts. You said “All of \
         them, large and small.” Ann and Bo said “Just the plan and the budget; a provider can decide the rest.” Who has \
         the final say on systems, vendors and budget?"
    );
}

#[test]
fn a_person_who_did_not_answer_is_not_in_a_collision() {
    let people = [
        person(&[]),
        named("Ann", &[(decide::QUESTION, decide::ALL)]),
        named("Bo", &[(answer::QUESTION, answer::ONE)]),
    ];
    let text = first_point(&people);
    assert!(text.contains("Ann said “All of them, large and small.” Bo said “One provider"), "{text}");
    assert!(!text.contains("You said"), "{text}");
}

#[test]
fn different_wishes_and_different_facts_get_different_questions() {
    let one = organization("P2");
    let wish = first_point(&[one.clone(), saying(&one, plan::QUESTION, Some(Response::One(plan::GROW)))]);
    assert!(wish.contains("You want different things here."), "{wish}");
    let fact = first_point(&[one.clone(), saying(&one, pace::QUESTION, Some(Response::One(pace::STEADY)))]);
    assert!(fact.contains("Who can find out"), "{fact}");
}

#[test]
fn a_question_that_only_some_answered_names_the_people_who_did_not() {
    let one = organization("P2");
    let text = first_point(&[one.clone(), saying(&one, fund::QUESTION, Some(Response::NotSure))]);
    assert!(text.contains("P2 said “Yes: two or more people, with coverage.” P2 (2) left it open."), "{text}");
}

#[test]
fn the_document_lists_every_collision_with_its_source_article() {
    let assessment = Assessment::standard();
    let words = Catalog::english();
    for content in assessment.collisions {
        let people = [0, 1].map(|n| {
            let side = content.sides[n];
            let option = (0..8).map(OptionId).find(|option| side.options.contains(*option)).unwrap();
            // The question on disagreements follows the one on outside firms.
            let firm = (provider::QUESTION, provider::MOST);
            if side.question == provider::QUESTION {
                person(&[(side.question, option)])
            } else {
                person(&[firm, (side.question, option)])
            }
        });
        let text = markdown(&people);
        assert!(text.contains(words.get(content.text)) && text.contains(words.get(content.ask)), "{text}");
        for citation in content.sources {
            assert!(text.contains(words.get(citation.quote)), "{text}");
            assert!(text.contains(words.get(assessment.sources[citation.source.index()].name)), "{text}");
        }
    }
}

#[test]
fn the_document_has_one_verdict_line_per_person() {
    let text = markdown(&[organization("P1"), organization("P2"), organization("P10"), organization("P3")]);
    for line in [
        "- P1: A clear fit: fully outsourced IT. Fully outsourced IT came first in ",
        "- P2: A clear fit: co-managed IT. Co-managed IT came first in ",
        "- P10: Too close to call: fully outsourced or co-managed IT.",
        "- P3: Only fully outsourced IT is left for now.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn each_row_of_the_table_has_a_cell_for_each_person() {
    let text = markdown(&[organization("P1"), organization("P2"), organization("P3")]);
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 2 + Assessment::standard().dimensions.len());
    assert!(rows.iter().all(|row| row.matches('|').count() == 6), "{rows:#?}");
}

#[test]
fn people_who_agree_see_that_they_agree_and_the_weak_points() {
    let text = markdown(&[organization("P8"), organization("P8")]);
    let expected =
        "You agree on all that matters. Talk about the strongest reasons against fully outsourced IT.\n\n- “";
    assert!(text.contains(expected), "{text}");
    assert!(text.contains("No answers differ."), "{text}");
}

#[test]
fn markdown_and_html_in_a_name_are_escaped() {
    let hostile = "# **<img src=x onerror=1>** | [a](b)";
    let mut people = [organization("P1"), organization("P2")];
    people[1] = Person::new(hostile, people[1].responses.clone(), people[1].priorities.clone());
    let text = markdown(&people);
    assert!(text.contains("\\<img src=x"), "{text}");
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        // An escaped character has no meaning in Markdown.
        if c == '\\' {
            characters.next()
        } else {
            plain.push(c);
            None
        };
    }
    assert!(!plain.contains(['<', '*', '[', ']']), "{plain}");
    let row_of_marks = plain.lines().find(|line| line.starts_with("| Priority |")).unwrap();
    assert_eq!(row_of_marks.matches('|').count(), 5);
}

#[test]
fn no_placeholder_or_empty_sentence_remains() {
    let ids: Vec<String> = (1..=11).map(|n| format!("P{n}")).collect();
    for one in &ids {
        for other in &ids {
            let text = markdown(&[organization(one), organization(other)]);
            assert!(!text.contains('{') && !text.contains("“”") && !text.contains("  \n"), "{one} {other}\n{text}");
            assert!(!text.contains("said “.”") && !text.contains(": \n"), "{one} {other}\n{text}");
        }
    }
}

fn first_point(people: &[Person]) -> String {
    let comparison = compare(people);
    let agenda = Agenda::of(Assessment::standard(), &comparison);
    let words = Catalog::english();
    ComparisonWords::new(Voice { assessment: Assessment::standard(), words: &words, locale: &English }, &comparison)
        .point(agenda.points[0])
}

fn markdown(people: &[Person]) -> String {
    let comparison = compare(people);
    let agenda = Agenda::of(Assessment::standard(), &comparison);
    comparison_markdown(
        Voice { assessment: Assessment::standard(), words: &Catalog::english(), locale: &English },
        &comparison,
        &agenda,
    )
}
