//! Values that end attributes, scripts, shortcodes, comments and lines elsewhere are only text here.

use assessment::json::Value;
use studio::{Design, fragment, from_draft, from_fragment, snippets, to_draft};

use super::{
    designs::{FILES, build, design, read_back, said},
    rules::assert_rules,
};

const HOSTILE: [&str; 28] = [
    "</script><!--",
    "</support-fit></div>",
    "\" onx=",
    "'",
    "]",
    "[gallery]",
    "[support-fit flow=\"full\"]",
    "\u{2028}",
    "a\u{2028}b",
    "-->",
    "$(touch x)",
    "`touch x`",
    ";",
    "a\nb",
    "a\r\nb",
    "&amp;",
    "&",
    "&#91;",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{`x`}",
    "{\"x\"}",
    "style={{ \"--support-fit-accent\": \"red\" }}",
    "\u{1f980}",
    "moc.elpmaxe\u{202e}",
    "\\",
    "\0",
    concat!("&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&", "&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&"),
];

/// Designs with a value in different places.
fn designs(value: &str) -> Vec<Design> {
    let own = Value::object([("name", "when".into()), ("label", value.into())]);
    let contact = Value::object([("receiver", "event".into()), ("own", [own].into_iter().collect())]);
    let settings = [
        Value::object([("providerName", value.into())]),
        Value::object([("providerName", value.into()), ("ctaLabel", value.into()), ("lang", value.into())]),
        Value::object([("texts", Value::object([("title", value.into())]))]),
        Value::object([("contact", contact)]),
        Value::object([(value, value.into())]),
    ];
    let mut designs: Vec<_> = settings.into_iter().map(design).collect();
    let plain = Design { fallback_url: "/contact?a=b&c=d".to_owned(), ..Design::new(FILES) };
    designs.push(Design { fallback: value.to_owned(), ..plain.clone() });
    designs.push(Design { fallback: value.to_owned(), ..Design::new(FILES) });
    designs.push(Design { fallback_label: value.to_owned(), ..plain });
    designs
}

#[test]
fn every_hostile_value_follows_the_rules_and_comes_back() {
    for value in HOSTILE {
        for design in designs(value) {
            for snippet in snippets(&design, &build()) {
                assert_rules(&snippet);
                let back = read_back(&snippet, &said(&Design::new(""), snippet.kind));
                assert_eq!(said(&back, snippet.kind), said(&design, snippet.kind), "{value:?}: {snippet:#?}");
            }
        }
    }
}

#[test]
fn every_hostile_value_has_a_snippet_of_every_kind() {
    for value in HOSTILE {
        for design in designs(value) {
            assert_eq!(snippets(&design, &build()).len(), studio::SnippetKind::ALL.len(), "{design:?}");
        }
    }
}

#[test]
fn every_hostile_value_comes_back_from_a_link_and_a_draft() {
    for value in HOSTILE {
        for mut design in designs(value) {
            design.styles.insert("--support-fit-accent", value.to_owned());
            let link = fragment(&design).unwrap();
            assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')), "{link}");
            assert_eq!(from_fragment(&link).unwrap().design, design);
            assert_eq!(from_draft(&to_draft(&design)).unwrap().design, design);
        }
    }
}
