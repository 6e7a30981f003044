//! The view that explains the result: models side by side, the scale, bars that add up, and quotations by number.

use std::collections::BTreeSet;

use assessment::{
    Alternative, Assessment,
    i18n::key::{status, ui::result as words},
    json::Value,
};
use decision::{
    evaluation::Status,
    explanation::{Breakdown, TradeOff, alternatives_on_one_scale},
};

use super::{
    html::{Node, Tree},
    laws::assert_kept,
    reference::{cases, name, organizations},
    visit::{Before, KEY, Visit, draft_of},
};

/// A visit at the view, and what it shows.
fn opened(case: &Value, unfolds: bool) -> (Visit, Tree) {
    let draft =
        draft_of(case, ("screen", "result")).replace(r#""screen":"result""#, r#""screen":"result","view":"why""#);
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds, ..Before::default() });
    let tree = assert_kept("why", &visit.html());
    (visit, tree)
}

fn everybody() -> Vec<(String, Value)> {
    let partial = cases(include_str!("../vectors/partial_answers.json"));
    organizations().into_iter().chain(partial).enumerate().map(|(n, case)| (name(&case, n), case)).collect()
}

fn classed<'t>(tree: &'t Tree, class: &'static str) -> impl Iterator<Item = Node<'t>> {
    tree.all().filter(move |node| node.classes().any(|known| known == class))
}

fn within<'t>(node: Node<'t>, tag: &str) -> Vec<Node<'t>> {
    node.inside().into_iter().filter(|inside| inside.tag() == tag).collect()
}

fn says(tree: &Tree, text: &str) -> bool {
    tree.all().any(|node| node.words() == text)
}

#[test]
fn each_model_has_the_same_fields_and_at_most_three_reasons_on_each_side() {
    for (who, case) in everybody() {
        let (visit, tree) = opened(&case, false);
        let fields = [words::FOR, words::AGAINST, words::GIVES, words::COSTS, words::WRONG].map(|key| visit.ui.t(key));
        let cards: Vec<_> = classed(&tree, "card").collect();
        if says(&tree, visit.ui.t(words::needs::TEXT)) {
            assert!(cards.is_empty(), "{who}");
            continue;
        }
        assert_eq!(cards.len(), 3, "{who}");
        for card in cards {
            assert_eq!(within(card, "h5").into_iter().map(Node::words).collect::<Vec<_>>(), fields, "{who}");
            for list in within(card, "ul").into_iter().filter(|list| list.get("class") == Some("reasons")) {
                assert!(within(list, "details").len() <= 3, "{who}");
            }
        }
    }
}

#[test]
fn the_leader_is_the_first_card() {
    for case in organizations() {
        let (visit, tree) = opened(&case, false);
        let first = classed(&tree, "card").next().unwrap();
        let leader = visit.ui.prepared().evaluation.leader;
        assert_eq!(within(first, "h4")[0].words(), visit.ui.name(leader));
    }
}

#[test]
fn a_reason_is_a_sentence_and_opens_to_its_question_and_why_it_counts() {
    for (who, case) in everybody() {
        let (visit, tree) = opened(&case, false);
        for reason in classed(&tree, "reason") {
            let sentence = within(reason, "summary")[0].words();
            assert!(sentence.ends_with('.'), "{who}: {sentence}");
            let is_general = [words::why::WELL, words::why::LESS].map(|key| visit.ui.t(key)).contains(&&*sentence);
            let paragraphs = within(reason, "p").len();
            assert!(is_general || paragraphs >= 2, "{who}: {sentence} has {paragraphs} paragraphs");
            assert!(!within(reason, "button").is_empty(), "{who}: {sentence} leads to its question");
        }
    }
}

#[test]
fn a_status_is_shown_only_with_its_rules() {
    for (who, case) in everybody() {
        let (visit, tree) = opened(&case, false);
        assert!(!says(&tree, visit.ui.t(status::OK)), "{who}");
        let evaluation = &visit.ui.prepared().evaluation;
        for gates in classed(&tree, "gates") {
            let card = gates.parent().unwrap();
            let of = |model: &Alternative| within(card, "h4")[0].words() == visit.ui.name(*model);
            let model = Alternative::ALL.into_iter().find(of).unwrap();
            let rules = evaluation.gates.reasons(Assessment::standard(), model).len();
            let expected = if evaluation.gates.of_alternative(model) == Status::Ok { 0 } else { 1 + rules };
            assert_eq!(gates.children().count(), expected, "{who}: {}", visit.ui.name(model));
        }
    }
}

