//! Undo and redo.

/// The versions of something, and which one counts.
#[derive(Debug, Clone)]
pub struct History<T> {
    past: Vec<T>,
    now: T,
    future: Vec<T>,
    /// The place of the last change, to which typing adds.
    place: Option<String>,
}

/// Older versions are dropped.
const LONGEST: usize = 200;

impl<T: Clone + PartialEq> History<T> {
    pub const fn new(now: T) -> Self {
        Self { past: Vec::new(), now, future: Vec::new(), place: None }
    }

    pub const fn now(&self) -> &T {
        &self.now
    }

    /// A change. Several at the same place, one after the other, are undone together, as while typing into one field.
    /// `None` is a place of its own.
    pub fn change(&mut self, to: T, place: Option<&str>) {
        if to == self.now {
            return;
        }
        self.future.clear();
        if place.is_none() || self.place.as_deref() != place {
            if self.past.len() == LONGEST {
                self.past.remove(0);
            }
            self.past.push(self.now.clone());
        }
        self.place = place.map(str::to_owned);
        self.now = to;
    }

    /// What follows at the same place is a change of its own, as after leaving a field.
    pub fn leave(&mut self) {
        self.place = None;
    }

    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    pub fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
        }
        self.place = None;
    }

    pub fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
        }
        self.place = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_into_one_field_is_undone_at_once() {
        let mut history = History::new(0);
        for n in 1..=3 {
            history.change(n, Some("name"));
        }
        history.leave();
        history.change(4, Some("name"));
        history.undo();
        assert_eq!(*history.now(), 3);
        history.undo();
        assert_eq!(*history.now(), 0);
        assert!(!history.can_undo());
        history.redo();
        assert_eq!(*history.now(), 3);
    }

    #[test]
    fn a_change_after_undo_ends_redo() {
        let mut history = History::new(0);
        history.change(1, None);
        history.undo();
        history.change(2, None);
        assert!(!history.can_redo());
        history.undo();
        assert_eq!(*history.now(), 0);
    }

    #[test]
    fn a_change_to_the_same_is_none() {
        let mut history = History::new(0);
        history.change(0, None);
        assert!(!history.can_undo());
    }
}
