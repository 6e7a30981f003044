//! The nearest change of answers that would put another model ahead.

use super::{Findings, views};
use crate::ui::page::Page;
use assessment::i18n::{Key, key::ui::result::answer::turn as words};
use decision::{
    evaluation::Verdict,
    explanation::{Flip, FlipGroup},
};
use session::View;

pub fn turn(page: &mut Page, findings: &Findings) {
    let evaluation = &findings.prepared.evaluation;
    let (group, _) = findings.prepared.flips(page.ui.assessment()).nearest();
    let is_close = evaluation.verdict == Verdict::Close;
    let title = match evaluation.verdict {
        _ if evaluation.gates.conflict => words::CONFLICT,
        Verdict::Close => words::SETTLE,
        _ => words::TITLE,
    };
    // The model in front by score can be another than the one that comes first most often.
    let nearest = group.examples.iter().find(|flip| flip.new_leader != evaluation.leader);
    page.within("section", |page| {
        page.t("h4", title);
        match nearest.or(group.examples.first()) {
            None => page.t("p", words::NONE),
            Some(nearest) => examples(page, findings, group, nearest, is_close),
        }
        views::link(page, "link", words::TRY, View::WhatIf);
    });
}

/// The nearest change; for a close result each of the nearest that put the same model ahead.
fn examples(page: &mut Page, findings: &Findings, group: &FlipGroup, nearest: &Flip, is_close: bool) {
    let (ui, reading) = (page.ui, &findings.prepared.evaluation.reading);
    let of = |flip: &Flip| flip.statements(ui.assessment(), reading);
    let mut said = of(nearest);
    let is_single = group.size == Some(1);
    if is_close && is_single {
        let others = group.examples.iter().filter(|flip| **flip != *nearest && flip.new_leader == nearest.new_leader);
        said.extend(others.flat_map(of));
    }
    let key = match (is_single, said.len()) {
        (true, _) if nearest.new_leader == findings.prepared.evaluation.leader => words::TOO,
        (false, _) => words::TOGETHER,
        (true, 1) => words::ONE,
        (true, _) => words::ANY,
    };
    let n = ui.number(nearest.changes.len());
    page.fill("p", key, &[("name", ui.inline_forms(nearest.new_leader)), ("n", &n)]);
    page.within("ul", |page| said.into_iter().for_each(|key: Key| page.t("li", key)));
}
