//! A link out of the element.

use leptos::{ev::MouseEvent, prelude::*};

use crate::ui::{
    page::{Page, part_of},
    subtree::Content,
};

pub struct Link {
    pub class: &'static str,
    /// The public `part`, if it is not that of a button with the class.
    pub part: Option<&'static str>,
    pub href: String,
    /// `_blank` for a new tab, which cannot reach this one; `_top` to leave the page.
    pub target: &'static str,
    pub label: String,
}

impl Link {
    pub fn new(class: &'static str, href: String, target: &'static str, label: &str) -> Self {
        Self { class, part: None, href, target, label: label.to_owned() }
    }

    pub fn write(self, page: &mut Page) {
        self.write_with(page, Box::new(|_| {}));
    }

    /// Adds the link. `followed` is called before it is followed, and can prevent that.
    #[inline(never)]
    pub fn write_with(self, page: &mut Page, followed: Box<dyn Fn(MouseEvent) + Send>) {
        let Self { class, part, href, target, label } = self;
        let part = part.or(part_of(class));
        let rel = (target == "_blank").then_some("noopener");
        let link = view! {
            <a class=class part=part href=href target=target rel=rel on:click=followed>
                {Content::Text(label)}
            </a>
        };
        page.add(link.into_any());
    }
}
