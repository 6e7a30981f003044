//! The short mail: its content, what it omits, and its `mailto:` address.

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, English, key},
    json::Value,
};

use decision::{
    evaluation::{Evaluation, Verdict},
    explanation::{Cause, Flips, Reason, Reasons, statement},
};

use report::{LONGEST_ADDRESS, LONGEST_BODY, Mail, MailNotes, Voice, headline, verdict_sentence};

use super::reference::{cases, evaluation, name, organizations};

const LINK: &str =
    "https://www.example.com/it-support/which-model?lang=en#support-fit-s2-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

const NOTES: MailNotes<'_> =
    MailNotes { link: LINK, provider: Some("Marlow & Finch IT"), sells: &[Alternative::CoManaged], is_changed: false };

fn mail(evaluation: &Evaluation, notes: MailNotes<'_>) -> Mail {
    let assessment = Assessment::standard();
    let flips = Flips::of(assessment, evaluation);
    Mail::of(Voice { assessment, words: &Catalog::english(), locale: &English }, evaluation, Some(&flips), notes)
}

fn named(id: &str) -> Evaluation {
    evaluation(&organizations().into_iter().find(|o| o.get("id").and_then(Value::as_text) == Some(id)).unwrap())
}

fn few_answers() -> Evaluation {
    evaluation(&serde_json::from_str(r#"{"answers": {"cap": "lead"}}"#).unwrap())
}

/// The text of a percent-encoded part.
fn decoded(encoded: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// Subject and body of a `mailto:` address, with the line breaks of the body as it is copied.
fn parts(address: &str) -> (String, String) {
    let (subject, body) = address.strip_prefix("mailto:?subject=").unwrap().split_once("&body=").unwrap();
    (decoded(subject), decoded(body).replace("\r\n", "\n"))
}

/// The entries of the list whose title starts with this.
fn listed<'a>(body: &'a str, title: &str) -> Vec<&'a str> {
    let list = body.split("\n\n").find(|paragraph| paragraph.starts_with(title));
    list.into_iter().flat_map(|list| list.lines().filter_map(|line| line.strip_prefix("- "))).collect()
}

/// What the answers to the items of some reasons say.
fn statements(evaluation: &Evaluation, reasons: &[Reason]) -> Vec<String> {
    let (assessment, words) = (Assessment::standard(), Catalog::english());
    let said = |reason: &Reason| match reason.cause {
        Cause::Item(item) => statement(assessment, &evaluation.reading, item).unwrap(),
        Cause::Priorities => key::reason::PRIORITIES,
    };
    reasons.iter().map(|reason| words.get(said(reason)).to_owned()).collect()
}

#[test]
fn the_mail_of_the_startup_is_exactly_this() {
    let mail = mail(&named("P8"), NOTES);
    assert_eq!(mail.subject, "IT support result: Leaning toward fully outsourced IT");
    assert_eq!(mail.body(), EXPECTED);
}

const EXPECTED: &str = "\
I answered questions about which IT support model fits us: in-house, co-managed or fully outsourced. Here is what the tool says:

Your answers lean toward fully outsourced IT. It came first in 82 of 100 runs. Co-managed IT is next.

How often each model came first, in 100 runs:
- In-house IT: fewer than 1
- Co-managed IT: 17
- Fully outsourced IT: 82

Reasons for fully outsourced IT, as the tool puts them:
- No one in particular on your staff handles IT.
- You have clear compliance requirements that rarely change, and no one on your staff knows them.

Reasons against it:
- You want to build your own IT team, larger in two years than today.

One different answer would put another model ahead. For example, if this were true: You have one IT person, who runs things and also plans ahead. Then co-managed IT would lead on the fit score.

The whole result:
https://www.example.com/it-support/which-model?lang=en#support-fit-s2-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA

The answers are in the link itself. Anyone who has the link can read them.

Marlow & Finch IT offers this tool and sells co-managed IT.";

#[test]
fn the_mail_of_a_conflict_says_once_that_no_model_fits() {
    let partial = cases(include_str!("../vectors/partial_answers.json"));
    let conflict = partial.iter().map(evaluation).find(|evaluation| evaluation.gates.conflict).unwrap();
    let text = Catalog::english().get(key::verdict::conflict::TEXT).to_owned();
    assert_eq!(mail(&conflict, NOTES).body().matches(&text).count(), 1);
}

#[test]
fn the_mailto_address_of_the_startup_leaves_out_no_reason() {
    let mail = mail(&named("P8"), NOTES);
    assert_eq!(parts(&mail.address().unwrap()).1, mail.body());
}

#[test]
fn the_reasons_of_every_mail_are_the_statements_of_the_strongest_reasons() {
    for (n, case) in organizations().iter().enumerate() {
        let evaluation = evaluation(case);
        let reasons = Reasons::of(Assessment::standard(), &evaluation, evaluation.leader);
        let body = mail(&evaluation, NOTES).body();
        for (title, reasons, most) in
            [("Reasons for", reasons.speaking_for, 2), ("Reasons against it:", reasons.speaking_against, 1)]
        {
            let expected = statements(&evaluation, &reasons[..most.min(reasons.len())]);
            assert_eq!(listed(&body, title), expected, "{}: {title}", name(case, n));
        }
    }
}

#[test]
fn no_mail_quotes_a_question() {
    for case in organizations() {
        let mail = mail(&evaluation(&case), NOTES);
        assert!(!mail.subject.contains('?'), "{}", mail.subject);
        assert!(!mail.body().replace(LINK, "").contains('?'), "{}", mail.body());
    }
}

#[test]
fn the_subject_is_the_headline() {
    let (assessment, words) = (Assessment::standard(), Catalog::english());
    for case in organizations() {
        let evaluation = evaluation(&case);
        let headline = headline(Voice { assessment, words: &words, locale: &English }, &evaluation);
        assert_eq!(mail(&evaluation, NOTES).subject, format!("IT support result: {headline}"));
    }
}

#[test]
fn every_mail_is_complete_and_within_limits() {
    let words = Catalog::english();
    for (n, case) in organizations().iter().enumerate() {
        let evaluation = evaluation(case);
        let mail = mail(&evaluation, NOTES);
        let body = mail.body();
        let length = body.chars().count() - LINK.chars().count();
        assert!(length <= LONGEST_BODY, "{}: {length} characters", name(case, n));
        let verdict = verdict_sentence(
            Voice { assessment: Assessment::standard(), words: &words, locale: &English },
            &evaluation,
        );
        assert!(body.contains(&verdict), "{body}");
        assert!(body.contains(&format!("\n{LINK}\n\nThe answers are in the link itself")), "{body}");
        assert!(body.ends_with("Marlow & Finch IT offers this tool and sells co-managed IT."), "{body}");
        let address = mail.address().unwrap();
        assert!(address.len() <= LONGEST_ADDRESS);
        let (subject, body) = parts(&address);
        assert_eq!(subject, mail.subject);
        assert!(body.contains(&verdict) && body.contains(LINK), "{body}");
    }
}

#[test]
fn a_mail_with_too_few_answers_has_no_shares_or_reasons() {
    let evaluation = few_answers();
    assert_eq!(evaluation.verdict, Verdict::Insufficient);
    let body = mail(&evaluation, NOTES).body();
    assert!(!body.contains("How often") && !body.contains("Reasons") && !body.contains("different answer"), "{body}");
    assert!(body.contains("Scored questions still to answer: 4.") && body.contains(LINK), "{body}");
}

#[test]
fn a_quick_check_mail_says_that_it_is_a_quick_check() {
    let quick = r#"{"answers": {"cap": "none", "fund": "no", "answer": "one", "decide": "approve", "pace": "steady",
        "skills": "broad"}}"#;
    let body = mail(&evaluation(&serde_json::from_str(quick).unwrap()), NOTES).body();
    assert!(body.contains("A quick result can show a lean, but it can't settle the choice."), "{body}");
}

