//! The table of the whole assessment as a Rust expression. The output is for the compiler, not for readers.

use std::collections::BTreeMap;

use super::Keys;
use crate::raw::{
    AnswerOption, Better, Citation, Condition, Content, Covered, Evidence, Fingerprints, FirstLinks, Form, Function,
    Item, Kind, Question, Side, Status, Step, Unit,
};

/// The three models and the names of their variants in `Alternative`, in model order.
pub const ALTERNATIVES: [(&str, &str); 3] =
    [("in_house", "InHouse"), ("co_managed", "CoManaged"), ("outsourced", "Outsourced")];

/// The tracks of the roadmap and the names of their variants in `Track`, in the order in which steps of the same months
/// follow each other.
pub const TRACKS: [(&str, &str); 8] = [
    ("common", "Common"),
    ("roles_first", "RolesFirst"),
    ("outsource_then_comanage", "OutsourceThenComanage"),
    ("core_and_commodity", "CoreAndCommodity"),
    ("inhouse_plus", "InhousePlus"),
    ("in_house", "InHouse"),
    ("co_managed", "CoManaged"),
    ("outsourced", "Outsourced"),
];

/// The patterns in the order in which their rules are tried.
pub const PATTERNS: [&str; 5] =
    ["roles_first", "outsource_then_comanage", "core_and_commodity", "inhouse_plus", "plain"];

/// The question whose options have a note in the roadmap.
pub const SECTOR: &str = "sector";

