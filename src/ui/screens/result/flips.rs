//! The smallest changes of answers that put another model ahead, each with a trial in place. Those that rule a model in or out
//! are listed separately.

use leptos::prelude::*;

use super::{Findings, Section, trial};
use crate::ui::{components::status_word, page::Page};
use assessment::{
    Kind,
    i18n::{
        Key,
        key::{flip as lead_ins, ui::result::change as words},
    },
};
use decision::explanation::{Change, Flip, FlipGroup};

pub const SECTION: Section = Section { heading: "h3#change", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let flips = findings.prepared.flips(page.ui.assessment());
    page.within("div.columns", |page| {
        let keys = [words::EVIDENCE, words::ONE, words::OTHER, words::NONE];
        page.within("div", |page| group(page, findings, keys, &flips.evidence));
        // Rules that no change touches are not worth a sentence.
        if flips.gate.size.is_some() {
            let keys = [lead_ins::GATE, words::GATE_ONE, words::GATE_OTHER, words::GATE_NONE];
            page.within("div", |page| group(page, findings, keys, &flips.gate));
        }
    });
}

fn group(page: &mut Page, findings: &Findings, [title, one, other, none]: [Key; 4], group: &FlipGroup) {
    let ui = page.ui;
    page.t("h4", title);
    let Some(size) = group.size else {
        page.t("p.muted", none);
        return;
    };
    page.text("p", &ui.count(one, other, size));
    page.text("p.muted", &ui.count(words::nearest::ONE, words::nearest::OTHER, group.sets));
    page.within("ol.flips", |page| {
        for flip in &group.examples {
            page.within("li", |page| example(page, findings, flip));
        }
    });
}

fn example(page: &mut Page, findings: &Findings, flip: &Flip) {
    let ui = page.ui;
    for change in &flip.changes {
        page.within("p.change", |page| changed(page, change));
    }
    for status in &flip.status {
        let [before, after] = [status.before, status.after].map(|s| ui.t(status_word(s)));
        page.text("p", &[ui.name(status.alternative), ": ", before, " → ", after].concat());
    }
    page.fill("p", words::THEN, &[("name", ui.inline(flip.new_leader))]);
    let mut changes = Vec::with_capacity(flip.changes.len());
    // All buttons of the list have the same label, so the name adds the answers.
    let label = ui.t(words::TRY);
    let mut name = label.to_owned();
    for change in &flip.changes {
        let question = ui.assessment().question(change.question);
        for part in [": ", ui.t(question.text), " ", ui.t(question.options[change.to.index()].label)] {
            name.push_str(part);
        }
        changes.push((change.question, change.to));
    }
    let (findings, tried) = (findings.clone(), findings.tried);
    let these = changes.clone();
    page.button_named("link", label, Some(name), move || tried.set(these.clone()));
    page.live(move |page| {
        if tried.with(|tried| *tried == changes) {
            page.within("div.panel", |page| trial::difference(page, &findings, changes.clone()));
        }
    });
}

fn changed(page: &mut Page, change: &Change) {
    let ui = page.ui;
    let question = ui.assessment().question(change.question);
    let lead_in = if question.kind == Kind::Preference { lead_ins::PREFERENCE } else { lead_ins::FACT };
    page.text("span.muted", &[ui.t(lead_in), ": ", ui.t(question.text)].concat());
    page.t("b", question.options[change.to.index()].label);
    let now = ui.t(question.options[change.from.index()].label);
    page.fill("span.muted", words::NOW, &[("answer", now)]);
}
