//! The request for each kind of receiver.

use assessment::{
    json::Value,
    text::{newlines, one_line},
};
use config::{Contact, HubSpot, Receiver};

use super::{
    encoding::{form, push_mail},
    message::{Message, text_of},
};

/// Prints a value as JSON, indented by this many spaces ([`assessment::json::Codec`]).
pub type Print = fn(&Value, u32) -> String;

/// Maximum length of a `mailto:` address, in bytes. Windows cuts longer ones at about 2,000.
pub const LONGEST_MAIL_ADDRESS: usize = 1_900;

/// Maximum length of the encoded subject and of the encoded note, in bytes.
const LONGEST_SUBJECT: usize = 400;
const LONGEST_NOTE: usize = 600;

/// What the shell does to send a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// A POST whose answer is read.
    Fetch { url: String, headers: Vec<(&'static str, String)>, body: String },
    /// An HTML form that is sent in a new tab; nothing of the answer can be read.
    Post { url: String, entries: Vec<(String, String)> },
    /// A `mailto:` address. If it is shortened, the end of the body is missing, and the note is there instead.
    Mail { url: String, is_shortened: bool },
    /// The event `support-fit-lead`, with this as its detail.
    Event { payload: Value },
}

/// The words of a mail.
#[derive(Debug, Clone, Copy)]
pub struct MailWords<'a> {
    pub subject: &'a str,
    /// Appended to a shortened body.
    pub shortened: &'a str,
    /// What entries are called, by our names for a form. Other entries keep their names.
    pub labels: &'a [(&'a str, &'a str)],
    /// For a box that is selected.
    pub yes: &'a str,
    pub no: &'a str,
    /// Between a label and its text.
    pub colon: &'a str,
}

/// The request that sends a message to the receiver of the settings.
#[must_use]
pub fn request(contact: &Contact, message: &Message, words: MailWords<'_>, print: Print) -> Request {
    let entries = message.entries(contact);
    match &contact.receiver {
        Receiver::Json { url, idempotency_header } => {
            let mut headers = json_headers();
            if *idempotency_header {
                // A string of RFC 8941; a UUID needs no escapes.
                headers.push(("Idempotency-Key", ["\"", &message.id, "\""].concat()));
            }
            Request::Fetch { url: url.clone(), headers, body: print(&Value::Object(entries), 0) }
        }
        Receiver::Form { url } => Request::Fetch {
            url: url.clone(),
            headers: vec![
                ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
                ("Accept", "application/json".to_owned()),
            ],
            body: form(&texts(entries, print)),
        },
        Receiver::HubSpot(hubspot) => {
            let mut fields = Vec::new();
            for (name, value) in texts(entries, print) {
                fields.push(Value::object([("name", name.into()), ("value", value.into())]));
            }
            let mut body = vec![("fields".to_owned(), Value::List(fields))];
            body.extend(message.around(hubspot));
            Request::Fetch {
                url: hubspot_address(hubspot),
                headers: json_headers(),
                body: print(&Value::Object(body), 0),
            }
        }
        Receiver::Post { url } => Request::Post { url: url.clone(), entries: texts(entries, print) },
        Receiver::Mailto => {
            let lines = message.shown(contact, words, print);
            mail(contact.email.as_deref().unwrap_or_default(), &lines, words)
        }
        Receiver::Event => Request::Event { payload: Value::Object(entries) },
    }
}

/// The address that a message is sent to; `None` if that is an email program or the page.
#[must_use]
pub fn address(contact: &Contact) -> Option<String> {
    match &contact.receiver {
        Receiver::Json { url, .. } | Receiver::Form { url } | Receiver::Post { url } => Some(url.clone()),
        Receiver::HubSpot(form) => Some(hubspot_address(form)),
        Receiver::Mailto | Receiver::Event => None,
    }
}

fn hubspot_address(form: &HubSpot) -> String {
    let host = if form.is_european { "api-eu1" } else { "api" };
    let path = ".hsforms.com/submissions/v3/integration/submit/";
    ["https://", host, path, &form.portal_id, "/", &form.form_id].concat()
}

/// The same message as a mail, which is offered next to every receiver: with labels, and without what is only for the
/// receiver. `None` if the settings have no email address.
#[must_use]
pub fn email_of(contact: &Contact, message: &Message, words: MailWords<'_>, print: Print) -> Option<Request> {
    let email = contact.email.as_deref()?;
    if contact.receiver == Receiver::Mailto {
        return Some(request(contact, message, words, print));
    }
    Some(mail(email, &by_hand(contact, message, words, print), words))
}

/// The lines of a message that the visitor passes on by hand: those of a mail, without what is only for the receiver.
#[must_use]
pub fn by_hand(contact: &Contact, message: &Message, words: MailWords<'_>, print: Print) -> Vec<(String, String)> {
    if contact.receiver == Receiver::Mailto {
        return message.shown(contact, words, print);
    }
    let plain = Contact { receiver: Receiver::Mailto, names: Vec::new(), extra: Vec::new(), ..contact.clone() };
    message.shown(&plain, words, print)
}

fn json_headers() -> Vec<(&'static str, String)> {
    vec![("Content-Type", "application/json".to_owned())]
}

fn texts(entries: Vec<(String, Value)>, print: Print) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for (name, value) in entries {
        texts.push((name, text_of(&value, print)));
    }
    texts
}

fn mail(email: &str, lines: &[(String, String)], words: MailWords<'_>) -> Request {
    let mut url = "mailto:".to_owned();
    if let Some((local, domain)) = email.split_once('@') {
        push_mail(&mut url, local);
        url.push('@');
        push_mail(&mut url, domain);
    }
    url.push_str("?subject=");
    let most = url.len() + LONGEST_SUBJECT;
    push_within(&mut url, &one_line(words.subject), most);
    url.push_str("&body=");
    let body = written(lines, words.colon);
    let start = url.len();
    let fits = push_within(&mut url, &body, LONGEST_MAIL_ADDRESS);
    if !fits {
        let mut note = String::new();
        push_within(&mut note, &["\n\n", words.shortened].concat(), LONGEST_NOTE);
        url.truncate(start);
        push_within(&mut url, &body, LONGEST_MAIL_ADDRESS - note.len());
        url.push_str(&note);
    }
    Request::Mail { url, is_shortened: !fits }
}

/// The lines of a mail as its body: what has several lines begins on a new one.
#[must_use]
pub fn written(lines: &[(String, String)], colon: &str) -> String {
    let mut body = String::new();
    for (name, value) in lines {
        if !body.is_empty() {
            body.push('\n');
        }
        body.push_str(name);
        let value = newlines(value);
        if value.contains('\n') {
            body.push_str(colon.trim_end());
            body.push('\n');
        } else {
            body.push_str(colon);
        }
        body.push_str(&value);
    }
    body
}

/// Appends the start of a text, percent-encoded, as long as the whole has at most this many bytes. Returns whether
/// everything is there.
fn push_within(out: &mut String, text: &str, most: usize) -> bool {
    for c in text.chars() {
        let before = out.len();
        push_mail(out, c.encode_utf8(&mut [0; 4]));
        if out.len() > most {
            out.truncate(before);
            return false;
        }
    }
    true
}
