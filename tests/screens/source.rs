//! What the code of the screens may not contain, because HTML does not show it.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The Rust files in a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The content of each `view!` in a file.
fn views(text: &str) -> impl Iterator<Item = &str> {
    text.split("view! {").skip(1).map(|rest| {
        let mut depth = 1;
        let end = rest.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        &rest[..end.unwrap()]
    })
}

/// What is between tags: literals and values.
fn children(view: &str) -> Vec<&str> {
    let mut found = Vec::new();
    // `->` and `=>` are in values.
    for (at, _) in view.match_indices('>').filter(|(at, _)| !view[..*at].ends_with(['-', '='])) {
        let mut rest = view[at + 1..].trim_start();
        while !rest.is_empty() && !rest.starts_with(['<', '/']) {
            let end = if rest.starts_with('{') { rest.find('}').map(|n| n + 1) } else { rest.find(['<', '{']) };
            let (child, after) = rest.split_at(end.unwrap_or(rest.len()));
            found.push(child.trim());
            rest = after.trim_start();
        }
    }
    found
}

/// Leptos writes a changed text into its own text node, which a page translator may have removed.
fn is_kept_when_translated(child: &str) -> bool {
    child.starts_with("{Content::") || child.ends_with(".view()}")
}

#[test]
fn leptos_itself_updates_no_text() {
    let mut all = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let (mut checked, mut wrong) = (0, Vec::new());
    for file in all {
        let text = fs::read_to_string(&file).unwrap();
        for child in views(&text).flat_map(children) {
            checked += 1;
            if !is_kept_when_translated(child) {
                wrong.push(format!("{}: `{child}` is neither `Content` nor a page's view", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked > 15, "{checked} children are checked");
}

#[test]
fn texts_between_tags_are_found() {
    let text =
        "view! { <p class=name on:click=move |_| act()>{label}</p> }; view! { <b>Text {Content::Text(more)}</b> }";
    let found: Vec<&str> = views(text).flat_map(children).collect();
    assert_eq!(found, ["{label}", "Text", "{Content::Text(more)}"]);
    let kept: Vec<bool> = found.into_iter().map(is_kept_when_translated).collect();
    assert_eq!(kept, [false, false, true]);
}
