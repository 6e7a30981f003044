//! `frame.html` in an `iframe`, with its settings in the address or in a file next to it.

use assessment::{json::Value, text::line};
use config::{Setting, documentation::FrameParameter};

use super::{CHECK, Part, element::attributes, is_short, name_of, page::script};
use crate::{Design, escape, json::document_for_frame};

/// What the frame is called if the settings have no title.
const TITLE: &str = "Which IT support model fits you?";

/// `None` if the address is too long.
pub fn parts(design: &Design) -> Option<(Vec<Part>, Vec<String>)> {
    let html = |query: &str| {
        let address = escape::attribute(&format!("{}frame.html{query}", design.files));
        let title = escape::attribute(title(design));
        let script = script(design, "support-fit-frame.js", "");
        format!(
            "<div><iframe data-support-fit src=\"{address}\" title=\"{title}\" \
             style=\"display:block;width:100%;height:1026px;border:0\"></iframe></div>\n{script}"
        )
    };
    let part = |text: String| Part { name: "Where the assessment belongs".to_owned(), language: "html", text };
    let paste = "Paste the snippet. Without its script, the frame keeps its height and scrolls inside. Of the looks, the frame takes \
                 only the color theme and the logo."
        .to_owned();
    if let Some(text) = query(design).map(|query| html(&query)).filter(|text| is_short(text)) {
        return Some((vec![part(text)], vec![paste, CHECK.to_owned()]));
    }
    let name = file_name(design);
    let text = Some(html(&format!("?config={}", escape::parameter(&name)))).filter(|text| is_short(text))?;
    let mut steps = vec![
        format!("Save the JSON as `{name}`, and put it into the folder of `frame.html`, at `{}{name}`.", design.files),
        paste,
    ];
    if design.settings.get("contact").is_some() {
        steps.push(
            "The contact form is shown only in pages whose origin is in `frameParents`. If the receiver is on another origin, build \
             with `--receiver`."
                .to_owned(),
        );
    }
    steps.push(CHECK.to_owned());
    let file = Part { name, language: "json", text: document_for_frame(design) };
    Some((vec![part(text), file], steps))
}

/// The settings as parameters. `None` if the address cannot set all of them in every page.
fn query(design: &Design) -> Option<String> {
    let is_allowed = |setting: Setting| {
        matches!(setting.documentation().frame, FrameParameter::Always | FrameParameter::InsideAPage)
    };
    let parameters = attributes(&design.settings, is_allowed)?;
    let parameters: Vec<_> =
        parameters.iter().map(|(name, value)| format!("{name}={}", escape::parameter(value))).collect();
    Some(if parameters.is_empty() { String::new() } else { format!("?{}", parameters.join("&")) })
}

/// The title for screen readers: that of the assessment if it has its own.
fn title(design: &Design) -> &str {
    let own = design.settings.get("texts").and_then(|texts| texts.get("title")).and_then(Value::as_text);
    own.and_then(|title| line(title, 80).ok()).unwrap_or(TITLE)
}

/// The name of the file next to the frame, which has to be a plain one.
fn file_name(design: &Design) -> String {
    let name = name_of(&design.file);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let is_name = name.len() <= 80 && name.ends_with(".json") && !name.starts_with('.') && name.bytes().all(is_plain);
    if is_name { name } else { "support-fit.json".to_owned() }
}
