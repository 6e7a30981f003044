//! `sbom.cdx.json`: a bill of materials in the format CycloneDX 1.6. It has neither a date nor a number of its own, both of
//! which the format leaves open: the same sources give the same bytes.

use serde_json::{Value, json};

use super::Crate;

/// The bill of `version` of the application, made with `tools`.
pub fn document(version: &str, crates: &[Crate], tools: &[(&str, String)]) -> Value {
    let (application, parts): (Vec<&Crate>, Vec<&Crate>) = crates.iter().partition(|one| one.name == "support-fit");
    let tools: Vec<Value> = tools
        .iter()
        .map(|(name, version)| json!({ "type": "application", "name": name, "version": version }))
        .collect();
    let component = application.first().map_or_else(
        || json!({ "type": "application", "name": "support-fit", "version": version }),
        |application| component("application", application),
    );
    let parts: Vec<Value> = parts.into_iter().map(|part| self::component("library", part)).collect();
    let dependencies: Vec<Value> = crates
        .iter()
        .map(|one| {
            let needs: Vec<String> = one.needs.iter().map(|id| reference(id)).collect();
            json!({ "ref": reference(&one.id()), "dependsOn": needs })
        })
        .collect();
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": tools },
            "component": component,
        },
        "components": parts,
        "dependencies": dependencies,
    })
}

fn component(kind: &str, of: &Crate) -> Value {
    let mut component = json!({
        "type": kind,
        "bom-ref": reference(&of.id()),
        "name": of.name,
        "version": of.version,
        "licenses": [{ "expression": of.license }],
    });
    // What is ours is in no registry.
    if let Some(checksum) = &of.checksum {
        component["purl"] = json!(reference(&of.id()));
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

/// The package URL.
fn reference(id: &str) -> String {
    format!("pkg:cargo/{}", id.replace('+', "%2B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(name: &str, checksum: Option<&str>, needs: &[&str]) -> Crate {
        Crate {
            name: name.to_owned(),
            version: "1.0.0+b".to_owned(),
            license: "MIT OR Apache-2.0".to_owned(),
            authors: Vec::new(),
            folder: Default::default(),
            checksum: checksum.map(String::from),
            needs: needs.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    #[test]
    fn a_part_has_its_package_its_license_and_the_checksum_of_the_registry() {
        let bill = document(
            "1.0.0",
            &[made("leptos", Some("0123"), &[]), made("support-fit", None, &["leptos@1.0.0+b"])],
            &[("node", "20.0.0".to_owned())],
        );
        assert_eq!(
            bill["components"],
            json!([{
                "type": "library",
                "bom-ref": "pkg:cargo/leptos@1.0.0%2Bb",
                "name": "leptos",
                "version": "1.0.0+b",
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
                "purl": "pkg:cargo/leptos@1.0.0%2Bb",
                "hashes": [{ "alg": "SHA-256", "content": "0123" }],
            }])
        );
        assert_eq!(bill["metadata"]["component"]["name"], "support-fit");
        assert_eq!(bill["dependencies"][1]["dependsOn"], json!(["pkg:cargo/leptos@1.0.0%2Bb"]));
    }

    #[test]
    fn nothing_in_it_differs_from_one_build_to_the_next() {
        let bill = document("1.0.0", &[], &[]);
        assert!(bill.get("serialNumber").is_none() && bill["metadata"].get("timestamp").is_none());
    }
}
