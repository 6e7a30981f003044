//! The output of the assessment: the result in sentences, as a document and as JSON, and comparisons of several people.
//!
//! It computes nothing; it words and arranges what [`decision::evaluation`], [`decision::explanation`], [`decision::plan`]
//! and [`decision::comparison`] found.

mod answer;
mod calendar;
mod changes;
mod comparison;
pub mod cost;
mod document;
mod duties;
mod json;
mod mail;
mod markup;
mod quoted;
mod shares;
mod table;
mod verdict;
mod voice;
mod wording;

pub use answer::answer_sentences;
pub use calendar::{Stamp, calendar};
pub use changes::Changes;
pub use comparison::{ComparisonWords, agenda_text, comparison_markdown};
pub use document::{
    ADMISSIONS, Block, Document, Item, Subject, Text, answers_csv, document, figures_csv, markdown, offer_words,
};
pub use duties::{duties_csv, duties_markdown, duties_summary};
pub use json::{ReportMeta, cost_json, evaluation_json, report_json, summary_json};
pub use mail::{LONGEST_ADDRESS, LONGEST_BODY, Mail, MailNotes};
pub use quoted::Quoted;
pub use shares::of_100;
pub use table::{BYTE_ORDER_MARK, Cell, csv, table_markdown};
pub use verdict::{blocked_models, headline, verdict_sentence};
pub use voice::{Offer, Voice};
pub use wording::{path_words, rating_word, response_words, standing_words, status_word, trap_words};
