//! Sliders that show the result if one dimension had more or less weight.

use std::sync::Arc;

use leptos::prelude::*;

use super::Findings;
use crate::ui::{Prepared, Ui, components::fill_class, drawing::Fit, page::Page};
use assessment::{
    Alternative,
    i18n::key::ui::result::{INDEX, slider as words},
};
use decision::{
    evaluation::round_half_up,
    explanation::{DimensionSlider, scores_at, sliders as all_sliders},
};

pub use assessment::i18n::key::ui::result::slider::TITLE;

/// The sliders that turn the lead, then the names of the others, whose sliders open on request.
pub fn sliders(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    let (steady, turning): (Vec<_>, Vec<_>) = all_sliders(ui.assessment(), evaluation).into_iter().partition(is_steady);
    let turns = !turning.is_empty();
    if turns {
        rows(page, findings, turning, true);
    }
    let names: Vec<&str> =
        steady.iter().map(|slider| ui.t(ui.assessment().dimensions[slider.dimension.index()].name)).collect();
    if let Some(leader) = steady.first().map(|slider| slider.at_1) {
        let values = [("name", ui.name_forms(leader)), ("what", &*ui.with_voice(|voice| voice.series(names)))];
        page.fill("p", words::STEADY, &values);
        page.details("details.fold", words::OTHERS, |page| rows(page, findings, steady, !turns));
    }
}

/// Whether the same model leads at any weight.
fn is_steady(slider: &DimensionSlider) -> bool {
    slider.at_0.is_some() && slider.breakpoints.is_empty()
}

/// `is_first` if what a slider does has not been said.
fn rows(page: &mut Page, findings: &Findings, sliders: Vec<DimensionSlider>, is_first: bool) {
    if is_first {
        page.t("p", words::TEXT);
    }
    page.within("div.sliders", |page| {
        for slider in sliders {
            page.within("div.slider", |page| row(page, &findings.prepared, slider));
        }
    });
}

fn of_100(weight: f64) -> i32 {
    round_half_up(weight * 100.0)
}

fn number(ui: Ui, n: i32) -> String {
    ui.number(n.max(0) as usize)
}

fn row(page: &mut Page, prepared: &Arc<Prepared>, slider: DimensionSlider) {
    let ui = page.ui;
    let now = of_100(slider.now);
    let mut title = Page::new(ui);
    title.t("b", ui.assessment().dimensions[slider.dimension.index()].name);
    title.bare(" ");
    title.fill("span.muted", words::NOW, &[("n", &number(ui, now))]);
    if slider.at_0.is_none() {
        page.add(title.view());
        page.t("p.muted", words::ALL);
        return;
    }
    let weight = RwSignal::new(now);
    let slider = Arc::new(slider);
    let spoken = (Arc::clone(&slider), now);
    // The Reset button disappears when it is pressed, so the focus moves to the slider.
    let id = ["weight-", &slider.dimension.index().to_string()].concat();
    let control = ["#", &id].concat();
    let moved = ui.on_input(&id, move |text| {
        if let Ok(n) = text.parse() {
            weight.set(n);
        }
    });
    let moved = move |event| moved(event_target_value(&event));
    let mut band = Page::new(ui);
    draw(&mut band, &slider, now);
    let label = view! {
        <label>
            <span>{title.view()}</span>
            <span class="band">
                {band.view()}
                <input
                    type="range"
                    id=id
                    min="0"
                    max="100"
                    prop:value=move || weight.get()
                    aria-valuetext=move || leads_at(ui, &spoken.0, spoken.1, weight.get())
                    on:input=moved
                />
            </span>
        </label>
    };
    page.add(label.into_any());
    let (prepared, moving) = (Arc::clone(prepared), slider);
    page.live(move |page| {
        let n = weight.get();
        page.within("div.output", |page| {
            if n == now {
                turns(page, &moving);
            } else {
                page.text("b", &leads_at(ui, &moving, now, n));
                page.text("span", &index_at(ui, &prepared, &moving, exact(&moving, now, n)));
                let control = control.clone();
                page.button("quiet", words::BACK, move || {
                    ui.focus_now(&control);
                    weight.set(now);
                });
            }
        });
    });
}

/// The exact weight if the slider is at its initial position, which is rounded.
fn exact(slider: &DimensionSlider, now: i32, n: i32) -> f64 {
    if n == now { slider.now } else { f64::from(n) / 100.0 }
}

/// "40 of 100: Co-managed IT leads".
fn leads_at(ui: Ui, slider: &DimensionSlider, now: i32, n: i32) -> String {
    let leader = slider.leader_at(exact(slider, now, n)).map_or("", |leader| ui.name_forms(leader));
    let at = ui.fill(words::WEIGHT, &[("n", &number(ui, n))]);
    ui.label_of(&at, &ui.fill(words::LEADS, &[("name", leader)]))
}

/// The index of each model at a weight.
fn index_at(ui: Ui, prepared: &Prepared, slider: &DimensionSlider, weight: f64) -> String {
    let scores = scores_at(&prepared.evaluation, slider.dimension, weight).unwrap_or_default();
    let index = |alternative: Alternative| {
        [ui.name(alternative), " ", &number(ui, round_half_up(50.0 + 50.0 * scores[alternative.index()]))].concat()
    };
    ui.label_of(ui.t(INDEX), &Alternative::ALL.map(index).join(" · "))
}

/// A band that shows which model leads at which weight, with the current weight and the breakpoints.
fn draw(page: &mut Page, slider: &DimensionSlider, now: i32) {
    page.drawing("weights", [0, 1000, 20], Fit::Stretch, |shapes| {
        let (mut from, mut leader) = (0, slider.at_0);
        for (at, _, after) in slider.breakpoints.iter().copied().chain([(1.0, slider.at_1, slider.at_1)]) {
            let to = (at * 1000.0) as i32;
            if let Some(leader) = leader {
                shapes.bar(fill_class(leader), [from, 6, to - from, 8]);
            }
            if at < 1.0 {
                shapes.line("turn", [to, 0, to, 20]);
            }
            (from, leader) = (to, Some(after));
        }
        shapes.line("now", [now * 10, 2, now * 10, 18]);
    });
}

fn turns(page: &mut Page, slider: &DimensionSlider) {
    let ui = page.ui;
    if slider.breakpoints.is_empty() {
        page.fill("span.muted", words::NEVER, &[("name", ui.name_forms(slider.at_1))]);
    }
    for (at, before, after) in &slider.breakpoints {
        let n = number(ui, of_100(*at));
        let values = [("n", n.as_str()), ("before", ui.inline_forms(*before)), ("after", ui.inline_forms(*after))];
        page.fill("span.muted", words::TURN, &values);
    }
}
