//! Answers that differ, by their effect on the results, and expectations that collide.

use crate::ui::{components::sources_of, page::Page};
use assessment::{
    QuestionId,
    i18n::key::ui::compare::{answer, difference, known, with},
};
use decision::comparison::{Answer, Comparison, Difference};
use report::ComparisonWords;

/// The rest is in a `details` element.
const SHOWN: usize = 5;

/// Answers that differ, and answers that only some people know.
pub fn answers(page: &mut Page, comparison: &Comparison, sentences: &ComparisonWords<'_>) {
    let differing = &comparison.differences;
    page.t("h5", difference::TITLE);
    page.t("p", if differing.is_empty() { difference::NONE } else { difference::TEXT });
    let (first, rest) = differing.split_at(SHOWN.min(differing.len()));
    list(page, "ol.differing", first, sentences);
    if !rest.is_empty() {
        page.details("details.fold", with::MORE, |page| list(page, "ul.differing", rest, sentences));
    }
    if !comparison.known_to_some.is_empty() {
        page.details("details.fold", known::TITLE, |page| {
            list(page, "ul.differing", &comparison.known_to_some, sentences)
        });
    }
}

#[inline(never)]
fn list(page: &mut Page, element: &'static str, differences: &[Difference], sentences: &ComparisonWords<'_>) {
    if differences.is_empty() {
        return;
    }
    page.within(element, |page| {
        for difference in differences {
            page.within("li", |page| {
                page.t("b", page.ui.assessment().question(difference.question).text);
                page.within("ul", |page| {
                    for (n, answered) in difference.answers.iter().enumerate() {
                        line(page, sentences, n, difference.question, *answered);
                    }
                });
                page.text("span.muted small", &sentences.effect(difference));
            });
        }
    });
}

#[inline(never)]
fn line(page: &mut Page, sentences: &ComparisonWords<'_>, person: usize, question: QuestionId, answered: Answer) {
    if answered == Answer::NotAsked {
        return;
    }
    let Some(name) = sentences.names().get(person) else { return };
    page.fill("li", answer::LINE, &[("name", name), ("answer", &sentences.answer(question, answered))]);
}

/// Expectations that cannot all be met.
pub fn collisions(page: &mut Page, comparison: &Comparison, sentences: &ComparisonWords<'_>) {
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
                        line(page, sentences, n, question, Answer::of(assessment, person, question));
                    }
                }
            });
            sources_of(page, content.sources);
        });
    }
}
