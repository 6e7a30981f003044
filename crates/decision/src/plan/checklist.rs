//! Questions to ask any provider.

use assessment::{Alternative, Assessment, ChecklistEntry};

/// The questions that fit a model, in model order. They apply to the provider that shows this tool as well.
pub fn checklist(assessment: &Assessment, alternative: Alternative) -> impl Iterator<Item = &'static ChecklistEntry> {
    assessment.checklist.iter().filter(move |entry| entry.applies_to.is_none_or(|a| a == alternative))
}
