//! Laws of entries: any sequence of changes stays within the limits, a rejected change changes nothing, and what is
//! saved survives a round trip.

use assessment::{Assessment, ChecklistId, MetricId, StepId, json::Value};
use decision::worksheet::{
    Decimal, LONGEST_ANSWER, LONGEST_NOTE, LONGEST_OWNER, LONGEST_PROVIDER, LONGEST_STEP, MOST_OWN_STEPS, Mark,
    QuestionChange, QuestionEntries, ScorecardChange, ScorecardEntries, StepChange, StepEntries, StepKey, bounds,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use session::{
    Unread, decode_questions, decode_scorecard, decode_steps, encode_questions, encode_scorecard, encode_steps,
};

use super::{
    answers::{config, document, name},
    dates::day,
};

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn steps_stay_within_their_bounds(changes in vec(step_change(), 0..60)) {
        let entries = steps(&changes);
        prop_assert!(entries.own().len() <= usize::from(MOST_OWN_STEPS));
        prop_assert!(entries.own().windows(2).all(|pair| pair[0].number < pair[1].number));
        for own in entries.own() {
            prop_assert!((1..=MOST_OWN_STEPS).contains(&own.number));
            prop_assert!(own.from_month <= own.to_month && own.to_month <= 24);
            prop_assert!(!own.text.is_empty() && is_line(&own.text, LONGEST_STEP), "{:?}", own.text);
        }
        prop_assert!(entries.entered().windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (key, entry) in entries.entered() {
            prop_assert!(is_line(&entry.owner, LONGEST_OWNER), "{:?}", entry.owner);
            if let StepKey::Own(number) = key {
                prop_assert!(entries.own().iter().any(|own| own.number == *number));
            }
        }
    }

    #[test]
    fn a_rejected_step_change_changes_nothing(changes in vec(step_change(), 0..20), last in step_change()) {
        let mut entries = steps(&changes);
        let before = entries.clone();
        if entries.apply(Assessment::standard(), last).is_err() {
            prop_assert_eq!(entries, before);
        }
    }

    #[test]
    fn steps_survive_a_round_trip(changes in vec(step_change(), 0..60)) {
        let (assessment, entries) = (Assessment::standard(), steps(&changes));
        match encode_steps(assessment, &entries, &Unread::default()) {
            None => prop_assert!(entries.is_empty()),
            Some(kept) => {
                let part = decode_steps(assessment, "$", &through_text(&kept));
                prop_assert!(part.problems.is_empty(), "{:?}", part.problems);
                prop_assert_eq!(part.value.origin(), entries.origin());
                prop_assert_eq!((part.value, part.unread), (entries, Unread::default()));
            }
        }
    }

    #[test]
    fn the_scorecard_stays_within_its_bounds(changes in vec(scorecard_change(), 0..40)) {
        let entries = scorecard(&changes);
        for (_, metric, measure) in entries.measures(Assessment::standard()) {
            let [low, high] = bounds(metric.unit);
            for figure in [measure.today, measure.target, measure.now].into_iter().flatten() {
                prop_assert!((low..=high).contains(&figure));
            }
            prop_assert!(measure.progress().is_none_or(|percent| percent <= 100));
        }
    }

    #[test]
    fn progress_is_complete_only_when_the_target_is_reached(today in figure(), target in figure(), now in figure()) {
        let measure = decision::worksheet::MeasureEntry {
            today: Some(today), target: Some(target), now: Some(now), review: None,
        };
        match measure.progress() {
            None => prop_assert_eq!(today, target),
            Some(percent) => {
                let is_reached = if target > today { now >= target } else { now <= target };
                let is_begun = if target > today { now > today } else { now < today };
                prop_assert_eq!((percent == 100, percent > 0), (is_reached, is_begun));
            }
        }
    }

    #[test]
    fn a_scorecard_survives_a_round_trip(changes in vec(scorecard_change(), 0..40)) {
        let (assessment, entries) = (Assessment::standard(), scorecard(&changes));
        match encode_scorecard(assessment, &entries, &Unread::default()) {
            None => prop_assert!(entries.is_empty()),
            Some(kept) => {
                let part = decode_scorecard(assessment, "$", &through_text(&kept));
                prop_assert!(part.problems.is_empty(), "{:?}", part.problems);
                prop_assert_eq!((part.value, part.unread), (entries, Unread::default()));
            }
        }
    }

    #[test]
    fn questions_stay_within_their_bounds(changes in vec(question_change(), 0..60)) {
        let entries = questions(&changes);
        let names: Vec<&str> = entries.providers().map(|(_, name)| name).collect();
        prop_assert!(names.iter().all(|name| is_line(name, LONGEST_PROVIDER)));
        prop_assert!((1..names.len()).all(|n| !names[..n].contains(&names[n])));
        prop_assert!(entries.noted().windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (_, entry) in entries.noted() {
            prop_assert!(is_line(&entry.note.replace('\n', " "), LONGEST_NOTE), "{:?}", entry.note);
            for (place, answer) in entry.answers.iter().enumerate() {
                prop_assert!(is_line(&answer.text, LONGEST_ANSWER), "{:?}", answer.text);
                let is_there = entries.provider(place).is_some();
                prop_assert!(is_there || (answer.text.is_empty() && answer.mark == Mark::NotAsked));
            }
        }
    }

    #[test]
    fn a_rejected_question_change_changes_nothing(
        changes in vec(question_change(), 0..20), last in question_change(),
    ) {
        let mut entries = questions(&changes);
        let before = entries.clone();
        if entries.apply(Assessment::standard(), last).is_err() {
            prop_assert_eq!(entries, before);
        }
    }

    #[test]
    fn questions_survive_a_round_trip(changes in vec(question_change(), 0..60)) {
        let (assessment, entries) = (Assessment::standard(), questions(&changes));
        match encode_questions(assessment, &entries, &Unread::default()) {
            None => prop_assert!(entries.is_empty()),
            Some(kept) => {
                let part = decode_questions(assessment, "$", &through_text(&kept));
                prop_assert!(part.problems.is_empty(), "{:?}", part.problems);
                prop_assert_eq!((part.value, part.unread), (entries, Unread::default()));
            }
        }
    }
}

proptest! {
    #![proptest_config(config(2048))]

    /// Encoding after decoding is stable: decoding and encoding the result again changes nothing.
    #[test]
    fn encoding_what_was_decoded_is_stable(document in part()) {
        let assessment = Assessment::standard();
        let keep = |document: &Value| {
            let (a, b, c) = (
                decode_steps(assessment, "$", document),
                decode_scorecard(assessment, "$", document),
                decode_questions(assessment, "$", document),
            );
            [
                encode_steps(assessment, &a.value, &a.unread),
                encode_scorecard(assessment, &b.value, &b.unread),
                encode_questions(assessment, &c.value, &c.unread),
            ]
        };
        for (n, kept) in keep(&document).into_iter().enumerate() {
            if let Some(kept) = kept {
                let again = keep(&kept);
                prop_assert_eq!(again[n].as_ref(), Some(&kept));
            }
        }
    }

    #[test]
    fn everything_left_unread_is_reported(document in part()) {
        let assessment = Assessment::standard();
        let steps = decode_steps(assessment, "$", &document);
        prop_assert_eq!(steps.problems.is_empty(), steps.unread == Unread::default());
        let questions = decode_questions(assessment, "$", &document);
        prop_assert_eq!(questions.problems.is_empty(), questions.unread == Unread::default());
    }
}

fn steps(changes: &[StepChange]) -> StepEntries {
    let mut entries = StepEntries::default();
    for change in changes {
        let _ = entries.apply(Assessment::standard(), change.clone());
    }
    entries
}

fn scorecard(changes: &[ScorecardChange]) -> ScorecardEntries {
    let mut entries = ScorecardEntries::new(Assessment::standard());
    for change in changes {
        let _ = entries.apply(Assessment::standard(), *change);
    }
    entries
}

fn questions(changes: &[QuestionChange]) -> QuestionEntries {
    let mut entries = QuestionEntries::default();
    for change in changes {
        let _ = entries.apply(Assessment::standard(), change.clone());
    }
    entries
}

fn is_line(text: &str, most: usize) -> bool {
    text.chars().count() <= most && text.trim() == text && !text.contains(char::is_control)
}

fn through_text(value: &Value) -> Value {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

/// A string: mostly valid, some too long, some of any characters.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z ü日🙂,;]{0,40}",
        1 => "[a-zü]{38,42}|[a-z]{78,122}|[a-z\n]{198,202}|[a-z\n]{490,510}",
        1 => any::<String>(),
        1 => "[a-z\r\n\t]{0,20}",
    ]
}

fn step_key() -> impl Strategy<Value = StepKey> {
    prop_oneof![(0..36_u8).prop_map(|n| StepKey::Suggested(StepId(n))), (0..23_u8).prop_map(StepKey::Own)]
}

pub fn step_change() -> impl Strategy<Value = StepChange> {
    prop_oneof![
        1 => option::of(day()).prop_map(StepChange::Start),
        3 => (step_key(), any::<bool>()).prop_map(|(key, done)| StepChange::Done(key, done)),
        3 => (step_key(), option::of(day())).prop_map(|(key, day)| StepChange::Date(key, day)),
        3 => (step_key(), text()).prop_map(|(key, owner)| StepChange::Owner(key, owner)),
        5 => (option::of(0..23_u8), text(), [0..27_u8, 0..27_u8])
            .prop_map(|(number, text, months)| StepChange::Own(number, text, months)),
        1 => (0..23_u8).prop_map(StepChange::Remove),
    ]
}

fn figure() -> impl Strategy<Value = Decimal> {
    prop_oneof![0..=50_000_i32, 0..=600_i32].prop_map(Decimal::of_hundredths)
}

pub fn scorecard_change() -> impl Strategy<Value = ScorecardChange> {
    let id = || (0..7_u8).prop_map(MetricId);
    let any_figure = || option::of(prop_oneof![4 => figure(), 1 => any::<i32>().prop_map(Decimal::of_hundredths)]);
    prop_oneof![
        (id(), any_figure()).prop_map(|(id, figure)| ScorecardChange::Today(id, figure)),
        (id(), any_figure()).prop_map(|(id, figure)| ScorecardChange::Target(id, figure)),
        (id(), any_figure()).prop_map(|(id, figure)| ScorecardChange::Now(id, figure)),
        (id(), option::of(day())).prop_map(|(id, day)| ScorecardChange::Review(id, day)),
    ]
}

pub fn question_change() -> impl Strategy<Value = QuestionChange> {
    let id = || (0..20_u8).prop_map(ChecklistId);
    let place = 0..4_usize;
    prop_oneof![
        (id(), any::<bool>()).prop_map(|(id, ticked)| QuestionChange::Tick(id, ticked)),
        (id(), text()).prop_map(|(id, note)| QuestionChange::Note(id, note)),
        text().prop_map(QuestionChange::AddProvider),
        (place.clone(), text()).prop_map(|(place, name)| QuestionChange::PutProvider(place, name)),
        place.clone().prop_map(QuestionChange::RemoveProvider),
        (id(), place.clone(), text()).prop_map(|(id, place, text)| QuestionChange::Answer(id, place, text)),
        (id(), place, select(&Mark::ALL[..])).prop_map(|(id, place, mark)| QuestionChange::Mark(id, place, mark)),
    ]
}

/// A shallow document, often with the names and strings of a part.
fn part() -> impl Strategy<Value = Value> {
    const NAMES: [&str; 30] = [
        "start",
        "steps",
        "own",
        "goals",
        "repeat",
        "done",
        "date",
        "owner",
        "1",
        "2",
        "20",
        "21",
        "text",
        "from",
        "to",
        "response",
        "scale",
        "today",
        "target",
        "now",
        "review",
        "providers",
        "questions",
        "nights",
        "names",
        "name",
        "answers",
        "mark",
        "note",
        "ticked",
    ];
    const TEXTS: [&str; 6] = ["2026-11-22", "2026-02-30", "good", "Ana", "", "a\nb"];
    let name = || prop_oneof![6 => select(&NAMES[..]).prop_map(str::to_owned), 1 => name()];
    let leaf = prop_oneof![
        2 => select(&TEXTS[..]).prop_map(Value::from),
        2 => (0..30_u8).prop_map(|n| Value::Number(f64::from(n))),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => document().prop_filter("NaN is like nothing", is_finite),
    ];
    leaf.prop_recursive(5, 64, 8, move |inner| {
        prop_oneof![1 => vec(inner.clone(), 0..4).prop_map(Value::List), 8 => vec((name(), inner), 0..8).prop_map(Value::Object)]
    })
}

fn is_finite(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_finite(),
        Value::List(parts) => parts.iter().all(is_finite),
        Value::Object(entries) => entries.iter().all(|(_, value)| is_finite(value)),
        _ => true,
    }
}
