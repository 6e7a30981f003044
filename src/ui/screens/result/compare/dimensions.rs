//! Point by point: which model each person's answers lead to. The marks are beside their words, so the table is its own text
//! equivalent.

use decision::comparison::{Comparison, DimensionView, Pointing};

use assessment::i18n::key::ui::compare::dimension as words;

use report::ComparisonWords;

use crate::ui::{
    components::marker,
    page::{Extra, Page},
};

/// Most people for whom the table has a column each.
const MOST_COLUMNS: usize = 3;

/// A row for each dimension.
pub fn dimensions(page: &mut Page, comparison: &Comparison, said: &ComparisonWords<'_>) {
    page.t("h5", words::TITLE);
    page.t("p", words::TEXT);
    let many = comparison.people.len() > MOST_COLUMNS;
    page.within(if many { "table.plain stances many" } else { "table.plain stances" }, |page| {
        page.within("thead", |page| {
            page.within("tr", |page| {
                head(page, page.ui.t(words::POINT));
                for name in said.names() {
                    head(page, name);
                }
                head(page, page.ui.t(words::TOGETHER));
            });
        });
        page.within("tbody", |page| {
            for view in &comparison.dimensions {
                page.within("tr", |page| row(page, view, said));
            }
        });
    });
}

fn head(page: &mut Page, text: &str) {
    page.special("th", Extra { scope: Some("col"), ..Extra::default() }, text);
}

fn row(page: &mut Page, view: &DimensionView, said: &ComparisonWords<'_>) {
    page.t("th", page.ui.assessment().dimensions[view.dimension.index()].name);
    for (n, name) in said.names().iter().enumerate() {
        page.within("td", |page| {
            page.text("span.who", name);
            if let Some(model) = view.points_to.get(n).copied().flatten() {
                marker(page, model);
                page.bare(" ");
            }
            page.text("span", &said.dimension_cell(view, n));
        });
    }
    let class =
        if view.pointing == Pointing::Apart || view.is_weighed_apart() { "td.together apart" } else { "td.together" };
    page.text(class, &said.dimension_together(view));
}
