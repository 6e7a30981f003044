//! Cost in sentences and tables.

use assessment::{
    CostUnit, InputId,
    i18n::{Catalog, English, Key, Locale, key},
    named::input,
};

use decision::plan::cost::{CostClaim, CostInputs, CostState, CostStudy, Drivers, Origin, View};

use report::Voice;
use report::cost::{
    CostWords, break_even_sentences, cheapest_number, cost_claim_sentence, driver_sentences, figure, figure_of,
    inputs_csv, inputs_markdown, is_illustrative, overlap_sentences, parts_of, ranges_csv, ranges_markdown,
    reliability,
};

use super::{assessment, inputs, study, without_ranges};

/// One own figure of each kind, equal to the default.
const OWN: [(InputId, [f64; 3]); 4] = [
    (input::USERS, [60.0; 3]),
    (input::SALARY, [75_000.0, 96_800.0, 130_000.0]),
    (input::FEE_CO, [75.0, 110.0, 150.0]),
    (input::FEE_OUT, [200.0, 235.0, 275.0]),
];

fn claim_of(own: &[(InputId, [f64; 3])]) -> String {
    let study = study(own);
    let claim = CostClaim::of(assessment(), &inputs(own), &study);
    with_words(|say| cost_claim_sentence(say, &study, &claim))
}

#[test]
fn the_sentence_on_cost_claims_no_more_than_the_figures_allow() {
    assert_eq!(
        claim_of(&[]),
        "We can't say yet which model costs least for you. These are sample figures, not your costs. Add three numbers \
         to start: people who need support, one salary, one quote."
    );
    assert_eq!(
        claim_of(&OWN[..1]),
        "Your own figures so far: 1 of 20. The rest are ours, so cost does not settle this yet. A better figure here \
         would help most: IT staff kept if co-managed."
    );
    assert_eq!(
        claim_of(&OWN[..3]),
        "Cost does not settle this yet, because the fee for fully outsourced IT is still a sample figure."
    );
    assert_eq!(
        claim_of(&OWN),
        "With your figures, co-managed IT costs least in 87 of 100 cost runs. The other figures are ours, not yours."
    );
    let mut dearer = OWN;
    dearer[2].1 = [75.0, 150.0, 200.0];
    assert_eq!(
        claim_of(&dearer),
        "Cost does not settle this. No model is the cheapest in 80 or more of 100 cost runs."
    );
}

#[test]
fn files_name_the_cheapest_model_only_from_own_figures() {
    let heads = |own: &[(InputId, [f64; 3])]| {
        let state = CostClaim::of(assessment(), &inputs(own), &study(own)).state;
        let file = with_words(|say| ranges_csv(say, "USD", &study(own), state));
        file.lines().next().unwrap().contains("Costs least")
    };
    assert!(!heads(&[]) && !heads(&OWN[..1]));
    assert!(heads(&OWN));
}

#[test]
fn all_and_none_are_used_only_if_exact() {
    use assessment::Alternative::{CoManaged, InHouse};
    let wording = |study: &CostStudy, model| with_words(|say| cheapest_number(say, study, model));
    let exact = study(&without_ranges(&[]));
    assert_eq!(wording(&exact, CoManaged), "100");
    assert_eq!(wording(&exact, InHouse), "0");
    let nearly = CostStudy { cheapest: [1, 4095, 0], ..exact };
    assert_eq!(wording(&nearly, CoManaged), "more than 99");
    assert_eq!(wording(&nearly, InHouse), "fewer than 1");
}

#[test]
fn the_chart_has_a_text_alternative() {
    let wording = |study: &CostStudy| with_words(|say| overlap_sentences(say, study, View::default()));
    assert_eq!(wording(&study(&[])), ["All three ranges overlap."]);
    let apart = wording(&study(&without_ranges(&[])));
    assert_eq!(apart.len(), 3);
    assert_eq!(apart[1], "Fully outsourced IT stays below in-house IT.");
    let one_apart = wording(&study(&[(input::FEE_OUT, [500.0; 3])]));
    assert_eq!(one_apart[0], "The ranges of in-house IT and co-managed IT overlap.");
}

