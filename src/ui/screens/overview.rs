//! All sections with links to their questions.

use crate::ui::page::Page;
use assessment::i18n::key::ui::{check, nav, overview as words, priorities};
use decision::response::SectionProgress;
use session::{Action, Place};

pub fn overview_screen(page: &mut Page) {
    let ui = page.ui;
    page.within("div.overview", |page| {
        page.t("h3#nav-title", words::TITLE);
        page.t("p.muted", words::TEXT);
        for at in ui.now(|session| SectionProgress::of_all(ui.assessment(), session.responses())) {
            page.within("section", |page| section(page, &at));
        }
        page.within("section", |page| {
            page.t("h4", words::THEN);
            page.within("ul.jumps", |page| {
                for (title, place) in [(priorities::TITLE, Place::Priorities), (check::TITLE, Place::Check)] {
                    page.within("li", |page| page.button("link", title, move || ui.act(Action::GoTo(place))));
                }
            });
        });
        page.within("div.actions", |page| page.button("secondary", nav::BACK, move || ui.act(Action::Back)));
    });
}

fn section(page: &mut Page, at: &SectionProgress) {
    let ui = page.ui;
    let [answered, total] = [at.answered, at.questions.len()].map(|n| ui.number(n));
    page.within("h4", |page| {
        page.t("span", ui.assessment().sections[at.section.index()].name);
        page.fill("span.muted count", words::ANSWERED, &[("n", &answered), ("total", &total)]);
    });
    page.within("ul.jumps", |page| {
        for id in at.questions.iter().copied() {
            page.within("li", |page| {
                let jump = move || ui.act(Action::GoTo(Place::Question(id)));
                page.button("link", ui.assessment().question(id).text, jump);
                if ui.now(|session| session.responses().get(id).is_none()) {
                    page.t("span.tag", words::OPEN);
                }
            });
        }
    });
}
