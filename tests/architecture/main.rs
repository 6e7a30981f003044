//! The house rules of ARCHITECTURE.md: who may import whom, who knows the browser, and what a file looks like.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod source;

use source::{Source, all};

/// What each module of `src` may import of the others, in the order of the flow. `mcda` imports nothing of ours: it is a
/// package of its own and could not.
const IMPORTS: [(&str, &[&str]); 16] = [
    ("i18n", &[]),
    ("json", &["text"]),
    ("text", &[]),
    ("assessment", &["i18n"]),
    ("config", &["assessment", "json", "text"]),
    ("response", &["assessment", "json"]),
    ("worksheet", &["assessment", "i18n", "text"]),
    ("evaluation", &["assessment", "response"]),
    ("explanation", &["assessment", "response", "evaluation", "i18n"]),
    ("plan", &["assessment", "response", "worksheet", "evaluation", "i18n"]),
    ("comparison", &["assessment", "response", "evaluation", "explanation", "text"]),
    (
        "report",
        &[
            "assessment",
            "response",
            "worksheet",
            "evaluation",
            "explanation",
            "plan",
            "comparison",
            "i18n",
            "json",
            "text",
        ],
    ),
    ("session", &["assessment", "response", "worksheet", "evaluation", "i18n", "json"]),
    ("browser", &["session", "i18n", "json"]),
    (
        "ui",
        &[
            "assessment",
            "config",
            "response",
            "worksheet",
            "evaluation",
            "explanation",
            "plan",
            "comparison",
            "report",
            "session",
            "browser",
            "i18n",
            "json",
            "text",
        ],
    ),
    ("embed", &["ui", "browser", "session", "config", "assessment", "i18n", "json"]),
];

/// These know no browser.
const PURE: [&str; 13] = [
    "assessment",
    "config",
    "response",
    "worksheet",
    "evaluation",
    "explanation",
    "plan",
    "comparison",
    "report",
    "session",
    "i18n",
    "json",
    "text",
];

/// Modules that compute with the decision analysis.
const COMPUTING: [&str; 3] = ["evaluation", "explanation", "plan"];

const BROWSER_CRATES: [&str; 9] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_storage",
    "gloo_net",
    "gloo_timers",
];

/// Files that read or write what a JSON document looks like. Others hand documents on unread.
const KNOW_A_JSON_SHAPE: [&str; 5] =
    ["src/json/", "src/config/", "src/response/written.rs", "src/session/draft/", "src/report/json/"];

/// Names by which a JSON document is taken apart or put together.
const JSON_SHAPES: [&str; 12] = [
    "Value::Null",
    "Value::Bool",
    "Value::Number",
    "Value::Text",
    "Value::List",
    "Value::Object",
    "Value::object",
    "Value::from",
    ".entries()",
    ".as_text()",
    ".as_number()",
    ".as_list()",
];

/// What touches the browser's storage.
const STORAGE: [&str; 6] =
    ["Storage", "StorageEvent", "gloo_storage", "local_storage", "session_storage", "indexed_db"];

/// What sends an event to the page.
const EVENTS: [&str; 3] = ["CustomEvent", "CustomEventInit", "dispatch_event"];

/// Whose last digits hang on the platform's mathematics library.
const PLATFORM_FLOATS: [&str; 28] = [
    "powf",
    "powi",
    "exp",
    "exp2",
    "exp_m1",
    "ln",
    "ln_1p",
    "log",
    "log2",
    "log10",
    "sin",
    "cos",
    "tan",
    "sin_cos",
    "asin",
    "acos",
    "atan",
    "atan2",
    "sinh",
    "cosh",
    "tanh",
    "asinh",
    "acosh",
    "atanh",
    "cbrt",
    "hypot",
    "mul_add",
    "rem_euclid",
];

/// Names that say nothing.
const EMPTY_NAMES: [&str; 6] = ["util", "utils", "helper", "helpers", "common", "misc"];

const MOST_LINES: usize = 400;

#[test]
fn modules_import_only_what_the_table_allows() {
    let mut broken = Vec::new();
    for file in all("src") {
        let Some(module) = file.module() else { continue };
        let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == module) else {
            broken.push(format!("{}: the module `{module}` is not in the import table", file.path));
            continue;
        };
        for (line, imported) in file.imports() {
            if imported != module && !allowed.contains(&imported.as_str()) {
                broken.push(format!(
                    "{}:{line}: `{module}` imports `{imported}`; it may import {}",
                    file.path,
                    if allowed.is_empty() { "nothing of ours".to_owned() } else { allowed.join(", ") }
                ));
            }
        }
    }
    none(&broken);
}

/// The screens are let off: they may show anything.
#[test]
fn the_table_allows_nothing_that_nobody_imports() {
    let files = all("src");
    let mut idle = Vec::new();
    for (module, allowed) in IMPORTS.into_iter().filter(|(module, _)| *module != "ui") {
        let imports = |other: &str| {
            let own = files.iter().filter(|file| file.module() == Some(module));
            own.into_iter().any(|file| file.imports().iter().any(|(_, imported)| imported == other))
        };
        idle.extend(allowed.iter().filter(|other| !imports(other)).map(|other| format!("{module}: {other}")));
    }
    none(&idle);
}

