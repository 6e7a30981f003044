//! What to discuss, and ways to copy or save it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{group::Group, outcome::Outcome};
use crate::ui::{Ui, page::Page};
use assessment::i18n::key::ui::compare::{agenda as words, with};
use decision::comparison::Point;
use report::{ComparisonWords, agenda_text, comparison_markdown};

const FILE: &str = "support-fit-comparison.md";

pub fn agenda(page: &mut Page, Outcome { comparison, agenda }: &Outcome, sentences: &ComparisonWords<'_>) {
    page.t("h5", words::TITLE);
    if !agenda.points.is_empty() {
        page.within("ol.agenda", |page| {
            for point in &agenda.points {
                match *point {
                    // The collision itself is described right above.
                    Point::Collision(id) => {
                        if let Some(collided) = comparison.collision(id) {
                            page.t("li", collided.content(page.ui.assessment()).ask);
                        }
                    }
                    point => page.text("li", &sentences.point(point)),
                }
            }
        });
    }
    match &agenda.weak_points {
        Some(weak) => {
            let (sentence, causes) = sentences.weak_points(weak);
            page.text("p", &sentence);
            page.within("ul", |page| {
                for cause in causes {
                    page.text("li", &cause);
                }
            });
        }
        None if agenda.points.is_empty() => page.t("p", words::NOTHING),
        None => {}
    }
    if let Some(question) = agenda.closing {
        page.text("p", &sentences.closing(question));
    }
}

/// Copies the agenda, or saves the whole comparison.
pub fn export(page: &mut Page, group: Group, outcome: Arc<Outcome>) {
    let ui = page.ui;
    page.within("div.actions", |page| {
        let copied = Arc::clone(&outcome);
        page.button("secondary", with::COPY, move || {
            let Outcome { comparison, agenda } = &*copied;
            let text = ui.with_voice(|voice| agenda_text(voice, comparison, agenda));
            ui.copy(&text, move |is_copied| {
                group.show_file_message(ui.t(if is_copied { with::COPIED } else { with::NOT_COPIED }));
            });
        });
        page.button("secondary", with::SAVE, move || {
            if !save(ui, &outcome) {
                group.show_file_message(ui.t(with::NOT_SAVED));
            }
        });
    });
    page.live(move |page| {
        if let Some(message) = group.file_message.get() {
            page.text("p.told", &message);
        }
    });
}

fn save(ui: Ui, Outcome { comparison, agenda }: &Outcome) -> bool {
    let text = ui.with_voice(|voice| comparison_markdown(voice, comparison, agenda));
    ui.save_file(FILE, "text/markdown", &text)
}
