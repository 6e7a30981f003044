//! Checks of a release beyond its tests: its dependencies, and that the sources produce it.

pub mod audit;
pub mod reproduce;
