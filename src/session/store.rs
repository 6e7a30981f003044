//! Where drafts are kept.

use std::cell::RefCell;

use crate::json::Value;

/// Keeps one draft.
pub trait DraftStore {
    /// What is kept, if anything.
    ///
    /// # Errors
    /// [`StoreFault`] when nothing can be read.
    fn load(&self) -> Result<Option<Value>, StoreFault>;

    /// Keeps a draft in place of the earlier one.
    ///
    /// # Errors
    /// [`StoreFault`] when it was not kept; the earlier one is still there.
    fn save(&self, draft: &Value) -> Result<(), StoreFault>;

    /// Puts an unreadable draft aside, so that saving does not overwrite it.
    ///
    /// # Errors
    /// [`StoreFault`] when it could not be put aside.
    fn set_aside(&self) -> Result<(), StoreFault>;

    /// Removes everything that was kept.
    ///
    /// # Errors
    /// [`StoreFault`] when something is left.
    fn erase(&self) -> Result<(), StoreFault>;
}

/// Why nothing was kept or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser does not let this page keep anything.
    Blocked,
    /// There is no space left.
    Full,
    /// What is kept is not a document.
    Corrupt,
}

/// A store that lives as long as the page; for tests, and where the browser keeps nothing.
#[derive(Debug, Default)]
pub struct MemoryStore {
    kept: RefCell<Option<Value>>,
    aside: RefCell<Vec<Value>>,
}

impl MemoryStore {
    /// What was put aside.
    #[must_use]
    pub fn aside(&self) -> Vec<Value> {
        self.aside.borrow().clone()
    }
}

impl DraftStore for MemoryStore {
    fn load(&self) -> Result<Option<Value>, StoreFault> {
        Ok(self.kept.borrow().clone())
    }

    fn save(&self, draft: &Value) -> Result<(), StoreFault> {
        *self.kept.borrow_mut() = Some(draft.clone());
        Ok(())
    }

    fn set_aside(&self) -> Result<(), StoreFault> {
        self.aside.borrow_mut().extend(self.kept.borrow_mut().take());
        Ok(())
    }

    fn erase(&self) -> Result<(), StoreFault> {
        *self.kept.borrow_mut() = None;
        self.aside.borrow_mut().clear();
        Ok(())
    }
}
