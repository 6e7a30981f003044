//! The report as files: for people, for spreadsheets, and for whoever wants to compute it again.

use leptos::prelude::*;

use super::{Findings, way};
use crate::ui::{
    Ui,
    components::{outcome, saved},
    page::Page,
    subject::with_subject,
};
use assessment::i18n::key::ui::take::files as words;
use report::{BYTE_ORDER_MARK, ReportMeta, answers_csv, document, figures_csv, markdown, report_json};
use session::Course;

/// Spaces of indentation.
const INDENT: u32 = 2;

/// One of the files.
#[derive(Clone, Copy, PartialEq)]
enum File {
    Markdown,
    Answers,
    Figures,
    Json,
}

/// A button for each file.
pub fn files(page: &mut Page, findings: &Findings) {
    let ui = page.ui;
    way(page, words::TITLE, words::TEXT);
    let said = RwSignal::new(None);
    page.within("div.actions", |page| {
        for (label, file) in [
            (words::MARKDOWN, File::Markdown),
            (words::ANSWERS, File::Answers),
            (words::FIGURES, File::Figures),
            (words::JSON, File::Json),
        ] {
            let findings = findings.clone();
            page.button("secondary", label, move || saved(ui, said, save(ui, &findings, file)));
        }
        outcome(page, said);
    });
}

fn save(ui: Ui, findings: &Findings, file: File) -> bool {
    let evaluation = &findings.prepared.evaluation;
    if file == File::Json {
        let json = ui.now(|session| {
            let (entered, configuration) = (session.entered(), ui.config().fingerprint());
            let meta = ReportMeta {
                responses: session.responses(),
                configuration: &configuration,
                saved: &ui.time(),
                is_full: session.course() == Course::Full,
                entered: &entered,
            };
            ui.json_text(&report_json(session.assessment(), evaluation, &meta), INDENT)
        });
        return ui.save_file("support-fit-report.json", "application/json", &json);
    }
    let (name, kind, text) = with_subject(ui, evaluation, |subject| match file {
        File::Markdown => ("support-fit-report.md", "text/markdown", markdown(&document(subject))),
        File::Answers => ("support-fit-answers.csv", "text/csv", answers_csv(subject)),
        _ => ("support-fit-figures.csv", "text/csv", figures_csv(subject)),
    });
    // Spreadsheets take a table for Latin-1 without the mark.
    let text = if kind == "text/csv" { [&*BYTE_ORDER_MARK.encode_utf8(&mut [0; 3]), &text].concat() } else { text };
    ui.save_file(name, kind, &text)
}
