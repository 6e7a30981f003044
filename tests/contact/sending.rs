//! Attempts, waiting, canceling and giving up.

use contact::{Effect, Input, NoAnswer, Outcome, Reason, Refusal, Sending, State, outcome_without_answer};

use super::{contact, receivers, to_json};

const PRESS: Input = Input::Press { is_online: true };

fn timeout() -> Outcome {
    outcome_without_answer(NoAnswer::Timeout)
}

fn busy() -> Outcome {
    Outcome::Failed { reason: Reason::RateLimited, can_repeat: true, may_have_arrived: false }
}

fn done(number: u32, outcome: Outcome) -> Input {
    Input::Done { number, outcome }
}

/// A sending that was pressed, and got these inputs after that.
fn after(repeats: bool, inputs: impl IntoIterator<Item = Input>) -> Sending {
    let mut sending = Sending::new(repeats);
    sending.apply(PRESS, 0.5);
    for input in inputs {
        sending.apply(input, 0.5);
    }
    sending
}

fn given_up(reason: Option<Reason>, may_have_arrived: bool, can_repeat: bool) -> State {
    State::GivenUp { reason, may_have_arrived, can_repeat }
}

// @threat-contact-repeats
#[test]
fn only_a_receiver_of_json_gets_a_message_again_by_itself() {
    for receiver in receivers() {
        let repeats = receiver == to_json();
        assert_eq!(Sending::of(&contact(receiver)), Sending::new(repeats));
    }
}

#[test]
fn a_message_is_sent_when_the_button_is_pressed_and_not_before() {
    let mut sending = Sending::new(true);
    for input in [Input::Online, Input::Waited { number: 1 }, Input::Again, Input::Cancel, done(0, Outcome::Accepted)] {
        assert_eq!(sending.apply(input, 0.5), None);
        assert_eq!(sending.state(), State::Draft);
    }
    assert_eq!(sending.apply(PRESS, 0.5), Some(Effect::Send { number: 1 }));
    assert_eq!(sending.state(), State::Sending { attempt: 1 });
}

// @threat-contact-repeats
#[test]
fn pressing_twice_sends_once() {
    let mut sending = after(true, []);
    assert_eq!(sending.apply(PRESS, 0.5), None);
    assert_eq!(sending.apply(Input::Again, 0.5), None);
    assert_eq!(sending.state(), State::Sending { attempt: 1 });
}

#[test]
fn an_accepted_message_is_not_sent_again() {
    let mut sending = after(true, [done(1, Outcome::Accepted)]);
    assert_eq!(sending.state(), State::Accepted);
    for input in [PRESS, Input::Again, Input::Online, Input::Cancel, done(1, timeout())] {
        assert_eq!(sending.apply(input, 0.5), None);
        assert_eq!(sending.state(), State::Accepted);
    }
}

// @threat-contact-repeats
#[test]
fn a_receiver_of_json_gets_four_attempts_after_about_2_8_and_30_seconds() {
    let mut sending = after(true, []);
    for (number, milliseconds) in [(1, 2_000), (2, 8_000), (3, 30_000)] {
        assert_eq!(sending.apply(done(number, timeout()), 0.5), Some(Effect::Wait { milliseconds, number }));
        let attempt = number as u8 + 1;
        assert_eq!(sending.state(), State::Waiting { attempt, seconds: milliseconds / 1_000 });
        assert_eq!(sending.apply(Input::Waited { number }, 0.5), Some(Effect::Send { number: number + 1 }));
        assert_eq!(sending.state(), State::Sending { attempt });
    }
    assert_eq!(sending.apply(done(4, timeout()), 0.5), Some(Effect::Show));
    assert_eq!(sending.state(), given_up(Some(Reason::Timeout), true, true));
}

#[test]
fn jitter_moves_a_wait_by_at_most_a_quarter() {
    for (jitter, milliseconds, seconds) in
        [(0.0, 1_500, 2), (1.0, 2_500, 3), (f64::NAN, 2_000, 2), (-1.0, 2_000, 2), (f64::INFINITY, 2_000, 2)]
    {
        let mut sending = after(true, []);
        assert_eq!(sending.apply(done(1, timeout()), jitter), Some(Effect::Wait { milliseconds, number: 1 }));
        assert_eq!(sending.state(), State::Waiting { attempt: 2, seconds });
    }
}

#[test]
fn other_receivers_are_asked_once_for_each_press() {
    let mut sending = after(false, []);
    assert_eq!(sending.apply(done(1, timeout()), 0.5), Some(Effect::Show));
    assert_eq!(sending.state(), given_up(Some(Reason::Timeout), true, true));
    assert_eq!(sending.apply(Input::Online, 0.5), None);
    assert_eq!(sending.apply(Input::Again, 0.5), Some(Effect::Send { number: 2 }));
}

// @threat-contact-outcomes
#[test]
fn a_refusal_and_a_policy_end_the_attempts() {
    let refusal = Refusal { reason: Some(Reason::Captcha), ..Refusal::default() };
    let sending = after(true, [done(1, Outcome::Refused(refusal))]);
    assert_eq!(sending.state(), State::Refused);
    let mut sending = after(true, [done(1, outcome_without_answer(NoAnswer::BlockedByPolicy))]);
    assert_eq!(sending.state(), given_up(Some(Reason::BlockedByPolicy), false, false));
    assert_eq!(sending.apply(Input::Again, 0.5), None);
}

