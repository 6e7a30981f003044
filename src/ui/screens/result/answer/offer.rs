//! How sure the result is, who offers it, and what the site can see. How to reach the provider comes last.

use leptos::prelude::*;

use super::{Findings, contact::contact, views};
use crate::ui::{
    components::{Link, call_to_action, has_call_to_action, is_uncalled},
    page::Page,
    subject,
    subtree::Content,
};
use assessment::{
    Alternative,
    i18n::key::ui::result::{
        answer::{sees, sure as words},
        cta, offer, view,
    },
};
use config::{Detail, Flow, Logo};
use decision::evaluation::{SettledAfter, Verdict};
use session::View;

pub fn sure(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    let is_settled = findings.prepared.settled_after().is_some();
    let key = match evaluation.verdict {
        _ if evaluation.gates.conflict => words::CONFLICT,
        _ if evaluation.quick_only || evaluation.is_partial(ui.assessment()) && !is_settled => match ui.config().flow {
            // There are no other questions.
            Flow::Quick => words::SHORT,
            _ => words::QUICK,
        },
        Verdict::Clear => words::CLEAR,
        Verdict::Lean => words::LEAN,
        Verdict::Only => words::ONLY,
        Verdict::Close | Verdict::Insufficient => words::CLOSE,
    };
    page.within("section.sure", |page| {
        page.t("h4", words::TITLE);
        page.within("p", |page| {
            page.t("span", key);
            page.bare(" ");
            page.t("span", if evaluation.leader == Alternative::InHouse { words::OWN } else { words::SCORES });
        });
        settled(page, findings);
        views::link(page, "link", view::SOURCES, View::Sources);
    });
}

/// After how many questions the result was settled, if one model is in front of the others.
fn settled(page: &mut Page, findings: &Findings) {
    let (ui, verdict) = (page.ui, findings.prepared.evaluation.verdict);
    let after = findings.prepared.settled_after().filter(|_| matches!(verdict, Verdict::Lean | Verdict::Clear));
    if let Some(SettledAfter { questions, of }) = after {
        page.within("p", |page| {
            page.fill("span", words::SETTLED, &[("n", &ui.number(questions)), ("total", &ui.number(of))]);
            if verdict == Verdict::Lean {
                page.bare(" ");
                page.t("span", words::MARGIN);
            }
        });
    }
}

/// The provider's logo, if the settings have one. Its place is reserved, so that nothing moves when it arrives.
fn logo(page: &mut Page) {
    let settings = page.ui.settings();
    let Some(Logo { url, alt }) = settings.logo.clone() else { return };
    // The address comes last, because it begins the request.
    let picture = view! {
        <img
            class="logo"
            alt=alt
            width="160"
            height="40"
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            src=url
        />
    };
    page.add(picture.into_any());
}

/// Who publishes this page, what they sell, what the site sees, what they changed, the call to action, and the contact form.
/// The host page may replace the text, but not what it changed.
pub fn offer(page: &mut Page, findings: &Findings) {
    let ui = page.ui;
    let settings = ui.settings();
    let sells = if is_uncalled(ui, &findings.prepared.evaluation) { offer::UNCALLED } else { offer::SELLS };
    let offered_by = subject::offer(&settings);
    let (text, changes) = ui.with_voice(|voice| {
        let text = voice.offer(offered_by, [offer::SOMEBODY, offer::NAMED, sells]);
        (text, voice.changes(offered_by, offer::OWNER))
    });
    let seen = if ui.config().events == Detail::Detailed { sees::DETAILED } else { sees::PLAIN };
    let text = [&text, " ", ui.t(seen)].concat();
    page.within("section.offer", |page| {
        logo(page);
        page.add(view! { <slot name="disclosure"><p class="muted">{Content::Text(text)}</p></slot> }.into_any());
        if !changes.is_empty() {
            changed(page, &changes);
        }
        if !has_call_to_action(ui, &findings.prepared) {
            return;
        }
        page.within("p.cta", |page| {
            call_to_action(page, &findings.prepared);
            if findings.prepared.is_full() && views::is_shown(ui, View::Ask) {
                page.t("span", cta::OR);
                views::link(page, "link", cta::ANY, View::Ask);
            }
        });
    });
    contact(page, &findings.prepared);
}

/// What the site owner changed, and a link to the same answers without it, in a new tab, so that the result stays.
fn changed(page: &mut Page, changes: &[String]) {
    let ui = page.ui;
    page.within("div.changes", |page| {
        for change in changes {
            page.text("p.muted", change);
        }
        if let Some(href) = ui.neutral_link() {
            Link::new("link", href, "_blank", ui.t(offer::changes::NEUTRAL)).write(page);
        }
    });
}
