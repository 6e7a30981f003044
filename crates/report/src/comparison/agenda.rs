//! The agenda as text to paste into an invitation.

use super::ComparisonWords;
use crate::Voice;
use assessment::i18n::key::ui::compare;
use decision::comparison::{Agenda, Comparison};

/// The agenda of a comparison: its points under their numbers, and what closes it.
#[must_use]
pub fn agenda_text(voice: Voice<'_>, comparison: &Comparison, agenda: &Agenda) -> String {
    let said = ComparisonWords::new(voice, comparison);
    let mut text = voice.t(compare::agenda::TITLE).to_owned();
    let mut line = |parts: [&str; 3]| {
        for part in parts {
            text.push_str(part);
        }
    };
    line(["\n\n", &said.agreement(), "\n"]);
    for (n, point) in agenda.points.iter().enumerate() {
        line(["\n", &voice.number(n + 1), ". "]);
        line([&said.point(*point), "\n", ""]);
    }
    match &agenda.weak_points {
        Some(weak) => {
            let (sentence, causes) = said.weak_points(weak);
            line(["\n", &sentence, "\n"]);
            for cause in causes {
                line(["- ", &cause, "\n"]);
            }
        }
        None if agenda.points.is_empty() => line(["\n", voice.t(compare::agenda::NOTHING), "\n"]),
        None => {}
    }
    if let Some(question) = agenda.closing {
        line(["\n", &said.closing(question), "\n"]);
    }
    text
}
