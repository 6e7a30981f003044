//! The result as a short plain-text mail: subject, body, and a `mailto:` address.
//!
//! The visitor's mail program sends it. If space is short, reasons are dropped, the last first, and then what would change
//! the result.

use super::{Offer, Voice, headline, verdict_sentence};
use assessment::{
    Alternative,
    i18n::key::{self, ui::link::mail as words_of, ui::result::change, ui::result::offer},
    text::{characters, push_percent},
};
use decision::{
    evaluation::{Evaluation, Verdict},
    explanation::{Cause, Flips, Reason, Reasons, statement},
};

/// Maximum number of characters of a body, the link not counted.
pub const LONGEST_BODY: usize = 1200;

/// Maximum number of characters of a `mailto:` address; some mail programs cut longer ones.
pub const LONGEST_ADDRESS: usize = 1800;

/// Maximum number of reasons for the leader, and against it.
const MOST_REASONS: [usize; 2] = [2, 1];

/// The parts of a mail besides the result.
#[derive(Debug, Clone, Copy)]
pub struct MailNotes<'a> {
    /// The whole address that opens the result; empty if there is none.
    pub link: &'a str,
    /// Who offers the assessment, if that is known.
    pub provider: Option<&'a str>,
    /// What they sell; empty if that is not known.
    pub sells: &'a [Alternative],
    /// Whether the site owner changed the published tool.
    pub is_changed: bool,
}

/// A mail. No line is broken for width, and paragraphs have an empty line between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The subject, one line.
    pub subject: String,
    /// What comes before the reasons.
    opening: Vec<String>,
    /// Title of a list of reasons, and the reasons, strongest first; those for the leader, then those against it.
    reasons: [(String, Vec<String>); 2],
    /// What would change the result.
    change: Option<String>,
    /// What comes before the link.
    lead_in: String,
    link: String,
    /// What comes after the link.
    closing: Vec<String>,
}

impl Mail {
    /// Words a result. Without `flips` it does not say what would change it; where there are too few answers, it says that
    /// and gives the link.
    #[must_use]
    pub fn of(voice: Voice<'_>, evaluation: &Evaluation, flips: Option<&Flips>, notes: MailNotes<'_>) -> Self {
        let writer = Writer { voice, evaluation };
        let has_result = evaluation.verdict != Verdict::Insufficient;
        let mut opening = vec![voice.t(words_of::INTRO).to_owned(), writer.verdict()];
        if has_result {
            opening.push(writer.shares());
        }
        let mut closing = Vec::new();
        if !notes.link.is_empty() {
            closing.push(voice.t(words_of::PRIVATE).to_owned());
        }
        if notes.provider.is_some() {
            let offered = Offer { name: notes.provider, sells: notes.sells, ..Offer::default() };
            closing.push(voice.offer(offered, [offer::SOMEBODY, words_of::NAMED, words_of::SELLS]));
        }
        if notes.is_changed {
            let who = notes.provider.unwrap_or_else(|| voice.t(offer::OWNER));
            closing.push(voice.fill(words_of::CHANGED, &[("provider", who)]));
        }
        Self {
            subject: voice.fill(words_of::SUBJECT, &[("title", &headline(voice, evaluation))]),
            opening,
            reasons: if has_result { writer.reasons() } else { Default::default() },
            change: flips.filter(|_| has_result).map(|flips| writer.change(flips)),
            lead_in: voice.t(words_of::LINK).to_owned(),
            link: notes.link.to_owned(),
            closing,
        }
    }

    /// The body, at most [`LONGEST_BODY`] characters without the link, as far as that can be had by leaving out.
    #[must_use]
    pub fn body(&self) -> String {
        let mut body = String::new();
        for shown in (0..=self.most_shown()).rev() {
            body = self.text(shown);
            if characters(&body) - characters(&self.link) <= LONGEST_BODY {
                break;
            }
        }
        body
    }

