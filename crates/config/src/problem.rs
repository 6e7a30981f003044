//! Problems with settings, for site owners: one line in the console, in English, with a stable code.

use super::choice::choices;
use assessment::json::{self, Expectation, Value};

/// Maximum length of a document, in characters.
pub const MOST_CHARACTERS: usize = 100_000;

/// Maximum number of problems listed. One more says that there are others.
pub const MOST_PROBLEMS: usize = 50;

/// Maximum number of characters of a setting's name in a path, before an ellipsis; as for found values.
const LONGEST_NAME: usize = 57;

/// A problem with a setting.
///
/// ```
/// assert_eq!(
///     config::too_large(123_456).to_string(),
///     "too-large at $: found 123456 characters, expected at most 100,000 characters"
/// );
/// ```
pub type Problem = json::Problem<Fault>;

/// What is wrong with a value: the kind of problem, and what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault(pub Kind, pub Expected);

impl Expectation for Fault {
    fn code(&self) -> &'static str {
        self.0.code()
    }

    fn text(&self) -> Option<&'static str> {
        Some(self.1.text())
    }
}

/// The text of the document has more than [`MOST_CHARACTERS`].
#[must_use]
pub fn too_large(characters: usize) -> Problem {
    Problem::new("$", &format!("{characters} characters"), Fault(Kind::TooLarge, Expected::FEWER_CHARACTERS))
}

/// The document is nested deeper than any configuration.
#[must_use]
pub fn too_deep() -> Problem {
    Problem::new("$", "more levels than are read", Fault(Kind::TooDeep, Expected::FEW_LEVELS))
}

/// What a reader reports: each kind of problem once per place, until there are too many.
#[derive(Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    pub fn report(&mut self, fault: Fault, path: &str, found: &Value) {
        self.add(problem(fault, path, found));
    }

    /// Adds a problem, or that there are more than [`MOST_PROBLEMS`].
    pub fn add(&mut self, problem: Problem) {
        let is_known = |known: &Problem| known.expected.0 == problem.expected.0 && known.path == problem.path;
        if self.0.len() > MOST_PROBLEMS || self.0.iter().any(is_known) {
            return;
        }
        let is_room = self.0.len() < MOST_PROBLEMS;
        let too_many = || Problem::new("$", "more problems", Fault(Kind::TooMany, Expected::FEWER_PROBLEMS));
        self.0.push(if is_room { problem } else { too_many() });
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn list(self) -> Vec<Problem> {
        self.0
    }
}

/// A problem with a value. Strings are quoted.
fn problem(fault: Fault, path: &str, found: &Value) -> Problem {
    let mut problem = Problem::with_value(path, found, fault);
    if matches!(found, Value::Text(_)) {
        problem.found = ["\"", &problem.found, "\""].concat();
    }
    problem
}

choices! {
    /// The kind of problem. The codes are stable, for documentation and programs.
    Kind {
        /// The document is not valid JSON. Only the loader reports this (`src/embed/mounting.js`).
        NotJson = "not-json",
        /// The name of an element that is not a script with JSON. Only the loader reports this.
        NotAScript = "not-a-script",
        /// The document is too long to be parsed.
        TooLarge = "too-large",
        /// The document has too many levels.
        TooDeep = "too-deep",
        /// The document is not a JSON object.
        NotAnObject = "not-an-object",
        /// The document has another version and is ignored.
        UnknownVersion = "unknown-version",
        /// There is no such setting.
        UnknownSetting = "unknown-setting",
        /// For example a number instead of a string.
        WrongType = "wrong-type",
        /// A string that the setting does not know, or that has the wrong format.
        UnknownValue = "unknown-value",
        /// More characters than the setting may have.
        TooLong = "too-long",
        /// Empty or invisible.
        Empty = "empty",
        /// A string with control, invisible or bidirectional characters.
        UnsafeText = "unsafe-text",
        /// Not an absolute address, or an ambiguous one.
        NotAnAddress = "not-an-address",
        /// An address with a scheme that a link may not have.
        ForbiddenScheme = "forbidden-scheme",
        /// Not an origin, or not a trustworthy one.
        NotAnOrigin = "not-an-origin",
        /// A duplicate list entry.
        Repeated = "repeated",
        /// Too many entries or problems.
        TooMany = "too-many",
        /// Something else needs an entry that is absent.
        Missing = "missing",
        /// What looks like a secret, such as an access token. It is not printed.
        Secret = "secret",
    }
}

/// What was expected, for a message after "expected". Constants, so that a module contains only the texts that it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected(&'static str);

