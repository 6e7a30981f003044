//! Drafts from elsewhere: another tab, a link, a file, the host page.
//!
//! The visitor is asked about one at a time, by a notice or a dialog, and agrees to the one that they were asked about. What
//! arrives meanwhile waits.

use super::{
    Draft, Effect, Notice, Session, Source, State,
    action::{Kind, Meaning},
};

/// A draft from elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Offered {
    pub(super) source: Source,
    pub(super) draft: Box<Draft>,
    /// What was left out of it, in words.
    pub(super) left_out: Option<String>,
}

/// What the visitor knows of the draft that another tab saved last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Nothing,
    /// It was offered, so saving may overwrite it, after a copy.
    Offered,
    /// The visitor has chosen the answers here.
    Declined,
}

impl Session {
    /// The offered draft that the visitor is asked about.
    #[must_use]
    pub fn elsewhere(&self) -> Option<&Draft> {
        self.offers.last().map(|offered| &*offered.draft)
    }

    /// Whether the visitor is to be asked in a dialog.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.offers.last().is_some_and(|offered| offered.source == Source::File)
    }

    /// Whether the visitor was told about the draft that another tab saved last.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.told != Told::Nothing
    }

    /// Whether the visitor has chosen the answers here instead of that draft.
    #[must_use]
    pub fn has_declined(&self) -> bool {
        self.told == Told::Declined
    }

    /// What was left out of the draft that was opened last.
    #[must_use]
    pub fn left_out(&self) -> Option<&str> {
        self.left_out.as_deref()
    }

    /// Opens a draft if the visitor loses nothing or the host page imports it; otherwise it awaits a decision.
    pub(super) fn offer(&mut self, offered: Offered, meaning: &mut Meaning) -> Kind {
        let source = offered.source;
        match source {
            Source::OtherTab if self.has_same_answers(&offered.draft) => return Kind::Nothing,
            Source::Link if self.is_known(&offered.draft) => {
                meaning.cause = Some(Effect::SettleLink);
                return Kind::Nothing;
            }
            Source::OtherTab | Source::Replaced => {}
            Source::Link | Source::File if !self.is_untouched() => {}
            Source::Link | Source::File | Source::Host => {
                self.open(offered, meaning);
                return match source {
                    Source::Link => Kind::Link,
                    Source::File => Kind::File,
                    _ => Kind::Content,
                };
            }
        }
        self.ask(offered, meaning);
        Kind::Nothing
    }

    /// Asks about a draft. While a dialog asks about a file, others wait, since the visitor agrees to what they have read there.
    /// The draft of another tab waits in the store, where it is found again.
    fn ask(&mut self, offered: Offered, meaning: &mut Meaning) {
        let source = offered.source;
        let Some(asked) = self.pop(Source::File) else {
            self.forget(source);
            self.offers.push(offered);
            if source == Source::File {
                meaning.cause = Some(Effect::Confirm);
            } else {
                self.forget_told();
                meaning.notice = Some(self.asking_notice());
            }
            return;
        };
        let waiting = self.pop(Source::File);
        if source == Source::OtherTab {
            self.told = Told::Nothing;
        } else {
            self.forget(source);
            self.offers.push(offered);
        }
        self.offers.extend(waiting.filter(|_| source != Source::File));
        self.offers.push(asked);
    }

    /// Removes the last offer if it is from this source.
    fn pop(&mut self, source: Source) -> Option<Offered> {
        self.offers.pop_if(|offered| offered.source == source)
    }

    /// Removes the offers from a source.
    pub(super) fn forget(&mut self, source: Source) {
        self.offers.retain(|offered| offered.source != source);
    }

    /// The notice that asks about the last offer. `None` if there is none, or a dialog asks.
    pub(super) fn asking_notice(&mut self) -> Option<Notice> {
        match self.offers.last()?.source {
            Source::Link => Some(Notice::Link),
            Source::OtherTab => {
                self.told = Told::Offered;
                Some(Notice::Elsewhere)
            }
            Source::Replaced => Some(Notice::Replaced),
            Source::File | Source::Host => None,
        }
    }

    /// The visitor is asked about something else now, so the draft of another tab is not known before the notice returns.
    fn forget_told(&mut self) {
        if self.offers.iter().any(|offered| offered.source == Source::OtherTab) {
            self.told = Told::Nothing;
        }
    }

    /// Removes the offer that the notice asks about. Returns its source.
    pub(super) fn forget_asked(&mut self) -> Option<Source> {
        let source = match self.notice? {
            Notice::Link => Source::Link,
            Notice::Elsewhere => Source::OtherTab,
            Notice::Replaced => Source::Replaced,
            _ => return None,
        };
        self.pop(source).map(|_| source)
    }

    /// Removes the notice, and asks about the next offer.
    pub(super) fn dismiss(&mut self) -> Effect {
        self.forget_asked();
        let notice = self.asking_notice();
        self.show(notice)
    }

    /// Removes the offer that the dialog asks about, and asks about the next one.
    pub(super) fn decline(&mut self) -> Vec<Effect> {
        self.pop(Source::File);
        let mut effects = Vec::new();
        if self.is_asking() {
            effects.push(Effect::Confirm);
        } else if self.notice.is_none()
            && let Some(notice) = self.asking_notice()
        {
            effects.push(self.show(Some(notice)));
        }
        effects.push(Effect::Look);
        effects
    }

    /// Opens the draft that the visitor is asked about.
    pub(super) fn take_over(&mut self, meaning: &mut Meaning) -> Kind {
        let Some(offered) = self.offers.pop() else { return Kind::Nothing };
        self.forget_told();
        self.open(offered, meaning);
        Kind::Content
    }

    /// Opens a draft. A link with the current answers leads to its place and changes nothing else.
    fn open(&mut self, offered: Offered, meaning: &mut Meaning) {
        let Offered { source, draft, left_out } = offered;
        self.left_out = left_out;
        let opened = if source == Source::Link && self.has_all_of(&draft) {
            State { place: draft.place, returns_to: None, ..self.state.clone() }
        } else {
            Self::resume(self.assessment, self.first_course, *draft, self.code).state
        };
        let before = core::mem::replace(&mut self.state, opened);
        if source != Source::Host {
            // Undo takes back this, also if the answers are the same.
            self.earlier = Some(before);
        }
        meaning.notice = Some(match source {
            Source::OtherTab => Some(Notice::TakenOver),
            Source::Link | Source::File | Source::Replaced => Some(Notice::Opened),
            Source::Host => None,
        });
        meaning.opens = Some(source);
        if matches!(source, Source::Link | Source::File) {
            meaning.cause = Some(Effect::SettleLink);
        }
    }

    /// Whether a link is not worth asking about. In a frame, every link is if something is saved: the page around the frame
    /// chooses its address, and must not see by the frame's height whether a link has the saved answers.
    fn is_known(&self, draft: &Draft) -> bool {
        (!self.is_framed || self.is_untouched()) && self.has_all_of(draft)
    }

    /// Whether opening a draft would change nothing; a draft without entries keeps the current ones.
    fn has_all_of(&self, draft: &Draft) -> bool {
        self.state.responses == draft.responses
            && self.state.priorities == draft.priorities
            && (draft.worksheet.is_empty() || self.state.worksheet == draft.worksheet)
    }
}
