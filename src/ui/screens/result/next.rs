//! The open questions that would change the result most.

use super::{Findings, Section};
use crate::ui::{components::share_words, page::Page};
use assessment::i18n::key::ui::result as words;
use report::of_100;
use session::{Action, Place};

const MOST_QUESTIONS: usize = 3;

pub fn section(findings: &Findings) -> Option<Section> {
    let is_open = !findings.prepared.next(findings.ui.assessment()).is_empty();
    is_open.then_some(Section { heading: "h4#next", title: words::NEXT, write })
}

fn write(page: &mut Page, findings: &Findings) {
    let ui = page.ui;
    page.t("p", words::NEXT_TEXT);
    page.within("ol.next", |page| {
        for next in findings.prepared.next(ui.assessment()).iter().take(MOST_QUESTIONS) {
            let id = next.question;
            page.within("li", |page| {
                let open = move || ui.act(Action::Visit(Place::Question(id)));
                page.button("link", ui.assessment().question(id).text, open);
                if of_100(next.value) > 0 {
                    page.fill("span.muted", words::NEXT_MOVES, &[("n", &share_words(ui, next.value))]);
                }
            });
        }
    });
}
