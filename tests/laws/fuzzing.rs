//! Every parser of foreign input, on valid and on damaged input: no panic, nothing
//! unbounded, and a stable round trip. The invariants of each reader are in `fuzz/src`, where
//! the fuzzer checks them too.
//!
//! A normal run tries the same cases every time. A full run continues with others for a minute per reader. The fuzzer
//! runs longer.

use std::time::{Duration, Instant};

use assessment::{
    Assessment,
    i18n::{Catalog, English},
    json::Value,
};
use decision::{
    comparison::{Agenda, Comparison, Person},
    evaluation::Evaluation,
    response::{Priorities, ResponseSet},
    worksheet::Worksheet,
};
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
    test_runner::{Config as Runs, RngSeed, TestCaseError, TestRunner},
};
use report::{Changes, ReportMeta, Voice, agenda_text, comparison_markdown, report_json};
use session::{
    ENTRY_CODE, Place, Unread, UnreadParts, encode_history, encode_worksheet,
    link::{self, LinkState},
};

use super::{
    answers::{config, priorities, responses},
    histories::{history, run},
    readers,
    worksheets::worksheet,
};

/// The duration of a full run per reader.
const LONG: Duration = Duration::from_secs(60);

const TIME: &str = "2026-11-22T08:30:00.000Z";

/// Fragments of our own and foreign documents and links, to be inserted anywhere.
const TOKENS: [&str; 24] = [
    "\"schema\":3",
    "\"schema\":9",
    "\"answers\":{}",
    "\"priorities\":{\"control\":3}",
    "\"cap\":\"lead\"",
    "\"dk\"",
    "null",
    "-1",
    "1e309",
    "1e-320",
    "0.5",
    "999999999999999999",
    "\"\\u202e\"",
    "\"\\u0000\"",
    "[[[[[[[[",
    "{\"__proto__\":",
    "}",
    "]",
    ",",
    "#support-fit=",
    "s1.",
    "s2.",
    "\u{200b}",
    "=cmd|'/c'!A1",
];

/// Tries a reader on mutations of these strings.
fn fuzz(cases: u32, seeds: impl Strategy<Value = String>, reads: impl Fn(&str) -> Result<(), TestCaseError>) {
    let texts = damaged(seeds);
    let (start, is_full) = (Instant::now(), std::env::var_os("SUPPORT_FIT_FULL").is_some());
    for seed in 1.. {
        let runs = Runs { rng_seed: RngSeed::Fixed(seed), ..config(cases) };
        let outcome = TestRunner::new(runs).run(&texts, |text| reads(&text));
        assert!(outcome.is_ok(), "seed {seed}: {}", outcome.unwrap_err());
        if !is_full || start.elapsed() > LONG {
            return;
        }
    }
}

