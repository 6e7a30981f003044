//! Decision analysis.
