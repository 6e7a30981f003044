//! The names of the people who are compared.

use leptos::prelude::*;

use super::group::Group;
use crate::ui::{
    components::{Entry, Kind, entry},
    page::Page,
};
use assessment::i18n::key::ui::compare::with as words;
use decision::comparison::MOST_NAME;

pub fn people(page: &mut Page, group: Group) {
    page.live(move |page| {
        let size = group.size.get();
        page.within("ul.people", |page| {
            for n in 0..size {
                page.within("li", |page| row(page, group, n));
            }
        });
    });
}

fn row(page: &mut Page, group: Group, n: usize) {
    let ui = page.ui;
    let number = ui.number(n + 1);
    let label = if n == 0 { ui.t(words::YOURS).to_owned() } else { ui.fill(words::NAME, &[("n", &number)]) };
    let field = Entry {
        kind: if n == 0 { Kind::OwnName } else { Kind::Line },
        id: &["compare-name-", &n.to_string()].concat(),
        label: Some(&label),
        name: None,
        max_length: MOST_NAME,
        value: Box::new(move || group.name(n)),
        on_change: Box::new(move |_, name| {
            group.rename(n, &name);
            None
        }),
    };
    entry(page, field);
    if n > 0 {
        page.within("p.muted small", |page| match group.file(n) {
            Some(file) => page.fill("bdi", words::FROM, &[("name", &file)]),
            None => page.t("bdi", words::FROM_LINK),
        });
        let name = ui.fill(words::REMOVE_NAME, &[("n", &number)]);
        page.button_named("quiet", ui.t(words::REMOVE), Some(name), move || group.remove(n));
    }
}
