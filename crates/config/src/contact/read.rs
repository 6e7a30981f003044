//! Reads the setting `contact`. What would make a message wrong, or send it elsewhere, makes the whole contact absent; other
//! invalid entries are reported and ignored.

use super::{Contact, Field, FieldKind, HubSpot, Receiver, secret};
use crate::{
    Problem, ResultSettings,
    address::receiver_url,
    list::{MOST_ENTRIES, list},
    name::{exact, named, one_of},
    object::Object,
    problem::{Expected, Fault, Kind, Problems},
    text::{label, long_line_or_nothing},
};
use assessment::json::Value;

/// How a message is sent.
pub const RECEIVERS: [&str; 6] = ["json", "form", "hubspot", "post", "mailto", "event"];

/// What can be asked, by the names in the message.
pub const FIELDS: [&str; 6] = ["name", "email", "phone", "organization", "role", "message"];

/// What is asked if the settings do not say it.
const USUAL_FIELDS: [&str; 3] = ["name", "email", "message"];

/// What else a message contains, by the names in the message.
pub const PARTS: [&str; 21] = [
    "verdict",
    "leader",
    "summary",
    "link",
    "answers",
    "id",
    "consent",
    "consent_request",
    "consent_result",
    "consent_result_given",
    "consent_news",
    "consent_news_given",
    "consent_privacy_url",
    "consent_legal_name",
    "consent_language",
    "consent_time",
    "page",
    "seconds",
    "answered",
    "build",
    "trap",
];

/// The regions of HubSpot: the United States, and the European Union.
pub const REGIONS: [&str; 2] = ["na1", "eu1"];

/// Maximum number of own fields.
pub const MOST_OWN_FIELDS: usize = 3;

/// Maximum length of an email address, in characters (RFC 5321, with erratum 1690 of RFC 3696).
pub const LONGEST_EMAIL: usize = 254;

/// Maximum length of a number that names something, in digits.
pub const MOST_DIGITS: usize = 20;

/// Maximum length of a name at the receiver, in characters.
pub const LONGEST_NAME: usize = 64;

const ENTRIES: [&str; 16] = [
    "receiver",
    "url",
    "idempotencyHeader",
    "portalId",
    "formId",
    "region",
    "hutk",
    "subscription",
    "email",
    "fields",
    "required",
    "own",
    "names",
    "extra",
    "answers",
    "news",
];

impl Contact {
    /// Reads the setting. `None` if nothing can be sent, or not safely.
    #[must_use]
    pub fn read(value: &Value, settings: &ResultSettings) -> (Option<Self>, Vec<Problem>) {
        const PATH: &str = "$.contact";
        let mut problems = Problems::default();
        secret::report(&mut problems, PATH, value);
        if !problems.is_empty() {
            return (None, problems.list());
        }
        let contact = match Object::of(PATH, value) {
            Ok(object) => Reader { object, problems: &mut problems }.contact(settings),
            Err(fault) => {
                problems.report(fault, PATH, value);
                None
            }
        };
        (contact, problems.list())
    }
}

struct Reader<'v, 'p> {
    object: Object<'v>,
    problems: &'p mut Problems,
}

