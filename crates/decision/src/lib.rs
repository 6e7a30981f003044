//! What follows from the answers. Data flows one way: the content and [responses](response) make an [evaluation], from which
//! follow an [explanation] and a [plan] with what was entered beside the answers, the [worksheet]. A [comparison] sets
//! several people's answers side by side. Nothing here words anything.

pub mod comparison;
pub mod evaluation;
pub mod explanation;
pub mod plan;
pub mod response;
pub mod worksheet;
