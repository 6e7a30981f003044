//! The smallest changes of answers that put another model ahead, each with a trial in place. Those that rule a model in or out
//! have their own list.

use leptos::prelude::*;

use super::{Findings, trial, trial::Tried};
use crate::ui::{components::marker, page::Page};
use assessment::{
    ItemId, Kind,
    i18n::{
        Key,
        key::{flip as lead_ins, ui::result::LEAD_IN, ui::result::change as words},
    },
};
use decision::{
    evaluation::{Status, Verdict},
    explanation::{Change, Flip, FlipGroup, StatusChange, statement},
};

/// Examples that are not behind a fold.
const MOST_OPEN: usize = 3;

const EVIDENCE: [Key; 3] = [words::ONE, words::OTHER, words::NONE];
const GATE: [Key; 3] = [words::GATE_ONE, words::GATE_OTHER, words::GATE_NONE];

pub fn flips(page: &mut Page, findings: &Findings) {
    let (evaluation, flips) = (&findings.prepared.evaluation, findings.prepared.flips(page.ui.assessment()));
    let is_conflict = evaluation.gates.conflict;
    let title = match evaluation.verdict {
        _ if is_conflict => words::CONFLICT,
        Verdict::Close => words::SETTLE,
        _ => words::TITLE,
    };
    let lists = [(words::EVIDENCE, EVIDENCE, &flips.evidence), (lead_ins::GATE, GATE, &flips.gate)];
    // If every model is ruled out, what rules one back in matters, and hardly anything else.
    let [first, second] = if is_conflict { [1, 0] } else { [0, 1] }.map(|n: usize| lists[n]);
    let place = 1 + first.2.examples.len();
    page.within("section", |page| {
        page.t("h3#change", title);
        trial::kept(page, evaluation);
        group(page, findings, first.1, first.2, 1, MOST_OPEN);
    });
    // Rules that no change touches are not worth a sentence.
    if second.2.size.is_none() {
        return;
    }
    if is_conflict {
        page.details("details.fold", second.0, |page| group(page, findings, second.1, second.2, place, MOST_OPEN));
    } else {
        page.within("section", |page| {
            page.t("h4", second.0);
            group(page, findings, second.1, second.2, place, 1);
        });
    }
}

/// The examples of a group. The first one is tried at `place`, the next one at the place after it. Behind a fold are those after
/// the first `most`, and all but the first if one answer is not enough.
fn group(
    page: &mut Page,
    findings: &Findings,
    [one, other, none]: [Key; 3],
    group: &FlipGroup,
    place: usize,
    most: usize,
) {
    let ui = page.ui;
    let Some(size) = group.size else { return page.t("p", none) };
    let sets = ui.count(words::nearest::ONE, words::nearest::OTHER, group.sets);
    page.text("p", &[&*ui.count(one, other, size), " ", &sets].concat());
    let most = if size == 1 { most } else { 1 };
    let (open, folded) = group.examples.split_at(most.min(group.examples.len()));
    examples(page, findings, open, place);
    if !folded.is_empty() {
        page.within("details.fold", |page| {
            page.text("summary", &ui.count(words::more::ONE, words::more::OTHER, folded.len()));
            examples(page, findings, folded, place + open.len());
        });
    }
}

fn examples(page: &mut Page, findings: &Findings, flips: &[Flip], place: usize) {
    page.within("ol.flips", |page| {
        for (n, flip) in flips.iter().enumerate() {
            page.within("li", |page| example(page, findings, flip, place + n));
        }
    });
}

fn example(page: &mut Page, findings: &Findings, flip: &Flip, place: usize) {
    let (ui, assessment) = (page.ui, page.ui.assessment());
    let answers: Vec<_> = flip.changes.iter().map(|change| (change.question, change.to)).collect();
    let reading = findings.prepared.evaluation.reading.with(assessment, &answers);
    // All buttons of the list have the same label, so the name adds what is tried.
    let label = ui.t(words::TRY);
    let mut tried = String::new();
    page.within("div.if", |page| {
        let mut lead_in = None;
        for (item, changes) in by_item(page, flip) {
            let Some(said) = statement(assessment, &reading, item) else { continue };
            if !tried.is_empty() {
                tried.push(' ');
            }
            tried.push_str(ui.t(said));
            let next = lead_in_of(page, &changes);
            page.within("div", |page| {
                if lead_in.replace(next) != Some(next) {
                    page.fill("p.muted", LEAD_IN, &[("label", ui.t(next))]);
                }
                page.t("b", said);
                for change in changes {
                    present(page, change);
                }
            });
        }
    });
    page.within("div.then", |page| {
        for status in &flip.status {
            status_then(page, status, findings.prepared.evaluation.gates.conflict);
        }
        page.within("p", |page| {
            marker(page, flip.new_leader);
            page.bare(" ");
            page.bare(&ui.fill(words::THEN, &[("name", ui.inline_forms(flip.new_leader))]));
        });
    });
    trial_in_place(page, findings, Tried { place, answers }, ui.label_of(label, &tried));
}

/// The changes by the items that read them, in the order asked.
fn by_item<'a>(page: &Page, flip: &'a Flip) -> Vec<(ItemId, Vec<&'a Change>)> {
    let mut items: Vec<(ItemId, Vec<&Change>)> = Vec::new();
    for change in &flip.changes {
        let Some(item) = page.ui.assessment().item_of(change.question) else { continue };
        match items.iter_mut().find(|(known, _)| *known == item) {
            Some((_, changes)) => changes.push(change),
            None => items.push((item, vec![change])),
        }
    }
    items
}

fn lead_in_of(page: &Page, changes: &[&Change]) -> Key {
    let is_wish = |change: &&Change| page.ui.assessment().question(change.question).kind == Kind::Preference;
    if changes.iter().all(is_wish) { lead_ins::PREFERENCE } else { lead_ins::FACT }
}

/// The question and the present answer.
fn present(page: &mut Page, change: &Change) {
    let ui = page.ui;
    let question = ui.assessment().question(change.question);
    page.within("p.present", |page| {
        page.t("span", question.text);
        page.bare(" ");
        page.fill("span", words::YOURS, &[("answer", ui.t(question.options[change.from.index()].label))]);
    });
}

/// If every model is ruled out, the status before says nothing.
fn status_then(page: &mut Page, status: &StatusChange, is_conflict: bool) {
    let ui = page.ui;
    let key = match (status.before, status.after) {
        (_, Status::Blocked) if is_conflict => words::status::STILL,
        (_, Status::Blocked) => words::status::BLOCKED,
        (_, Status::Conditional) => words::status::CONDITIONAL,
        (Status::Blocked, _) => words::status::UNBLOCKED,
        _ => words::status::FREE,
    };
    page.fill("p", key, &[("name", ui.name_forms(status.alternative))]);
}

/// The button that opens the trial, and the trial.
fn trial_in_place(page: &mut Page, findings: &Findings, tried: Tried, name: String) {
    let (findings, signal, place) = (findings.clone(), findings.tried, tried.place);
    let is_open = move || signal.with(|now| now.as_ref().is_some_and(|now| now.place == place));
    let toggled = tried.clone();
    page.live(move |page| {
        let (toggled, is_open, ui) = (toggled.clone(), is_open(), page.ui);
        page.toggle("secondary", (trial::button_id(place), is_open), ui.t(words::TRY), Some(name.clone()), move || {
            if is_open {
                trial::end(ui, signal);
            } else {
                signal.set(Some(toggled.clone()));
            }
        });
    });
    page.live(move |page| {
        if is_open() {
            page.within("div.panel", |page| trial::difference(page, &findings, &tried));
        }
    });
}