impl<'v> Reader<'v, '_> {
    fn contact(mut self, settings: &ResultSettings) -> Option<Contact> {
        self.object.report_unknown(self.problems, &ENTRIES);
        let receiver = self.receiver();
        let email = self.text("email", email);
        if receiver == Some(Receiver::Mailto) {
            self.object.require(self.problems, "email", Expected::EMAIL);
        }
        let mut fields = self.fields();
        let (own, own_names) = self.own_fields();
        fields.extend(own);
        let names = self.names(&own_names);
        let extra = self.extra();
        let with_answers = self.object.flag(self.problems, "answers", false);
        let with_news = self.news(settings, email.is_some(), receiver.as_ref());
        let receiver = receiver.filter(|receiver| *receiver != Receiver::Mailto || email.is_some());
        let (names, extra) = (names?, extra?);
        let is_clear = self.has_one_name_each(&fields, &names, &extra);
        let contact = Contact { receiver: receiver?, email, fields, names, extra, with_answers, with_news };
        is_clear.then_some(contact)
    }

    /// How the message is sent. Every entry is checked, also those that this receiver does not use.
    fn receiver(&mut self) -> Option<Receiver> {
        self.object.require(self.problems, "receiver", Expected::RECEIVER);
        let kind = self.text("receiver", |value| word(value, &RECEIVERS, Expected::RECEIVER));
        let url = self.text("url", receiver_url);
        let idempotency_header = self.object.flag(self.problems, "idempotencyHeader", false);
        let portal_id = self.text("portalId", digits);
        let form_id = self.text("formId", uuid);
        let region = self.text("region", |value| word(value, &REGIONS, Expected::REGION));
        let with_cookie = self.object.flag(self.problems, "hutk", false);
        let subscription = self.text("subscription", digits);
        let kind = kind?;
        let needs: &[(&str, Expected)] = match &*kind {
            "json" | "form" | "post" => &[("url", Expected::RECEIVER_URL)],
            "hubspot" => &[("portalId", Expected::DIGITS), ("formId", Expected::UUID)],
            _ => &[],
        };
        for (name, expected) in needs {
            self.object.require(self.problems, name, *expected);
        }
        Some(match &*kind {
            "json" => Receiver::Json { url: url?, idempotency_header },
            "form" => Receiver::Form { url: url? },
            "post" => Receiver::Post { url: url? },
            "mailto" => Receiver::Mailto,
            "event" => Receiver::Event,
            // The wrong region would be somebody else's account.
            _ if region.is_none() && self.object.get("region").is_some() => return None,
            _ => Receiver::HubSpot(HubSpot {
                portal_id: portal_id?,
                form_id: form_id?,
                is_european: region.as_deref() == Some("eu1"),
                with_cookie,
                subscription,
            }),
        })
    }

    /// The fields that every message can have.
    fn fields(&mut self) -> Vec<Field> {
        let mut shown = USUAL_FIELDS.map(str::to_owned).to_vec();
        if let Some(names) = self.list("fields", Expected::FIELDS, field) {
            if names.iter().any(|name| matches!(&**name, "email" | "phone")) {
                shown = names;
            } else {
                let problem = Problem::new(
                    &self.object.path("fields"),
                    "neither",
                    Fault(Kind::Missing, Expected::FIELD_FOR_A_REPLY),
                );
                self.problems.add(problem);
            }
        }
        let usual = if shown.iter().any(|name| name == "email") { "email" } else { "phone" };
        let required = self.list("required", Expected::FIELDS, field).filter(|required| {
            let mut are_shown = true;
            for (n, name) in required.iter().enumerate().filter(|(_, name)| !shown.contains(name)) {
                let path = format!("{}[{n}]", self.object.path("required"));
                let fault = Fault(Kind::UnknownValue, Expected::SHOWN_FIELD);
                self.problems.report(fault, &path, &Value::from(name.as_str()));
                are_shown = false;
            }
            are_shown
        });
        let required = required.unwrap_or_else(|| vec![usual.to_owned()]);
        let field = |name: &String| Field { kind: kind_of(name), is_required: required.contains(name) };
        shown.iter().map(field).collect()
    }

    /// The fields of the provider, none if one is invalid, and their names.
    fn own_fields(&mut self) -> (Vec<Field>, Vec<String>) {
        let (mut fields, mut names) = (Vec::new(), Vec::new());
        let Some(value) = self.object.get("own") else { return (fields, names) };
        let path = self.object.path("own");
        let parts = match value.as_list() {
            Some(parts) if parts.len() <= MOST_OWN_FIELDS => parts,
            other => {
                let fault = match other {
                    Some(_) => Fault(Kind::TooMany, Expected::FEWER_OWN_FIELDS),
                    None => Fault(Kind::WrongType, Expected::OBJECTS),
                };
                self.problems.report(fault, &path, value);
                return (fields, names);
            }
        };
        for (n, part) in parts.iter().enumerate() {
            fields.extend(self.own_field(&format!("{path}[{n}]"), part, &mut names));
        }
        if fields.len() < parts.len() {
            fields.clear();
        }
        (fields, names)
    }

    fn own_field(&mut self, path: &str, value: &Value, names: &mut Vec<String>) -> Option<Field> {
        let object = Object::of(path, value).map_err(|fault| self.problems.report(fault, path, value)).ok()?;
        object.report_unknown(self.problems, &["name", "label", "choices", "required"]);
        let name = object.need(self.problems, "name", Expected::NAME_AT_RECEIVER, name_at_receiver);
        let label = object.need(self.problems, "label", Expected::LABEL, label);
        let is_required = object.flag(self.problems, "required", false);
        let choices = match object.get("choices") {
            Some(value) => choices(self.problems, &object.path("choices"), value),
            None => Some(Vec::new()),
        };
        let name = name?;
        if names.contains(&name) || is_ours(&name) {
            let fault = Fault(Kind::Repeated, Expected::FREE_NAME);
            self.problems.report(fault, &object.path("name"), &Value::Text(name));
            return None;
        }
        names.push(name.clone());
        Some(Field { kind: FieldKind::Own { name, label: label?, choices: choices? }, is_required })
    }

    /// Names at the receiver, by ours. `None` if one is invalid.
    fn names(&mut self, own: &[String]) -> Option<Vec<(String, String)>> {
        self.map("names", |name, value| {
            if is_ours(name) || own.iter().any(|own| own == name) {
                name_at_receiver(value)
            } else {
                Err(Fault(Kind::UnknownSetting, Expected::PART))
            }
        })
    }

    /// What is sent with every message. `None` if an entry is invalid.
    fn extra(&mut self) -> Option<Vec<(String, String)>> {
        let value = self.object.get("extra");
        if let Some(value) = value.filter(|value| value.entries().is_some_and(|all| all.len() > MOST_ENTRIES)) {
            let fault = Fault(Kind::TooMany, Expected::FEWER_ENTRIES);
            self.problems.report(fault, &self.object.path("extra"), value);
            return None;
        }
        self.map("extra", |name, value| {
            name_at_receiver(&Value::from(name)).map_err(|fault| Fault(Kind::UnknownSetting, fault.1))?;
            long_line_or_nothing(value)
        })
    }

    /// The entries of an object whose names somebody else chooses. `None` if one is invalid.
    fn map(
        &mut self,
        name: &str,
        check: impl Fn(&str, &Value) -> Result<String, Fault>,
    ) -> Option<Vec<(String, String)>> {
        let Some(value) = self.object.get(name) else { return Some(Vec::new()) };
        let path = self.object.path(name);
        let object = Object::of(&path, value).map_err(|fault| self.problems.report(fault, &path, value)).ok()?;
        let (mut texts, mut is_valid) = (Vec::new(), true);
        for (name, value) in object.entries() {
            match check(name, value) {
                Ok(text) => texts.push((name.to_owned(), text)),
                Err(fault) => {
                    self.problems.report(fault, &object.path(name), value);
                    is_valid = false;
                }
            }
        }
        is_valid.then_some(texts)
    }

    /// Whether no two parts of a message have the same name at the receiver.
    fn has_one_name_each(&mut self, fields: &[Field], names: &[(String, String)], extra: &[(String, String)]) -> bool {
        let ours: Vec<&str> = fields.iter().map(|field| field.kind.name()).chain(PARTS).collect();
        let is_renamed = |name: &&str| names.iter().any(|(of, _)| of == name);
        let mut taken: Vec<&str> = ours.iter().copied().filter(|name| !is_renamed(name)).collect();
        let renamed = names.iter().filter(|(name, _)| ours.contains(&name.as_str()));
        let renamed = renamed.map(|(name, theirs)| ("names", name, theirs));
        let mut is_clear = true;
        for (object, name, theirs) in renamed.chain(extra.iter().map(|(name, _)| ("extra", name, name))) {
            if taken.contains(&theirs.as_str()) {
                let path = format!("{}.{name}", self.object.path(object));
                let fault = Fault(Kind::Repeated, Expected::FREE_NAME);
                self.problems.report(fault, &path, &Value::from(theirs.as_str()));
                is_clear = false;
            }
            taken.push(theirs);
        }
        is_clear
    }

    /// Whether visitors can ask for news: they have to learn whom it is from, and where to object.
    /// HubSpot has to learn what the news are, or the wish for them is lost.
    fn news(&mut self, settings: &ResultSettings, has_email: bool, receiver: Option<&Receiver>) -> bool {
        let is_wanted = self.object.flag(self.problems, "news", false);
        let sender = [&settings.legal_name, &settings.postal_address, &settings.privacy_url];
        let is_complete = has_email && sender.iter().all(|part| part.is_some());
        if is_wanted && !is_complete {
            self.problems.report(Fault(Kind::Missing, Expected::SENDER), &self.object.path("news"), &Value::from(true));
        }
        let is_lost = matches!(receiver, Some(Receiver::HubSpot(form)) if form.subscription.is_none());
        if is_wanted && is_lost {
            self.object.require(self.problems, "subscription", Expected::DIGITS);
        }
        is_wanted && is_complete && !is_lost
    }

    fn text(&mut self, name: &str, check: fn(&Value) -> Result<String, Fault>) -> Option<String> {
        self.object.text(self.problems, name, check)
    }

    fn list(
        &mut self,
        name: &str,
        expected: Expected,
        check: fn(&Value) -> Result<String, Fault>,
    ) -> Option<Vec<String>> {
        let (value, path) = (self.object.get(name)?, self.object.path(name));
        let read = list(self.problems, &path, value, expected, check);
        read.unwrap_or_else(|fault| {
            self.problems.report(fault, &path, value);
            None
        })
    }
}

