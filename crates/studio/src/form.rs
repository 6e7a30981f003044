//! The form: every setting of the table in a group, with its fields.

use assessment::json::Value;
use config::{
    Setting,
    documentation::{Entry, Shape},
};

use crate::{Design, check::USED_BY, path::Path};

/// What fields are about, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    You,
    Looks,
    Words,
    After,
    Contact,
    Weights,
    Measured,
    Advanced,
}

impl Group {
    pub const ALL: [Self; 8] = [
        Self::You,
        Self::Looks,
        Self::Words,
        Self::After,
        Self::Contact,
        Self::Weights,
        Self::Measured,
        Self::Advanced,
    ];

    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::You => "You and what you sell",
            Self::Looks => "Looks",
            Self::Words => "Words",
            Self::After => "After the result",
            Self::Contact => "Contact form",
            Self::Weights => "Weights",
            Self::Measured => "What is measured",
            Self::Advanced => "Advanced",
        }
    }
}

/// One field: a setting, or an entry of one.
#[derive(Debug, Clone)]
pub struct Field {
    pub path: Path,
    pub label: &'static str,
    /// One sentence, in Markdown.
    pub about: &'static str,
    pub shape: Shape,
    /// The default in words, in Markdown. `None` for a choice, whose default is its first word, and for a flag.
    pub default: Option<&'static str>,
    pub is_required: bool,
    /// What a list of words has if nothing is set.
    pub listed: &'static [&'static str],
    /// The attribute of the element, if there is one.
    pub attribute: Option<&'static str>,
}

/// The group of a setting. `None` if the studio writes it itself.
const fn group(setting: Setting) -> Option<Group> {
    Some(match setting {
        Setting::ProviderName
        | Setting::ProviderSells
        | Setting::LegalName
        | Setting::PostalAddress
        | Setting::PrivacyUrl => Group::You,
        Setting::Logo | Setting::Theme => Group::Looks,
        Setting::Lang | Setting::Texts | Setting::Sections => Group::Words,
        Setting::CtaUrl | Setting::CtaLabel | Setting::Cta => Group::After,
        Setting::Contact | Setting::Questions => Group::Contact,
        Setting::Weights => Group::Weights,
        Setting::Events | Setting::DataLayer => Group::Measured,
        Setting::Flow
        | Setting::Order
        | Setting::DraftStorage
        | Setting::StorageKey
        | Setting::Currency
        | Setting::Frame
        | Setting::FrameParents
        | Setting::LinkQuery => Group::Advanced,
        Setting::Loading | Setting::Config => return None,
    })
}

/// The label of the field at a place, written as in messages. Entries of lists have the same for each.
#[must_use]
pub fn label(place: &str) -> &'static str {
    match place {
        "lang" => "Language",
        "providerName" => "Your name",
        "providerSells" => "What you sell",
        "ctaUrl" => "Where the button leads",
        "ctaLabel" => "Label of the button",
        "texts.title" => "Title",
        "texts.promise" => "Promise on the first screen",
        "texts.contact" => "Heading of the contact form",
        "texts.disclosure" => "Addition to the disclosure",
        "texts.sections.why" => "Title of the view “why”",
        "texts.sections.cost" => "Title of the view “cost”",
        "texts.sections.who" => "Title of the view “who”",
        "texts.sections.plan" => "Title of the view “plan”",
        "texts.sections.ask" => "Title of the view “ask”",
        "texts.sections.save" => "Title of the view “save”",
        "sections" => "Views of the result",
        "logo.url" => "Address of your logo",
        "logo.alt" => "What the logo shows",
        "weights.people" => "It fits the people and skills they have",
        "weights.coverage" => "Help when they need it",
        "weights.control" => "Control and know-how stay with them",
        "weights.accountability" => "Clear accountability, little to manage",
        "weights.security" => "Security and compliance are handled",
        "weights.growth" => "It keeps up with growth and change",
        "weights.cost" => "A cost that they can afford and predict",
        "flow" => "Questions",
        "order" => "Order of the questions",
        "theme" => "Color theme",
        "storage" => "Saved answers",
        "storageKey" => "Name of the saved answers",
        "currency" => "Currency",
        "events" => "Answers in events",
        "dataLayer" => "Data layer",
        "frame" => "For the frame",
        "frameParents" => "Pages that may use the frame",
        "linkQuery" => "Parameters that links keep",
        "privacyUrl" => "Your privacy notice",
        "legalName" => "Your name by law",
        "postalAddress" => "Your postal address",
        "contact.receiver" => "How messages reach you",
        "contact.url" => "Address of your endpoint",
        "contact.idempotencyHeader" => "Send the id of the message as a header",
        "contact.portalId" => "HubSpot account",
        "contact.formId" => "HubSpot form",
        "contact.region" => "Region of the account",
        "contact.hutk" => "Send HubSpot's tracking cookie",
        "contact.subscription" => "Kind of news",
        "contact.email" => "Your email address",
        "contact.fields" => "What is asked",
        "contact.required" => "What has to be filled in",
        "contact.own" => "Your own fields",
        "contact.own[].name" | "questions[].name" => "Name in the message",
        "contact.own[].label" => "Label",
        "contact.own[].choices" | "questions[].choices" => "What can be chosen",
        "contact.own[].required" => "Has to be filled in",
        "contact.names" => "Names at the receiver",
        "contact.extra" => "Sent with every message",
        "contact.answers" => "Visitors can send their result along",
        "contact.news" => "Visitors can ask for news",
        "questions" => "Your own questions",
        "questions[].text" => "Question",
        _ => of_call_to_action(place),
    }
}

