//! Controls and views that more than one screen uses.

mod call_to_action;
mod choices;
mod cited;
mod confirm;
mod date_field;
mod entry;
mod feedback;
mod footer;
mod grounds;
mod lazy_details;
mod link;
mod marker;
mod model_card;
mod notices;
mod progress;
mod progress_bar;
mod segments;
mod shares;
mod sources;
mod terms;
mod undo;

pub use call_to_action::{call_to_action, call_to_action_link, has_call_to_action, is_uncalled};
pub use choices::{choices, invalid_if_missing};
pub use cited::{cited, numbered_quotations};
pub use confirm::{Confirmation, confirm_dialog};
pub use date_field::date_field;
pub use entry::{
    Entry, Kind, entry, entry_with_list, entry_with_problem, list_choice, list_option, list_prompt, named_select,
    select, tick,
};
pub use feedback::{Feedback, print_feedback, save_feedback, show_feedback};
pub use footer::footer;
pub use grounds::{cite_all, grounds, said};
pub use lazy_details::{OpenDetails, lazy_details};
pub use link::Link;
pub use marker::{fill_class, marked_name, marker};
pub use model_card::model_card;
pub use notices::{live_region, notice_bar};
pub use progress::{minutes_left, progress};
pub use progress_bar::progress_bar;
pub use report::{rating_word, response_words};
pub use segments::{Segment, segments};
pub use shares::{index_of, index_words, ranked_share_table, share_table, share_words};
pub use sources::{quotations, sources_of};
pub use terms::terms;
pub use undo::{AfterRemoval, remember_removal, undo_change, undo_removal};
