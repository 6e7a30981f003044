//! What documents, schemas and types say of the settings and of problems. Only with the feature `documentation`, which the
//! application does not have.

use assessment::Alternative;

use super::{
    address::{LONGEST_ADDRESS, LONGEST_ORIGIN},
    name::{LONGEST_GLOBAL, LONGEST_KEY, LONGEST_TAG},
    problem::{Expected, Kind},
    text::LONGEST_LABEL,
};

pub use super::list::MOST_ENTRIES;

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
    /// At least this many different entries, at most [`MOST_ENTRIES`].
    List {
        of: &'static Self,
        least: usize,
    },
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
    about: "language tag, such as `en` or `pt-BR`",
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
                "There is no setting with that name, or not in that place.",
                "Write the nearest name in [the table](#settings), or remove the entry.",
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
                "A list has more than 20 entries; at `$`, there are more than 50 problems.",
                "Shorten the list; at `$`, correct the 50 that are listed and look again.",
            ),
        }
    }
}
