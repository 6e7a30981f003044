//! Which model each person's answers point to, by dimension. Markers have text next to them, so the table is its own text
//! equivalent.

use crate::ui::{components::marker, page::Page};
use assessment::i18n::key::ui::compare::dimension as words;
use decision::comparison::{Comparison, DimensionView, Pointing};
use report::ComparisonWords;

/// With more people, the table has no columns.
const MOST_COLUMNS: usize = 3;

pub fn dimensions(page: &mut Page, comparison: &Comparison, sentences: &ComparisonWords<'_>) {
    page.t("h5", words::TITLE);
    page.t("p", words::TEXT);
    let many = comparison.people.len() > MOST_COLUMNS;
    page.within(if many { "table.plain stances many" } else { "table.plain stances" }, |page| {
        page.within("thead", |page| {
            page.within("tr", |page| {
                page.column_head(page.ui.t(words::POINT));
                for name in sentences.names() {
                    page.column_head(name);
                }
                page.column_head(page.ui.t(words::TOGETHER));
            });
        });
        page.within("tbody", |page| {
            for view in &comparison.dimensions {
                page.within("tr", |page| row(page, view, sentences));
            }
        });
    });
}

fn row(page: &mut Page, view: &DimensionView, sentences: &ComparisonWords<'_>) {
    page.t("th", page.ui.assessment().dimensions[view.dimension.index()].name);
    for (n, name) in sentences.names().iter().enumerate() {
        page.within("td", |page| {
            page.text("span.who", name);
            if let Some(model) = view.points_to.get(n).copied().flatten() {
                marker(page, model);
                page.bare(" ");
            }
            page.text("span", &sentences.dimension_cell(view, n));
        });
    }
    let class =
        if view.pointing == Pointing::Apart || view.is_weighed_apart() { "td.together apart" } else { "td.together" };
    page.text(class, &sentences.dimension_together(view));
}
