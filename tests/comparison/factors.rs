//! The site owner's factors on weights, which are the same for everyone.

use assessment::{Assessment, named::dimension};
use decision::{
    comparison::Comparison,
    evaluation::{Evaluation, Factors},
    response::Reading,
};

use super::organization;

#[test]
fn everyone_is_evaluated_with_the_factors_of_the_first_person() {
    let assessment = Assessment::standard();
    let people = ["P10", "P8"].map(organization);
    let mut factors = Factors::new(assessment);
    assert!(factors.set(assessment, dimension::COST, 2.0));
    let of = |n: usize| {
        let reading = Reading::of(assessment, &people[n].responses);
        Evaluation::with_factors(assessment, reading, people[n].priorities.clone(), factors.clone())
    };
    let comparison = Comparison::with_first(assessment, &people, Some(of(0))).unwrap();
    assert_eq!(comparison.people[1].evaluation.shares, of(1).shares);
}
