//! A thin progress bar. Text next to it says the same.

use crate::ui::{drawing::Fit, page::Page};

#[inline(never)]
pub fn progress_bar(page: &mut Page, percent: u8) {
    page.drawing("headway", [0, 100, 4], Fit::Stretch, |shapes| {
        shapes.bar("span", [0, 0, percent.into(), 4]);
    });
}
