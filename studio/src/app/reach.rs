//! What belongs to the contact form: HubSpot's embed code, a test message, and what the server has to allow.

use leptos::{ev::Event, prelude::*};
use studio::{Path, fragment, hubspot_ids};

use super::state::Studio;

pub fn reach(studio: Studio) -> AnyView {
    view! {
        {from_hubspot(studio)}
        {move || test(studio)}
    }
    .into_any()
}

/// Reads the ids from HubSpot's embed code.
fn from_hubspot(studio: Studio) -> AnyView {
    let problem = RwSignal::new(None::<String>);
    let read = move |event: Event| {
        let text = event_target_value(&event);
        if text.trim().is_empty() {
            problem.set(None);
            return;
        }
        match hubspot_ids(&text) {
            Err(missing) => problem.set(Some(missing.to_owned())),
            Ok(ids) => {
                problem.set(None);
                studio.change(None, |design| {
                    let contact = Path::default().name("contact");
                    let mut set = |name: &str, value: String| design.set(&contact.name(name), Some(value.into()));
                    set("receiver", "hubspot".to_owned());
                    set("portalId", ids.portal_id);
                    set("formId", ids.form_id);
                    if let Some(region) = ids.region {
                        set("region", region);
                    }
                });
                studio.say("The account and the form are filled in");
            }
        }
    };
    view! {
        <div class="field">
            <label for="hubspot">{"Embed code of a HubSpot form"}</label>
            <p class="about" id="hubspot-about">{"Paste it to fill in the account, the form and the region. It is not kept."}</p>
            <textarea id="hubspot" rows="3" spellcheck="false" on:change=read aria-describedby="hubspot-about hubspot-problem"/>
            <div id="hubspot-problem" role="status">{move || problem.get().map(|text| view! { <p class="problem">{text}</p> })}</div>
        </div>
    }
    .into_any()
}

/// The link to the page that sends a test message. This page itself may not send anything anywhere.
fn test(studio: Studio) -> Option<AnyView> {
    let address = studio.design.with(|design| {
        design.settings.get("contact")?;
        fragment(design).ok()
    })?;
    Some(
        view! {
            <p>
                <a href=format!("studio-test.html#{address}") target="_blank" rel="noopener">{"Send a test message"}</a>
                {" opens a page of its own, because this one may not send anything anywhere. It sends when you press the button there, and explains the answer."}
            </p>
        }
        .into_any(),
    )
}
