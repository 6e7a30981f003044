//! A message to the provider: what the visitor entered, what is sent, and what became of it.
//!
//! This crate makes no request and reads no clock. The shell carries out [`Effect`]s and [`Request`]s, and reports what
//! happened.
//!
//! | module | concern |
//! |---|---|
//! | `form` | what was entered, checked when the visitor sends it |
//! | `typo` | likely typing errors in email addresses |
//! | `message` | what is sent, and what the visitor sees of it: both are made from the same entries |
//! | `request` | the request for each kind of receiver |
//! | `encoding` | percent-encoding and form encoding |
//! | `answer` | what an answer means; answers are untrusted |
//! | `delivery` | the calls of the script that sends, and what it answers |
//! | `kept` | what was typed, kept for later |
//! | `sending` | attempts, waiting and giving up, as a state machine |

mod answer;
mod delivery;
mod encoding;
mod form;
mod kept;
mod message;
mod request;
mod sending;
mod typo;

pub use answer::{
    Answer, FieldCode, FieldFault, LONGEST_ANSWER, LONGEST_DETAIL, NoAnswer, Outcome, Reason, Refusal, outcome,
    outcome_without_answer,
};
pub use delivery::{call_for, outcome_of};
pub use form::{Fault, Typed, check, most_characters};
pub use kept::{MOST_DAYS, kept, unkept};
pub use message::{Consent, Evidence, Message, SentResult};
pub use request::{LONGEST_MAIL_ADDRESS, MailWords, Print, Request, address, by_hand, email_of, request, written};
pub use sending::{Effect, Input, MOST_ATTEMPTS, Sending, State};
pub use typo::likely_typo;
