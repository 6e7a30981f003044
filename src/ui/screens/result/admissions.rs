//! The limits of the result, and its sources.

use super::{Findings, Section};
use crate::ui::page::Page;
use assessment::i18n::key::ui::result as words;
use report::ADMISSIONS;

pub const SECTION: Section = Section { heading: "h3#sources", title: words::ADMITS, write };

fn write(page: &mut Page, _: &Findings) {
    page.within("ul.small", |page| {
        for point in ADMISSIONS {
            page.t("li", point);
        }
    });
    page.t("h4", words::ARTICLES);
    page.within("ul.small", |page| {
        for source in page.ui.assessment().sources {
            page.t("li", source.name);
        }
    });
}
