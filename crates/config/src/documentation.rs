//! What documents, schemas and types say of the settings and of problems. Only with the feature `documentation`, which the
//! application does not have.

use assessment::{Alternative, Assessment};

use super::{
    OPTIONAL_VIEWS, OUTCOMES, VIEWS,
    address::{LONGEST_ADDRESS, LONGEST_ORIGIN, LONGEST_PICTURE},
    contact::{FIELDS, LEAST_OF_A_SECRET, LONGEST_EMAIL, MOST_OWN_FIELDS, PARTS, RECEIVERS, REGIONS, SECRETS},
    name::{LONGEST_GLOBAL, LONGEST_KEY, LONGEST_TAG},
    problem::{Expected, Kind},
    text::{LONGEST_LABEL, LONGEST_LINE, LONGEST_SENTENCE},
};

pub use super::{
    contact::{MOST_QUESTIONS, is_secret},
    list::MOST_ENTRIES,
};

/// What documents say of a setting, in Markdown.
#[derive(Debug, Clone, Copy)]
pub struct Documentation {
    /// One sentence.
    pub about: &'static str,
    pub shape: Shape,
    /// In words. `None` for a choice, whose default is its first word, and for a flag, whose default is `false`.
    pub default: Option<&'static str>,
    pub frame: FrameParameter,
    /// The version of SupportFit that had it first.
    pub since: &'static str,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    Text(&'static Format),
    /// One of some words, each with its meaning.
    Choice(&'static [&'static str], &'static [&'static str]),
    Flag,
    Number {
        least: f64,
        most: f64,
    },
    /// Different entries.
    List {
        of: &'static Self,
        least: usize,
        most: usize,
        /// Entries that it has to have.
        with: &'static [&'static str],
    },
    Object(&'static Object),
    /// An object whose names are some known ones, or any in a format.
    Map {
        known: &'static [&'static str],
        names: &'static Format,
        of: &'static Format,
        most: Option<usize>,
    },
}

/// An object with named entries.
#[derive(Debug, Clone, Copy)]
pub struct Object {
    pub entries: &'static [Entry],
    pub conditions: &'static [Condition],
}

#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub name: &'static str,
    /// One sentence, in Markdown.
    pub about: &'static str,
    pub shape: Shape,
    /// In words. `None` for a choice, whose default is its first word, and for a flag, whose default is `false`.
    pub default: Option<&'static str>,
    pub is_required: bool,
}