// @threat-contact-outcomes
#[test]
fn a_message_without_confirmation_is_not_repeated_by_itself_and_not_a_success() {
    let mut sending = after(true, [done(1, Outcome::Unconfirmed)]);
    assert_eq!(sending.state(), State::Unconfirmed);
    assert!(sending.may_have_arrived());
    assert_eq!(sending.apply(Input::Online, 0.5), None);
    assert_eq!(sending.apply(Input::Again, 0.5), Some(Effect::Send { number: 2 }));
}

#[test]
fn without_a_network_nothing_is_sent_until_it_is_back() {
    for repeats in [true, false] {
        let mut sending = Sending::new(repeats);
        assert_eq!(sending.apply(Input::Press { is_online: false }, 0.5), Some(Effect::Show));
        assert_eq!(sending.state(), State::Offline { attempt: 1 });
        assert_eq!(sending.apply(Input::Online, 0.5), Some(Effect::Send { number: 1 }));
    }
}

#[test]
fn a_visitor_can_send_although_the_browser_says_that_it_is_offline() {
    let mut sending = Sending::new(false);
    sending.apply(Input::Press { is_online: false }, 0.5);
    assert_eq!(sending.apply(Input::Again, 0.5), Some(Effect::Send { number: 1 }));
}

#[test]
fn a_network_that_is_lost_between_attempts_uses_up_none() {
    let offline = outcome_without_answer(NoAnswer::Offline);
    let mut sending = after(true, [done(1, timeout()), Input::Waited { number: 1 }, done(2, offline)]);
    assert_eq!(sending.state(), State::Offline { attempt: 2 });
    assert!(sending.may_have_arrived());
    assert_eq!(sending.apply(Input::Online, 0.5), Some(Effect::Send { number: 3 }));
    assert_eq!(sending.state(), State::Sending { attempt: 2 });
}

#[test]
fn a_visitor_who_does_not_want_to_wait_ends_the_wait() {
    let mut sending = after(true, [done(1, timeout())]);
    assert_eq!(sending.apply(Input::Again, 0.5), Some(Effect::Send { number: 2 }));
    assert_eq!(sending.state(), State::Sending { attempt: 2 });
    sending.apply(done(2, timeout()), 0.5);
    assert_eq!(sending.apply(Input::Waited { number: 1 }, 0.5), None, "the wait before");
}

// @threat-contact-outcomes
#[test]
fn a_message_that_is_canceled_while_it_is_out_may_have_arrived() {
    let mut sending = after(true, []);
    assert_eq!(sending.apply(Input::Cancel, 0.5), Some(Effect::StopRequest));
    assert_eq!(sending.state(), given_up(None, true, true));
}

#[test]
fn canceling_what_cannot_have_arrived_leaves_a_draft() {
    let mut sending = after(true, [done(1, busy())]);
    assert_eq!(sending.apply(Input::Cancel, 0.5), Some(Effect::Show));
    assert_eq!(sending.state(), State::Draft);
    sending.apply(Input::Press { is_online: false }, 0.5);
    assert_eq!(sending.apply(Input::Cancel, 0.5), Some(Effect::Show));
    assert_eq!(sending.state(), State::Draft);
}

#[test]
fn canceling_a_wait_after_a_timeout_says_that_it_may_have_arrived() {
    let mut sending = after(true, [done(1, timeout())]);
    assert_eq!(sending.apply(Input::Cancel, 0.5), Some(Effect::Show));
    assert_eq!(sending.state(), given_up(None, true, true));
}

// @threat-contact-repeats
#[test]
fn a_late_answer_changes_nothing() {
    let mut sending = after(true, [Input::Cancel]);
    let canceled = sending;
    assert_eq!(sending.apply(done(1, Outcome::Accepted), 0.5), None);
    assert_eq!(sending, canceled);
    sending.apply(PRESS, 0.5);
    assert_eq!(sending.apply(done(1, Outcome::Accepted), 0.5), None);
    assert_eq!(sending.state(), State::Sending { attempt: 1 });
    sending.apply(done(2, Outcome::Accepted), 0.5);
    assert_eq!(sending.state(), State::Accepted);
}

// @threat-contact-outcomes
#[test]
fn an_attempt_that_may_have_arrived_is_remembered_until_a_new_message() {
    let mut sending = after(true, [done(1, timeout()), Input::Waited { number: 1 }]);
    sending.apply(done(2, outcome_without_answer(NoAnswer::BlockedByPolicy)), 0.5);
    assert_eq!(sending.state(), given_up(Some(Reason::BlockedByPolicy), true, false));
    sending.apply(PRESS, 0.5);
    assert!(!sending.may_have_arrived());
}

#[test]
fn sending_the_same_message_again_gets_all_attempts() {
    let mut sending = after(true, [Input::Cancel, Input::Again]);
    assert_eq!(sending.state(), State::Sending { attempt: 1 });
    assert_eq!(sending.apply(done(2, busy()), 0.5), Some(Effect::Wait { milliseconds: 2_000, number: 2 }));
    assert!(sending.may_have_arrived());
}

#[test]
fn a_refused_message_can_be_corrected_and_sent() {
    let mut sending = after(true, [done(1, Outcome::Refused(Refusal::default()))]);
    assert_eq!(sending.apply(Input::Again, 0.5), None);
    assert_eq!(sending.apply(PRESS, 0.5), Some(Effect::Send { number: 2 }));
}
