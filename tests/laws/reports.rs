//! Laws of reports: for any entries, the report contains all of them, matches its schema, and survives a round trip.

use assessment::{
    Assessment,
    i18n::{Catalog, English},
};
use decision::evaluation::Evaluation;
use proptest::prelude::*;
use report::{Block, Changes, Offer, ReportMeta, Subject, Voice, document, markdown, report_json};
use session::{ENTRY_CODE, UnreadParts, decode_sent, encode_worksheet};

use super::{
    answers::{config, priorities, responses},
    schema::problems,
    worksheets::worksheet,
};

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn a_report_with_entries_matches_its_schema_and_survives_a_round_trip(
        responses in responses(),
        priorities in priorities(),
        worksheet in worksheet(),
    ) {
        let assessment = Assessment::standard();
        let entered = encode_worksheet(assessment, &worksheet, &UnreadParts::default());
        let evaluation = Evaluation::of(assessment, &responses, &priorities);
        let meta = ReportMeta { responses: &responses, configuration: "", saved: "", is_full: true, asked: &[], settled_after: None, changes: Changes::default(), entered: &entered };
        let report = report_json(assessment, &evaluation, &meta);
        prop_assert_eq!(problems(&serde_json::to_value(&report).unwrap()), [""; 0]);
        let decoded = decode_sent(assessment, &report, Some(&ENTRY_CODE)).unwrap();
        prop_assert!(decoded.problems.is_empty());
        prop_assert_eq!(decoded.draft.worksheet, worksheet);
    }

    #[test]
    fn a_document_with_entries_has_complete_rows_and_no_empty_text(
        responses in responses(),
        priorities in priorities(),
        worksheet in worksheet(),
    ) {
        let assessment = Assessment::standard();
        let evaluation = &Evaluation::of(assessment, &responses, &priorities);
        let (responses, worksheet, words) = (&responses, &worksheet, &Catalog::english());
        let (locale, date, offer, currency) = (&English, "", Offer::default(), "USD");
        let subject = Subject { voice: Voice { assessment, words, locale }, responses, evaluation, date, offer, worksheet, currency };
        let document = document(&subject);
        for block in &document.blocks {
            if let Block::Table { head, rows, .. } = block {
                prop_assert!(rows.iter().all(|row| row.len() == head.len()));
                prop_assert!(rows.iter().flatten().all(|cell| !cell.is_empty()));
            }
            if let Block::List { items, .. } = block {
                prop_assert!(items.iter().all(|item| item.lines.iter().all(|line| !line.is_empty())));
            }
        }
        prop_assert!(markdown(&document).len() > 1000);
    }
}
