//! Content with something broken in it: exactly the expected problems, each with file, path, expectation and found value.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod broken;

use broken::{Broken, entry, problems_of};
use serde_json::json;

#[test]
fn the_content_of_this_release_has_no_problem() {
    assert_eq!(problems_of("none", |_| {}), [""; 0]);
}

/// Something broken, and the file, path and text of the only problem it causes.
macro_rules! one_problem {
    ($($name:ident: |$broken:ident| $break:expr => $file:literal, $path:literal, $text:literal;)+) => {$(
        #[test]
        fn $name() {
            let found = problems_of(stringify!($name), |$broken: &mut Broken| { $break; });
            let at = if $path.is_empty() { "" } else { " at " };
            assert_eq!(found, [format!("{}{at}{}: {}", $file, $path, $text)]);
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
    an_empty_condition_is_found: |b| b.gates[0]["when"] = json!({"all": []})
        => "structure/gates.json", "[0] (G1).when",
        "expected at least one question with its options; the condition is empty";
    a_part_of_any_with_two_questions_is_found:
        |b| b.gates[0]["when"] = json!({"any": [{"load": ["fire"]}, {"cap": ["none"], "load": ["ok"]}]})
        => "structure/gates.json", "[0] (G1).when.any[1]", "expected one question in each part of `any`, not 2";
    a_collision_on_an_unknown_option_is_named: |b| b.collisions[0]["sides"][1]["options"] = json!(["aprove"])
        => "structure/collisions.json", "[0] (decide).sides[1]",
        "`aprove` is not a known option of `decide`; the nearest is `approve`";
    a_collision_with_one_side_is_found:
        |b| b.collisions[0]["sides"] = json!([{"question": "decide", "options": ["all"]}])
        => "structure/collisions.json", "[0] (decide).sides", "expected two or more sides, not 1";
    an_answer_on_two_sides_of_a_collision_is_found: |b| b.collisions[0]["sides"][1]["options"] = json!(["key"])
        => "structure/collisions.json", "[0] (decide).sides[1]",
        "`key` is already on sides[0]; expected each option on one side only";
    a_collision_without_a_source_is_found: |b| b.collisions[2]["sources"] = json!([])
        => "structure/collisions.json", "[2] (provider).sources", "expected at least one source; the list is empty";
    a_collision_without_words_is_found:
        |b| { b.words["ui"]["compare"]["collision"]["decide"].as_object_mut().unwrap().remove("ask"); }
        => "words/en.json", "ui.compare.collision.decide.ask", "the word is missing; the content refers to it";
    words_for_a_collision_that_does_not_exist_are_found:
        |b| b.words["ui"]["compare"]["collision"]["trust"] = json!({"text": "No collision has this text."})
        => "words/en.json", "ui.compare.collision.trust.text",
        "the content does not refer to this word; remove it or correct its name";
    a_level_above_four_is_found: |b| b.option("skills", "few")["levels"] = json!([2, 1, 5])
        => "structure/questions.json", "[4] (skills).options[0] (few).levels",
        "expected levels from 0 to 4, not [2, 1, 5]";
    an_option_without_levels_is_found: |b| b.option("skills", "deep")["levels"] = json!(null)
        => "structure/questions.json", "[4] (skills).options[3] (deep)",
        "expected `levels`, because the item `skills` reads them";
    a_missing_cell_of_a_table_is_found: |b| b.item("people_fit")["table"]["lead"]["fire"] = json!([0, 3])
        => "structure/items.json", "[0] (people_fit).table.lead.fire",
        "expected three levels from 0 to 4, not [0,3]";
    a_profile_with_the_wrong_weight_is_found: |b| b.item("profile_cost")["weight"] = json!(1.0)
        => "structure/items.json", "[27] (profile_cost).weight",
        "expected 0.5, not 1: a profile is 0.2 of its dimension";
    an_unknown_source_is_named: |b| b.gates[1]["sources"][0]["source"] = json!("S4")
        => "structure/gates.json", "[1] (G2).sources[0].source", "`S4` is not a known source; the nearest is `S1`";
    a_quotation_of_several_lines_is_found: |b| b.gates[1]["sources"][0]["quote"] = json!("one\ntwo")
        => "structure/gates.json", "[1] (G2).sources[0].quote", r#"expected one line of text, not "one\ntwo""#;
    a_question_without_a_source_is_found: |b| b.question("pace")["sources"] = json!([])
        => "structure/questions.json", "[21] (pace).sources", "expected at least one source; the list is empty";
    a_gap_between_buckets_is_found: |b| b.question("signs")["buckets"][1]["from"] = json!(2)
        => "structure/questions.json", "[17] (signs).buckets[1]",
        "expected a range that starts at 1, without a gap, not 2 to 2";
    a_question_that_depends_on_a_later_one_is_found:
        |b| b.question("cap")["asked_if"] = json!({"load": {"not": ["ok"]}})
        => "structure/questions.json", "[2] (cap).asked_if", "expected an earlier question; `load` is asked later";
    an_unscored_question_in_the_quick_check_is_found: |b| b.assessment["quick"][1] = json!("provider")
        => "structure/assessment.json", "quick[1]", "expected a scored question; `provider` is not scored";
    an_unknown_question_in_the_quick_check_is_named: |b| b.assessment["quick"][1] = json!("laod")
        => "structure/assessment.json", "quick[1]", "`laod` is not a known question; the nearest is `load`";
    a_question_that_is_twice_in_the_quick_check_is_found: |b| b.assessment["quick"][1] = json!("cap")
        => "structure/assessment.json", "quick", "`cap` is listed twice";
    thresholds_in_the_wrong_order_are_found: |b| b.assessment["verdict"]["lean"] = json!(0.9)
        => "structure/assessment.json", "verdict.lean", "expected at most 0.85, the threshold of `clear`, not 0.9";
    a_cost_range_in_the_wrong_order_is_found: |b| b.cost["inputs"][1]["default"] = json!([3.0, 2.0, 1.0])
        => "structure/cost.json", "inputs[1] (salary)", "expected low ≤ likely ≤ high, not 3, 2, 1";
    a_cost_figure_outside_its_bounds_is_found: |b| b.cost["inputs"][0]["default"] = json!([0.5, 60, 60])
        => "structure/cost.json", "inputs[0] (users)", "expected figures from 1 to 100000, not 0.5 to 60";
    bounds_of_a_cost_figure_in_the_wrong_order_are_found: |b| b.cost["inputs"][1]["bounds"] = json!([10, 10])
        => "structure/cost.json", "inputs[1] (salary).bounds",
        "expected two numbers of at least 0, the smaller one first, not 10 and 10";
    a_sourced_cost_figure_without_a_source_is_found:
        |b| { b.cost["inputs"][1].as_object_mut().unwrap().remove("published"); }
        => "structure/cost.json", "inputs[1] (salary)", "`published` is missing; the evidence is `sourced`";
    an_illustrative_cost_figure_with_a_source_is_found: |b| b.cost["inputs"][1]["evidence"] = json!("illustrative")
        => "structure/cost.json", "inputs[1] (salary)",
        "expected the evidence `sourced`, because there is a `published`";
    a_source_without_a_month_is_found: |b| b.cost["inputs"][1]["published"]["dated"] = json!("May 2022")
        => "structure/cost.json", "inputs[1] (salary).published.dated",
        "expected a year and a month such as 2022-05, not `May 2022`";
    a_source_that_covers_nothing_is_found: |b| b.cost["inputs"][1]["published"]["covers"] = json!([])
        => "structure/cost.json", "inputs[1] (salary).published.covers",
        "expected at least one of `low`, `likely` and `high`; the list is empty";
    a_staff_rule_in_the_wrong_order_is_found: |b| b.cost["inputs"][4]["default_rule"]["max"][0] = json!([2, 120])
        => "structure/cost.json", "inputs[4] (fte_inhouse).default_rule.max",
        "expected least values that rise and divisors that fall from low to high, not [2.0, 120.0], [1.5, 70.0], [2.0, 40.0]";
    a_staff_rule_that_rounds_to_0_is_found: |b| b.cost["inputs"][4]["default_rule"]["round"] = json!(0)
        => "structure/cost.json", "inputs[4] (fte_inhouse).default_rule.round", "expected a number above 0, not 0";
    a_staff_rule_beyond_its_bounds_is_found: |b| b.cost["inputs"][4]["bounds"] = json!([0, 100])
        => "structure/cost.json", "inputs[4] (fte_inhouse).default_rule.max",
        "expected at most 100, the upper bound, not 2500, which follows from [2.0, 40.0]";
    a_staff_rule_on_an_input_that_does_not_come_earlier_is_found: |b| b.cost["inputs"][4]["default_rule"]["per"] = json!("user")
        => "structure/cost.json", "inputs[4] (fte_inhouse).default_rule.per",
        "`user` is not a known earlier input; the nearest is `users`";
    a_published_cost_figure_without_words_for_its_source_is_found: |b| {
            b.words["cost"]["input"]["salary"].as_object_mut().unwrap().remove("source");
        }
        => "words/en.json", "cost.input.salary.source", "the word is missing; the content refers to it";
    a_signal_for_an_unknown_option_is_named: |b| b.signals[7]["option"] = json!("specialists")
        => "structure/signals.json", "[7]", "`specialists` is not a known option of `skills`; the nearest is `specialist`";
    a_contradiction_without_words_is_found: |b| {
            b.words["ui"]["check"]["contradiction"].as_object_mut().unwrap().remove("X2");
        }
        => "words/en.json", "ui.check.contradiction.X2", "the word is missing; the content refers to it";
    a_contradiction_about_an_unknown_option_is_named: |b| b.contradictions[1]["when"]["all"][1]["hours"] = json!(["frim"])
        => "structure/contradictions.json", "[1] (X2).when", "`frim` is not a known option of `hours`; the nearest is `firm`";
    a_contradiction_about_one_answer_is_found: |b| {
            b.contradictions[1]["when"]["all"].as_array_mut().unwrap().remove(0);
        }
        => "structure/contradictions.json", "[1] (X2).when", "expected `all` of two or more questions, not 1";
    a_contradiction_with_any_instead_of_all_is_found: |b| {
            b.contradictions[1]["when"] = json!({ "any": [{ "provider": ["none"] }, { "hours": ["firm"] }] });
        }
        => "structure/contradictions.json", "[1] (X2).when", "expected `all` of two or more questions";
    a_contradiction_that_names_a_question_twice_is_found: |b| {
            b.contradictions[1]["when"]["all"][1] = json!({ "provider": ["most"] });
        }
        => "structure/contradictions.json", "[1] (X2).when", "`provider` is listed twice";
    a_changed_question_that_does_not_exist_is_named: |b| b.assessment["changed_since"]["1.1"][0] = json!("sign")
        => "structure/assessment.json", "changed_since.1.1", "`sign` is not a known question; the nearest is `signs`";
    a_changed_question_that_is_listed_twice_is_found: |b| b.assessment["changed_since"]["1.1"][0] = json!("pace")
        => "structure/assessment.json", "changed_since.1.1", "`pace` is listed twice";
    changes_since_the_current_version_are_found: |b| b.assessment["changed_since"] = json!({ "1.2": ["pace"] })
        => "structure/assessment.json", "changed_since.1.2", "expected an earlier version; this is the current one";
    a_settled_share_of_half_is_found: |b| b.assessment["settled"]["share"] = json!(0.5)
        => "structure/assessment.json", "settled.share", "expected a share above 0.5 and up to 1, not 0.5";
    settled_without_samples_is_found: |b| b.assessment["settled"]["samples"] = json!(0)
        => "structure/assessment.json", "settled.samples",
        "expected 1 to 16384, the number of samples of an evaluation, not 0";
    a_share_of_middle_answers_above_one_is_found: |b| b.assessment["middle_note"]["share"] = json!(1.5)
        => "structure/assessment.json", "middle_note.share", "expected a share above 0.5 and up to 1, not 1.5";
    a_middle_of_four_options_is_found: |b| b.assessment["middle_note"]["options"] = json!(4)
        => "structure/assessment.json", "middle_note.options",
        "expected the odd number of options of a scored question, not 4";
    a_neutral_level_as_a_reason_is_found: |b| b.assessment["reason_levels"]["against_at_most"] = json!(2)
        => "structure/assessment.json", "reason_levels.against_at_most", "expected 0 or 1, not 2: 2 is neutral";
    an_alternative_without_a_position_is_found: |b| {
            b.assessment["tradeoff"]["positions"].as_object_mut().unwrap().remove("outsourced");
        }
        => "structure/assessment.json", "tradeoff.positions.outsourced",
        "is missing; expected control and convenience from -1 to 1";
    a_position_of_an_unknown_alternative_is_named: |b| {
            b.assessment["tradeoff"]["positions"]["outsource"] = json!([0, 0]);
        }
        => "structure/assessment.json", "tradeoff.positions",
        "`outsource` is not a known alternative; the nearest is `outsourced`";
    a_position_beyond_the_scale_is_found: |b| b.assessment["tradeoff"]["positions"]["in_house"] = json!([1, -2])
        => "structure/assessment.json", "tradeoff.positions.in_house",
        "expected control and convenience from -1 to 1, not [1.0, -2.0]";
    bounds_of_factors_that_exclude_1_are_found: |b| b.assessment["operator"]["factor"] = json!([1.5, 2])
        => "structure/assessment.json", "operator.factor",
        "expected two numbers above 0, the first at most 1, the second at least 1, not 1.5 and 2";
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
    a_number_that_two_checklist_entries_share_is_found: |b| b.numbers["checklist"]["admin"] = json!(1)
        => "structure/numbers.json", "checklist", "`admin` and `names` have the same number 1";
    a_number_that_differs_from_the_position_in_content_1_1_is_found: |b| {
            b.numbers["questions"]["load"]["options"]["fire"] = json!(4);
        }
        => "structure/numbers.json", "questions.load.options",
        "expected the number 3 for `fire`, its position in links-1.1.json, not 4";
    a_number_zero_is_found: |b| b.numbers["checklist"]["admin"] = json!(0)
        => "structure/numbers.json", "checklist", "`admin` has the number 0; numbers start at 1";
    a_missing_word_is_named: |b| b.remove_word("question", "cap", "text")
        => "words/en.json", "question.cap.text", "the word is missing; the content refers to it";
    a_word_with_a_line_break_is_found: |b| b.words["verdict"]["quick"] = json!("one\ntwo")
        => "words/en.json", "verdict.quick", "the text has a line break or another control character; expected one line";
    a_missing_pattern_is_named: |b| { b.patterns.as_array_mut().unwrap().remove(4); }
        => "structure/patterns.json", "", "expected a pattern `plain`; the package `decision` has a rule for it";
    a_pattern_that_is_listed_twice_is_found: |b| {
            let first = b.patterns[0].clone();
            b.patterns.as_array_mut().unwrap().push(first);
        }
        => "structure/patterns.json", "", "`roles_first` is listed twice";
    a_sign_that_is_listed_twice_is_found: |b| b.trap["signs"][1]["id"] = json!("T1")
        => "structure/trap.json", "signs", "`T1` is listed twice";
    an_unknown_source_of_the_scorecard_is_named: |b| b.scorecard["sources"][0]["source"] = json!("S4")
        => "structure/scorecard.json", "sources[0].source", "`S4` is not a known source; the nearest is `S1`";
    an_unknown_source_of_a_measure_is_named: |b| b.scorecard["metrics"][1]["source"]["source"] = json!("S4")
        => "structure/scorecard.json", "metrics[1] (security).source.source", "`S4` is not a known source; the nearest is `S1`";
    a_task_with_the_same_side_twice_is_found:
        |b| b.functions["functions"][0]["co_managed"]["supports"] = json!("internal")
        => "structure/functions.json", "functions[0] (helpdesk).co_managed.supports",
        "expected `provider`, because `accountable` is `internal` too";
    a_closeness_above_2_is_found: |b| b.functions["functions"][0]["closeness"] = json!(3)
        => "structure/functions.json", "functions[0] (helpdesk).closeness", "expected 0, 1 or 2, not 3";
    a_step_that_ends_before_it_starts_is_found: |b| b.roadmap["tracks"]["common"][0]["from_month"] = json!(9)
        => "structure/roadmap.json", "tracks.common[0] (goals)",
        "expected months from 0 to 24, the first not after the last, not 9 to 1";
    an_event_that_is_listed_twice_is_found: |b| b.roadmap["events"].as_array_mut().unwrap().push(json!("cloud"))
        => "structure/roadmap.json", "events", "`cloud` is listed twice";
    a_checklist_entry_for_an_unknown_alternative_is_named: |b| b.checklist[15]["applies"] = json!("outsource")
        => "structure/checklist.json", "[15] (exit).applies",
        "`outsource` is not a known alternative; the nearest is `outsourced`";
}

/// Drafts refer to what was entered by these ids.
mod ids_of_drafts {
    use super::*;

    #[test]
    fn step_ids_are_unique_across_tracks() {
        let found = problems_of("same_step", |b| b.roadmap["tracks"]["co_managed"][0]["id"] = json!("goals"));
        assert_eq!(found[0], "structure/roadmap.json at tracks: `goals` is listed twice");
    }

    #[test]
    fn measure_ids_are_unique() {
        let found =
            problems_of("same_metric", |b| entry(&mut b.scorecard["metrics"], "scale")["id"] = json!("response"));
        assert_eq!(found[0], "structure/scorecard.json at metrics: `response` is listed twice");
    }

    #[test]
    fn checklist_ids_are_unique() {
        let found = problems_of("same_check", |b| entry(&mut b.checklist, "exit")["id"] = json!("leave"));
        assert_eq!(found[0], "structure/checklist.json: `leave` is listed twice");
    }

    #[test]
    fn ids_are_lowercase() {
        for (n, id) in ["Goals", "first-step", "_goals", "first__step", "1", ""].into_iter().enumerate() {
            let name = format!("written_id_{n}");
            let found = problems_of(&name, |b| b.roadmap["tracks"]["common"][0]["id"] = json!(id));
            let text = format!("expected an id of lowercase words and digits, such as `inside_owner`, not `{id}`");
            assert_eq!(found[0], format!("structure/roadmap.json at tracks: {text}"));
        }
    }
}

#[test]
fn a_question_that_the_roadmap_has_notes_on_is_required() {
    let found = problems_of("no_sector", |b| b.question("sector")["id"] = json!("field"));
    let text = "expected a question `sector`; the roadmap has notes on its answers";
    assert!(found.contains(&format!("structure/questions.json: {text}")), "{found:?}");
}

/// The number stays reserved, so that an old link never refers to something else.
#[test]
fn an_id_that_has_left_the_content_keeps_its_number() {
    let found = problems_of("retired_number", |b| b.numbers["questions"]["roles"]["options"]["never"] = json!(9));
    assert_eq!(found, [""; 0]);
    let found = problems_of("reused_number", |b| b.numbers["questions"]["roles"]["options"]["never"] = json!(2));
    let text = "`never` and `would` have the same number 2";
    assert_eq!(found, [format!("structure/numbers.json at questions.roles.options: {text}")]);
}

#[test]
fn a_collision_about_one_question_after_one_about_two_is_found() {
    let found = problems_of("order_of_collisions", |b| b.collisions.as_array_mut().unwrap().swap(0, 8));
    let text = "expected before [0]: collisions about one question come first";
    let places = ["[1] (answer)", "[2] (provider)", "[3] (clash)", "[4] (secown)", "[5] (roles)", "[8] (decide)"];
    assert_eq!(found, places.map(|place| format!("structure/collisions.json at {place}: {text}")));
}

#[test]
fn an_item_without_weight_is_found() {
    let found = problems_of("no_weight", |b| b.item("profile_cost")["weight"] = json!(0.0));
    let expected = [
        "structure/items.json at [27] (profile_cost).weight: expected a number above 0, not 0",
        "structure/items.json at [27] (profile_cost).weight: expected 0.5, not 0: a profile is 0.2 of its dimension",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_value_of_the_wrong_type_is_found_with_its_path() {
    let found = problems_of("wrong_type", |b| b.item("profile_cost")["weight"] = json!("half"));
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    let expected = "structure/items.json at [27].weight: invalid type: string \"half\", expected f64 at line ";
    assert!(problem.starts_with(expected), "{problem}");
}

/// An unknown field is usually a typo.
#[test]
fn an_unknown_field_is_named_with_its_path() {
    let found = problems_of("unknown_field", |b| b.gates[0]["alternatve"] = json!("in_house"));
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    let expected = "structure/gates.json at [0].alternatve: unknown field `alternatve`, expected one of `id`, \
                    `alternative`, `status`, `when`, `sources`";
    assert!(problem.starts_with(expected), "{problem}");
}

#[test]
fn an_unused_word_is_found() {
    let found = problems_of("unused_word", |b| b.words["gate"]["G99"] = json!("No gate has this text."));
    let text = "the content does not refer to this word; remove it or correct its name";
    assert_eq!(found, [format!("words/en.json at gate.G99: {text}")]);
}

#[test]
fn every_reference_to_a_renamed_option_is_found() {
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
        "words/en.json at gate.G2: expected a string or an object of strings, found [\"one\"]",
        "structure/assessment.json at quick[1]: `laod` is not a known question; the nearest is `load`",
        "structure/questions.json at [4] (skills).options[0] (few).levels: expected levels from 0 to 4, not [2, 1, 5]",
        "structure/gates.json at [0] (G1).alternative: `comanaged` is not a known alternative; the nearest is `co_managed`",
        "words/en.json at gate.G2: the word is missing; the content refers to it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_other_files_are_read_if_one_does_not_parse() {
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
fn a_missing_file_is_found() {
    let found = problems_of("missing_file", |b| b.remove_file("structure/trap.json"));
    let [problem] = found.as_slice() else { panic!("{found:?}") };
    assert!(problem.starts_with("structure/trap.json: cannot be read: "), "{problem}");
}

#[test]
fn content_without_english_is_refused() {
    let found = problems_of("no_english", |b| b.remove_file("words/en.json"));
    assert_eq!(found, ["words/en.json: the file is missing; every other language is compared with it"]);
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
        assert_eq!(found, ["words/de.json at gate.G2: the word is missing; English has it"]);
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
        let expected =
            "words/de.json at verdict.clear.in_house: expected the slots {\"n\"}, as in English, not {\"m\"}";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn a_slot_asks_only_for_a_form_that_exists() {
        let found = problems_of("unknown_form", |b| {
            b.translate("de", |words| {
                words["alternative"]["in_house"]["inline:dat"] = json!("eigener IT");
                words["alternative"]["co_managed"]["inline:dat"] = json!("Co-Managed IT");
                words["alternative"]["outsourced"]["inline:dat"] = json!("ausgelagerter IT");
                words["ui"]["result"]["why"]["compare"] = json!("Vergleich von {name:dat} mit");
                words["ui"]["result"]["why"]["total"] = json!("Vorsprung von {name:dad}");
            });
        });
        let expected = "words/de.json at ui.result.why.total: `dad` is not a known form; the nearest is `dat`";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn a_form_that_one_model_lacks_is_found() {
        let found = problems_of("missing_form", |b| {
            b.translate("de", |words| {
                words["alternative"]["in_house"]["inline:dat"] = json!("eigener IT");
                words["alternative"]["co_managed"]["inline:dat"] = json!("Co-Managed IT");
                words["ui"]["result"]["why"]["compare"] = json!("Vergleich von {name:dat} mit");
            });
        });
        let place = "words/de.json at alternative.outsourced.inline:dat: the form is missing; ";
        assert_eq!(
            found,
            [
                format!("{place}alternative.co_managed.inline has it"),
                format!("{place}alternative.in_house.inline has it"),
            ]
        );
    }

    #[test]
    fn a_form_that_no_slot_asks_for_is_found() {
        let found = problems_of("unused_form", |b| {
            b.translate("de", |words| words["verdict"]["quick:gen"] = json!("des schnellen Ergebnisses"));
        });
        assert_eq!(found, ["words/de.json at verdict.quick:gen: no slot asks for this form; remove it"]);
    }

    #[test]
    fn a_quotation_without_a_translation_is_named() {
        let found = problems_of("quotation", |b| {
            b.translate("de", |_| {});
            b.gates[0]["sources"][0]["quote"] = json!("ownership is clear");
        });
        let place = "quotations/de.json at ownership is clear: ";
        assert!(found.contains(&format!("{place}the translation of this quotation is missing")), "{found:?}");
    }

    #[test]
    fn a_region_has_only_what_it_changes() {
        let found = problems_of("region", |b| {
            let same = b.words["verdict"]["quick"].clone();
            let changed = json!({ "verdict": { "quick": same, "quik": "x" } });
            b.replace_file("words/en-GB.json", &changed.to_string());
        });
        assert_eq!(
            found,
            [
                "words/en-GB.json at verdict.quick: the text is that of words/en.json; remove it here",
                "words/en-GB.json at verdict.quik: `verdict.quik` is not a known key; the nearest is `verdict.quick`",
            ]
        );
    }

    #[test]
    fn a_region_needs_its_language() {
        let found = problems_of("region_alone", |b| b.replace_file("words/it-CH.json", "{}"));
        assert_eq!(found, ["words/it-CH.json: words/it.json is missing; this file changes it"]);
    }
}

/// What one wrong text causes, in any language.
mod texts {
    use super::*;

    /// Every problem after the title has become `text`.
    fn with_title(name: &str, text: &str) -> Vec<String> {
        problems_of(name, |b| b.words["ui"]["title"] = json!(text))
    }

    #[test]
    fn an_empty_text_is_found() {
        assert_eq!(with_title("empty", ""), ["words/en.json at ui.title: expected a text; it is empty"]);
    }

    #[test]
    fn loose_spaces_are_found() {
        for (n, text) in
            ["Which model? ", " Which model?", "Which  model?", "Which\u{a0} model?"].into_iter().enumerate()
        {
            let expected = format!("expected no space at an end and no two in a row, found {text:?}");
            assert_eq!(with_title(&format!("spaces_{n}"), text), [format!("words/en.json at ui.title: {expected}")]);
        }
    }

    #[test]
    fn a_brace_without_a_slot_is_found() {
        for (n, (text, found)) in
            [("Which {one", "{one"), ("Which one}", "}"), ("Which {} fits", "{} fits")].into_iter().enumerate()
        {
            let problems = with_title(&format!("brace_{n}"), text);
            let expected = format!("expected braces around the name of a slot only, found {found:?}");
            assert!(problems.contains(&format!("words/en.json at ui.title: {expected}")), "{problems:?}");
        }
    }

    #[test]
    fn forms_and_quotations_are_texts_too() {
        let found = problems_of("other_texts", |b| {
            b.translate("de", |words| {
                for model in ["in_house", "co_managed", "outsourced"] {
                    words["alternative"][model]["inline:dat"] = json!("dieser IT ");
                }
                words["ui"]["result"]["why"]["compare"] = json!("Vergleich von {name:dat} mit");
            });
            let mut quotations: serde_json::Value =
                serde_json::from_str(include_str!("../data/quotations/de.json")).unwrap();
            quotations["overreliance on one person"] = json!("");
            b.replace_file("quotations/de.json", &quotations.to_string());
        });
        let places: Vec<&str> = found.iter().map(|problem| problem.split(": expected").next().unwrap()).collect();
        let models = ["co_managed", "in_house", "outsourced"];
        let forms = models.map(|model| format!("words/de.json at alternative.{model}.inline:dat"));
        assert_eq!(places[..3], forms);
        assert_eq!(places[3..], ["quotations/de.json at overreliance on one person"]);
    }
}

mod plurals {
    use super::*;

    #[test]
    fn a_group_without_one_of_its_texts_is_found() {
        let found = problems_of("plural", |b| b.remove_word("ui", "full", "one"));
        let text = "the plural category is missing; ui.full.other is there";
        assert_eq!(found, [format!("words/en.json at ui.full.one: {text}")]);
    }

    #[test]
    fn a_category_that_the_code_does_not_select_is_found() {
        let found = problems_of("many", |b| b.words["ui"]["full"]["many"] = json!("{n} questions"));
        let text = "expected one or other, which the code selects, not `many`";
        assert_eq!(found, [format!("words/en.json at ui.full.many: {text}")]);
    }

    /// `quotations/pl.json` is missing too.
    #[test]
    fn a_language_with_more_categories_is_refused_with_what_to_build_first() {
        let found = problems_of("polish", |b| b.translate("pl", |_| {}));
        let text = "`pl` needs the plural categories few, many besides one and other, and the code selects one or other only; \
                    `PluralForm` in crates/assessment/src/i18n and `plural` in src/browser/locale.rs have to be extended first";
        assert!(found.contains(&format!("words/pl.json: {text}")), "{found:?}");
    }

    #[test]
    fn a_language_whose_categories_are_not_known_is_refused() {
        let found = problems_of("klingon", |b| b.translate("tlh", |_| {}));
        let text = "the plural categories of `tlh` are not known; add it to crates/content/src/languages/plural.rs, from the \
                    table of CLDR";
        assert!(found.contains(&format!("words/tlh.json: {text}")), "{found:?}");
    }
}

mod glossaries {
    use super::*;

    /// The problems of `glossary/de.json` with this text.
    fn with_glossary(name: &str, glossary: &str) -> Vec<String> {
        problems_of(name, |b| {
            b.translate("de", |_| {});
            b.replace_file("glossary/de.json", glossary);
        })
    }

    #[test]
    fn an_unknown_field_is_found() {
        let found = with_glossary("glossary_field", r#"{ "model": { "use": ["Modell"], "nto": [] } }"#);
        let [problem] = found.as_slice() else { panic!("{found:?}") };
        assert!(problem.starts_with("glossary/de.json: unknown field `nto`, expected `use` or `not`"), "{problem}");
    }

    #[test]
    fn a_term_needs_a_word() {
        let found = with_glossary("glossary_empty", r#"{ "model": { "use": [], "not": ["Variante"] } }"#);
        assert_eq!(found, ["glossary/de.json at model: expected at least one word in `use`; the list is empty"]);
    }

    #[test]
    fn a_word_has_no_spaces_at_its_ends() {
        let found = with_glossary("glossary_spaces", r#"{ "model": { "use": ["Modell "], "not": [] } }"#);
        assert_eq!(found, ["glossary/de.json at model: expected a word without spaces at its ends, found \"Modell \""]);
    }

    #[test]
    fn a_word_is_used_or_excluded() {
        let found = with_glossary("glossary_both", r#"{ "model": { "use": ["Modell"], "not": ["Modell"] } }"#);
        assert_eq!(found, ["glossary/de.json at model: `Modell` is in `use` and in `not`; remove one of them"]);
    }
}

/// If a check is missing, the build stops instead of writing a default.
#[test]
#[should_panic(expected = "no check in `content::check` requires the pattern `plain`")]
fn tables_are_not_generated_from_incomplete_content() {
    let mut checked = broken::read_broken("incomplete", |_| {}).unwrap();
    checked.content.patterns.pop();
    let _ = content::generate::tables(&checked);
}

#[test]
fn problems_are_shown_under_one_heading() {
    let problems = broken::read_broken("shown", |b| b.gates[0]["alternative"] = json!("comanaged")).unwrap_err();
    let expected = "the assessment's content has 1 problem(s):\n  crates/content/data/structure/gates.json at [0] \
                    (G1).alternative: `comanaged` is not a known alternative; the nearest is `co_managed`\n";
    assert_eq!(problems.to_string(), expected);
}
