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
    Problem::new("$", &format!("{characters} characters"), Fault(Kind::TooLarge, Expected::FewerCharacters))
}

/// The document is nested deeper than any configuration.
#[must_use]
pub fn too_deep() -> Problem {
    Problem::new("$", "more levels than are read", Fault(Kind::TooDeep, Expected::FewLevels))
}

/// There are more than [`MOST_PROBLEMS`].
pub(super) fn too_many() -> Problem {
    Problem::new("$", "more problems", Fault(Kind::TooMany, Expected::FewerProblems))
}

/// A problem with a value. Strings are quoted.
pub(super) fn problem(fault: Fault, path: &str, found: &Value) -> Problem {
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
        /// Too many list entries or problems.
        TooMany = "too-many",
    }
}

/// What was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    FewerCharacters,
    FewLevels,
    Object,
    /// The version that this build reads.
    Version,
    SettingName,
    LanguageTag,
    /// A name or a label.
    Label,
    /// A text without unsafe characters.
    VisibleText,
    Alternatives,
    Alternative,
    /// An address with one of three schemes.
    Address,
    /// An unambiguous absolute address.
    WholeAddress,
    ShortAddress,
    /// A value of [`Flow`](super::Flow).
    Flow,
    /// A value of [`Theme`](super::Theme).
    Theme,
    /// A value of [`DraftStorage`](super::DraftStorage).
    DraftStorage,
    StorageKey,
    Currency,
    /// A value of [`Loading`](super::Loading).
    Loading,
    /// A value of [`Detail`](super::Detail).
    Detail,
    /// The name of a global variable.
    Global,
    Flag,
    Origins,
    Origin,
    /// Names of parameters of an address.
    Parameters,
    /// An entry that is not in the list yet.
    Once,
    FewerEntries,
    FewerProblems,
}

impl Expected {
    /// The expectation, for a message after "expected".
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::FewerCharacters => "at most 100,000 characters",
            Self::FewLevels => "an object of strings and arrays of strings",
            Self::Object => "an object",
            Self::Version => "1",
            Self::SettingName => "the name of a setting",
            Self::LanguageTag => "a language tag such as en or pt-BR",
            Self::Label => "1 to 80 characters",
            Self::VisibleText => "text without control or invisible characters",
            Self::Alternatives => "an array of in-house, co-managed or outsourced",
            Self::Alternative => "in-house, co-managed or outsourced",
            Self::Address => "an address that begins with https:, mailto: or tel:",
            Self::WholeAddress => "a full address without spaces, backslashes or user names",
            Self::ShortAddress => "at most 2,000 characters",
            Self::Flow => "auto, quick or full",
            Self::Theme => "auto, light or dark",
            Self::DraftStorage => "local or none, so no answers are saved",
            Self::StorageKey => "1 to 100 letters, digits, _ or -, such as acme or support-fit-acme",
            Self::Currency => "a currency code such as USD",
            Self::Loading => "lazy or eager",
            Self::Detail => "plain or detailed",
            Self::Global => "a name of 1 to 40 letters, digits, _ or $, not starting with a digit",
            Self::Flag => "true or false",
            Self::Origins => "an array of origins",
            Self::Origin => "an origin such as https://www.example.com, without a path",
            Self::Parameters => "an array of names of parameters",
            Self::Once => "each entry once",
            Self::FewerEntries => "at most 20 entries",
            Self::FewerProblems => "at most 50; the others are not listed",
        }
    }
}

/// The start of a name, safe to print.
pub(super) fn excerpt(text: &str) -> String {
    assessment::text::excerpt(text, LONGEST_NAME)
}
