//! Two kinds of view that Leptos lacks: a subtree that is replaced as a whole, and text that survives page translators.

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{Rndr, types},
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

/// A text node. If it is no longer in the document when the text changes, the new text replaces all content of its parent: page
/// translators replace text nodes with their own elements, which must be removed.
pub struct Text(pub String);

pub struct TextState {
    text: String,
    node: types::Text,
    element: Option<types::Element>,
}

impl Render for Text {
    type State = TextState;

    fn build(self) -> TextState {
        TextState { node: Rndr::create_text_node(&self.0), text: self.0, element: None }
    }

    fn rebuild(self, state: &mut TextState) {
        if self.0 != state.text {
            let mut new = self.build();
            if !state.insert_before_this(&mut new)
                && let Some(element) = &state.element
            {
                element.set_text_content(None);
                new.mount(element, None);
            }
            state.unmount();
            *state = new;
        }
    }
}

impl Mountable for TextState {
    fn unmount(&mut self) {
        self.node.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.node.mount(parent, marker);
        self.element = Some(parent.clone());
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

/// Ignores attributes added from outside. Nothing is hydrated: JavaScript takes over the loader's first screen.
macro_rules! render_as {
    ($view:ty, $inner:tt) => {
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

            fn dry_resolve(&mut self) {
                self.$inner.dry_resolve();
            }

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
                self.$inner.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
            }

            fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
                self.build()
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}

render_as!(Screen, view);
render_as!(Text, 0);