#[test]
fn break_even_is_described_as_far_as_it_is_known() {
    let wording =
        |own: &[(InputId, [f64; 3])], n: usize| with_words(|say| break_even_sentences(say, &study(own).break_even[n]));
    assert!(wording(&[(input::FTE_COMANAGED, [1.0; 3])], 0).is_empty(), "the runs disagree");
    let number = "Co-managed IT and fully outsourced IT cost the same at about 33 users (range 16 to 54). With \
                  fewer users, fully outsourced IT costs less.";
    assert_eq!(wording(&[], 2), [number, "In 3 of 100 cost runs, there is no such size."]);
    let mostly =
        "In most cost runs, fully outsourced IT costs less than in-house IT at any size from 5 to 1,000 users.";
    assert_eq!(wording(&[(input::FEE_OUT, [1.0, 1.0, 250.0])], 1), [mostly]);
    let own = without_ranges(&[(input::FTE_OUTSOURCED, 0.0), (input::FEE_OUT, 1.0), (input::FTE_INHOUSE, 2.0)]);
    let never = "Fully outsourced IT costs less than in-house IT at any size from 5 to 1,000 users.";
    assert_eq!(wording(&own, 1), [never]);
}

#[test]
fn drivers_of_the_gap_are_described_with_their_direction() {
    let inputs = inputs(&[]);
    let drivers = Drivers::of(&inputs, &study(&[]));
    let (wording, others) = with_words(|say| driver_sentences(say, &drivers));
    let fee = wording.iter().find(|(label, _)| *label == assessment().cost.input(input::FEE_OUT).label).unwrap();
    assert!(fee.1.starts_with("A higher figure favors co-managed IT."), "{}", fee.1);
    assert!(others.unwrap().starts_with("Other figures that matter:"));
}

#[test]
fn a_figure_has_no_unneeded_decimals() {
    let write = |value, unit| figure(value, unit, &|n| English.integer(n));
    assert_eq!(write(1.0, CostUnit::People), "1");
    assert_eq!(write(1.5, CostUnit::People), "1.5");
    assert_eq!(write(0.05, CostUnit::People), "0.05");
    assert_eq!(write(0.999, CostUnit::People), "1");
    assert_eq!(write(1_234_567.891, CostUnit::Money), "1,234,567.89");
    assert_eq!(write(0.13, CostUnit::Share), "13");
    assert_eq!(write(0.125, CostUnit::Share), "12.5");
    assert_eq!(write(2.0, CostUnit::Share), "200");
    assert_eq!(write(0.0, CostUnit::Hours), "0");
}

#[test]
fn the_input_file_contains_source_and_reliability() {
    let file = with_words(|say| inputs_csv(say, "USD", &inputs(&[])));
    let lines: Vec<&str> = file.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 1 + assessment().cost.inputs.len());
    assert_eq!(lines[0], "\"Figure\",\"Unit\",\"Low\",\"Likely\",\"High\",\"How sure\",\"Source\",\"Date\",\"Note\"");
    let salary =
        r#""Salary of one IT employee","USD",75000,96800,130000,"Official statistics","US Bureau of Labor Statistics"#;
    assert!(lines[2].starts_with(salary), "{}", lines[2]);
    assert!(lines[2].contains(",\"2024-05\","), "{}", lines[2]);
    assert_eq!(
        lines[8],
        r#""Chance that an IT employee leaves in a year","%",5,13,25,"A sample figure to replace","","","""#
    );
}

