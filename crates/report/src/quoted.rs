//! Numbers for quotations, so that each is printed once.

use assessment::Citation;

/// Quotations in the order in which they were first cited. Their numbers are their places, from 1.
#[derive(Debug, Clone, Default)]
pub struct Quoted(Vec<Citation>);

impl Quoted {
    /// The numbers of quotations, ascending, each once.
    pub fn cite(&mut self, citations: &[Citation]) -> Vec<usize> {
        let mut numbers = Vec::with_capacity(citations.len());
        for citation in citations {
            let known = self.0.iter().position(|other| other.quote == citation.quote);
            if known.is_none() {
                self.0.push(*citation);
            }
            let n = known.map_or(self.0.len(), |place| place + 1);
            if let Err(place) = numbers.binary_search(&n) {
                numbers.insert(place, n);
            }
        }
        numbers
    }

    /// All of them, in the order of their numbers.
    #[must_use]
    pub fn all(&self) -> &[Citation] {
        &self.0
    }
}
