//! Random documents and attributes: valid, almost valid, and arbitrary.

use assessment::{Alternative, Assessment, json::Value};
use config::{Detail, DraftStorage, Flow, Loading, OPTIONAL_VIEWS, OUTCOMES, Order, RECEIVERS, Setting, Theme};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{select, subsequence},
};

#[path = "../laws/runs.rs"]
mod cases;

pub use cases::runs;

/// A valid value of a setting.
pub fn right(setting: Setting) -> BoxedStrategy<Value> {
    let word = |codes: &'static [&'static str]| select(codes).prop_map(Value::from).boxed();
    let text = |most: usize| format!("[a-zA-Zäß& .'<>東-]{{0,{}}}[a-z]", most - 1).prop_map_text();
    match setting {
        Setting::Lang => "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?".prop_map_text(),
        Setting::ProviderName | Setting::CtaLabel => text(80),
        Setting::StorageKey => "[A-Za-z0-9_-]{1,100}".prop_map_text(),
        Setting::ProviderSells => subsequence(Alternative::NAMES.to_vec(), 1..=3)
            .prop_shuffle()
            .prop_map(|sold| sold.into_iter().collect())
            .boxed(),
        Setting::CtaUrl => {
            "((https|HTTPS)://[a-z]{1,9}\\.example(:[0-9]{1,5})?(/[a-z/@:]{0,9})?|mailto:[a-z@.]{1,9}|tel:[0-9+-]{1,9})"
                .prop_map_text()
        }
        Setting::Flow => word(Flow::CODES),
        Setting::Order => word(Order::CODES),
        Setting::Theme => word(Theme::CODES),
        Setting::DraftStorage => word(DraftStorage::CODES),
        Setting::Currency => "[A-Za-z]{3}".prop_map_text(),
        Setting::Events => word(Detail::CODES),
        Setting::DataLayer => "[A-Za-z_$][A-Za-z0-9_$]{0,39}".prop_map_text(),
        Setting::Frame => any::<bool>().prop_map(Value::Bool).boxed(),
        Setting::FrameParents => subsequence(
            vec!["https://a.example", "https://B.example:843", "http://localhost:3000", "https://c.example:443"],
            0..=4,
        )
        .prop_map(|origins| origins.into_iter().collect())
        .boxed(),
        Setting::LinkQuery => subsequence(vec!["lang", "p", "page_id", "id", "Größe"], 0..=5)
            .prop_map(|names| names.into_iter().collect())
            .boxed(),
        Setting::Cta => {
            let call = ("tel:[0-9]{1,9}".prop_map_text(), option::of(text(80)));
            let call = call.prop_map(|(url, label)| Value::object([("url", url), ("label", label.into())]));
            vec(option::of(call), OUTCOMES.len())
                .prop_map(|calls| {
                    let set = OUTCOMES.into_iter().zip(calls).filter_map(|(name, call)| Some((name.to_owned(), call?)));
                    Value::Object(set.collect())
                })
                .boxed()
        }
        Setting::Texts => {
            let titles = vec(text(80), OPTIONAL_VIEWS.len())
                .prop_map(|titles| Value::Object(OPTIONAL_VIEWS.into_iter().map(str::to_owned).zip(titles).collect()));
            let all = (vec(option::of(text(80)), 2), vec(option::of(text(300)), 2), option::of(titles));
            all.prop_map(|(titles, sentences, sections)| {
                let names = ["title", "contact", "promise", "disclosure", "sections"];
                let texts = titles.into_iter().chain(sentences).chain([sections]);
                let set = names.into_iter().zip(texts).filter_map(|(name, text)| Some((name.to_owned(), text?)));
                Value::Object(set.collect())
            })
            .boxed()
        }
        Setting::Sections => subsequence(OPTIONAL_VIEWS.to_vec(), 0..=OPTIONAL_VIEWS.len())
            .prop_map(|shown| shown.into_iter().chain(["sources", "what-if"]).collect())
            .boxed(),
        Setting::Logo => {
            let url = "data:image/(png|webp|avif);base64,[A-Za-z0-9+/]{1,30}={0,2}|https://[a-z]{1,9}\\.example/[a-z/]{0,9}(\\.png)?(\\?[a-z.]{0,9})?";
            (url.prop_map_text(), text(80)).prop_map(|(url, alt)| Value::object([("url", url), ("alt", alt)])).boxed()
        }
        Setting::Weights => vec(option::of(0.5..=2.0_f64), Assessment::standard().dimensions.len())
            .prop_map(|factors| {
                let each = Assessment::standard().dimensions.iter().zip(factors);
                Value::Object(
                    each.filter_map(|(dimension, factor)| Some((dimension.id.to_owned(), factor?.into()))).collect(),
                )
            })
            .boxed(),
        Setting::PrivacyUrl => "https://[a-z]{1,9}\\.example(/[a-z/@:]{0,9})?".prop_map_text(),
        Setting::LegalName | Setting::PostalAddress => text(200),
        Setting::Contact => contact().boxed(),
        Setting::Questions => vec(option::of(vec(text(80), 1..=3)), 0..=5)
            .prop_map(|all| {
                let question = |(n, choices): (usize, Option<Vec<Value>>)| {
                    let mut choices = choices;
                    choices.iter_mut().for_each(|choices| choices.dedup());
                    Value::object([
                        ("name", format!("question-{n}").into()),
                        ("text", "Which tools do you use?".into()),
                        ("choices", choices.map(Value::List).into()),
                    ])
                };
                Value::List(all.into_iter().enumerate().map(question).collect())
            })
            .boxed(),
        Setting::Loading => word(Loading::CODES),
        Setting::Config => "[ -~]{0,20}".prop_map_text(),
    }
}

