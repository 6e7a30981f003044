//! Checks of a release in addition to the tests: its dependencies, and whether it can be reproduced.

pub mod audit;
pub mod reproduce;
