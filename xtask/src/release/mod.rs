//! A release, and what is checked of it in addition to the tests: its dependencies, and whether it can be reproduced.

pub mod audit;
pub mod make;
pub mod reproduce;
