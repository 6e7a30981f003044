//! Views that Leptos lacks: a subtree that is replaced as a whole, and content that survives page translators.
//!
//! A translator replaces or changes text nodes at any time, and removes comments, but keeps elements. Leptos updates its own text
//! nodes and finds places by comments, so it gets neither: a text is the only content of its element, and changes as a whole.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    html::custom,
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::types,
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr, any_view::AnyViewState},
    },
};

use session::Place;

/// The view of a place. It is updated in place, and replaced as a whole when the place changes, so that no screen inherits DOM
/// state from another, such as an open `details` or the focus.
pub struct Screen {
    pub place: Place,
    pub view: AnyView,
}

pub struct ScreenState {
    place: Place,
    view: AnyViewState,
}

impl Render for Screen {
    type State = ScreenState;

    fn build(self) -> ScreenState {
        ScreenState { place: self.place, view: self.view.build() }
    }

    fn rebuild(self, state: &mut ScreenState) {
        if self.place == state.place {
            return self.view.rebuild(&mut state.view);
        }
        let mut new = self.build();
        state.view.insert_before_this(&mut new);
        state.view.unmount();
        *state = new;
    }
}

impl Mountable for ScreenState {
    fn unmount(&mut self) {
        self.view.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.view.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.view.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        self.view.elements()
    }
}

/// The content of an element, and all of it. A changed text replaces whatever a translator has put there.
pub enum Content {
    Text(String),
    /// A text that changes with the signals it reads.
    Live(Box<dyn Fn() -> String + Send>),
    Parts(Vec<AnyView>),
}

impl Content {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

#[derive(Default)]
pub struct ContentState {
    /// Shown once the element is known.
    next: Option<Content>,
    element: Option<types::Element>,
    /// The text, unless there are parts.
    text: Rc<RefCell<Option<String>>>,
    parts: Vec<AnyViewState>,
    effect: Option<RenderEffect<()>>,
}

impl ContentState {
    fn show(&mut self, content: Content) {
        let Some(element) = &self.element else { return };
        self.effect = None;
        match content {
            Content::Text(text) => {
                self.parts.clear();
                set_text(element, &self.text, text);
            }
            Content::Live(read) => {
                self.parts.clear();
                let (element, shown) = (element.clone(), Rc::clone(&self.text));
                self.effect = Some(RenderEffect::new(move |_| set_text(&element, &shown, read())));
            }
            Content::Parts(parts) if parts.is_empty() || self.parts.is_empty() => {
                if self.text.take().is_some() || !self.parts.is_empty() {
                    element.set_text_content(None);
                }
                self.parts = build(parts);
                for part in &mut self.parts {
                    part.mount(element, None);
                }
            }
            Content::Parts(parts) => update(parts, &mut self.parts),
        }
    }
}

fn set_text(element: &types::Element, shown: &RefCell<Option<String>>, text: String) {
    let text = Some(text);
    if *shown.borrow() != text {
        element.set_text_content(text.as_deref());
        shown.replace(text);
    }
}

impl Render for Content {
    type State = ContentState;

    fn build(self) -> ContentState {
        ContentState { next: Some(self), ..ContentState::default() }
    }

    fn rebuild(self, state: &mut ContentState) {
        state.show(self);
    }
}

impl Mountable for ContentState {
    /// The element is removed as a whole.
    fn unmount(&mut self) {}

    fn mount(&mut self, parent: &types::Element, _: Option<&types::Node>) {
        self.element = Some(parent.clone());
        if let Some(content) = self.next.take() {
            self.show(content);
        }
    }

    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

/// Views with others around them. If there are none, an invisible element keeps their place.
pub struct Parts(pub Vec<AnyView>);

impl Parts {
    fn or_placeholder(self) -> Vec<AnyView> {
        if self.0.is_empty() { vec![custom("TEMPLATE").into_any()] } else { self.0 }
    }
}

pub struct PartsState(Vec<AnyViewState>);

impl Render for Parts {
    type State = PartsState;

    fn build(self) -> PartsState {
        PartsState(build(self.or_placeholder()))
    }

    fn rebuild(self, state: &mut PartsState) {
        update(self.or_placeholder(), &mut state.0);
    }
}

impl Mountable for PartsState {
    fn unmount(&mut self) {
        for part in &mut self.0 {
            part.unmount();
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        for part in &mut self.0 {
            part.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.iter().any(|part| part.insert_before_this(child))
    }

    fn elements(&self) -> Vec<types::Element> {
        self.0.iter().flat_map(AnyViewState::elements).collect()
    }
}

fn build(parts: Vec<AnyView>) -> Vec<AnyViewState> {
    parts.into_iter().map(AnyView::build).collect()
}

/// Updates parts in place by their positions. There is at least one before and after.
fn update(parts: Vec<AnyView>, states: &mut Vec<AnyViewState>) {
    for mut state in states.drain(parts.len().min(states.len())..) {
        state.unmount();
    }
    let mut parts = parts.into_iter();
    for (state, part) in states.iter_mut().zip(parts.by_ref()) {
        part.rebuild(state);
    }
    for part in parts {
        let mut state = part.build();
        if let Some(last) = states.last().and_then(|last| last.elements().pop())
            && let Some(parent) = last.parent_element()
        {
            state.mount(&parent, last.next_sibling().as_ref());
        }
        states.push(state);
    }
}

/// The views in HTML, for native tests.
trait Views {
    fn views(self) -> Vec<AnyView>;
}

impl Views for Screen {
    fn views(self) -> Vec<AnyView> {
        vec![self.view]
    }
}

impl Views for Content {
    fn views(self) -> Vec<AnyView> {
        match self {
            Self::Text(text) => vec![text.into_any()],
            Self::Live(read) => vec![read().into_any()],
            Self::Parts(parts) => parts,
        }
    }
}

impl Views for Parts {
    fn views(self) -> Vec<AnyView> {
        self.or_placeholder()
    }
}

/// Ignores attributes added from outside. Nothing is hydrated: JavaScript takes over the loader's first screen.
macro_rules! render_views {
    ($($view:ty),*) => {$(
        impl AddAnyAttr for $view {
            type Output<SomeNewAttr: Attribute> = Self;

            fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
                self
            }
        }

        impl RenderHtml for $view {
            type AsyncOutput = Self;
            type Owned = Self;
            const MIN_LENGTH: usize = 0;

            /// Nothing waits for data.
            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(
                self,
                buf: &mut String,
                position: &mut Position,
                escape: bool,
                mark_branches: bool,
                extra_attrs: Vec<AnyAttribute>,
            ) {
                for view in self.views() {
                    view.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs.clone());
                }
            }

            fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
                self.build()
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    )*};
}

render_views!(Screen, Content, Parts);
