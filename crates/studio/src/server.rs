//! What the server of a page with the element has to allow, as lines for its configuration. Nothing is escaped here: what is no
//! plain origin is refused.

use std::fmt::Write;

use config::{Kind, Receiver};

use crate::{
    Design,
    check::{Problem, check_design, is_folder},
    escape,
    secret::without_secrets,
    snippet::style_sheet,
};

/// A directive of a content security policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    pub name: &'static str,
    /// As they are written, without duplicates.
    pub sources: Vec<String>,
    /// What it is for, in Markdown.
    pub why: &'static str,
}

/// What to write where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerLines {
    pub directives: Vec<Directive>,
    /// The directives on one line. A page with other scripts, styles or pictures needs their origins too.
    pub policy: String,
    pub nginx: String,
    pub apache: String,
    /// For the file `_headers` of Netlify and Cloudflare Pages.
    pub headers: String,
    /// A rule in place of the `style` attribute, which `style-src` without `'unsafe-inline'` blocks.
    pub css: String,
    /// The command that lets `frame.html` send messages. `None` without a receiver on a server.
    pub build: Option<String>,
}

/// The lines for the page that has the element.
///
/// # Errors
/// If an address in the design is not valid, or has an origin that a policy cannot name.
pub fn server(design: &Design) -> Result<ServerLines, Vec<Problem>> {
    let design = &without_secrets(design);
    let report = check_design(design);
    // A policy without the receiver would block messages.
    let concerns = |problem: &&Problem| ["files", "contact", "logo"].iter().any(|name| problem.path.starts_with(name));
    let problems: Vec<_> = report.problems.iter().filter(concerns).cloned().collect();
    if !problems.is_empty() || !is_folder(&design.files) {
        return Err(problems);
    }
    let files = origin_of("files", &design.files)?;
    let mut script = vec!["'self'".to_owned(), files.clone()];
    script.push("'wasm-unsafe-eval'".to_owned());
    let mut connect = vec!["'self'".to_owned(), files];
    if !design.file.starts_with('/') {
        connect.push(origin_of("file", &design.file)?);
    }
    let receiver = report.settings.contact.as_ref().map(|contact| &contact.receiver);
    let (message, form) = match receiver {
        Some(Receiver::Json { url, .. } | Receiver::Form { url }) => (Some(origin_of("contact.url", url)?), None),
        Some(Receiver::HubSpot(form)) => (Some(hubspot(form.is_european).to_owned()), None),
        Some(Receiver::Post { url }) => (None, Some(origin_of("contact.url", url)?)),
        Some(Receiver::Mailto | Receiver::Event) | None => (None, None),
    };
    connect.extend(message.clone());
    let mut directives = vec![
        Directive {
            name: "script-src",
            sources: script,
            why: "The loader. `'wasm-unsafe-eval'` allows WebAssembly and no `eval`.",
        },
        Directive {
            name: "style-src",
            sources: vec!["'self'".to_owned()],
            why: "The element needs nothing. The `style` attribute of the snippet is blocked: use the rule for your style sheet.",
        },
        Directive {
            name: "connect-src",
            sources: connect,
            why: "The application, the file with the settings, and messages.",
        },
    ];
    if let Some(logo) = &report.settings.result.logo {
        let source = if logo.url.starts_with("data:") { "data:".to_owned() } else { origin_of("logo.url", &logo.url)? };
        directives.push(Directive { name: "img-src", sources: vec!["'self'".to_owned(), source], why: "Your logo." });
    }
    if let Some(form) = &form {
        let sources = vec!["'self'".to_owned(), form.clone()];
        let why = "Messages. Some browsers also need the origin of the page that follows.";
        directives.push(Directive { name: "form-action", sources, why });
    }
    let build = message.or(form).map(|origin| format!("cargo xtask build --receiver {origin}"));
    Ok(lines(directives, style_sheet(design), build))
}

/// Where HubSpot takes messages.
pub(crate) const fn hubspot(is_european: bool) -> &'static str {
    if is_european { "https://api-eu1.hsforms.com" } else { "https://api.hsforms.com" }
}

fn lines(mut directives: Vec<Directive>, css: String, build: Option<String>) -> ServerLines {
    let mut policy = String::new();
    for directive in &mut directives {
        let mut seen: Vec<String> = Vec::new();
        directive.sources.retain(|source| {
            !seen.contains(source) && {
                seen.push(source.clone());
                true
            }
        });
        let separator = if policy.is_empty() { "" } else { "; " };
        // Writing to a string cannot fail.
        let _ = write!(policy, "{separator}{} {}", directive.name, directive.sources.join(" "));
    }
    ServerLines {
        nginx: format!("add_header Content-Security-Policy \"{policy}\" always;\n"),
        apache: format!("Header always set Content-Security-Policy \"{policy}\"\n"),
        headers: format!("/*\n  Content-Security-Policy: {policy}\n"),
        directives,
        policy,
        css,
        build,
    }
}

