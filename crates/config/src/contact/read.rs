//! Reads the setting `contact`. What would make a message wrong, or send it elsewhere, makes the whole contact absent; other
//! invalid entries are reported and ignored.

use super::{Contact, Field, FieldKind, HubSpot, Receiver, secret};
use crate::{
    Problem, ResultSettings,
    address::receiver_url,
    list::{Check, MOST_ENTRIES, list},
    name::{exact, named, one_of},
    object::Object,
    problem::{Expected, Fault, Kind, Problems},
    text::{label, long_line, long_line_or_nothing},
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

/// Maximum number of questions.
pub const MOST_QUESTIONS: usize = 5;

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

/// The entries that are one text, each with its check.
const TEXTS: [(&str, Check); 7] = [
    ("receiver", |value| word(value, &RECEIVERS, Expected::RECEIVER)),
    ("url", receiver_url),
    ("portalId", digits),
    ("formId", uuid),
    ("region", |value| word(value, &REGIONS, Expected::REGION)),
    ("subscription", digits),
    ("email", email),
];

/// What the fields of the provider are like.
struct OwnFields {
    most: usize,
    /// Expected instead of more.
    fewer: Expected,
    /// The entries of a field. The second is its label.
    entries: &'static [&'static str],
    label: (Check, Expected),
}

const OWN: OwnFields = OwnFields {
    most: MOST_OWN_FIELDS,
    fewer: Expected::FEWER_OWN_FIELDS,
    entries: &["name", "label", "choices", "required"],
    label: (label, Expected::LABEL),
};

const QUESTIONS_PATH: &str = "$.questions";

const QUESTIONS: OwnFields = OwnFields {
    most: MOST_QUESTIONS,
    fewer: Expected::FEWER_QUESTIONS,
    entries: &["name", "text", "choices"],
    label: (long_line, Expected::LINE),
};

/// Names with texts.
type Texts = Vec<(String, String)>;

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
            Ok(object) => Reader { object, problems: &mut problems, is_usable: true }.contact(settings),
            Err(fault) => {
                problems.report(fault, PATH, value);
                None
            }
        };
        (contact, problems.list())
    }
}

/// Reports what is wrong with the setting `questions` of a page that has no contact, and so does not ask them.
pub fn check_questions(questions: &Value) -> Vec<Problem> {
    let mut problems = Problems::default();
    let object = Object::empty();
    let mut reader = Reader { object, problems: &mut problems, is_usable: true };
    reader.own_fields(&mut Vec::new(), QUESTIONS_PATH, Some(questions), &QUESTIONS);
    problems.list()
}

struct Reader<'v, 'p> {
    object: Object<'v>,
    problems: &'p mut Problems,
    /// Whether a message can be sent, and safely.
    is_usable: bool,
}