#[test]
fn the_provider_is_named_if_known() {
    let unknown = mail(&named("P8"), MailNotes { provider: None, sells: &[], ..NOTES }).body();
    assert!(unknown.ends_with("Anyone who has the link can read them."), "{unknown}");
    let named = mail(&named("P8"), MailNotes { sells: &[], ..NOTES }).body();
    assert!(named.ends_with("Marlow & Finch IT offers this tool and may sell one or more of these models."));
}

#[test]
fn a_mail_says_that_the_owner_changed_the_tool() {
    let changed = |provider| mail(&named("P8"), MailNotes { provider, is_changed: true, ..NOTES }).body();
    let end = "changed parts of this tool. The whole result says how.";
    assert!(changed(Some("Marlow & Finch IT")).ends_with(&format!("Marlow & Finch IT {end}")));
    assert!(changed(None).ends_with(&format!("The company that runs this site {end}")));
    assert!(!mail(&named("P8"), NOTES).body().contains(end));
}

#[test]
fn a_mail_without_a_link_does_not_mention_one() {
    let body = mail(&named("P8"), MailNotes { link: "", ..NOTES }).body();
    assert!(!body.contains("The whole result") && !body.contains("Anyone who has the link"), "{body}");
}

#[test]
fn a_mail_without_flips_does_not_mention_what_would_change_the_result() {
    let assessment = Assessment::standard();
    let evaluation = named("P8");
    let without =
        Mail::of(Voice { assessment, words: &Catalog::english(), locale: &English }, &evaluation, None, NOTES);
    assert!(!without.body().contains("put another model ahead"));
    assert!(mail(&evaluation, NOTES).body().contains("put another model ahead"));
}

