//! Charts and marks as SVG: one kind of picture, made of paths and labels in whole units. What a picture says stands beside
//! it in words or in a table, so the picture itself is hidden from screen readers.

use leptos::prelude::*;

use super::page::Page;

/// How a picture fills its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It keeps its proportions.
    Keep,
    /// It is stretched: for bars, whose length alone means something.
    Stretch,
}

/// The parts of a picture, each over those before it.
#[derive(Default)]
pub struct Shapes(Vec<AnyView>);

impl Shapes {
    /// A path; its color comes with its class.
    pub fn path(&mut self, class: &'static str, d: &str) {
        self.shape(class, d.to_owned(), None);
    }

    /// A path that is drawn around the origin, at a place of the picture.
    pub fn path_at(&mut self, class: &'static str, d: &str, [x, y]: [i32; 2]) {
        let mut place = String::from("translate(");
        push(&mut place, "", x);
        push(&mut place, " ", y);
        place.push(')');
        self.shape(class, d.to_owned(), Some(place));
    }

    /// A filled rectangle.
    #[inline(never)]
    pub fn bar(&mut self, class: &'static str, [left, top, width, height]: [i32; 4]) {
        let mut d = String::new();
        for (before, n) in [("M", left), (" ", top), ("h", width), ("v", height), ("h", -width)] {
            push(&mut d, before, n);
        }
        d.push('z');
        self.shape(class, d, None);
    }

    /// A straight line.
    #[inline(never)]
    pub fn line(&mut self, class: &'static str, [from_x, from_y, to_x, to_y]: [i32; 4]) {
        let mut d = String::new();
        for (before, n) in [("M", from_x), (" ", from_y), ("L", to_x), (" ", to_y)] {
            push(&mut d, before, n);
        }
        self.shape(class, d, None);
    }

    /// A word.
    #[inline(never)]
    pub fn label(&mut self, class: &'static str, [x, y]: [i32; 2], words: &str) {
        let words = words.to_owned();
        self.0.push(view! { <text class=class x=x y=y>{words}</text> }.into_any());
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
    /// A picture of the size `width` × `height` whose first unit is at `left`.
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
            {shapes.0}
        </svg>
    }
    .into_any()
}
