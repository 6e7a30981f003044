//! Content with something broken: exactly the expected problems, each with file, path and the nearest valid name.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod broken;

use broken::{Broken, problems_of};
use serde_json::json;

#[test]
fn the_content_of_this_release_has_no_problem() {
    assert_eq!(problems_of("none", |_| {}), [""; 0]);
}

/// One break and exactly the one problem that it makes: file, path, text.
macro_rules! one_problem {
    ($($name:ident: |$broken:ident| $break:expr => $file:literal, $path:literal, $text:literal;)+) => {$(
        #[test]
        fn $name() {
            let found = problems_of(stringify!($name), |$broken: &mut Broken| { $break; });
            assert_eq!(found, [format!("{} at {}: {}", $file, $path, $text)]);
        }
    )+};
}

one_problem! {
    a_gate_on_an_unknown_alternative_is_named: |b| b.gates[0]["alternative"] = json!("comanaged")
        => "structure/gates.json", "[0] (G1).alternative",
        "`comanaged` is not a known alternative; the nearest is `co_managed`";
    a_gate_on_an_unknown_option_is_named: |b| b.gates[0]["when"]["all"][0]["cap"] = json!(["nobody"])
        => "structure/gates.json", "[0] (G1).when", "`nobody` is not a known option of `cap`; the nearest is `none`";
    a_gate_on_an_unknown_question_is_named: |b| b.gates[0]["when"]["all"][0] = json!({"capp": ["none"]})
        => "structure/gates.json", "[0] (G1).when", "`capp` is not a known question; the nearest is `cap`";
    a_condition_without_a_part_is_found: |b| b.gates[0]["when"] = json!({"all": []})
        => "structure/gates.json", "[0] (G1).when",
        "a condition without a part never holds or always does; name at least one";
    a_collision_on_an_unknown_option_is_named: |b| b.collisions[0]["sides"][1]["options"] = json!(["aprove"])
        => "structure/collisions.json", "[0] (decide).sides[1]",
        "`aprove` is not a known option of `decide`; the nearest is `approve`";
    a_collision_with_one_side_is_found:
        |b| b.collisions[0]["sides"] = json!([{"question": "decide", "options": ["all"]}])
        => "structure/collisions.json", "[0] (decide).sides", "expected two sides or more";
    an_answer_on_two_sides_of_a_collision_is_found: |b| b.collisions[0]["sides"][1]["options"] = json!(["key"])
        => "structure/collisions.json", "[0] (decide).sides[1]", "`key` stands on two sides";
    a_collision_without_a_source_is_found: |b| b.collisions[2]["sources"] = json!([])
        => "structure/collisions.json", "[2] (provider).sources", "every collision names at least one source";
    a_collision_without_its_sentence_is_named:
        |b| { b.words["ui"]["compare"]["collision"]["decide"].as_object_mut().unwrap().remove("ask"); }
        => "words/en.json", "ui.compare.collision.decide.ask", "is missing; the content refers to it";
    a_sentence_on_a_collision_that_is_none_is_found:
        |b| b.words["ui"]["compare"]["collision"]["trust"] = json!({"text": "Nobody reads this."})
        => "words/en.json", "ui.compare.collision.trust.text",
        "is not referred to by the content; remove it or correct its name";
    a_level_above_four_is_found: |b| b.option("skills", "few")["levels"] = json!([2, 1, 5])
        => "structure/questions.json", "[4] (skills).options[0].levels", "expected levels from 0 to 4";
    an_option_without_levels_is_found: |b| b.option("skills", "deep")["levels"] = json!(null)
        => "structure/questions.json", "(skills).options", "`deep` needs levels";
    a_missing_cell_of_a_table_is_found: |b| b.item("people_fit")["table"]["lead"]["fire"] = json!([0, 3])
        => "structure/items.json", "[0] (people_fit).table.lead.fire", "expected three levels from 0 to 4";
    a_profile_of_another_weight_is_found: |b| b.item("profile_cost")["weight"] = json!(1.0)
        => "structure/items.json", "[27] (profile_cost).weight", "expected 0.5: a profile is 0.2 of its dimension";
    an_unknown_source_is_named: |b| b.gates[1]["sources"][0]["source"] = json!("S4")
        => "structure/gates.json", "[1] (G2)", "`S4` is not a known source; the nearest is `S1`";
    a_quotation_of_several_lines_is_found: |b| b.gates[1]["sources"][0]["quote"] = json!("one\ntwo")
        => "structure/gates.json", "[1] (G2)", "a quotation is one line of text";
    a_question_without_a_source_is_found: |b| b.question("pace")["sources"] = json!([])
        => "structure/questions.json", "[21] (pace).sources", "every question names at least one source";
    a_gap_between_buckets_is_found: |b| b.question("signs")["buckets"][1]["from"] = json!(2)
        => "structure/questions.json", "[17] (signs).buckets[1]",
        "expected to start at 1: buckets follow each other without gaps";
    a_question_that_is_routed_by_a_later_one_is_found:
        |b| b.question("cap")["asked_if"] = json!({"load": {"not": ["ok"]}})
        => "structure/questions.json", "[2] (cap).asked_if", "`load` is asked later; routing looks back";
    an_unscored_question_in_the_quick_check_is_found: |b| b.assessment["quick"][1] = json!("provider")
        => "structure/assessment.json", "quick[1]", "`provider` is not scored; the quick check asks scored questions";
    an_unknown_question_in_the_quick_check_is_named: |b| b.assessment["quick"][1] = json!("laod")
        => "structure/assessment.json", "quick[1]", "`laod` is not a known question; the nearest is `load`";
    thresholds_in_the_wrong_order_are_found: |b| b.assessment["verdict"]["lean"] = json!(0.9)
        => "structure/assessment.json", "verdict.lean", "expected at most the threshold of `clear`";
    a_cost_range_in_the_wrong_order_is_found: |b| b.cost["inputs"][1]["default"] = json!([3.0, 2.0, 1.0])
        => "structure/cost.json", "inputs[1] (salary)", "expected low ≤ likely ≤ high, not 3, 2, 1";
    a_cost_figure_outside_its_bounds_is_found: |b| b.cost["inputs"][0]["default"] = json!([0.5, 60, 60])
        => "structure/cost.json", "inputs[0] (users)", "expected figures from 1 to 100000, not 0.5 to 60";
    bounds_of_a_cost_figure_in_the_wrong_order_are_found: |b| b.cost["inputs"][1]["bounds"] = json!([10, 10])
        => "structure/cost.json", "inputs[1] (salary).bounds",
        "expected two numbers from 0 up, the first below the second";
    a_sourced_cost_figure_without_a_source_is_found:
        |b| { b.cost["inputs"][1].as_object_mut().unwrap().remove("published"); }
        => "structure/cost.json", "inputs[1] (salary)", "is sourced; say in `published` where from";
    an_illustrative_cost_figure_with_a_source_is_found: |b| b.cost["inputs"][1]["evidence"] = json!("illustrative")
        => "structure/cost.json", "inputs[1] (salary)", "has a source, so its evidence is `sourced`";
    a_source_without_a_month_is_found: |b| b.cost["inputs"][1]["published"]["dated"] = json!("May 2022")
        => "structure/cost.json", "inputs[1] (salary).published.dated", "expected a year and a month such as 2022-05";
    a_source_that_covers_nothing_is_found: |b| b.cost["inputs"][1]["published"]["covers"] = json!([])
        => "structure/cost.json", "inputs[1] (salary).published.covers", "expected at least one of low, likely, high";
    a_rule_of_staff_in_the_wrong_order_is_found: |b| b.cost["inputs"][4]["default_rule"]["max"][0] = json!([2, 120])
        => "structure/cost.json", "inputs[4] (fte_inhouse).default_rule",
        "expected least values that rise and divisors that fall from low to high";
    a_rule_of_staff_beyond_its_bounds_is_found: |b| b.cost["inputs"][4]["bounds"] = json!([0, 100])
        => "structure/cost.json", "inputs[4] (fte_inhouse).default_rule", "gives more than the bounds allow";
    a_rule_on_a_later_input_is_named: |b| b.cost["inputs"][4]["default_rule"]["per"] = json!("user")
        => "structure/cost.json", "inputs[4] (fte_inhouse).default_rule.per",
        "`user` is not a known earlier input; the nearest is `users`";
    the_source_of_a_cost_figure_without_its_words_is_found: |b| {
            b.words["cost"]["input"]["salary"].as_object_mut().unwrap().remove("source");
        }
        => "words/en.json", "cost.input.salary.source", "is missing; the content refers to it";
    a_signal_for_an_unknown_option_is_named: |b| b.signals[7]["option"] = json!("specialists")
        => "structure/signals.json", "[7]", "`specialists` is not a known option of `skills`; the nearest is `specialist`";
    a_contradiction_without_its_words_is_found: |b| {
            b.words["ui"]["check"]["contradiction"].as_object_mut().unwrap().remove("X2");
        }
        => "words/en.json", "ui.check.contradiction.X2", "is missing; the content refers to it";
    a_contradiction_of_an_unknown_option_is_named: |b| b.contradictions[1]["when"]["all"][1]["hours"] = json!(["frim"])
        => "structure/contradictions.json", "[1] (X2).when", "`frim` is not a known option of `hours`; the nearest is `firm`";
    a_contradiction_about_one_answer_is_found: |b| {
            b.contradictions[1]["when"]["all"].as_array_mut().unwrap().remove(0);
        }
        => "structure/contradictions.json", "[1] (X2).when", "expected `all` of two conditions or more";
    a_contradiction_that_holds_when_any_of_its_answers_is_given_is_found: |b| {
            b.contradictions[1]["when"] = json!({ "any": [{ "provider": ["none"] }, { "hours": ["firm"] }] });
        }
        => "structure/contradictions.json", "[1] (X2).when", "expected `all` of two conditions or more";
    a_contradiction_that_names_a_question_twice_is_found: |b| {
            b.contradictions[1]["when"]["all"][1] = json!({ "provider": ["most"] });
        }
        => "structure/contradictions.json", "[1] (X2).when", "`provider` is listed twice";
    a_changed_question_that_does_not_exist_is_named: |b| b.assessment["changed_since"]["1.1"][0] = json!("sign")
        => "structure/assessment.json", "changed_since.1.1", "`sign` is not a known question; the nearest is `signs`";
    a_changed_question_that_is_listed_twice_is_found: |b| b.assessment["changed_since"]["1.1"][0] = json!("pace")
        => "structure/assessment.json", "changed_since.1.1", "`pace` is listed twice";
    changes_since_the_present_version_are_found: |b| b.assessment["changed_since"] = json!({ "1.2": ["pace"] })
        => "structure/assessment.json", "changed_since.1.2", "is the present version; nothing has changed since";
    a_settled_share_of_half_is_found: |b| b.assessment["settled"]["share"] = json!(0.5)
        => "structure/assessment.json", "settled.share", "0.5 is not a share above 0.5 and up to 1";
    settled_without_a_sample_is_found: |b| b.assessment["settled"]["samples"] = json!(0)
        => "structure/assessment.json", "settled.samples", "expected 1 up to the number of samples of an evaluation";
    a_share_of_middle_answers_above_one_is_found: |b| b.assessment["middle_note"]["share"] = json!(1.5)
        => "structure/assessment.json", "middle_note.share", "1.5 is not a share above 0.5 and up to 1";
    a_middle_of_four_options_is_found: |b| b.assessment["middle_note"]["options"] = json!(4)
        => "structure/assessment.json", "middle_note.options",
        "expected an odd number of options that a scored question has";
    a_neutral_level_as_a_reason_is_found: |b| b.assessment["reason_levels"]["against_at_most"] = json!(2)
        => "structure/assessment.json", "reason_levels",
        "expected a level below 2 against and one from 3 to 4 for: 2 is neutral";
    an_alternative_without_a_position_is_found: |b| {
            b.assessment["tradeoff"]["positions"].as_object_mut().unwrap().remove("outsourced");
        }
        => "structure/assessment.json", "tradeoff.positions.outsourced", "is missing";
    a_position_of_an_unknown_alternative_is_named: |b| {
            b.assessment["tradeoff"]["positions"]["outsource"] = json!([0, 0]);
        }
        => "structure/assessment.json", "tradeoff.positions",
        "`outsource` is not a known alternative; the nearest is `outsourced`";
    a_position_beyond_the_scale_is_found: |b| b.assessment["tradeoff"]["positions"]["in_house"] = json!([1, -2])
        => "structure/assessment.json", "tradeoff.positions.in_house", "expected control and convenience from -1 to 1";
    bounds_of_factors_that_leave_out_one_are_found: |b| b.assessment["operator"]["factor"] = json!([1.5, 2])
        => "structure/assessment.json", "operator.factor",
        "expected two numbers above 0, the first up to 1 and the second from 1";
    an_option_without_a_number_is_named: |b| {
            b.numbers["questions"]["roles"]["options"].as_object_mut().unwrap().remove("half");
        }
        => "structure/numbers.json", "questions.roles.options", "`half` has no number; the next free one is 5";
    a_choice_without_a_number_is_named: |b| {
            b.numbers["questions"]["signs"]["choices"].as_object_mut().unwrap().remove("mfa");
        }
        => "structure/numbers.json", "questions.signs.choices", "`mfa` has no number; the next free one is 8";
    a_question_without_a_number_is_named: |b| {
            b.numbers["questions"].as_object_mut().unwrap().remove("pace");
        }
        => "structure/numbers.json", "questions", "`pace` has no number; the next free one is 29";
    a_step_without_a_number_is_named: |b| {
            b.numbers["steps"].as_object_mut().unwrap().remove("goals");
        }
        => "structure/numbers.json", "steps", "`goals` has no number; the next free one is 37";
    a_number_that_two_questions_to_ask_have_is_found: |b| b.numbers["checklist"]["admin"] = json!(1)
        => "structure/numbers.json", "checklist", "`admin` and `names` have the same number 1";
    a_number_that_differs_from_the_place_in_content_1_1_is_found: |b| {
            b.numbers["questions"]["load"]["options"]["fire"] = json!(4);
        }
        => "structure/links-1.1.json", "questions.load.options", "`fire` has the number 4; the order of content 1.1 gave it 3";
    a_number_zero_is_found: |b| b.numbers["checklist"]["admin"] = json!(0)
        => "structure/numbers.json", "checklist", "`admin` has the number 0; numbers start at 1";
    a_missing_word_is_named: |b| b.remove_word("question", "cap", "text")
        => "words/en.json", "question.cap.text", "is missing; the content refers to it";
    a_word_with_a_line_break_is_found: |b| b.words["verdict"]["quick"] = json!("one\ntwo")
        => "words/en.json", "verdict.quick", "has a line break; the shipped file holds one entry a line";
}

