//! Laws of drafts: they survive a round trip, and no document makes the program panic.

use assessment::{Assessment, json::Value};
use proptest::{collection::vec, option, prelude::*, sample::select};
use session::{Course, Draft, ENTRY_CODE, Place, Session, UnreadParts, decode, decode_sent};

use super::{
    answers::{self, config, document, priorities, question, responses},
    undo::{SCREENS, asked},
    worksheets::worksheet,
};

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn a_draft_survives_a_round_trip(draft in draft()) {
        let assessment = Assessment::standard();
        let decoded = decode(assessment, &draft.encode(assessment, Some(&ENTRY_CODE)), Some(&ENTRY_CODE)).unwrap();
        prop_assert_eq!(decoded.draft, draft);
    }

    #[test]
    fn a_draft_survives_serialization_to_text(draft in draft()) {
        let assessment = Assessment::standard();
        let text = serde_json::to_string(&draft.encode(assessment, Some(&ENTRY_CODE))).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(decode(assessment, &document, Some(&ENTRY_CODE)).unwrap().draft, draft);
    }

    #[test]
    fn a_draft_of_ours_is_accepted_as_a_file(draft in draft()) {
        let draft = Draft { unrecognized: Vec::new(), ..draft };
        let assessment = Assessment::standard();
        let decoded = decode_sent(assessment, &draft.encode(assessment, Some(&ENTRY_CODE)), Some(&ENTRY_CODE)).unwrap();
        prop_assert_eq!(decoded.draft, draft);
    }

    #[test]
    fn every_unknown_entry_is_reported(draft in draft()) {
        let assessment = Assessment::standard();
        let decoded = decode(assessment, &draft.encode(assessment, Some(&ENTRY_CODE)), Some(&ENTRY_CODE)).unwrap();
        let reported: Vec<String> = decoded.problems.into_iter().map(|problem| problem.path).collect();
        let kept: Vec<String> = draft.unrecognized.iter().map(|(name, _)| format!("$.answers.{name}")).collect();
        prop_assert_eq!(reported, kept);
    }
}

proptest! {
    #![proptest_config(config(4096))]

    #[test]
    fn no_document_makes_decoding_panic(document in document()) {
        let _ = decode(Assessment::standard(), &document, Some(&ENTRY_CODE));
    }

    // @threat-readers
    #[test]
    fn no_mutation_of_a_draft_makes_decoding_panic(document in mutated_draft()) {
        let _ = decode(Assessment::standard(), &document, Some(&ENTRY_CODE));
    }

    /// Encoding after decoding is stable: decoding and encoding the result again changes nothing.
    #[test]
    fn encoding_what_was_decoded_is_stable(document in mutated_draft()) {
        let assessment = Assessment::standard();
        if let Ok(decoded) = decode(assessment, &document, Some(&ENTRY_CODE)) {
            let kept = decoded.draft.encode(assessment, Some(&ENTRY_CODE));
            let again = decode(assessment, &kept, Some(&ENTRY_CODE)).unwrap().draft;
            prop_assert_eq!(&again.responses, &decoded.draft.responses);
            prop_assert_eq!(&again.priorities, &decoded.draft.priorities);
            prop_assert_eq!(again.place, decoded.draft.place);
            prop_assert_eq!(again.returns_to, decoded.draft.returns_to);
            prop_assert_eq!(again.course, decoded.draft.course);
            prop_assert_eq!(&again.worksheet, &decoded.draft.worksheet);
            prop_assert_eq!(again.encode(assessment, Some(&ENTRY_CODE)), kept);
        }
    }

    #[test]
    fn every_draft_resumes_at_an_applicable_question_or_a_screen(document in mutated_draft()) {
        let assessment = Assessment::standard();
        if let Ok(decoded) = decode(assessment, &document, Some(&ENTRY_CODE)) {
            let session = Session::resume(assessment, Course::Quick, decoded.draft, Some(&ENTRY_CODE));
            if let Place::Question(id) = session.place() {
                prop_assert!(asked(&session).contains(&id), "{:?}", session.place());
                prop_assert!(session.returns_to().is_some() || session.path().contains(&id), "{:?}", session.place());
            }
        }
    }

    #[test]
    fn resuming_a_draft_twice_changes_nothing(draft in draft()) {
        let assessment = Assessment::standard();
        let once = Session::resume(assessment, Course::Quick, draft, Some(&ENTRY_CODE)).draft("");
        let again = Session::resume(assessment, Course::Quick, once.clone(), Some(&ENTRY_CODE)).draft("");
        prop_assert_eq!(again, once);
    }

    #[test]
    fn problems_quote_only_short_parts_of_a_document(document in mutated_draft()) {
        if let Ok(decoded) = decode(Assessment::standard(), &document, Some(&ENTRY_CODE)) {
            let texts = decoded.problems.iter().filter(|problem| !problem.path.ends_with(&problem.found));
            prop_assert!(texts.into_iter().all(|problem| problem.found.chars().count() <= 60));
        }
    }
}

