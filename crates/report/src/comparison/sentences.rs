//! What several people said, side by side, in sentences.

use assessment::{
    DimensionId, Kind, QuestionId,
    i18n::{
        Key, PluralForm,
        key::{self, reason, ui::compare},
    },
};

use decision::{
    comparison::{Agreement, Answer, Compared, Comparison, Difference, DimensionView, Point, Pointing, WeakPoints},
    evaluation::Verdict,
    explanation::Cause,
    response::Response,
};

use crate::{Voice, headline, rating_word, response_words};

pub struct ComparisonWords<'a> {
    voice: Voice<'a>,
    comparison: &'a Comparison,
    names: Vec<String>,
}

impl<'a> ComparisonWords<'a> {
    #[must_use]
    pub fn new(voice: Voice<'a>, comparison: &'a Comparison) -> Self {
        Self { voice, comparison, names: names(voice, &comparison.people) }
    }

    /// The same with names escaped for a markup language.
    pub(super) fn with_escaped_names(mut self, write: fn(&str) -> String) -> Self {
        self.names = self.names.iter().map(|name| write(name)).collect();
        self
    }

    /// The display names, in order: see [`Voice::person`]. Of two equal names, the later gets its number appended.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// A person's verdict in one line, with their name.
    #[must_use]
    pub fn result(&self, person: usize) -> String {
        let (Some(compared), Some(name)) = (self.comparison.people.get(person), self.names.get(person)) else {
            return String::new();
        };
        let evaluation = &compared.evaluation;
        let title = headline(self.voice, evaluation);
        let mut line = self.voice.fill(compare::result::LINE, &[("name", name), ("title", &title)]);
        if matches!(evaluation.verdict, Verdict::Lean | Verdict::Clear) {
            let n = self.voice.share(evaluation.shares.first[evaluation.leader.index()]);
            let values = [("name", self.voice.name_forms(evaluation.leader)), ("n", &n)];
            line.push(' ');
            line.push_str(&self.voice.fill(key::share::SENTENCE, &values));
        }
        line
    }

    /// Whether the verdicts agree, in a sentence.
    #[must_use]
    pub fn agreement(&self) -> String {
        let verdicts = &self.comparison.verdicts;
        let sentence = match verdicts.agreement {
            Agreement::Unknown => compare::agreement::UNKNOWN,
            Agreement::Agree if verdicts.same_leader && verdicts.same_verdict => compare::agreement::SAME,
            Agreement::Agree if verdicts.same_leader => compare::agreement::MODEL,
            Agreement::Agree => compare::agreement::CLOSE,
            Agreement::Apart => compare::agreement::APART,
            Agreement::Opposite => compare::agreement::OPPOSITE,
        };
        let model = verdicts.shared.map_or("", |model| self.voice.inline_forms(model));
        self.voice.fill(sentence, &[("name", model)])
    }

    /// What a person's answers in a dimension point to, and how much it counts for them.
    #[must_use]
    pub fn dimension_cell(&self, view: &DimensionView, person: usize) -> String {
        let points_to = view.points_to.get(person).copied().flatten();
        let model = points_to.map_or(compare::dimension::EVEN, |model| self.voice.assessment.notes(model).name);
        let rating = view.ratings.get(person).map_or("", |rating| self.voice.t(rating_word(*rating)));
        self.voice.fill(compare::dimension::CELL, &[("name", self.voice.t(model)), ("answer", rating)])
    }

    /// Whether the people agree on a dimension: which way the answers point, and how much it counts.
    #[must_use]
    pub fn dimension_together(&self, view: &DimensionView) -> String {
        let text = self.voice.t(pointing(view.pointing));
        if view.is_weighed_apart() {
            joined(&self.voice.sentence(text), self.voice.t(compare::dimension::WEIGHT))
        } else {
            text.to_owned()
        }
    }

    #[must_use]
    pub fn answer(&self, question: QuestionId, said: Answer) -> String {
        let response = match said {
            Answer::NotAsked => return self.voice.t(compare::answer::NOT_ASKED).to_owned(),
            Answer::Open => return self.voice.t(compare::answer::OPEN).to_owned(),
            Answer::NotSure => Response::NotSure,
            Answer::One(option) => Response::One(option),
            Answer::Several(ticked) => Response::Several(ticked),
        };
        self.voice.series(response_words(self.voice.assessment, self.voice.words, question, response))
    }

    /// What a difference does to the results, in one or two sentences.
    #[must_use]
    pub fn effect(&self, difference: &Difference) -> String {
        let points = i64::from(difference.points());
        let key = match (points, self.voice.locale.plural(points)) {
            (0, _) if difference.effect > 0.0 => compare::difference::LITTLE,
            (0, _) => compare::difference::NOTHING,
            (_, PluralForm::One) => compare::difference::points::ONE,
            (_, PluralForm::Other) => compare::difference::points::OTHER,
        };
        let moved = self.voice.fill(key, &[("n", &self.voice.locale.integer(points))]);
        if difference.is_gate { joined(&moved, self.voice.t(compare::difference::GATE)) } else { moved }
    }

