//! Control against convenience: one scale with the three models and the visitor's answers. It is a list from the most control
//! to the most convenience, so it needs no other text.

use leptos::prelude::*;

use super::Findings;
use crate::ui::{
    components::{cited, marked_name},
    page::Page,
};
use assessment::{
    Alternative,
    i18n::{key::tradeoff as names, key::ui::result::scale as words},
};
use decision::explanation::Scale;
use report::Quoted;

pub fn scale(page: &mut Page, findings: &Findings, quoted: &mut Quoted) {
    let assessment = page.ui.assessment();
    let Scale { points, nearest } = Scale::of(assessment, &findings.prepared.evaluation);
    page.t("h4", names::TITLE);
    page.t("p", names::TEXT);
    page.within("div.spectrum", |page| {
        page.t("p.end", names::X);
        page.t("p.end", names::Y);
        page.within("ol", |page| {
            for (model, position) in points {
                page.within(element(model), |page| {
                    space(page, position);
                    page.within("span.point", |page| match model {
                        Some(model) => marked_name(page, model),
                        None => page.t("b", words::YOU),
                    });
                });
            }
        });
    });
    match nearest {
        Some(model) => page.fill("p", words::NEAREST, &[("name", page.ui.inline_forms(model))]),
        None => page.t("p", words::NONE),
    }
    cited(page, "p.muted small", words::READING, quoted, assessment.tradeoff);
}

const fn element(model: Option<Alternative>) -> &'static str {
    match model {
        None => "li.you",
        // Between the other two; on narrow screens its name is below theirs.
        Some(Alternative::CoManaged) => "li.between",
        Some(_) => "li",
    }
}

/// The space before a point, as a share of the scale. A drawing, because its width needs no style.
fn space(page: &mut Page, position: f64) {
    let percent = (50.0 - position * 50.0) as i32;
    let width = [&*percent.to_string(), "%"].concat();
    page.add(view! { <svg class="space" width=width aria-hidden="true"></svg> }.into_any());
}
