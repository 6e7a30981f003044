//! Everything computed from the answers. Data flows one way: content and [responses](response) give an [evaluation], from
//! which follow an [explanation] and, with the visitor's entries in the [worksheet], a [plan]. A [comparison] shows several
//! people's answers side by side. The wording is in the crate `report`.

pub mod comparison;
pub mod evaluation;
pub mod explanation;
pub mod fairness;
pub mod plan;
pub mod response;
pub mod worksheet;