    /// A point of the agenda: the topic, the answers, and what to agree on.
    #[must_use]
    pub fn point(&self, point: Point) -> String {
        match point {
            Point::Collision(id) => {
                let Some(collided) = self.comparison.collision(id) else { return String::new() };
                let content = collided.content(self.voice.assessment);
                let said =
                    collided.questions(self.voice.assessment).zip(&self.comparison.people).map(|(question, person)| {
                        question
                            .map(|question| self.answer(question, Answer::of(self.voice.assessment, person, question)))
                    });
                let about = joined(self.voice.t(content.text), &self.said(&said.collect::<Vec<_>>()));
                joined(&about, self.voice.t(content.ask))
            }
            Point::Difference(question) => {
                let ask = match self.voice.assessment.question(question).kind {
                    Kind::Preference => compare::agenda::PREFERENCE,
                    _ => compare::agenda::FACT,
                };
                joined(&self.about(question), self.voice.t(ask))
            }
            Point::KnownToSome(question) => joined(&self.about(question), self.voice.t(compare::agenda::KNOWN)),
            Point::Priority(dimension) => self.weight(dimension),
        }
    }

    /// The weak points of the model that all agree on: a sentence, and the answers behind each.
    #[must_use]
    pub fn weak_points(&self, weak: &WeakPoints) -> (String, Vec<String>) {
        let sentence = if weak.causes.is_empty() { compare::agenda::AGREE_NONE } else { compare::agenda::AGREE };
        let model = self.voice.inline_forms(weak.model);
        let causes = weak.causes.iter().map(|cause| self.cause(*cause)).collect();
        (self.voice.fill(sentence, &[("name", model)]), causes)
    }

    /// The closing point.
    #[must_use]
    pub fn closing(&self, question: QuestionId) -> String {
        let title = self.voice.t(self.voice.assessment.question(question).text);
        self.voice.fill(compare::agenda::CLOSING, &[("title", title)])
    }

    /// A question, who gave which answer, and who left it open.
    fn about(&self, question: QuestionId) -> String {
        let title = self.voice.t(self.voice.assessment.question(question).text);
        let answers: Vec<Answer> =
            self.comparison.people.iter().map(|person| Answer::of(self.voice.assessment, person, question)).collect();
        let said: Vec<Option<String>> =
            answers.iter().map(|said| said.is_known().then(|| self.answer(question, *said))).collect();
        let text = joined(&self.voice.fill(compare::agenda::ABOUT, &[("title", title)]), &self.said(&said));
        let left = self.list(|person| matches!(answers.get(person), Some(Answer::Open | Answer::NotSure)));
        if left.is_empty() { text } else { joined(&text, &self.voice.fill(compare::answer::LEFT, &[("name", &left)])) }
    }

    fn weight(&self, dimension: DimensionId) -> String {
        let Some(view) = self.comparison.dimensions.iter().find(|view| view.dimension == dimension) else {
            return String::new();
        };
        let name = self.voice.t(self.voice.assessment.dimensions[dimension.index()].name);
        let said = view.ratings.iter().map(|rating| Some(self.voice.t(rating_word(*rating)).to_owned()));
        joined(&self.voice.fill(compare::agenda::WEIGHT, &[("dimension", name)]), &self.said(&said.collect::<Vec<_>>()))
    }

    /// Who gave which answer, grouped by answer.
    fn said(&self, answers: &[Option<String>]) -> String {
        let mut text = String::new();
        for (n, said) in answers.iter().enumerate() {
            let Some(said) = said else { continue };
            if answers[..n].iter().flatten().any(|earlier| earlier == said) {
                continue;
            }
            let name = self.list(|person| answers.get(person) == Some(&Some(said.clone())));
            text = joined(&text, &self.voice.fill(compare::answer::SAID, &[("name", &name), ("answer", said)]));
        }
        text
    }

    /// The basis of a reason: its questions and answers, or the priorities.
    fn cause(&self, cause: Cause) -> String {
        let Cause::Item(item) = cause else { return self.voice.t(reason::PRIORITIES).to_owned() };
        let mut text = String::new();
        for question in self.voice.assessment.items[item.index()].questions() {
            text = joined(&text, &self.about(question));
        }
        text
    }

    /// The names of some people, as a list.
    fn list(&self, is_in: impl Fn(usize) -> bool) -> String {
        let names = self.names.iter().enumerate().filter(|(person, _)| is_in(*person));
        self.voice.locale.and_list(&names.map(|(_, name)| name.clone()).collect::<Vec<_>>())
    }
}

/// The display names.
fn names(voice: Voice<'_>, people: &[Compared]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(people.len());
    for (n, person) in people.iter().enumerate() {
        let name = voice.person(&person.name, n);
        let is_taken = names.contains(&name);
        let numbered = || voice.fill(compare::NAMESAKE, &[("name", &name), ("n", &voice.number(n + 1))]);
        names.push(if is_taken { numbered() } else { name });
    }
    names
}

const fn pointing(pointing: Pointing) -> Key {
    match pointing {
        Pointing::Same => compare::dimension::SAME,
        Pointing::Apart => compare::dimension::APART,
        Pointing::Open => compare::dimension::OPEN,
    }
}

/// Joins sentences; either text may be empty.
fn joined(one: &str, other: &str) -> String {
    let between = if one.is_empty() || other.is_empty() { "" } else { " " };
    [one, between, other].concat()
}
