//! What would change the result: other answers, rules, answers that are still open, other weights.

use super::{Block, Item, Text, sheet::Sheet};
use crate::status_word;
use assessment::{
    Kind,
    i18n::{
        Key,
        key::{
            flip as lead_ins,
            ui::report,
            ui::result::{self, change as words, slider},
        },
    },
};
use decision::explanation::{Change, Flip, FlipGroup, Flips, next_questions, sliders};

/// Open questions that are named.
const MOST_QUESTIONS: usize = 3;

/// The smallest changes of answers that put another model ahead; those caused by a gate are separate.
pub fn flips(sheet: &mut Sheet<'_>) {
    let flips = Flips::of(sheet.assessment, sheet.evaluation());
    sheet.section(words::TITLE);
    group(sheet, [words::EVIDENCE, words::ONE, words::OTHER, words::NONE], &flips.evidence);
    group(sheet, [lead_ins::GATE, words::GATE_ONE, words::GATE_OTHER, words::GATE_NONE], &flips.gate);
}

fn group(sheet: &mut Sheet<'_>, [title, one, other, none]: [Key; 4], group: &FlipGroup) {
    sheet.heading(3, sheet.t(title));
    let Some(size) = group.size else {
        sheet.say(none);
        return;
    };
    let needed = sheet.count([one, other], size);
    let nearest = sheet.count([words::nearest::ONE, words::nearest::OTHER], group.sets);
    sheet.paragraph(&[needed.as_str(), " ", &nearest].concat());
    let examples = group.examples.iter().map(|flip| example(sheet, flip)).collect();
    sheet.list(true, examples);
}

fn example(sheet: &Sheet<'_>, flip: &Flip) -> Item {
    let mut item = Item { lines: Vec::new(), ticked: None };
    for change in &flip.changes {
        item = item.with_line(&changed(sheet, change));
    }
    for status in &flip.status {
        let [before, after] = [status.before, status.after].map(|s| sheet.t(status_word(s)));
        item =
            item.with_line(&sheet.fill(
                report::STATUS,
                &[("name", sheet.name(status.alternative)), ("before", before), ("after", after)],
            ));
    }
    item.with_line(&sheet.fill(words::THEN, &[("name", sheet.inline_forms(flip.new_leader))]))
}

fn changed(sheet: &Sheet<'_>, change: &Change) -> String {
    let question = sheet.assessment.question(change.question);
    let lead_in = if question.kind == Kind::Preference { lead_ins::PREFERENCE } else { lead_ins::FACT };
    let [from, to] = [change.from, change.to].map(|option| sheet.t(question.options[option.index()].label));
    let now = sheet.fill(words::NOW, &[("answer", from)]);
    let values = [("label", sheet.t(lead_in)), ("text", sheet.t(question.text)), ("answer", to), ("before", &now)];
    sheet.fill(report::CHANGE, &values)
}

/// At which weight of a dimension the lead changes hands.
pub fn weights(sheet: &mut Sheet<'_>) {
    let mut facts = Vec::new();
    for slider in sliders(sheet.assessment, sheet.evaluation()) {
        let name = sheet.t(sheet.assessment.dimensions[slider.dimension.index()].name);
        let weight = sheet.fill(slider::WEIGHT, &[("n", &sheet.weight(slider.now))]);
        let now = sheet.fill(slider::NOW, &[("n", &weight)]);
        let mut said = String::new();
        if slider.at_0.is_none() {
            said.push_str(sheet.t(slider::ALL));
        } else if slider.breakpoints.is_empty() {
            said.push_str(&sheet.fill(slider::NEVER, &[("name", sheet.name_forms(slider.at_1))]));
        }
        for (at, before, after) in &slider.breakpoints {
            if !said.is_empty() {
                said.push(' ');
            }
            let n = sheet.weight(*at);
            let values =
                [("n", n.as_str()), ("before", sheet.inline_forms(*before)), ("after", sheet.inline_forms(*after))];
            said.push_str(&sheet.fill(slider::TURN, &values));
        }
        facts.push([Text::new(&sheet.fill(report::WEIGHT, &[("name", name), ("text", &now)])), Text::new(&said)]);
    }
    sheet.heading(3, sheet.t(slider::TITLE));
    sheet.blocks.push(Block::Facts(facts));
}

/// The open questions that could move the result most.
pub fn open_questions(sheet: &mut Sheet<'_>) {
    let next = next_questions(sheet.assessment, sheet.evaluation());
    if next.is_empty() {
        return;
    }
    sheet.section(result::NEXT);
    sheet.say(result::NEXT_TEXT);
    let text = |id| sheet.t(sheet.assessment.question(id).text);
    let items = next.iter().take(MOST_QUESTIONS).map(|next| Item::new(text(next.question))).collect();
    sheet.list(true, items);
}
