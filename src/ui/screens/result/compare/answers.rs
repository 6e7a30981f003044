//! The answers that differ, by what they do to the results, and the expectations that collide.

use assessment::{
    QuestionId,
    i18n::key::ui::compare::{answer, difference, known, with},
};

use decision::comparison::{Answer, Comparison, Difference};

use report::ComparisonWords;

use crate::ui::{components::sources_of, page::Page};

/// How many are shown at once; the others are folded.
const SHOWN: usize = 5;

/// What differs, and what only some know.
pub fn answers(page: &mut Page, comparison: &Comparison, said: &ComparisonWords<'_>) {
    let differing = &comparison.differences;
    page.t("h5", difference::TITLE);
    page.t("p", if differing.is_empty() { difference::NONE } else { difference::TEXT });
    let (first, rest) = differing.split_at(SHOWN.min(differing.len()));
    list(page, "ol.differing", first, said);
    if !rest.is_empty() {
        page.fold("details.fold", with::MORE, |page| list(page, "ul.differing", rest, said));
    }
    if !comparison.known_to_some.is_empty() {
        page.fold("details.fold", known::TITLE, |page| list(page, "ul.differing", &comparison.known_to_some, said));
    }
}

#[inline(never)]
fn list(page: &mut Page, element: &'static str, differences: &[Difference], said: &ComparisonWords<'_>) {
    if differences.is_empty() {
        return;
    }
    page.within(element, |page| {
        for difference in differences {
            page.within("li", |page| {
                page.t("b", page.ui.assessment().question(difference.question).text);
                page.within("ul", |page| {
                    for (n, answered) in difference.answers.iter().enumerate() {
                        line(page, said, n, difference.question, *answered);
                    }
                });
                page.text("span.muted small", &said.effect(difference));
            });
        }
    });
}

/// What one person said.
#[inline(never)]
fn line(page: &mut Page, said: &ComparisonWords<'_>, person: usize, question: QuestionId, answered: Answer) {
    // What does not apply says nothing about the question.
    if answered == Answer::NotAsked {
        return;
    }
    let Some(name) = said.names().get(person) else { return };
    page.fill("li", answer::LINE, &[("name", name), ("answer", &said.answer(question, answered))]);
}

/// What the people expect of each other and cannot all get.
pub fn collisions(page: &mut Page, comparison: &Comparison, said: &ComparisonWords<'_>) {
    let assessment = page.ui.assessment();
    page.t("h5", with::COLLISIONS);
    if comparison.collisions.is_empty() {
        page.t("p", with::NO_COLLISIONS);
    }
    for collided in &comparison.collisions {
        let content = collided.content(assessment);
        page.within("div.panel", |page| {
            page.t("b", content.text);
            page.within("ul", |page| {
                for (n, question) in collided.questions(assessment).enumerate() {
                    if let (Some(question), Some(person)) = (question, comparison.people.get(n)) {
                        line(page, said, n, question, Answer::of(assessment, person, question));
                    }
                }
            });
            sources_of(page, content.sources);
        });
    }
}
