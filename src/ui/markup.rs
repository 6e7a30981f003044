//! Elements as plain calls. Each shape of a `view!` is a type of its own and costs the visitor about a kilobyte; these few
//! serve every screen. `view!` stays for controls.
//!
//! A subtree of a `view!` in which everything is fixed is set as HTML text, which a page with trusted types forbids: give
//! such an element one value that is not a literal.

use leptos::{html::custom, prelude::*};

/// An element with a class (or none, if empty) and children.
pub fn el(tag: &'static str, class: &'static str, children: Vec<AnyView>) -> AnyView {
    // In capitals, as the browser names it: a rebuild compares the two, and draws the element anew where they differ.
    custom(tag.to_ascii_uppercase()).attr("class", (!class.is_empty()).then_some(class)).child(children).into_any()
}

/// A text.
pub fn text(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}

/// An element that holds a text alone.
pub fn el_text(tag: &'static str, class: &'static str, content: impl Into<String>) -> AnyView {
    el(tag, class, vec![text(content)])
}

/// A part that follows what it reads.
pub fn live(part: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let part: Box<dyn Fn() -> AnyView + Send> = Box::new(part);
    (move || part()).into_any()
}

/// Some parts without an element around them; none is nothing.
pub fn parts(parts: Vec<AnyView>) -> AnyView {
    parts.into_any()
}

/// A button that does something.
pub fn button(class: &'static str, label: &'static str, act: impl Fn() + Send + 'static) -> AnyView {
    let act: Box<dyn Fn() + Send> = Box::new(act);
    view! { <button type="button" class=class on:click=move |_| act()>{label}</button> }.into_any()
}

/// A fold-out.
pub fn fold(class: &'static str, summary: impl Into<String>, children: Vec<AnyView>) -> AnyView {
    let mut all = vec![el_text("summary", "", summary)];
    all.extend(children);
    el("details", class, all)
}