#[test]
fn a_visitors_figure_has_no_source() {
    let file = with_words(|say| inputs_csv(say, "EUR", &inputs(&[(input::SALARY, [1.0, 2.0, 3.0])])));
    assert_eq!(
        file.split("\r\n").nth(2),
        Some(r#""Salary of one IT employee","EUR",1,2,3,"Your own figure","","","""#)
    );
}

#[test]
fn the_range_file_lists_each_model_and_view() {
    let file = with_words(|say| ranges_csv(say, "USD", &study(&[]), CostState::Own));
    let lines: Vec<&str> = file.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 1 + 4 * 3);
    assert_eq!(lines[0], r#""Model","View","Unit","Low","Middle","High","Costs least, of 100 cost runs""#);
    assert_eq!(lines[1], r#""In-house IT","Three years","USD",660000,830000,1000000,4"#);
}

#[test]
fn the_markdown_has_the_same_tables() {
    let table = with_words(|say| ranges_markdown(say, "USD", &study(&[]), CostState::Own));
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[1], "| --- | --- | --- | ---: | ---: | ---: | ---: |");
    assert_eq!(lines[2], "| In-house IT | Three years | USD | 660,000 | 830,000 | 1,000,000 | 4 |");
    let table = with_words(|say| inputs_markdown(say, "USD", &inputs(&[])));
    assert_eq!(table.lines().count(), 2 + assessment().cost.inputs.len());
    assert!(table.contains("| People who need IT support | people | 60 | 60 | 60 |"));
}

#[test]
fn a_string_that_a_spreadsheet_would_run_is_escaped() {
    let words = with_word(key::ui::cost::head::INPUT, "=HYPERLINK(\"x\",1)");
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        ("\t=x", "'=x"),
        ("a=1", "a=1"),
    ] {
        let words = with_word(key::ui::cost::head::INPUT, text);
        assert_eq!(first_cell(&words), format!("\"{cell}\""));
    }
    let say = CostWords { voice: Voice { assessment: assessment(), words: &words, locale: &English }, money: &dollars };
    assert!(inputs_csv(&say, "USD", &inputs(&[])).starts_with("\"'=HYPERLINK(\"\"x\"\",1)\",\"Unit\","));
}

#[test]
fn a_pipe_in_a_string_does_not_break_a_markdown_table() {
    let words = with_word(key::ui::cost::head::MODEL, "a|b");
    let say = CostWords { voice: Voice { assessment: assessment(), words: &words, locale: &English }, money: &dollars };
    assert!(ranges_markdown(&say, "USD", &study(&[]), CostState::Own).starts_with("| a\\|b | View |"));
}

#[test]
fn a_figure_without_source_or_answer_is_an_example() {
    let of = inputs(&[]);
    for (n, input) in assessment().cost.inputs.iter().enumerate() {
        let origin = of.origin(InputId::from_index(n));
        let is_example = reliability(input, origin) == key::ui::cost::reliability::ILLUSTRATIVE;
        assert_eq!(is_example, is_illustrative(input, origin), "{}", input.id);
        assert_eq!(is_example, input.published.is_none(), "{}", input.id);
        assert_eq!(reliability(input, Origin::Own), key::ui::cost::reliability::OWN);
        assert!(!is_illustrative(input, Origin::Answer));
    }
}

fn first_cell(words: &Catalog) -> String {
    let say = CostWords { voice: Voice { assessment: assessment(), words, locale: &English }, money: &dollars };
    let inputs: CostInputs = inputs(&[]);
    inputs_csv(&say, "USD", &inputs).split(',').next().unwrap().to_owned()
}

fn dollars(amount: i64) -> String {
    format!("${}", English.integer(amount))
}

fn with_words<T>(make: impl Fn(&CostWords<'_>) -> T) -> T {
    make(&CostWords {
        voice: Voice { assessment: assessment(), words: &Catalog::english(), locale: &English },
        money: &dollars,
    })
}

/// The English catalog with one string replaced.
fn with_word(key: Key, text: &str) -> Catalog {
    let english = Catalog::english();
    Catalog::by(|other| if other == key { text } else { english.get(other) }.to_owned()).unwrap()
}

#[test]
fn a_figure_survives_formatting_and_parsing() {
    for (parts, unit) in
        [(425, CostUnit::Share), (5, CostUnit::People), (9_052_050, CostUnit::Money), (1, CostUnit::Share)]
    {
        assert_eq!(parts_of(figure_of(parts, unit), unit), parts);
    }
    assert_eq!(figure_of(425, CostUnit::Share), 0.425);
}