    /// A `mailto:` address with subject and body and no receiver, by RFC 6068. `None` if it would be longer than
    /// [`LONGEST_ADDRESS`] with nothing left to leave out; then there is [`body`](Self::body) to copy.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        (0..=self.most_shown()).rev().map(|shown| self.address_of(shown)).find(|text| text.len() <= LONGEST_ADDRESS)
    }

    fn address_of(&self, shown: usize) -> String {
        let mut address = "mailto:?subject=".to_owned();
        push_encoded(&mut address, &self.subject);
        address.push_str("&body=");
        push_encoded(&mut address, &self.text(shown));
        address
    }

    /// What can be left out: each reason, and the paragraph on what would change the result.
    fn most_shown(&self) -> usize {
        let [speaking_for, against] = &self.reasons;
        speaking_for.1.len() + against.1.len() + usize::from(self.change.is_some())
    }

    /// The body with this many optional parts: first what would change the result, then the reasons in order.
    fn text(&self, shown: usize) -> String {
        let mut paragraphs = self.opening.clone();
        let mut left = shown.saturating_sub(usize::from(self.change.is_some()));
        for (title, reasons) in &self.reasons {
            let kept = left.min(reasons.len());
            left -= kept;
            if kept > 0 {
                paragraphs.push(list(title, reasons.get(..kept).unwrap_or_default()));
            }
        }
        if shown > 0 {
            paragraphs.extend(self.change.clone());
        }
        if !self.link.is_empty() {
            paragraphs.push([self.lead_in.as_str(), "\n", &self.link].concat());
        }
        paragraphs.extend_from_slice(&self.closing);
        paragraphs.join("\n\n")
    }
}

/// What every sentence is made from.
struct Writer<'a> {
    voice: Voice<'a>,
    evaluation: &'a Evaluation,
}

impl Writer<'_> {
    /// The verdict, and what has to be known with it.
    fn verdict(&self) -> String {
        let mut said = verdict_sentence(self.voice, self.evaluation);
        if self.evaluation.quick_only {
            said.push(' ');
            said.push_str(self.voice.t(key::verdict::QUICK));
        }
        said
    }

    fn shares(&self) -> String {
        let share = |model: Alternative| {
            self.voice.labeled(self.voice.name(model), &self.voice.share(self.evaluation.shares.first[model.index()]))
        };
        list(self.voice.t(words_of::SHARES), &Alternative::ALL.map(share))
    }

    fn reasons(&self) -> [(String, Vec<String>); 2] {
        let leader = self.evaluation.leader;
        let Reasons { speaking_for, speaking_against } = Reasons::of(self.voice.assessment, self.evaluation, leader);
        let [most_for, most_against] = MOST_REASONS;
        let worded =
            |reasons: &[Reason], most| reasons.iter().filter_map(|reason| self.reason(reason)).take(most).collect();
        [
            (
                self.voice.fill(words_of::FOR, &[("name", self.voice.inline_forms(leader))]),
                worded(&speaking_for, most_for),
            ),
            (self.voice.t(words_of::AGAINST).to_owned(), worded(&speaking_against, most_against)),
        ]
    }

    /// What the answers that a reason rests on say; nothing for the priorities, which say nothing by themselves.
    fn reason(&self, reason: &Reason) -> Option<String> {
        let Cause::Item(item) = reason.cause else { return None };
        let said = statement(self.voice.assessment, &self.evaluation.reading, item)?;
        Some(self.voice.t(said).to_owned())
    }

    /// What would change the result, in a line.
    fn change(&self, flips: &Flips) -> String {
        let (group, is_gate) = flips.nearest();
        let [one, other] = if is_gate { [change::GATE_ONE, change::GATE_OTHER] } else { [change::ONE, change::OTHER] };
        let Some(size) = group.size else { return self.voice.t(change::NONE).to_owned() };
        let mut said = self.voice.count([one, other], size);
        // A single answer is named; more would not fit in a line.
        if let Some(flip) = group.examples.first()
            && flip.changes.len() == 1
            && let Some(changed) = flip.statements(self.voice.assessment, &self.evaluation.reading).first()
        {
            let values = [("statement", self.voice.t(*changed)), ("name", self.voice.inline_forms(flip.new_leader))];
            said.push(' ');
            said.push_str(&self.voice.fill(words_of::EXAMPLE, &values));
        }
        said
    }
}

/// A title and a line for each entry.
fn list(title: &str, entries: &[String]) -> String {
    let mut lines = title.to_owned();
    for entry in entries {
        lines.push_str("\n- ");
        lines.push_str(entry);
    }
    lines
}

/// Percent-encodes all but common characters that RFC 6068 allows; a line break becomes CR LF.
fn push_encoded(address: &mut String, text: &str) {
    push_percent(address, &text.replace('\n', "\r\n"), "-._~,:;");
}
