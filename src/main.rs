//! WebAssembly entry point. The loader calls the exports of [`support_fit::embed`]; `main` does nothing.

// Links the library so that the module contains its exports.
use support_fit as _;

fn main() {}
