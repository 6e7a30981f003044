//! What a release is held to beyond its tests: what it depends on, and that the sources make it.

pub mod audit;
pub mod reproduce;
