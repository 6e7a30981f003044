//! Controls and parts that more than one screen uses.

mod answers;
mod call_to_action;
mod choices;
mod confirm;
mod footer;
mod marker;
mod model_card;
mod notices;
mod progress;
mod segments;
mod shares;
mod sources;
mod terms;

pub use answers::{rating_word, response_words};
pub use call_to_action::call_to_action;
pub use choices::choices;
pub use confirm::{Confirming, confirm};
pub use footer::footer;
pub use marker::{fill_class, marked_name, marker, shape};
pub use model_card::model_card;
pub use notices::{live_region, notice_bar};
pub use progress::{minutes_left, progress};
pub use segments::{Segment, segments};
pub use shares::{index_of, index_words, share_table, share_words, status_word};
pub use sources::{quotations, sources_of};
pub use terms::terms;
