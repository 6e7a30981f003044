//! The content.
