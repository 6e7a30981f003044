//! Moving the answers to another device: save a file; choose, drop or paste it there, or paste a link.

use leptos::prelude::*;

use crate::ui::{
    components::{Entry, Kind, entry_with_problem, save_feedback, show_feedback},
    page::Page,
    subtree::Content,
};
use assessment::i18n::key::ui::take::device as words;
use session::LONGEST_DRAFT;

/// The element handles the file input, like dropped files.
pub fn device(page: &mut Page) {
    let ui = page.ui;
    page.t("p.muted", words::TEXT);
    let feedback = RwSignal::new(None);
    page.within("div.actions", |page| {
        page.button("secondary", words::SAVE, move || save_feedback(ui, feedback, ui.download()));
        show_feedback(page, feedback);
    });
    let label = ui.t(words::CHOOSE);
    // Not a literal, see `page.rs`.
    let kinds = ".json,application/json".to_owned();
    let file = view! {
        <div class="entry">
            <label for="take-file">{Content::text(label)}</label>
            <input id="take-file" class="opens" type="file" accept=kinds />
        </div>
    };
    page.add(file.into_any());
    let (pasted, problem) = (RwSignal::new(String::new()), RwSignal::new(None));
    let label = ui.t(words::PASTE);
    entry_with_problem(
        page,
        Entry {
            kind: Kind::Line,
            id: "take-paste",
            label: Some(label),
            name: None,
            max_length: LONGEST_DRAFT,
            value: Box::new(move || pasted.get()),
            on_change: Box::new(move |_, text| {
                pasted.set(text);
                // Only the button changes the error. Otherwise the button would move, and the pointer may already be down on it.
                problem.get_untracked()
            }),
        },
        problem,
    );
    page.within("div.actions", |page| {
        page.button("secondary", words::OPEN, move || {
            let text = pasted.get_untracked();
            let message =
                if text.trim().is_empty() { Some(ui.t(words::EMPTY).to_owned()) } else { ui.open_pasted(&text) };
            if message.is_some() {
                ui.announce(message.clone());
                ui.focus_now("#take-paste");
            } else {
                pasted.set(String::new());
            }
            problem.set(message);
        });
    });
}
