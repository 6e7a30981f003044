//! The page `studio-test.html`: shows a test message, sends it after a press, and explains the answer.

use std::rc::Rc;

use assessment::json::Value;
use config::{Contact, Receiver};
use leptos::{ev::MouseEvent, prelude::*};
use studio::{
    check_design, from_fragment,
    trial::{Explanation, explain, message, outcome, request, shown},
};

/// What the page needs from the browser.
pub trait TrialHost {
    /// The settings: a link of the studio. Anyone may have written it.
    fn fragment(&self) -> String;

    /// A new UUID.
    fn id(&self) -> String;

    /// ISO 8601, in UTC.
    fn time(&self) -> String;

    /// The address of this page.
    fn address(&self) -> String;

    /// Calls a function of `src/embed/contact.js`, and `then` with what it answers.
    fn carry_out(&self, call: &str, input: &Value, then: Box<dyn FnOnce(Value)>);
}

/// Writes the page.
pub fn trial(host: Rc<dyn TrialHost>) -> AnyView {
    let content = match contact(&host.fragment()) {
        Ok(contact) => form(host, contact),
        Err(problem) => view! { <p class="problem">{problem}</p> }.into_any(),
    };
    view! {
        <div class="trial">
            <h1>{"Send a test message"}</h1>
            {content}
        </div>
    }
    .into_any()
}

/// The contact form of the settings, or why there is none.
fn contact(fragment: &str) -> Result<Contact, &'static str> {
    let Ok(reading) = from_fragment(fragment) else {
        return Err("This page needs the settings in its address. Open it from the studio.");
    };
    let contact = check_design(&reading.design).settings.contact;
    contact.ok_or("The settings have no contact form that can be used. The studio says what is missing.")
}

fn form(host: Rc<dyn TrialHost>, contact: Contact) -> AnyView {
    let message = message(&contact, &host.id(), &host.time(), &host.address());
    let receiver = receiver(&contact);
    let rows = shown(&contact, &message)
        .into_iter()
        .map(|(name, text)| view! { <tr><th scope="row"><code>{name}</code></th><td>{text}</td></tr> });
    let rows = rows.collect_view();
    let state = RwSignal::new(None::<Result<Explanation, ()>>);
    let host = StoredValue::new_local(host);
    let button = format!("Send to {receiver}");
    let intro = format!(
        "This goes to {receiver} when you press the button, and nothing before. The names are those that the receiver gets."
    );
    let is_sending = move || state.with(|state| matches!(state, Some(Err(()))));
    let press = move |_: MouseEvent| {
        if is_sending() {
            return;
        }
        let Some((call, input)) = contact::call_for(request(&contact, &message)) else {
            state.set(Some(Ok(explain(&contact, &contact::Outcome::Unconfirmed, &receiver))));
            return;
        };
        state.set(Some(Err(())));
        let (contact, receiver) = (contact.clone(), receiver.clone());
        let then = move |answer: Value| {
            let outcome = outcome(&contact, &answer);
            state.set(Some(Ok(explain(&contact, &outcome, &receiver))));
        };
        host.with_value(|host| host.carry_out(call, &input, Box::new(then)));
    };
    let answered = move || {
        Some(match state.get()? {
            Err(()) => view! { <p>{"Sending…"}</p> }.into_any(),
            Ok(Explanation { heading, text }) => {
                let text = text.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
                view! { <h2>{heading}</h2> {text} }.into_any()
            }
        })
    };
    view! {
        <p>{intro}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="The message">
            <table>
                <caption>{"The message"}</caption>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <button type="button" class="primary" on:click=press>{button}</button>
        <div role="status" class="outcome">{answered}</div>
    }
    .into_any()
}

/// How sentences name the receiver.
fn receiver(contact: &Contact) -> String {
    match contact::address(contact) {
        Some(url) => url.split(['/', '?', '#']).nth(2).unwrap_or_default().to_owned(),
        None if contact.receiver == Receiver::Mailto => "your email program".to_owned(),
        None => "your page".to_owned(),
    }
}
