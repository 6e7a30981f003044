//! What the receiver's answer means. It is untrusted: of bounded length, unknown names in it are ignored, and texts of it are
//! shown only as quoted text.
//!
//! A page, or data that cannot be read, is never taken for an acceptance, and whatever may have arrived is said to.

use assessment::{json::Value, text};
use config::{Contact, Receiver};

use super::message::field_name;

/// Maximum length of an answer that is read, in bytes.
pub const LONGEST_ANSWER: usize = 16_000;

/// Maximum length of a receiver's message that is shown, in characters.
pub const LONGEST_DETAIL: usize = 200;

/// Maximum number of errors that are read.
const MOST_ERRORS: usize = 50;

/// The answer to a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status code.
    pub status: u16,
    /// Whether its content type is JSON.
    pub is_json: bool,
    /// The body, at most [`LONGEST_ANSWER`] bytes; a longer one is not read as JSON.
    pub text: String,
}

/// Why a request has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// The browser was offline before the request was made, so that none was made.
    Offline,
    /// No connection, a lost one, or an answer that the page must not read (CORS). Browsers do not say which.
    Network,
    Timeout,
    /// A content security policy forbids the request; none was made.
    BlockedByPolicy,
    Canceled,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The receiver says that it has the message. Whether it is delivered is not known.
    Accepted,
    /// The message is on its way, and nothing says whether the receiver has it. Also for receivers whose answer cannot be
    /// read: a form in a new tab, a mail program, the host page.
    Unconfirmed,
    /// The receiver does not take this message, and would not if it were repeated.
    Refused(Refusal),
    Failed {
        reason: Reason,
        /// Whether the same message may succeed later.
        can_repeat: bool,
        may_have_arrived: bool,
    },
}

/// Why a receiver refused a message: faults in fields, which the visitor can correct, or a reason for the site owner, or
/// both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusal {
    /// At most one for each field, in the order of the answer.
    pub fields: Vec<FieldFault>,
    pub reason: Option<Reason>,
    /// What the receiver says about the message as a whole: untrusted, one line of at most [`LONGEST_DETAIL`] characters;
    /// empty if it says nothing.
    pub detail: String,
}

/// A fault that the receiver found in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// Index into [`Contact::fields`].
    pub field: usize,
    pub code: FieldCode,
    /// The receiver's message, like [`Refusal::detail`].
    pub detail: String,
}

/// What is wrong with a field, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldCode {
    Missing,
    NotAnEmail,
    /// The receiver takes no messages from addresses of this domain.
    BlockedEmail,
    TooLong,
    NotAChoice,
    NotANumber,
    /// Only [`FieldFault::detail`] says it.
    Other,
}

/// Why a message was refused or failed, for the site owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The form of the receiver has a captcha, which refuses everything that a program sends.
    Captcha,
    /// The form of the receiver does not have a field that was sent.
    UnknownField,
    /// The form of the receiver requires a field that is not sent.
    MissingField,
    FormNotFound,
    FormInactive,
    NotAuthorized,
    NotAllowed,
    /// The consent is not in the format that the receiver requires.
    Consent,
    /// The tracking cookie is not valid. Without it, the message may be accepted.
    InvalidCookie,
    /// The receiver took the message for spam.
    Spam,
    TooLarge,
    RateLimited,
    BadRequest,
    /// The receiver still processes the same message.
    StillRunning,
    ServerError,
    Offline,
    Network,
    Timeout,
    BlockedByPolicy,
    Canceled,
}

impl Reason {
    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Captcha => "captcha",
            Self::UnknownField => "unknown-field",
            Self::MissingField => "missing-field",
            Self::FormNotFound => "form-not-found",
            Self::FormInactive => "form-inactive",
            Self::NotAuthorized => "not-authorized",
            Self::NotAllowed => "not-allowed",
            Self::Consent => "consent",
            Self::InvalidCookie => "invalid-cookie",
            Self::Spam => "spam",
            Self::TooLarge => "too-large",
            Self::RateLimited => "rate-limited",
            Self::BadRequest => "bad-request",
            Self::StillRunning => "still-running",
            Self::ServerError => "server-error",
            Self::Offline => "offline",
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::BlockedByPolicy => "blocked-by-policy",
            Self::Canceled => "canceled",
        }
    }
}

