//! Has the linker keep what the shipped build needs.

use std::env;

fn main() {
    // The build splits the module (xtask/src/build/wasm.rs), for which it has to know what refers to what.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
