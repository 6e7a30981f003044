//! The report as a document tree, from which every format is written.
//!
//! [`document`] builds the tree from what was found; [`markdown`] writes it, and the application lays it out for paper.
//! [`answers_csv`] and [`figures_csv`] are the two tables that people open in a spreadsheet. It follows the order and words
//! of the result screen.
//!
//! A new part is one function that writes on a [`Sheet`](sheet::Sheet), and its line in [`SECTIONS`].
//!
//! ```
//! use assessment::Assessment;
//! use decision::evaluation::Evaluation;
//! use assessment::i18n::{Catalog, English};
//! use report::{Offer, Subject, Voice, document, markdown};
//! use decision::response::{Priorities, ResponseSet};
//! use decision::worksheet::Worksheet;
//!
//! let assessment = Assessment::standard();
//! let responses = ResponseSet::new(assessment);
//! let evaluation = Evaluation::of(assessment, &responses, &Priorities::new(assessment));
//! let (words, date) = (Catalog::english(), "November 22, 2026");
//! let voice = Voice { assessment, words: &words, locale: &English };
//! let offer = Offer::default();
//! let worksheet = &Worksheet::new(assessment);
//! let (responses, evaluation) = (&responses, &evaluation);
//! let report = document(&Subject { voice, responses, evaluation, date, offer, worksheet, currency: "USD" });
//! assert!(markdown(&report).starts_with("# Your IT support report\n\nNovember 22, 2026\n"));
//! ```

mod answers;
mod change;
mod cost;
mod cover;
mod csv;
mod duties;
mod markdown;
mod model;
mod models;
mod plan;
mod sheet;
mod sources;
mod why;

pub use cover::offer_words;
pub use csv::{answers_csv, figures_csv};
pub use markdown::markdown;
pub use model::{Block, Document, Item, Text};
pub use sources::ADMISSIONS;

use assessment::i18n::key::ui::{report as words, result};

use crate::{Offer, Quoted, Voice};
use decision::{
    evaluation::{Evaluation, Verdict},
    response::ResponseSet,
    worksheet::Worksheet,
};
use sheet::Sheet;

/// What a report is about, and in whose words and numbers.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The content, and how it is worded.
    pub voice: Voice<'a>,
    /// The responses, including "not sure".
    pub responses: &'a ResponseSet,
    /// The evaluation of the responses.
    pub evaluation: &'a Evaluation,
    /// The formatted date; omitted if empty.
    pub date: &'a str,
    /// Who shows the assessment.
    pub offer: Offer<'a>,
    /// The plan entries.
    pub worksheet: &'a Worksheet,
    /// The currency of cost, its code.
    pub currency: &'a str,
}

/// When a section is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    /// Only with enough answers for a result.
    Enough,
}

/// A part of the document: when it is written, with which view of the result, and by what.
type Section = (When, &'static str, fn(&mut Sheet<'_>));

/// The document from top to bottom.
const SECTIONS: [Section; 16] = [
    (When::Always, "answer", cover::cover),
    (When::Enough, "why", models::models),
    (When::Enough, "why", why::why),
    (When::Enough, "why", models::scale),
    (When::Enough, "what-if", change::flips),
    (When::Enough, "what-if", change::weights),
    (When::Always, "what-if", change::open_questions),
    (When::Always, "answer", plan::trap),
    (When::Enough, "plan", plan::path),
    (When::Enough, "who", plan::responsibilities),
    (When::Enough, "who", duties::duties),
    (When::Enough, "cost", cost::cost),
    (When::Enough, "plan", plan::scorecard),
    (When::Enough, "ask", plan::questions_to_ask),
    (When::Always, "answer", answers::answers),
    (When::Always, "sources", sources::sources),
];

/// The whole report.
#[must_use]
pub fn document(subject: &Subject<'_>) -> Document {
    let mut sheet = Sheet { subject, blocks: Vec::new(), quoted: Quoted::default() };
    let is_enough = subject.evaluation.verdict != Verdict::Insufficient;
    for (when, view, write) in SECTIONS {
        let is_shown = !subject.offer.changes.hidden.contains(&view);
        if is_shown && (is_enough || when == When::Always) {
            write(&mut sheet);
        }
    }
    let date = Text::new(subject.date);
    Document {
        title: Text::new(sheet.t(words::TITLE)),
        date: (!date.is_empty()).then_some(date),
        colon: sheet.fill(result::LEAD_IN, &[("label", "")]),
        blocks: sheet.blocks,
    }
}
