//! Every screen in every language: the laws of all screens, and nothing that is left in English.

use std::sync::LazyLock;

use assessment::{
    Assessment,
    i18n::{Catalog, Key, key::ui},
    json::Value,
    named::input,
};
use content::languages::right_to_left;
use regex::Regex;
use session::View;
use support_fit::ui::host::ControlKind;

use super::{
    html::{Node, Tree},
    laws::{assert_kept, assert_paper, assert_view},
    locales::leftovers::Leftovers,
    page::SharedPage,
    screens::{organization, partial},
    visit::{Before, KEY, Visit, draft_at_view, draft_of, questions, view_name},
};

/// All languages but the one that the others are compared with.
pub const LANGUAGES: [&str; 4] = ["de", "fr", "es", "en-GB"];

/// One organization for each verdict.
fn some() -> Vec<Value> {
    let partial = ["all three blocked: conflict", "four scored answers: insufficient"].map(partial);
    ["P2", "P3", "P7", "P10"].map(organization).into_iter().chain(partial).collect()
}

fn visit(language: &'static str, draft: &str, unfolds: bool) -> Visit {
    Visit::with(Before { texts: &[(KEY, draft)], unfolds, language, ..Before::default() })
}

/// The texts of a screen and the attributes that are read aloud. Quotations and titles of articles stay in English.
fn texts<'t>(tree: &'t Tree) -> impl Iterator<Item = &'t str> {
    let is_ours = |node: &Node<'_>| node.get("lang").is_none() && node.tag() != "cite";
    // What a program reads, such as `co-managed`, is shown as it is sent.
    let is_sent = |node: &Node<'_>| node.around().any(|outer| outer.classes().any(|class| class == "sent"));
    let is_code = move |node: &Node<'_>| is_sent(node) && !node.words().contains(' ');
    tree.all().filter(is_ours).filter(move |node| !is_code(node)).flat_map(|node: Node<'t>| {
        let named = ["aria-label", "aria-valuetext", "placeholder"].into_iter().filter_map(move |name| node.get(name));
        node.own_texts().chain(named)
    })
}

fn assert_translated(screen: &str, leftovers: &Leftovers, html: &str) {
    let tree = Tree::of(html);
    let found: Vec<String> = texts(&tree).filter_map(|text| leftovers.in_text(text)).collect();
    assert!(found.is_empty(), "{screen}:\n{}", found.join("\n"));
}

#[test]
fn every_view_keeps_the_laws_in_every_language() {
    for language in LANGUAGES {
        let leftovers = Leftovers::of(language);
        for case in some() {
            let mut visit = visit(language, &draft_of(&case, ("screen", "result")), true);
            for view in View::ALL {
                visit.open(view);
                let (screen, name) = (format!("{} in {language}", view.name()), visit.ui.t(view_name(view)));
                let html = visit.html();
                assert_view(&screen, name, &html);
                assert_translated(&screen, &leftovers, &html);
            }
            let paper = visit.paper().unwrap();
            assert_paper(&format!("the paper in {language}"), &paper);
            assert_translated(&format!("the paper in {language}"), &leftovers, &paper);
        }
    }
}

#[test]
fn the_other_screens_keep_the_laws_in_every_language() {
    for language in LANGUAGES {
        let leftovers = Leftovers::of(language);
        for case in ["P4", "P11"].map(organization) {
            for screen in ["overview", "priorities", "check"] {
                let mut visit = visit(language, &draft_of(&case, ("screen", screen)), true);
                let (screen, html) = (format!("{screen} in {language}"), visit.html());
                assert_kept(&screen, &html);
                assert_translated(&screen, &leftovers, &html);
            }
        }
        for question in questions() {
            let mut visit = visit(language, &draft_of(&organization("P10"), ("question", question)), true);
            let (screen, html) = (format!("{question} in {language}"), visit.html());
            assert_kept(&screen, &html);
            assert_translated(&screen, &leftovers, &html);
        }
    }
}

