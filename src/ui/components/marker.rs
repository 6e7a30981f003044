//! The marker of a model: its own shape and color, always next to its name.

use crate::ui::{drawing::Fit, page::Page};
use assessment::Alternative;

pub const fn fill_class(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::InHouse => "fill in-house",
        Alternative::CoManaged => "fill co-managed",
        Alternative::Outsourced => "fill outsourced",
    }
}

/// A circle, a diamond or a square, 16 by 16 units.
const fn shape(alternative: Alternative) -> &'static str {
    match alternative {
        Alternative::InHouse => "M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2Z",
        Alternative::CoManaged => "M8 1l7 7-7 7-7-7Z",
        Alternative::Outsourced => "M2.5 2.5h11v11h-11Z",
    }
}

pub fn marker(page: &mut Page, alternative: Alternative) {
    page.drawing("marker", [0, 16, 16], Fit::Keep, |mark| mark.path(fill_class(alternative), shape(alternative)));
}

pub fn marked_name(page: &mut Page, alternative: Alternative) {
    marker(page, alternative);
    page.bare(" ");
    page.bare(page.ui.name(alternative));
}
