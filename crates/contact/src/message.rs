//! What is sent. [`Message::entries`] makes it, and everything else is made from that: the request, and what the visitor
//! sees before sending.

use assessment::{json::Value, text};
use config::{Contact, FieldKind, HubSpot, Receiver};

use super::{
    form::Typed,
    request::{MailWords, Print},
};

/// Maximum length of what a trap contributes, in characters.
const LONGEST_TRAP: usize = 200;

/// A message, fixed when it is sent. Every attempt sends the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// A UUID. A receiver that knows it can drop repetitions.
    pub id: String,
    pub typed: Typed,
    /// Sent only if [`Typed::with_result`] is set.
    pub result: Option<SentResult>,
    /// The same for a mail, which people read: in words.
    pub result_in_words: Option<SentResult>,
    pub consent: Consent,
    pub evidence: Evidence,
    /// The address of the page. Its query and fragment are not sent, nor an address that is not `http:` or `https:`.
    pub page: String,
    /// The cookie `hubspotutk` of the page, if it has one. Sent only if [`HubSpot::with_cookie`] is set.
    pub cookie: Option<String>,
}

/// The result, for visitors who send it along. What is empty is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct SentResult {
    pub verdict: String,
    pub leader: String,
    pub summary: String,
    /// The whole address that opens the result.
    pub link: String,
    pub answers: Value,
}

/// The words that the visitor saw when the message was sent, exactly as shown. What was chosen is in [`Typed`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The sentence at the button: pressing it asks for a reply.
    pub request: String,
    /// The label of the box for result and answers; `None` if it was not offered.
    pub result: Option<String>,
    /// The label of the box for news; `None` if it was not offered.
    pub news: Option<String>,
    pub privacy_url: Option<String>,
    pub legal_name: Option<String>,
    /// Language tag of these words.
    pub language: String,
    /// ISO 8601, UTC.
    pub time: String,
}

/// What tells a visitor from a program. The receiver decides what to make of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Since the visit began.
    pub seconds: u32,
    /// Number of answered questions.
    pub answered: usize,
    /// The version of the application.
    pub build: String,
}

impl Message {
    /// What is sent, by the receiver's names, each name once. Empty entries are left out. A receiver of forms gets the parts
    /// of the consent as entries of their own, such as `consent_request`. HubSpot gets only fields and what
    /// [`Contact::names`] names, since it refuses names that are not in its form.
    #[must_use]
    pub fn entries(&self, contact: &Contact) -> Vec<(String, Value)> {
        let mut entries = Entries { contact, entries: Vec::new() };
        for (n, field) in contact.fields.iter().enumerate() {
            entries.push(field_name(contact, &field.kind), self.typed.text(n, &field.kind).into());
        }
        let is_mail = contact.receiver == Receiver::Mailto;
        let result = if is_mail { &self.result_in_words } else { &self.result };
        let result = result.as_ref().filter(|_| self.typed.with_result);
        if let Some(SentResult { verdict, leader, summary, link, .. }) = result {
            entries.add_texts(&[("verdict", verdict), ("leader", leader), ("summary", summary), ("link", link)]);
        }
        entries.add_texts(&[("id", &self.id)]);
        entries.add_consent(self.consent());
        entries.add_texts(&[("page", self.page())]);
        entries.add("seconds", f64::from(self.evidence.seconds).into());
        entries.add("answered", self.evidence.answered.into());
        let trap = text::name(&self.typed.trap, LONGEST_TRAP);
        entries.add_texts(&[("build", &self.evidence.build), ("trap", &trap)]);
        for (name, text) in &contact.extra {
            // Also empty ones: some services expect a field of that kind.
            entries.push_any(name, text.as_str().into());
        }
        // Last, because a mail is shortened at its end.
        if let Some(result) = result {
            entries.add("answers", result.answers.clone());
        }
        entries.entries
    }

