//! How far something has come, as a thin bar. What it says stands beside it in words.

use crate::ui::{drawing::Fit, page::Page};

/// So many percent of the way.
#[inline(never)]
pub fn headway(page: &mut Page, percent: u8) {
    page.drawing("headway", [0, 100, 4], Fit::Stretch, |shapes| {
        shapes.bar("span", [0, 0, percent.into(), 4]);
    });
}
