//! Has the linker keep what the shipped build needs.

use std::env;

fn main() {
    // The build takes the module apart (xtask/src/build/split.rs), for which it has to know what refers to what.
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
