//! The basis of a reason: what the answers say, the questions, why the answers count, and the numbers of the quotations.

use super::cited::cited;
use crate::ui::{Ui, page::Page};
use assessment::{
    Citation, ItemId,
    i18n::{key, key::ui::result::why as words},
};
use decision::{
    evaluation::Evaluation,
    explanation::{Cause, Grounds, statement},
};
use report::Quoted;
use session::{Action, Place};

/// What the answers to an item say about the visitor.
pub fn said(ui: Ui, evaluation: &Evaluation, item: ItemId) -> &'static str {
    statement(ui.assessment(), &evaluation.reading, item).map_or("", |key| ui.t(key))
}

/// The answers with their questions and why they count; for priorities, what each model is good at in general.
pub fn grounds(page: &mut Page, evaluation: &Evaluation, cause: Cause, quoted: &mut Quoted) {
    let (ui, assessment) = (page.ui, page.ui.assessment());
    let Cause::Item(item) = cause else { return general(page, quoted) };
    let grounds = Grounds::of(assessment, &evaluation.reading, item);
    for &(id, option) in &grounds.answers {
        let question = assessment.question(id);
        page.within("p", |page| {
            page.t("span.muted", question.text);
            page.bare(" ");
            page.t("b", question.options[option.index()].label);
        });
    }
    if let Some(why) = grounds.why {
        cited(page, "p", why, quoted, &grounds.sources);
    }
    if grounds.sources.is_empty() {
        cited(page, "p.muted", words::UNSOURCED, quoted, &about_questions(ui, &grounds));
    }
    for &(id, _) in &grounds.answers {
        let label = ui.t(words::OPEN);
        let name = ui.label_of(label, ui.t(assessment.question(id).text));
        page.button_named("link", label, Some(name), move || ui.act(Action::Visit(Place::Question(id))));
    }
}

/// The profile of each dimension.
fn general(page: &mut Page, quoted: &mut Quoted) {
    let ui = page.ui;
    page.t("p", words::GENERAL);
    page.within("ul", |page| {
        for item in ui.assessment().items.iter().filter(|item| item.is_profile()) {
            page.within("li", |page| {
                page.t("b", ui.assessment().dimensions[item.dimension.index()].name);
                if let Some(why) = item.why {
                    page.bare(" ");
                    cited(page, "span", why, quoted, item.sources);
                }
            });
        }
    });
    page.button("link", key::ui::check::PRIORITIES, move || ui.act(Action::Visit(Place::Priorities)));
}

/// Numbers the quotations of every answered item, then those of the priorities.
pub fn cite_all(ui: Ui, evaluation: &Evaluation, quoted: &mut Quoted) {
    for (n, item) in ui.assessment().items.iter().enumerate() {
        let grounds = Grounds::of(ui.assessment(), &evaluation.reading, ItemId::from_index(n));
        if grounds.answers.is_empty() && !item.is_profile() {
            continue;
        }
        if grounds.sources.is_empty() {
            quoted.cite(&about_questions(ui, &grounds));
        }
        quoted.cite(&grounds.sources);
    }
}

/// What the articles say about the questions, where they say nothing about the answers.
fn about_questions(ui: Ui, grounds: &Grounds) -> Vec<Citation> {
    grounds.answers.iter().flat_map(|(id, _)| ui.assessment().question(*id).sources).copied().collect()
}
