//! Why the models are in this order: the three side by side, one scale from control to convenience, a bar for each answer, and
//! the quotations.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, tradeoff, views};
use crate::ui::{
    Prepared, Ui,
    components::{
        OpenDetails, Segment, cite_all, fill_class, grounds, index_of, index_words, lazy_details, marked_name,
        model_card, numbered_quotations, said, segments,
    },
    drawing::Fit,
    page::Page,
};
use assessment::{
    Alternative,
    i18n::{Key, key, key::ui::result as result_words, key::ui::result::TABLE, key::ui::result::why as words},
};
use decision::{
    evaluation::Evaluation,
    explanation::{Bar, Breakdown, Cause},
};
use report::Quoted;
use session::View;

/// The other bars are in a `details` element.
const MOST_BARS: usize = 8;

pub fn view(page: &mut Page, findings: &Findings) {
    let evaluation = &findings.prepared.evaluation;
    let mut quoted = Quoted::default();
    page.within("section", |page| {
        views::heading(page, "h3#models", View::Why, words::TITLE);
        page.t("p", words::TEXT);
        page.within("div.cards", |page| {
            for alternative in evaluation.ranked() {
                model_card(page, evaluation, alternative, &mut quoted);
            }
        });
    });
    if findings.prepared.is_full() {
        page.within("section", |page| tradeoff::scale(page, findings, &mut quoted));
        cite_all(page.ui, evaluation, &mut quoted);
    }
    page.within("div.more", |page| {
        let opened: OpenDetails = RwSignal::new(0);
        if findings.prepared.is_full() {
            let (prepared, quoted) = (Arc::clone(&findings.prepared), quoted.clone());
            let write = move |page: &mut Page| counts(page, &prepared, &quoted);
            lazy_details(page, "bars".to_owned(), opened, 0, summary(page.ui, words::SCORE), Box::new(write));
        }
        let write = move |page: &mut Page| numbered_quotations(page, &quoted);
        lazy_details(page, "quotes".to_owned(), opened, 1, summary(page.ui, words::QUOTES), Box::new(write));
    });
}

fn summary(ui: Ui, title: Key) -> Page {
    let mut summary = Page::new(ui);
    summary.t("summary", title);
    summary
}

/// The fit score, and the bars that add up to the lead.
fn counts(page: &mut Page, prepared: &Arc<Prepared>, quoted: &Quoted) {
    page.within("section", |page| index_table(page, &prepared.evaluation));
    page.within("section", |page| lead(page, prepared, quoted));
}

/// The index of each model as a bar with a whisker for its range.
fn index_table(page: &mut Page, evaluation: &Evaluation) {
    page.t("h4", result_words::INDEX);
    page.within("table.shares scores", |page| {
        page.heads("thead.unseen", &[result_words::MODEL, result_words::INDEX]);
        page.within("tbody", |page| {
            for alternative in evaluation.ranked() {
                page.within("tr", |page| {
                    page.within("th", |page| marked_name(page, alternative));
                    page.within("td", |page| {
                        page.bare(&index_words(page.ui, evaluation, alternative));
                        index_bar(page, evaluation, alternative);
                    });
                });
            }
        });
    });
    page.t("p.muted", result_words::INDEX_HELP);
}

fn index_bar(page: &mut Page, evaluation: &Evaluation, alternative: Alternative) {
    let (index, [low, high]) = index_of(evaluation, alternative);
    page.drawing("bar whiskered", [0, 1000, 20], Fit::Stretch, |shapes| {
        shapes.bar(fill_class(alternative), [0, 0, index * 10, 20]);
        shapes.line("whisker", [low * 10, 10, high * 10, 10]);
        for end in [low, high] {
            shapes.line("whisker", [end * 10, 3, end * 10, 17]);
        }
    });
}

