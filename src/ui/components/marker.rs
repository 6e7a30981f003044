//! The mark of a model: a shape and a color of its own, always beside its name.

use leptos::prelude::*;

use crate::assessment::Alternative;

/// The classes that carry the model's color, and whether it leads.
pub const fn model_class(alternative: Alternative, leads: bool) -> &'static str {
    match (alternative, leads) {
        (Alternative::InHouse, false) => "in-house",
        (Alternative::CoManaged, false) => "co-managed",
        (Alternative::Outsourced, false) => "outsourced",
        (Alternative::InHouse, true) => "in-house leads",
        (Alternative::CoManaged, true) => "co-managed leads",
        (Alternative::Outsourced, true) => "outsourced leads",
    }
}

/// A circle, a diamond or a square.
pub fn marker(alternative: Alternative) -> AnyView {
    let (class, shape) = match alternative {
        Alternative::InHouse => ("marker in-house", "M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2Z"),
        Alternative::CoManaged => ("marker co-managed", "M8 1l7 7-7 7-7-7Z"),
        Alternative::Outsourced => ("marker outsourced", "M2.5 2.5h11v11h-11Z"),
    };
    view! { <svg class=class viewBox="0 0 16 16" aria-hidden="true"><path d=shape></path></svg> }.into_any()
}
