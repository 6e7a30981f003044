//! Why one model is ahead of another: a bar for each answer. The bars add up to the lead.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, Section, section, tradeoff};
use crate::ui::{
    Prepared, Ui,
    components::{Segment, fill_class, index_of, index_words, marked_name, model_card, quotations, segments},
    drawing::Fit,
    page::Page,
};
use assessment::{
    Alternative,
    i18n::{key, key::ui::result as result_words, key::ui::result::TABLE, key::ui::result::why as words},
};
use decision::{
    evaluation::Evaluation,
    explanation::{Bar, Breakdown, Cause, Grounds},
};
use session::{Action, Place};

/// The other bars are in a `details` element.
const MOST_BARS: usize = 8;

const MODELS: Section = Section { heading: "h3#models", title: words::TITLE, write: models };

const BARS: Section = Section { heading: "h4#why", title: words::BARS, write };

/// The models side by side, the scale, and what adds up to the lead.
pub fn view(page: &mut Page, findings: &Findings) {
    section(page, findings, MODELS);
    if findings.prepared.is_full() {
        section(page, findings, tradeoff::SECTION);
        page.details("details.fold", words::BARS, |page| {
            section(page, findings, BARS);
            index_table(page, &findings.prepared.evaluation);
        });
    }
}

fn models(page: &mut Page, findings: &Findings) {
    page.within("div.cards", |page| {
        for alternative in Alternative::ALL {
            model_card(page, &findings.prepared.evaluation, alternative);
        }
    });
}