/// What other entries need.
#[derive(Debug, Clone, Copy)]
pub enum Condition {
    /// If an entry has one of these values, these others are required.
    Needs { entry: &'static str, values: &'static [&'static str], needs: &'static [&'static str] },
    /// If an entry is true, these others are required.
    TrueNeeds { entry: &'static str, needs: &'static [&'static str] },
    /// A list contains one of these.
    Contains { entry: &'static str, one_of: &'static [&'static str] },
    /// No text of an entry matches this regular expression.
    Never { entry: &'static str, pattern: &'static str },
}

/// What a string looks like.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// In Markdown, without the length.
    pub about: &'static str,
    /// A regular expression as in JavaScript, with the flag `u`.
    pub pattern: &'static str,
    /// In characters, if the pattern does not say it.
    pub most: Option<usize>,
    /// What the console says.
    pub expected: Expected,
}

/// Whether the address of `frame.html` can set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameParameter {
    Never,
    Always,
    /// Not if the page is opened on its own: a link must not claim to be from a provider.
    InsideAPage,
    /// `framed.js` reads it with a rule of its own.
    Checked,
}

// The reader removes spaces around these, but not around words and storage keys.

pub const LANGUAGE_TAG: Format = Format {
    about: "language tag, such as `de` or `en-GB`",
    pattern: r"^\s*([A-Za-z]{2,3}|[A-Za-z]{5,8})(-[A-Za-z0-9]{1,8})*\s*$",
    most: Some(LONGEST_TAG),
    expected: Expected::LANGUAGE_TAG,
};

pub const LABEL: Format =
    Format { about: "text", pattern: r"\S", most: Some(LONGEST_LABEL), expected: Expected::LABEL };

pub const ADDRESS: Format = Format {
    about: "`https:`, `mailto:` or `tel:` address",
    pattern: r"^\s*([Hh][Tt][Tt][Pp][Ss]://[^\s/?#@:\\][^\s/?#@\\]*([/?#][^\s\\]*)?|([Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):[^\s\\]+)\s*$",
    most: Some(LONGEST_ADDRESS),
    expected: Expected::ADDRESS,
};

pub const LINE: Format = Format { about: "text", pattern: r"\S", most: Some(LONGEST_LINE), expected: Expected::LINE };

const SENTENCE: Format =
    Format { about: "text", pattern: r"\S", most: Some(LONGEST_SENTENCE), expected: Expected::SENTENCE };

const LINE_OR_NOTHING: Format =
    Format { about: "text", pattern: "", most: Some(LONGEST_LINE), expected: Expected::LINE_OR_NOTHING };

pub const SECURE_ADDRESS: Format = Format {
    about: "`https:` address",
    pattern: r"^\s*[Hh][Tt][Tt][Pp][Ss]://[^\s/?#@:\\][^\s/?#@\\]*([/?#][^\s\\]*)?\s*$",
    most: Some(LONGEST_ADDRESS),
    expected: Expected::SECURE_ADDRESS,
};

const RECEIVER_URL: Format = Format {
    about: "`https:` address",
    pattern: r"^\s*([Hh][Tt][Tt][Pp][Ss]://([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[::1\])|[Hh][Tt][Tt][Pp]://([Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|127\.0\.0\.1|\[::1\]))(:[1-9][0-9]{0,4})?([/?#][^\s\\]*)?\s*$",
    most: Some(LONGEST_ADDRESS),
    expected: Expected::RECEIVER_URL,
};

const PICTURE: Format = Format {
    about: "`https:` address, or `data:image/png;base64,…`, with `webp` and `avif` as well; not SVG",
    pattern: r"^\s*(data:image/(png|webp|avif);base64,[A-Za-z0-9+/]+={0,2}|([Hh][Tt][Tt][Pp][Ss]://([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[::1\])|[Hh][Tt][Tt][Pp]://([Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|127\.0\.0\.1|\[::1\]))(:[1-9][0-9]{0,4})?([/?#][^\s\\]*)?)\s*$",
    most: Some(LONGEST_PICTURE),
    expected: Expected::PICTURE,
};

const EMAIL: Format = Format {
    about: "email address",
    pattern: r"^\s*[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+\s*$",
    most: Some(LONGEST_EMAIL),
    expected: Expected::EMAIL,
};

const DIGITS: Format = Format {
    about: "1 to 20 digits in quotation marks",
    pattern: r"^\s*[0-9]{1,20}\s*$",
    most: None,
    expected: Expected::DIGITS,
};

const UUID: Format = Format {
    about: "UUID",
    pattern: r"^\s*[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\s*$",
    most: None,
    expected: Expected::UUID,
};

const NAME_AT_RECEIVER: Format = Format {
    about: "1 to 64 letters, digits, `_`, `-`, `.`, `:` or brackets",
    pattern: r"^[A-Za-z0-9_][A-Za-z0-9_.:\[\]-]{0,63}$",
    most: None,
    expected: Expected::NAME_AT_RECEIVER,
};

pub const STORAGE_KEY: Format = Format {
    about: "letters, digits, `_` or `-`",
    pattern: r"^[A-Za-z0-9_-]+$",
    most: Some(LONGEST_KEY),
    expected: Expected::STORAGE_KEY,
};

pub const CURRENCY: Format = Format {
    about: "three letters, such as `EUR`",
    pattern: r"^\s*[A-Za-z]{3}\s*$",
    most: None,
    expected: Expected::CURRENCY,
};

pub const GLOBAL: Format = Format {
    about: "letters, digits, `_` or `$`",
    pattern: r"^\s*[A-Za-z_$][A-Za-z0-9_$]*\s*$",
    most: Some(LONGEST_GLOBAL),
    expected: Expected::GLOBAL,
};

pub const ORIGIN: Format = Format {
    about: "origin, such as `https://www.example.com`",
    pattern: r"^\s*([Hh][Tt][Tt][Pp][Ss]://([A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|\[::1\])|[Hh][Tt][Tt][Pp]://([Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|127\.0\.0\.1|\[::1\]))(:[1-9][0-9]{0,4})?\s*$",
    most: Some(LONGEST_ORIGIN),
    expected: Expected::ORIGIN,
};

/// Read by the loader.
pub const SETTINGS_ADDRESS: Format = Format {
    about: "address of a JSON file, or `#` and the `id` of a script in the page",
    pattern: "",
    most: None,
    expected: Expected::OBJECT,
};

pub const MODELS: Shape = Shape::Choice(
    &Alternative::NAMES,
    &["IT by the organization's own staff", "own staff and a provider share IT", "a provider does all of IT"],
);

const CALL_TO_ACTION: Shape = Shape::Object(&Object {
    entries: &[
        Entry { name: "url", about: "Where it leads.", shape: Shape::Text(&ADDRESS), default: None, is_required: true },
        Entry {
            name: "label",
            about: "Its label.",
            shape: Shape::Text(&LABEL),
            default: Some("as without `cta`"),
            is_required: false,
        },
    ],
    conditions: &[],
});

const fn outcome(n: usize, about: &'static str) -> Entry {
    Entry { name: OUTCOMES[n], about, shape: CALL_TO_ACTION, default: Some("as without it"), is_required: false }
}

pub const CTA: Object = Object {
    entries: &[
        outcome(0, "If the result is too close to call."),
        outcome(1, "If the result leans one way and has no entry for the model in front."),
        outcome(2, "If the result is clear and has no entry for the model in front."),
        outcome(3, "If only one model is workable and has no entry of its own."),
        outcome(4, "If in-house IT is in front and not too close to call."),
        outcome(5, "If co-managed IT is in front and not too close to call."),
        outcome(6, "If outsourced IT is in front and not too close to call."),
    ],
    conditions: &[],
};

pub const VIEW: Shape = Shape::Choice(
    &VIEWS,
    &[
        "the verdict and its reasons",
        "why the models are in this order",
        "what would change the result",
        "cost over three years",
        "who does what",
        "the plan for 24 months",
        "questions to ask a provider",
        "saving and sharing",
        "sources and limits",
    ],
);

const fn view_title(n: usize) -> Entry {
    let about = "Name of the view in the list of views, and its heading.";
    optional(OPTIONAL_VIEWS[n], about, Shape::Text(&LABEL), "our words")
}

const VIEW_TITLES: Object = Object {
    entries: &[view_title(0), view_title(1), view_title(2), view_title(3), view_title(4), view_title(5)],
    conditions: &[],
};

pub const TEXTS: Object = Object {
    entries: &[
        optional("title", "The title, at the top.", Shape::Text(&LABEL), "our words"),
        optional("promise", "What visitors get, on the first screen.", Shape::Text(&SENTENCE), "our words"),
        optional(
            "contact",
            "Heading where visitors write to you, unless the result does not call for what you sell.",
            Shape::Text(&LABEL),
            "our words",
        ),
        optional("sections", "Titles of views of the result.", Shape::Object(&VIEW_TITLES), "our words"),
        optional("disclosure", "What the disclosure says in addition.", Shape::Text(&SENTENCE), "nothing"),
    ],
    conditions: &[],
};

/// A dimension of the content.
const fn dimension(n: usize, about: &'static str) -> Entry {
    let Assessment { dimensions, factor_bounds: [least, most], .. } = Assessment::standard();
    let shape = Shape::Number { least: *least, most: *most };
    Entry { name: dimensions[n].id, about, shape, default: Some("1"), is_required: false }
}

pub const WEIGHTS: Object = Object {
    entries: &[
        dimension(0, "It fits the people and skills they have."),
        dimension(1, "Help when they need it."),
        dimension(2, "Control and know-how stay with them."),
        dimension(3, "Clear accountability, little to manage."),
        dimension(4, "Security and compliance are handled."),
        dimension(5, "It keeps up with growth and change."),
        dimension(6, "A cost that they can afford and predict."),
    ],
    conditions: &[],
};

const _: () = assert!(WEIGHTS.entries.len() == Assessment::standard().dimensions.len());

pub const LOGO: Object = Object {
    entries: &[
        Entry {
            name: "url",
            about: "The picture; `http:` only on localhost.",
            shape: Shape::Text(&PICTURE),
            default: None,
            is_required: true,
        },
        Entry {
            name: "alt",
            about: "What it shows, for those who do not see it.",
            shape: Shape::Text(&LABEL),
            default: None,
            is_required: true,
        },
    ],
    conditions: &[Condition::Never { entry: "url", pattern: r"^[^?#]*\.[Ss][Vv][Gg][Zz]?\s*([?#]|$)" }],
};

const FIELD: Shape = Shape::Choice(
    &FIELDS,
    &["full name", "email address", "phone number", "organization", "role in the organization", "message"],
);

/// An entry that may be absent.
const fn optional(name: &'static str, about: &'static str, shape: Shape, default: &'static str) -> Entry {
    Entry { name, about, shape, default: Some(default), is_required: false }
}

/// An entry that has to be there.
const fn required(name: &'static str, about: &'static str, shape: Shape) -> Entry {
    Entry { name, about, shape, default: None, is_required: true }
}

/// What a field or question of the provider offers.
const CHOICES: Entry = optional(
    "choices",
    "What can be chosen.",
    Shape::List { of: &Shape::Text(&LABEL), least: 1, most: MOST_ENTRIES, with: &[] },
    "none; any text",
);

const OWN_FIELD: Shape = Shape::Object(&Object {
    entries: &[
        required("name", "Its name in the message.", Shape::Text(&NAME_AT_RECEIVER)),
        required("label", "Its label, in the language of the page.", Shape::Text(&LABEL)),
        CHOICES,
        optional("required", "Whether it has to be filled in.", Shape::Flag, "`false`"),
    ],
    conditions: &[],
});

pub const QUESTION: Shape = Shape::Object(&Object {
    entries: &[
        required("name", "The name of the answer in the message.", Shape::Text(&NAME_AT_RECEIVER)),
        required("text", "The question, in the language of the page.", Shape::Text(&LINE)),
        CHOICES,
    ],
    conditions: &[],
});

/// Our names in a message.
const NAMES: [&str; FIELDS.len() + PARTS.len()] = {
    let mut names = [""; FIELDS.len() + PARTS.len()];
    let mut n = 0;
    while n < names.len() {
        names[n] = if n < FIELDS.len() { FIELDS[n] } else { PARTS[n - FIELDS.len()] };
        n += 1;
    }
    names
};

pub const CONTACT: Object = Object {
    entries: &[
        Entry {
            name: "receiver",
            about: "How messages are sent.",
            shape: Shape::Choice(
                &RECEIVERS,
                &[
                    "as JSON to your endpoint",
                    "as a form to an endpoint whose answer can be read",
                    "to a form of HubSpot",
                    "as a form to a service that answers with a page",
                    "by the visitor's email program",
                    "to a listener in your page",
                ],
            ),
            default: None,
            is_required: true,
        },
        optional(
            "url",
            "Where `json`, `form` and `post` send messages; `http:` only on localhost.",
            Shape::Text(&RECEIVER_URL),
            "none; they need it",
        ),
        optional(
            "idempotencyHeader",
            "Whether `json` also has the id of the message in the header `Idempotency-Key`, which your endpoint has to allow.",
            Shape::Flag,
            "`false`",
        ),
        optional("portalId", "Your account at `hubspot`.", Shape::Text(&DIGITS), "none; `hubspot` needs it"),
        optional("formId", "The form at `hubspot`.", Shape::Text(&UUID), "none; `hubspot` needs it"),
        Entry {
            name: "region",
            about: "Where `hubspot` has your account.",
            shape: Shape::Choice(&REGIONS, &["United States", "European Union"]),
            default: None,
            is_required: false,
        },
        optional("hutk", "Whether `hubspot` gets its tracking cookie of your page.", Shape::Flag, "`false`"),
        optional(
            "subscription",
            "The kind of news that visitors can ask for, by its number at `hubspot`; `news` needs it there.",
            Shape::Text(&DIGITS),
            "none",
        ),
        optional(
            "email",
            "Your email address, also offered next to the other receivers.",
            Shape::Text(&EMAIL),
            "none; `mailto` needs it",
        ),
        optional(
            "fields",
            "What is asked, in this order; `email` or `phone` has to be among them.",
            Shape::List { of: &FIELD, least: 1, most: MOST_ENTRIES, with: &[] },
            "`name`, `email`, `message`",
        ),
        optional(
            "required",
            "Which of the fields have to be filled in.",
            Shape::List { of: &FIELD, least: 0, most: MOST_ENTRIES, with: &[] },
            "`email`, else `phone`",
        ),
        optional(
            "own",
            "Your own fields.",
            Shape::List { of: &OWN_FIELD, least: 0, most: MOST_OWN_FIELDS, with: &[] },
            "none",
        ),
        optional(
            "names",
            "What the receiver calls parts of the message, if it has other names.",
            Shape::Map { known: &NAMES, names: &NAME_AT_RECEIVER, of: &NAME_AT_RECEIVER, most: None },
            "our names",
        ),
        optional(
            "extra",
            "What the receiver gets with every message, such as the id of a form.",
            Shape::Map { known: &[], names: &NAME_AT_RECEIVER, of: &LINE_OR_NOTHING, most: Some(MOST_ENTRIES) },
            "nothing",
        ),
        optional("answers", "Whether visitors can send their result and answers along.", Shape::Flag, "`false`"),
        optional(
            "news",
            "Whether visitors can ask for news; needs `email` here, and `legalName`, `postalAddress` and `privacyUrl`.",
            Shape::Flag,
            "`false`",
        ),
    ],
    conditions: &[
        Condition::Needs { entry: "receiver", values: &["json", "form", "post"], needs: &["url"] },
        Condition::Needs { entry: "receiver", values: &["hubspot"], needs: &["portalId", "formId"] },
        Condition::Needs { entry: "receiver", values: &["mailto"], needs: &["email"] },
        Condition::TrueNeeds { entry: "news", needs: &["email"] },
        Condition::Contains { entry: "fields", one_of: &["email", "phone"] },
    ],
};

/// The settings that `news` in `contact` needs.
pub const NEEDED_FOR_NEWS: [&str; 3] = ["legalName", "postalAddress", "privacyUrl"];

/// A regular expression for what looks like a secret, which no text in `contact` may contain.
#[must_use]
pub fn secret() -> String {
    format!("(^|[^A-Za-z0-9_])({})[A-Za-z0-9_.-]{{{LEAST_OF_A_SECRET}}}", SECRETS.join("|"))
}

impl Kind {
    /// What it means.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        self.documentation().0
    }

    /// What to do about it.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        self.documentation().1
    }

    const fn documentation(self) -> (&'static str, &'static str) {
        match self {
            Self::NotJson => (
                "What `config` names is not valid JSON.",
                "If it begins with `<`, the address leads to a web page. Otherwise look for an extra comma, a comment or single quotation marks.",
            ),
            Self::NotAScript => (
                r#"The `id` in `config` is not that of a `<script type="application/json">`."#,
                "Put the JSON into such a script, and check its `id`.",
            ),
            Self::TooLarge => ("The JSON has more than 100,000 characters.", "Check that it is the right file."),
            Self::TooDeep => ("Lists or objects are nested too deeply.", "Check that it is the right file."),
            Self::NotAnObject => {
                ("The JSON is a list, a string or a number.", "Begin it with `{` and end it with `}`.")
            }
            Self::UnknownVersion => {
                ("`version` is not 1, so all of the JSON is ignored.", r#"Write `"version": 1`, or update SupportFit."#)
            }
            Self::UnknownSetting => (
                "There is no setting or entry with that name, or not in that place.",
                "Write the nearest name in [the tables](#settings), or remove the entry.",
            ),
            Self::WrongType => (
                "The value has the wrong type, such as a number instead of a string.",
                "Put strings in quotation marks and lists in brackets.",
            ),
            Self::UnknownValue => {
                ("The setting does not allow this value.", "Use one of the values that the line names.")
            }
            Self::TooLong => ("The value has too many characters.", "Shorten it to the length that the line names."),
            Self::Empty => {
                ("The value is empty or has only invisible characters.", "Enter a value, or remove the setting.")
            }
            Self::UnsafeText => (
                "The text has line breaks, hidden characters, or characters that change the writing direction.",
                "Type the text again instead of copying it.",
            ),
            Self::NotAnAddress => (
                "The value is not an absolute address, or contains a space, a backslash or a user name.",
                "Copy the address from the browser's address bar.",
            ),
            Self::ForbiddenScheme => {
                ("The address does not begin with `https:`, `mailto:` or `tel:`.", "Use one of the three.")
            }
            Self::NotAnOrigin => (
                "The value is not an origin, has a path or a trailing slash, or is not encrypted.",
                "Write `https://` and the host, with the port if it has one.",
            ),
            Self::Repeated => ("The entry is already in the list.", "Remove one of the two."),
            Self::TooMany => (
                "A list or an object has too many entries; at `$`, there are more than 50 problems.",
                "Remove some of them; at `$`, correct the 50 that are listed and look again.",
            ),
            Self::Missing => (
                "An entry is absent that the list or object needs, or that another setting needs.",
                "Add what the line names.",
            ),
            Self::Secret => (
                "A text in `contact` looks like an access token or a key, so there is no form.",
                "Remove it, replace it at the service, and use a receiver that needs no secret.",
            ),
        }
    }
}