impl Expected {
    pub const FEWER_CHARACTERS: Self = Self("at most 100,000 characters");
    pub const FEW_LEVELS: Self = Self("at most 16 levels");
    pub const OBJECT: Self = Self("an object");
    /// The version that this build reads.
    pub const VERSION: Self = Self("1");
    pub const SETTING_NAME: Self = Self("the name of a setting");
    pub const LANGUAGE_TAG: Self = Self("a language tag such as en or pt-BR");
    /// A name or a label.
    pub const LABEL: Self = Self("1 to 80 characters");
    /// A text of one line.
    pub const LINE: Self = Self("1 to 200 characters");
    /// A text of one line, or nothing.
    pub const LINE_OR_NOTHING: Self = Self("at most 200 characters");
    /// A text without unsafe characters.
    pub const VISIBLE_TEXT: Self = Self("text without control or invisible characters");
    pub const ALTERNATIVES: Self = Self("an array of in-house, co-managed or outsourced");
    pub const ALTERNATIVE: Self = Self("in-house, co-managed or outsourced");
    /// An address with one of three schemes.
    pub const ADDRESS: Self = Self("an address that begins with https:, mailto: or tel:");
    /// An unambiguous absolute address.
    pub const WHOLE_ADDRESS: Self = Self("a full address without spaces, backslashes or user names");
    pub const SHORT_ADDRESS: Self = Self("at most 2,000 characters");
    /// An address with one scheme.
    pub const SECURE_ADDRESS: Self = Self("an address that begins with https:");
    /// A value of [`Flow`](super::Flow).
    pub const FLOW: Self = Self("auto, quick or full");
    /// A value of [`Order`](super::Order).
    pub const ORDER: Self = Self("content or adaptive");
    /// A value of [`Theme`](super::Theme).
    pub const THEME: Self = Self("auto, light or dark");
    /// A value of [`DraftStorage`](super::DraftStorage).
    pub const DRAFT_STORAGE: Self = Self("local or none, so no answers are saved");
    pub const STORAGE_KEY: Self = Self("1 to 100 letters, digits, _ or -, such as acme or support-fit-acme");
    pub const CURRENCY: Self = Self("a currency code such as USD");
    /// A value of [`Loading`](super::Loading).
    pub const LOADING: Self = Self("lazy or eager");
    /// A value of [`Detail`](super::Detail).
    pub const DETAIL: Self = Self("plain or detailed");
    /// The name of a global variable.
    pub const GLOBAL: Self = Self("a name of 1 to 40 letters, digits, _ or $, not starting with a digit");
    /// A factor on the weight of a dimension.
    pub const FACTOR: Self = Self("a number from 0.5 to 2");
    pub const FLAG: Self = Self("true or false");
    pub const ORIGINS: Self = Self("an array of origins");
    pub const ORIGIN: Self = Self("an origin such as https://www.example.com, without a path");
    /// Names of parameters of an address.
    pub const PARAMETERS: Self = Self("an array of names of parameters");
    /// An entry that is not in the list yet.
    pub const ONCE: Self = Self("each entry once");
    pub const FEWER_ENTRIES: Self = Self("at most 20 entries");
    /// A longer text.
    pub const SENTENCE: Self = Self("1 to 300 characters");
    pub const VIEWS: Self = Self("an array of names of views");
    pub const VIEW: Self = Self("answer, why, what-if, cost, who, plan, ask, save or sources");
    pub const UNHIDDEN_VIEWS: Self = Self("what-if and sources among them, which cannot be hidden");
    pub const PICTURE: Self = Self("an https: address or a data:image/png, webp or avif in Base64, and no SVG");
    pub const SHORT_PICTURE: Self = Self("at most 20,000 characters");
    pub const OBJECTS: Self = Self("an array of objects");
    pub const OUTCOME: Self = Self("close, lean, clear, only, in-house, co-managed or outsourced");
    /// The name of an entry of an object.
    pub const ENTRY_NAME: Self = Self("the name of an entry");
    /// A value of the entry `receiver`.
    pub const RECEIVER: Self = Self("json, form, hubspot, post, mailto or event");
    pub const RECEIVER_URL: Self = Self("an https: address without a user name, such as https://www.example.com/inbox");
    pub const EMAIL: Self = Self("one email address such as hello@example.com");
    pub const DIGITS: Self = Self("1 to 20 digits in quotation marks");
    pub const UUID: Self = Self("a UUID such as 12345678-90ab-cdef-1234-567890abcdef");
    /// A value of the entry `region`.
    pub const REGION: Self = Self("na1 or eu1");
    pub const FIELDS: Self = Self("an array of name, email, phone, organization, role or message");
    pub const FIELD: Self = Self("name, email, phone, organization, role or message");
    pub const FIELD_FOR_A_REPLY: Self = Self("email or phone among them");
    pub const SHOWN_FIELD: Self = Self("one of the fields that are shown");
    pub const FEWER_OWN_FIELDS: Self = Self("at most 3 own fields");
    pub const FEWER_QUESTIONS: Self = Self("at most 5 questions");
    pub const CHOICES: Self = Self("an array of 1 to 20 labels");
    /// Our name of a part of a message.
    pub const PART: Self = Self("the name of a field, an own field or a part of the message");
    pub const NAME_AT_RECEIVER: Self =
        Self("a name of 1 to 64 letters, digits, _, -, ., : or brackets, which begins with a letter, digit or _");
    pub const FREE_NAME: Self = Self("a name that nothing else in the message has");
    pub const SENDER: Self = Self("legalName, postalAddress, privacyUrl and contact.email");
    pub const NO_SECRET: Self = Self("no access token or key: anyone can read the settings of a page");
    pub const FEWER_PROBLEMS: Self = Self("at most 50; the others are not listed");

    #[must_use]
    pub const fn text(self) -> &'static str {
        self.0
    }
}

/// The start of a name, safe to print.
pub(super) fn excerpt(text: &str) -> String {
    assessment::text::excerpt(text, LONGEST_NAME)
}