impl Reader<'_, '_> {
    fn contact(mut self, settings: &ResultSettings) -> Option<Contact> {
        self.object.report_unknown(self.problems, &ENTRIES);
        // Every entry is checked, also those that this receiver does not use.
        let mut texts = Vec::new();
        for (name, check) in TEXTS {
            texts.extend(self.object.text(self.problems, name, check).map(|text| (name, text)));
        }
        let text = |name: &str| texts.iter().find(|(of, _)| *of == name).map(|(_, text)| text.clone());
        let [idempotency_header, with_cookie, with_answers, is_news_wanted] =
            ["idempotencyHeader", "hutk", "answers", "news"].map(|name| self.object.flag(self.problems, name, false));
        let kind = text("receiver").unwrap_or_default();
        let needs: &[(&str, Expected)] = match &*kind {
            "" => &[("receiver", Expected::RECEIVER)],
            "hubspot" => &[("portalId", Expected::DIGITS), ("formId", Expected::UUID)],
            "mailto" => &[("email", Expected::EMAIL)],
            "event" => &[],
            _ => &[("url", Expected::RECEIVER_URL)],
        };
        for (name, expected) in needs {
            self.object.require(self.problems, name, *expected);
            self.is_usable &= text(name).is_some();
        }
        let url = text("url").unwrap_or_default();
        let receiver = match &*kind {
            "json" => Receiver::Json { url, idempotency_header },
            "form" => Receiver::Form { url },
            "post" => Receiver::Post { url },
            "mailto" => Receiver::Mailto,
            "hubspot" => {
                let region = text("region");
                // The wrong region would be somebody else's account.
                self.is_usable &= region.is_some() || self.object.get("region").is_none();
                Receiver::HubSpot(HubSpot {
                    portal_id: text("portalId").unwrap_or_default(),
                    form_id: text("formId").unwrap_or_default(),
                    is_european: region.as_deref() == Some("eu1"),
                    with_cookie,
                    subscription: text("subscription"),
                })
            }
            _ => Receiver::Event,
        };
        let email = text("email");
        let mut fields = self.fields();
        let (own, path) = (self.object.get("own"), self.object.path("own"));
        self.own_fields(&mut fields, &path, own, &OWN);
        let before = fields.len();
        self.own_fields(&mut fields, QUESTIONS_PATH, settings.questions.as_ref(), &QUESTIONS);
        let questions = fields.len() - before;
        let names = self.map("names", &|name, value| {
            if is_ours(name) || fields.iter().any(|field| field.kind.name() == name) {
                name_at_receiver(value)
            } else {
                Err(Fault(Kind::UnknownSetting, Expected::PART))
            }
        });
        let extra = self.extra();
        let with_news = is_news_wanted && self.has_sender(settings, email.is_some(), &receiver);
        self.check_names(&fields, &names, &extra);
        let contact = Contact { receiver, email, fields, questions, names, extra, with_answers, with_news };
        self.is_usable.then_some(contact)
    }

    /// The fields that every message can have.
    fn fields(&mut self) -> Vec<Field> {
        let mut shown = USUAL_FIELDS.map(str::to_owned).to_vec();
        if let Some(names) = self.list("fields", Expected::FIELDS, field) {
            if names.iter().any(|name| name == "email" || name == "phone") {
                shown = names;
            } else {
                let fault = Fault(Kind::Missing, Expected::FIELD_FOR_A_REPLY);
                self.problems.add(Problem::new(&self.object.path("fields"), "neither", fault));
            }
        }
        let mut required = self.list("required", Expected::FIELDS, field);
        for (n, name) in required.clone().unwrap_or_default().iter().enumerate() {
            if !shown.contains(name) {
                let path = format!("{}[{n}]", self.object.path("required"));
                let fault = Fault(Kind::UnknownValue, Expected::SHOWN_FIELD);
                self.problems.report(fault, &path, &Value::from(name.as_str()));
                required = None;
            }
        }
        let usual = if shown.iter().any(|name| name == "email") { "email" } else { "phone" };
        let required = required.unwrap_or_else(|| vec![usual.to_owned()]);
        let field = |name: &String| Field { kind: kind_of(name), is_required: required.contains(name) };
        shown.iter().map(field).collect()
    }

    /// Adds fields of the provider, none if one is invalid.
    fn own_fields(&mut self, fields: &mut Vec<Field>, path: &str, value: Option<&Value>, of: &OwnFields) {
        let Some(value) = value else { return };
        let Some(parts) = value.as_list() else {
            return self.problems.report(Fault(Kind::WrongType, Expected::OBJECTS), path, value);
        };
        if parts.len() > of.most {
            return self.problems.report(Fault(Kind::TooMany, of.fewer), path, value);
        }
        let before = fields.len();
        for (n, part) in parts.iter().enumerate() {
            let field = self.own_field(&format!("{path}[{n}]"), part, fields, of);
            fields.extend(field);
        }
        if fields.len() < before + parts.len() {
            fields.truncate(before);
        }
    }