/// The origin of a valid address.
fn origin_of(path: &str, address: &str) -> Result<String, Vec<Problem>> {
    escape::origin(beginning(address)).map_err(|escape::Refused(expected)| {
        let remedy = "Use an address whose host has a name: a policy cannot name this one.";
        vec![Problem::next_to_settings(path, address, Kind::NotAnOrigin, expected, remedy)]
    })
}

/// The address without its path.
pub(crate) fn beginning(address: &str) -> &str {
    // The first two slashes are before the host.
    let end = address.match_indices(['/', '?', '#']).nth(2).map_or(address.len(), |(at, _)| at);
    &address[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn design(settings: &str) -> Design {
        Design { settings: serde_json::from_str(settings).unwrap(), ..Design::new("https://widget.example/") }
    }

    const PLAIN: &str = "script-src 'self' https://widget.example 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' https://widget.example";

    #[test]
    fn without_a_receiver_the_policy_is_that_of_the_documents() {
        let lines = server(&design("{}")).unwrap();
        let documented = include_str!("../../../docs/snippets/csp.txt");
        assert_eq!(lines.policy, PLAIN);
        assert!(documented.starts_with(PLAIN), "{documented}");
        assert_eq!(lines.build, None);
    }

    #[test]
    fn a_receiver_is_in_the_directive_that_its_messages_need() {
        let of = |contact: &str| {
            let lines = server(&design(&format!(r#"{{"contact": {contact}}}"#))).unwrap();
            (lines.policy.strip_prefix(PLAIN).unwrap().to_owned(), lines.build)
        };
        let build = |origin: &str| Some(format!("cargo xtask build --receiver {origin}"));
        let uuid = "0b9c6c1e-5d3f-4b7a-9c1d-2e8f6a7b4c5d";
        let hubspot = |region: &str| {
            format!(r#"{{"receiver": "hubspot", "portalId": "1", "formId": "{uuid}", "region": "{region}"}}"#)
        };
        for (contact, policy, build) in [
            (
                r#"{"receiver": "json", "url": "https://A.example:8443/x?y"}"#,
                " https://a.example:8443",
                build("https://a.example:8443"),
            ),
            (
                r#"{"receiver": "post", "url": "https://a.example"}"#,
                "; form-action 'self' https://a.example",
                build("https://a.example"),
            ),
            (&hubspot("na1"), " https://api.hsforms.com", build("https://api.hsforms.com")),
            (&hubspot("eu1"), " https://api-eu1.hsforms.com", build("https://api-eu1.hsforms.com")),
            (r#"{"receiver": "event"}"#, "", None),
            (r#"{"receiver": "json", "url": "https://widget.example/x"}"#, "", build("https://widget.example")),
        ] {
            assert_eq!(of(contact), (policy.to_owned(), build), "{contact}");
        }
    }

    #[test]
    fn a_logo_is_in_the_directive_for_pictures() {
        let lines = server(&design(r#"{"logo": {"url": "https://cdn.example/a.png", "alt": "x"}}"#)).unwrap();
        assert!(lines.policy.ends_with("; img-src 'self' https://cdn.example"), "{}", lines.policy);
    }

    #[test]
    fn an_address_that_is_not_plain_is_refused_and_not_escaped() {
        for settings in [
            r#"{"contact": {"receiver": "json", "url": "https://a.example; script-src *"}}"#,
            r#"{"contact": {"receiver": "json", "url": "https://a.example\"/x"}}"#,
            r#"{"contact": {"receiver": "json", "url": "http://[::1]/x"}}"#,
            r#"{"logo": {"url": "https://a.example\nb/x.png", "alt": "x"}}"#,
        ] {
            assert!(server(&design(settings)).is_err(), "{settings}");
        }
        assert!(server(&Design::new("https://widget.example/\"; x/")).is_err());
        assert!(server(&Design::new("http://[::1]/")).is_err());
    }

    #[test]
    fn the_lines_of_servers_have_the_policy_once() {
        let lines = server(&design("{}")).unwrap();
        assert_eq!(lines.nginx, format!("add_header Content-Security-Policy \"{PLAIN}\" always;\n"));
        assert_eq!(lines.apache, format!("Header always set Content-Security-Policy \"{PLAIN}\"\n"));
        assert_eq!(lines.headers, format!("/*\n  Content-Security-Policy: {PLAIN}\n"));
    }

    #[test]
    fn the_rule_for_the_style_sheet_is_that_of_the_documents_with_the_styles() {
        let mut design = design("{}");
        design.styles.insert("--support-fit-accent", "teal".to_owned());
        let documented = include_str!("../../../docs/snippets/style.css").trim_end().trim_end_matches('}').to_owned();
        assert_eq!(server(&design).unwrap().css, documented + "  --support-fit-accent: teal;\n}\n");
    }
}
