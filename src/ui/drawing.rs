//! Charts and markers as SVG, made of paths in whole units. Text or a table next to each drawing says the same, so
//! the drawing itself is hidden from screen readers.

use leptos::prelude::*;

use super::{page::Page, subtree::Content};

/// The `preserveAspectRatio` of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    Keep,
    /// For bars, where only the length means something.
    Stretch,
}

/// The shapes of a drawing; later ones cover earlier ones.
#[derive(Default)]
pub struct Shapes(Vec<AnyView>);

impl Shapes {
    /// Adds a path. The class sets its color.
    pub fn path(&mut self, class: &'static str, d: &str) {
        self.shape(class, d.to_owned(), None);
    }

    /// Adds a path, moved by `[x, y]`.
    pub fn path_at(&mut self, class: &'static str, d: &str, [x, y]: [i32; 2]) {
        let mut place = String::from("translate(");
        push(&mut place, "", x);
        push(&mut place, " ", y);
        place.push(')');
        self.shape(class, d.to_owned(), Some(place));
    }

    #[inline(never)]
    pub fn bar(&mut self, class: &'static str, [left, top, width, height]: [i32; 4]) {
        let mut d = String::new();
        for (before, n) in [("M", left), (" ", top), ("h", width), ("v", height), ("h", -width)] {
            push(&mut d, before, n);
        }
        d.push('z');
        self.shape(class, d, None);
    }

    #[inline(never)]
    pub fn line(&mut self, class: &'static str, [from_x, from_y, to_x, to_y]: [i32; 4]) {
        let mut d = String::new();
        for (before, n) in [("M", from_x), (" ", from_y), ("L", to_x), (" ", to_y)] {
            push(&mut d, before, n);
        }
        self.shape(class, d, None);
    }

    #[inline(never)]
    fn shape(&mut self, class: &'static str, d: String, transform: Option<String>) {
        self.0.push(view! { <path class=class d=d transform=transform></path> }.into_any());
    }
}

fn push(text: &mut String, before: &str, n: i32) {
    text.push_str(before);
    text.push_str(&n.to_string());
}

impl Page {
    /// Adds a drawing. Its bounds are `[left, width, height]`.
    pub fn drawing(&mut self, class: &'static str, bounds: [i32; 3], fit: Fit, draw: impl FnOnce(&mut Shapes)) {
        let mut shapes = Shapes::default();
        draw(&mut shapes);
        self.add(picture(class, bounds, fit, shapes));
    }
}

#[inline(never)]
fn picture(class: &'static str, [left, width, height]: [i32; 3], fit: Fit, shapes: Shapes) -> AnyView {
    let mut view_box = String::new();
    for (before, n) in [("", left), (" ", 0), (" ", width), (" ", height)] {
        push(&mut view_box, before, n);
    }
    let ratio = if fit == Fit::Stretch { "none" } else { "xMidYMid" };
    view! {
        <svg class=class viewBox=view_box preserveAspectRatio=ratio aria-hidden="true">
            {Content::Parts(shapes.0)}
        </svg>
    }
    .into_any()
}
