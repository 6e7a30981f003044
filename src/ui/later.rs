//! The later module: everything that only screens after the questions need.
//!
//! The build takes what can be reached only from the split point `later` out of the start module
//! (`xtask/src/build/wasm.rs`). The application fetches it, and its words before it, as soon as the first question can be
//! used. After that it needs no network.
//!
//! The start module reaches later code through the table [`LaterScreens`] only. A direct call would pull the called function,
//! and everything it needs, into the start module; the release build fails then and names the functions.

use leptos::prelude::*;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{Ui, context, page::Page, paper::paper, screens};
use assessment::{i18n::key::ui::later as words, json::Value};
use session::{ENTRY_CODE, EntryCode, Place};

/// Whether the later module has arrived.
#[derive(Clone, Copy)]
pub enum Later {
    /// It is requested soon.
    NotRequested,
    /// The request is pending.
    Pending,
    /// The request failed.
    Missing,
    /// It can be called.
    Ready(&'static LaterScreens),
}

/// What the start module calls of the later one.
pub struct LaterScreens {
    /// Writes the screen at a place after the questions.
    pub write: fn(&mut Page, Place),
    /// Evaluates what the next step will show.
    pub prepare: fn(Ui),
    /// The summary of the result for the host page.
    pub summary: fn(Ui) -> Value,
    /// Whether there are enough answers for a result.
    pub is_enough: fn(Ui) -> bool,
    /// Opens the link in the fragment of an address.
    pub open_link: fn(Ui, &str),
    /// Opens a file by its name and text.
    pub open_file: fn(Ui, &str, Option<&str>),
    /// The report on paper, if a result is shown.
    pub paper: fn(Ui) -> Option<AnyView>,
    /// Reads and changes entries.
    pub entries: &'static EntryCode,
}

/// A callback that waits for the later module; it is called with `None` if the module cannot be loaded.
pub type Waiting = Box<dyn FnOnce(Ui, Option<&'static LaterScreens>)>;

static LATER_SCREENS: LaterScreens = LaterScreens {
    write: screens::after_questions,
    prepare: context::prepare,
    summary: context::summary,
    is_enough: context::is_enough,
    open_link: Ui::read_link_of,
    open_file: Ui::read_file,
    paper,
    entries: &ENTRY_CODE,
};

/// The split point.
#[cfg(feature = "split")]
#[wasm_split(later, fallible)]
fn later() -> Result<&'static LaterScreens, SplitLoaderError> {
    Ok(&LATER_SCREENS)
}

/// Without the feature `split`, as in tests, there is one module, and the screens are ready at once.
#[cfg(not(feature = "split"))]
async fn later() -> Result<&'static LaterScreens, core::convert::Infallible> {
    Ok(&LATER_SCREENS)
}

/// Opens the link in the fragment of the page's address.
pub fn open_link(ui: Ui, fragment: &str) {
    let fragment = fragment.to_owned();
    ui.with_later(Box::new(move |ui, later| match later {
        Some(later) => (later.open_link)(ui, &fragment),
        None => ui.not_opened(),
    }));
}

/// Opens a file. Without a text it is larger than any file of ours.
pub fn open_file(ui: Ui, name: &str, text: Option<String>) {
    let name = name.to_owned();
    ui.with_later(Box::new(move |ui, later| match later {
        Some(later) => (later.open_file)(ui, &name, text.as_deref()),
        None => ui.not_opened(),
    }));
}

/// The report on paper; `None` if no result is shown or the later module is missing.
pub fn lay_out(ui: Ui) -> Option<AnyView> {
    match ui.later().get_untracked() {
        Later::Ready(later) => (later.paper)(ui),
        _ => None,
    }
}

/// Requests the later module and its words, unless something else has requested them first.
pub fn fetch_later_once(ui: Ui) {
    // `None`: the element is gone.
    if let Some(Later::NotRequested) = ui.later().try_get_untracked() {
        fetch_later(ui);
    }
}

/// Requests the later module and its words, unless they are there or the request is pending.
pub fn fetch_later(ui: Ui) {
    let Some(Later::NotRequested | Later::Missing) = ui.later().try_get_untracked() else { return };
    ui.later().set(Later::Pending);
    ui.spawn(Box::pin(async move {
        let came = match ui.add_later_words().await {
            true => later().await.map_or(Later::Missing, Later::Ready),
            false => Later::Missing,
        };
        ui.later_came(came);
    }));
}

/// Takes the place of a screen that has not arrived. A visitor who came by a step has the focus on its heading.
pub fn screen_not_here(page: &mut Page, is_pending: bool) {
    page.t("h3", if is_pending { words::COMING } else { words::MISSING });
    if !is_pending {
        let ui = page.ui;
        page.button("secondary", words::RETRY, move || {
            fetch_later(ui);
            // The button disappears.
            ui.focus("h3[tabindex]");
        });
    }
}