/// In Arabic letters, only codes and what the host formats have Latin ones, such as the name of a currency.
#[test]
fn every_screen_keeps_the_laws_in_a_pseudo_language_and_has_only_words_of_the_catalog() {
    let english = Catalog::english();
    let words = Catalog::by(|key| right_to_left(english.get(key))).unwrap();
    let words: &'static Catalog = Box::leak(Box::new(words));
    let latin = Regex::new("[A-Za-z]{4,}").unwrap();
    let check = |screen: &str, html: &str| {
        let tree = Tree::of(html);
        let found: Vec<&str> = texts(&tree).filter(|text| latin.is_match(&text.replace("units of USD", ""))).collect();
        assert!(found.is_empty(), "{screen}: {found:?}");
    };
    let open = |draft: &str| {
        let texts = [(KEY, draft)];
        Visit::with(Before { texts: &texts, unfolds: true, words: Some(words), ..Before::default() })
    };
    for case in some() {
        let mut visit = open(&draft_of(&case, ("screen", "result")));
        for view in View::ALL {
            visit.open(view);
            let html = visit.html();
            assert_view(view.name(), words.get(view_name(view)), &html);
            check(view.name(), &html);
        }
    }
    let screens = ["overview", "priorities", "check"].map(|screen| (organization("P11"), ("screen", screen)));
    let asked = questions().into_iter().map(|question| (organization("P10"), ("question", question)));
    for (case, place) in screens.into_iter().chain(asked) {
        let html = open(&draft_of(&case, place)).html();
        assert_kept(place.1, &html);
        check(place.1, &html);
    }
}

#[test]
fn quotations_stay_in_english_with_our_translation_under_them() {
    for (language, is_translated) in [("de", true), ("fr", true), ("es", true), ("en-GB", false), ("", false)] {
        let mut visit = visit(language, &draft_of(&organization("P2"), ("view", "why")), true);
        let ours = visit.ui.t(ui::result::TRANSLATION).split('{').next().unwrap();
        for html in [visit.html(), visit.paper().unwrap()] {
            let tree = Tree::of(&html);
            let quotes = tree.all().filter(|node| node.get("lang") == Some("en")).count();
            let translations = tree.all().filter(|node| node.own_texts().any(|text| text.starts_with(ours))).count();
            assert_eq!((quotes > 0, quotes), (is_translated, translations), "{language}");
            let words: Vec<String> =
                tree.all().filter(|node| node.get("lang") == Some("en")).map(Node::words).collect();
            assert!(words.iter().all(|words| quotes_of_articles().any(|quote| words.contains(quote))), "{words:?}");
        }
    }
}

/// The quotations of the articles.
fn quotes_of_articles() -> impl Iterator<Item = &'static str> {
    static WORDS: LazyLock<Catalog> = LazyLock::new(|| Catalog::of("de").unwrap());
    let all = (0..assessment::i18n::key::COUNTS.iter().sum()).map(Key);
    all.filter(|key| WORDS.translation(*key).is_some()).map(|key| WORDS.get(key))
}

/// The id of the field of a cost figure.
fn field_of(id: assessment::InputId) -> String {
    format!("cost-own-{}", id.index())
}

#[test]
fn a_german_cost_field_reads_german_numbers() {
    let mut visit = visit("de", &draft_at_view(&organization("P2"), "cost", ""), true);
    let salary = field_of(input::SALARY);
    for (typed, number) in [("42,5", 42.5), ("1.234,5", 1_234.5), ("61.000", 61_000.0), ("61000,25", 61_000.25)] {
        visit.operate(ControlKind::Field, &salary, typed);
        let own = visit.ui.now(|session| session.worksheet().figures.own().to_vec());
        assert!(own.iter().any(|(id, range)| *id == input::SALARY && range.likely() == number), "{typed}: {own:?}");
    }
    let uses = [("cost-own-1", "1,2.5")];
    let draft = draft_at_view(&organization("P2"), "cost", "");
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], uses: &uses, language: "de", ..Before::default() });
    assert_eq!(salary, uses[0].0);
    let unclear = visit.ui.fill(ui::cost::problem::UNCLEAR, &[("n", "1,5"), ("high", "12.345")]);
    assert!(cost(&mut visit).contains(&unclear));
}

/// The text of the cost view.
fn cost(visit: &mut Visit) -> String {
    let tree = Tree::of(&visit.html());
    let result = tree.all().find(|node| node.get("part") == Some("result")).unwrap();
    result.words()
}

