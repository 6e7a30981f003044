//! Opening answers from a link, a file or pasted text. Existing answers are replaced only if the visitor agrees, and replacing
//! them can be undone.

use leptos::prelude::*;

use super::Ui;
use crate::ui::{
    host::{FileFault, OpenedFile},
    notice,
};
use assessment::{
    i18n::key::ui::take::{device as pasted, file as words},
    json::Value,
    text,
};
use decision::{response::ResponseSet, worksheet::Worksheet};
use session::{
    Action, Draft, ENTRY_CODE, Expected, Notice, Place, Problem, Source, decode_sent,
    link::{self, LinkProblem, LinkState, fragment_of, fragment_with, is_meant_as_link},
};

/// Maximum number of characters of a file's name, before an ellipsis.
const LONGEST_NAME: usize = 60;

/// Maximum size in bytes of what this version does not know in a file, which is kept and saved again beside a draft of any size.
const LONGEST_UNKNOWN: usize = 20_000;

/// A draft from elsewhere, and what was left out of it, in words; or an error message.
type Read = Result<(Draft, Option<String>), String>;

impl Ui {
    /// Opens the link in the fragment of the page's URL: at once if there are no answers yet, otherwise if the visitor agrees.
    pub fn read_link_of(self, fragment: &str, is_framed: bool) {
        if is_framed {
            self.state.update_value(|state| state.session.set_framed());
        }
        let Some(ours) = fragment_of(fragment) else { return };
        match self.read_link(ours) {
            Err(problem) => self.notify(Notice::NotOpened, Some(problem)),
            Ok(read) => self.offer(Source::Link, read),
        }
    }

    /// Opens pasted text once the visitor agrees. Returns an error message if it cannot be opened.
    pub fn open_pasted(self, text: &str) -> Option<String> {
        self.open(self.read_pasted(text))
    }

    fn read_pasted(self, text: &str) -> Read {
        let text = text.trim();
        let not_json = || self.t(pasted::NOT_JSON).to_owned();
        if text.starts_with('{') {
            let document = self.parse(text).ok_or_else(not_json)?;
            return self.read_document(&document, self.t(pasted::PASTED));
        }
        match fragment_of(text) {
            Some(ours) => self.read_link(ours),
            None if is_meant_as_link(text) => Err(self.link_problem(&LinkProblem::NotOurs)),
            None => Err(not_json()),
        }
    }

    /// Opens a file once the visitor agrees.
    pub fn read_file(self, file: OpenedFile) {
        let name = &self.file_name(&file.name);
        let named = [("name", name.as_str())];
        let read = match file.text.map(|text| self.parse(&text)) {
            Err(FileFault::TooLarge) => Err(self.fill(words::TOO_LARGE, &named)),
            Err(FileFault::Unreadable) => Err(self.fill(words::UNREADABLE, &named)),
            Ok(None) => Err(self.fill(words::NO_JSON, &named)),
            Ok(Some(document)) => self.read_document(&document, name),
        };
        if let Some(problem) = self.open(read) {
            self.notify(Notice::NotOpened, Some(problem));
            self.focus(".notice button");
        }
    }

    /// The name of a file as it may be shown: the sender chose it.
    #[must_use]
    pub fn file_name(self, name: &str) -> String {
        let shown = text::name(name, usize::MAX);
        if shown.is_empty() { self.t(words::UNNAMED).to_owned() } else { text::excerpt(&shown, LONGEST_NAME) }
    }

    /// The page's URL with the answers, and optionally the plan entries, in its fragment. `None` if it would be too long, or if
    /// others cannot open the page.
    #[must_use]
    pub fn link(self, with_plan: bool) -> Option<String> {
        self.linked(&self.address()?, with_plan)
    }

    /// The URL of our own page with the answers and no settings of this page but the language and the currency. Nothing is
    /// saved there, so it leaves the draft of this page alone. `None` if there is no such page.
    #[must_use]
    pub fn neutral_link(self) -> Option<String> {
        let page = self.own_page()?;
        let (language, currency) = (self.language(), self.currency());
        let query = ["?storage=none&lang=", &language, "&currency=", &currency].concat();
        self.linked(&[page, query].concat(), false)
    }

    #[inline(never)]
    fn linked(self, address: &str, with_plan: bool) -> Option<String> {
        let assessment = self.assessment();
        let ours = self.state.with_value(|state| {
            let mut linked = LinkState::of(&state.session);
            if !with_plan {
                linked.worksheet = Worksheet::new(assessment);
            }
            link::encode(assessment, &linked)
        });
        let (before, fragment) = address.split_once('#').unwrap_or((address, ""));
        (ours.len() <= link::LONGEST).then(|| [before, &fragment_with(fragment, &ours)].concat())
    }

    /// Opens a draft once the visitor agrees. Returns the error message, if any.
    fn open(self, read: Read) -> Option<String> {
        read.map(|read| self.offer(Source::File, read)).err()
    }

    fn offer(self, source: Source, (draft, left_out): (Draft, Option<String>)) {
        self.act(Action::Offer(source, Box::new(draft), left_out));
    }

    #[must_use]
    pub fn link_problem(self, problem: &LinkProblem) -> String {
        match problem {
            LinkProblem::OtherContent { version } => self.fill(problem.key(), &[("version", version)]),
            _ => self.t(problem.key()).to_owned(),
        }
    }

    fn read_link(self, ours: &str) -> Read {
        let assessment = self.assessment();
        let opened = link::decode(assessment, ours).map_err(|problem| self.link_problem(&problem))?;
        let [one, other] = LinkProblem::UNREAD;
        let unread = opened.unread_answers + opened.unread_entries;
        let detail = (unread > 0).then(|| self.count(one, other, unread));
        let first = assessment.quick.first().map_or(Place::RESULT, |id| Place::Question(*id));
        let place = if opened.state.responses.is_empty() { first } else { Place::RESULT };
        Ok((opened.state.into_draft(assessment, place, &self.time()), detail))
    }

    fn read_document(self, document: &Value, name: &str) -> Read {
        let message = |key, problem: &Problem| {
            self.fill(key, &[("name", name), ("path", &problem.path), ("found", &problem.found)])
        };
        let assessment = self.assessment();
        let decoded = decode_sent(assessment, document, Some(&ENTRY_CODE)).map_err(|problem| {
            message(if problem.expected == Expected::KnownSchema { words::NEWER } else { words::NO_ANSWERS }, &problem)
        })?;
        let (responses, worksheet) = (ResponseSet::new(assessment), Worksheet::new(assessment));
        let unknown = Draft { responses, worksheet, ..decoded.draft.clone() }.encode(assessment, Some(&ENTRY_CODE));
        if self.json_text(&unknown, 0).len() > LONGEST_UNKNOWN {
            return Err(self.fill(words::TOO_LARGE, &[("name", name)]));
        }
        let detail = decoded
            .problems
            .first()
            .map(|problem| [self.t(notice::text(Notice::Partly)), " ", &message(words::PARTLY, problem)].concat());
        Ok((decoded.draft, detail))
    }
}