/// `pub static STANDARD: Assessment = …;`
pub fn assessment(content: &Content, keys: &Keys<'_>) -> String {
    let a = &content.assessment;
    let scope = Scope { content, keys };
    let alternatives = list(a.alternatives.iter().map(|alternative| {
        let id = &alternative.id;
        let note = |name: &str, citations: &[Citation]| {
            format!("Note {{ text: {}, sources: {} }}", keys.key(&format!("alternative.{id}.{name}")), scope.citations(citations))
        };
        format!(
            "AlternativeNotes {{ id: {id:?}, name: {}, inline: {}, definition: {}, gives: {}, costs: {}, goes_wrong: {} }}",
            keys.key(&format!("alternative.{id}.name")),
            keys.key(&format!("alternative.{id}.inline")),
            note("definition", &alternative.definition.sources),
            note("gives", &alternative.gives.sources),
            note("costs", &alternative.costs.sources),
            note("goes_wrong", &alternative.goes_wrong.sources),
        )
    }));
    let sources = list(
        a.sources.iter().map(|id| format!("Source {{ id: {id:?}, name: {} }}", keys.key(&format!("source.{id}")))),
    );
    let sections = list(a.sections.iter().map(|id| {
        format!(
            "Section {{ id: {id:?}, name: {}, help: {} }}",
            keys.key(&format!("section.{id}.name")),
            keys.optional(&format!("section.{id}.help"))
        )
    }));
    let dimensions = list(a.dimensions.iter().map(|id| {
        format!(
            "Dimension {{ id: {id:?}, name: {}, help: {} }}",
            keys.key(&format!("dimension.{id}.name")),
            keys.key(&format!("dimension.{id}.help"))
        )
    }));
    let quick = list(a.quick.iter().map(|id| scope.question(id)));
    let (s, v) = (&a.sampling, &a.verdict);
    let trap = format!(
        "Trap {{ provider: {}, future_when: {}, signs: &{}, sources: {} }}",
        scope.test(&content.trap.provider.question, &content.trap.provider.options),
        scope.condition(&content.trap.future_when),
        list(content.trap.signs.iter().map(|sign| format!(
            "Sign {{ id: {:?}, text: {}, future_text: {}, when: {} }}",
            sign.id,
            keys.key(&format!("trap.sign.{}", sign.id)),
            keys.optional(&format!("trap.future.{}", sign.id)),
            scope.condition(&sign.when)
        ))),
        scope.citations(&content.trap.sources),
    );
    let collisions = list(content.collisions.iter().map(|collision| {
        let id = &collision.id;
        format!(
            "Collision {{ id: {id:?}, text: {}, ask: {}, sides: &{}, sources: {} }}",
            keys.key(&format!("ui.compare.collision.{id}.text")),
            keys.key(&format!("ui.compare.collision.{id}.ask")),
            list(collision.sides.iter().map(|side| scope.test(&side.question, &side.options))),
            scope.citations(&collision.sources),
        )
    }));
    let contradictions = list(content.contradictions.iter().map(|contradiction| {
        let id = &contradiction.id;
        format!(
            "Contradiction {{ id: {id:?}, text: {}, when: {} }}",
            keys.key(&format!("ui.check.contradiction.{id}")),
            scope.condition(&contradiction.when)
        )
    }));
    let changed_since = list(a.changed_since.iter().map(|(version, questions)| {
        format!(
            "ChangedSince {{ version: {version:?}, questions: &{} }}",
            list(questions.iter().map(|id| scope.question(id)))
        )
    }));
    let positions = list(a.alternatives.iter().map(|alternative| {
        let position = a.tradeoff.positions.get(&alternative.id).copied();
        let [control, convenience] = keys.guaranteed(position, "position of", &alternative.id);
        format!("Position {{ control: {control:?}, convenience: {convenience:?} }}")
    }));
    let patterns = list(PATTERNS.iter().map(|id| {
        let sources = content.patterns.iter().find(|p| p.id == *id).map(|p| p.sources.as_slice());
        let sources = keys.guaranteed(sources, "pattern", id);
        format!("PatternNotes {{ id: {id:?}, sources: {} }}", scope.citations(sources))
    }));
    format!(
        "pub static STANDARD: Assessment = Assessment {{ version: {version:?}, changed_since: &{changed_since}, alternatives: {alternatives}, sources: &{sources}, \
         sections: &{sections}, dimensions: &{dimensions}, default_rating: {rating}, quick: &{quick}, \
         sampling: Sampling {{ seed: {seed}, samples: {samples}, next_question_samples: {next}, noise: {noise:?} }}, \
         settled: SettledRule {{ samples: {completions}, share: {settled:?} }}, \
         verdict: Thresholds {{ clear: {clear:?}, lean: {lean:?}, clear_answered_share: {share:?}, least_answered: {least} }}, \
         middle_note: MiddleNote {{ text: {middle_note}, options: {middle_options}, at_least: {middle_least}, share: {middle_share:?} }}, \
         reason_threshold: {reason:?}, reason_levels: ReasonLevels {{ for_at_least: {for_at_least}, against_at_most: {against_at_most} }}, \
         index_range: {range:?}, tradeoff: {tradeoff}, positions: {positions}, factor_bounds: {factors:?}, questions: &{questions}, items: &{items}, \
         gates: &{gates}, trap: {trap}, collisions: &{collisions}, contradictions: &{contradictions}, patterns: {patterns}, functions: &{functions}, function_sources: {function_sources}, \
         cost: {cost}, roadmap: {roadmap}, scorecard: &{scorecard}, scorecard_sources: {scorecard_sources}, checklist: &{checklist}, numbers: &NUMBERS }};",
        version = a.version,
        rating = a.default_rating,
        seed = s.seed,
        samples = s.samples,
        next = s.next_question_samples,
        noise = s.noise,
        clear = v.clear,
        lean = v.lean,
        share = v.clear_answered_share,
        least = v.least_answered,
        completions = a.settled.samples,
        settled = a.settled.share,
        middle_note = keys.key("ui.check.middle"),
        middle_options = a.middle_note.options,
        middle_least = a.middle_note.at_least,
        middle_share = a.middle_note.share,
        reason = a.reason_threshold,
        for_at_least = a.reason_levels.for_at_least,
        against_at_most = a.reason_levels.against_at_most,
        factors = a.operator.factor,
        range = a.index_range,
        tradeoff = scope.citations(&a.tradeoff.sources),
        questions = list(content.questions.iter().map(|q| scope.question_table(q))),
        items = list(content.items.iter().map(|i| scope.item_table(i))),
        gates = list(content.gates.iter().map(|g| format!(
            "Gate {{ id: {:?}, alternative: {}, blocks: {}, when: {}, text: {}, sources: {} }}",
            g.id,
            scope.alternative(&g.alternative),
            g.status == Status::Blocked,
            scope.condition(&g.when),
            keys.key(&format!("gate.{}", g.id)),
            scope.citations(&g.sources)
        ))),
        functions = list(content.functions.functions.iter().map(|f| scope.function_table(f))),
        function_sources = scope.citations(&content.functions.sources),
        cost = scope.cost_table(),
        roadmap = scope.roadmap_table(),
        scorecard = list(content.scorecard.metrics.iter().map(|m| format!(
            "Metric {{ id: {id:?}, name: {}, measure: {}, unit: Unit::{}, higher_is_better: {}, source: {} }}",
            keys.key(&format!("scorecard.{}.name", m.id)),
            keys.key(&format!("scorecard.{}.measure", m.id)),
            match m.unit {
                Unit::Hours => "Hours",
                Unit::Percent => "Percent",
                Unit::OneToFive => "OneToFive",
                Unit::Days => "Days",
            },
            m.better == Better::Higher,
            scope.citation(&m.source),
            id = m.id
        ))),
        scorecard_sources = scope.citations(&content.scorecard.sources),
        checklist = list(content.checklist.iter().map(|c| format!(
            "ChecklistEntry {{ id: {:?}, text: {}, applies_to: {}, source: {} }}",
            c.id,
            keys.key(&format!("checklist.{}", c.id)),
            if c.applies == "all" { "None".into() } else { format!("Some({})", scope.alternative(&c.applies)) },
            scope.citation(&c.source)
        ))),
    )
}

