//! The design with its history, and what follows from it.

use std::rc::Rc;

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
    /// What is said aloud: what a press has done.
    pub said: RwSignal<String>,
    pub build: StoredValue<Build>,
    /// Why there is no code, if something must not be published.
    pub refused: RwSignal<Option<String>>,
}

impl Studio {
    /// Begins with the link in the address, else with the draft on this device, else with nothing.
    pub fn open(host: Rc<dyn Host>, opening: &Opening) -> Self {
        let (history, opened) = opened(&*host, opening);
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
            opened: RwSignal::new(opened),
            is_kept: RwSignal::new(true),
            said: RwSignal::default(),
            build: StoredValue::new(build),
            refused: RwSignal::default(),
        };
        Effect::new(move |before: Option<()>| {
            let draft = design.with(to_draft);
            // Nothing was changed yet.
            if before.is_some() && studio.is_kept.get() {
                studio.host().save(&draft);
            }
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
        self.history.update(History::undo);
        self.say("Undone");
    }

    pub fn redo(self) {
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
        self.say("Everything is as at the beginning. Undo brings it back.");
    }

    /// Says something to those who do not see it. The same text again is said again.
    pub fn say(self, text: &str) {
        let again = self.said.with_untracked(|said| said == text);
        self.said.set(if again { format!("{text}\u{a0}") } else { text.to_owned() });
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

/// What the address or the device has, and what to say about it.
fn opened(host: &dyn Host, opening: &Opening) -> (History<Design>, Option<String>) {
    let empty = Design::new(&host.address());
    let saved = opening.saved.as_deref().and_then(|text| from_draft(text).ok());
    let saved = saved.map_or_else(|| empty.clone(), |reading| reading.onto(&empty));
    if opening.fragment.is_empty() || !is_fragment(&opening.fragment) {
        let is_new = saved == empty;
        return (
            History::new(saved),
            (!is_new).then(|| "You are where you left off. This is saved on this device only.".to_owned()),
        );
    }
    // What was opened is a draft from now on, and a reload must not bring it back.
    host.set_fragment("");
    let mut history = History::new(saved);
    match from_fragment(&opening.fragment) {
        Ok(reading) => {
            // What was saved is one step back.
            history.change(reading.onto(&empty), None);
            let undo = if history.can_undo() { " Undo brings back what you had." } else { "" };
            (history, Some(format!("This is what the link has. Look at it before you use it.{undo}")))
        }
        Err(problems) => {
            let why: Vec<_> = problems.iter().map(sentence).collect();
            (history, Some(format!("The link could not be read. {}", why.join(" "))))
        }
    }
}

/// A problem as a sentence for people, without the code and the place.
pub fn sentence(problem: &Problem) -> String {
    let what = problem.line.split_once(": ").map_or(problem.line.as_str(), |(_, what)| what);
    let mut letters = what.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let nearest = problem.nearest.as_ref().map_or(String::new(), |nearest| format!(" Did you mean “{nearest}”?"));
    format!("{first}{}.{nearest} {}", letters.as_str().trim_end_matches('.'), problem.remedy)
}
