//! The page: the form on one side, the preview on the other.
//!
//! | module | concern |
//! |---|---|
//! | `state` | the design with its history, and what follows from it |
//! | `bar` | undo, redo, what is wrong |
//! | `opening` | reading back what somebody has |
//! | `group`, `field`, `list` | the form, from the table of settings |
//! | `looks`, `weights`, `reach` | what belongs to a group besides its fields |
//! | `disclosure` | what a visitor will read about the owner |
//! | `output` | what to paste, and everything else that comes out |
//! | `preview` | the real element in a frame |
//! | `markdown` | code in sentences |
//!
//! Fixed texts are in braces. Leptos would set other fixed parts of a view as HTML text, which trusted types forbid.

mod bar;
mod disclosure;
mod field;
mod group;
mod list;
mod looks;
mod markdown;
mod opening;
mod output;
mod preview;
mod reach;
mod state;
mod weights;

use std::rc::Rc;

use leptos::prelude::*;

use crate::host::{Host, Opening};
use state::Studio;

/// Writes the page.
pub fn app(host: Rc<dyn Host>, opening: Opening) -> AnyView {
    let studio = Studio::open(host, &opening);
    view! {
        {bar::bar(studio)}
        <div class="sides">
            <main class="form" id="form">
                {opening::notice(studio)}
                {bar::problems(studio)}
                {opening::opening(studio)}
                {group::groups(studio)}
                {output::output(studio)}
            </main>
            {preview::preview(studio)}
        </div>
    }
    .into_any()
}
