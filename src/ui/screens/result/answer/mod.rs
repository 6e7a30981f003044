//! The answer: the verdict, how often each model came first, the main reasons, what would change it, and what to do next.

mod before;
mod contact;
mod cost;
mod next;
mod offer;
mod reasons;
mod turn;

use super::{Findings, history, views};
use crate::ui::{
    components::{ranked_share_table, share_words, terms},
    page::Page,
};
use assessment::{
    QuestionId,
    i18n::key::{share, ui::result as words},
};
use config::Flow;
use decision::{
    evaluation::{Evaluation, Verdict},
    response::is_asked,
};
use report::{answer_sentences, headline};

pub fn answer(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    let is_sufficient = evaluation.verdict != Verdict::Insufficient;
    page.within("section.answer", |page| {
        kicker(page, findings);
        history::line(page, findings);
        page.text("h3", &ui.with_voice(|voice| headline(voice, evaluation)));
        page.text("p.lead", &ui.with_voice(|voice| answer_sentences(voice, evaluation)).join(" "));
        if !is_sufficient {
            before::doubts(page, findings);
            return next::buttons(page, findings);
        }
        page.within("div.shares-of", |page| {
            ranked_share_table(page, evaluation);
            let n = share_words(ui, evaluation.shares.first[evaluation.leader.index()]);
            page.within("details.fold", |page| {
                page.fill("summary", words::MEANING, &[("n", &n)]);
                page.t("p", share::HELP);
            });
            terms(page);
        });
        page.within("div.points-of", |page| {
            reasons::reasons(page, findings);
            reasons::ruled_out(page, findings);
            turn::turn(page, findings);
            before::before(page, findings);
            cost::cost(page, findings);
        });
        next::buttons(page, findings);
        offer::sure(page, findings);
        offer::offer(page, findings);
    });
    if is_sufficient {
        views::list(page);
    }
}

/// How many of the questions that apply are answered. If the page has only the quick check, only its questions count.
fn kicker(page: &mut Page, findings: &Findings) {
    let ui = page.ui;
    let Evaluation { reading, quick_only, .. } = &findings.prepared.evaluation;
    let is_short = *quick_only && ui.config().flow == Flow::Quick;
    let counts = |id: &QuestionId| !is_short || ui.assessment().quick.contains(id);
    let (mut n, mut total) = (0, 0);
    let asked = ui.assessment().questions().map(|(id, _)| id).filter(|id| is_asked(ui.assessment(), *id, reading));
    for id in asked.filter(counts) {
        total += 1;
        n += usize::from(reading.get(id).is_some());
    }
    let key = if *quick_only { words::answer::kicker::QUICK } else { words::answer::kicker::FULL };
    page.fill("p.kicker", key, &[("n", &ui.number(n)), ("total", &ui.number(total))]);
}
