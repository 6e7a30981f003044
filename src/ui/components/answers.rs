//! The labels of answers and ratings.

use crate::ui::Ui;
use assessment::{
    QuestionId,
    i18n::key::{priority, ui::answer as words},
};
use decision::response::{Rating, Response};

/// The labels of a response; several for multiple choice.
pub fn response_words(ui: Ui, id: QuestionId, response: Response) -> Vec<&'static str> {
    let question = ui.assessment().question(id);
    match response {
        Response::NotSure => vec![ui.t(words::NOT_SURE)],
        Response::One(option) => question.options.get(option.index()).map(|o| ui.t(o.label)).into_iter().collect(),
        Response::Several(ticked) if ticked.is_empty() => vec![ui.t(words::NONE)],
        Response::Several(ticked) => {
            let choices = question.choices().iter().enumerate();
            choices.filter(|(n, _)| ticked.contains(*n)).map(|(_, choice)| ui.t(choice.label)).collect()
        }
    }
}

pub fn rating_word(ui: Ui, rating: Rating) -> &'static str {
    ui.t(match rating {
        Rating::NotAFactor => priority::NONE,
        Rating::Normal => priority::NORMAL,
        Rating::Important => priority::IMPORTANT,
        Rating::Decisive => priority::DECISIVE,
    })
}