/// What an answer means. `parse` is that of [`assessment::json::Codec`].
#[must_use]
pub fn outcome(contact: &Contact, answer: &Answer, parse: fn(&str, usize) -> Option<Value>) -> Outcome {
    let failed = |reason, may_have_arrived| Outcome::Failed { reason, can_repeat: true, may_have_arrived };
    let document = parse(&answer.text, LONGEST_ANSWER);
    let reason = match answer.status {
        200..=299 => return of_success(contact, answer, document),
        401 | 403 => Reason::NotAuthorized,
        404 | 410 => Reason::FormNotFound,
        405 => Reason::NotAllowed,
        408 => return failed(Reason::Timeout, true),
        409 if matches!(contact.receiver, Receiver::Json { .. }) => return failed(Reason::StillRunning, true),
        413 => Reason::TooLarge,
        429 => return failed(Reason::RateLimited, false),
        400..=499 => Reason::BadRequest,
        500..=599 => return failed(Reason::ServerError, true),
        // Nothing that a receiver should answer.
        _ => return Outcome::Unconfirmed,
    };
    let mut refusal = refusal(contact, document.as_ref());
    if refusal.fields.is_empty() && refusal.reason.is_none() {
        refusal.reason = Some(reason);
    }
    Outcome::Refused(refusal)
}

/// What it means that there is no answer.
#[must_use]
pub const fn outcome_without_answer(why: NoAnswer) -> Outcome {
    let (reason, can_repeat, may_have_arrived) = match why {
        NoAnswer::Offline => (Reason::Offline, true, false),
        NoAnswer::Network => (Reason::Network, true, true),
        NoAnswer::Timeout => (Reason::Timeout, true, true),
        NoAnswer::BlockedByPolicy => (Reason::BlockedByPolicy, false, false),
        NoAnswer::Canceled => (Reason::Canceled, true, true),
    };
    Outcome::Failed { reason, can_repeat, may_have_arrived }
}

/// A success is believed unless the body says otherwise, or is a page where data was expected: a login or a captcha may be
/// behind it.
fn of_success(contact: &Contact, answer: &Answer, document: Option<Value>) -> Outcome {
    let Some(document) = document else {
        let start = answer.text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        // JSON that cannot be read may say anything.
        let is_unreadable = !start.is_empty() && (answer.is_json || start.starts_with('<'));
        return if is_unreadable { Outcome::Unconfirmed } else { Outcome::Accepted };
    };
    let mut refusal = refusal(contact, Some(&document));
    let is_negative = ["success", "ok"].iter().any(|name| document.get(name) == Some(&Value::Bool(false)));
    if is_negative || refusal != Refusal::default() {
        if refusal.fields.is_empty() && refusal.reason.is_none() {
            refusal.reason = Some(Reason::BadRequest);
        }
        return Outcome::Refused(refusal);
    }
    Outcome::Accepted
}

/// The errors in an answer, in the format of HubSpot (`errors[]` with `errorType` and `message`), of Formspree (`errors[]`
/// with `field`, `code` and `message`), of web frameworks (`errors` with a text or texts for each field) or of Basin (`error`).
fn refusal(contact: &Contact, document: Option<&Value>) -> Refusal {
    let mut refusal = Refusal::default();
    let Some(document) = document else { return refusal };
    for (name, code, message) in errors(document) {
        let field = contact.fields.iter().position(|field| field_name(contact, &field.kind) == name);
        let reason = match (meaning(code), field) {
            (Meaning::Field(code), Some(field)) => {
                if !refusal.fields.iter().any(|fault| fault.field == field) {
                    refusal.fields.push(FieldFault { field, code, detail: detail(message) });
                }
                continue;
            }
            (Meaning::Field(FieldCode::Missing), None) => Reason::MissingField,
            (Meaning::Field(_), None) => Reason::BadRequest,
            (Meaning::Whole(reason), _) => reason,
        };
        if refusal.reason.is_none() {
            refusal.reason = Some(reason);
            refusal.detail = detail(message);
        }
    }
    if refusal.detail.is_empty() {
        refusal.detail = detail(text_at(document, "error"));
    }
    refusal
}

