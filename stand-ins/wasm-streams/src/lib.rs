//! Replaces the crate of the same name, a dependency of Leptos' server functions, which cannot be disabled and are never called
//! here.
//!
//! The original exports stream classes to JavaScript. Exports are always linked, with their futures: 2% of the module. This
//! crate has the functions that Leptos refers to, and no exports.

use futures_util::stream::Empty;
use wasm_bindgen::JsValue;

#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// # Panics
    /// Always: there are no server functions.
    pub fn from_stream<Stream>(_: Stream) -> Self {
        panic!("{ABSENT}")
    }

    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// # Panics
    /// Always: there are no server functions.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        panic!("{ABSENT}")
    }
}

const ABSENT: &str = "SupportFit is built without streams; see stand-ins/wasm-streams";
