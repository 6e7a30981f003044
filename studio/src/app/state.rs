//! The design with its history, and what follows from it.

use std::{rc::Rc, time::Duration};

use assessment::json::Value;
use leptos::prelude::*;
use studio::{
    Build, Design, History, Path, Problem, Report, check_design, from_draft, from_fragment, is_fragment, to_draft,
};

use crate::host::{Host, Opening};

/// What the preview shows besides the design.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    pub screen: String,
    pub is_phone: bool,
    pub theme: String,
    pub lang: String,
}

/// What the preview has measured of one pair of colors.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// For people, such as `Accent, dark`.
    pub what: String,
    /// WCAG 2 ratios, with the colors as they are typed and as they are shown. `None` if what is typed is no color.
    pub entered: Option<f64>,
    pub shown: f64,
    /// The color as it is shown, in CSS.
    pub color: String,
}

/// How long a text stays that says what a press has done.
const LONGEST_SAID: Duration = Duration::from_secs(5);

/// What is being edited, for all parts of the page. Copies refer to the same.
#[derive(Clone, Copy)]
pub struct Studio {
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
    history: RwSignal<History<Design>>,
    pub design: Memo<Design>,
    pub report: Memo<Report>,
    pub view: RwSignal<View>,
    pub contrast: RwSignal<Vec<Contrast>>,
    /// What was opened at the start, if anything was; for the notice.
    pub opened: RwSignal<Option<String>>,
    /// Whether drafts are kept on this device.
    pub is_kept: RwSignal<bool>,
    /// Whether the last draft could not be kept.
    pub is_unsaved: RwSignal<bool>,
    /// What is said aloud: what a press has done.
    pub said: RwSignal<String>,
    pub build: StoredValue<Build>,
    /// Why there is no code, if something must not be published.
    pub refused: RwSignal<Option<String>>,
}

impl Studio {
    /// Begins with the link in the address, else with the draft on this device, else with nothing.
    pub fn open(host: Rc<dyn Host>, opening: &Opening) -> Self {
        let Opened { history, said, is_kept } = opened(&*host, opening);
        let history = RwSignal::new(history);
        let design = Memo::new(move |_| history.with(|history| history.now().clone()));
        let report = Memo::new(move |_| design.with(check_design));
        let build = host.build();
        let view = View { screen: "start".into(), is_phone: true, theme: "light".into(), lang: "en".into() };
        let studio = Self {
            host: StoredValue::new_local(host),
            history,
            design,
            report,
            view: RwSignal::new(view),
            contrast: RwSignal::default(),
            opened: RwSignal::new(said),
            is_kept: RwSignal::new(is_kept),
            is_unsaved: RwSignal::default(),
            said: RwSignal::default(),
            build: StoredValue::new(build),
            refused: RwSignal::default(),
        };
        Effect::new(move |before: Option<()>| {
            let draft = design.with(to_draft);
            if before.is_none() {
                return;
            }
            // What was opened is a draft only after a change: until then, a reload opens the link again, and what was saved
            // before is still on the device.
            let host = studio.host();
            if is_fragment(&host.fragment()) {
                host.set_fragment("");
            }
            // A longer one could not be read again.
            let is_short = draft.len() <= config::MOST_CHARACTERS;
            studio.is_unsaved.set(studio.is_kept.get() && !(is_short && host.save(&draft)));
        });
        studio
    }

    pub fn host(self) -> Rc<dyn Host> {
        self.host.get_value()
    }

    /// Changes the design. Changes at the same place are undone together until [`Self::leave`].
    pub fn change(self, place: Option<&str>, change: impl FnOnce(&mut Design)) {
        self.history.update(|history| {
            let mut design = history.now().clone();
            change(&mut design);
            history.change(design, place);
        });
    }

    /// Sets or removes the value of a setting while it is typed.
    pub fn set(self, path: &Path, value: Option<Value>) {
        self.change(Some(&path.to_string()), |design| design.set(path, value));
    }

    /// A field was left.
    pub fn leave(self) {
        self.history.update_untracked(History::leave);
    }

    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    pub fn undo(self) {
        if !self.history.with_untracked(History::can_undo) {
            return;
        }
        self.history.update(History::undo);
        self.say("Undone");
    }

    pub fn redo(self) {
        if !self.history.with_untracked(History::can_redo) {
            return;
        }
        self.history.update(History::redo);
        self.say("Done again");
    }