/// A string with some of its bytes changed, removed, duplicated, moved or truncated. Invalid UTF-8 is decoded as the
/// browser does, with replacement characters.
fn damaged(seeds: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let change = (any::<Index>(), any::<Index>(), 0..8_u8, any::<u8>(), select(&TOKENS[..]));
    (seeds, vec(change, 0..7)).prop_map(|(text, changes)| {
        let mut bytes = text.into_bytes();
        for (from, to, kind, byte, token) in changes {
            let (from, to) = (from.index(bytes.len() + 1), to.index(bytes.len() + 1));
            let range = from.min(to)..from.max(to);
            match kind {
                0 => drop(bytes.splice(from..from, token.bytes())),
                1 => drop(bytes.splice(range, token.bytes())),
                2 => drop(bytes.splice(from..(from + 8).min(bytes.len()), [byte])),
                3 => drop(bytes.drain(range)),
                4 if range.len() < 2000 => {
                    let part = bytes[range].to_vec();
                    drop(bytes.splice(to..to, part));
                }
                5 => bytes.truncate(from),
                _ => {
                    if let Some(old) = bytes.get_mut(from) {
                        *old ^= byte;
                    }
                }
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn written(value: &Value) -> String {
    serde_json::to_string(value).unwrap()
}

fn drafts() -> impl Strategy<Value = String> {
    const FIXTURES: [&str; 5] = [
        include_str!("../fixtures/draft-schema-1.json"),
        include_str!("../fixtures/draft-schema-2-first.json"),
        include_str!("../fixtures/draft-schema-2-full.json"),
        include_str!("../fixtures/draft-schema-3.json"),
        include_str!("../fixtures/draft-schema-3-view.json"),
    ];
    let fresh = (responses(), priorities(), worksheet()).prop_map(|(responses, priorities, worksheet)| {
        let assessment = Assessment::standard();
        let draft = state(responses, priorities, worksheet).into_draft(assessment, Place::RESULT, TIME);
        written(&draft.encode(assessment, Some(&ENTRY_CODE)))
    });
    prop_oneof![1 => select(&FIXTURES[..]).prop_map(str::to_owned), 2 => fresh]
}

fn state(responses: ResponseSet, priorities: Priorities, worksheet: Worksheet) -> LinkState {
    LinkState { responses, priorities, worksheet, ..LinkState::new(Assessment::standard()) }
}

fn links() -> impl Strategy<Value = String> {
    let known: Vec<String> = [include_str!("../fixtures/links.json"), include_str!("../fixtures/links-1.1.json")]
        .iter()
        .flat_map(|text| serde_json::from_str::<Value>(text).unwrap().entries().unwrap().to_vec())
        .filter_map(|(_, link)| link.as_text().map(str::to_owned))
        .collect();
    let fresh = (responses(), priorities(), worksheet())
        .prop_map(|(answered, rated, entered)| link::encode(Assessment::standard(), &state(answered, rated, entered)));
    let link = prop_oneof![1 => select(known), 3 => fresh];
    (
        link,
        select(
            &[
                "",
                "https://example.com/a?b=c#support-fit-",
                "Ticket #12:\n<https://x.test/#/top?support-fit-",
                "https://x.test/#top&support-fit%3D",
            ][..],
        ),
    )
        .prop_map(|(link, before)| [before, &link, ">.\nAnn"].concat())
}

/// A reader that panics if an invariant is violated.
fn reads(reader: fn(&[u8])) -> impl Fn(&str) -> Result<(), TestCaseError> {
    move |text| {
        reader(text.as_bytes());
        Ok(())
    }
}

// @threat-readers
#[test]
fn links_and_mails_with_links() {
    fuzz(2048, links(), reads(readers::link));
}

// @threat-readers
#[test]
fn a_draft() {
    fuzz(1024, drafts(), reads(readers::draft));
}

// @threat-readers
#[test]
fn a_report() {
    let answered = (responses(), priorities(), worksheet(), any::<bool>());
    // Evaluated once each: only the damage matters here, and sampling is slow.
    let reports = answered.prop_map(|(responses, priorities, worksheet, is_full)| {
        let assessment = Assessment::standard();
        let evaluation = Evaluation::of(assessment, &responses, &priorities);
        let entered = encode_worksheet(assessment, &worksheet, &UnreadParts::default());
        let meta = ReportMeta {
            responses: &responses,
            configuration: "5f3a",
            saved: TIME,
            is_full,
            asked: &[],
            settled_after: None,
            changes: Changes::default(),
            entered: &entered,
        };
        written(&report_json(assessment, &evaluation, &meta))
    });
    fuzz(48, reports, |text| {
        readers::report(text.as_bytes());
        readers::draft(text.as_bytes());
        Ok(())
    });
}

// @threat-readers
#[test]
fn earlier_runs() {
    let assessment = Assessment::standard();
    let seeds = vec(run(), 0..15).prop_map(|runs| {
        encode_history(assessment, &history(&runs), &Unread::default()).map_or_else(String::new, |kept| written(&kept))
    });
    fuzz(1024, seeds, reads(readers::history));
}

// @threat-readers
#[test]
fn a_configuration() {
    const SEEDS: [&str; 2] = [
        "lang=en\ncta-url=tel:1\n\n{\"providerName\":\"Marlow & Finch\",\"ctaUrl\":\"https://example.com/\",\"lang\":\"en\"}",
        "\n\n{\"flow\":\"full\",\"currency\":\"USD\",\"storageKey\":\"mine\",\"theme\":\"dark\",\"dataLayer\":true,\"unknown\":[1,2,3]}",
    ];
    fuzz(4096, select(&SEEDS[..]).prop_map(str::to_owned), reads(readers::configuration));
}

// @threat-readers @threat-contact-answers
#[test]
fn the_answer_of_a_receiver() {
    const SEEDS: [&str; 2] = [
        "400\n{\"status\":\"error\",\"errors\":[{\"message\":\"Error in 'fields.email'\",\"errorType\":\"INVALID_EMAIL\"}]}",
        "422\n{\"error\":\"Invalid\",\"errors\":[{\"field\":\"email\",\"code\":\"TYPE_EMAIL\",\"message\":\"should be an email\"}]}",
    ];
    fuzz(4096, select(&SEEDS[..]).prop_map(str::to_owned), reads(readers::answer));
}

// @threat-readers
#[test]
fn what_is_pasted_into_the_studio() {
    const SEEDS: [&str; 5] = [
        include_str!("../../docs/snippets/plain.html"),
        include_str!("../../docs/snippets/inline-config.html"),
        include_str!("../../docs/snippets/docusaurus.mdx"),
        "https://widget.example/frame.html?provider-name=Marlow%20%26%20Finch&theme=light&config=marlow.json",
        "[support-fit flow=\"quick\" theme='dark' lang=en]",
    ];
    fuzz(2048, select(&SEEDS[..]).prop_map(str::to_owned), reads(readers::reading));
}

// @threat-readers
/// Names are untrusted: none can create a heading in the document.
#[test]
fn names_of_compared_people() {
    let assessment = Assessment::standard();
    let (words, nobody) = (Catalog::english(), LinkState::new(assessment));
    let person = |name: &str| Person::new(name, nobody.responses.clone(), nobody.priorities.clone());
    let plain = Comparison::of(assessment, &[person(""), person("")]).unwrap();
    let agenda = Agenda::of(assessment, &plain);
    let headings = |comparison: &Comparison| {
        let page = comparison_markdown(Voice { assessment, words: &words, locale: &English }, comparison, &agenda);
        page.lines().filter(|line| line.starts_with('#')).count()
    };
    fuzz(1024, ".{0,60}", |name| {
        let mut named = plain.clone();
        for compared in &mut named.people {
            person(name).name().clone_into(&mut compared.name);
        }
        prop_assert_eq!(headings(&named), headings(&plain));
        let text = agenda_text(Voice { assessment, words: &words, locale: &English }, &named, &agenda);
        prop_assert!(!text.is_empty());
        Ok(())
    });
}