/// Drafts keep what was entered under these ids.
mod ids_of_drafts {
    use super::*;

    /// The problems after a piece of a file is another.
    fn with(name: &str, file: &str, from: &str, to: &str) -> Vec<String> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from}");
        problems_of(name, |b| b.replace_file(file, &text.replace(from, to)))
    }

    #[test]
    fn step_ids_are_unique_across_tracks() {
        let found = with("same_step", "structure/roadmap.json", "\"id\": \"inside_owner\"", "\"id\": \"goals\"");
        assert_eq!(found[0], "structure/roadmap.json at tracks: `goals` is listed twice");
    }

    #[test]
    fn measure_ids_are_unique() {
        let found = with("same_metric", "structure/scorecard.json", "\"id\": \"scale\"", "\"id\": \"response\"");
        assert_eq!(found[0], "structure/scorecard.json at metrics: `response` is listed twice");
    }

    #[test]
    fn checklist_ids_are_unique() {
        let found = with("same_check", "structure/checklist.json", "\"id\": \"exit\"", "\"id\": \"leave\"");
        assert_eq!(found[0], "structure/checklist.json: `leave` is listed twice");
    }

    #[test]
    fn ids_are_lowercase() {
        for (n, id) in ["Goals", "first-step", "_goals", "first__step", "1", ""].into_iter().enumerate() {
            let name = format!("written_id_{n}");
            let found = with(&name, "structure/roadmap.json", "\"goals\"", &format!("{id:?}"));
            let expected = format!("structure/roadmap.json at tracks: `{id}` has to be an id such as `inside_owner`");
            assert_eq!(found[0], expected);
        }
    }
}

