//! Sending a message, as a state machine: what happened comes in, and what the shell has to do comes out.
//!
//! Only a receiver of JSON gets a message again by itself, because it sees the id of the message. Every other one gets it
//! once for each press of a button.
//!
//! ```
//! use contact::{Effect, Input, Outcome, Sending, State};
//!
//! let mut sending = Sending::new(false);
//! assert_eq!(sending.apply(Input::Press { is_online: true }, 0.5), Some(Effect::Send { number: 1 }));
//! assert_eq!(sending.state(), State::Sending { attempt: 1 });
//! assert_eq!(sending.apply(Input::Done { number: 1, outcome: Outcome::Accepted }, 0.5), Some(Effect::Show));
//! assert_eq!(sending.state(), State::Accepted);
//! ```

use config::{Contact, Receiver};

use super::answer::{Outcome, Reason};

/// Maximum number of attempts that follow one press.
pub const MOST_ATTEMPTS: u8 = 4;

/// Milliseconds before the second attempt and those after it.
const WAITS: [f64; MOST_ATTEMPTS as usize - 1] = [2_000.0, 8_000.0, 30_000.0];

/// What the visitor sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing was sent, or nothing of it can have arrived.
    Draft,
    /// A request is out.
    Sending {
        attempt: u8,
    },
    /// This attempt follows in so many seconds.
    Waiting {
        attempt: u8,
        seconds: u32,
    },
    /// This attempt follows when the network is back.
    Offline {
        attempt: u8,
    },
    Accepted,
    /// Sent, and nothing says whether it arrived.
    Unconfirmed,
    Refused,
    /// Nothing follows by itself.
    GivenUp {
        /// `None` if the visitor canceled.
        reason: Option<Reason>,
        may_have_arrived: bool,
        /// Whether it makes sense to send the same message again.
        can_repeat: bool,
    },
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The visitor sends a new message, with a new id.
    Press {
        is_online: bool,
    },
    /// The visitor sends the same message again, or does not want to wait.
    Again,
    /// A request ended. The number is that of its [`Effect::Send`].
    Done {
        number: u32,
        outcome: Outcome,
    },
    /// The number is that of [`Effect::Wait`].
    Waited {
        number: u32,
    },
    /// The network is back.
    Online,
    Cancel,
}

/// Something for the shell to do: first this, and then to show the state. There is at most one request. A wait is not
/// stopped: its end is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Make the request, and report [`Input::Done`] with this number.
    Send { number: u32 },
    /// Abort the request. Nothing has to be reported.
    StopRequest,
    /// Report [`Input::Waited`] with this number after so many milliseconds.
    Wait { milliseconds: u32, number: u32 },
    /// Only show the state.
    Show,
}

/// How far a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    state: State,
    repeats: bool,
    /// Of the last request, over all messages.
    number: u32,
    /// Whether the current message may have arrived by an attempt that failed.
    may_have_arrived: bool,
}

impl Sending {
    /// Nothing is sent yet. `repeats`: whether the receiver gets a message again by itself ([`Sending::of`]).
    #[must_use]
    pub const fn new(repeats: bool) -> Self {
        Self { state: State::Draft, repeats, number: 0, may_have_arrived: false }
    }

    #[must_use]
    pub const fn of(contact: &Contact) -> Self {
        Self::new(matches!(contact.receiver, Receiver::Json { .. }))
    }

    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// Whether the end of this request still matters.
    #[must_use]
    pub const fn awaits(&self, request: u32) -> bool {
        matches!(self.state, State::Sending { .. }) && self.number == request
    }

    /// Whether the current message may have arrived, although nothing says so. Says it also where it will be sent again.
    #[must_use]
    pub const fn may_have_arrived(&self) -> bool {
        self.may_have_arrived
    }

    /// Applies what happened, and returns what to do. `jitter`, 0 to 1, spreads the waits of many visitors by a quarter to
    /// either side. What does not fit the state, such as a late answer, changes nothing: then it returns `None`.
    pub fn apply(&mut self, input: Input, jitter: f64) -> Option<Effect> {
        let effect = match (input, self.state) {
            (
                Input::Press { is_online },
                State::Draft | State::Unconfirmed | State::Refused | State::GivenUp { .. },
            ) => {
                self.may_have_arrived = false;
                if is_online { self.send(1) } else { self.show(State::Offline { attempt: 1 }) }
            }
            (Input::Again, State::Unconfirmed | State::GivenUp { can_repeat: true, .. }) => self.send(1),
            (Input::Again | Input::Online, State::Offline { attempt })
            | (Input::Again, State::Waiting { attempt, .. }) => self.send(attempt),
            (Input::Waited { number }, State::Waiting { attempt, .. }) if number == self.number => self.send(attempt),
            (Input::Done { number, outcome }, State::Sending { attempt }) if self.awaits(number) => {
                self.done(outcome, attempt, jitter)
            }
            (Input::Cancel, State::Sending { .. }) => {
                self.may_have_arrived = true;
                self.cancel();
                Effect::StopRequest
            }
            (Input::Cancel, State::Waiting { .. } | State::Offline { .. }) => self.cancel(),
            _ => return None,
        };
        Some(effect)
    }

    fn show(&mut self, state: State) -> Effect {
        self.state = state;
        Effect::Show
    }

    fn send(&mut self, attempt: u8) -> Effect {
        self.state = State::Sending { attempt };
        self.number = self.number.wrapping_add(1);
        Effect::Send { number: self.number }
    }

    fn done(&mut self, outcome: Outcome, attempt: u8, jitter: f64) -> Effect {
        let (reason, can_repeat) = match outcome {
            Outcome::Accepted => return self.show(State::Accepted),
            Outcome::Unconfirmed => {
                self.may_have_arrived = true;
                return self.show(State::Unconfirmed);
            }
            Outcome::Refused(_) => return self.show(State::Refused),
            Outcome::Failed { reason, can_repeat, may_have_arrived } => {
                self.may_have_arrived |= may_have_arrived;
                (reason, can_repeat)
            }
        };
        if self.repeats && can_repeat {
            if reason == Reason::Offline {
                return self.show(State::Offline { attempt });
            }
            if let Some(wait) = WAITS.get(usize::from(attempt.saturating_sub(1))) {
                let jitter = if (0.0..=1.0).contains(&jitter) { jitter } else { 0.5 };
                let milliseconds = wait * (0.75 + jitter / 2.0);
                let seconds = (milliseconds / 1_000.0).ceil();
                self.state = State::Waiting { attempt: attempt + 1, seconds: seconds as u32 };
                return Effect::Wait { milliseconds: milliseconds as u32, number: self.number };
            }
        }
        self.show(State::GivenUp { reason: Some(reason), may_have_arrived: self.may_have_arrived, can_repeat })
    }

    /// If nothing can have arrived, the message is a draft again.
    fn cancel(&mut self) -> Effect {
        self.show(if self.may_have_arrived {
            State::GivenUp { reason: None, may_have_arrived: true, can_repeat: true }
        } else {
            State::Draft
        })
    }
}
