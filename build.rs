//! Makes the linker keep the relocations that splitting needs.

use std::env;

fn main() {
    // See xtask/src/build/wasm.rs.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
