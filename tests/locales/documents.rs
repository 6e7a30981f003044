//! Every document that the application makes for people, in the words of a language.

use assessment::{Alternative, Assessment, CostUnit, InputId, json::Value};
use decision::{
    comparison::{Agenda, Comparison, Person},
    evaluation::Evaluation,
    explanation::Flips,
    plan::{
        Plan,
        cost::{CostClaim, CostInputs, CostStudy},
        duties::{DutyFinding, DutyRow},
        steps,
    },
};
use report::{
    Changes, Mail, MailNotes, Offer, Stamp, Subject, Voice, agenda_text, answers_csv, calendar, comparison_markdown,
    cost::{CostWords, inputs_csv, inputs_markdown, ranges_csv, ranges_markdown},
    document, duties_csv, duties_markdown, figures_csv, markdown,
};

use crate::reference::draft;

/// Entries of a plan, so that every document says something.
const ENTERED: &str = r#"{
    "duties": {"helpdesk": {"today": "both", "accountable": {"co_managed": "provider"}}, "patch": {"today": "nobody"}},
    "figures": {"users": [120, 120, 120], "salary": [60000, 70000, 90000]},
    "steps": {"steps": {"goals": {"done": true, "date": "2027-01-15", "owner": "Ana"}}}
}"#;

/// The answers of a case, with entries in the plan, and money of the visitor's own in these amounts.
pub fn entered(case: &Value, money: Option<[[f64; 3]; 2]>) -> Value {
    let entries: Value = serde_json::from_str(ENTERED).unwrap();
    let mut parts: Vec<(String, Value)> = case.entries().unwrap().to_vec();
    parts.extend(entries.entries().unwrap().iter().filter(|(name, _)| money.is_none() || name != "figures").cloned());
    if let Some([other, fees]) = money {
        let inputs = &Assessment::standard().cost.inputs;
        let figures = (0..inputs.len()).filter_map(|n| {
            let (id, input) = (InputId::from_index(n), &inputs[n]);
            let is_fee = [assessment::named::input::FEE_CO, assessment::named::input::FEE_OUT].contains(&id);
            let figure = if is_fee { fees } else { other };
            (input.unit == CostUnit::Money)
                .then(|| (input.id.to_owned(), figure.map(Value::from).into_iter().collect()))
        });
        let users = ("users".to_owned(), [200.0; 3].map(Value::from).into_iter().collect());
        parts.push(("figures".to_owned(), Value::Object(figures.chain([users]).collect())));
    }
    Value::Object(parts)
}

/// The documents of two people, with the name of each.
pub fn documents(voice: Voice<'_>, [case, other]: [&Value; 2], currency: &str) -> Vec<(&'static str, String)> {
    let (assessment, ours, theirs) = (voice.assessment, draft(case), draft(other));
    let evaluation = Evaluation::of(assessment, &ours.responses, &ours.priorities);
    let worksheet = &ours.worksheet;
    let changes = Changes { hidden: &["plan"], ..Changes::default() };
    let offer = Offer { name: Some("Marlow IT"), sells: &[Alternative::CoManaged, Alternative::Outsourced], changes };
    let subject = Subject {
        voice,
        responses: &ours.responses,
        evaluation: &evaluation,
        date: "22.11.2026",
        offer,
        worksheet,
        currency,
    };
    let whole = Subject { offer: Offer::default(), ..subject };
    let flips = Flips::of(assessment, &evaluation);
    let notes = MailNotes { link: "https://a.example/", provider: offer.name, sells: offer.sells, is_changed: true };
    let mail = Mail::of(voice, &evaluation, Some(&flips), notes);
    let pattern = Plan::of(assessment, &evaluation).pattern;
    let rows = DutyRow::all(assessment, &evaluation.reading, pattern, &worksheet.duties);
    let findings = DutyFinding::all(assessment, &evaluation, &ours.responses, &rows);
    let inputs = CostInputs::of(assessment, &evaluation.reading, worksheet.figures.own());
    let study = CostStudy::of(assessment, &inputs);
    let state = CostClaim::of(assessment, &inputs, &study).state;
    let say = CostWords { voice, money: &|n| voice.locale.integer(n) };
    let people = [&ours, &theirs].map(|of| Person::new("", of.responses.clone(), of.priorities.clone()));
    let comparison = Comparison::of(assessment, &people).unwrap();
    let agenda = Agenda::of(assessment, &comparison);
    let dated = steps(assessment, &evaluation, pattern, &worksheet.steps);
    let stamp = Stamp::parse("2026-11-22T08:30:05.123Z").unwrap();
    vec![
        ("the report", markdown(&document(&whole))),
        ("the report of a provider", markdown(&document(&subject))),
        ("the answers", answers_csv(&subject)),
        ("the figures", figures_csv(&subject)),
        ("the mail", [mail.subject.as_str(), "\n", &mail.body()].concat()),
        ("the calendar", calendar(voice.words, &dated, worksheet.steps.origin(), stamp).unwrap_or_default()),
        ("the tasks", duties_csv(assessment, voice.words, &rows, &findings)),
        ("the tasks as Markdown", duties_markdown(assessment, voice.words, &rows, &findings)),
        ("the cost figures", inputs_csv(&say, currency, &inputs)),
        ("the cost figures as Markdown", inputs_markdown(&say, currency, &inputs)),
        ("the cost ranges", ranges_csv(&say, currency, &study, state)),
        ("the cost ranges as Markdown", ranges_markdown(&say, currency, &study, state)),
        ("the comparison", comparison_markdown(voice, &comparison, &agenda)),
        ("the agenda", agenda_text(voice, &comparison, &agenda)),
    ]
}
