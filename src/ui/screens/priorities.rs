//! Priorities: one of four ratings for each dimension, and behind a fold the resulting shares.

use leptos::prelude::*;

use crate::ui::{
    Ui,
    components::{OpenDetails, Segment, lazy_details, rating_word, segments, share_table, share_words},
    page::Page,
};
use assessment::{
    DimensionId,
    i18n::{
        key,
        key::ui::{nav, priorities as words},
    },
};
use decision::{
    evaluation::Verdict,
    response::{Priorities, Rating},
};
use session::{Action, Course, Place, Session};

/// A rating for each dimension next to the resulting shares. The shares are folded at first, because a visitor who sees them
/// tends to rate toward the result they want.
pub fn priorities_screen(page: &mut Page) {
    let opened: OpenDetails = RwSignal::new(0);
    page.within("form.priorities", |form| {
        form.t("h3", words::TITLE);
        form.t("p.muted", words::TEXT);
        form.within("div.weighing", |form| {
            form.within("div.ratings", |form| {
                for n in 0..form.ui.assessment().dimensions.len() {
                    dimension(form, DimensionId::from_index(n), opened);
                }
                form.live(reset);
            });
            form.within("div.effect", |form| {
                let mut summary = Page::new(form.ui);
                summary.t("summary", words::EFFECT);
                lazy_details(form, "effect".to_owned(), opened, 0, summary, Box::new(effect));
            });
        });
        form.within("div.actions", actions);
    });
}

fn dimension(page: &mut Page, id: DimensionId, opened: OpenDetails) {
    let ui = page.ui;
    let dimension = &ui.assessment().dimensions[id.index()];
    let choices = Rating::ALL.map(|rating| Segment {
        label: ui.t(rating_word(rating)),
        chosen: Box::new(move || ui.priorities(|now| now.get(id)) == rating),
        choose: Box::new(move || rate(ui, id, rating, opened)),
    });
    let name = |page: &mut Page| {
        page.t("b", dimension.name);
        page.t("span.muted", dimension.help);
    };
    segments(page, name, dimension.id, choices.into());
}

/// Announces the effect only if it is shown.
fn rate(ui: Ui, id: DimensionId, rating: Rating, opened: OpenDetails) {
    ui.act(Action::Rate(id, rating));
    let evaluation = &ui.preview().evaluation;
    if opened.get_untracked() != 0 && evaluation.verdict != Verdict::Insufficient {
        let n = share_words(ui, evaluation.shares.first[evaluation.leader.index()]);
        let name = ui.name_forms(evaluation.leader);
        ui.announce(Some(ui.fill(key::share::SENTENCE, &[("name", name), ("n", &n)])));
    }
}

/// The shares for the current ratings.
fn effect(page: &mut Page) {
    let ui = page.ui;
    let prepared = ui.preview();
    let evaluation = &prepared.evaluation;
    if evaluation.verdict == Verdict::Insufficient {
        page.t("p.muted", words::FEW);
    } else {
        share_table(page, evaluation);
    }
}

/// Resets all ratings, if one was changed.
fn reset(page: &mut Page) {
    let ui = page.ui;
    if ui.priorities(|now| *now != Priorities::new(ui.assessment())) {
        page.button("quiet", words::RESET, move || {
            ui.act(Action::RateAlike);
            ui.focus_heading();
        });
    }
}

fn actions(page: &mut Page) {
    let ui = page.ui;
    let visits = ui.now(Session::returns_to);
    let label = match visits {
        Some(Place::Result(_)) => nav::UPDATE,
        Some(_) => nav::RETURN,
        None => nav::TO_CHECK,
    };
    page.button("secondary", nav::BACK, move || ui.act(Action::Back));
    page.next_button(move || ui.t(label), move || ui.act(Action::Next));
    if visits.is_none() && ui.now(Session::course) == Course::Full {
        page.button("quiet", nav::OVERVIEW, move || ui.act(Action::Visit(Place::Overview)));
    }
}