// The sign of another currency would make another amount of an American figure.
#[test]
fn suggested_figures_are_shown_in_dollars_only() {
    let mut visit = visit("de", &draft_at_view(&organization("P2"), "cost", ""), true);
    let text = cost(&mut visit);
    assert!(text.contains("USD") && !text.contains("0 EUR"), "{text}");
    let says = visit.ui.fill(ui::cost::CURRENCY, &[("name", "USD")]);
    assert!(text.contains(&says) && visit.paper().unwrap().contains(&says), "{text}");
    let salary = field_of(input::SALARY);
    // With one own figure, the amounts add up two currencies, and have none.
    visit.operate(ControlKind::Field, &salary, "61000");
    let mixed = visit.ui.fill(ui::cost::own::MIXED, &[("name", "USD"), ("other", "EUR")]);
    let text = cost(&mut visit);
    assert!(text.contains(&mixed) && !text.contains("0 EUR"), "{text}");
    assert!(visit.paper().unwrap().contains(&mixed));
}

#[test]
fn amounts_are_in_the_visitors_currency_once_all_money_is_theirs() {
    let money = ["salary", "training", "tools", "afterhours", "fee_out", "fee_co", "down_cost"];
    let figures = money.map(|id| format!(r#""{id}":[1000,2000,3000]"#)).join(",");
    let draft = draft_at_view(&organization("P2"), "cost", &format!(r#","figures":{{{figures}}}"#));
    for (language, code) in [("de", "EUR"), ("en-GB", "GBP")] {
        let mut visit = visit(language, &draft, true);
        let text = cost(&mut visit);
        assert!(text.contains(&format!("0 {code}")) && !text.contains("0 USD"), "{language}: {text}");
    }
}

#[test]
fn a_figure_in_another_currency_keeps_only_the_proportions_of_ours() {
    let mut visit = visit("de", &draft_at_view(&organization("P2"), "cost", ""), true);
    let salary = field_of(input::SALARY);
    visit.operate(ControlKind::Field, &salary, "80000");
    let ours = Assessment::standard().cost.input(input::SALARY).default;
    let own = visit.ui.now(|session| session.worksheet().figures.own()[0].1.values());
    assert_eq!(own[1], 80_000.0, "between the low and the high of ours");
    assert!(own.iter().all(|figure| !ours.contains(figure)), "{own:?} and {ours:?}");
}

#[test]
fn the_contact_form_and_its_message_are_in_every_language() {
    const CONTACT: &str = r#"{"providerName": "Marlow & Finch IT", "legalName": "Marlow & Finch IT LLC", "postalAddress": "1 Main St",
        "privacyUrl": "https://www.marlow.example/privacy",
        "contact": {"receiver": "json", "url": "https://hooks.example/a", "email": "hello@marlow.example", "answers": true, "news": true}}"#;
    for language in LANGUAGES {
        let leftovers = Leftovers::of(language);
        let page = SharedPage::default();
        page.0.language.set(language);
        let draft = draft_of(&organization("P7"), ("screen", "result"));
        page.0.store.texts.borrow_mut().insert(KEY.to_owned(), draft);
        let mut visit = Visit::on(page, &super::document::document(CONTACT, usize::MAX).unwrap());
        let _ = visit.html();
        visit.run();
        visit.operate(ControlKind::Field, "contact-0", "Ada Byron");
        visit.press(visit.ui.t(assessment::i18n::key::contact::CHECK));
        let html = visit.html();
        assert_kept(language, &html);
        assert_translated(language, &leftovers, &html);
        visit.operate(ControlKind::Field, "contact-1", "ada@example.com");
        visit.choose(visit.ui.t(assessment::i18n::key::contact::with::RESULT));
        visit.press(visit.ui.t(assessment::i18n::key::contact::CHECK));
        let html = visit.html();
        assert_kept(language, &html);
        assert_translated(language, &leftovers, &html);
        visit.press(visit.ui.t(assessment::i18n::key::contact::review::SEND));
        let calls = visit.page.0.contact_calls.borrow();
        let (_, sent) = calls.iter().find(|(name, _)| *name == "send").unwrap();
        let body = sent.get("body").unwrap().as_text().unwrap();
        assert!(body.contains(&format!(r#""language":"{language}""#)), "{body}");
        let body = super::document::document(body, usize::MAX).unwrap();
        // Codes are the same in every language.
        let said = leaves(&body).into_iter().filter(|text| text.contains(' '));
        let found: Vec<String> = said.filter_map(|text| leftovers.in_text(&text)).collect();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

/// The strings of a document.
fn leaves(value: &Value) -> Vec<String> {
    match value {
        Value::Object(entries) => entries.iter().flat_map(|(_, value)| leaves(value)).collect(),
        Value::List(values) => values.iter().flat_map(leaves).collect(),
        value => value.as_text().map(str::to_owned).into_iter().collect(),
    }
}
