//! What controls do. A browser calls it when an event fires. Elsewhere there are no events, so it is handed to the host: this is
//! how tests use a control.

use super::Ui;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::host::{Control, ControlKind};

#[cfg(target_arch = "wasm32")]
impl Ui {
    /// What pressing a button does; the button is known by its label.
    #[inline(always)]
    pub fn presses(self, _: &str, act: impl Fn() + Send + 'static) -> impl Fn() + Send + 'static {
        act
    }

    /// What choosing or ticking does; the choice is known by its label.
    #[inline(always)]
    pub fn ticks(self, _: &str, act: impl Fn(bool) + Send + 'static) -> impl Fn(bool) + Send + 'static {
        act
    }

    /// What entering a text does; the field is known by its id or label.
    #[inline(always)]
    pub fn enters(self, _: &str, act: impl Fn(String) + Send + 'static) -> impl Fn(String) + Send + 'static {
        act
    }

    /// What unfolding does; the fold-out is known by its id.
    #[inline(always)]
    pub fn unfolds(self, _: &str, _: impl Fn() + Send + 'static) {}
}

#[cfg(not(target_arch = "wasm32"))]
impl Ui {
    /// What pressing a button does; the button is known by its label.
    pub fn presses(self, name: &str, act: impl Fn() + Send + 'static) -> impl Fn() + Send + 'static {
        self.offer_control(ControlKind::Button, name, move |_| act());
        || {}
    }

    /// What choosing or ticking does; the choice is known by its label.
    pub fn ticks(self, name: &str, act: impl Fn(bool) + Send + 'static) -> impl Fn(bool) + Send + 'static {
        self.offer_control(ControlKind::Choice, name, move |value| act(value != "false"));
        |_| {}
    }

    /// What entering a text does; the field is known by its id or label.
    pub fn enters(self, name: &str, act: impl Fn(String) + Send + 'static) -> impl Fn(String) + Send + 'static {
        self.offer_control(ControlKind::Field, name, move |value| act(value.to_owned()));
        |_| {}
    }

    /// What unfolding does; the fold-out is known by its id.
    pub fn unfolds(self, name: &str, act: impl Fn() + Send + 'static) {
        self.offer_control(ControlKind::Fold, name, move |_| act());
    }

    fn offer_control(self, kind: ControlKind, name: &str, act: impl Fn(&str) + 'static) {
        if let Some(host) = self.host() {
            host.offer(Control::new(kind, name, act));
        }
    }
}
