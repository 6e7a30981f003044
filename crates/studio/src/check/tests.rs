use assessment::json::DEEPEST;

use super::*;

#[test]
fn a_problem_inside_an_object_names_the_nearest_entry_or_value() {
    let contact = r#"{"reciever": "json", "receiver": "jsno", "fields": ["emial"], "own": [{"naem": "x"}], "names": {"verdit": "x"}}"#;
    let document = format!(r#"{{"cta": {{"leen": {{}}, "clear": {{"ulr": "tel:1"}}}}, "contact": {contact}}}"#);
    let nearest = |problem: &Problem| {
        let place = problem.line.split(": found").next().unwrap().to_owned();
        Some((place, problem.nearest.clone()?))
    };
    let found: Vec<_> = check(&document).problems.iter().filter_map(nearest).collect();
    let expected = [
        ("unknown-setting at $.cta.leen", "lean"),
        ("unknown-setting at $.cta.clear.ulr", "url"),
        ("unknown-setting at $.contact.reciever", "receiver"),
        ("unknown-value at $.contact.receiver", "json"),
        ("unknown-value at $.contact.fields[0]", "email"),
        ("unknown-setting at $.contact.own[0].naem", "name"),
        ("unknown-setting at $.contact.names.verdit", "verdict"),
    ];
    assert_eq!(found, expected.map(|(place, nearest)| (place.to_owned(), nearest.to_owned())));
}

#[test]
fn an_attribute_in_json_is_pointed_to_its_place() {
    let problems = check(r#"{"cta-url": "tel:1", "loading": "eager"}"#).problems;
    assert!(problems[0].remedy == "Write `ctaUrl` in JSON.", "{problems:?}");
    assert!(problems[1].remedy.contains("the attribute `loading` of the element"), "{problems:?}");
}

#[test]
fn a_mistake_in_the_json_has_its_line_and_column() {
    let problems = check("{\n  \"theme\": \"dark\",\n}").problems;
    assert!(problems[0].line.contains("at line 3 column 1"), "{problems:?}");
    let problems = check(r#"{"providerName": "\ud800"}"#).problems;
    assert!(problems[0].line.starts_with("not-json at $: unexpected end of hex escape"), "{problems:?}");
}

#[test]
fn a_document_is_bounded_as_in_a_browser() {
    let deep = format!("{}{}", "[".repeat(DEEPEST + 1), "]".repeat(DEEPEST + 1));
    let deeper = format!("{}{}", "[".repeat(1_000), "]".repeat(1_000));
    for (text, code) in
        [(deep, "too-deep"), (deeper, "too-deep"), (format!("\"{}\"", "x".repeat(100_000)), "too-large")]
    {
        assert!(check(&text).problems[0].line.starts_with(code), "{code}");
    }
    assert_eq!(check("\u{feff}{}").problems, []);
}

#[test]
fn what_is_valid_without_effect_is_advice() {
    let advice = |text: &str| check(text).advice.into_iter().map(|advice| advice.line).collect::<Vec<_>>();
    assert!(advice(r#"{"frameParents": ["https://a.example"]}"#)[0].contains(r#"`"frame": true`"#));
    assert_eq!(advice(r#"{"frame": true, "frameParents": ["https://a.example"]}"#), [""; 0]);
    assert!(advice(r#"{"theme": "dark", "theme": "light"}"#)[0].starts_with("advice at $.theme: "));
    let unused = advice(r#"{"contact": {"receiver": "event", "url": "https://a.example/", "hutk": null}}"#);
    assert_eq!(unused, ["advice at $.contact.url: only the receiver `json`, `form`, `post` uses it. Remove it."]);
}

#[test]
fn a_problem_has_the_place_of_its_field() {
    let places = |text: &str| check(text).problems.into_iter().map(|problem| problem.path).collect::<Vec<_>>();
    let contact = r#"{"receiver": "event", "own": [{"name": "when", "label": 5}]}"#;
    assert_eq!(places(&format!(r#"{{"theme": "x", "contact": {contact}}}"#)), ["theme", "contact.own[0].label"]);
    assert_eq!(places("[]"), [""]);
    let design = Design { loading: "soon".to_owned(), ..Design::new("https://widget.example/") };
    assert_eq!(check_design(&design).problems[0].path, "loading");
}

#[test]
fn a_remedy_names_no_document_of_the_repository() {
    let remedy = &check(r#"{"providerNmae": "x"}"#).problems[0].remedy;
    assert_eq!(remedy, "Write the nearest name in the list of settings, or remove the entry.");
}

/// The paths of the problems of a design.
fn places(change: impl FnOnce(&mut Design)) -> Vec<String> {
    let mut design = Design::new("https://widget.example/");
    change(&mut design);
    check_design(&design).problems.into_iter().map(|problem| problem.path).collect()
}

#[test]
fn a_new_design_has_no_problem() {
    assert_eq!(places(|_| ()), [""; 0]);
}

#[test]
fn what_is_next_to_the_settings_is_checked() {
    assert_eq!(places(|design| design.files = "https://widget.example".to_owned()), ["files"]);
    for files in ["javascript:alert(1)/", "http://widget.example/", "https://a@b.example/", "https://a.example/?/", "/"]
    {
        assert_eq!(places(|design| design.files = files.to_owned()), ["files"], "{files}");
    }
    for files in ["http://localhost:3000/", "https://www.example.com/support-fit/"] {
        assert_eq!(places(|design| design.files = files.to_owned()), [""; 0], "{files}");
    }
    for url in ["javascript:alert(1)", "//evil.example", "contact", "data:text/html,x", "mailto:", "/a b"] {
        assert_eq!(places(|design| design.fallback_url = url.to_owned()), ["fallbackUrl"], "{url}");
    }
    for url in ["/contact", "https://www.example.com/contact?a=b&c#d", "mailto:a@b.example", "tel:+1"] {
        assert_eq!(places(|design| design.fallback_url = url.to_owned()), [""; 0], "{url}");
    }
    for file in ["", "#id", "support-fit.json", "//a.example/x.json", "javascript:x"] {
        assert_eq!(places(|design| design.file = file.to_owned()), ["file"], "{file}");
    }
    assert_eq!(places(|design| design.fallback = "x".repeat(201)), ["fallback"]);
    // The text alone is short enough, but not what is pasted.
    assert_eq!(places(|design| design.fallback = "&".repeat(199)), ["fallback"]);
    assert_eq!(places(|design| design.fallback = "a\u{202e}b".to_owned()), ["fallback"]);
}

#[test]
fn only_values_that_look_right_are_styles() {
    let is_valid = |name: &'static str, value: &str| {
        let found = places(|design| drop(design.styles.insert(name, value.to_owned())));
        assert!(found.is_empty() || found == [format!("style.{name}")], "{found:?}");
        found.is_empty()
    };
    let good = [
        (
            "--support-fit-accent",
            &["#0b6b57", "#abc", "teal", "rgb(1 2 3 / 50%)", "oklch(0.5 0.1 -20)", "var(--brand)"][..],
        ),
        ("--support-fit-radius", &["0", "0.5em", "4px", "clamp(16px, 1em, 2rem)", "calc((1px + 2em) * 2)"]),
        ("--support-fit-font-family", &["Georgia, serif", "\"Source Sans 3\", sans-serif", "Noto Sans, 'Open Sans'"]),
    ];
    let bad = [
        (
            "--support-fit-accent",
            &["#12", "red;color:blue", "url(x)", "rgb(1;2)", "rgb(/*", "red}", "expression(1)", " red"][..],
        ),
        (
            "--support-fit-radius",
            &["1", "1px;", "1.px", "-", "calc(1px", "calc(1px))(", "calc(1/*2)", "url(1px)", "1px 2px"],
        ),
        ("--support-fit-font-family", &["a;b", "\"a", "'a\"", "3D", "a\\", "a,,b", "a{b}", "url(x)", "a/*"]),
    ];
    for (lists, expected) in [(good, true), (bad, false)] {
        for (name, values) in lists {
            for value in values {
                assert_eq!(is_valid(name, value), expected, "{name}: {value}");
            }
        }
    }
}

#[test]
fn what_looks_like_a_secret_is_reported_wherever_it_is_and_not_repeated() {
    const SECRET: &str = "pat-na1-11111111-2222";
    let settings = format!(
        r#"{{"apiKey": "{SECRET}", "questions": [{{"name": "a", "text": "Bearer abcdefghijk"}}], "contact": {{"receiver": "event", "extra": {{"key": "{SECRET}"}}}}}}"#
    );
    let mut design = Design::new("https://widget.example/");
    design.settings = parse(&settings).unwrap();
    let secrets: Vec<_> =
        check_design(&design).problems.into_iter().filter(|p| p.line.starts_with("secret at")).collect();
    let places: Vec<_> = secrets.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(places, ["contact.extra.key", "apiKey", "questions[0].text"]);
    assert!(!format!("{secrets:?}").contains(SECRET));
}
