//! The groups of the form.

use leptos::prelude::*;
use studio::{Field, Group, fields, is_used};

use super::{disclosure, field, looks, reach, state::Studio, weights};

pub fn groups(studio: Studio) -> AnyView {
    let all = Group::ALL.into_iter().map(|of| {
        let read = (of == Group::You).then(|| disclosure::disclosure(studio));
        view! { {group(studio, of)} {read} }
    });
    all.collect_view().into_any()
}

fn group(studio: Studio, of: Group) -> AnyView {
    let (rare, usual): (Vec<_>, Vec<_>) = fields(of).into_iter().partition(|one| is_rare(&one.path.to_string()));
    let usual = usual.into_iter().map(|one| shown(studio, one)).collect_view();
    let rare = (!rare.is_empty()).then(|| {
        let fields = rare.into_iter().map(|one| shown(studio, one)).collect_view();
        view! {
            <details class="more">
                <summary>{rare_title(of)}</summary>
                <div class="fields">{fields}</div>
            </details>
        }
    });
    let more = match of {
        Group::Looks => looks::looks(studio),
        Group::Contact => reach::reach(studio),
        Group::Weights => weights::weights(studio),
        _ => ().into_any(),
    };
    section(studio, of.title(), of == Group::You, Some(of), view! { {usual} {more} {rare} }.into_any())
}

/// A field, unless it does not matter with the other settings.
fn shown(studio: Studio, one: Field) -> AnyView {
    let path = one.path.clone();
    let is_used = Memo::new(move |_| studio.design.with(|design| is_used(design, &path)));
    view! { <div hidden=move || !is_used.get()>{field::field(studio, one)}</div> }.into_any()
}

/// Whether few owners need a setting.
fn is_rare(place: &str) -> bool {
    let own = [
        "contact.idempotencyHeader",
        "contact.hutk",
        "contact.subscription",
        "contact.own",
        "contact.names",
        "contact.extra",
    ];
    place.starts_with("cta.") || place.starts_with("texts.sections.") || own.contains(&place) || place == "questions"
}

/// What the rare settings of a group are about.
const fn rare_title(of: Group) -> &'static str {
    match of {
        Group::After => "Different buttons for some results",
        Group::Words => "Titles of views",
        _ => "Own fields and questions, and names at the receiver",
    }
}

/// A part of the form that can be closed. Its title says how much of it is set and wrong.
pub fn section(studio: Studio, title: &'static str, is_open: bool, of: Option<Group>, content: AnyView) -> AnyView {
    let count = move || {
        let of = of?;
        let set = studio.design.with(|design| fields(of).iter().filter(|one| design.get(&one.path).is_some()).count());
        (set > 0).then(|| view! { <span class="count">{set}" set"</span> })
    };
    let wrong = move || {
        let of = of?;
        let wrong =
            studio.report.with(|report| report.problems.iter().filter(|problem| is_in(of, &problem.path)).count());
        (wrong > 0).then(|| view! { <span class="count wrong">{wrong}" to correct"</span> })
    };
    view! {
        <details class="group" open=is_open>
            <summary><h2>{title}</h2>{count}{wrong}</summary>
            <div class="fields">{content}</div>
        </details>
    }
    .into_any()
}

/// Whether a problem is about a field of a group.
fn is_in(of: Group, path: &str) -> bool {
    let inside =
        |place: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    (of == Group::Looks && path.starts_with("style.")) || fields(of).iter().any(|one| inside(&one.path.to_string()))
}
