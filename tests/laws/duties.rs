//! Laws of duties: no change exceeds a limit, a reset restores the suggestion, and drafts survive a round trip.

use assessment::{Alternative, Assessment, FunctionId, Side, i18n::Catalog, json::Value, text::one_line};
use decision::{
    plan::{
        Pattern, Split,
        duties::{DutyCounts, DutyFinding, DutyRow},
    },
    response::{Priorities, Reading, ResponseSet},
    worksheet::{Doer, Duties, DutyChange, DutyEntry, DutyId, LONGEST_DUTY, LONGEST_NOTE, MOST_OWN_DUTIES},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use report::{duties_csv, duties_markdown};
use session::{Unread, decode_duties, encode_duties};

use super::{
    answers::{config, document, evaluation, responses},
    spreadsheet::{self, SEPARATORS, is_formula, is_guarded},
};

const PATTERNS: [Pattern; 5] = [
    Pattern::RolesFirst,
    Pattern::OutsourceThenComanage,
    Pattern::CoreAndCommodity,
    Pattern::InhousePlus,
    Pattern::Plain,
];

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn any_sequence_of_changes_stays_within_every_bound(changes in vec(change(), 0..60)) {
        let mut duties = new();
        for change in changes {
            let before = duties.clone();
            if duties.apply(change).is_err() {
                prop_assert_eq!(&duties, &before, "a rejected change changes nothing");
            }
            check_bounds(&duties)?;
        }
    }

    #[test]
    fn each_row_has_one_accountable_side_and_at_most_one_helper(
        responses in responses(), duties in duties(), pattern in select(&PATTERNS[..]),
    ) {
        let rows = rows(&responses, pattern, &duties);
        prop_assert_eq!(rows.len(), duties.iter().count());
        for (row, (id, entry)) in rows.iter().zip(duties.iter()) {
            prop_assert_eq!(row.id, id);
            for alternative in Alternative::ALL {
                let chosen = entry.accountable[alternative.index()];
                let expected = chosen.unwrap_or(row.suggested[alternative.index()]);
                prop_assert_eq!(row.accountable(alternative), expected);
                prop_assert_ne!(row.supporting(alternative), Some(expected));
                prop_assert_eq!(row.differs(alternative), chosen.is_some_and(|s| s != row.suggested[alternative.index()]));
            }
        }
    }

    #[test]
    fn a_split_decides_the_suggestion(responses in responses(), pattern in select(&PATTERNS[..])) {
        let assessment = Assessment::standard();
        let rows = rows(&responses, pattern, &new());
        if let Some(split) = Split::of(assessment, &Reading::of(assessment, &responses)) {
            for (row, (_, side)) in rows.iter().zip(split.accountable(assessment)) {
                prop_assert_eq!(row.suggested[Alternative::CoManaged.index()], side);
            }
        }
    }

    #[test]
    fn every_question_named_as_a_reason_was_answered(responses in responses(), pattern in select(&PATTERNS[..])) {
        let reading = Reading::of(Assessment::standard(), &responses);
        for row in rows(&responses, pattern, &new()) {
            for (n, question) in row.answers.iter().enumerate() {
                prop_assert!(reading.get(*question).is_some());
                prop_assert!(!row.answers[..n].contains(question), "listed twice");
            }
        }
    }

    #[test]
    fn a_reset_restores_the_suggested_rows(responses in responses(), mut duties in duties()) {
        duties.apply(DutyChange::ResetAll).unwrap();
        prop_assert!(duties.is_as_suggested());
        prop_assert_eq!(rows(&responses, Pattern::Plain, &duties), rows(&responses, Pattern::Plain, &new()));
    }

    #[test]
    fn resetting_each_row_restores_all_suggestions(mut duties in duties()) {
        let ids: Vec<DutyId> = duties.iter().map(|(id, _)| id).collect();
        for id in ids {
            duties.apply(DutyChange::Reset(id)).unwrap();
            let entry = duties.get(id).unwrap();
            prop_assert_eq!(entry, &DutyEntry { name: entry.name.clone(), ..DutyEntry::default() });
            prop_assert_eq!(entry.name.is_some(), matches!(id, DutyId::Own(_)));
        }
    }

    #[test]
    fn duties_survive_a_round_trip_through_a_draft(duties in duties()) {
        let assessment = Assessment::standard();
        let text = serde_json::to_string(&encode_duties(assessment, &duties, &Unread::default()).unwrap_or(Value::object([]))).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        let decoded = decode_duties(assessment, "$.duties", &document);
        prop_assert_eq!(decoded.problems, []);
        prop_assert_eq!(decoded.unread, Unread::default());
        prop_assert_eq!(decoded.value, duties);
    }

    #[test]
    fn the_csv_parses_back_into_its_cells(duties in duties()) {
        let (assessment, words) = (Assessment::standard(), Catalog::english());
        let rows = rows(&answerless(), Pattern::Plain, &duties);
        let parsed = parse_csv(&duties_csv(assessment, &words, &rows, &[])).map_err(TestCaseError::fail)?;
        let shown: Vec<&DutyRow> = rows.iter().filter(|row| !row.hidden).collect();
        prop_assert_eq!(parsed.len(), shown.len() + 1);
        prop_assert!(parsed.iter().all(|cells| cells.len() == parsed[0].len()));
        for (row, cells) in shown.into_iter().zip(&parsed[1..]) {
            let entry = duties.get(row.id).unwrap();
            if let Some(name) = &entry.name {
                prop_assert!(is_guarded(&cells[0], &one_line(name)), "{}: {name}", cells[0]);
            }
            prop_assert!(cells.last().is_some_and(|note| is_guarded(note, &one_line(&entry.note))), "{:?}", cells);
        }
    }

    // @threat-exports
    #[test]
    fn no_csv_cell_starts_a_formula(duties in duties()) {
        let (assessment, words) = (Assessment::standard(), Catalog::english());
        let rows = rows(&answerless(), Pattern::CoreAndCommodity, &duties);
        let file = duties_csv(assessment, &words, &rows, &[]);
        for cell in SEPARATORS.into_iter().flat_map(|separator| spreadsheet::cells(&file, separator)) {
            prop_assert!(!is_formula(&cell), "{cell:?}");
        }
    }

    #[test]
    fn every_markdown_line_has_the_same_number_of_cells(duties in duties()) {
        let (assessment, words) = (Assessment::standard(), Catalog::english());
        let rows = rows(&answerless(), Pattern::Plain, &duties);
        let text = duties_markdown(assessment, &words, &rows, &[]);
        prop_assert_eq!(text.lines().count(), rows.iter().filter(|row| !row.hidden).count() + 2);
        for line in text.lines() {
            prop_assert_eq!(bars(line), 10, "{}", line);
        }
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_row_without_information_on_today_has_no_findings(responses in responses(), duties in duties()) {
        let assessment = Assessment::standard();
        let evaluation = evaluation(&responses, &Priorities::new(assessment));
        let rows = DutyRow::all(assessment, &evaluation.reading, Pattern::Plain, &duties);
        let findings = DutyFinding::all(assessment, &evaluation, &responses, &rows);
        for finding in &findings {
            let entry = duties.get(finding.duty).unwrap();
            prop_assert!(entry.today.is_some() && !entry.hidden);
        }
        let counts = DutyCounts::of(&rows, &findings);
        let all = counts.gaps + counts.collisions + counts.one_person + counts.change_hands;
        prop_assert_eq!(all, findings.len());
    }
}

proptest! {
    #![proptest_config(config(1024))]

    #[test]
    fn no_document_makes_decoding_panic_or_exceed_bounds(document in mutated()) {
        let decoded = decode_duties(Assessment::standard(), "$.duties", &document);
        check_bounds(&decoded.value)?;
    }

    /// Encoding after decoding is stable: decoding and encoding the result again changes nothing.
    #[test]
    fn encoding_what_was_decoded_is_stable(document in mutated()) {
        let assessment = Assessment::standard();
        let decoded = decode_duties(assessment, "$.duties", &document);
        let encoded = encode_duties(assessment, &decoded.value, &decoded.unread);
        let again = decode_duties(assessment, "$.duties", encoded.as_ref().unwrap_or(&Value::object([])));
        prop_assert_eq!(&again.value, &decoded.value);
        prop_assert_eq!(encode_duties(assessment, &again.value, &again.unread), encoded);
        prop_assert_eq!(again.problems.len(), decoded.problems.len());
    }
}

fn new() -> Duties {
    Duties::new(Assessment::standard())
}

fn answerless() -> ResponseSet {
    ResponseSet::new(Assessment::standard())
}

fn rows(responses: &ResponseSet, pattern: Pattern, duties: &Duties) -> Vec<DutyRow> {
    let assessment = Assessment::standard();
    DutyRow::all(assessment, &Reading::of(assessment, responses), pattern, duties)
}

fn check_bounds(duties: &Duties) -> Result<(), TestCaseError> {
    let standard = Assessment::standard().functions.len();
    let all: Vec<(DutyId, &DutyEntry)> = duties.iter().collect();
    prop_assert!(all.len() <= standard + MOST_OWN_DUTIES);
    for (n, (id, entry)) in all.iter().enumerate() {
        prop_assert!(all[..n].iter().all(|(other, _)| other != id));
        let is_own = n >= standard;
        let in_order = match id {
            DutyId::Standard(function) => !is_own && function.index() == n,
            DutyId::Own(number) => is_own && (1..=MOST_OWN_DUTIES).contains(&usize::from(*number)),
        };
        prop_assert!(in_order);
        prop_assert!(!is_own || entry.name.is_some());
        for (text, most) in entry.name.iter().map(|name| (name, LONGEST_DUTY)).chain([(&entry.note, LONGEST_NOTE)]) {
            prop_assert!(text.chars().count() <= most && text.trim() == text && !text.contains(char::is_control));
            let hides = text.contains(['\u{202e}', '\u{2066}', '\u{200b}', '\u{feff}', '\u{2028}']);
            prop_assert!(!hides);
        }
        prop_assert!(entry.name.as_ref().is_none_or(|name| !name.is_empty()));
    }
    Ok(())
}

fn duties() -> impl Strategy<Value = Duties> {
    vec(change(), 0..60).prop_map(|changes| {
        let mut duties = new();
        for change in changes {
            let _ = duties.apply(change);
        }
        duties
    })
}

pub fn change() -> impl Strategy<Value = DutyChange> {
    let side = || select(&[Side::Internal, Side::Provider][..]);
    prop_oneof![
        3 => text().prop_map(DutyChange::Add),
        1 => (0..24_u8, text()).prop_map(|(number, name)| DutyChange::AddAs(number, name)),
        1 => (0..24_u8).prop_map(DutyChange::Remove),
        2 => (id(), text()).prop_map(|(id, name)| DutyChange::Rename(id, name)),
        2 => (id(), any::<bool>()).prop_map(|(id, hidden)| DutyChange::Hide(id, hidden)),
        3 => (id(), select(&Alternative::ALL[..]), option::of(side())).prop_map(|(id, a, s)| DutyChange::Accountable(id, a, s)),
        3 => (id(), option::of(select(&Doer::ALL[..]))).prop_map(|(id, doer)| DutyChange::Today(id, doer)),
        2 => (id(), text()).prop_map(|(id, note)| DutyChange::Note(id, note)),
        1 => id().prop_map(DutyChange::Reset),
    ]
}

/// A row that may or may not exist.
fn id() -> impl Strategy<Value = DutyId> {
    prop_oneof![
        3 => (0..24_u8).prop_map(|n| DutyId::Standard(FunctionId(n))),
        2 => (0..6_u8).prop_map(DutyId::Own),
        1 => any::<u8>().prop_map(DutyId::Own),
    ]
}

/// Any string: short, long, with spreadsheet or Markdown syntax, with rejected characters.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[ \\PC]{0,20}",
        3 => "[-=+@|\"',;\\\\`*<>\\[\\]_ a-c]{1,12}",
        1 => any::<String>(),
        1 => "x{70,520}",
        1 => select(&["=1+1", "see;=cmd|' /C calc'!A1;x", "a; \"=1\"", "a;;@b", "\t=1", "＝1", "a\u{202e}b", "a\nb", "\u{feff}=1", " @sum", "-", "", "\u{200d}"][..])
            .prop_map(str::to_owned),
    ]
}

