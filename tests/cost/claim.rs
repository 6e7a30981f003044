//! Which claims about cost are allowed: with sample, partly own and own figures.

use assessment::{Alternative, InputId, named::input};

use decision::plan::cost::{CostClaim, CostState, CostStudy};

use super::{assessment, inputs};

fn claim(own: &[(InputId, [f64; 3])]) -> CostClaim {
    let inputs = inputs(own);
    CostClaim::of(assessment(), &inputs, &CostStudy::of(assessment(), &inputs))
}

const USERS: (InputId, [f64; 3]) = (input::USERS, [60.0; 3]);
const SALARY: (InputId, [f64; 3]) = (input::SALARY, [75_000.0, 96_800.0, 130_000.0]);
const FEE_CO: (InputId, [f64; 3]) = (input::FEE_CO, [75.0, 110.0, 150.0]);
const FEE_OUT: (InputId, [f64; 3]) = (input::FEE_OUT, [200.0, 235.0, 275.0]);

#[test]
fn sample_figures_never_support_a_claim() {
    let claim = claim(&[]);
    assert_eq!((claim.state, claim.cheapest, claim.would_narrow), (CostState::Sample, None, None));
    assert_eq!((claim.own, claim.samples), (0, assessment().cost.inputs.len()));
}

#[test]
fn a_figure_outside_the_three_kinds_still_counts_as_a_sample() {
    let claim = claim(&[(input::TOOLS, [10.0, 25.0, 50.0]), (input::DOWN_COST, [1.0, 2.0, 3.0])]);
    assert_eq!((claim.state, claim.own), (CostState::Sample, 2));
}

#[test]
fn partly_own_figures_name_the_sample_with_the_largest_effect() {
    for own in [vec![USERS], vec![SALARY], vec![FEE_OUT], vec![USERS, FEE_CO], vec![SALARY, (input::FTE_NOW, [1.0; 3])]]
    {
        let claim = claim(&own);
        assert_eq!((claim.state, claim.cheapest, claim.own), (CostState::PartlyOwn, None, own.len()));
        let narrows = claim.would_narrow.unwrap();
        assert!(own.iter().all(|(id, _)| *id != narrows), "{own:?}: {narrows:?}");
    }
    assert_eq!(claim(&[USERS]).would_narrow, Some(input::FTE_COMANAGED));
}

#[test]
fn any_staff_figure_counts_as_staffing() {
    let staff = [input::FTE_NOW, input::FTE_INHOUSE, input::FTE_COMANAGED, input::FTE_OUTSOURCED, input::SALARY];
    for id in staff {
        assert_eq!(claim(&[USERS, (id, [1.0; 3]), FEE_CO]).state, CostState::Own, "{id:?}");
    }
}

/// Co-managed IT is cheapest in 87 of 100 draws, fully outsourced IT is second.
#[test]
fn own_figures_support_a_claim_only_with_the_fees_of_the_top_two_models() {
    assert_eq!(claim(&[USERS, SALARY, FEE_OUT]).cheapest, None);
    assert_eq!(claim(&[USERS, SALARY, FEE_CO]).cheapest, None);
    let whole = claim(&[USERS, SALARY, FEE_CO, FEE_OUT]);
    assert_eq!((whole.state, whole.cheapest), (CostState::Own, Some(Alternative::CoManaged)));
    assert_eq!(whole.would_narrow, None);
}

#[test]
fn in_house_it_needs_no_fee() {
    // Fully outsourced IT is out of reach, so in-house IT is second.
    let far = (input::FEE_OUT, [900.0, 900.0, 900.0]);
    assert_eq!(claim(&[USERS, SALARY, FEE_CO, far]).cheapest, Some(Alternative::CoManaged));
    let cheap_staff = [USERS, (input::SALARY, [1.0, 1.0, 1.0]), (input::TOOLS, [0.0; 3]), FEE_CO];
    assert_eq!(claim(&cheap_staff).cheapest, Some(Alternative::InHouse));
}

#[test]
fn inconclusive_own_figures_support_no_claim() {
    let claim = claim(&[USERS, SALARY, (input::FEE_CO, [75.0, 150.0, 200.0]), FEE_OUT]);
    assert_eq!((claim.state, claim.cheapest), (CostState::Own, None));
}