/// The label of an entry of `cta`; empty if there is none.
fn of_call_to_action(place: &str) -> &'static str {
    match place.strip_prefix("cta.").unwrap_or_default() {
        "close.url" => "Too close to call: where it leads",
        "close.label" => "Too close to call: label",
        "lean.url" => "Leans one way: where it leads",
        "lean.label" => "Leans one way: label",
        "clear.url" => "Clear: where it leads",
        "clear.label" => "Clear: label",
        "only.url" => "Only one is workable: where it leads",
        "only.label" => "Only one is workable: label",
        "in-house.url" => "In-house IT first: where it leads",
        "in-house.label" => "In-house IT first: label",
        "co-managed.url" => "Co-managed IT first: where it leads",
        "co-managed.label" => "Co-managed IT first: label",
        "outsourced.url" => "Outsourced IT first: where it leads",
        "outsourced.label" => "Outsourced IT first: label",
        _ => "",
    }
}

/// What the contact form asks if nothing is set.
const ASKED: [&str; 3] = ["name", "email", "message"];

/// The fields of a group, in the order of the table. Entries of objects are fields of their own, where an object is not in a
/// list.
#[must_use]
pub fn fields(of: Group) -> Vec<Field> {
    let mut fields = Vec::new();
    for setting in Setting::all().filter(|setting| group(*setting) == Some(of)) {
        let Some(key) = setting.key() else { continue };
        let documentation = setting.documentation();
        let field = Field {
            path: Path::default().name(key),
            label: label(key),
            about: documentation.about,
            shape: documentation.shape,
            default: documentation.default,
            is_required: false,
            listed: &[],
            attribute: setting.attribute(),
        };
        add(&mut fields, field);
    }
    fields
}

fn add(fields: &mut Vec<Field>, field: Field) {
    let Shape::Object(object) = field.shape else {
        fields.push(field);
        return;
    };
    for entry in object.entries {
        add(fields, of_entry(&field.path, entry));
    }
}

/// The field of an entry of the object at `path`.
#[must_use]
pub fn of_entry(path: &Path, entry: &Entry) -> Field {
    let path = path.name(entry.name);
    let pattern = path.pattern();
    Field {
        label: label(&pattern),
        path,
        about: entry.about,
        shape: entry.shape,
        default: entry.default,
        is_required: entry.is_required,
        listed: if pattern == "contact.fields" { &ASKED } else { &[] },
        attribute: None,
    }
}

/// Whether a field matters: the fields of the contact form only for the receivers that use them. One that is set always does,
/// so that it can be removed.
#[must_use]
pub fn is_used(design: &Design, path: &Path) -> bool {
    let place = path.pattern();
    let Some(name) = place.strip_prefix("contact.") else { return true };
    if name == "receiver" || design.get(path).is_some() {
        return true;
    }
    let receiver = Path::default().name("contact").name("receiver");
    let Some(receiver) = design.get(&receiver).and_then(Value::as_text) else { return false };
    USED_BY.iter().find(|(known, _)| *known == name).is_none_or(|(_, receivers)| receivers.contains(&receiver))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields of a group, and those of one entry of each list.
    fn all(of: Group) -> Vec<Field> {
        let mut fields = fields(of);
        for n in 0..fields.len() {
            let Shape::List { of: Shape::Object(object), .. } = fields[n].shape else { continue };
            let path = fields[n].path.index(0);
            fields.extend(object.entries.iter().map(|entry| of_entry(&path, entry)));
        }
        fields
    }

    #[test]
    fn every_field_has_a_label() {
        for field in Group::ALL.into_iter().flat_map(all) {
            assert_ne!(field.label, "", "{}", field.path);
        }
    }

    #[test]
    fn what_the_form_asks_by_default_is_ticked() {
        let document: Value = serde_json::from_str(r#"{"contact": {"receiver": "event"}}"#).unwrap();
        let contact = config::Settings::read(Some(&document), &[]).0.contact.unwrap();
        let asked: Vec<&str> = contact.fields.iter().map(|field| field.kind.name()).collect();
        assert_eq!(asked, ASKED);
    }

    #[test]
    fn the_fields_of_the_contact_form_depend_on_the_receiver() {
        let mut design = Design::new("https://widget.example/");
        let contact = Path::default().name("contact");
        let is_used = |design: &Design, name: &str| is_used(design, &contact.name(name));
        assert!(is_used(&design, "receiver") && !is_used(&design, "email"));
        design.set(&contact.name("receiver"), Some("hubspot".into()));
        assert!(is_used(&design, "portalId") && is_used(&design, "email") && !is_used(&design, "url"));
        design.set(&contact.name("url"), Some("https://a.example/".into()));
        assert!(is_used(&design, "url"));
    }

    #[test]
    fn every_setting_of_the_table_has_a_field_or_is_written_by_the_studio() {
        let keys = |path: &Path| path.to_string().split(['.', '[']).next().unwrap_or_default().to_owned();
        let shown: Vec<_> = Group::ALL.into_iter().flat_map(fields).map(|field| keys(&field.path)).collect();
        for setting in Setting::all() {
            let is_shown = setting.key().is_some_and(|key| shown.iter().any(|known| known == key));
            assert_eq!(is_shown, group(setting).is_some(), "{setting:?}");
        }
    }
}