/// Its number stays taken, so that an older link never names something else.
#[test]
fn an_id_that_has_left_the_content_keeps_its_number() {
    let found = problems_of("retired_number", |b| b.numbers["questions"]["roles"]["options"]["never"] = json!(9));
    assert_eq!(found, [""; 0]);
    let found = problems_of("reused_number", |b| b.numbers["questions"]["roles"]["options"]["never"] = json!(2));
    let text = "`never` and `would` have the same number 2";
    assert_eq!(found, [format!("structure/numbers.json at questions.roles.options: {text}")]);
}

#[test]
fn a_collision_about_two_questions_before_one_about_one_is_found() {
    let found = problems_of("order_of_collisions", |b| b.collisions.as_array_mut().unwrap().swap(0, 8));
    assert_eq!(found, ["structure/collisions.json: collisions about one question come before those about several"]);
}

#[test]
fn an_item_without_weight_is_found() {
    let found = problems_of("no_weight", |b| b.item("profile_cost")["weight"] = json!(0.0));
    let expected = [
        "structure/items.json at [27] (profile_cost).weight: expected a number above 0",
        "structure/items.json at [27] (profile_cost).weight: expected 0.5: a profile is 0.2 of its dimension",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_value_of_another_type_is_found_with_its_place() {
    let found = problems_of("another_type", |b| b.item("profile_cost")["weight"] = json!("half"));
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    let expected = "structure/items.json at [27].weight: invalid type: string \"half\", expected f64 at line ";
    assert!(problem.starts_with(expected), "{problem}");
}

/// A field that no type knows is a mistake in writing, found by its place in the file.
#[test]
fn an_unknown_field_is_named_with_its_place() {
    let found = problems_of("unknown_field", |b| b.gates[0]["alternatve"] = json!("in_house"));
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    let expected = "structure/gates.json at [0].alternatve: unknown field `alternatve`, expected one of `id`, \
                    `alternative`, `status`, `when`, `sources`";
    assert!(problem.starts_with(expected), "{problem}");
}

#[test]
fn an_unused_word_is_found() {
    let found = problems_of("unused_word", |b| b.words["gate"]["G99"] = json!("Nobody reads this."));
    let text = "is not referred to by the content; remove it or correct its name";
    assert_eq!(found, [format!("words/en.json at gate.G99: {text}")]);
}

#[test]
fn an_option_that_is_renamed_is_found_everywhere_it_is_named() {
    let found = problems_of("renamed", |b| b.option("plan", "grow")["id"] = json!("expand"));
    let places: Vec<&str> = found.iter().map(|problem| problem.split(": ").next().unwrap()).collect();
    assert!(places.contains(&"structure/signals.json at [34]"), "{found:?}");
    assert!(places.contains(&"words/en.json at question.plan.option.expand.label"), "{found:?}");
    assert!(places.contains(&"words/en.json at question.plan.option.grow.label"), "{found:?}");
}

#[test]
fn several_problems_in_several_files_are_listed_at_once() {
    let found = problems_of("several", |b| {
        b.gates[0]["alternative"] = json!("comanaged");
        b.option("skills", "few")["levels"] = json!([2, 1, 5]);
        b.assessment["quick"][1] = json!("laod");
        b.words["gate"]["G2"] = json!(["one"]);
    });
    let expected = [
        "words/en.json at gate.G2: expected a string or an object of strings",
        "structure/assessment.json at quick[1]: `laod` is not a known question; the nearest is `load`",
        "structure/questions.json at [4] (skills).options[0].levels: expected levels from 0 to 4",
        "structure/gates.json at [0] (G1).alternative: `comanaged` is not a known alternative; the nearest is `co_managed`",
        "words/en.json at gate.G2: is missing; the content refers to it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_file_that_does_not_parse_leaves_the_others_read() {
    let found = problems_of("unparsed", |b| {
        b.replace_file("structure/gates.json", "[");
        b.replace_file("structure/trap.json", "{}");
    });
    let expected = [
        "structure/gates.json: EOF while parsing a list at line 1 column 1",
        "structure/trap.json: missing field `provider` at line 1 column 2",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_missing_file_is_a_problem() {
    let found = problems_of("missing_file", |b| b.remove_file("structure/trap.json"));
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    assert!(problem.starts_with("structure/trap.json: cannot be read: "), "{problem}");
}

#[test]
fn content_without_english_is_a_problem() {
    let found = problems_of("no_english", |b| b.remove_file("words/en.json"));
    assert_eq!(found, ["words/en.json: is missing; every other language is checked against it"]);
}

mod another_language {
    use super::*;

    #[test]
    fn complete_words_have_no_problem() {
        assert_eq!(problems_of("translated", |b| b.translate("de", |_| {})), [""; 0]);
    }

    #[test]
    fn a_missing_key_is_named() {
        let found = problems_of("untranslated", |b| {
            b.translate("de", |words| {
                words["gate"].as_object_mut().unwrap().remove("G2");
            });
        });
        assert_eq!(found, ["words/de.json at gate.G2: is missing; English has it"]);
    }

    #[test]
    fn an_unknown_key_is_named() {
        let found = problems_of("extra_key", |b| b.translate("de", |words| words["gate"]["G22"] = json!("Mehr")));
        assert_eq!(found, ["words/de.json at gate.G22: `gate.G22` is not a known key; the nearest is `gate.G12`"]);
    }

    #[test]
    fn a_different_placeholder_is_found() {
        let found = problems_of("placeholder", |b| {
            b.translate("de", |words| words["verdict"]["clear"]["in_house"] = json!("Passt in {m} von 100 Fällen."));
        });
        let expected = "words/de.json at verdict.clear.in_house: expected the placeholders {\"n\"}, as in English";
        assert_eq!(found, [expected]);
    }
}

#[test]
fn problems_are_shown_under_one_heading() {
    let problems = broken::read_broken("shown", |b| b.gates[0]["alternative"] = json!("comanaged")).unwrap_err();
    let expected = "the assessment's content has 1 problem(s):\n  crates/content/data/structure/gates.json at [0] \
                    (G1).alternative: `comanaged` is not a known alternative; the nearest is `co_managed`\n";
    assert_eq!(problems.to_string(), expected);
}