/// `pub static NUMBERS: Numbers = …;`, in model order. Not a part of the assessment: only links need them.
pub fn numbers(content: &Content, keys: &Keys<'_>) -> String {
    let numbers = &content.numbers;
    let of = |numbers: &BTreeMap<String, u8>, ids: &mut dyn Iterator<Item = &String>| {
        list(ids.map(|id| keys.guaranteed(numbers.get(id).copied(), "number of", id).to_string()))
    };
    let questions = content.questions.iter().map(|q| {
        let named = keys.guaranteed(numbers.questions.get(&q.id).cloned(), "numbers of the question", &q.id);
        let answers = match q.form {
            Form::Single => of(&named.options, &mut q.options.iter().map(|o| &o.id)),
            Form::Multi => of(&named.choices, &mut q.choices.iter()),
        };
        format!("QuestionNumbers {{ number: {}, answers: &{answers} }}", named.number)
    });
    format!(
        "pub static NUMBERS: Numbers = Numbers {{ questions: &{}, steps: &{}, checklist: &{}, first_links: {} }};",
        list(questions),
        of(&numbers.steps, &mut steps(content).map(|(_, _, step)| &step.id)),
        of(&numbers.checklist, &mut content.checklist.iter().map(|entry| &entry.id)),
        first_links(&content.first_links),
    )
}

fn first_links(first: &FirstLinks) -> String {
    let answers = first.questions.iter().map(|question| match question.choices.len() {
        0 => format!("FirstAnswers::Options({})", question.options.len()),
        choices => format!("FirstAnswers::Choices({choices})"),
    });
    let Fingerprints { questions, steps, checklist } = first.fingerprints;
    format!(
        "FirstLinks {{ version: {:?}, fingerprints: [{questions}, {steps}, {checklist}], answers: &{}, steps: {}, checklist: {} }}",
        first.version,
        list(answers),
        first.steps.len(),
        first.checklist.len(),
    )
}

struct Scope<'a> {
    content: &'a Content,
    keys: &'a Keys<'a>,
}

