//! What comes out: the code for each kind of page, the settings as a file, a link, a paragraph for the privacy policy.

use leptos::{ev::Event, prelude::*};
use studio::{
    Design, Directive, Part, ServerLines, Snippet, SnippetKind, document, fragment, privacy, server, snippets,
};

use super::{bar, field, group, state::Studio};

pub fn output(studio: Studio) -> AnyView {
    view! {
        {code(studio)}
        {more(studio)}
    }
    .into_any()
}

/// A text of the design itself.
fn entry(
    studio: Studio,
    place: &'static str,
    label: &'static str,
    about: &'static str,
    read: fn(&Design) -> &String,
    write: fn(&mut Design) -> &mut String,
) -> AnyView {
    let id = field::id(place);
    let typed = move |event: Event| {
        let text = event_target_value(&event);
        studio.change(Some(place), |design| *write(design) = text);
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <p class="about" id=format!("{id}-about")>{super::markdown::sentence(about)}</p>
            {field::input(studio, place, move || studio.design.with(|design| read(design).clone()), typed)}
            {field::problems(studio, place.to_owned())}
        </div>
    }
    .into_any()
}

fn code(studio: Studio) -> AnyView {
    let kind = RwSignal::new(SnippetKind::ALL[0]);
    let all = Memo::new(move |_| studio.design.with(|design| studio.build.with_value(|build| snippets(design, build))));
    let shown = move || {
        if let Some(why) = studio.refused.get() {
            return Some(view! { <p class="problem">{why}</p> }.into_any());
        }
        let kind = kind.get();
        all.with(|all| all.iter().find(|snippet| snippet.kind == kind).cloned()).map(|snippet| parts(studio, snippet))
    };
    let options = SnippetKind::ALL.into_iter().map(|one| {
        view! {
            <label class="tick">
                <input type="radio" name="kind" prop:checked=move || kind.get() == one on:change=move |_| kind.set(one) />
                <span>{one.title()}</span>
            </label>
        }
    });
    let content = view! {
        <fieldset class="field kinds">
            <legend>{"Where it goes"}</legend>
            {options.collect_view()}
        </fieldset>
        {move || {
            bar::count(studio).map(|text| view! { <p><a class="wrong" href="#problems">{text}" before you publish"</a></p> })
        }}
        {move || only_here(studio)}
        <div class="code">{shown}</div>
        <details class="more">
            <summary>{"Addresses, and what visitors read without JavaScript"}</summary>
            <div class="fields">
                {entry(
                    studio, "files", "Where the files are", "The address of the folder `dist/` on your server, with a slash at the end.",
                    |design| &design.files, |design| &mut design.files,
                )}
                {entry(
                    studio, "file", "Where the settings will be", "Only used if some of them do not fit into attributes.",
                    |design| &design.file, |design| &mut design.file,
                )}
                {entry(
                    studio, "fallback", "Without JavaScript, visitors read", "One or two sentences.",
                    |design| &design.fallback, |design| &mut design.fallback,
                )}
                {entry(
                    studio, "fallbackLabel", "And the label of a link", "Only used with an address below.",
                    |design| &design.fallback_label, |design| &mut design.fallback_label,
                )}
                {entry(
                    studio, "fallbackUrl", "And a link below leads to", "For example your contact page. Empty for no link.",
                    |design| &design.fallback_url, |design| &mut design.fallback_url,
                )}
            </div>
        </details>
    };
    view! { <div id="code">{group::section(studio, "Code for your page", true, None, content.into_any())}</div> }
        .into_any()
}

fn parts(studio: Studio, snippet: Snippet) -> AnyView {
    let Snippet { parts, steps, .. } = snippet;
    let steps = steps.into_iter().map(|step| view! { <li>{super::markdown::sentence(&step)}</li> }).collect_view();
    view! {
        {parts.into_iter().map(|one| part(studio, one)).collect_view()}
        <ol class="steps">{steps}</ol>
    }
    .into_any()
}