/// A valid contact, without news, which need other settings.
fn contact() -> impl Strategy<Value = Value> {
    let url = "https://[a-z]{1,9}\\.example(:[1-9][0-9]{1,2})?(/[a-z/?=#]{0,9})?";
    let every = (
        select(RECEIVERS.to_vec()),
        url.prop_map_text(),
        "[a-z]{1,9}(\\.[a-z]{1,9})?@[a-z]{1,9}\\.example".prop_map_text(),
        "[0-9]{1,20}".prop_map_text(),
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}".prop_map_text(),
        subsequence(vec!["name", "organization", "role", "message", "phone"], 0..=5).prop_shuffle(),
        vec(any::<bool>(), 10),
    );
    every.prop_map(|(receiver, url, email, number, form, mut fields, has)| {
        fields.push("email");
        let own = Value::object([
            ("name", "own.of:theirs".into()),
            ("label", "When?".into()),
            ("choices", has[0].then(|| ["Now", "This year"].into_iter().collect::<Value>()).into()),
            ("required", has[1].into()),
        ]);
        let names = Value::object([("email", "their[mail]".into()), ("verdict", "their-verdict".into())]);
        let fields: Value = fields.into_iter().collect();
        let needs = |name: &str| match name {
            "url" => matches!(receiver, "json" | "form" | "post"),
            "portalId" | "formId" => receiver == "hubspot",
            "email" => receiver == "mailto",
            "receiver" => true,
            _ => false,
        };
        let all = [
            ("receiver", receiver.into(), true),
            ("url", url, has[2]),
            ("email", email, has[3]),
            ("portalId", number.clone(), has[4]),
            ("formId", form, has[4]),
            ("subscription", number, has[4]),
            ("region", "eu1".into(), has[5]),
            ("fields", fields, has[6]),
            ("own", Value::List(vec![own]), has[7]),
            ("names", names, has[8]),
            ("extra", Value::object([("oid", "00D000".into()), ("empty", "".into())]), has[9]),
            ("answers", has[2].into(), has[3]),
        ];
        let set = all.into_iter().filter(|(name, _, is_set)| *is_set || needs(name));
        Value::Object(set.map(|(name, value, _)| (name.to_owned(), value)).collect())
    })
}

/// The texts in a value, at any depth.
pub fn texts_of(value: &mut Value) -> Vec<&mut String> {
    match value {
        Value::Text(text) => vec![text],
        Value::List(parts) => parts.iter_mut().flat_map(texts_of).collect(),
        Value::Object(entries) => entries.iter_mut().flat_map(|(_, value)| texts_of(value)).collect(),
        _ => Vec::new(),
    }
}

trait Texts {
    /// A string that matches the regular expression, as a value.
    fn prop_map_text(&self) -> BoxedStrategy<Value>;
}

impl Texts for str {
    fn prop_map_text(&self) -> BoxedStrategy<Value> {
        proptest::string::string_regex(self).unwrap().prop_map(Value::Text).boxed()
    }
}

/// Some settings with valid values, each once, in any order.
fn right_values(settings: Vec<Setting>) -> impl Strategy<Value = Vec<(Setting, Value)>> {
    let each: Vec<_> = settings
        .into_iter()
        .map(|setting| option::of(right(setting)).prop_map(move |value| value.map(|value| (setting, value))))
        .collect();
    each.prop_map(|values| values.into_iter().flatten().collect::<Vec<_>>()).prop_shuffle()
}

