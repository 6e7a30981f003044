//! The later module: everything that only the screens after the questions need.
//!
//! The build moves code that is reachable only from the split point `later` out of the start module
//! (`xtask/src/build/wasm.rs`). The application fetches the later words, the style sheet and then the later module once
//! the first question is usable. After that it makes no requests, except for the contact module ([`super::contact`]) on pages
//! that have a contact.
//!
//! The start module must call later code only through the table [`LaterScreens`]. A direct call pulls the function and
//! everything it needs into the start module; the release build then fails and names the functions.

use leptos::prelude::*;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{Ui, context, host::OpenedFile, loading::Loading, page::Page, paper::paper, screens};
use assessment::{
    i18n::{Part, key::ui::later as words},
    json::Value,
};
use session::{ENTRY_CODE, EntryCode, Place};

/// The loading state of the later module.
pub type Later = Loading<&'static LaterScreens>;

/// What the start module calls in the later module.
pub struct LaterScreens {
    /// Reads the settings that only later screens need, and reports their problems.
    pub read_settings: fn(Ui),
    /// Renders the screen of a place after the questions.
    pub write: fn(&mut Page, Place),
    /// Evaluates ahead of the next step, or looks whether the open questions matter.
    pub prepare: fn(Ui),
    /// Writes that they do not, and the way to the result.
    pub settled: fn(&mut Page),
    /// Summarizes the result for the host page.
    pub summary: fn(Ui) -> Value,
    /// Whether there are enough answers for a result.
    pub is_enough: fn(Ui) -> bool,
    /// Opens the link in a URL fragment. The flag says whether the page is in a frame.
    pub open_link: fn(Ui, &str, bool),
    pub open_file: fn(Ui, OpenedFile),
    /// The printed report, if a result is shown.
    pub paper: fn(Ui) -> Option<AnyView>,
    /// Parses and applies plan entries.
    pub entries: &'static EntryCode,
}

/// Called once the later module is loaded, or with `None` if it cannot be loaded.
pub type LaterCallback = Box<dyn FnOnce(Ui, Option<&'static LaterScreens>)>;

static LATER_SCREENS: LaterScreens = LaterScreens {
    read_settings: context::read_settings,
    write: screens::after_questions,
    prepare: context::prepare,
    settled: screens::settled,
    summary: context::summary,
    is_enough: context::is_enough,
    open_link: Ui::read_link_of,
    open_file: Ui::read_file,
    paper,
    entries: &ENTRY_CODE,
};

#[cfg(feature = "split")]
#[wasm_split(later, fallible)]
fn later() -> Result<&'static LaterScreens, SplitLoaderError> {
    Ok(&LATER_SCREENS)
}

/// Without the feature `split`, as in tests, there is only one module.
#[cfg(not(feature = "split"))]
async fn later() -> Result<&'static LaterScreens, core::convert::Infallible> {
    Ok(&LATER_SCREENS)
}

pub fn open_link(ui: Ui, fragment: &str, is_framed: bool) {
    let fragment = fragment.to_owned();
    ui.with_later(Box::new(move |ui, later| match later {
        Some(later) => (later.open_link)(ui, &fragment, is_framed),
        None => ui.not_opened(),
    }));
}

pub fn open_file(ui: Ui, file: OpenedFile) {
    ui.with_later(Box::new(move |ui, later| match later {
        Some(later) => (later.open_file)(ui, file),
        None => ui.not_opened(),
    }));
}

/// The printed report; `None` if no result is shown or the later module is not loaded.
pub fn lay_out(ui: Ui) -> Option<AnyView> {
    match ui.later().get_untracked() {
        Later::Ready(later) => (later.paper)(ui),
        _ => None,
    }
}

/// Requests the later module and its words, unless they were requested before.
pub fn fetch_later_once(ui: Ui) {
    // `None` if the element was removed.
    if let Some(Later::NotRequested) = ui.later().try_get_untracked() {
        fetch_later(ui);
    }
}

/// Requests the later module, its words and its style sheet, unless they are loaded or the request is pending.
pub fn fetch_later(ui: Ui) {
    let Some(Later::NotRequested | Later::Missing) = ui.later().try_get_untracked() else { return };
    ui.later().set(Later::Pending);
    ui.spawn(Box::pin(async move {
        let later = match ui.add_words(Part::Later).await && ui.add_later_style().await {
            true => later().await.map_or(Later::Missing, Later::Ready),
            false => Later::Missing,
        };
        ui.later_loaded(later);
    }));
}

/// Shown instead of a screen of the later module until it is loaded. The heading takes the focus, like that of any screen.
pub fn placeholder(page: &mut Page, is_pending: bool) {
    page.t("h3", if is_pending { words::COMING } else { words::MISSING });
    if !is_pending {
        let ui = page.ui;
        page.button("secondary", words::RETRY, move || {
            fetch_later(ui);
            // This button disappears.
            ui.focus("h3[tabindex]");
        });
    }
}
