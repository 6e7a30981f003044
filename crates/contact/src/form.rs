//! What the visitor entered, checked when it is sent.

use assessment::text::{self, is_longer, is_unsafe, is_unseen, newlines};
use config::{Contact, Field, FieldKind, LONGEST_EMAIL};

/// What the visitor entered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// One string for each of [`Contact::fields`], in that order, as entered.
    pub fields: Vec<String>,
    /// Whether the box "send my result and answers too" is ticked.
    pub with_result: bool,
    /// Whether the box for news is ticked.
    pub with_news: bool,
    /// The content of the trap, a field that people do not see.
    pub trap: String,
}

/// Why an entered string is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing visible, in a required field.
    Missing,
    NotAnEmail,
    /// More than this many characters.
    TooLong(usize),
    /// Not one of the choices.
    NotAChoice,
}

/// The faults, each with the index of its field, in the order of the fields and at most one per field. Empty: the message
/// can be sent.
#[must_use]
pub fn check(contact: &Contact, typed: &Typed) -> Vec<(usize, Fault)> {
    let mut faults = Vec::new();
    for (n, field) in contact.fields.iter().enumerate() {
        let text = typed.text(n, &field.kind);
        if let Some(fault) = fault_of(field, &text) {
            faults.push((n, fault));
        }
    }
    faults
}

/// Maximum length of what is entered into a field, in characters.
#[must_use]
pub const fn most_characters(kind: &FieldKind) -> usize {
    match kind {
        FieldKind::Name | FieldKind::Organization | FieldKind::Role => 100,
        FieldKind::Email => LONGEST_EMAIL,
        FieldKind::Phone => 50,
        FieldKind::Message => 2_000,
        FieldKind::Own { .. } => 200,
    }
}

fn fault_of(field: &Field, text: &str) -> Option<Fault> {
    if text.is_empty() {
        return field.is_required.then_some(Fault::Missing);
    }
    let most = most_characters(&field.kind);
    match &field.kind {
        FieldKind::Own { choices, .. } if !choices.is_empty() => {
            (!choices.iter().any(|choice| choice == text)).then_some(Fault::NotAChoice)
        }
        _ if is_longer(text, most) => Some(Fault::TooLong(most)),
        FieldKind::Email if !is_email(text) => Some(Fault::NotAnEmail),
        _ => None,
    }
}

impl Typed {
    /// What is sent of the field at this index: trimmed, without characters that nobody sees, and on one line unless it is
    /// the message. Empty if nothing is visible.
    #[must_use]
    pub(crate) fn text(&self, index: usize, kind: &FieldKind) -> String {
        let Some(typed) = self.fields.get(index) else { return String::new() };
        match kind {
            FieldKind::Message => lines(typed),
            // Compared with the choices, which can contain anything that a label can.
            FieldKind::Own { choices, .. } if !choices.is_empty() => typed.clone(),
            _ => text::name(typed, usize::MAX),
        }
    }
}

/// Several lines, with the breaks `\n`.
fn lines(typed: &str) -> String {
    let mut text = String::with_capacity(typed.len());
    for c in newlines(typed).chars() {
        if c == '\t' {
            text.push(' ');
        } else if c == '\n' || !is_unsafe(c) {
            text.push(c);
        }
    }
    text::visible(&text).unwrap_or_default().to_owned()
}

/// Whether it is something like `a@b.c`. Only the receiver can know more.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_part = |part: &str| !part.is_empty() && !part.chars().any(|c| c == '@' || c.is_whitespace() || is_unseen(c));
    is_part(local) && domain.split('.').count() >= 2 && domain.split('.').all(is_part)
}
