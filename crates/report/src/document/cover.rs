//! The first page: the verdict, what its figure means, stay or change, who offers this, and that nothing was sent.

use super::{Subject, sheet::Sheet};
use crate::{headline, standing_words, verdict_sentence};
use assessment::{
    i18n::{
        key,
        key::ui::{
            report as words,
            result::{MEANING, offer, stay},
        },
    },
    text::one_line,
};
use decision::{
    evaluation::Verdict,
    plan::{Standing, Today},
};

/// The verdict and what to know before reading on.
pub fn cover(sheet: &mut Sheet<'_>) {
    let (subject, evaluation) = (sheet.subject, sheet.evaluation());
    sheet.heading(2, &headline(subject.voice, evaluation));
    sheet.paragraph(&verdict_sentence(subject.voice, evaluation));
    if evaluation.quick_only {
        sheet.say(key::verdict::QUICK);
    }
    if evaluation.verdict != Verdict::Insufficient {
        let n = sheet.share(evaluation.shares.first[evaluation.leader.index()]);
        sheet.heading(3, &sheet.fill(MEANING, &[("n", &n)]));
        sheet.say(key::share::HELP);
    }
    sheet.heading(3, sheet.t(stay::TITLE));
    standing(sheet);
    sheet.heading(3, sheet.t(words::ABOUT));
    let said = offer_words(sheet.subject);
    sheet.paragraph(&said);
    let mut changes = sheet.changes(sheet.subject.offer, words::offer::OWNER);
    if !changes.is_empty() {
        changes.push(sheet.t(words::offer::NEUTRAL).to_owned());
        sheet.paragraph(&changes.join(" "));
    }
    sheet.say(words::PRIVATE);
    sheet.say(words::NUMBERS);
}

/// What they have today, and whether the result is to keep it.
fn standing(sheet: &mut Sheet<'_>) {
    let evaluation = sheet.evaluation();
    let standing = Standing::of(evaluation);
    let (today, advice) = standing_words(standing);
    let model = if let Today::Model(model) = standing.today { sheet.inline_forms(model) } else { "" };
    let mut said = sheet.fill(today, &[("name", model)]);
    if let Some(advice) = advice {
        let leader = sheet.inline_forms(evaluation.leader);
        let values = [("name", leader), ("leader", leader), ("runner_up", sheet.inline_forms(evaluation.second()))];
        said.push(' ');
        said.push_str(&sheet.fill(advice, &values));
    }
    sheet.paragraph(&said);
}

/// Who shows this, and what they sell.
#[must_use]
pub fn offer_words(subject: &Subject<'_>) -> String {
    use words::offer as named;
    let said = subject.voice.offer(subject.offer, [named::SOMEBODY, named::NAMED, named::SELLS]);
    one_line(&[&said, " ", subject.voice.t(offer::SAME)].concat())
}