#[test]
fn a_long_link_displaces_reasons_first_and_then_flips() {
    let evaluation = named("P8");
    let bodies: Vec<String> = (0..1600)
        .step_by(10)
        .map_while(|more| {
            let link = format!("{LINK}{}", "A".repeat(more));
            let address = mail(&evaluation, MailNotes { link: &link, ..NOTES }).address()?;
            assert!(address.len() <= LONGEST_ADDRESS);
            Some(parts(&address).1)
        })
        .collect();
    let mut stages: Vec<[bool; 4]> = Vec::new();
    for body in &bodies {
        let stage = [
            !listed(body, "Reasons against it:").is_empty(),
            listed(body, "Reasons for").len() > 1,
            !listed(body, "Reasons for").is_empty(),
            body.contains("put another model"),
        ];
        if stages.last() != Some(&stage) {
            stages.push(stage);
        }
    }
    let expected = [
        [true, true, true, true],
        [false, true, true, true],
        [false, false, true, true],
        [false, false, false, true],
        [false, false, false, false],
    ];
    assert!(expected.ends_with(&stages) && stages.len() >= 4, "{stages:?}");
}

#[test]
fn a_link_too_long_for_a_mailto_address_still_yields_a_body() {
    let link = format!("{LINK}{}", "A".repeat(2000));
    let mail = mail(&named("P8"), MailNotes { link: &link, ..NOTES });
    assert_eq!(mail.address(), None);
    assert!(mail.body().contains(&link));
}

#[test]
fn special_characters_are_escaped_in_a_mailto_address() {
    let notes = MailNotes { provider: Some("A&B = 100 % #1? \u{fc}\u{1f980}"), ..NOTES };
    let address = mail(&named("P8"), notes).address().unwrap();
    let (subject, body) = address.strip_prefix("mailto:?subject=").unwrap().split_once("&body=").unwrap();
    for part in [subject, body] {
        assert!(part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~,:;%".contains(&b)), "{part}");
    }
    assert!(body.contains("%0D%0A%0D%0A") && !body.replace("%0D%0A", "").contains("%0A"));
    assert!(parts(&address).1.ends_with("A&B = 100 % #1? \u{fc}\u{1f980} offers this tool and sells co-managed IT."));
}
