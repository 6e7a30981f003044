//! Who does what if the work is shared.

use super::{Findings, Section};
use crate::{
    assessment::{Alternative, Side},
    i18n::key::ui::result::split as words,
    ui::{components::sources_of, page::Page},
};

/// The tasks of each side; exactly one side is in charge of each.
pub const SECTION: Section = Section { heading: "h4#split", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let assessment = page.ui.assessment();
    let Some(split) = &findings.plan.split else {
        page.t("p", words::NONE);
        return;
    };
    if findings.prepared.evaluation.leader != Alternative::CoManaged {
        page.t("p.muted", words::OTHER);
    }
    page.t("p", words::TEXT);
    page.within("div.columns", |page| {
        for (title, side) in [(words::INSIDE, Side::Internal), (words::OUTSIDE, Side::Provider)] {
            page.within("div", |page| {
                page.t("h5", title);
                page.within("ul", |page| {
                    for (function, accountable) in split.accountable(assessment) {
                        if accountable == side {
                            page.t("li", function.name);
                        }
                    }
                });
            });
        }
    });
    sources_of(page, assessment.function_sources);
}
