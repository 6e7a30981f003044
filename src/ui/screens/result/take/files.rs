//! The report as files: Markdown, CSV and JSON.

use leptos::prelude::*;

use super::Findings;
use crate::ui::{
    Ui,
    components::{Feedback, save_feedback, show_feedback},
    page::Page,
    subject::{changes, with_subject},
};
use assessment::i18n::{Key, key::ui::take::files as words};
use report::{BYTE_ORDER_MARK, ReportMeta, answers_csv, document, figures_csv, markdown, report_json};
use session::Course;

/// Spaces.
const INDENT: u32 = 2;

#[derive(Clone, Copy, PartialEq)]
pub enum File {
    Markdown,
    Answers,
    Figures,
    Json,
}

pub fn files(page: &mut Page, findings: &Findings) {
    page.t("p.muted", words::TEXT);
    let feedback = RwSignal::new(None);
    page.within("div.actions", |page| {
        for (label, file) in [
            (words::MARKDOWN, File::Markdown),
            (words::ANSWERS, File::Answers),
            (words::FIGURES, File::Figures),
            (words::JSON, File::Json),
        ] {
            button(page, label, file, feedback, findings);
        }
        show_feedback(page, feedback);
    });
}

pub fn button(page: &mut Page, label: Key, file: File, feedback: Feedback, findings: &Findings) {
    let (ui, findings) = (page.ui, findings.clone());
    page.button("secondary", label, move || save_feedback(ui, feedback, save(ui, &findings, file)));
}

fn save(ui: Ui, findings: &Findings, file: File) -> bool {
    let evaluation = &findings.prepared.evaluation;
    if file == File::Json {
        let json = ui.now(|session| {
            let (entered, settings) = (session.entered(), ui.settings());
            let configuration = settings.fingerprint(&ui.config());
            let meta = ReportMeta {
                responses: session.responses(),
                configuration: &configuration,
                saved: &ui.time(),
                is_full: session.course() == Course::Full,
                asked: session.asked(),
                settled_after: findings.prepared.settled_after(),
                changes: changes(&settings),
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
    // Without a byte order mark, spreadsheets read CSV as Latin-1.
    let text = if kind == "text/csv" { [&*BYTE_ORDER_MARK.encode_utf8(&mut [0; 3]), &text].concat() } else { text };
    ui.save_file(name, kind, &text)
}