#[test]
fn nothing_reaches_around_the_table() {
    let rule = "`super` leads out of the module; write `crate::` and the name of the other module";
    none(&complaints("src", |file| file.module().is_some(), Source::ways_out, rule));
}

#[test]
fn only_what_computes_names_the_decision_analysis() {
    let outside = |file: &Source| file.module().is_some_and(|module| !COMPUTING.contains(&module));
    let rule = "only evaluation, explanation and plan compute; ask them";
    none(&complaints("src", outside, |file| file.lines_with_word("mcda"), rule));
}

#[test]
fn the_modules_above_the_screens_know_no_browser() {
    let pure = |file: &Source| file.module().is_some_and(|module| PURE.contains(&module));
    let named = |file: &Source| words(file, &BROWSER_CRATES);
    none(&complaints("src", pure, named, "this module knows no browser; put it in `browser` behind a trait"));
    none(&complaints("mcda/src", |_| true, named, "the decision analysis knows no browser"));
}

#[test]
fn only_the_configuration_the_draft_and_the_report_know_a_json_shape() {
    let outside = |file: &Source| {
        file.module().is_some_and(|module| PURE.contains(&module))
            && !KNOW_A_JSON_SHAPE.iter().any(|path| file.path.starts_with(path))
    };
    let shapes = |file: &Source| JSON_SHAPES.iter().flat_map(|shape| file.lines_with(shape)).collect();
    let rule = "only config, session::draft and report::json know what a document looks like";
    none(&complaints("src", outside, shapes, rule));
}

#[test]
fn no_library_for_json_is_shipped() {
    let named = |file: &Source| words(file, &["serde_json"]);
    none(&complaints("src", |_| true, named, "it costs the visitor 27,000 bytes; the browser parses JSON itself"));
}

#[test]
fn only_the_browser_module_touches_storage() {
    let outside = |file: &Source| file.module() != Some("browser");
    none(&complaints("src", outside, |file| words(file, &STORAGE), "only `browser` touches storage"));
}

#[test]
fn only_embed_dispatches_events() {
    let outside = |file: &Source| file.module() != Some("embed");
    none(&complaints("src", outside, |file| words(file, &EVENTS), "only `embed` dispatches events"));
}

#[test]
fn what_computes_uses_no_function_whose_digits_hang_on_the_platform() {
    let called = |file: &Source| {
        let calls = PLATFORM_FLOATS.iter().flat_map(|name| [format!(".{name}("), format!("f64::{name}")]);
        calls.flat_map(|call| file.lines_with(&call)).collect()
    };
    let rule = "the same answers give the same bytes everywhere; use the four basic operations, comparisons and roots";
    let pure = |file: &Source| file.module().is_some_and(|module| PURE.contains(&module));
    none(&complaints("src", pure, called, rule));
    none(&complaints("mcda/src", |_| true, called, rule));
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    let broken: Vec<String> = all("src")
        .iter()
        .chain(&all("mcda/src"))
        .chain(&all("content/src"))
        .chain(&all("xtask/src"))
        .filter(|file| file.path.trim_end_matches(".rs").split('/').any(|part| EMPTY_NAMES.contains(&part)))
        .map(|file| format!("{}: name it by its concern", file.path))
        .collect();
    none(&broken);
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    let broken: Vec<String> = ["src", "mcda/src", "content/src", "xtask/src", "tests", "examples", "benches"]
        .into_iter()
        .flat_map(all)
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| format!("{}:1: opens without `//!`", file.path))
        .collect();
    none(&broken);
}

#[test]
fn no_file_of_the_application_is_too_long_to_read() {
    let broken: Vec<String> = all("src")
        .iter()
        .map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| format!("{}: {lines} lines, at most {MOST_LINES}", file.path))
        .collect();
    none(&broken);
}

/// Lines in which one of the words stands by itself.
fn words(file: &Source, words: &[&str]) -> Vec<usize> {
    words.iter().flat_map(|word| file.lines_with_word(word)).collect()
}

/// What is wrong in the files of a folder that a rule is about: file, line and rule.
fn complaints(
    folder: &str,
    is_about: impl Fn(&Source) -> bool,
    lines: impl Fn(&Source) -> Vec<usize>,
    rule: &str,
) -> Vec<String> {
    let files = all(folder);
    files
        .iter()
        .filter(|file| is_about(file))
        .flat_map(|file| {
            lines(file).into_iter().map(move |line| format!("{}:{line}: {}\n    {rule}", file.path, file.line(line)))
        })
        .collect()
}

fn none(broken: &[String]) {
    assert!(broken.is_empty(), "{} broken rule(s):\n{}", broken.len(), broken.join("\n"));
}

/// So that no text is parsed before its length is looked at.
#[test]
fn only_one_function_parses_what_comes_from_a_page() {
    let parsing: Vec<String> =
        all("src").into_iter().filter(|file| file.text.contains("JSON::parse(")).map(|file| file.path).collect();
    assert_eq!(parsing, ["src/browser/json.rs"]);
    let json = all("src").into_iter().find(|file| file.path == "src/browser/json.rs").unwrap();
    let (before, behind) = json.text.split_once("JSON::parse(").unwrap();
    assert!(before.contains("text.len() > longest") && !behind.contains("JSON::parse("));
}