/// The choices of an own field, at least one.
fn choices(problems: &mut Problems, path: &str, value: &Value) -> Option<Vec<String>> {
    let read = list(problems, path, value, Expected::CHOICES, label);
    let read = match read {
        Ok(Some(choices)) if choices.is_empty() => Err(Fault(Kind::Empty, Expected::CHOICES)),
        read => read,
    };
    read.unwrap_or_else(|fault| {
        problems.report(fault, path, value);
        None
    })
}

fn is_ours(name: &str) -> bool {
    FIELDS.contains(&name) || PARTS.contains(&name)
}

/// The kind of one of [`FIELDS`].
fn kind_of(name: &str) -> FieldKind {
    match name {
        "name" => FieldKind::Name,
        "email" => FieldKind::Email,
        "phone" => FieldKind::Phone,
        "organization" => FieldKind::Organization,
        "role" => FieldKind::Role,
        _ => FieldKind::Message,
    }
}

fn field(value: &Value) -> Result<String, Fault> {
    word(value, &FIELDS, Expected::FIELD)
}

fn word(value: &Value, words: &[&str], expected: Expected) -> Result<String, Fault> {
    one_of(value, words, expected).map(|n| words[n].to_owned())
}

/// A plain address: what follows could otherwise become part of the `mailto:` address.
fn email(value: &Value) -> Result<String, Fault> {
    named(value, LONGEST_EMAIL, Expected::EMAIL, |text| {
        let is_atom = |atom: &str| {
            !atom.is_empty() && atom.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-'))
        };
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        text.split_once('@').is_some_and(|(local, domain)| {
            local.split('.').all(is_atom) && domain.contains('.') && domain.split('.').all(is_label)
        })
    })
}

fn digits(value: &Value) -> Result<String, Fault> {
    named(value, MOST_DIGITS, Expected::DIGITS, |text| text.bytes().all(|b| b.is_ascii_digit()))
}

fn uuid(value: &Value) -> Result<String, Fault> {
    named(value, usize::MAX, Expected::UUID, |text| {
        let is_hyphen = |n: usize| matches!(n, 8 | 13 | 18 | 23);
        text.len() == 36
            && text.bytes().enumerate().all(|(n, b)| if is_hyphen(n) { b == b'-' } else { b.is_ascii_hexdigit() })
    })
}

/// A name that a receiver gives to a part of a message.
fn name_at_receiver(value: &Value) -> Result<String, Fault> {
    exact(value, LONGEST_NAME, Expected::NAME_AT_RECEIVER, |name| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b':' | b'[' | b']' | b'-'))
    })
}