/// The field, the code and the message of each error, as far as they are there.
fn errors(document: &Value) -> Vec<(&str, &str, &str)> {
    let mut errors = Vec::new();
    match document.get("errors") {
        Some(Value::List(all)) => {
            for error in all.iter().take(MOST_ERRORS) {
                let message = text_at(error, "message");
                let code = if text_at(error, "errorType").is_empty() { "code" } else { "errorType" };
                let name = text_at(error, "field");
                errors.push((if name.is_empty() { field_in(message) } else { name }, text_at(error, code), message));
            }
        }
        Some(Value::Object(all)) => {
            for (name, texts) in all.iter().take(MOST_ERRORS) {
                let text = texts.as_list().and_then(|texts| texts.first()).unwrap_or(texts);
                errors.push((name, "", text.as_text().unwrap_or_default()));
            }
        }
        _ => {}
    }
    errors
}

/// What a receiver's code is about.
enum Meaning {
    /// A field, if the error names one of ours.
    Field(FieldCode),
    /// The message as a whole, whatever field is named: the visitor can change nothing.
    Whole(Reason),
}

fn meaning(code: &str) -> Meaning {
    Meaning::Field(match code {
        "REQUIRED_FIELD" | "REQUIRED_FIELD_EMPTY" | "REQUIRED_FIELD_MISSING" => FieldCode::Missing,
        "INVALID_EMAIL" | "TYPE_EMAIL" => FieldCode::NotAnEmail,
        "BLOCKED_EMAIL" => FieldCode::BlockedEmail,
        "INPUT_TOO_LARGE" => FieldCode::TooLong,
        "VALUE_NOT_IN_FIELD_DEFINITION" => FieldCode::NotAChoice,
        "INVALID_NUMBER" | "NUMBER_OUT_OF_RANGE" | "TYPE_NUMERIC" => FieldCode::NotANumber,
        "FORM_HAS_RECAPTCHA_ENABLED" => return Meaning::Whole(Reason::Captcha),
        "FIELD_NOT_IN_FORM_DEFINITION" => return Meaning::Whole(Reason::UnknownField),
        "FORM_NOT_FOUND" | "PROJECT_NOT_FOUND" => return Meaning::Whole(Reason::FormNotFound),
        "INACTIVE" => return Meaning::Whole(Reason::FormInactive),
        "BLOCKED" => return Meaning::Whole(Reason::Spam),
        "INVALID_HUTK" => return Meaning::Whole(Reason::InvalidCookie),
        "INVALID_LEGAL_OPTION_FORMAT"
        | "MISSING_PROCESSING_CONSENT"
        | "MISSING_PROCESSING_CONSENT_TEXT"
        | "MISSING_COMMUNICATION_CONSENT_TEXT"
        | "MISSING_LEGITIMATE_INTEREST_TEXT"
        | "DUPLICATE_SUBSCRIPTION_TYPE_ID" => return Meaning::Whole(Reason::Consent),
        _ => FieldCode::Other,
    })
}

/// The field that a message of HubSpot names: `Error in 'fields.email'. Invalid email address`. Empty if it names none.
fn field_in(message: &str) -> &str {
    let quoted = message.split('\'').find_map(|part| part.strip_prefix("fields."));
    // `0-1/email` is the email address of a contact.
    quoted.map_or("", |name| name.strip_prefix("0-1/").unwrap_or(name))
}

fn text_at<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_text).unwrap_or_default()
}

fn detail(message: &str) -> String {
    text::name(message, LONGEST_DETAIL)
}
