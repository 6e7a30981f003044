//! The groups of the form.

use leptos::prelude::*;
use studio::{Field, Group, Path, fields, is_used};

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
    let paths: Vec<Path> = of.map(fields).unwrap_or_default().into_iter().map(|one| one.path).collect();
    let places: Vec<String> = paths.iter().map(Path::to_string).collect();
    let set = move || {
        let is_set = |path: &&Path| studio.design.with(|design| design.get(path).is_some());
        let set = paths.iter().filter(is_set).count();
        (set > 0).then(|| view! { <span class="count">{set}" set"</span> })
    };
    let wrong = move || {
        let is_here = |path: &str| {
            let is_in = |place: &String| {
                path.strip_prefix(place.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            (of == Some(Group::Looks) && path.starts_with("style.")) || places.iter().any(is_in)
        };
        let wrong =
            studio.report.with(|report| report.problems.iter().filter(|problem| is_here(&problem.path)).count());
        (wrong > 0).then(|| view! { <span class="count wrong">{wrong}" to correct"</span> })
    };
    view! {
        <details class="group" open=is_open>
            <summary><h2>{title}</h2>{set}{wrong}</summary>
            <div class="fields">{content}</div>
        </details>
    }
    .into_any()
}