/// The bars that add up to the lead over one of the other two.
fn lead(page: &mut Page, prepared: &Arc<Prepared>, quoted: &Quoted) {
    let (ui, prepared, quoted) = (page.ui, Arc::clone(prepared), quoted.clone());
    let (leader, runner_up) = (prepared.evaluation.leader, prepared.evaluation.runner_up);
    let other = RwSignal::new(runner_up);
    let choices = leader.others().map(|alternative| Segment {
        label: ui.name(alternative),
        chosen: Box::new(move || other.get() == alternative),
        choose: Box::new(move || other.set(alternative)),
    });
    let name = ui.fill(words::COMPARE, &[("name", ui.inline_forms(leader))]);
    page.t("h4#why", words::BARS);
    segments(page, |page| page.bare(&name), "why", choices.into());
    page.live(move |page| {
        let breakdown = Breakdown::of(page.ui.assessment(), &prepared.evaluation, leader, other.get());
        let rest = breakdown.bars.iter().skip(MOST_BARS).map(|bar| bar.tenths).sum::<i32>();
        let largest = breakdown.bars.iter().map(|bar| bar.tenths.abs()).max().unwrap_or(1).max(rest.abs()).max(1);
        let chart = Chart { evaluation: &prepared.evaluation, breakdown: &breakdown, largest };
        page.within("div.chart", |page| chart.write(page, &mut quoted.clone()));
    });
}

struct Chart<'a> {
    evaluation: &'a Evaluation,
    breakdown: &'a Breakdown,
    /// The width of the chart, in tenths of a point.
    largest: i32,
}

impl Chart<'_> {
    fn write(&self, page: &mut Page, quoted: &mut Quoted) {
        let (ui, Breakdown { of, over, bars, lead }) = (page.ui, self.breakdown);
        let key = match lead {
            1.. => words::AHEAD,
            0 => words::LEVEL,
            _ => words::BEHIND,
        };
        // Without the sign, which the text expresses.
        let size = points(ui, lead.abs());
        let size = size.trim_start_matches('+');
        page.fill("p", key, &[("name", ui.inline_forms(*of)), ("other", ui.inline_forms(*over)), ("n", size)]);
        page.within("div.bars", |page| {
            page.within("p.sides", |page| {
                for side in [over, of] {
                    page.fill("span", words::TOWARD, &[("name", ui.inline_forms(*side))]);
                }
            });
            let (shown, rest) = bars.split_at(MOST_BARS.min(bars.len()));
            self.rows(page, shown, quoted);
            if !rest.is_empty() {
                page.within("details.bar-row rest", |page| {
                    let title = ui.count(words::rest::ONE, words::rest::OTHER, rest.len());
                    self.summary(page, &title, rest.iter().map(|bar| bar.tenths).sum());
                    self.rows(page, rest, quoted);
                });
            }
            page.within("p.bar-row total", |page| {
                page.fill("b", words::TOTAL, &[("name", ui.inline_forms(*of))]);
                page.text("b.points", &points(ui, *lead));
            });
        });
        page.details("details.fold", TABLE, |page| self.table(page));
    }

    fn rows(&self, page: &mut Page, bars: &[Bar], quoted: &mut Quoted) {
        for bar in bars {
            page.within("details.bar-row", |page| {
                self.summary(page, self.title(page.ui, bar.cause), bar.tenths);
                grounds(page, self.evaluation, bar.cause, quoted);
            });
        }
    }

    fn summary(&self, page: &mut Page, title: &str, tenths: i32) {
        let width = tenths.abs() * 100 / self.largest;
        let (class, left) = match tenths {
            ..0 => (fill_class(self.breakdown.over), -width),
            _ => (fill_class(self.breakdown.of), 0),
        };
        page.within("summary", |page| {
            page.text("span", title);
            page.drawing("diverging", [-100, 200, 10], Fit::Stretch, |shapes| {
                shapes.bar(class, [left, 1, width, 8]);
                shapes.line("axis", [0, 0, 0, 10]);
            });
            page.text("span.points", &points(page.ui, tenths));
        });
    }

    fn title(&self, ui: Ui, cause: Cause) -> &'static str {
        match cause {
            Cause::Item(item) => said(ui, self.evaluation, item),
            Cause::Priorities => ui.t(key::reason::PRIORITIES),
        }
    }

    fn table(&self, page: &mut Page) {
        let ui = page.ui;
        page.within("table.plain", |page| {
            page.heads("thead", &[words::ANSWER, words::POINTS]);
            page.within("tbody", |page| {
                for bar in &self.breakdown.bars {
                    page.within("tr", |page| {
                        page.text("th", self.title(ui, bar.cause));
                        page.text("td", &points(ui, bar.tenths));
                    });
                }
                page.within("tr", |page| {
                    page.fill("th", words::TOTAL, &[("name", ui.inline_forms(self.breakdown.of))]);
                    page.text("td", &points(ui, self.breakdown.lead));
                });
            });
        });
    }
}

fn points(ui: Ui, tenths: i32) -> String {
    ui.with_locale(|locale| locale.signed_tenths(tenths))
}
