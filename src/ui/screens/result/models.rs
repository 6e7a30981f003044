//! The three models, side by side.

use super::{Findings, Section};
use crate::ui::{components::model_card, page::Page};
use assessment::{Alternative, i18n::key::ui::result as words};

pub const SECTION: Section = Section { heading: "h4#models", title: words::MODELS, write };

fn write(page: &mut Page, findings: &Findings) {
    page.within("div.cards", |page| {
        for alternative in Alternative::ALL {
            model_card(page, &findings.prepared.evaluation, alternative);
        }
    });
}
