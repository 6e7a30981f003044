//! What comes after the application itself, in modules of its own. A visitor's first question waits for nothing that only a
//! later screen needs: the build takes everything that is reachable from a split point alone out of the application
//! (`xtask/src/build/split.rs`), and the application fetches it once its first screen can be used. After that it is there for
//! good, offline too.
//!
//! | module | what |
//! |---|---|
//! | `result` | the evaluation, and the screens that show what follows from it |
//! | `plan` | the sections of the full result that make a plan of it |
//! | `aside` | taking it along: links, files, paper; and comparing with others |
//!
//! The words of what comes later come before it: those of the result, and those of the plan and what is beside it.
//!
//! A split point gives a table of functions. Whoever calls one of them directly makes the application as large as it was.

use leptos::prelude::*;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{Ui, context, page::Page, paper::paper, screens};
use assessment::{i18n::key::ui::later as words, json::Value};
use session::{ENTRY_CODE, EntryCode, Place};

/// How far a module has come.
#[derive(Debug)]
pub enum Later<T: 'static> {
    /// It is on its way.
    Coming,
    /// It did not arrive.
    Missing,
    /// It is there.
    Here(&'static T),
}

impl<T> Clone for Later<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Later<T> {}

/// A split point. Without the feature `split`, as in tests, there is one module, and everything is there at once.
macro_rules! split_point {
    ($point:ident, $table:ty, $functions:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split($point, fallible)]
        fn $point() -> Result<&'static $table, SplitLoaderError> {
            Ok(&$functions)
        }

        #[cfg(not(feature = "split"))]
        async fn $point() -> Result<&'static $table, core::convert::Infallible> {
            Ok(&$functions)
        }
    };
}

/// The screens after the questions, and what computes for them.
pub struct AfterQuestions {
    /// Writes the screen at a place.
    pub write: fn(&mut Page, Place),
    /// Evaluates what the next step will show.
    pub prepare: fn(Ui),
    /// What a page may hear of the result.
    pub summary: fn(Ui) -> Value,
    /// Whether there are enough answers for a result.
    pub is_enough: fn(Ui) -> bool,
}

/// What waits for them; it gets nothing where they did not arrive.
pub type AwaitingResult = Box<dyn FnOnce(Ui, Option<&'static AfterQuestions>)>;

/// The functions of `result`.
static AFTER_QUESTIONS: AfterQuestions = AfterQuestions {
    write: screens::after_questions,
    prepare: context::prepare,
    summary: context::summary,
    is_enough: context::is_enough,
};

split_point!(result, AfterQuestions, AFTER_QUESTIONS);

/// The plan, and what was entered into it.
pub struct Planning {
    /// What writes its sections.
    pub sections: screens::PlanSections,
    /// What reads and changes entries.
    entries: &'static EntryCode,
}

/// The functions of `plan`.
static PLANNING: Planning = Planning { sections: screens::PLAN_SECTIONS, entries: &ENTRY_CODE };

split_point!(plan, Planning, PLANNING);

/// What is beside the plan.
pub struct Aside {
    /// What writes its sections.
    pub sections: screens::AsideSections,
    /// Opens the link in a fragment.
    pub open_link: fn(Ui, &str),
    /// Opens a file by its name and text.
    pub open_file: fn(Ui, &str, Option<&str>),
    /// The report on paper, where a result is shown.
    pub paper: fn(Ui) -> Option<AnyView>,
    /// What reads and changes entries: links and files hold them too.
    entries: &'static EntryCode,
}

/// What waits for it.
pub type Awaiting = Box<dyn FnOnce(Ui, &'static Aside)>;

/// The functions of `aside`.
static ASIDE: Aside = Aside {
    sections: screens::ASIDE_SECTIONS,
    open_link: Ui::read_link_of,
    open_file: Ui::read_file,
    paper,
    entries: &ENTRY_CODE,
};

split_point!(aside, Aside, ASIDE);

/// Opens the link in the fragment of the page's address.
pub fn open_link(ui: Ui, fragment: &str) {
    let fragment = fragment.to_owned();
    ui.with_aside(Box::new(move |ui, aside| (aside.open_link)(ui, &fragment)));
}

/// Opens a file; without a text it is larger than any of ours.
pub fn open_file(ui: Ui, name: &str, text: Option<String>) {
    let name = name.to_owned();
    ui.with_aside(Box::new(move |ui, aside| (aside.open_file)(ui, &name, text.as_deref())));
}

/// The report on paper; nothing where no result is shown, or what lays it out is not there.
pub fn lay_out(ui: Ui) -> Option<AnyView> {
    match ui.aside().get_untracked() {
        Later::Here(aside) => (aside.paper)(ui),
        _ => None,
    }
}

/// Fetches what is not there, in the order in which it may be needed.
pub fn fetch_later(ui: Ui) {
    // The element may be gone, before and meanwhile.
    let (after, sections, beside) = (ui.after_questions(), ui.planning(), ui.aside());
    let needs_result = is_wanted(after);
    let needs_plan = is_wanted(sections);
    let needs_aside = is_wanted(beside);
    ui.spawn(Box::pin(async move {
        if needs_result {
            let came = match ui.add_words(1).await {
                true => result().await.map_or(Later::Missing, Later::Here),
                false => Later::Missing,
            };
            ui.result_came(came);
        }
        if needs_plan {
            let came = match ui.add_words(2).await {
                true => plan().await.map_or(Later::Missing, Later::Here),
                false => Later::Missing,
            };
            if let Later::Here(planning) = came {
                ui.read_entries(planning.entries);
            }
            sections.try_set(came);
        }
        if needs_aside {
            let came = match ui.words().has(2) {
                true => aside().await.map_or(Later::Missing, Later::Here),
                false => Later::Missing,
            };
            if let Later::Here(aside) = came {
                ui.read_entries(aside.entries);
            }
            ui.aside_came(came);
        }
    }));
}

/// Whether something has to be fetched; it is on its way then.
fn is_wanted<T: Sync>(part: RwSignal<Later<T>>) -> bool {
    let is_missing = matches!(part.try_get_untracked(), Some(Later::Missing));
    if is_missing {
        part.set(Later::Coming);
    }
    is_missing
}

/// Stands where a screen has not arrived. Its heading takes the focus of who has come here by a step.
pub fn screen_not_here(page: &mut Page, is_coming: bool) {
    page.t("h3", if is_coming { words::COMING } else { words::MISSING });
    if !is_coming {
        again(page, "h3[tabindex]");
    }
}

/// Stands where a section has not arrived, under its heading.
pub fn section_not_here(page: &mut Page, is_coming: bool, heading: &'static str) {
    if is_coming {
        page.t("p.muted coming", words::COMING);
    } else {
        page.t("p.muted", words::MISSING);
        page.ui.say(Some(page.ui.t(words::MISSING).to_owned()));
        again(page, heading);
    }
}

/// The button goes when it is pressed: the heading takes the focus.
fn again(page: &mut Page, heading: &'static str) {
    let ui = page.ui;
    page.button("secondary", words::RETRY, move || {
        ui.say(None);
        fetch_later(ui);
        ui.focus(heading);
    });
}