/// The index of each model as a bar with a whisker for its range.
fn index_table(page: &mut Page, evaluation: &Evaluation) {
    page.t("h5", result_words::INDEX);
    page.within("table.shares", |page| {
        page.heads("thead.unseen", &[result_words::MODEL, result_words::INDEX]);
        page.within("tbody", |page| {
            for alternative in Alternative::ALL {
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
    page.drawing("bar", [0, 1000, 20], Fit::Stretch, |shapes| {
        shapes.bar(fill_class(alternative), [0, 0, index * 10, 20]);
        shapes.line("whisker", [low * 10, 10, high * 10, 10]);
        for end in [low, high] {
            shapes.line("whisker", [end * 10, 3, end * 10, 17]);
        }
    });
}

fn write(page: &mut Page, findings: &Findings) {
    let (ui, prepared) = (page.ui, Arc::clone(&findings.prepared));
    let (leader, runner_up) = (prepared.evaluation.leader, prepared.evaluation.runner_up);
    let other = RwSignal::new(runner_up);
    let choices = leader.others().map(|alternative| Segment {
        label: ui.name(alternative),
        chosen: Box::new(move || other.get() == alternative),
        choose: Box::new(move || other.set(alternative)),
    });
    let name = ui.fill(words::COMPARE, &[("name", ui.inline(leader))]);
    segments(page, |page| page.bare(&name), "why", choices.into());
    page.live(move |page| {
        let breakdown = Breakdown::of(page.ui.assessment(), &prepared.evaluation, leader, other.get());
        let rest = breakdown.bars.iter().skip(MOST_BARS).map(|bar| bar.tenths).sum::<i32>();
        let largest = breakdown.bars.iter().map(|bar| bar.tenths.abs()).max().unwrap_or(1).max(rest.abs()).max(1);
        page.within("div.chart", |page| Chart { prepared: &prepared, breakdown: &breakdown, largest }.write(page));
    });
}

struct Chart<'a> {
    prepared: &'a Prepared,
    breakdown: &'a Breakdown,
    /// The width of the chart, in tenths of a point.
    largest: i32,
}

impl Chart<'_> {
    fn write(&self, page: &mut Page) {
        let (ui, Breakdown { of, over, bars, lead }) = (page.ui, self.breakdown);
        let key = match lead {
            1.. => words::AHEAD,
            0 => words::LEVEL,
            _ => words::BEHIND,
        };
        // Without the sign, which the text expresses.
        let size = points(ui, lead.abs());
        let size = size.trim_start_matches('+');
        page.fill("p", key, &[("name", ui.inline(*of)), ("other", ui.inline(*over)), ("n", size)]);
        page.within("div.bars", |page| {
            page.within("p.sides", |page| {
                for side in [over, of] {
                    page.fill("span", words::TOWARD, &[("name", ui.inline(*side))]);
                }
            });
            let (shown, rest) = bars.split_at(MOST_BARS.min(bars.len()));
            self.rows(page, shown);
            if !rest.is_empty() {
                page.within("details.bar-row rest", |page| {
                    let title = ui.count(words::rest::ONE, words::rest::OTHER, rest.len());
                    self.summary(page, &title, None, rest.iter().map(|bar| bar.tenths).sum());
                    self.rows(page, rest);
                });
            }
            page.within("p.bar-row total", |page| {
                page.fill("b", words::TOTAL, &[("name", ui.inline(*of))]);
                page.text("b.points", &points(ui, *lead));
            });
        });
        page.details("details.fold", TABLE, |page| self.table(page));
    }

    fn rows(&self, page: &mut Page, bars: &[Bar]) {
        for bar in bars {
            page.within("details.bar-row", |page| {
                let title = self.title(page.ui, bar.cause);
                self.summary(page, &title, Some(bar.cause), bar.tenths);
                match bar.cause {
                    Cause::Item(_) => self.ground(page, bar.cause),
                    Cause::Priorities => general(page),
                }
            });
        }
    }

    fn summary(&self, page: &mut Page, title: &str, cause: Option<Cause>, tenths: i32) {
        let width = tenths.abs() * 100 / self.largest;
        let (class, left) = match tenths {
            ..0 => (fill_class(self.breakdown.over), -width),
            _ => (fill_class(self.breakdown.of), 0),
        };
        page.within("summary", |page| {
            page.within("span.bar-words", |page| {
                page.text("span", title);
                if let Some(Cause::Item(item)) = cause {
                    for question in page.ui.assessment().items[item.index()].questions() {
                        page.t("span.muted", page.ui.assessment().question(question).text);
                    }
                }
            });
            page.drawing("diverging", [-100, 200, 10], Fit::Stretch, |shapes| {
                shapes.bar(class, [left, 1, width, 8]);
                shapes.line("axis", [0, 0, 0, 10]);
            });
            page.text("span.points", &points(page.ui, tenths));
        });
    }

    fn title(&self, ui: Ui, cause: Cause) -> String {
        let Cause::Item(item) = cause else { return ui.t(key::reason::PRIORITIES).to_owned() };
        let mut title = String::new();
        for (question, option) in Grounds::of(ui.assessment(), &self.prepared.evaluation.reading, item).answers {
            if !title.is_empty() {
                title.push_str(" + ");
            }
            title.push_str(ui.t(ui.assessment().question(question).options[option.index()].label));
        }
        title
    }

    fn ground(&self, page: &mut Page, cause: Cause) {
        let ui = page.ui;
        let Cause::Item(item) = cause else { return };
        let grounds = Grounds::of(ui.assessment(), &self.prepared.evaluation.reading, item);
        for &(id, option) in &grounds.answers {
            let question = ui.assessment().question(id);
            page.t("p.muted", question.text);
            page.t("p", question.options[option.index()].label);
            page.button("link", words::OPEN, move || ui.act(Action::Visit(Place::Question(id))));
        }
        if let Some(why) = grounds.why {
            page.t("p", why);
        }
        page.within("div.sources", |page| {
            let mut sources = grounds.sources;
            if sources.is_empty() {
                page.t("p", words::UNSOURCED);
                sources =
                    grounds.answers.iter().flat_map(|(id, _)| ui.assessment().question(*id).sources).copied().collect();
            }
            quotations(page, &sources);
        });
    }

    fn table(&self, page: &mut Page) {
        let ui = page.ui;
        page.within("table.plain", |page| {
            page.heads("thead", &[words::ANSWER, words::POINTS]);
            page.within("tbody", |page| {
                for bar in &self.breakdown.bars {
                    page.within("tr", |page| {
                        page.text("th", &self.title(ui, bar.cause));
                        page.text("td", &points(ui, bar.tenths));
                    });
                }
                page.within("tr", |page| {
                    page.fill("th", words::TOTAL, &[("name", ui.inline(self.breakdown.of))]);
                    page.text("td", &points(ui, self.breakdown.lead));
                });
            });
        });
    }
}

fn points(ui: Ui, tenths: i32) -> String {
    ui.with_locale(|locale| locale.signed_tenths(tenths))
}

/// The details of the bar for priorities: the profile of each dimension.
fn general(page: &mut Page) {
    let ui = page.ui;
    let mut sources = Vec::new();
    page.t("p", words::GENERAL);
    page.within("ul", |page| {
        for item in ui.assessment().items.iter().filter(|item| item.is_profile()) {
            sources.extend(item.sources);
            page.within("li", |page| {
                page.t("b", ui.assessment().dimensions[item.dimension.index()].name);
                page.bare(" ");
                if let Some(why) = item.why {
                    page.t("span", why);
                }
            });
        }
    });
    page.button("link", key::ui::check::PRIORITIES, move || ui.act(Action::Visit(Place::Priorities)));
    page.within("div.sources", |page| quotations(page, &sources));
}
