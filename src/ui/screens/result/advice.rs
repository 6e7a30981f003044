//! The path, how to tell whether it works, and what to ask a provider.

use super::{Findings, Section};
use crate::{
    assessment::{Alternative, Citation},
    i18n::{
        Key,
        key::{pattern, ui::result as words},
    },
    plan::{Pattern, checklist, note_on_sector},
    ui::{components::sources_of, page::Page},
};

/// The pattern that fits, in words.
pub const PATH: Section = Section { heading: "h4#path", title: words::path::TITLE, write: path };

/// Five measures: what they are and which way is better.
pub const SCORECARD: Section = Section { heading: "h4#scorecard", title: words::scorecard::TITLE, write: scorecard };

/// The questions that fit the leader, and a note on the visitor's field.
pub const ASK: Section = Section { heading: "h4#ask", title: words::ask::TITLE, write: ask };

fn path(page: &mut Page, findings: &Findings) {
    let found = findings.plan.pattern;
    let [title, advice]: [Key; 2] = match (found, findings.prepared.evaluation.leader) {
        (Pattern::RolesFirst, _) => [pattern::roles_first::TITLE, pattern::roles_first::TEXT],
        (Pattern::OutsourceThenComanage, _) => {
            [pattern::outsource_then_comanage::TITLE, pattern::outsource_then_comanage::TEXT]
        }
        (Pattern::CoreAndCommodity, _) => [pattern::core_and_commodity::TITLE, pattern::core_and_commodity::TEXT],
        (Pattern::InhousePlus, _) => [pattern::inhouse_plus::TITLE, pattern::inhouse_plus::TEXT],
        (Pattern::Plain, Alternative::InHouse) => [pattern::plain::in_house::TITLE, pattern::plain::in_house::TEXT],
        (Pattern::Plain, Alternative::CoManaged) => {
            [pattern::plain::co_managed::TITLE, pattern::plain::co_managed::TEXT]
        }
        (Pattern::Plain, Alternative::Outsourced) => {
            [pattern::plain::outsourced::TITLE, pattern::plain::outsourced::TEXT]
        }
    };
    page.t("h5", title);
    page.t("p.lead", advice);
    let notes = page.ui.assessment().patterns.iter().find(|notes| notes.id == found.code());
    if let Some(notes) = notes.filter(|notes| !notes.sources.is_empty()) {
        sources_of(page, notes.sources);
    }
}

fn scorecard(page: &mut Page, _: &Findings) {
    use words::scorecard as of;
    let assessment = page.ui.assessment();
    let mut sources: Vec<Citation> = assessment.scorecard_sources.to_vec();
    page.t("p", of::TEXT);
    page.within("table.plain stacking", |page| {
        page.heads("thead", &[of::MEASURE, of::HOW, of::BETTER]);
        page.within("tbody", |page| {
            for metric in assessment.scorecard {
                sources.push(metric.source);
                page.within("tr", |page| {
                    page.t("th", metric.name);
                    page.t("td", metric.measure);
                    page.t("td", if metric.higher_is_better { of::HIGHER } else { of::LOWER });
                });
            }
        });
    });
    sources_of(page, &sources);
}

fn ask(page: &mut Page, findings: &Findings) {
    use words::ask as of;
    let (assessment, evaluation) = (page.ui.assessment(), &findings.prepared.evaluation);
    let mut sources: Vec<Citation> = Vec::new();
    page.t("p", of::TEXT);
    page.within("ul.questions", |page| {
        for entry in checklist(assessment, evaluation.leader) {
            sources.push(entry.source);
            page.t("li", entry.text);
        }
    });
    if let Some(note) = note_on_sector(assessment, &evaluation.reading) {
        page.within("p", |page| {
            page.t("b", of::FIELD);
            page.bare(": ");
            page.t("span", note);
        });
    }
    sources_of(page, &sources);
}
