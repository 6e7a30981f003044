//! The WebAssembly module. The loader calls the exports of [`support_fit::embed`].

// Links the library and its exports.
use support_fit as _;

fn main() {}
