//! WebAssembly entry. The page's loader calls the exports of [`support_fit::embed`]; there is nothing to run by itself.

// Links the library, so that its exports are part of the module.
use support_fit as _;

fn main() {}
