//! The five measures.

use assessment::{
    Assessment, MetricId, Unit,
    i18n::{Marks, typed},
    named::metric,
};

use decision::worksheet::{
    DECIMALS, Decimal, EntryRefusal, MeasureEntry, MeasureWarning, ScorecardChange, ScorecardEntries, bounds,
};

use super::date;

fn figure(text: &str) -> Option<Decimal> {
    let hundredths = typed(text, Marks::of("1,234,567.8"), DECIMALS).unwrap();
    Some(Decimal::of_hundredths(i32::try_from(hundredths).unwrap()))
}

fn measure(today: &str, target: &str, now: &str) -> MeasureEntry {
    MeasureEntry { today: figure(today), target: figure(target), now: figure(now), review: None }
}

fn apply(change: ScorecardChange) -> Result<ScorecardEntries, EntryRefusal> {
    let mut entries = ScorecardEntries::new(Assessment::standard());
    entries.apply(Assessment::standard(), change).map(|()| entries)
}

#[test]
fn progress_is_the_completed_fraction() {
    assert_eq!(measure("8", "2", "5").progress(), Some(50));
    assert_eq!(measure("40", "90", "65").progress(), Some(50));
    assert_eq!(measure("3", "4.5", "3.4").progress(), Some(27));
}

#[test]
fn progress_stays_between_0_and_100_percent() {
    assert_eq!(measure("8", "2", "10").progress(), Some(0));
    assert_eq!(measure("8", "2", "1").progress(), Some(100));
}

#[test]
fn progress_is_complete_only_at_the_target() {
    assert_eq!(measure("0", "100", "99.9").progress(), Some(99));
    assert_eq!(measure("0", "100", "0.1").progress(), Some(1));
}

#[test]
fn there_is_no_progress_if_the_target_equals_today() {
    assert_eq!(measure("8", "8", "4").progress(), None);
}

#[test]
fn without_all_three_figures_there_is_no_progress() {
    for missing in 0..3 {
        let mut entry = measure("8", "2", "5");
        *[&mut entry.today, &mut entry.target, &mut entry.now][missing] = None;
        assert_eq!(entry.progress(), None);
    }
}

#[test]
fn a_target_that_is_worse_than_today_is_a_warning() {
    let [hours, percent] = [metric::RESPONSE, metric::SECURITY].map(|id| &Assessment::standard().scorecard[id.index()]);
    assert_eq!(measure("8", "9", "8").warning(hours), Some(MeasureWarning::WorseTarget));
    assert_eq!(measure("8", "9", "8").warning(percent), None);
    assert_eq!(measure("9", "8", "8").warning(percent), Some(MeasureWarning::WorseTarget));
    assert_eq!(measure("9", "8", "8").warning(hours), None);
}

#[test]
fn a_target_already_reached_today_is_a_warning() {
    let hours = &Assessment::standard().scorecard[metric::RESPONSE.index()];
    assert_eq!(measure("8", "8", "8").warning(hours), Some(MeasureWarning::SameTarget));
}

#[test]
fn a_worse_target_is_kept() {
    let mut entries = apply(ScorecardChange::Today(metric::RESPONSE, figure("8"))).unwrap();
    entries.apply(Assessment::standard(), ScorecardChange::Target(metric::RESPONSE, figure("9"))).unwrap();
    assert_eq!(entries.get(metric::RESPONSE).target, figure("9"));
}

#[test]
fn figures_out_of_bounds_for_their_unit_are_rejected() {
    for (n, metric) in Assessment::standard().scorecard.iter().enumerate() {
        let id = MetricId::from_index(n);
        let [low, high] = bounds(metric.unit);
        for figure in [low, high] {
            assert!(apply(ScorecardChange::Now(id, Some(figure))).is_ok(), "{}", metric.id);
        }
        for hundredths in [low.hundredths() - 1, high.hundredths() + 1] {
            let figure = Some(Decimal::of_hundredths(hundredths));
            for change in [ScorecardChange::Today, ScorecardChange::Target, ScorecardChange::Now] {
                assert_eq!(apply(change(id, figure)), Err(EntryRefusal::OutOfBounds), "{}", metric.id);
            }
        }
    }
}

#[test]
fn bounds_match_the_units() {
    let whole = |unit| bounds(unit).map(|bound| bound.hundredths() / 100);
    assert_eq!(whole(Unit::Hours), [0, 2000]);
    assert_eq!(whole(Unit::Percent), [0, 100]);
    assert_eq!(whole(Unit::OneToFive), [1, 5]);
    assert_eq!(whole(Unit::Days), [0, 365]);
}

#[test]
fn an_unknown_measure_is_rejected() {
    assert_eq!(apply(ScorecardChange::Review(MetricId(9), None)), Err(EntryRefusal::Unknown));
}

#[test]
fn a_review_is_due_on_its_day() {
    let entries = apply(ScorecardChange::Review(metric::SCALE, Some(date("2027-06-01")))).unwrap();
    let measure = entries.get(metric::SCALE);
    assert!(!measure.is_due(date("2027-05-31")) && measure.is_due(date("2027-06-01")));
}

#[test]
fn a_reset_clears_everything() {
    let mut entries = apply(ScorecardChange::Today(metric::RESPONSE, figure("8"))).unwrap();
    assert!(!entries.is_empty());
    entries.apply(Assessment::standard(), ScorecardChange::Reset).unwrap();
    assert!(entries.is_empty());
}
