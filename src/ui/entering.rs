//! Entering something into the plan, and what is said where it is refused.

use super::Ui;
use session::{Action, Refusal};

/// Enters something. Gives why it was refused; nothing was changed then.
#[inline(never)]
pub fn enter(ui: Ui, action: Action) -> Option<String> {
    ui.act(action);
    let refusal = ui.now(|session| match session.refusal() {
        Some(Refusal::Entry(refusal)) => Some(*refusal),
        _ => None,
    })?;
    let n = refusal.number().map(|n| ui.number(n)).unwrap_or_default();
    Some(ui.fill(refusal.text(), &[("n", &n)]))
}
