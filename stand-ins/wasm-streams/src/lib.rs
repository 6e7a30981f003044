//! Stands in for the crate of the same name: the server functions of Leptos bring it, cannot be switched off, and are never
//! called here.
//!
//! The real one exports classes for streams to JavaScript. What is exported is linked, with the futures behind it: 2 % of the
//! module, for nothing. This one has the functions that Leptos names, and exports nothing. They cannot be reached; if
//! Leptos ever called one, it would say so.

use futures_util::stream::Empty;
use wasm_bindgen::JsValue;

/// A stream that nobody has.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// # Panics
    /// Always: there are no server functions.
    pub fn from_stream<Stream>(_: Stream) -> Self {
        panic!("{ABSENT}")
    }

    /// The stream of the browser.
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
