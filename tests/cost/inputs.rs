//! Which figures apply, where they come from, and what is odd about them.

use assessment::{
    CostUnit, Evidence, InputId, OptionId, Publisher,
    i18n::{Catalog, key::ui::cost::warning},
    named::{cap, input, size},
};

use decision::plan::cost::{CostInputs, Origin, counted_alike, warnings};

use super::{assessment, figures, inputs, reading};

#[test]
fn an_input_says_where_it_comes_from() {
    let own = figures(&[(input::SALARY, [1.0, 2.0, 3.0])]);
    let of = CostInputs::of(assessment(), &reading(&[(size::QUESTION, size::L)]), own.own());
    assert_eq!(of.origin(input::SALARY), Origin::Own);
    assert_eq!(of.origin(input::USERS), Origin::Answer);
    assert_eq!(of.origin(input::FTE_INHOUSE), Origin::Rule);
    assert_eq!(of.origin(input::FTE_NOW), Origin::Default);
}

#[test]
fn no_single_answer_makes_a_figure_odd() {
    for n in 0..assessment().question(size::QUESTION).options.len() {
        for m in 0..assessment().question(cap::QUESTION).options.len() {
            let given = [(size::QUESTION, OptionId::from_index(n)), (cap::QUESTION, OptionId::from_index(m))];
            let of = CostInputs::of(assessment(), &reading(&given), &[]);
            assert_eq!(warnings(&of), [], "{given:?}");
        }
    }
}

#[test]
fn more_it_staff_than_users_is_odd_but_not_an_error() {
    let odd = warnings(&inputs(&[(input::USERS, [2.0; 3]), (input::FTE_NOW, [3.0; 3])]));
    let found: Vec<_> = odd.iter().map(|odd| (odd.input, odd.other, odd.text)).collect();
    assert_eq!(found, [(input::FTE_NOW, input::USERS, warning::MORE_IT_THAN_USERS)]);
}

#[test]
fn each_odd_pair_has_its_own_message() {
    let text = |own: &[(InputId, [f64; 3])]| warnings(&inputs(own)).iter().map(|odd| odd.text).collect::<Vec<_>>();
    assert_eq!(text(&[(input::FTE_COMANAGED, [5.0; 3])]), [warning::KEPT_ABOVE_NEEDED]);
    assert_eq!(text(&[(input::FTE_OUTSOURCED, [1.5; 3])]), [warning::MINDER_ABOVE_KEPT]);
    assert_eq!(text(&[(input::FEE_CO, [240.0; 3])]), [warning::SHARED_ABOVE_FULL]);
}

#[test]
fn every_input_has_a_unit_bounds_and_a_reliability_note() {
    let words = Catalog::english();
    for of in assessment().cost.inputs {
        assert!(!words.get(of.label).is_empty());
        assert!(of.bounds[0] < of.bounds[1], "{}", of.id);
        assert_eq!(of.published.is_some(), of.evidence == Evidence::Sourced, "{}", of.id);
    }
}

#[test]
fn a_figure_that_a_source_does_not_cover_is_called_a_sample() {
    let words = Catalog::english();
    for of in assessment().cost.inputs {
        let Some(published) = of.published else { continue };
        assert!(published.covers.contains(&true) && published.covers.contains(&false), "{}", of.id);
        assert!(words.get(of.note.unwrap()).contains("sample figure"), "{}", of.id);
    }
}

#[test]
fn official_statistics_state_their_date() {
    for of in assessment().cost.inputs {
        if let Some(published) = of.published {
            assert_eq!(published.dated.is_some(), published.by == Publisher::Statistics, "{}", of.id);
        }
    }
    assert_eq!(assessment().cost.input(input::SALARY).published.unwrap().dated, Some("2024-05"));
}

/// Break-even assumes that only the staff of the three models scales with headcount.
#[test]
fn only_staff_scales_with_headcount() {
    for (n, of) in assessment().cost.inputs.iter().enumerate() {
        let Some(rule) = &of.default_rule else { continue };
        assert_eq!((of.unit, rule.input), (CostUnit::People, input::USERS));
        assert!([input::FTE_INHOUSE, input::FTE_COMANAGED].contains(&InputId::from_index(n)));
    }
}

#[test]
fn downtime_hours_are_called_equal_only_while_they_are() {
    let sentences = |own: &[(InputId, [f64; 3])]| {
        let words = Catalog::english();
        counted_alike(&inputs(own)).map(|key| words.get(key).to_owned())
    };
    let last = |own: &[(InputId, [f64; 3])]| sentences(own)[6].clone();
    assert!(last(&[]).contains("the same in all three models"));
    assert!(last(&[(input::DOWN_CO, [1.0; 3])]).contains("as you entered them"));
    let mut all = sentences(&[]).to_vec();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 8);
    assert!(all.iter().any(|sentence| sentence.starts_with("Left out: ")));
}
