//! What to talk about, and the ways to take it into the meeting.

use std::sync::Arc;

use leptos::prelude::*;

use super::{circle::Round, outcome::Outcome};
use crate::ui::{Ui, page::Page};
use assessment::i18n::key::ui::compare::{agenda as words, with};
use decision::comparison::Point;
use report::{ComparisonWords, agenda_text, comparison_markdown};

/// Name of the file.
const FILE: &str = "support-fit-comparison.md";

/// The points, each with what to settle.
pub fn agenda(page: &mut Page, Outcome { comparison, agenda }: &Outcome, said: &ComparisonWords<'_>) {
    page.t("h5", words::TITLE);
    if !agenda.points.is_empty() {
        page.within("ol.agenda", |page| {
            for point in &agenda.points {
                match *point {
                    // What collides and who said what stands right above.
                    Point::Collision(id) => {
                        if let Some(collided) = comparison.collision(id) {
                            page.t("li", collided.content(page.ui.assessment()).ask);
                        }
                    }
                    point => page.text("li", &said.point(point)),
                }
            }
        });
    }
    match &agenda.weak_points {
        Some(weak) => {
            let (sentence, causes) = said.weak_points(weak);
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
        page.text("p", &said.closing(question));
    }
}

/// Copies the agenda, or saves all of it.
pub fn take_along(page: &mut Page, round: Round, outcome: Arc<Outcome>) {
    let ui = page.ui;
    page.within("div.actions", |page| {
        let copied = Arc::clone(&outcome);
        page.button("secondary", with::COPY, move || {
            let Outcome { comparison, agenda } = &*copied;
            let text = ui.with_voice(|voice| agenda_text(voice, comparison, agenda));
            ui.copy(&text, move |is_copied| {
                let said = if is_copied { with::COPIED } else { with::NOT_COPIED };
                round.tell_below(ui.t(said));
            });
        });
        page.button("secondary", with::SAVE, move || {
            if !save(ui, &outcome) {
                round.tell_below(ui.t(with::NOT_SAVED));
            }
        });
    });
    page.live(move |page| {
        if let Some(said) = round.below.get() {
            page.text("p.told", &said);
        }
    });
}

fn save(ui: Ui, Outcome { comparison, agenda }: &Outcome) -> bool {
    let text = ui.with_voice(|voice| comparison_markdown(voice, comparison, agenda));
    ui.save_file(FILE, "text/markdown", &text)
}
