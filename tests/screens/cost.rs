//! The view of the costs: what it says first, its fields, and what its folds hold.

use assessment::{
    Assessment,
    i18n::key::ui::cost as words,
    json::Value,
    named::input::{FEE_CO, FEE_OUT, SALARY, USERS},
};

use super::{
    html::Tree,
    laws::assert_kept,
    page::Use,
    reference::organizations,
    screens::organization,
    visit::{Before, KEY, Visit, draft_at_view},
};

/// Figures of each kind.
const OWN: &str = r#"{"users":[90,90,90],"salary":[75000,96800,130000],"fee_co":[75,110,150],"fee_out":[200,235,275]}"#;

fn opened(case: &Value, figures: Option<&str>, uses: &[Use], unfolds: bool) -> (Visit, Tree) {
    let draft = draft_at_view(case, "cost", &figures.map_or_else(String::new, |own| format!(r#","figures":{own}"#)));
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], uses, unfolds, ..Before::default() });
    let tree = assert_kept("the costs", &visit.html());
    (visit, tree)
}

fn own(visit: &Visit, id: assessment::InputId) -> Option<[f64; 3]> {
    visit.ui.now(|session| session.worksheet().figures.get(id)).map(|range| range.values())
}

fn has(tree: &Tree, words: &str) -> bool {
    tree.all().any(|node| node.words() == words)
}

#[test]
fn samples_claim_nothing_about_cost() {
    for case in organizations() {
        let (visit, tree) = opened(&case, None, &[], true);
        let say = |key| visit.ui.t(key);
        assert!(has(&tree, say(words::claim::SAMPLE)));
        assert!(has(&tree, say(words::APART)));
        assert_eq!(tree.tagged(&["caption"]).next().unwrap().words(), say(words::SAMPLE));
        for absent in [words::head::CHEAPEST, words::EVEN_TITLE, words::OVERLAP_ALL] {
            assert!(!has(&tree, say(absent)), "“{}” says more than samples can", say(absent));
        }
        assert!(tree.by_id("cost-drivers").is_none());
    }
}

#[test]
fn the_cost_view_keeps_the_laws_with_own_figures() {
    for case in organizations() {
        for unfolds in [false, true] {
            let (_, tree) = opened(&case, Some(OWN), &[], unfolds);
            assert!(tree.by_id("cost-drivers").is_some());
        }
    }
}

#[test]
fn cost_starts_with_three_fields_and_the_fee_of_the_model_in_front() {
    for (who, fee) in [("P2", FEE_CO), ("P3", FEE_OUT), ("P6", FEE_CO)] {
        let (_, tree) = opened(&organization(who), None, &[], false);
        let fields: Vec<_> = tree.tagged(&["input"]).filter(|node| node.get("type") == Some("text")).collect();
        let ids: Vec<_> = fields.iter().map(|node| node.get("id").unwrap().to_owned()).collect();
        assert_eq!(ids, [USERS, SALARY, fee].map(|id| format!("cost-own-{}", id.index())), "{who}");
        let label = Assessment::standard().cost.input(SALARY).label;
        let (visit, _) = opened(&organization(who), None, &[], false);
        assert_eq!(fields[1].name(), format!("{}, USD", visit.ui.t(label)));
    }
}

#[test]
fn the_other_fee_follows_once_only_that_is_missing() {
    let one_fee = r#"{"users":[90,90,90],"salary":[75000,96800,130000],"fee_out":[200,235,275]}"#;
    let (_, tree) = opened(&organization("P3"), Some(one_fee), &[], false);
    assert!(tree.by_id(&format!("cost-own-{}", FEE_CO.index())).is_some());
}

#[test]
fn a_likely_figure_by_itself_is_saved_with_a_range() {
    for (id, typed, saved) in [
        (USERS, "90", [90.0; 3]),
        (SALARY, "$80,000", [75_000.0, 80_000.0, 130_000.0]),
        (SALARY, "150000", [120_000.0, 150_000.0, 200_000.0]),
        (SALARY, "20000", [15_000.0, 20_000.0, 27_000.0]),
    ] {
        let field = format!("cost-own-{}", id.index());
        let (visit, tree) = opened(&organization("P2"), None, &[(field.leak(), typed)], false);
        assert_eq!(own(&visit, id), Some(saved), "{typed}");
        assert!(tree.all().all(|node| node.get("aria-invalid").is_none()));
    }
}

#[test]
fn an_invalid_likely_figure_is_explained_at_its_field_and_not_saved() {
    for (id, typed, problem) in [
        (USERS, "0", "Enter 1 or more."),
        (SALARY, "many", "Enter a number."),
        (SALARY, "-5", "Enter 0 or more."),
        (SALARY, "9999999999", "Enter 1,000,000,000 or less."),
    ] {
        let name = format!("cost-own-{}", id.index());
        let (visit, tree) = opened(&organization("P2"), None, &[(name.clone().leak(), typed)], false);
        let field = tree.by_id(&name).unwrap();
        assert_eq!(field.get("aria-invalid"), Some("true"), "{typed}");
        assert_eq!(tree.by_id(field.get("aria-describedby").unwrap()).unwrap().words(), problem);
        assert_eq!(own(&visit, id), None);
    }
}

#[test]
fn only_sizes_at_which_two_models_cost_the_same_are_listed() {
    let mut numbers = 0;
    for case in organizations() {
        let (_, tree) = opened(&case, Some(OWN), &[], true);
        let listed: Vec<_> = tree.tagged(&["ul"]).filter(|list| list.classes().any(|class| class == "even")).collect();
        for item in listed.iter().flat_map(|list| list.children()) {
            assert!(item.words().contains("cost the same at about"), "{}", item.words());
            numbers += 1;
        }
        assert_eq!(tree.by_id("cost-even").is_some(), !listed.is_empty());
    }
    assert!(numbers > 0);
}
