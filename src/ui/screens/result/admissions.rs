//! How the result was scored, its limits, how it was tested, and its sources.

use crate::ui::page::Page;
use assessment::i18n::{
    Key,
    key::{
        disclosure,
        ui::{report::VERSION, result as words},
    },
};

/// Titles and what is said under them; together all [`report::ADMISSIONS`].
const PARTS: [(Key, &[Key]); 3] = [
    (words::admits_part::SCORED, &[words::ADMITS_LEVELS, words::ADMITS_WEIGHTS, words::ADMITS_SURE]),
    (words::admits_part::LIMITS, &[disclosure::SOURCES]),
    (words::admits_part::TESTED, &[words::ADMITS_CALIBRATION]),
];

pub fn view(page: &mut Page) {
    let assessment = page.ui.assessment();
    page.within("section.limits", |page| {
        page.t("h3#sources", words::ADMITS);
        for (title, points) in PARTS {
            page.within("section.headed", |page| {
                page.t("h4", title);
                page.within("div", |page| points.iter().for_each(|point| page.t("p", *point)));
            });
        }
        page.within("section.headed", |page| {
            page.t("h4", words::ARTICLES);
            page.within("ol", |page| {
                for source in assessment.sources {
                    page.t("li", source.name);
                }
            });
        });
        page.fill("p.muted small", VERSION, &[("version", assessment.version)]);
    });
}