    /// Everything that is sent, as names and texts for the visitor. Parts of a part have names such as `consent.request`.
    /// A mail has labels instead of our names, and may be shortened after that.
    #[must_use]
    pub fn shown(&self, contact: &Contact, words: MailWords<'_>, print: Print) -> Vec<(String, String)> {
        let is_tree = contact.receiver.takes_tree();
        let mut lines = Vec::new();
        for (name, value) in self.entries(contact) {
            if contact.receiver == Receiver::Mailto {
                lines.push(words.line(contact, name, &text_of(&value, print)));
            } else {
                push_lines(&mut lines, name, &value, is_tree, print);
            }
        }
        if let Receiver::HubSpot(form) = &contact.receiver {
            for (name, value) in self.around(form) {
                push_lines(&mut lines, name, &value, true, print);
            }
        }
        lines
    }

    /// What HubSpot gets besides the fields.
    pub(crate) fn around(&self, form: &HubSpot) -> Vec<(String, Value)> {
        let mut context = vec![("pageUri", self.page().into())];
        if form.with_cookie {
            context.push(("hutk", self.cookie.as_deref().unwrap_or_default().into()));
        }
        let mut around = vec![("context", full(context))];
        if let Some(subscription) = &form.subscription {
            let mut communications = Vec::new();
            if let Some(words) = &self.consent.news {
                communications.push(full(vec![
                    ("value", self.typed.with_news.into()),
                    ("subscriptionTypeId", number(subscription).into()),
                    ("text", words.as_str().into()),
                ]));
            }
            let consent = full(vec![
                ("consentToProcess", true.into()),
                ("text", self.consent.request.as_str().into()),
                ("communications", Value::List(communications)),
            ]);
            around.push(("legalConsentOptions", full(vec![("consent", consent)])));
        }
        match full(around) {
            Value::Object(entries) => entries,
            _ => Vec::new(),
        }
    }

    fn consent(&self) -> Vec<(&'static str, Value)> {
        let Consent { request, result, news, privacy_url, legal_name, language, time } = &self.consent;
        let mut parts = vec![("request", request.as_str().into())];
        let boxes = [
            ("result", "result_given", result, self.typed.with_result),
            ("news", "news_given", news, self.typed.with_news),
        ];
        for (name, given, words, is_given) in boxes {
            if let Some(words) = words {
                parts.push((name, words.as_str().into()));
                parts.push((given, is_given.into()));
            }
        }
        let (privacy_url, legal_name) = (privacy_url.as_deref(), legal_name.as_deref());
        let texts = [("privacy_url", privacy_url), ("legal_name", legal_name)];
        let texts = [texts, [("language", Some(language)), ("time", Some(time))]];
        for (name, text) in texts.as_flattened() {
            parts.push((*name, text.unwrap_or_default().into()));
        }
        parts
    }

    /// The page without what its address could tell about the visitor, or of a file on the device; empty if nothing is left.
    fn page(&self) -> &str {
        let is_web = self.page.starts_with("https://") || self.page.starts_with("http://");
        let end = self.page.find(['?', '#']).unwrap_or(self.page.len());
        if is_web { self.page.get(..end).unwrap_or_default() } else { "" }
    }
}

/// The entries of a message so far.
struct Entries<'a> {
    contact: &'a Contact,
    entries: Vec<(String, Value)>,
}

impl Entries<'_> {
    /// Adds an entry by the receiver's name, unless the name is taken.
    fn push_any(&mut self, name: &str, value: Value) {
        if !self.entries.iter().any(|(taken, _)| taken == name) {
            self.entries.push((name.to_owned(), value));
        }
    }

    /// Adds an entry by the receiver's name, unless it is empty or the name is taken.
    fn push(&mut self, name: &str, value: Value) {
        if !is_empty(&value) {
            self.push_any(name, value);
        }
    }

    /// Adds an entry by our name.
    fn add(&mut self, name: &str, value: Value) {
        if let Some(named) = named(self.contact, name) {
            self.push(named, value);
        } else if !is_hubspot(self.contact) {
            self.push(name, value);
        }
    }

    fn add_texts(&mut self, texts: &[(&str, &str)]) {
        for (name, text) in texts {
            self.add(name, (*text).into());
        }
    }

    fn add_consent(&mut self, parts: Vec<(&'static str, Value)>) {
        if !matches!(self.contact.receiver, Receiver::Form { .. } | Receiver::Post { .. } | Receiver::Mailto) {
            return self.add(CONSENT, full(parts));
        }
        let prefix = named(self.contact, CONSENT).unwrap_or(CONSENT);
        for (part, value) in parts {
            let name = [CONSENT, "_", part].concat();
            let theirs = named(self.contact, &name).map_or_else(|| [prefix, "_", part].concat(), str::to_owned);
            self.push(&theirs, value);
        }
    }
}

