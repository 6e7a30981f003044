//! The contact module: the form with which a visitor writes to the provider.
//!
//! The build moves code that is reachable only from the split point `contact` into a module of its own
//! (`xtask/src/build/wasm.rs`). It is fetched, with its words, its style sheet and its script, when an answer is shown on a page
//! with a contact (`src/ui/context/contact.rs`), and never otherwise.
//!
//! Code outside of this folder must call it only through the table [`ContactScreens`]. A direct call pulls the function and
//! everything it needs into another module; the release build then fails and names the functions.

mod checking;
mod desk;
mod form;
mod message;
mod outcome;
mod own_form;
mod section;
mod stage;

use std::sync::Arc;

#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{context::Prepared, loading::Loading, page::Page};

/// The loading state of the contact module.
pub type Contact = Loading<&'static ContactScreens>;

/// What the later module calls in the contact module.
pub struct ContactScreens {
    /// Renders the form for a result.
    pub write: fn(&mut Page, &Arc<Prepared>),
}

static CONTACT_SCREENS: ContactScreens = ContactScreens { write: section::section };

#[cfg(feature = "split")]
#[wasm_split(contact, fallible)]
pub fn contact() -> Result<&'static ContactScreens, SplitLoaderError> {
    Ok(&CONTACT_SCREENS)
}

/// Without the feature `split`, as in tests, there is only one module.
#[cfg(not(feature = "split"))]
pub async fn contact() -> Result<&'static ContactScreens, core::convert::Infallible> {
    Ok(&CONTACT_SCREENS)
}
