//! A suggestion for a privacy policy: what the assessment stores and sends with these settings.

use config::{Contact, Detail, DraftStorage, Receiver, ResultSettings};

use crate::{
    Design,
    check::check_design,
    secret::without_secrets,
    server::{beginning, hubspot},
};

/// Paragraphs of plain text with a blank line between them. Invalid settings have no effect, as in the assessment. The last
/// paragraph is for the site owner, and says that this is no legal advice.
#[must_use]
pub fn privacy(design: &Design) -> String {
    let design = &without_secrets(design);
    let settings = check_design(design).settings;
    let is_stored = settings.start.storage == DraftStorage::Local;
    let mut paragraphs = vec![own_device(is_stored)];
    if let Some(host) = host(&design.files) {
        paragraphs.push(format!(
            "The files of the assessment come from {host}. As with any file of a website, that server learns the IP address of \
             your device."
        ));
    }
    paragraphs.extend(settings.contact.as_ref().map(|contact| messages(contact, &settings.result, is_stored)));
    paragraphs.extend(events(settings.start.events, settings.start.data_layer.as_deref()));
    paragraphs.push("This text is a suggestion and no legal advice. Your counsel decides.".to_owned());
    paragraphs.join("\n\n") + "\n"
}

fn own_device(is_stored: bool) -> String {
    let stored = if is_stored {
        "Your answers, up to ten earlier results, and answers that were replaced are stored only on your device (local storage), so \
         that you find them again. You can erase them in the assessment."
    } else {
        "It stores none of your answers."
    };
    format!(
        "This site has an assessment, SupportFit. It runs in your browser. {stored} It sets no cookie, and sends no answer to us \
         unless you do."
    )
}

fn messages(contact: &Contact, settings: &ResultSettings, is_stored: bool) -> String {
    let us = settings.legal_name.as_deref().or(settings.provider_name.as_deref());
    let to = us.map_or("us".to_owned(), |name| format!("us, {name}"));
    let mut sentences = vec![
        format!(
            "The assessment offers a form to write to {to}. You see the whole message and who receives it before you send it."
        ),
        if contact.with_answers {
            "Your result and your answers are part of it only if you choose that.".to_owned()
        } else {
            "Your result and your answers are not part of it.".to_owned()
        },
        way(contact),
    ];
    if let Receiver::HubSpot(form) = &contact.receiver
        && form.with_cookie
    {
        sentences.push("HubSpot also gets its tracking cookie of this site (hubspotutk).".to_owned());
    }
    if contact.with_news {
        sentences.push(
            "We send you news only if you ask for it with a box of its own, and until you withdraw that.".to_owned(),
        );
    }
    if is_stored {
        sentences.push("If a message could not be sent, you can keep it on your device for seven days.".to_owned());
    }
    if let Some(url) = &settings.privacy_url {
        sentences.push(format!("Our privacy notice: {url}"));
    }
    sentences.join(" ")
}

/// Who receives a message.
fn way(contact: &Contact) -> String {
    let email = contact.email.as_deref();
    let other = match (email, &contact.receiver) {
        (Some(email), receiver) if !matches!(receiver, Receiver::Mailto) => {
            format!(" If that fails, you can send it to {email} with your email program.")
        }
        _ => String::new(),
    };
    let way = match &contact.receiver {
        Receiver::Json { url, .. } | Receiver::Form { url } | Receiver::Post { url } => {
            format!("It is sent to {}.", host(url).unwrap_or("our server"))
        }
        Receiver::HubSpot(form) => {
            let host = host(hubspot(form.is_european)).unwrap_or_default();
            format!("It is sent to HubSpot ({host}), which processes it for us.")
        }
        Receiver::Mailto => format!("Your own email program sends it to {}.", email.unwrap_or("us")),
        Receiver::Event => "This site receives it, and passes it on to us.".to_owned(),
    };
    way + &other
}

fn events(detail: Detail, data_layer: Option<&str>) -> Option<String> {
    let what = match detail {
        Detail::Plain => {
            "which steps of the assessment you take and which result you see, but no answer and nothing that you type"
        }
        Detail::Detailed => {
            "which steps of the assessment you take, your answers and your result, but nothing that you type"
        }
    };
    match (detail, data_layer) {
        (_, Some(name)) => Some(format!("Analytics of this site (the data layer {name}) can learn {what}.")),
        (Detail::Detailed, None) => Some(format!("Scripts of this site can learn {what}.")),
        (Detail::Plain, None) => None,
    }
}

/// The host of an address, with its port.
fn host(address: &str) -> Option<&str> {
    let (_, host) = beginning(address).split_once("://")?;
    Some(host).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(settings: &str) -> String {
        privacy(&Design { settings: serde_json::from_str(settings).unwrap(), ..Design::new("https://widget.example/") })
    }

    #[test]
    fn it_says_what_is_stored() {
        let stored = text("{}");
        assert!(stored.contains("stored only on your device (local storage)"), "{stored}");
        // Any value that is not known means that nothing is stored.
        for storage in ["none", "x"] {
            let text = text(&format!(r#"{{"storage": "{storage}", "contact": {{"receiver": "event"}}}}"#));
            assert!(text.contains("stores none of your answers") && !text.contains("keep it on your device"), "{text}");
        }
    }

    #[test]
    fn the_paragraph_on_storage_is_that_of_the_plugin_for_wordpress() {
        let readme = include_str!("../../../wordpress/readme.txt");
        let sentence = "Your answers, up to ten earlier results, and answers that were replaced are stored only on your device (local \
                        storage), so that you find them again. You can erase them in the assessment.";
        assert!(readme.contains(sentence) && text("{}").contains(sentence));
    }

    #[test]
    fn it_names_the_receiver_of_messages() {
        let of = |contact: &str| text(&format!(r#"{{"providerName": "Marlow & Finch IT", "contact": {contact}}}"#));
        for (contact, part) in [
            (
                r#"{"receiver": "json", "url": "https://n8n.marlow.example/x?key=1"}"#,
                "It is sent to n8n.marlow.example.",
            ),
            (
                r#"{"receiver": "mailto", "email": "a@marlow.example"}"#,
                "Your own email program sends it to a@marlow.example.",
            ),
            (r#"{"receiver": "event"}"#, "This site receives it"),
            (r#"{"receiver": "event", "answers": true}"#, "only if you choose that"),
            (r#"{"receiver": "event"}"#, "answers are not part of it"),
            (
                r#"{"receiver": "hubspot", "portalId": "1", "formId": "0b9c6c1e-5d3f-4b7a-9c1d-2e8f6a7b4c5d", "hutk": true}"#,
                "HubSpot also gets its tracking cookie",
            ),
        ] {
            let text = of(contact);
            assert!(text.contains(part) && text.contains("write to us, Marlow & Finch IT."), "{text}");
        }
        assert!(!text("{}").contains("form to write"));
        assert!(!of(r#"{"receiver": "json", "url": "https://n8n.marlow.example/x?key=1"}"#).contains("key="));
    }

    #[test]
    fn it_says_what_analytics_can_learn() {
        assert!(text(r#"{"dataLayer": "dataLayer"}"#).contains("(the data layer dataLayer) can learn which steps"));
        assert!(text(r#"{"dataLayer": "dataLayer"}"#).contains("but no answer"));
        assert!(
            text(r#"{"events": "detailed"}"#)
                .contains("Scripts of this site can learn which steps of the assessment you take, your answers")
        );
        assert!(!text("{}").contains("can learn"));
    }

    #[test]
    fn it_is_no_legal_advice() {
        assert!(text("{}").trim_end().ends_with("no legal advice. Your counsel decides."));
    }
}
