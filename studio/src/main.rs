//! WebAssembly entry point. The scripts call the exports of the library; `main` does nothing.

// Links the library so that the module contains its exports.
use support_fit_studio as _;

fn main() {}