    /// Replaces everything, which can be undone.
    pub fn replace(self, design: Design) {
        self.history.update(|history| history.change(design, None));
    }

    /// Begins again, which can be undone too.
    pub fn clear(self) {
        let files = self.host().address();
        self.history.update(|history| history.change(Design::new(&files), None));
        self.opened.set(None);
        self.say("Everything is as at the beginning. Undo brings it back.");
    }

    /// Says what a press has done, for a moment, also aloud. The same text again is said again.
    pub fn say(self, text: &str) {
        let again = self.said.with_untracked(|said| said == text);
        let text = if again { format!("{text}\u{a0}") } else { text.to_owned() };
        self.said.set(text.clone());
        let end = move || {
            if self.said.with_untracked(|said| *said == text) {
                self.said.set(String::new());
            }
        };
        set_timeout(end, LONGEST_SAID);
    }

    /// Copies a text, and says so.
    pub fn copy(self, text: &str) {
        self.host().copy(
            text,
            Box::new(move |is_copied| {
                self.say(if is_copied {
                    "Copied"
                } else {
                    "Your browser did not allow copying. Select the text and copy it yourself."
                });
            }),
        );
    }

    /// The value of a setting; `None` if it is not set.
    pub fn value(self, path: &Path) -> Option<Value> {
        self.design.with(|design| design.get(path).cloned())
    }
}

/// What the page begins with.
struct Opened {
    history: History<Design>,
    /// What to say about it.
    said: Option<String>,
    is_kept: bool,
}

/// What the address or the device has. A draft that cannot be read is not overwritten unless the owner wants that.
fn opened(host: &dyn Host, opening: &Opening) -> Opened {
    let empty = Design::new(&host.address());
    let (saved, mut said, is_kept) = match opening.saved.as_deref().map(from_draft) {
        None => (empty.clone(), None, true),
        Some(Ok(reading)) => {
            let saved = reading.onto(&empty);
            let is_new = saved == empty;
            let said = "You are where you left off. This is saved on this device only.";
            (saved, (!is_new).then(|| said.to_owned()), true)
        }
        Some(Err(problems)) => {
            let said = format!(
                "The draft on this device could not be read, and is still there. {} To replace it, tick “Keep what I do on this device”.",
                sentences(&problems)
            );
            (empty.clone(), Some(said), false)
        }
    };
    let had_draft = saved != empty;
    let mut history = History::new(saved);
    if is_fragment(&opening.fragment) {
        match from_fragment(&opening.fragment) {
            Ok(reading) => {
                // What was saved is one step back.
                history.change(reading.onto(&empty), None);
                let undo = if had_draft && history.can_undo() { " Undo brings back what you had." } else { "" };
                let strangers = strangers(host, history.now());
                let problems = sentences(&reading.problems);
                said = Some(format!(
                    "This is what the link has. {strangers}Look at it before you use it.{undo} {problems}"
                ));
            }
            Err(problems) => {
                host.set_fragment("");
                said = Some(format!("The link could not be read. {}", sentences(&problems)));
            }
        }
    }
    Opened { history, said, is_kept }
}

/// Which other servers a design names, since anyone can write a link.
fn strangers(host: &dyn Host, design: &Design) -> String {
    let mut said = String::new();
    if design.files != host.address() {
        said += &format!("The program would come from {}. ", design.files);
    }
    if let Some(address) = check_design(design).settings.contact.as_ref().and_then(contact::address) {
        said += &format!("Messages would go to {address}. ");
    }
    said
}

/// More problems are not listed at once.
pub const MOST_PROBLEMS: usize = 20;

fn sentences(problems: &[Problem]) -> String {
    let all: Vec<_> = problems.iter().take(MOST_PROBLEMS).map(sentence).collect();
    all.join(" ")
}

/// A problem as a sentence for people, without the code and the place.
pub fn sentence(problem: &Problem) -> String {
    let what = problem.line.split_once(": ").map_or(problem.line.as_str(), |(_, what)| what);
    let mut letters = what.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let nearest = problem.nearest.as_ref().map_or(String::new(), |nearest| format!(" Did you mean “{nearest}”?"));
    format!("{first}{}.{nearest} {}", letters.as_str().trim_end_matches('.'), problem.remedy)
}
