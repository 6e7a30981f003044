//! The same for designs of any strings and of the table of settings.

use std::collections::BTreeMap;

use assessment::json::Value;
use config::{Setting, documentation::Shape};
use proptest::{collection::vec, prelude::*, sample::select};
use studio::{Design, STYLES, check_design, fragment, from_draft, from_fragment, read, snippets, to_draft};

use super::{
    designs::{FILES, build, read_back, said},
    rules::assert_rules,
};

/// Words that have a meaning somewhere.
const PIECES: [&str; 24] = [
    "\"",
    "'",
    "<",
    ">",
    "</",
    "</script>",
    "<!--",
    "-->",
    "[",
    "]",
    "{{",
    "}}",
    "{%",
    "={",
    "&",
    "&amp;",
    "&#",
    ";",
    "\\",
    "\n",
    "\u{2028}",
    "\u{202e}",
    "\u{1f980}",
    " ",
];

fn hostile() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![select(&PIECES[..]).prop_map(str::to_owned), "[a-z ]{1,6}", any::<char>().prop_map(String::from)];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat().chars().take(80).collect())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[A-Za-z &.]{1,40}", 2 => hostile()]
}

/// A value of a setting: a right one of simple shapes, else any.
fn value(shape: Shape) -> BoxedStrategy<Value> {
    let wrong = text().prop_map(Value::from);
    match shape {
        Shape::Choice(words, _) => prop_oneof![4 => select(words).prop_map(Value::from), 1 => wrong].boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::from).boxed(),
        Shape::Number { least, most } => (least..most).prop_map(Value::from).boxed(),
        Shape::List { of, .. } => vec(value(*of), 0..3).prop_map(Value::List).boxed(),
        Shape::Object(object) => {
            let entries: Vec<_> =
                object.entries.iter().map(|entry| (Just(entry.name.to_owned()), value(entry.shape))).collect();
            (entries, any::<u32>()).prop_map(|(entries, kept)| some_of(entries, kept)).boxed()
        }
        Shape::Map { .. } => vec((text(), text()), 0..3)
            .prop_map(|entries| {
                let entries: BTreeMap<_, _> = entries.into_iter().collect();
                Value::Object(entries.into_iter().map(|(name, text)| (name, text.into())).collect())
            })
            .boxed(),
        Shape::Text(_) => wrong.boxed(),
    }
}

/// About a quarter of the entries.
fn some_of(entries: Vec<(String, Value)>, kept: u32) -> Value {
    let is_kept = |n: usize| kept.rotate_left(n as u32 * 2) & 3 == 0;
    Value::Object(entries.into_iter().enumerate().filter(|(n, _)| is_kept(*n)).map(|(_, entry)| entry).collect())
}

prop_compose! {
    fn settings()(
        entries in Setting::all().filter_map(|setting| {
            let of = setting.documentation().shape;
            setting.key().map(|key| (Just(key.to_owned()), value(of)))
        }).collect::<Vec<_>>(),
        kept in any::<u32>(),
        unknown in proptest::option::weighted(0.1, ("[a-z]{3,9}_", text())),
    ) -> Value {
        let mut settings = some_of(entries, kept);
        if let (Value::Object(entries), Some((name, text))) = (&mut settings, unknown) {
            entries.push((name, text.into()));
        }
        settings
    }
}

prop_compose! {
    fn designs()(
        settings in prop_oneof![1 => Just(Value::Object(Vec::new())), 9 => settings()],
        colors in vec(select(&["", "#0b6b57", "teal", "rgb(1 2 3 / 50%)"][..]), 3),
        font in select(&["", "Georgia, serif", "\"Source Sans 3\", sans-serif"][..]),
        lengths in vec(select(&["", "0", "0.5em", "clamp(16px, 1em, 2rem)"][..]), 2),
        fallback in text(), label in text(),
        url in select(&["", "/contact", "/contact?a=b&c=[d]", "mailto:a@b.example", "https://www.marlow.example/\u{e9}"][..]),
        loading in select(&["", "eager", "lazy"][..]),
    ) -> Design {
        let values = colors.into_iter().chain([font]).chain(lengths);
        let styles = STYLES.iter().zip(values).filter(|(_, value)| !value.is_empty());
        let styles = styles.map(|(style, value)| (style.name, value.to_owned())).collect();
        let is_linked = !assessment::text::one_line(&label).is_empty();
        Design {
            settings,
            styles,
            fallback,
            fallback_label: label,
            fallback_url: if is_linked { url.to_owned() } else { String::new() },
            loading: loading.to_owned(),
            ..Design::new(FILES)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_design_follows_the_rules_and_comes_back(design in designs()) {
        let _ = check_design(&design);
        for snippet in snippets(&design, &build()) {
            assert_rules(&snippet);
            let back = read_back(&snippet, &said(&Design::new(""), snippet.kind));
            prop_assert_eq!(said(&back, snippet.kind), said(&design, snippet.kind), "{:#?}", snippet);
        }
        prop_assert_eq!(&from_draft(&to_draft(&design)).unwrap().design, &design);
        if let Ok(link) = fragment(&design) {
            prop_assert_eq!(&from_fragment(&link).unwrap().design, &design);
        }
    }

    #[test]
    fn no_text_stops_the_reader(text in vec(prop_oneof![
        select(&PIECES[..]).prop_map(str::to_owned),
        select(&["<support-fit", " config=", "#a", "<script type=\"application/json\" id=\"a\">", "</support-fit>", "<a href=", "style={{", "[support-fit ", "design-1-", "https://a.example/frame.html?", "--support-fit-accent:", "<iframe src="][..]).prop_map(str::to_owned),
        ".{0,9}",
    ], 0..20)) {
        let text = text.concat();
        if let Ok(reading) = read(&text) {
            let design = reading.onto(&Design::new(FILES));
            for snippet in snippets(&design, &build()) {
                assert_rules(&snippet);
            }
        }
    }
}
