//! The ways between the views: a row on top of each, and on narrow screens a list under the answer instead.

use super::Findings;
use crate::ui::{Ui, components::minutes_left, page::Page};
use assessment::i18n::{
    Key,
    key::ui::{cost, duties, full, nav, result, result::view as words, take},
};
use config::Flow;
use decision::evaluation::Verdict;
use session::{Action, Place, View};

/// The views in the row; the other two have links of their own.
const IN_ROW: [View; 7] = [View::Answer, View::Why, View::WhatIf, View::Cost, View::Who, View::Plan, View::Ask];

/// Those that the quick check fills too.
const QUICK: [View; 5] = [View::Answer, View::Why, View::WhatIf, View::Save, View::Sources];

/// Whether the answers are enough for a view.
pub fn is_filled(findings: &Findings, view: View) -> bool {
    match findings.prepared.evaluation.verdict {
        Verdict::Insufficient => matches!(view, View::Answer | View::Sources),
        _ => findings.prepared.is_full() || QUICK.contains(&view),
    }
}

const fn name_of(view: View) -> Key {
    match view {
        View::Answer => words::ANSWER,
        View::Why => words::WHY,
        View::WhatIf => words::WHAT_IF,
        View::Cost => words::COST,
        View::Who => words::WHO,
        View::Plan => words::PLAN,
        View::Ask => words::ASK,
        View::Save => words::SAVE,
        View::Sources => words::SOURCES,
    }
}

/// The name of a view, which the page may have set.
fn name(ui: Ui, view: View) -> String {
    ui.settings().text(view.name()).unwrap_or_else(|| ui.t(name_of(view))).to_owned()
}

/// The heading of a view, with the title that the page may have set.
pub fn heading(page: &mut Page, element: &'static str, view: View, title: Key) {
    page.text(element, page.ui.settings().text(view.name()).unwrap_or_else(|| page.ui.t(title)));
}

/// Whether the page shows a view.
pub fn is_shown(ui: Ui, view: View) -> bool {
    ui.now(|session| !session.hides(view))
}

/// A button that leads to a view, if the page shows it.
pub fn link(page: &mut Page, class: &'static str, label: Key, view: View) {
    let ui = page.ui;
    if is_shown(ui, view) {
        page.button(class, label, move || go(ui, view));
    }
}

/// The button that leads to saving and sharing, if the page shows it.
pub fn save(page: &mut Page, is_here: bool) {
    let ui = page.ui;
    if is_shown(ui, View::Save) {
        page.button_to("secondary", name(ui, View::Save), is_here, move || go(ui, View::Save));
    }
}

pub fn row(page: &mut Page, findings: &Findings, here: View) {
    if findings.prepared.evaluation.verdict == Verdict::Insufficient && here == View::Answer {
        return;
    }
    page.within("div.parts-of", |page| {
        page.within(if here == View::Answer { "nav.parts of-answer" } else { "nav.parts" }, |page| {
            page.t("p#nav-title.unseen", words::TITLE);
            links(page, here);
        });
        save(page, here == View::Save);
    });
}

/// The other views, under the answer on narrow screens.
pub fn list(page: &mut Page) {
    page.within("nav.list", |page| {
        page.t("p#list-title.unseen", words::TITLE);
        links(page, View::Answer);
    });
}

fn links(page: &mut Page, here: View) {
    let ui = page.ui;
    page.within("ul", |page| {
        for view in IN_ROW {
            // The shortest course has no full result.
            if !is_shown(ui, view) || ui.config().flow == Flow::Quick && !QUICK.contains(&view) {
                continue;
            }
            page.within("li", |page| {
                page.button_to("link", name(ui, view), view == here, move || go(ui, view));
            });
        }
    });
}

fn go(ui: Ui, view: View) {
    ui.act(Action::GoTo(Place::Result(view)));
}

/// The way to sources and limits, at the end of a view.
pub fn sources(page: &mut Page) {
    page.within("p.small", |page| link(page, "link", words::SOURCES, View::Sources));
}

/// The questions that are left and the time they take, in words; `None` if there are none, or if the page has only the quick
/// check.
pub fn rest(ui: Ui) -> Option<[String; 2]> {
    let open = ui.now(|session| session.open_questions().len());
    let is_asked = open > 0 && ui.config().flow != Flow::Quick;
    is_asked.then(|| [ui.count(full::ONE, full::OTHER, open), minutes_left(ui, open)])
}

/// A view that needs more answers.
pub fn needs(page: &mut Page, view: View) {
    let ui = page.ui;
    let title = match view {
        View::Cost => cost::TITLE,
        View::Who => duties::TITLE,
        View::Plan => result::roadmap::TITLE,
        View::Ask => result::ask::TITLE,
        View::Save => take::TITLE,
        other => name_of(other),
    };
    page.within("section", |page| {
        heading(page, "h3", view, title);
        page.t("p", result::needs::TEXT);
        if let Some([questions, minutes]) = rest(ui) {
            page.fill("p.muted", result::needs::REST, &[("questions", &questions), ("minutes", &minutes)]);
            page.within("div.actions", |page| {
                page.button("primary", nav::GO_ON, move || ui.act(Action::GoOn));
            });
        }
    });
}