fn draft() -> impl Strategy<Value = Draft> {
    let place = || prop_oneof![select(&SCREENS[..]), question().prop_map(Place::Question)];
    let course = select(&[Course::Quick, Course::Full][..]);
    let unknown = vec(("[a-z]{3,8}_[0-9]{1,3}", document()), 0..4);
    let texts = (".{0,12}", ".{0,30}");
    let answers_and_ratings = (responses(), proptest::num::u32::ANY, priorities());
    let asked = vec(question(), 0..8);
    (answers_and_ratings, (place(), option::of(place()), course, asked), texts, unknown, worksheet()).prop_map(
        |(
            (responses, marked, priorities),
            (place, returns_to, course, asked),
            (content, saved),
            unknown,
            worksheet,
        )| {
            let answered = responses.iter().map(|(id, _)| id);
            let recheck = answered.filter(|id| marked >> (id.index() % 32) & 1 == 1).collect();
            let asked = if course == Course::Full { asked } else { Vec::new() };
            let mut unrecognized: Vec<(String, Value)> = Vec::new();
            for (name, value) in unknown {
                if Assessment::standard().find_question(&name).is_none() && unrecognized.iter().all(|(n, _)| *n != name)
                {
                    unrecognized.push((name, finite(value)));
                }
            }
            Draft {
                content,
                saved,
                place,
                returns_to,
                course,
                asked,
                responses,
                priorities,
                recheck,
                opened: marked >> 31 == 1,
                entered: marked >> 30 & 1 == 1,
                unrecognized,
                worksheet,
                unread: UnreadParts::default(),
                raw_entries: Vec::new(),
            }
        },
    )
}

/// A name that is valid in a draft, including places and courses, or any other string.
fn name() -> impl Strategy<Value = String> {
    const OF_PLACES: [&str; 10] =
        ["course", "quick", "full", "returns_to", "overview", "priorities", "check", "result", "view", "cost"];
    prop_oneof![
        4 => answers::name(),
        1 => select(&OF_PLACES[..]).prop_map(str::to_owned),
    ]
}

/// A replacement for a part: any document, often a place or the name of one.
fn part() -> impl Strategy<Value = Value> {
    let kind = select(&["question", "screen"][..]);
    prop_oneof![
        4 => document().prop_map(finite),
        1 => name().prop_map(Value::Text),
        1 => (kind, name()).prop_map(|(kind, name)| Value::object([(kind, Value::Text(name))])),
    ]
}

/// JSON has only finite numbers, and integers are within the exact range.
fn finite(value: Value) -> Value {
    match value {
        Value::Number(n) if !n.is_finite() => Value::Null,
        Value::Number(n) => Value::Number(n.clamp(-1e6, 1e6).round()),
        Value::List(parts) => Value::List(parts.into_iter().map(finite).collect()),
        Value::Object(entries) => {
            Value::Object(entries.into_iter().map(|(name, value)| (name, finite(value))).collect())
        }
        other => other,
    }
}

/// An encoded draft with some of its parts replaced, renamed, duplicated or removed.
fn mutated_draft() -> impl Strategy<Value = Value> {
    let mutation = (any::<prop::sample::Index>(), 0..4_u8, name(), part());
    (draft(), vec(mutation, 0..6)).prop_map(|(draft, mutations)| {
        let mut document = draft.encode(Assessment::standard(), Some(&ENTRY_CODE));
        for (at, kind, name, value) in mutations {
            let place = at.index(parts(&document).max(1));
            mutate(&mut document, &mut { place }, kind, &name, value);
        }
        document
    })
}

/// Entries and parts of a document, at all depths.
fn parts(value: &Value) -> usize {
    match value {
        Value::List(inner) => inner.iter().map(|value| 1 + parts(value)).sum(),
        Value::Object(inner) => inner.iter().map(|(_, value)| 1 + parts(value)).sum(),
        _ => 0,
    }
}

/// Changes the part at a position, counted through all depths.
fn mutate(value: &mut Value, position: &mut usize, kind: u8, name: &str, with: Value) {
    let length = match value {
        Value::List(inner) => inner.len(),
        Value::Object(inner) => inner.len(),
        _ => 0,
    };
    for n in 0..length {
        if *position == 0 {
            match (kind, value) {
                (0, Value::Object(entries)) => entries[n].0 = name.to_owned(),
                (1, Value::Object(entries)) => entries.push((entries[n].0.clone(), with)),
                (2, Value::Object(entries)) => drop(entries.remove(n)),
                (_, Value::Object(entries)) => entries[n].1 = with,
                (2, Value::List(inner)) => drop(inner.remove(n)),
                (_, Value::List(inner)) => inner[n] = with,
                _ => {}
            }
            return;
        }
        *position -= 1;
        let inner = match value {
            Value::List(inner) => &mut inner[n],
            Value::Object(inner) => &mut inner[n].1,
            _ => return,
        };
        let inside = parts(inner);
        if *position < inside {
            mutate(inner, position, kind, name, with);
            return;
        }
        *position -= inside;
    }
}
