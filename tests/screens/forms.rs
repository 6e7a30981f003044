//! The forms of the models' names: every slot that asks for one gets it.

use std::collections::BTreeSet;

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, Key, key},
    json::Value,
};
use decision::evaluation::Verdict;
use regex::Regex;
use report::Voice;
use session::View;

use super::{
    locales::{
        documents::{documents, entered},
        locale,
    },
    organizations::everybody,
    reference::evaluation,
    visit::{Before, KEY, Visit, draft_of},
};

/// The words of a language, in which the forms of names are marked as `⟦form⟧`, and slots that ask for one as `⟨key:form=…⟩`.
fn marked(language: &str) -> &'static Catalog {
    let words = Catalog::of(language).unwrap();
    let notes = Alternative::ALL.map(|model| Assessment::standard().notes(model));
    let names: Vec<Key> = notes.iter().flat_map(|notes| [notes.name, notes.inline]).collect();
    let slot = Regex::new(r"\{([a-z_]+):([a-z]+)\}").unwrap();
    let say = |key: Key| {
        let line = words.with_forms(key);
        if !names.contains(&key) {
            return slot.replace_all(line, format!("⟨{}:$2={{$1:$2}}⟩", key.0)).into_owned();
        }
        let mut forms = line.split('\u{1}');
        let base = format!("⟦base⟧{}", forms.next().unwrap());
        let named = forms.map(|form| form.split_once('=').unwrap().0);
        named.fold(base, |line, form| format!("{line}\u{1}{form}=⟦{form}⟧"))
    };
    Box::leak(Box::new(Catalog::by(say).unwrap()))
}

/// The slots that ask for a form, as in the marked texts.
fn slots(words: &Catalog) -> BTreeSet<String> {
    let asked = Regex::new("⟨([0-9]+:[a-z]+)=").unwrap();
    let mut slots = BTreeSet::new();
    for key in (0..key::COUNTS.iter().sum()).map(Key) {
        slots.extend(asked.captures_iter(words.get(key)).map(|found| found[1].to_owned()));
    }
    slots
}

/// A case with nothing entered, and with cost figures that overlap, cost the same at some size, or lie apart.
fn variants(case: &Value) -> Vec<Value> {
    let money = [
        [[50_000.0, 60_000.0, 90_000.0], [40.0, 90.0, 200.0]],
        [[50_000.0, 60_000.0, 70_000.0], [10.0, 11.0, 12.0]],
        [[50_000.0, 60_000.0, 70_000.0], [900.0, 910.0, 920.0]],
    ];
    let entered = money.into_iter().map(Some).chain([None]).map(|money| entered(case, money));
    core::iter::once(case.clone()).chain(entered).collect()
}

/// Only the answers of the quick check.
fn quick(case: &Value) -> Value {
    let assessment = Assessment::standard();
    let is_quick = |name: &str| assessment.quick.iter().any(|id| assessment.question(*id).id == name);
    let answers = case.get("answers").unwrap().entries().unwrap().iter().filter(|(name, _)| is_quick(name));
    Value::object([("answers", Value::Object(answers.cloned().collect()))])
}

fn leans(case: &Value, to: Alternative) -> bool {
    let found = evaluation(case);
    found.verdict == Verdict::Lean && found.leader == to && !found.by_elimination
}

/// All tasks with the provider.
fn handed_over(draft: &str) -> String {
    let all = Assessment::standard().functions.iter().map(|function| {
        let sides = Alternative::ALL.map(|model| format!(r#""{}":"provider""#, Assessment::standard().notes(model).id));
        format!(r#""{}":{{"accountable":{{{}}}}}"#, function.id, sides.join(","))
    });
    format!(r#"{},"duties":{{{}}}}}"#, &draft[..draft.len() - 1], all.collect::<Vec<_>>().join(","))
}

#[test]
fn every_slot_gets_the_form_that_it_asks_for() {
    let filled = Regex::new("⟨([0-9]+:([a-z]+))=([^⟩]*)⟩").unwrap();
    for language in ["de", "fr"] {
        let words = marked(language);
        let mut seen = BTreeSet::new();
        let mut check = |text: &str| {
            for found in filled.captures_iter(text) {
                assert_eq!(found[3], format!("⟦{}⟧", &found[2]), "{language}: {text}");
                seen.insert(found[1].to_owned());
            }
            assert!(!text.contains('\u{1}'), "{text}");
        };
        let mut show = |draft: &str, views: &[View]| {
            let button = words.get(key::ui::duties::CHANGE);
            let uses = [(button, "")];
            let texts = [(KEY, draft)];
            let before =
                Before { texts: &texts, unfolds: true, language, words: Some(words), uses: &uses, ..Before::default() };
            let mut visit = Visit::with(before);
            let shown: String = views
                .iter()
                .map(|view| {
                    visit.open(*view);
                    visit.html()
                })
                .collect();
            check(&shown);
            check(&visit.paper().unwrap());
        };
        let cases = everybody();
        for (_, case) in &cases {
            show(&draft_of(case, ("screen", "result")), &View::ALL);
        }
        for case in variants(&cases[0].1) {
            let draft = super::visit::entered_draft(&case, "cost");
            show(&draft, &[View::Cost]);
        }
        show(&handed_over(&draft_of(&cases[0].1, ("view", "who"))), &[View::Who]);
        let voice = Voice { assessment: Assessment::standard(), words, locale: locale(language) };
        for pair in cases.windows(2).step_by(5) {
            for (_, text) in documents(voice, [&pair[0].1, &pair[1].1], "EUR") {
                check(&text);
            }
        }
        let in_house =
            cases.iter().map(|(_, case)| quick(case)).filter(|case| leans(case, Alternative::InHouse)).take(1);
        for case in variants(&cases[0].1).into_iter().chain(in_house) {
            for (_, text) in documents(voice, [&case, &cases[1].1], "EUR") {
                check(&text);
            }
        }
        let missed: Vec<String> = slots(words)
            .difference(&seen)
            .map(|slot| {
                let key = Key(slot.split(':').next().unwrap().parse().unwrap());
                Catalog::of(language).unwrap().get(key).to_owned()
            })
            .collect();
        assert!(missed.is_empty(), "{language}: not seen:\n{}", missed.join("\n"));
    }
}