/// Encoded duties with some parts replaced or added.
fn mutated() -> impl Strategy<Value = Value> {
    const NAMES: [&str; 16] = [
        "helpdesk",
        "docs",
        "own1",
        "own2",
        "own20",
        "own21",
        "own01",
        "telex",
        "name",
        "hidden",
        "accountable",
        "today",
        "note",
        "co_managed",
        "outsourced",
        "color",
    ];
    const TEXTS: [&str; 8] = ["internal", "provider", "both", "nobody", "Phones", " Phones ", "", "a\u{202e}b"];
    let leaf = prop_oneof![select(&TEXTS[..]).prop_map(Value::from), any::<bool>().prop_map(Value::from), document(),];
    let name = || select(&NAMES[..]).prop_map(str::to_owned);
    let row = vec(
        (
            name(),
            prop_oneof![2 => leaf, 1 => vec((name(), select(&TEXTS[..]).prop_map(Value::from)), 0..4).prop_map(Value::Object)],
        ),
        0..6,
    );
    let rows = vec((name(), prop_oneof![4 => row.prop_map(Value::Object), 1 => document()]), 0..8);
    (duties(), rows, 0..12_u8).prop_flat_map(|(duties, rows, kind)| {
        let encoded = encode_duties(Assessment::standard(), &duties, &Unread::default());
        let Value::Object(mut encoded) = encoded.unwrap_or(Value::object([])) else { unreachable!() };
        encoded.extend(rows);
        if kind == 0 { document().boxed() } else { Just(Value::Object(encoded)).boxed() }
    })
}

/// A strict RFC 4180 parser.
fn parse_csv(text: &str) -> Result<Vec<Vec<String>>, String> {
    let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), text);
    while !rest.is_empty() {
        let mut cell = String::new();
        rest = match rest.strip_prefix('"') {
            Some(mut inside) => loop {
                let (before, after) = inside.split_once('"').ok_or("an open quotation")?;
                cell.push_str(before);
                match after.strip_prefix('"') {
                    Some(after) => {
                        cell.push('"');
                        inside = after;
                    }
                    None => break after,
                }
            },
            None => {
                let end = rest.find([',', '\r', '\n', '"']).unwrap_or(rest.len());
                cell.push_str(&rest[..end]);
                &rest[end..]
            }
        };
        row.push(cell);
        if let Some(after) = rest.strip_prefix(',') {
            rest = after;
        } else {
            rest = rest.strip_prefix("\r\n").ok_or("no end of a line")?;
            rows.push(std::mem::take(&mut row));
        }
    }
    Ok(rows)
}

/// The pipes that separate cells in a line of Markdown: those that are not escaped.
fn bars(line: &str) -> usize {
    let (mut bars, mut escaped) = (0, false);
    for c in line.chars() {
        bars += usize::from(c == '|' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    bars
}
