//! Who does what as CSV and Markdown.

use assessment::{Alternative, Assessment, Side, i18n::Catalog, named::cap};

use decision::{
    plan::{
        Pattern,
        duties::{DutyFinding, DutyRow, FindingKind},
    },
    worksheet::{Doer, Duties, DutyChange, DutyId},
};

use report::{duties_csv, duties_markdown};

use super::{changed, function, rows, rows_on};

fn csv(rows: &[DutyRow], findings: &[DutyFinding]) -> String {
    duties_csv(Assessment::standard(), &Catalog::english(), rows, findings)
}

fn markdown(rows: &[DutyRow]) -> String {
    duties_markdown(Assessment::standard(), &Catalog::english(), rows, &[])
}

#[test]
fn the_csv_has_a_header_and_one_line_per_row() {
    let all = rows(&[(cap::QUESTION, cap::LEAD)], &Duties::new(Assessment::standard()));
    let text = csv(&all, &[]);
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 23);
    assert_eq!(
        lines[0],
        "\"Task\",\"In-house IT\",\"Co-managed IT\",\"Fully outsourced IT\",\"Who helps when the work is shared\",\
         \"Who does it today\",\"Why this side when the work is shared\",\"To sort out\",\"Note\""
    );
    assert_eq!(
        lines[3],
        "\"Monitoring of systems and networks\",\"Your team\",\"The provider\",\"The provider\",\
         \"Your team\",\"Not said\",\"This task is much the same at every company.\",\"\",\"\""
    );
}

#[test]
fn a_two_part_path_adds_a_column() {
    let all = rows_on(Pattern::CoreAndCommodity, &[], &Duties::new(Assessment::standard()));
    let text = csv(&all, &[]);
    assert!(text.contains("\"On your path\"") && text.contains("\"Routine: goes to the provider\""));
}

#[test]
fn hidden_rows_are_not_exported() {
    let all = rows(&[], &changed([DutyChange::Hide(function("monitor"), true)]));
    assert_eq!(csv(&all, &[]).matches("\r\n").count(), 22);
    assert!(!markdown(&all).contains("Monitoring of systems"));
}

#[test]
fn a_changed_side_is_marked_as_changed() {
    let keep = DutyChange::Accountable(function("monitor"), Alternative::Outsourced, Some(Side::Internal));
    let text = csv(&rows(&[], &changed([keep])), &[]);
    assert_eq!(text.matches("\"Your team (we suggest: The provider)\"").count(), 1);
    assert_eq!(text.matches("we suggest").count(), 1);
}

#[test]
fn findings_appear_in_their_row() {
    let id = function("helpdesk");
    let all = rows(&[], &changed([DutyChange::Today(id, Some(Doer::Internal))]));
    let find = |kind| DutyFinding { duty: id, kind };
    let found = [find(FindingKind::OnePerson { unwritten: false }), find(FindingKind::ChangesHands(Side::Provider))];
    let text = csv(&all, &found);
    assert!(text.lines().nth(1).unwrap().contains("\"It depends on one person; Moves to the provider\""));
}

#[test]
fn quotation_marks_are_doubled_and_formulas_are_escaped() {
    let duties = changed([
        DutyChange::Add("=HYPERLINK(\"http://x\"; \"y\")".into()),
        DutyChange::Note(DutyId::Own(1), "a, \"b\"".into()),
    ]);
    let text = csv(&rows(&[], &duties), &[]);
    let last = text.lines().last().unwrap();
    assert!(last.starts_with("\"'=HYPERLINK(\"\"http://x\"\"; \"\"y\"\")\","), "{last}");
    assert!(last.ends_with(",\"a, \"\"b\"\"\""), "{last}");
}

#[test]
fn the_markdown_is_a_table_with_a_header() {
    let text = markdown(&rows(&[], &Duties::new(Assessment::standard())));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 24);
    assert!(lines[0].starts_with("| Task | In-house IT |"));
    assert_eq!(lines[1], "|".to_owned() + &" --- |".repeat(9));
    assert!(lines.iter().all(|line| line.starts_with("| ") && line.ends_with('|')));
}

#[test]
fn visitor_text_is_escaped_in_markdown() {
    let text = markdown(&rows(&[], &changed([DutyChange::Add(r"a|b <img> [x](y) *c* \| `d`".into())])));
    let last = text.lines().last().unwrap();
    assert!(last.starts_with(r"| a\|b \<img> \[x\](y) \*c\* \\\| \`d\` | "), "{last}");
}
