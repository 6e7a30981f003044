//! Types for TypeScript, from the manifest.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

use super::manifest::TAG;

/// The declarations of a page that uses the element.
pub fn of(manifest: &Value) -> Result<String> {
    let class = &manifest["modules"][0]["declarations"][0];
    let mut text =
        String::from("// Made by the build from the documentation of the element; see custom-elements.json.\n\n");
    comment(&mut text, "", &class["description"])?;
    text += "export interface SupportFit extends HTMLElement {\n";
    for member in list(class, "members")? {
        comment(&mut text, "  ", &member["description"])?;
        let name = word(member, "name")?;
        if member["kind"] == "method" {
            let mut parameters = Vec::new();
            for parameter in member["parameters"].as_array().into_iter().flatten() {
                parameters.push(format!("{}: {}", word(parameter, "name")?, kind(&parameter["type"])?));
            }
            writeln!(text, "  {name}({}): {};", parameters.join(", "), kind(&member["return"]["type"])?)?;
        } else {
            let readonly = if member["readonly"] == true { "readonly " } else { "" };
            writeln!(text, "  {readonly}{name}: {};", kind(&member["type"])?)?;
        }
    }
    text += "}\n\n/** The attributes, as markup has them. */\nexport interface SupportFitAttributes {\n";
    for attribute in list(class, "attributes")? {
        comment(&mut text, "  ", &attribute["description"])?;
        writeln!(text, "  \"{}\"?: {};", word(attribute, "name")?, kind(&attribute["type"])?)?;
    }
    text += "}\n\n/** The events, by their names. */\nexport interface SupportFitEventMap {\n";
    for event in list(class, "events")? {
        comment(&mut text, "  ", &event["description"])?;
        writeln!(text, "  \"{}\": {};", word(event, "name")?, kind(&event["type"])?)?;
    }
    write!(
        text,
        "}}\n\ndeclare global {{\n  interface HTMLElementTagNameMap {{\n    \"{TAG}\": SupportFit;\n  }}\n  \
         interface HTMLElementEventMap extends SupportFitEventMap {{}}\n}}\n"
    )?;
    Ok(text)
}

/// What React's types have to know, apart, since it names a package that other pages do not have.
pub fn for_react() -> String {
    format!(
        "// Made by the build. For React 19: the element in JSX, with its attributes and the property `config`.\n\n\
         import type {{ DetailedHTMLProps, HTMLAttributes }} from \"react\";\n\
         import type {{ SupportFit, SupportFitAttributes }} from \"./support-fit.d.ts\";\n\n\
         declare module \"react\" {{\n  namespace JSX {{\n    interface IntrinsicElements {{\n      \
         \"{TAG}\": DetailedHTMLProps<HTMLAttributes<SupportFit>, SupportFit> &\n        \
         Omit<SupportFitAttributes, \"config\" | \"lang\" | \"nonce\"> & {{ config?: object | string | null }};\n    \
         }}\n  }}\n}}\n"
    )
}

fn list<'a>(class: &'a Value, name: &str) -> Result<&'a Vec<Value>> {
    class[name].as_array().with_context(|| format!("the manifest has no {name}"))
}

fn word<'a>(value: &'a Value, name: &str) -> Result<&'a str> {
    value[name].as_str().with_context(|| format!("a part of the manifest has no {name}: {value}"))
}

fn kind(value: &Value) -> Result<&str> {
    value["text"].as_str().with_context(|| "a part of the element has no type in its documentation".to_owned())
}

fn comment(text: &mut String, indent: &str, description: &Value) -> Result<()> {
    let description = description.as_str().context("a part of the element has no description")?;
    writeln!(text, "{indent}/** {} */", description.replace('\n', " "))?;
    Ok(())
}