    fn own_field(&mut self, path: &str, value: &Value, before: &[Field], of: &OwnFields) -> Option<Field> {
        let object = Object::of(path, value).map_err(|fault| self.problems.report(fault, path, value)).ok()?;
        object.report_unknown(self.problems, of.entries);
        let name = object.need(self.problems, "name", Expected::NAME_AT_RECEIVER, name_at_receiver);
        let label = object.need(self.problems, of.entries[1], of.label.1, of.label.0);
        let is_required = of.entries.contains(&"required") && object.flag(self.problems, "required", false);
        let choices = match object.get("choices") {
            Some(value) => choices(self.problems, &object.path("choices"), value),
            None => Some(Vec::new()),
        };
        let name = name?;
        if before.iter().any(|field| field.kind.name() == name) || is_ours(&name) {
            let fault = Fault(Kind::Repeated, Expected::FREE_NAME);
            self.problems.report(fault, &object.path("name"), &Value::Text(name));
            return None;
        }
        Some(Field { kind: FieldKind::Own { name, label: label?, choices: choices? }, is_required })
    }

    /// What is sent with every message.
    fn extra(&mut self) -> Texts {
        if let Some(value) = self.object.get("extra")
            && value.entries().is_some_and(|all| all.len() > MOST_ENTRIES)
        {
            let fault = Fault(Kind::TooMany, Expected::FEWER_ENTRIES);
            self.problems.report(fault, &self.object.path("extra"), value);
            self.is_usable = false;
            return Vec::new();
        }
        self.map("extra", &|name, value| {
            name_at_receiver(&Value::from(name)).map_err(|fault| Fault(Kind::UnknownSetting, fault.1))?;
            long_line_or_nothing(value)
        })
    }

    /// The entries of an object whose names somebody else chooses. If one is invalid, no message can be sent.
    fn map(&mut self, name: &str, check: &dyn Fn(&str, &Value) -> Result<String, Fault>) -> Texts {
        let mut texts = Vec::new();
        let Some(value) = self.object.get(name) else { return texts };
        let path = self.object.path(name);
        let object = match Object::of(&path, value) {
            Ok(object) => object,
            Err(fault) => {
                self.problems.report(fault, &path, value);
                self.is_usable = false;
                return texts;
            }
        };
        for (name, value) in object.entries() {
            match check(name, value) {
                Ok(text) => texts.push((name.to_owned(), text)),
                Err(fault) => {
                    self.problems.report(fault, &object.path(name), value);
                    self.is_usable = false;
                }
            }
        }
        texts
    }

    /// If two parts of a message have the same name at the receiver, no message can be sent.
    fn check_names(&mut self, fields: &[Field], names: &Texts, extra: &Texts) {
        let mut ours = PARTS.to_vec();
        ours.extend(fields.iter().map(|field| field.kind.name()));
        let mut taken = Vec::new();
        for name in &ours {
            if !names.iter().any(|(of, _)| of == name) {
                taken.push(*name);
            }
        }
        for (name, theirs) in names {
            if ours.contains(&name.as_str()) {
                self.claim(&mut taken, theirs, ["names", name]);
            }
        }
        for (name, _) in extra {
            self.claim(&mut taken, name, ["extra", name]);
        }
    }

    fn claim<'n>(&mut self, taken: &mut Vec<&'n str>, name: &'n str, [object, entry]: [&str; 2]) {
        if taken.contains(&name) {
            let path = [&self.object.path(object), ".", entry].concat();
            self.problems.report(Fault(Kind::Repeated, Expected::FREE_NAME), &path, &Value::from(name));
            self.is_usable = false;
        }
        taken.push(name);
    }

    /// Whether visitors learn whom news are from, and where to object. HubSpot has to learn what the news are, or the wish for
    /// them is lost.
    fn has_sender(&mut self, settings: &ResultSettings, has_email: bool, receiver: &Receiver) -> bool {
        let sender = [&settings.legal_name, &settings.postal_address, &settings.privacy_url];
        let is_complete = has_email && sender.iter().all(|part| part.is_some());
        if !is_complete {
            self.problems.report(Fault(Kind::Missing, Expected::SENDER), &self.object.path("news"), &Value::from(true));
        }
        let is_lost = matches!(receiver, Receiver::HubSpot(form) if form.subscription.is_none());
        if is_lost {
            self.object.require(self.problems, "subscription", Expected::DIGITS);
        }
        is_complete && !is_lost
    }

    fn list(&mut self, name: &str, expected: Expected, check: Check) -> Option<Vec<String>> {
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