/// The numbers of "[3, 7–9]".
fn numbers(text: &str) -> Vec<usize> {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap();
    inside
        .split(", ")
        .flat_map(|part| {
            let (first, last) = part.split_once('\u{2013}').unwrap_or((part, part));
            first.parse::<usize>().unwrap()..=last.parse().unwrap()
        })
        .collect()
}

#[test]
fn every_number_has_a_quotation_and_every_quotation_is_listed_once_and_cited() {
    for (who, case) in everybody() {
        let (_, tree) = opened(&case, true);
        let Some(list) = classed(&tree, "quotations").next() else { continue };
        let quotes: Vec<String> = within(list, "li").into_iter().map(Node::words).collect();
        let mut cited = BTreeSet::new();
        for node in classed(&tree, "cited") {
            let numbers = numbers(&node.words());
            assert!(numbers.is_sorted_by(|a, b| a < b), "{who}: {}", node.words());
            cited.extend(numbers);
        }
        assert_eq!(cited, (1..=quotes.len()).collect(), "{who}");
        assert_eq!(quotes.iter().collect::<BTreeSet<_>>().len(), quotes.len(), "{who}");
    }
}

#[test]
fn the_scale_goes_from_control_to_convenience() {
    for (who, case) in everybody() {
        let (visit, tree) = opened(&case, false);
        let Some(scale) = classed(&tree, "spectrum").next() else { continue };
        let evaluation = &visit.ui.prepared().evaluation;
        let you = TradeOff::of(Assessment::standard(), evaluation).on_one_scale();
        let positions = alternatives_on_one_scale(Assessment::standard());
        let mut expected: Vec<(&str, f64)> =
            Alternative::ALL.map(|model| (visit.ui.name(model), positions[model.index()])).to_vec();
        expected.extend(you.map(|you| (visit.ui.t(words::scale::YOU), you)));
        expected.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let points = within(scale, "li");
        assert_eq!(points.len(), expected.len(), "{who}");
        for (point, (name, position)) in points.into_iter().zip(expected) {
            assert_eq!(point.words(), name, "{who}");
            let percent = within(point, "svg")[0].get("width").unwrap().trim_end_matches('%').parse::<f64>().unwrap();
            assert!((percent - (50.0 - 50.0 * position)).abs() < 1.0, "{who}: {name} is at {percent}");
        }
        assert_eq!(says(&tree, visit.ui.t(words::scale::NONE)), you.is_none(), "{who}");
        let nearest = you.map(|you| {
            let distance = |model: &Alternative| (positions[model.index()] - you).abs();
            Alternative::ALL.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap()
        });
        if let Some(model) = nearest {
            assert!(
                says(&tree, &visit.ui.fill(words::scale::NEAREST, &[("name", visit.ui.inline_forms(model))])),
                "{who}"
            );
        }
    }
}

#[test]
fn the_bars_add_up_to_the_lead() {
    for case in organizations() {
        let (visit, tree) = opened(&case, true);
        let prepared = visit.ui.prepared();
        let (leader, runner_up) = (prepared.evaluation.leader, prepared.evaluation.runner_up);
        let breakdown = Breakdown::of(Assessment::standard(), &prepared.evaluation, leader, runner_up);
        let points = |row: Node<'_>| {
            let summary = within(row, "summary")[0];
            summary.children().last().unwrap().words()
        };
        let rows: Vec<_> = classed(&tree, "bar-row").filter(|row| row.get("class") == Some("bar-row")).collect();
        let shown: Vec<String> = rows.iter().map(|row| points(*row)).collect();
        let tenths = |n: i32| visit.ui.with_locale(|locale| locale.signed_tenths(n));
        assert_eq!(shown, breakdown.bars.iter().map(|bar| tenths(bar.tenths)).collect::<Vec<_>>());
        let total = classed(&tree, "total").next().unwrap();
        assert_eq!(within(total, "b")[1].words(), tenths(breakdown.lead));
        assert_eq!(breakdown.bars.iter().map(|bar| bar.tenths).sum::<i32>(), breakdown.lead);
    }
}

#[test]
fn a_quick_result_has_the_cards_and_the_quotations_only() {
    let case = cases(include_str!("../vectors/partial_answers.json")).into_iter();
    let quick = case.into_iter().find(|case| name(case, 0) == "quick questions only, strong").unwrap();
    let (visit, tree) = opened(&quick, true);
    assert_eq!(classed(&tree, "card").count(), 3);
    assert!(says(&tree, visit.ui.t(words::why::QUOTES)));
    assert!(classed(&tree, "spectrum").next().is_none());
    assert!(classed(&tree, "bar-row").next().is_none());
}
