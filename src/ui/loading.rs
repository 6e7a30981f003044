//! The loading state of a module that the application fetches.

/// `T` is the table of functions through which the module is called.
#[derive(Clone, Copy)]
pub enum Loading<T> {
    NotRequested,
    Pending,
    /// The request failed.
    Missing,
    Ready(T),
}
