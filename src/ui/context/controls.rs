//! Event handlers of controls. In a browser, these methods return the handler unchanged. There are no events elsewhere, so the
//! handler goes to the host, where tests call it. Tests find a button or choice by its label, a field by its id or label, and a
//! `details` element by its id.

use super::Ui;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::host::{Control, ControlKind};

#[cfg(target_arch = "wasm32")]
impl Ui {
    #[inline(always)]
    pub fn on_press(self, _: &str, act: impl Fn() + Send + 'static) -> impl Fn() + Send + 'static {
        act
    }

    #[inline(always)]
    pub fn on_tick(self, _: &str, act: impl Fn(bool) + Send + 'static) -> impl Fn(bool) + Send + 'static {
        act
    }

    #[inline(always)]
    pub fn on_input(self, _: &str, act: impl Fn(String) + Send + 'static) -> impl Fn(String) + Send + 'static {
        act
    }

    #[inline(always)]
    pub fn on_field(self, _: &str) {}

    #[inline(always)]
    pub fn on_open(self, _: &str, _: impl Fn() + Send + 'static) {}
}

#[cfg(not(target_arch = "wasm32"))]
impl Ui {
    pub fn on_press(self, name: &str, act: impl Fn() + Send + 'static) -> impl Fn() + Send + 'static {
        self.offer_control(ControlKind::Button, name, move |_| act());
        || {}
    }

    pub fn on_tick(self, name: &str, act: impl Fn(bool) + Send + 'static) -> impl Fn(bool) + Send + 'static {
        self.offer_control(ControlKind::Choice, name, move |value| act(value != "false"));
        |_| {}
    }

    pub fn on_input(self, name: &str, act: impl Fn(String) + Send + 'static) -> impl Fn(String) + Send + 'static {
        self.offer_control(ControlKind::Field, name, move |value| act(value.to_owned()));
        |_| {}
    }

    pub fn on_field(self, id: &str) {
        for (kind, before, is_left) in [(ControlKind::Field, "", true), (ControlKind::Typing, "typing in ", false)] {
            let field = id.to_owned();
            let put = move |text: &str| self.put_text(&field, text.to_owned(), is_left);
            self.offer_control(kind, &[before, id].concat(), put);
        }
    }

    pub fn on_open(self, name: &str, act: impl Fn() + Send + 'static) {
        self.offer_control(ControlKind::Details, name, move |_| act());
    }

    fn offer_control(self, kind: ControlKind, name: &str, act: impl Fn(&str) + 'static) {
        if let Some(host) = self.host() {
            host.offer(Control::new(kind, name, act));
        }
    }
}
