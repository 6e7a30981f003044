//! The setting `contact`: how visitors can write to the provider. Read by the contact module only.

mod read;
mod secret;

#[cfg(feature = "documentation")]
pub use read::MOST_QUESTIONS;
pub(super) use read::check_questions;
pub use read::{FIELDS, LONGEST_EMAIL, PARTS, RECEIVERS};
#[cfg(feature = "documentation")]
pub(super) use read::{MOST_OWN_FIELDS, REGIONS};
#[cfg(feature = "documentation")]
pub use secret::is_secret;
#[cfg(feature = "documentation")]
pub(super) use secret::{LEAST as LEAST_OF_A_SECRET, PREFIXES as SECRETS};

/// Where a message goes, and what it can contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub receiver: Receiver,
    /// The provider's email address, also offered beside the other receivers.
    pub email: Option<String>,
    /// What is asked, in the order of the form; at least an email address or a phone number is among them.
    pub fields: Vec<Field>,
    /// How many of the fields, at the end, are questions of the provider, which the form asks as such.
    pub questions: usize,
    /// Names at the receiver for parts of the message that it calls otherwise, by our name.
    pub names: Vec<(String, String)>,
    /// What the receiver gets with every message, such as the id of a form.
    pub extra: Vec<(String, String)>,
    /// Whether visitors can send their result and answers along.
    pub with_answers: bool,
    /// Whether visitors can ask for news. The settings have whom it is from.
    pub with_news: bool,
}

/// How the message is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receiver {
    /// An endpoint that takes JSON. It sees the id of the message, so that the message can be repeated.
    Json {
        url: String,
        idempotency_header: bool,
    },
    /// An endpoint that takes the entries of an HTML form, and whose answer can be read.
    Form {
        url: String,
    },
    HubSpot(HubSpot),
    /// An endpoint that takes the entries of an HTML form, and answers with a page that cannot be read.
    Post {
        url: String,
    },
    /// The visitor's email program. [`Contact::email`] is set.
    Mailto,
    /// The page around the element.
    Event,
}

impl Receiver {
    /// Its name in the settings.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Json { .. } => "json",
            Self::Form { .. } => "form",
            Self::HubSpot(_) => "hubspot",
            Self::Post { .. } => "post",
            Self::Mailto => "mailto",
            Self::Event => "event",
        }
    }

    /// Whether it takes the message as a tree, for programs. Others take texts.
    #[must_use]
    pub const fn takes_tree(&self) -> bool {
        matches!(self, Self::Json { .. } | Self::Event)
    }
}

/// A form of HubSpot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubSpot {
    /// Digits.
    pub portal_id: String,
    /// A UUID.
    pub form_id: String,
    /// Whether the account is in the European Union.
    pub is_european: bool,
    /// Whether the tracking cookie `hubspotutk` of the page is sent along.
    pub with_cookie: bool,
    /// Digits. The kind of news that the visitor can ask for.
    pub subscription: Option<String>,
}

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub kind: FieldKind,
    pub is_required: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    Name,
    Email,
    Phone,
    Organization,
    Role,
    Message,
    /// A field of the provider.
    Own {
        /// Its name in the message.
        name: String,
        label: String,
        /// Empty for a text.
        choices: Vec<String>,
    },
}

impl FieldKind {
    /// Our name of what is entered, as in the message and in the settings.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Organization => "organization",
            Self::Role => "role",
            Self::Message => "message",
            Self::Own { name, .. } => name,
        }
    }
}
