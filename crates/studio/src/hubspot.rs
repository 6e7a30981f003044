//! The ids of a form, from the embed code of HubSpot: the older call of `hbspt.forms.create`, and the newer `div`.

use assessment::text::is_longer;
use config::MOST_CHARACTERS;

/// What the settings need of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HubSpotIds {
    /// 1 to 20 digits.
    pub portal_id: String,
    /// A UUID.
    pub form_id: String,
    /// Such as `na1` or `eu1`. `None` if the code does not say it, which means `na1`. The settings know only these two.
    pub region: Option<String>,
}

/// Reads both kinds of embed code, with quotation marks of either kind. Nothing in it is run.
///
/// # Errors
/// What is missing, for the field into which the code was pasted.
pub fn hubspot_ids(embed_code: &str) -> Result<HubSpotIds, &'static str> {
    if is_longer(embed_code, MOST_CHARACTERS) {
        return Err("This is too long for an embed code. Copy only the code that HubSpot shows.");
    }
    let is_portal = |value: &str| (1..=20).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit());
    let portal_id = value(embed_code, ["portalId", "data-portal-id"], is_portal);
    let form_id = value(embed_code, ["formId", "data-form-id"], is_uuid);
    let (portal_id, form_id) = match (portal_id, form_id) {
        (Some(portal_id), Some(form_id)) => (portal_id.to_owned(), form_id.to_owned()),
        (None, None) => {
            return Err("This is no embed code of a form. In HubSpot, open the form, choose Embed, and copy the code.");
        }
        (None, _) => return Err("The number of the account (`portalId`) is missing. Copy the whole code."),
        (_, None) => return Err("The id of the form (`formId`) is missing. Copy the whole code."),
    };
    let region = value(embed_code, ["region", "data-region"], is_region).or_else(|| region_of_script(embed_code));
    Ok(HubSpotIds { portal_id, form_id, region: region.map(str::to_owned) })
}

/// The first valid value of an entry or an attribute.
fn value<'a>(code: &'a str, names: [&str; 2], is_valid: fn(&str) -> bool) -> Option<&'a str> {
    let quotes: &[char] = &['"', '\''];
    names.into_iter().flat_map(|name| code.match_indices(name)).find_map(|(at, name)| {
        let is_whole = !code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let rest = code[at + name.len()..].trim_start_matches(quotes).trim_start();
        let rest = rest.strip_prefix([':', '='])?.trim_start().trim_start_matches(quotes);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        Some(&rest[..end]).filter(|value| is_whole && is_valid(value))
    })
}

fn is_uuid(value: &str) -> bool {
    let groups: Vec<_> = value.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && value.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

fn is_region(value: &str) -> bool {
    let (letters, digits) = value.split_at(value.find(|c: char| c.is_ascii_digit()).unwrap_or(value.len()));
    letters.len() == 2
        && letters.bytes().all(|byte| byte.is_ascii_lowercase())
        && matches!(digits.len(), 1 | 2)
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The region in the name of the host from which the script comes.
fn region_of_script(code: &str) -> Option<&str> {
    let (before, _) = code.split_once(".hsforms.net/")?;
    let (_, region) = before.rsplit_once("//js-")?;
    Some(region).filter(|region| is_region(region))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &str = "0b9c6c1e-5d3f-4b7a-9c1d-2e8f6a7b4c5d";

    fn ids(region: Option<&str>) -> Result<HubSpotIds, &'static str> {
        let region = region.map(str::to_owned);
        Ok(HubSpotIds { portal_id: "12345678".to_owned(), form_id: FORM.to_owned(), region })
    }

    #[test]
    fn both_embed_codes_are_read_with_quotation_marks_of_either_kind() {
        let old = format!(
            "<script charset=\"utf-8\" type=\"text/javascript\" src=\"//js-eu1.hsforms.net/forms/embed/v2.js\"></script>\n<script>\n  \
             hbspt.forms.create({{\n    portalId: \"12345678\",\n    formId: \"{FORM}\"\n  }});\n</script>"
        );
        let new = format!(
            "<script src=\"https://js.hsforms.net/forms/embed/12345678.js\" defer></script>\n<div class=\"hs-form-frame\" \
             data-region=\"na1\" data-form-id=\"{FORM}\" data-portal-id=\"12345678\"></div>"
        );
        for (code, region) in [(&old, Some("eu1")), (&new, Some("na1"))] {
            assert_eq!(hubspot_ids(code), ids(region));
            assert_eq!(hubspot_ids(&code.replace('"', "'")), ids(region));
        }
        let json =
            format!("hbspt.forms.create({{\"region\": \"eu1\", \"portalId\": 12345678, \"formId\" : \"{FORM}\"}})");
        assert_eq!(hubspot_ids(&json), ids(Some("eu1")));
        assert_eq!(hubspot_ids(&json.replace("region", "css")), ids(None));
    }

    #[test]
    fn an_error_says_what_is_missing() {
        assert!(hubspot_ids("hello").unwrap_err().contains("no embed code"));
        assert!(hubspot_ids(&format!("formId: '{FORM}'")).unwrap_err().contains("`portalId`"));
        for code in ["portalId: '1'", "portalId: '1', formId: 'x'", "portalId: '1', formId: '0b9c6c1e-5d3f-4b7a-9c1d'"]
        {
            assert!(hubspot_ids(code).unwrap_err().contains("`formId`"), "{code}");
        }
        assert!(hubspot_ids(&"x".repeat(100_001)).unwrap_err().contains("too long"));
    }

    #[test]
    fn values_that_are_no_ids_are_not_taken() {
        let code = format!("otherportalId: '7', portalId: '12345678\"><script>', formId: '{FORM}', region: 'EU'");
        assert_eq!(hubspot_ids(&code), ids(None));
    }
}
