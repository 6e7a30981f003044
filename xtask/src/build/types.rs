//! TypeScript types, from the custom elements manifest.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

const END: &str = r#"}

declare global {
  interface HTMLElementTagNameMap {
    "support-fit": SupportFit;
  }
  interface HTMLElementEventMap extends SupportFitEventMap {}
  interface DocumentEventMap extends SupportFitEventMap {}
}
"#;

/// The declarations, from the manifest's description of the class.
pub fn of(class: &Value) -> Result<String> {
    let mut text = format!(
        "// Generated from the documentation of the element; see custom-elements.json.\n\n\
         /** {} */\nexport interface SupportFit extends HTMLElement {{\n",
        string(class, "/description")?.replace('\n', " ")
    );
    for member in list(class, "members")? {
        let (name, comment) = documented(member)?;
        if member["kind"] == "method" {
            let parameters = member["parameters"].as_array().into_iter().flatten();
            let parameters: Vec<_> = parameters
                .map(|parameter| Ok(format!("{}: {}", string(parameter, "/name")?, string(parameter, "/type/text")?)))
                .collect::<Result<_>>()?;
            let returned = string(member, "/return/type/text")?;
            writeln!(text, "{comment}  {name}({}): {returned};", parameters.join(", "))?;
        } else {
            let readonly = if member["readonly"] == true { "readonly " } else { "" };
            writeln!(text, "{comment}  {readonly}{name}: {};", string(member, "/type/text")?)?;
        }
    }
    text += "}\n\n/** The attributes. */\nexport interface SupportFitAttributes {\n";
    for attribute in list(class, "attributes")? {
        let (name, comment) = documented(attribute)?;
        writeln!(text, "{comment}  \"{name}\"?: {};", string(attribute, "/type/text")?)?;
    }
    text += "}\n\n/** The events by name. */\nexport interface SupportFitEventMap {\n";
    for event in list(class, "events")? {
        let (name, comment) = documented(event)?;
        writeln!(text, "{comment}  \"{name}\": {};", string(event, "/type/text")?)?;
    }
    Ok(text + END)
}

/// The name of an API item, and its description as a comment.
fn documented(part: &Value) -> Result<(&str, String)> {
    let description = string(part, "/description")?.replace('\n', " ");
    Ok((string(part, "/name")?, format!("  /** {description} */\n")))
}

fn list<'a>(class: &'a Value, name: &str) -> Result<&'a Vec<Value>> {
    class[name].as_array().with_context(|| format!("the documentation of the element has no {name}"))
}

fn string<'a>(value: &'a Value, pointer: &str) -> Result<&'a str> {
    let found = value.pointer(pointer).and_then(Value::as_str);
    found.with_context(|| format!("the documentation of the element lacks {pointer} in {value}"))
}
