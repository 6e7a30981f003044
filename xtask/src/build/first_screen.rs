//! The first question as the loader draws it: the same elements as in the application (`src/ui/app.rs`,
//! `src/ui/screens/question.rs`), from the same content. `tests/screens/loader.rs` compares the two.

use anyhow::{Context, Result, ensure};
use content::{
    Checked,
    raw::{Kind, Question},
    words::Catalog,
};
use serde_json::{Value, json};

/// The only schema version of drafts that the loader reads (`session::SCHEMA`).
pub const DRAFT_SCHEMA: u8 = 3;

/// Seconds that one question takes (`src/ui/components/progress.rs`).
const SECONDS_PER_QUESTION: usize = 9;

/// The first screen without its style sheet; the type is in `src/embed/build.d.ts`. The loader draws it for every region of
/// English.
pub fn of(content: &Checked) -> Result<Value> {
    let assessment = &content.content.assessment;
    let first = assessment.quick.first().context("the quick check has no question")?;
    let question = content.content.questions.iter().find(|question| &question.id == first);
    let question = question.with_context(|| format!("there is no question `{first}`"))?;
    let tree = |catalog| screen(&Words(catalog), question, assessment.quick.len());
    let english = tree(content.catalogs.first().context("there are no words")?)?;
    for catalog in content.catalogs.iter().filter(|catalog| catalog.language.starts_with("en-")) {
        ensure!(
            tree(catalog)? == english,
            "the first screen in {} has other words than in en, but the loader has only these; use the same",
            catalog.language
        );
    }
    let options: Vec<&str> = question.options.iter().map(|option| option.id.as_str()).chain(["dk"]).collect();
    Ok(json!({
        "question": first,
        "options": options,
        "tree": english,
    }))
}

/// The languages of the build, each with the texts for when the application cannot be loaded.
pub fn texts(content: &Checked) -> Result<Value> {
    let mut all = serde_json::Map::new();
    for catalog in &content.catalogs {
        let text = |name: &str| Words(catalog).get(&format!("ui.failure.{name}"));
        all.insert(catalog.language.clone(), json!([text("failed")?, text("retry")?]));
    }
    Ok(Value::Object(all))
}

struct Words<'a>(&'a Catalog);

impl Words<'_> {
    fn get(&self, key: &str) -> Result<String> {
        self.0.get(key).map(str::to_owned).with_context(|| format!("there is no text `{key}`"))
    }

    fn fill(&self, key: &str, values: &[(&str, usize)]) -> Result<String> {
        let mut text = self.get(key)?;
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), &value.to_string());
        }
        Ok(text)
    }
}

fn screen(words: &Words<'_>, question: &Question, count: usize) -> Result<Value> {
    Ok(json!([
        "div.shell", { "part": "shell" },
        [
            "div.screen",
            [
                "div.head first", { "part": "heading" },
                ["h2", words.get("ui.title")?],
                ["p.lead", words.fill("ui.promise", &[("n", count)])?],
                ["p.muted", words.get("ui.private.local.plain")?],
                ["details.fold", ["summary", words.get("ui.terms.summary")?]],
            ],
            [
                "form.question", { "part": "question" },
                progress(words, count)?,
                [
                    "p.kicker",
                    ["span", words.get(&format!("section.{}.name", question.section))?],
                    ["span#kind.kind", words.get(kind(question.kind))?],
                ],
                [
                    "fieldset", { "role": "radiogroup", "aria-describedby": "kind help missing" },
                    ["legend", ["h3", { "tabindex": "-1" }, words.get(&format!("question.{}.text", question.id))?]],
                    ["p#help.muted", words.get(&format!("question.{}.help", question.id))?],
                    ["p#missing.error"],
                    answers(words, question)?,
                ],
                ["details.fold sources", ["summary", words.get("ui.answer.why")?]],
                [
                    "div.actions",
                    ["button.primary", { "type": "submit", "part": "primary-button" }, words.get("ui.nav.next")?],
                ],
            ],
        ],
    ]))
}

fn progress(words: &Words<'_>, count: usize) -> Result<Value> {
    let minutes = (count * SECONDS_PER_QUESTION + 30) / 60;
    let form = if minutes == 1 { "one" } else { "other" };
    Ok(json!([
        "div.progress", { "part": "progress" },
        [
            "p",
            ["span", words.fill("ui.progress.question", &[("n", 1), ("total", count)])?],
            ["span.muted", words.fill(&format!("ui.progress.minutes.{form}"), &[("n", minutes)])?],
        ],
        // A bar with nothing in it: the application draws it as a picture.
        ["i.track"],
    ]))
}

fn answers(words: &Words<'_>, question: &Question) -> Result<Value> {
    let mut rows = vec![json!("div.rows")];
    for option in &question.options {
        rows.push(row(words.get(&format!("question.{}.option.{}.label", question.id, option.id))?));
    }
    Ok(json!(["div.answers", rows, ["div.rows apart", row(words.get("ui.answer.not_sure")?)]]))
}

fn row(label: String) -> Value {
    json!(["label.row", { "part": "answer" }, ["input", { "type": "radio", "name": "radio" }], ["span", label]])
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Fact => "ui.answer.is",
        Kind::Preference => "ui.answer.want",
        Kind::Context => "ui.answer.context",
    }
}
