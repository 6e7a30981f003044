//! Statements: what an answer says about the visitor, as one sentence.

use std::collections::BTreeSet;

use assessment::{
    Alternative, Assessment, ItemId, OptionId, Performance, QuestionId,
    i18n::{Catalog, Key},
    named::{cap, fund, know, load, role, rules, signs},
};

use decision::{
    explanation::{Change, Flip, statement},
    response::{Reading, Response, ResponseSet, is_asked},
};

use super::{answers, responses, ticked};

/// A table of two questions.
struct Table {
    item: ItemId,
    first: QuestionId,
    second: QuestionId,
    columns: usize,
    statements: &'static [Option<Key>],
}

impl Table {
    fn options(question: QuestionId) -> impl Iterator<Item = OptionId> {
        (0..Assessment::standard().question(question).options.len()).map(OptionId::from_index)
    }

    /// Whether the second question is asked after this answer to the first.
    fn is_reachable(&self, row: OptionId) -> bool {
        let reading = read(&answers(&[(self.first, row)]));
        is_asked(Assessment::standard(), self.second, &reading)
    }
}

fn tables() -> Vec<Table> {
    let items = Assessment::standard().items.iter().enumerate();
    let table = |(n, item): (usize, &assessment::Item)| match item.performance {
        Performance::Table { first, second, columns, statements, .. } => {
            Some(Table { item: ItemId::from_index(n), first, second, columns, statements })
        }
        _ => None,
    };
    items.filter_map(table).collect()
}

fn read(responses: &ResponseSet) -> Reading {
    Reading::of(Assessment::standard(), responses)
}

/// The statement of the item that reads a question.
fn of(responses: &ResponseSet, question: QuestionId) -> Option<Key> {
    let assessment = Assessment::standard();
    statement(assessment, &read(responses), assessment.item_of(question).unwrap())
}

fn of_option(question: QuestionId, option: OptionId) -> Option<Key> {
    Assessment::standard().question(question).options[option.index()].statement
}

/// All statements.
fn all() -> Vec<&'static str> {
    let words: &'static Catalog = Box::leak(Box::new(Catalog::english()));
    let assessment = Assessment::standard();
    let of_options = assessment.questions.iter().flat_map(|question| question.options).filter_map(|o| o.statement);
    let of_cells = tables().into_iter().flat_map(|table| table.statements.iter().flatten().copied());
    of_options.chain(of_cells).map(|key| words.get(key)).collect()
}

#[test]
fn every_scored_option_has_a_statement_and_no_other_has_one() {
    for question in Assessment::standard().questions {
        for option in question.options {
            assert_eq!(option.statement.is_some(), question.scored, "{} = {}", question.id, option.id);
        }
    }
}

#[test]
fn every_reachable_cell_of_a_table_has_a_statement_and_no_other_has_one() {
    for table in tables() {
        let rows: Vec<_> = Table::options(table.first).flat_map(|row| vec![row; table.columns]).collect();
        assert_eq!(rows.len(), table.statements.len());
        for (n, (row, statement)) in rows.into_iter().zip(table.statements).enumerate() {
            assert_eq!(statement.is_some(), table.is_reachable(row), "cell {n} of {:?}", table.item);
        }
    }
}

#[test]
fn both_tables_have_statements() {
    assert_eq!(tables().iter().map(|table| table.first).collect::<Vec<_>>(), [cap::QUESTION, rules::QUESTION]);
}

#[test]
fn every_statement_is_unique() {
    let all = all();
    let distinct: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(distinct.len(), all.len());
    assert!(all.len() > 100, "{} statements", all.len());
}

#[test]
fn every_statement_is_one_sentence_that_ends_with_a_period() {
    for text in all() {
        let inside = text.strip_suffix('.').unwrap_or_else(|| panic!("no period at the end: {text}"));
        assert!(!inside.contains(". ") && !inside.contains(['?', '!', ';']) && !inside.ends_with('.'), "{text}");
        assert!(text.starts_with(char::is_uppercase), "{text}");
    }
}

/// It is shown in lists, far from its question.
#[test]
fn no_statement_refers_to_something_outside_it() {
    for text in all() {
        let first = text.split_whitespace().next().unwrap();
        assert!(!["It", "This", "That", "These", "Those", "They", "Yes,", "No,"].contains(&first), "{text}");
        assert!(!text.contains(['{', '}']), "{text}");
    }
}

#[test]
fn an_answer_to_a_single_question_has_the_statement_of_its_option() {
    for option in Table::options(role::QUESTION) {
        let statement = of(&answers(&[(role::QUESTION, option)]), role::QUESTION);
        assert_eq!(statement, of_option(role::QUESTION, option));
    }
}

#[test]
fn selections_have_the_statement_of_the_option_they_count_as() {
    let two = responses(&[(signs::QUESTION, ticked(signs::QUESTION, &["patch", "docs"]))]);
    assert_eq!(of(&two, signs::QUESTION), of_option(signs::QUESTION, signs::N1));
}

