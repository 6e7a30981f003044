//! The view of who does what: its summary, its table, and the mode for who does it today.

use assessment::{Alternative, i18n::key::ui::duties as words, json::Value};

use super::{
    html::{Node, Tree},
    laws::assert_kept,
    page::Use,
    reference::organizations,
    screens::organization,
    visit::{Before, KEY, Visit, draft_at_view},
};

const MARK: Use = ("Mark who does it now", "true");

fn opened(case: &Value, duties: &str, uses: &[Use], unfolds: bool) -> (Visit, Tree) {
    let draft = draft_at_view(case, "who", &format!(r#","duties":{{{duties}}}"#));
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], uses, unfolds, ..Before::default() });
    let tree = assert_kept("who does what", &visit.html());
    (visit, tree)
}

fn of_class<'t>(tree: &'t Tree, class: &str) -> Vec<Node<'t>> {
    tree.all().filter(|node| node.classes().any(|known| known == class)).collect()
}

fn columns(tree: &Tree) -> Vec<String> {
    tree.tagged(&["th"]).filter(|cell| cell.get("scope") == Some("col")).map(Node::words).collect()
}

#[test]
fn the_summary_counts_the_owners_in_the_table() {
    for case in organizations() {
        for alternative in Alternative::ALL {
            let name = Visit::new().ui.name(alternative);
            let (_, tree) = opened(&case, "", &[(name, "true")], false);
            let sides = of_class(&tree, "side");
            let in_table = |side: &str| {
                let is_cell = |node: &&Node<'_>| node.parent().unwrap().tag() == "td";
                sides.iter().filter(is_cell).filter(|node| node.words() == side).count()
            };
            let (team, provider) = (in_table("Your team"), in_table("The provider"));
            assert_eq!(team + provider, 22);
            let said = of_class(&tree, "lead")[0].words();
            let counted = match (team, provider) {
                (_, 0) => "your team owns all 22 tasks.".to_owned(),
                (0, _) => "the provider owns all 22 tasks.".to_owned(),
                _ => format!("your team owns {team} of 22 tasks, and the provider owns {provider}."),
            };
            assert!(said.ends_with(&counted), "{said}");
        }
    }
}

#[test]
fn the_table_has_a_column_for_today_only_while_that_is_marked() {
    let (visit, tree) = opened(&organization("P2"), "", &[], false);
    assert_eq!(columns(&tree), ["Task", "Owner", "Helps"]);
    assert!(!tree.all().any(|node| node.words() == visit.ui.t(words::START)));
    let (_, tree) = opened(&organization("P2"), "", &[MARK], false);
    assert_eq!(columns(&tree), ["Task", "Owner", "Helps", "Who does it today"]);
    assert!(tree.all().any(|node| node.words() == visit.ui.t(words::START)));
    let (_, tree) = opened(&organization("P6"), "", &[], false);
    assert_eq!(columns(&tree), ["Task", "Owner"], "nobody helps");
}

#[test]
fn a_draft_that_says_who_does_a_task_today_starts_marked() {
    let (_, tree) = opened(&organization("P2"), r#""backup":{"today":"both"}"#, &[], false);
    assert_eq!(columns(&tree).last().unwrap(), "Who does it today");
    assert_eq!(of_class(&tree, "finding").len(), 1);
    let (_, tree) = opened(&organization("P2"), r#""backup":{"note":"Ask Ana first"}"#, &[], false);
    assert_eq!(columns(&tree).len(), 3);
}

#[test]
fn who_does_what_keeps_the_laws_while_it_is_marked_and_changed() {
    for case in organizations() {
        for unfolds in [false, true] {
            let uses = [MARK, ("Change: Backup", "")];
            let (_, tree) = opened(&case, r#""own1":{"name":"Phones"},"risk":{"hidden":true}"#, &uses, unfolds);
            assert!(tree.by_id("duty-name").is_some());
            // A narrow screen can fold the rows after the first twelve: nine of the content and an own one.
            assert_eq!(tree.by_id("duties-more").unwrap().words(), "10 more tasks");
        }
    }
}

#[test]
fn a_row_gives_its_reason_when_it_is_opened_and_only_a_specific_one() {
    let change: Use = ("Change: Help desk", "");
    let (visit, tree) = opened(&organization("P2"), "", &[], false);
    let reason = visit.ui.t(words::REASON);
    assert!(!tree.all().any(|node| node.words() == reason));
    let (_, tree) = opened(&organization("P2"), "", &[change], false);
    assert!(tree.all().any(|node| node.words() == reason));
    assert!(tree.all().any(|node| node.words() == visit.ui.t(words::BECAUSE)));
    // Nobody inside could share the work, so the split is the usual one, which is said once.
    let co_managed = visit.ui.name(Alternative::CoManaged);
    let (_, tree) = opened(&organization("P1"), "", &[(co_managed, "true"), change], false);
    assert!(!tree.all().any(|node| node.words() == reason));
    assert_eq!(tree.all().filter(|node| node.words() == visit.ui.t(words::basis::NOBODY)).count(), 1);
}
