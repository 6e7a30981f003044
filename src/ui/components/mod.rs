//! Controls and parts that more than one screen uses.

mod choices;
mod confirm;
mod footer;
mod marker;
mod model_card;
mod notices;
mod progress;
mod shares;
mod sources;
mod terms;

pub use choices::choices;
pub use confirm::{Confirming, confirm};
pub use footer::footer;
pub use marker::marker;
pub use model_card::model_card;
pub use notices::{live_region, notice_bar};
pub use progress::progress;
pub use shares::share_table;
pub use sources::quotations;
pub use terms::terms;
