//! Footer: where answers are saved, and how to delete them.

use super::Confirmation;
use crate::ui::page::Page;
use assessment::i18n::key::ui::{footer as words, notice};
use session::Session;

pub fn footer(page: &mut Page) {
    page.live(|page| {
        let ui = page.ui;
        if ui.with(Session::is_untouched) {
            return;
        }
        page.within("div.foot", |page| {
            let saved = ui.saved();
            match &saved {
                Some(time) => page.fill("p.muted", words::SAVED, &[("time", time)]),
                None => page.t("p.muted", words::UNSAVED),
            }
            page.within("div.tools", |page| {
                page.button("quiet", words::START_OVER, move || ui.confirm(Confirmation::StartOver));
                page.button("quiet", words::ERASE, move || ui.confirm(Confirmation::Erase));
                if saved.is_none() {
                    page.button("quiet", notice::FILE, move || ui.notify_unless_saved(ui.download()));
                }
            });
        });
    });
}