/// A document without problems.
pub fn right_document() -> impl Strategy<Value = Value> {
    let settings = Setting::all().filter(|setting| setting.key().is_some()).collect();
    (right_values(settings), option::of(Just(1.0)), any::<bool>()).prop_map(|(values, version, has_schema)| {
        let named = |(setting, value): (Setting, Value)| (setting.key().unwrap().to_owned(), value);
        let mut entries: Vec<_> = values.into_iter().map(named).collect();
        entries.extend(version.map(|version| ("version".to_owned(), Value::from(version))));
        entries.extend(has_schema.then(|| ("$schema".to_owned(), Value::from("schema.json"))));
        Value::Object(entries)
    })
}

/// Attributes without problems.
pub fn right_attributes() -> impl Strategy<Value = Vec<(String, String)>> {
    let settings = Setting::all().filter(|setting| setting.attribute().is_some()).collect();
    right_values(settings).prop_map(|values| {
        let named = |(setting, value): (Setting, Value)| {
            (setting.attribute().unwrap().to_owned(), value.as_text().unwrap().to_owned())
        };
        values.into_iter().map(named).collect()
    })
}

/// The name of a setting, a similar one, or any other string.
pub fn name() -> impl Strategy<Value = String> {
    const OTHERS: [&str; 8] = ["version", "$schema", "__proto__", "constructor", "", "ctaURL", "cta_url", "\u{202e}"];
    let known = Setting::all().flat_map(|setting| [setting.key(), setting.attribute()]).flatten();
    let names: Vec<&str> = known.chain(OTHERS).collect();
    prop_oneof![
        8 => select(names).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => (0..200_usize).prop_map(|length| "n".repeat(length)),
    ]
}

/// A string that a setting accepts on its own or in a list, possibly with one or two extra characters.
pub fn nearly(setting: Setting) -> impl Strategy<Value = String> {
    let characters = vec![
        '\0', '\n', ' ', '\u{a0}', '\\', '@', ':', '/', '.', '-', '\u{7f}', '\u{85}', '\u{200b}', '\u{200d}',
        '\u{202e}', '\u{feff}', '[', ']', '%', '?', '#', '0', 'é', '東', '😀',
    ];
    let insertions = vec((any::<prop::sample::Index>(), select(characters)), 0..=2);
    (right(setting), insertions).prop_map(|(mut value, insertions)| {
        let mut text = texts_of(&mut value).into_iter().next().map(std::mem::take).unwrap_or_default();
        for (at, character) in insertions {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            text.insert(*at.get(&places), character);
        }
        text
    })
}

/// A string that some setting accepts or almost accepts, or any other.
pub fn text() -> impl Strategy<Value = String> {
    let schemes = "(javascript|data|http|https|mailto|tel|HtTpS)?:?/{0,3}[a-z@:\\\\ \\[\\].0-9]{0,12}";
    prop_oneof![
        8 => select(Setting::all().collect::<Vec<_>>()).prop_flat_map(nearly),
        2 => schemes,
        2 => any::<String>(),
        1 => select(vec![0, 79, 80, 81, 100, 101, 1_990, 2_000, 20_000]).prop_map(|length| "x".repeat(length)),
        1 => select(vec![1_982, 1_983, 30_000]).prop_map(|length| format!("https://a.example/{}", "x".repeat(length))),
    ]
}

/// Any JSON, often with names and strings used by settings; sometimes huge, sometimes deep. Names are unique,
/// because a browser has parsed the JSON.
pub fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => (-3..300_i32).prop_map(|n| Value::Number(f64::from(n))),
        1 => any::<f64>().prop_map(Value::Number),
        6 => text().prop_map(Value::Text),
    ];
    let nested = leaf.prop_recursive(5, 64, 12, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..30).prop_map(Value::List),
            vec((name(), inner.clone()), 0..16).prop_map(object),
            (0..300_u16, inner).prop_map(|(levels, inner)| {
                (0..levels).fold(inner, |inner, n| {
                    if n % 2 == 0 { Value::List(vec![inner]) } else { Value::object([("theme", inner)]) }
                })
            }),
        ]
    });
    prop_oneof![
        2 => nested.clone(),
        8 => vec((name(), nested.clone()), 0..16).prop_map(object),
        1 => vec((name(), nested), 40..80).prop_map(object),
    ]
}

/// Any attributes with unique names.
pub fn any_attributes() -> impl Strategy<Value = Vec<(String, String)>> {
    vec((name(), text()), 0..20).prop_map(once)
}

fn object(entries: Vec<(String, Value)>) -> Value {
    Value::Object(once(entries))
}

fn once<T>(entries: Vec<(String, T)>) -> Vec<(String, T)> {
    let mut kept: Vec<(String, T)> = Vec::new();
    for entry in entries {
        if kept.iter().all(|(name, _)| *name != entry.0) {
            kept.push(entry);
        }
    }
    kept
}
