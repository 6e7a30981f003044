//! The providers side by side: a table with a column for each, or a card per question on narrow screens.

use super::notes::mark_word;
use crate::ui::page::Page;
use assessment::{ChecklistId, i18n::key::ui::result::ask as words};
use decision::worksheet::{Mark, ProviderAnswer, QuestionEntries};

/// Whether an answer of any provider was noted.
fn has_answer(entries: &QuestionEntries, id: ChecklistId) -> bool {
    entries.get(id).answers.iter().any(|answer| *answer != ProviderAnswer::default())
}

/// The table, if there is a provider.
pub fn side_by_side(page: &mut Page, entries: &QuestionEntries, ids: &[ChecklistId]) {
    if entries.providers().next().is_none() {
        return;
    }
    if ids.iter().all(|id| !has_answer(entries, *id)) {
        return page.t("p.muted", words::NO_ANSWER);
    }
    page.within("table.plain stacking firms", |page| {
        page.within("thead", |page| {
            page.within("tr", |page| {
                page.column_head(page.ui.t(words::QUESTION));
                for (_, name) in entries.providers() {
                    page.column_head(name);
                }
            });
        });
        page.within("tbody", |page| {
            for id in ids {
                if !has_answer(entries, *id) {
                    continue;
                }
                page.within("tr", |page| {
                    page.t("th", page.ui.assessment().checklist[id.index()].text);
                    for (place, name) in entries.providers() {
                        let answer = &entries.get(*id).answers[place];
                        page.within("td", |page| {
                            // Narrow screens have no column headers.
                            page.text("span.whose", name);
                            let element = if answer.mark == Mark::NotAsked { "span.muted" } else { "b" };
                            page.t(element, mark_word(answer.mark));
                            if !answer.text.is_empty() {
                                page.text("p.muted small", &answer.text);
                            }
                        });
                    }
                });
            }
        });
    });
}