/// A note if visitors could not reach the files, as while the studio is tried.
fn only_here(studio: Studio) -> Option<AnyView> {
    let is_local = |files: &String| {
        files
            .split_once("://")
            .is_some_and(|(_, rest)| ["localhost", "127.", "[::1]"].iter().any(|own| rest.starts_with(own)))
    };
    studio.design.with(|design| is_local(&design.files)).then(|| {
        let go = move |_| studio.host().focus(&field::id("files"));
        view! {
            <p class="notice">
                {"The files are on this device, where visitors cannot reach them. "}
                <button type="button" class="quiet" on:click=go>{"Enter the address of your server"}</button>
            </p>
        }
        .into_any()
    })
}

/// A text to take, with a button to copy it, and one to save it if it is a file.
fn part(studio: Studio, part: Part) -> AnyView {
    let Part { name, text, .. } = part;
    let (copied, saved) = (text.clone(), text.clone());
    let file = is_file(&name).then(|| {
        let name = name.clone();
        let save = move |_| studio.host().download(&name, media_type(&name), &saved);
        view! { <button type="button" on:click=save>{"Save as a file"}</button> }
    });
    view! {
        <figure class="part">
            <figcaption>{name.clone()}</figcaption>
            <pre tabindex="0" role="group" aria-label=name.clone()><code>{text}</code></pre>
            <div class="tools">
                <button type="button" class="primary" on:click=move |_| studio.copy(&copied)>
                    {"Copy"}<span class="hidden">": "{name}</span>
                </button>
                {file}
            </div>
        </figure>
    }
    .into_any()
}

/// What the server of the page has to allow: as a table, and as lines for each kind of server.
fn of_server(studio: Studio, lines: ServerLines) -> AnyView {
    let ServerLines { directives, policy, nginx, apache, headers, css, build } = lines;
    let rows = directives.into_iter().map(|directive| {
        let Directive { name, sources, why } = directive;
        view! {
            <tr>
                <th scope="row"><code>{name}</code></th>
                <td><code>{sources.join(" ")}</code></td>
                <td>{super::markdown::sentence(why)}</td>
            </tr>
        }
    });
    let of = |name: &str, language, text: String| Part { name: name.to_owned(), language, text };
    let mut parts = vec![
        of("The header", "text", policy),
        of("nginx", "text", nginx),
        of("Apache", "text", apache),
        of("_headers, for Netlify and Cloudflare Pages", "text", headers),
        of("Your style sheet, if the policy forbids inline styles", "css", css),
    ];
    parts.extend(build.map(|command| of("For the frame, build with", "text", command)));
    view! {
        <p>{"Only if your page has a content security policy. It then has to allow:"}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Directives">
            <table>
                <thead><tr><th scope="col">{"Directive"}</th><th scope="col">{"Sources"}</th><th scope="col">{"What for"}</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        {parts.into_iter().map(|one| part(studio, one)).collect_view()}
    }
    .into_any()
}

/// Whether the name of a part is that of a file.
fn is_file(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, kind)| ["json", "jsx", "css", "html"].contains(&kind))
}

fn media_type(name: &str) -> &'static str {
    if name.ends_with(".json") { "application/json" } else { "text/plain" }
}

fn more(studio: Studio) -> AnyView {
    let settings = move || {
        let text = studio.design.with(document);
        part(studio, Part { name: "support-fit.json".to_owned(), language: "json", text })
    };
    let share = move |_| match studio.design.with_untracked(fragment) {
        Ok(fragment) => studio.copy(&format!("{}studio.html#{fragment}", studio.host().address())),
        Err(problem) => studio.say(&problem.to_string()),
    };
    let policy = move || {
        let text = studio.design.with(privacy);
        part(studio, Part { name: "A paragraph for your privacy policy".to_owned(), language: "text", text })
    };
    let headers = move || {
        studio.design.with(server).map_or_else(
            |_| {
                view! { <p>{"As soon as the addresses above are right, the lines for your server are here."}</p> }
                    .into_any()
            },
            |lines| of_server(studio, lines),
        )
    };
    let content = view! {
        <h3>{"The settings as a file"}</h3>
        {settings}
        <h3>{"A link to all of this"}</h3>
        <p>{"For a colleague or a developer. Everything is in the link itself, behind the #, and is not sent to a server. Whoever has it can read it."}</p>
        <button type="button" on:click=share>{"Copy the link"}</button>
        <h3>{"What your server has to send"}</h3>
        {headers}
        <h3>{"Privacy"}</h3>
        {policy}
    };
    group::section(studio, "Settings, link, server, privacy", false, None, content.into_any())
}