impl Scope<'_> {
    /// The position of an id in a list of the content.
    fn position<'i>(&self, ids: impl IntoIterator<Item = &'i String>, what: &str, id: &str) -> usize {
        self.keys.guaranteed(ids.into_iter().position(|known| known == id), what, id)
    }

    fn question(&self, id: &str) -> String {
        format!("QuestionId({})", self.position(self.content.questions.iter().map(|q| &q.id), "question", id))
    }

    fn options_of(&self, question: &str) -> &[AnswerOption] {
        let found = self.content.questions.iter().find(|q| q.id == question);
        self.keys.guaranteed(found.map(|q| q.options.as_slice()), "question", question)
    }

    fn alternative(&self, id: &str) -> String {
        let variant = ALTERNATIVES.iter().find(|(known, _)| *known == id).map(|(_, variant)| *variant);
        format!("Alternative::{}", self.keys.guaranteed(variant, "alternative", id))
    }

    fn dimension(&self, id: &str) -> String {
        format!("DimensionId({})", self.position(&self.content.assessment.dimensions, "dimension", id))
    }

    fn citation(&self, citation: &Citation) -> String {
        let source = self.position(&self.content.assessment.sources, "source", &citation.source);
        let speaks_for =
            citation.speaks_for.as_deref().map_or("None".into(), |id| format!("Some({})", self.alternative(id)));
        format!(
            "Citation {{ source: SourceId({source}), quote: {}, speaks_for: {speaks_for} }}",
            self.keys.quote(&citation.quote)
        )
    }

    fn citations(&self, citations: &[Citation]) -> String {
        format!("&{}", list(citations.iter().map(|c| self.citation(c))))
    }

    /// The options of a condition on a question, as bits.
    fn options(&self, question: &str, options: &[String]) -> String {
        let known = || self.options_of(question).iter().map(|option| &option.id);
        // `wrapping_shl`, because content with problems can have more than 16 options.
        let bit = |id: &String| 1_u16.wrapping_shl(self.position(known(), "option", id) as u32);
        let bits = options.iter().fold(0, |bits, id| bits | bit(id));
        format!("OptionSet({bits})")
    }

    fn test(&self, question: &str, options: &[String]) -> String {
        format!("Test {{ question: {}, options: {} }}", self.question(question), self.options(question, options))
    }

    fn condition(&self, condition: &Condition) -> String {
        let tests = |maps: &[BTreeMap<String, Vec<String>>]| {
            list(maps.iter().flatten().map(|(question, options)| self.test(question, options)))
        };
        match condition {
            Condition::Any { any } => format!("Condition::Any(&{})", tests(any)),
            Condition::All { all } => format!("Condition::All(&{})", tests(all)),
            Condition::Map(map) => format!("Condition::All(&{})", tests(std::slice::from_ref(map))),
        }
    }

    fn question_table(&self, q: &Question) -> String {
        let key = |rest: &str| format!("question.{}.{rest}", q.id);
        let form = match q.form {
            Form::Single => "Form::Single".into(),
            Form::Multi => format!(
                "Form::Multi {{ choices: &{}, buckets: &{} }}",
                list(q.choices.iter().map(|c| format!(
                    "Choice {{ id: {c:?}, label: {} }}",
                    self.keys.key(&key(&format!("choice.{c}")))
                ))),
                list(q.buckets.iter().map(|b| format!(
                    "Bucket {{ most: {}, option: OptionId({}) }}",
                    b.to,
                    self.position(q.options.iter().map(|o| &o.id), "option", &b.option)
                ))),
            ),
        };
        let asked_unless = q.asked_if.iter().flatten().map(|(question, not)| self.test(question, &not.not));
        format!(
            "Question {{ id: {:?}, section: SectionId({}), kind: Kind::{}, scored: {}, text: {}, help: {}, form: {form}, options: &{}, \
             asked_unless: &{}, sources: {} }}",
            q.id,
            self.position(&self.content.assessment.sections, "section", &q.section),
            match q.kind {
                Kind::Fact => "Fact",
                Kind::Preference => "Preference",
                Kind::Context => "Context",
            },
            q.scored,
            self.keys.key(&key("text")),
            self.keys.optional(&key("help")),
            list(q.options.iter().map(|o| format!(
                "AnswerOption {{ id: {:?}, label: {}, statement: {}, why: {}, sources: {} }}",
                o.id,
                self.keys.key(&key(&format!("option.{}.label", o.id))),
                if q.scored { self.statement(&[&q.id, &o.id]) } else { "None".into() },
                self.keys.optional(&key(&format!("option.{}.why", o.id))),
                self.citations(&o.quotes)
            ))),
            list(asked_unless),
            self.citations(&q.sources),
        )
    }

    fn statement(&self, path: &[&str]) -> String {
        format!("Some({})", self.keys.key(&["statement", &path.join(".")].join(".")))
    }

    fn item_table(&self, item: &Item) -> String {
        let content = match item.questions.as_slice() {
            [] => format!("Performance::Profile({:?})", self.keys.guaranteed(item.profile, "profile of", &item.id)),
            [one] => {
                let levels =
                    |o: &AnswerOption| format!("{:?}", self.keys.guaranteed(o.levels, "levels of the option", &o.id));
                let levels = list(self.options_of(one).iter().map(levels));
                format!("Performance::Levels {{ question: {}, levels: &{levels} }}", self.question(one))
            }
            [first, second, ..] => {
                let ids = |id: &str| self.options_of(id).iter().map(|o| o.id.clone()).collect::<Vec<_>>();
                let (rows, columns) = (ids(first), ids(second));
                let cell = |row: &str, column: &str| {
                    let levels = item.table.as_ref().and_then(|t| t.get(row)?.get(column)).map(ToString::to_string);
                    self.keys.guaranteed(levels, "table of", &item.id)
                };
                let levels = list(rows.iter().flat_map(|row| columns.iter().map(move |column| cell(row, column))));
                let is_asked = |row: &str| {
                    let mut skipped = self
                        .content
                        .questions
                        .iter()
                        .filter(|q| q.id == *second)
                        .flat_map(|q| q.asked_if.iter().flatten());
                    !skipped.any(|(question, not)| question == first && not.not.iter().any(|id| id == row))
                };
                let statements = list(rows.iter().flat_map(|row| columns.iter().map(move |column| (row, column))).map(
                    |(row, column)| match is_asked(row) {
                        true => self.statement(&[&item.id, row, column]),
                        false => "None".into(),
                    },
                ));
                let row_why = list(rows.iter().map(|row| self.keys.key(&format!("item.{}.row.{row}", item.id))));
                format!(
                    "Performance::Table {{ first: {}, second: {}, columns: {}, levels: &{levels}, statements: &{statements}, row_why: &{row_why} }}",
                    self.question(first),
                    self.question(second),
                    columns.len()
                )
            }
        };
        format!(
            "Item {{ id: {:?}, dimension: {}, weight: {:?}, performance: {content}, why: {}, sources: {} }}",
            item.id,
            self.dimension(&item.dimension),
            item.weight,
            self.keys.optional(&format!("item.{}.why", item.id)),
            self.citations(&item.sources)
        )
    }

    fn function_table(&self, f: &Function) -> String {
        let modifiers = list(
            f.modifiers
                .iter()
                .map(|m| format!("Modifier {{ when: {}, closeness: {} }}", self.condition(&m.when), m.closeness)),
        );
        format!(
            "Function {{ id: {:?}, name: {}, in_house: {}, co_managed: {}, outsourced: {}, closeness: {}, always: {}, modifiers: &{modifiers}, sources: {} }}",
            f.id,
            self.keys.key(&format!("function.{}", f.id)),
            side(f.in_house),
            side(f.co_managed.accountable),
            side(f.outsourced),
            f.closeness,
            f.always.map_or("None".into(), |s| format!("Some({})", side(s))),
            self.citations(&f.sources)
        )
    }

    fn cost_table(&self) -> String {
        let cost = &self.content.cost;
        let input = |id: &str| format!("InputId({})", self.position(cost.inputs.iter().map(|i| &i.id), "input", id));
        let inputs = list(cost.inputs.iter().map(|i| {
            let by = i.default_by.as_ref().map_or("None".into(), |by| {
                let values = list(self.options_of(&by.question).iter().map(|o| by.values.get(&o.id).map_or("None".into(), |v| format!("Some({v:?})"))));
                format!("Some(DefaultBy {{ question: {}, values: &{values} }})", self.question(&by.question))
            });
            let rule = i.default_rule.as_ref().map_or("None".into(), |rule| {
                let pairs = rule.max.iter().map(|[least, per]| format!("StaffRule {{ least: {least:?}, per: {per:?} }}")).collect::<Vec<_>>().join(", ");
                format!("Some(DefaultRule {{ input: {}, of: [{pairs}], step: {:?} }})", input(&rule.input), rule.round)
            });
            let published = i.published.as_ref().map_or("None".into(), |p| {
                let covers = [Covered::Low, Covered::Likely, Covered::High].map(|part| p.covers.contains(&part));
                format!(
                    "Some(Published {{ by: Publisher::{:?}, dated: {:?}, covers: {covers:?}, source: {} }})",
                    p.by, p.dated, self.keys.key(&format!("cost.input.{}.source", i.id))
                )
            });
            let evidence = match i.evidence { Evidence::Sourced => "Sourced", Evidence::Derived => "Derived", Evidence::Illustrative => "Illustrative" };
            format!(
                "CostInput {{ id: {:?}, label: {}, note: {}, default: {:?}, default_by: {by}, default_rule: {rule}, unit: CostUnit::{:?}, bounds: {:?}, evidence: Evidence::{evidence}, published: {published} }}",
                i.id, self.keys.key(&format!("cost.input.{}.label", i.id)), self.keys.optional(&format!("cost.input.{}.note", i.id)), i.default, i.unit, i.bounds
            )
        }));
        format!(
            "CostModel {{ currency: {:?}, years: {}, samples: {}, seed: {}, cheapest_threshold: {:?}, inputs: &{inputs}, sources: {} }}",
            cost.currency,
            cost.horizon_years,
            cost.samples,
            cost.seed,
            cost.cheapest_threshold,
            self.citations(&cost.sources)
        )
    }

    fn roadmap_table(&self) -> String {
        let step = |track: &str, variant: &str, s: &Step| {
            format!(
                "Step {{ id: {:?}, track: Track::{variant}, from_month: {}, to_month: {}, text: {}, when: {}, sources: {} }}",
                s.id,
                s.from_month,
                s.to_month,
                self.keys.key(&format!("roadmap.{track}.{}", s.id)),
                s.when.as_ref().map_or("None".into(), |w| format!("Some({})", self.condition(w))),
                self.citations(&s.sources)
            )
        };
        let steps = steps(self.content).map(|(track, variant, s)| step(track, variant, s));
        let events = list(self.content.roadmap.events.iter().map(|e| {
            format!("EventNote {{ choice: {e:?}, text: {} }}", self.keys.key(&format!("roadmap.events.{e}")))
        }));
        let sectors = self.options_of(SECTOR).iter().map(|option| &option.id);
        let sector_notes = list(sectors.map(|sector| self.keys.optional(&format!("sector_note.{sector}"))));
        format!("Roadmap {{ steps: &{}, events: &{events}, sector_notes: &{sector_notes} }}", list(steps))
    }
}

/// All steps with their track and its variant, in the order of the tracks.
pub fn steps(content: &Content) -> impl Iterator<Item = (&'static str, &'static str, &Step)> {
    TRACKS.iter().flat_map(|(track, variant)| {
        content.roadmap.tracks.get(*track).into_iter().flatten().map(|step| (*track, *variant, step))
    })
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Internal => "Side::Internal",
        Side::Provider => "Side::Provider",
    }
}

fn list(entries: impl Iterator<Item = String>) -> String {
    format!("[{}]", entries.collect::<Vec<_>>().join(", "))
}