#[test]
fn two_answers_of_a_table_have_the_statement_of_their_cell() {
    for table in tables() {
        for row in Table::options(table.first).filter(|row| table.is_reachable(*row)) {
            for column in Table::options(table.second) {
                let both = answers(&[(table.first, row), (table.second, column)]);
                let cell = table.statements[row.index() * table.columns + column.index()];
                assert_eq!(of(&both, table.first), cell);
                assert_eq!(of(&both, table.second), cell);
            }
        }
    }
}

#[test]
fn half_a_table_has_the_statement_of_the_answered_half() {
    for half in [cap::QUESTION, load::QUESTION, rules::QUESTION, know::QUESTION] {
        for option in Table::options(half) {
            let statement = of(&answers(&[(half, option)]), half);
            assert_eq!(statement, of_option(half, option), "{half:?} = {option:?}");
            assert!(statement.is_some());
        }
    }
}

#[test]
fn not_sure_counts_as_the_unanswered_half() {
    let unsure = responses(&[(rules::QUESTION, Response::NotSure), (know::QUESTION, Response::One(know::NO))]);
    assert_eq!(of(&unsure, know::QUESTION), of_option(know::QUESTION, know::NO));
    let unsure = responses(&[(cap::QUESTION, Response::One(cap::TEAM)), (load::QUESTION, Response::NotSure)]);
    assert_eq!(of(&unsure, cap::QUESTION), of_option(cap::QUESTION, cap::TEAM));
}

#[test]
fn an_answer_to_a_question_that_no_longer_applies_says_nothing() {
    let no_staff = answers(&[(cap::QUESTION, cap::NONE), (load::QUESTION, load::FIRE)]);
    assert_eq!(of(&no_staff, load::QUESTION), of_option(cap::QUESTION, cap::NONE));
}

#[test]
fn an_unanswered_item_has_no_statement() {
    let nothing = ResponseSet::new(Assessment::standard());
    for question in Assessment::standard().scored() {
        assert_eq!(of(&nothing, question), None, "{question:?}");
    }
}

#[test]
fn a_profile_has_no_statement() {
    let assessment = Assessment::standard();
    let reading = read(&answers(&[(cap::QUESTION, cap::LEAD), (role::QUESTION, role::EDGE)]));
    for (n, item) in assessment.items.iter().enumerate().filter(|(_, item)| item.is_profile()) {
        assert_eq!(statement(assessment, &reading, ItemId::from_index(n)), None, "{}", item.id);
    }
}

mod flips {
    use super::*;

    /// The statements of these changes, `from` and `to` each.
    fn changed(before: &ResponseSet, changes: &[(QuestionId, OptionId)]) -> Vec<Key> {
        let reading = read(before);
        let change =
            |&(question, to): &(QuestionId, OptionId)| Change { question, from: reading.get(question).unwrap(), to };
        let flip = Flip {
            changes: changes.iter().map(change).collect(),
            steps: 1,
            new_leader: Alternative::CoManaged,
            lead: 0.01,
            status: Vec::new(),
        };
        flip.statements(Assessment::standard(), &reading)
    }

    fn cell(table: &Table, row: OptionId, column: OptionId) -> Key {
        table.statements[row.index() * table.columns + column.index()].unwrap()
    }

    fn staffed() -> ResponseSet {
        answers(&[(cap::QUESTION, cap::KEEPER), (load::QUESTION, load::OK), (fund::QUESTION, fund::NO)])
    }

    #[test]
    fn a_changed_single_answer_has_the_statement_of_the_new_option() {
        let changed = changed(&staffed(), &[(fund::QUESTION, fund::ONE)]);
        assert_eq!(changed, [of_option(fund::QUESTION, fund::ONE).unwrap()]);
    }

    #[test]
    fn one_changed_half_of_a_table_has_the_statement_of_the_new_cell() {
        let [people, _] = tables().try_into().ok().unwrap();
        assert_eq!(changed(&staffed(), &[(cap::QUESTION, cap::TEAM)]), [cell(&people, cap::TEAM, load::OK)]);
        assert_eq!(changed(&staffed(), &[(load::QUESTION, load::FIRE)]), [cell(&people, cap::KEEPER, load::FIRE)]);
    }

    #[test]
    fn both_changed_halves_of_a_table_have_one_statement() {
        let [people, _] = tables().try_into().ok().unwrap();
        let changes = [(cap::QUESTION, cap::LEAD), (load::QUESTION, load::STRETCHED), (fund::QUESTION, fund::YES)];
        let expected = [cell(&people, cap::LEAD, load::STRETCHED), of_option(fund::QUESTION, fund::YES).unwrap()];
        assert_eq!(changed(&staffed(), &changes), expected);
    }

    #[test]
    fn a_change_that_drops_the_second_question_has_the_statement_of_the_first() {
        let changed = changed(&staffed(), &[(cap::QUESTION, cap::NONE)]);
        assert_eq!(changed, [of_option(cap::QUESTION, cap::NONE).unwrap()]);
    }

    #[test]
    fn a_change_that_opens_the_second_question_has_the_statement_of_the_first() {
        let changed = changed(&answers(&[(cap::QUESTION, cap::NONE)]), &[(cap::QUESTION, cap::TEAM)]);
        assert_eq!(changed, [of_option(cap::QUESTION, cap::TEAM).unwrap()]);
    }
}
