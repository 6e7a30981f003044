//! The basis of a reason.

use assessment::{
    Assessment, Item, ItemId, OptionId, Performance, QuestionId,
    i18n::Key,
    named::{cap, know, load, role, rules, signs},
};

use decision::{
    explanation::Grounds,
    response::{Reading, Response, ResponseSet},
};

use super::{answers, responses, ticked};

#[test]
fn a_single_question_item_is_based_on_its_answer_and_explanation() {
    let assessment = Assessment::standard();
    for (question, asked) in assessment.questions().filter(|(id, _)| is_single(*id)) {
        for (n, option) in asked.options.iter().enumerate() {
            let option_id = OptionId::from_index(n);
            let reading =
                Reading::of(assessment, &ResponseSet::new(assessment)).with(assessment, &[(question, option_id)]);
            let grounds = Grounds::of(assessment, &reading, item_of(question));
            assert_eq!(grounds.answers, [(question, option_id)], "{}", asked.id);
            assert_eq!(grounds.why, option.why, "{} = {}", asked.id, option.id);
            assert_eq!(grounds.sources, option.sources, "{} = {}", asked.id, option.id);
        }
    }
}

#[test]
fn an_answer_covered_by_an_article_includes_the_quotation() {
    let grounds = of(&answers(&[(role::QUESTION, role::EDGE)]), role::QUESTION);
    assert_eq!(grounds.sources.len(), 1);
    assert!(grounds.why.is_some());
}

#[test]
fn selections_are_based_on_the_option_they_count_as() {
    let two = responses(&[(signs::QUESTION, ticked(signs::QUESTION, &["patch", "docs"]))]);
    assert_eq!(of(&two, signs::QUESTION).answers, [(signs::QUESTION, signs::N1)]);
}

#[test]
fn a_combined_item_is_based_on_both_answers_in_question_order() {
    let grounds = of(&answers(&[(know::QUESTION, know::NO), (rules::QUESTION, rules::RISING)]), rules::QUESTION);
    assert_eq!(grounds.answers, [(rules::QUESTION, rules::RISING), (know::QUESTION, know::NO)]);
}

#[test]
fn a_combined_item_is_explained_by_its_first_answer() {
    for (n, why) in row_whys(cap::QUESTION).iter().enumerate().skip(1) {
        let row = OptionId::from_index(n);
        for column in [load::OK, load::STRETCHED, load::FIRE] {
            let both = answers(&[(cap::QUESTION, row), (load::QUESTION, column)]);
            assert_eq!(of(&both, cap::QUESTION).why, Some(*why));
        }
    }
}

#[test]
fn a_combined_item_includes_its_own_quotations() {
    let both = answers(&[(cap::QUESTION, cap::LEAD), (load::QUESTION, load::FIRE)]);
    assert!(!item(cap::QUESTION).sources.is_empty());
    assert_eq!(of(&both, cap::QUESTION).sources, item(cap::QUESTION).sources);
}

#[test]
fn the_first_answer_of_a_combined_item_explains_itself() {
    for (question, row) in [(cap::QUESTION, cap::LEAD), (rules::QUESTION, rules::BASIC)] {
        let grounds = of(&answers(&[(question, row)]), question);
        assert_eq!(grounds.answers, [(question, row)]);
        assert_eq!(grounds.why, Some(row_whys(question)[row.index()]));
        assert_eq!(grounds.sources, item(question).sources);
    }
}

#[test]
fn the_second_answer_of_a_combined_item_uses_the_combined_explanation() {
    let grounds = of(&answers(&[(know::QUESTION, know::NO)]), know::QUESTION);
    assert_eq!(grounds.answers, [(know::QUESTION, know::NO)]);
    assert!(grounds.why.is_some());
    assert_eq!(grounds.why, item(know::QUESTION).why);
    assert_eq!(grounds.sources, item(know::QUESTION).sources);
}

#[test]
fn not_sure_is_not_a_reason() {
    let unsure = responses(&[(rules::QUESTION, Response::NotSure), (know::QUESTION, Response::One(know::NO))]);
    assert_eq!(of(&unsure, know::QUESTION).answers, [(know::QUESTION, know::NO)]);
}

#[test]
fn an_answer_to_a_question_that_no_longer_applies_is_not_a_reason() {
    let no_staff = answers(&[(cap::QUESTION, cap::NONE), (load::QUESTION, load::FIRE)]);
    let grounds = of(&no_staff, cap::QUESTION);
    assert_eq!(grounds.answers, [(cap::QUESTION, cap::NONE)]);
    assert_eq!(grounds.why, Some(row_whys(cap::QUESTION)[0]));
}

#[test]
fn an_unanswered_item_has_no_answers_or_explanation() {
    let nothing = ResponseSet::new(Assessment::standard());
    for (question, asked) in Assessment::standard().questions().filter(|(id, _)| is_single(*id)) {
        let grounds = of(&nothing, question);
        assert_eq!(grounds, Grounds { answers: Vec::new(), why: None, sources: Vec::new() }, "{}", asked.id);
    }
}

#[test]
fn a_profile_is_based_on_the_models_and_not_on_answers() {
    let assessment = Assessment::standard();
    let reading = Reading::of(assessment, &answers(&[(cap::QUESTION, cap::LEAD), (role::QUESTION, role::EDGE)]));
    for (n, item) in assessment.items.iter().enumerate().filter(|(_, item)| item.is_profile()) {
        let grounds = Grounds::of(assessment, &reading, ItemId::from_index(n));
        assert_eq!(grounds.answers, []);
        assert!(grounds.why.is_some(), "{}", item.id);
        assert_eq!((grounds.why, grounds.sources.as_slice()), (item.why, item.sources), "{}", item.id);
    }
}

/// The basis of the item that uses a question.
fn of(responses: &ResponseSet, question: QuestionId) -> Grounds {
    let assessment = Assessment::standard();
    Grounds::of(assessment, &Reading::of(assessment, responses), item_of(question))
}

fn item_of(question: QuestionId) -> ItemId {
    Assessment::standard().item_of(question).unwrap()
}

fn item(question: QuestionId) -> &'static Item {
    &Assessment::standard().items[item_of(question).index()]
}

/// Whether an item uses only this question.
fn is_single(question: QuestionId) -> bool {
    Assessment::standard().question(question).scored && item(question).questions().count() == 1
}

/// The explanation of each answer to the first question of a table.
fn row_whys(question: QuestionId) -> &'static [Key] {
    match item(question).performance {
        Performance::Table { row_why, .. } => row_why,
        _ => panic!("the item is not a table"),
    }
}
