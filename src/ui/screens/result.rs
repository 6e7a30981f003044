//! The result: verdict, shares, the three models, the trap, what to answer next, and what it cannot know.

use leptos::prelude::*;

use crate::{
    assessment::Alternative,
    evaluation::{Evaluation, Status, Verdict},
    explanation::NextQuestion,
    i18n::{Key, key, key::ui::result as words},
    plan::{Trap, TrapLevel},
    report::{blocked_models, share_of_100, verdict_sentence, verdict_title},
    session::{Action, Place},
    ui::{
        Prepared, Ui,
        components::{model_card, share_table},
        markup::{button, el, el_text, fold},
    },
};

/// Open questions that are offered.
const MOST_QUESTIONS: usize = 3;

/// One document, from what is most sure to what is not known.
pub fn result_screen(ui: Ui) -> AnyView {
    let Prepared { evaluation, next: open } = ui.prepared();
    let mut sections = vec![verdict(ui, &evaluation)];
    if evaluation.verdict != Verdict::Insufficient {
        sections.push(shares(ui, &evaluation));
        sections.extend(trap(ui, &evaluation));
        sections.push(models(ui, &evaluation));
    }
    sections.extend(next(ui, &open));
    sections.push(admits(ui));
    let change = button("secondary", ui.t(key::ui::nav::CHANGE), move || ui.act(Action::Back));
    sections.push(el("div", "actions", vec![change]));
    el("article", "result", sections)
}

fn verdict(ui: Ui, evaluation: &Evaluation) -> AnyView {
    let sentence = ui.with_locale(|locale| verdict_sentence(ui.assessment(), ui.words(), locale, evaluation));
    let kicker = if evaluation.quick_only { words::KICKER } else { words::KICKER_FULL };
    let mut parts = vec![
        el_text("p", "kicker", ui.t(kicker)),
        view! { <h3 tabindex="-1">{ui.t(verdict_title(evaluation.verdict))}</h3> }.into_any(),
        el_text("p", "lead", sentence),
    ];
    if evaluation.gates.conflict {
        parts.push(el_text("p", "", ui.t(key::verdict::CONFLICT)));
    }
    if evaluation.quick_only {
        parts.push(el_text("p", "muted", ui.t(key::verdict::QUICK)));
    }
    el("section", "verdict", parts)
}

fn shares(ui: Ui, evaluation: &Evaluation) -> AnyView {
    let of_100 = |share: f64| ui.with_locale(|locale| share_of_100(ui.words(), locale, share));
    let mut parts = vec![el_text("h4", "", ui.t(words::SHARES)), share_table(ui, evaluation)];
    let is_blocked = evaluation.gates.status.contains(&Status::Blocked);
    if is_blocked && evaluation.verdict != Verdict::Only {
        let first = evaluation.ungated_leader();
        let name = ui.t(ui.assessment().notes(first).inline);
        let blocked = ui.with_locale(|locale| blocked_models(ui.assessment(), ui.words(), locale, evaluation));
        let values =
            [("blocked", &*blocked), ("name", name), ("n", &of_100(evaluation.shares.ungated_first[first.index()]))];
        parts.push(el_text("p", "", ui.fill(words::UNGATED, &values)));
    }
    let n = of_100(evaluation.shares.first[evaluation.leader.index()]);
    let help = el_text("p", "", ui.t(key::share::HELP));
    parts.push(fold("fold", ui.fill(words::MEANING, &[("n", &n)]), vec![help]));
    el("section", "", parts)
}

fn models(ui: Ui, evaluation: &Evaluation) -> AnyView {
    let cards = Alternative::ALL.into_iter().map(|a| model_card(ui, evaluation, a)).collect();
    el("section", "", vec![el_text("h4", "", ui.t(words::MODELS)), el("div", "cards", cards)])
}

fn trap(ui: Ui, evaluation: &Evaluation) -> Option<AnyView> {
    use key::trap::level::{caught, risk};
    let found = Trap::of(ui.assessment(), evaluation);
    let (title, text): (Key, Key) = match (found.level, found.future) {
        (TrapLevel::Caught, _) => (caught::TITLE, caught::TEXT),
        (TrapLevel::Risk, true) => (risk::TITLE, risk::FUTURE_TEXT),
        (TrapLevel::Risk, false) => (risk::TITLE, risk::TEXT),
        (TrapLevel::None | TrapLevel::Unknown, _) => return None,
    };
    let signs = found.signs.iter().map(|id| el_text("li", "", ui.t(ui.assessment().trap.signs[id.index()].text)));
    let parts = vec![el_text("h4", "", ui.t(title)), el_text("p", "", ui.t(text)), el("ul", "", signs.collect())];
    Some(el("section", "trap", parts))
}

fn next(ui: Ui, open: &[NextQuestion]) -> Option<AnyView> {
    let entry = |id| {
        let open = move || ui.act(Action::GoTo(Place::Question(id)));
        el("li", "", vec![button("link", ui.t(ui.assessment().question(id).text), open)])
    };
    let list: Vec<AnyView> = open.iter().take(MOST_QUESTIONS).map(|next| entry(next.question)).collect();
    let parts = |list| {
        vec![el_text("h4", "", ui.t(words::NEXT)), el_text("p", "", ui.t(words::NEXT_TEXT)), el("ol", "next", list)]
    };
    (!list.is_empty()).then(|| el("section", "", parts(list)))
}

fn admits(ui: Ui) -> AnyView {
    let points = [
        words::ADMITS_LEVELS,
        key::disclosure::SOURCES,
        words::ADMITS_WEIGHTS,
        words::ADMITS_CALIBRATION,
        words::ADMITS_SURE,
    ];
    let points = points.into_iter().map(|point| el_text("li", "", ui.t(point))).collect();
    el("section", "admits", vec![el_text("h4", "", ui.t(words::ADMITS)), el("ul", "", points)])
}
