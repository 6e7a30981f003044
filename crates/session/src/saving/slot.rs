//! One saved text, and backups of texts that could not be read.

use super::{KeyValueStore, StoreFault};

/// Maximum number of backups. After that an unreadable text stays under its key, and nothing may overwrite it.
const MOST_BACKUPS: u8 = 9;

/// A text under a key.
#[derive(Debug, Clone)]
pub struct Slot<S> {
    store: S,
    key: String,
}

impl<S: KeyValueStore> Slot<S> {
    /// The text under `key`.
    #[must_use]
    pub const fn new(store: S, key: String) -> Self {
        Self { store, key }
    }

    /// The key of the text.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The saved text.
    ///
    /// # Errors
    /// [`StoreFault`] if it cannot be read.
    pub fn load(&self) -> Result<Option<String>, StoreFault> {
        self.store.get(&self.key)
    }

    /// Replaces the saved text.
    ///
    /// # Errors
    /// [`StoreFault`] if it was not saved; the earlier text is still there.
    pub fn save(&self, text: &str) -> Result<(), StoreFault> {
        self.store.set(&self.key, text)
    }

    /// Copies the saved text to the first free backup key, so that it may be overwritten.
    ///
    /// # Errors
    /// [`StoreFault`] if there is no backup; the text must not be overwritten then.
    pub fn back_up(&self) -> Result<(), StoreFault> {
        let Some(text) = self.load()? else { return Ok(()) };
        for key in self.backup_keys() {
            match self.store.get(&key)? {
                Some(backup) if backup == text => return Ok(()),
                Some(_) => {}
                None => return self.store.set(&key, &text),
            }
        }
        Err(StoreFault::Full)
    }

    /// The latest backup that can be read.
    #[must_use]
    pub fn latest_backup(&self) -> Option<String> {
        self.backup_keys().filter_map(|key| self.store.get(&key).ok()?).last()
    }

    /// Removes the text.
    ///
    /// # Errors
    /// [`StoreFault`] if it was not removed.
    pub fn remove(&self) -> Result<(), StoreFault> {
        self.store.remove(&self.key)
    }

    /// Removes the text if it is ours.
    ///
    /// # Errors
    /// [`StoreFault`] if it may be left.
    pub fn erase_if(&self, is_ours: &dyn Fn(&str) -> bool) -> Result<(), StoreFault> {
        self.remove_if(&self.key, is_ours)
    }

    /// Removes the backups that are ours, those that can be removed even if others cannot.
    ///
    /// # Errors
    /// The first [`StoreFault`]; something may be left then.
    pub fn erase_backups_if(&self, is_ours: &dyn Fn(&str) -> bool) -> Result<(), StoreFault> {
        let mut erased = Ok(());
        for key in self.backup_keys() {
            erased = erased.and(self.remove_if(&key, is_ours));
        }
        erased
    }

    /// Removes the text and its backups as far as they are ours, those that can be removed even if others cannot.
    ///
    /// # Errors
    /// The first [`StoreFault`]; something may be left then.
    pub fn erase_all_if(&self, is_ours: &dyn Fn(&str) -> bool) -> Result<(), StoreFault> {
        self.erase_backups_if(is_ours).and(self.erase_if(is_ours))
    }

    fn remove_if(&self, key: &str, is_ours: &dyn Fn(&str) -> bool) -> Result<(), StoreFault> {
        match self.store.get(key)? {
            Some(text) if is_ours(&text) => self.store.remove(key),
            _ => Ok(()),
        }
    }

    fn backup_keys(&self) -> impl Iterator<Item = String> + '_ {
        (1..=MOST_BACKUPS)
            .map(|n| if n == 1 { format!("{}.aside", self.key) } else { format!("{}.aside-{n}", self.key) })
    }
}
