//! Which questions to ask a provider first: those raised by the visitor's gaps, with the reason.
//!
//! A gap is an answer, a tick, a sign of the trap or a gate that holds. The table is sorted by urgency: current problems,
//! then risks, then wishes. A question takes the position of its most urgent gap.

use super::Trap;
use crate::{
    evaluation::{Evaluation, Verdict},
    response::{Response, ResponseSet},
};
use assessment::{
    Assessment, ChecklistId, GateId, OptionId, QuestionId, SignId,
    i18n::{Key, key::ui::headway::reason},
    named::{self, checklist as ask},
};

/// The evidence of a gap.
enum Seen {
    /// A sign of the trap.
    Sign(SignId),
    Answer(QuestionId, &'static [OptionId]),
    /// A tick at a question with several answers.
    Tick(QuestionId, &'static str),
    /// A rule that holds.
    Gate(GateId),
    /// Two models that are too close to call.
    Close,
}

/// A gap, the sentence that names it, and the questions that it puts forward.
struct Gap(Seen, Key, &'static [ChecklistId]);

/// Most urgent first: problems, risks, wishes.
static GAPS: [Gap; 38] = {
    use Seen::{Answer, Close, Gate, Sign, Tick};
    use named::gate::{G2, G7, G8, G9, G11};
    use named::sign::{T1, T2, T5, T6};
    use named::{
        away, down, hours, know, load, onsite, plan, predict, provider, roles, rules, secown, signs, standard, steer,
        trigger, trust,
    };
    [
        Gap(Sign(T1), reason::OVERRULED, &[ask::DISAGREE, ask::APPROVAL, ask::ESCALATION]),
        Gap(Sign(T2), reason::UNCLEAR, &[ask::ESCALATION, ask::DUTIES]),
        Gap(Answer(hours::QUESTION, &[hours::GAP]), reason::UNCOVERED, &[ask::NIGHTS]),
        Gap(Answer(away::QUESTION, &[away::STUCK]), reason::STUCK, &[ask::DOCUMENTS, ask::LEAVE, ask::NAMES]),
        Gap(Answer(secown::QUESTION, &[secown::VAGUE]), reason::NO_SECURITY_OWNER, &[ask::TOOLS]),
        Gap(Tick(signs::QUESTION, "recover"), reason::UNTRIED_RESTORE, &[ask::ROUTINES]),
        Gap(Tick(signs::QUESTION, "patch"), reason::LATE_UPDATES, &[ask::ROUTINES]),
        Gap(Tick(signs::QUESTION, "tools"), reason::UNWATCHED, &[ask::TOOLS]),
        Gap(Tick(signs::QUESTION, "access"), reason::OLD_ACCESS, &[ask::TOOLS, ask::APPROVAL]),
        Gap(Tick(signs::QUESTION, "mfa"), reason::NO_MFA, &[ask::OWN_SECURITY, ask::TOOLS]),
        Gap(Tick(signs::QUESTION, "incident"), reason::NO_INCIDENT_PLAN, &[ask::OWN_SECURITY, ask::ESCALATION]),
        Gap(Tick(signs::QUESTION, "docs"), reason::UNRECORDED, &[ask::DOCUMENTS]),
        Gap(
            Answer(roles::QUESTION, &[roles::HALF, roles::WOULD, roles::ASGO]),
            reason::UNWRITTEN,
            &[ask::DUTIES, ask::ESCALATION],
        ),
        Gap(Answer(trigger::QUESTION, &[trigger::PROVIDER]), reason::PROVIDER_CHANGE, &[ask::EXIT, ask::ADMIN]),
        Gap(Sign(T5), reason::KEPT_SAY, &[ask::APPROVAL, ask::REPORTS]),
        Gap(Sign(T6), reason::SPLIT_SAY, &[ask::APPROVAL, ask::DISAGREE]),
        Gap(Answer(hours::QUESTION, &[hours::SOMETIMES]), reason::CALLED_AT_HOME, &[ask::NIGHTS]),
        Gap(Answer(hours::QUESTION, &[hours::SLOW]), reason::WAITING, &[ask::RESPONSE]),
        Gap(Answer(down::QUESTION, &[down::HIGH]), reason::SERIOUS_HARM, &[ask::RESPONSE, ask::ROUTINES]),
        Gap(Answer(load::QUESTION, &[load::STRETCHED, load::FIRE]), reason::BUSY, &[ask::DUTIES, ask::LEAVE]),
        Gap(Gate(G2), reason::NOBODY_IN_CHARGE, &[ask::DUTIES]),
        Gap(Gate(G9), reason::NOBODY_INSIDE, &[ask::DUTIES]),
        Gap(Gate(G7), reason::RESTS_ON_ONE, &[ask::LEAVE, ask::DOCUMENTS]),
        Gap(Gate(G11), reason::RESTS_ON_ONE, &[ask::LEAVE, ask::DOCUMENTS]),
        Gap(Gate(G8), reason::UNUSUAL, &[ask::UNSUPPORTED]),
        Gap(Answer(standard::QUESTION, &[standard::MIXED]), reason::OWN_SYSTEMS, &[ask::UNSUPPORTED]),
        Gap(Answer(onsite::QUESTION, &[onsite::WEEKLY, onsite::DAILY]), reason::ON_SITE, &[ask::AREA]),
        Gap(Answer(rules::QUESTION, &[rules::RISING]), reason::RISING_RULES, &[ask::AREA]),
        Gap(Answer(know::QUESTION, &[know::PARTLY, know::NO]), reason::UNKNOWN_RULES, &[ask::AREA]),
        Gap(Close, reason::CLOSE, &[ask::HONEST]),
        Gap(Answer(trust::QUESTION, &[trust::CHECKS, trust::UNEASY]), reason::CHECKS, &[ask::REPORTS, ask::APPROVAL]),
        Gap(Answer(trust::QUESTION, &[trust::UNEASY]), reason::CHECKS, &[ask::ADMIN]),
        Gap(Answer(predict::QUESTION, &[predict::HARD]), reason::SURPRISES, &[ask::INCLUDED, ask::PRICES]),
        Gap(Answer(plan::QUESTION, &[plan::GROW]), reason::OWN_TEAM, &[ask::EXIT]),
        Gap(Answer(plan::QUESTION, &[plan::SHRINK]), reason::SMALLER_TEAM, &[ask::PEOPLE]),
        Gap(Answer(provider::QUESTION, &[provider::BESIDE]), reason::SHARED_TODAY, &[ask::PEOPLE]),
        Gap(Answer(steer::QUESTION, &[steer::NONE]), reason::LITTLE_TIME, &[ask::SUPPLIERS, ask::REPORTS]),
        Gap(Answer(hours::QUESTION, &[hours::FIRM]), reason::FIRM_AT_NIGHT, &[ask::NIGHTS]),
    ]
};

/// A question to ask any provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToAsk {
    /// Which question.
    pub id: ChecklistId,
    /// The reasons, most urgent first. Empty if no answer raises it.
    pub reasons: Vec<Key>,
}

/// The questions to ask: those for every model, for the leader, and where it is too close to call for the runner-up. First
/// those that a gap puts forward, then the rest in model order. They apply to the provider that shows this tool as well.
#[must_use]
pub fn questions_to_ask(
    assessment: &Assessment,
    evaluation: &Evaluation,
    responses: &ResponseSet,
    trap: &Trap,
) -> Vec<ToAsk> {
    let fits = |id: &ChecklistId| match assessment.checklist[id.index()].applies_to {
        None => true,
        Some(_) if evaluation.verdict == Verdict::Insufficient => false,
        Some(model) if evaluation.verdict == Verdict::Close => {
            model == evaluation.leader || model == evaluation.runner_up
        }
        Some(model) => model == evaluation.leader,
    };
    let holds = |seen: &Seen| match *seen {
        Seen::Sign(sign) => trap.signs.contains(&sign),
        Seen::Answer(question, options) => evaluation.reading.get(question).is_some_and(|o| options.contains(&o)),
        Seen::Tick(question, choice) => {
            let choices = assessment.question(question).choices();
            let at = choices.iter().position(|c| c.id == choice);
            let Some(Response::Several(ticked)) = responses.get(question) else { return false };
            at.is_some_and(|n| ticked.contains(n))
        }
        Seen::Gate(gate) => evaluation.gates.fired.contains(&gate),
        // If every model is ruled out, closeness does not matter.
        Seen::Close => evaluation.verdict == Verdict::Close && !evaluation.gates.conflict,
    };
    let mut rows: Vec<ToAsk> = Vec::new();
    for Gap(_, reason, asked) in GAPS.iter().filter(|gap| holds(&gap.0)) {
        for id in asked.iter().filter(|id| fits(id)) {
            match rows.iter_mut().find(|row| row.id == *id) {
                Some(row) if row.reasons.contains(reason) => {}
                Some(row) => row.reasons.push(*reason),
                None => rows.push(ToAsk { id: *id, reasons: vec![*reason] }),
            }
        }
    }
    for id in (0..assessment.checklist.len()).map(ChecklistId::from_index).filter(fits) {
        if rows.iter().all(|row| row.id != id) {
            rows.push(ToAsk { id, reasons: Vec::new() });
        }
    }
    rows
}