impl MailWords<'_> {
    /// An entry with its label, and its text as people write it. What the settings name, for a program, is left as it is.
    fn line(self, contact: &Contact, name: String, text: &str) -> (String, String) {
        let is_theirs =
            contact.names.iter().map(|(_, theirs)| theirs).chain(contact.extra.iter().map(|(name, _)| name));
        if is_theirs.into_iter().any(|theirs| *theirs == name) {
            return (name, text.to_owned());
        }
        if let Some(label) = contact.fields.iter().find_map(|field| own_label(&field.kind, &name)) {
            return (label.to_owned(), text.to_owned());
        }
        let text = match text {
            "true" if name.ends_with(GIVEN) => self.yes.to_owned(),
            "false" if name.ends_with(GIVEN) => self.no.to_owned(),
            // To the minute.
            _ if name == TIME => text.get(..16).unwrap_or(text).replace('T', " "),
            _ => text.to_owned(),
        };
        let label = self.labels.iter().find(|(ours, _)| *ours == name);
        (label.map_or(name, |(_, label)| (*label).to_owned()), text)
    }
}

/// The label of a field of the settings, if this is its name.
fn own_label<'a>(kind: &'a FieldKind, name: &str) -> Option<&'a str> {
    match kind {
        FieldKind::Own { name: own, label, .. } if own == name => Some(label),
        _ => None,
    }
}

/// An object of the parts that are not empty; empty itself if there is none.
fn full(mut parts: Vec<(&'static str, Value)>) -> Value {
    parts.retain(|(_, value)| !is_empty(value));
    if parts.is_empty() {
        return Value::Null;
    }
    Value::Object(parts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

const CONSENT: &str = "consent";

/// The time of the consent as an entry of its own, and how the names of what was chosen end.
const TIME: &str = "consent_time";
const GIVEN: &str = "_given";

/// The receiver's name of a field.
pub(crate) fn field_name<'a>(contact: &'a Contact, kind: &'a FieldKind) -> &'a str {
    if let Some(named) = named(contact, kind.name()) {
        return named;
    }
    match kind {
        FieldKind::Name if is_hubspot(contact) => "firstname",
        FieldKind::Organization if is_hubspot(contact) => "company",
        FieldKind::Role if is_hubspot(contact) => "jobtitle",
        _ => kind.name(),
    }
}

/// The receiver's name of something, if the settings have one.
fn named<'a>(contact: &'a Contact, name: &str) -> Option<&'a str> {
    contact.names.iter().find(|(ours, _)| ours == name).map(|(_, theirs)| theirs.as_str())
}

fn is_hubspot(contact: &Contact) -> bool {
    matches!(contact.receiver, Receiver::HubSpot(_))
}

fn is_empty(value: &Value) -> bool {
    matches!(value, Value::Null) || value.as_text().is_some_and(str::is_empty)
}

/// The number that digits write. (Parsing floating-point numbers would cost kilobytes.)
fn number(digits: &str) -> f64 {
    digits.bytes().filter(u8::is_ascii_digit).fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'))
}

fn push_lines(lines: &mut Vec<(String, String)>, name: String, value: &Value, is_tree: bool, print: Print) {
    match value {
        Value::Object(parts) if is_tree && !parts.is_empty() => {
            for (part, value) in parts {
                push_lines(lines, [&name, ".", part].concat(), value, is_tree, print);
            }
        }
        _ => lines.push((name, text_of(value, print))),
    }
}

/// A value as text: JSON, unless it is a text.
pub(crate) fn text_of(value: &Value, print: Print) -> String {
    value.as_text().map_or_else(|| print(value, 0), str::to_owned)
}
