//! The root view: notice, screen, footer, dialog, live region.

use leptos::prelude::*;

use super::{
    components::{confirm_dialog, footer, live_region, notice_bar, terms},
    context::Ui,
    later::{Later, placeholder},
    page::Page,
    screens::{overview_screen, question_screen},
    subtree::Screen,
};
use assessment::i18n::{
    Key,
    key::{self, ui::private as words},
};
use config::{Config, Detail, DraftStorage, Flow};
use session::Place;

#[must_use]
pub fn app(ui: Ui) -> AnyView {
    let mut page = Page::new(ui);
    page.within("div.shell", |page| {
        notice_bar(page);
        page.live(screen);
        footer(page);
        confirm_dialog(page);
        live_region(page);
    });
    page.view()
}

/// The screen of the current place, in its own subtree.
fn screen(page: &mut Page) {
    let (place, mut inside) = (page.ui.screen(), Page::new(page.ui));
    at_place(&mut inside, place);
    page.add(Screen { place, view: inside.view() }.into_any());
}

fn at_place(page: &mut Page, place: Place) {
    let element = match place {
        Place::Question(_) => "div.screen",
        Place::Overview => "nav.screen",
        Place::Priorities => "section.screen wide",
        Place::Check => "section.screen",
        Place::Result(_) => "article.screen wide",
    };
    page.within(element, |page| {
        head(page, place);
        match place {
            Place::Question(id) => question_screen(page, id),
            Place::Overview => overview_screen(page),
            _ => match page.ui.later().get() {
                Later::Ready(later) => (later.write)(page, place),
                other => placeholder(page, !matches!(other, Later::Missing)),
            },
        }
    });
}

/// The title and the terms; the first screen also has the introduction.
fn head(page: &mut Page, place: Place) {
    let is_first = page.ui.now(|session| session.path().first().map(|id| Place::Question(*id)) == Some(place));
    page.within(if is_first { "div.head first" } else { "div.head" }, |page| {
        let config = page.ui.config();
        let title = config.title.as_deref().unwrap_or_else(|| page.ui.t(key::ui::TITLE));
        if place.is_result() {
            // The headline of the answer comes first, and the terms are next to its models.
            return page.text("h2.unseen", title);
        }
        page.text("h2", title);
        if is_first {
            match &config.promise {
                Some(promise) => page.text("p.lead", promise),
                None => {
                    let assessment = page.ui.assessment();
                    let (key, count) = match config.flow {
                        Flow::Full => (key::ui::PROMISE_FULL, assessment.questions().count()),
                        _ => (key::ui::PROMISE, assessment.quick.len()),
                    };
                    page.fill("p.lead", key, &[("n", &page.ui.number(count))]);
                }
            }
            page.t("p.muted", private(&config));
        }
        terms(page);
    });
}

/// Where answers are saved, and what the site receives.
const fn private(config: &Config) -> Key {
    match (config.storage, config.events) {
        (DraftStorage::Local, Detail::Plain) => words::local::PLAIN,
        (DraftStorage::Local, Detail::Detailed) => words::local::DETAILED,
        (DraftStorage::None, Detail::Plain) => words::none::PLAIN,
        (DraftStorage::None, Detail::Detailed) => words::none::DETAILED,
    }
}
