//! Likely typing errors in email addresses: a hint, never a refusal.

use config::FieldKind;

use super::form::Typed;

/// Common domains that are long enough that one wrong letter hardly leads to another one in use.
const COMMON: [&str; 12] = [
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "outlook.com",
    "hotmail.com",
    "icloud.com",
    "protonmail.com",
    "comcast.net",
    "verizon.net",
    "bellsouth.net",
    "sbcglobal.net",
    "btinternet.com",
];

/// Domains in use that are one letter away from a common one.
const NEIGHBORS: [&str; 3] = ["ymail.com", "mail.com", "email.com"];

/// Ends that are no top-level domains, with what was meant.
const ENDS: [[&str; 2]; 11] = [
    [".con", ".com"],
    [".cmo", ".com"],
    [".ocm", ".com"],
    [".comm", ".com"],
    [".vom", ".com"],
    [".xom", ".com"],
    [".cpm", ".com"],
    [".co m", ".com"],
    [".c om", ".com"],
    [".nte", ".net"],
    [".ogr", ".org"],
];

/// The whole address that was probably meant, if its domain is one edit away from a common one, or ends in a known mistake.
///
/// ```
/// use contact::likely_typo;
///
/// assert_eq!(likely_typo("ada@gmial.com").as_deref(), Some("ada@gmail.com"));
/// assert_eq!(likely_typo("ada@marlow.con").as_deref(), Some("ada@marlow.com"));
/// assert_eq!(likely_typo("ada@ymail.com"), None);
/// ```
#[must_use]
pub fn likely_typo(email: &str) -> Option<String> {
    let typed = Typed { fields: vec![email.to_owned()], ..Typed::default() }.text(0, &FieldKind::Email);
    let (local, domain) = typed.rsplit_once('@')?;
    let domain = domain.to_ascii_lowercase();
    let mut meant = with_right_end(&domain);
    if !COMMON.contains(&meant.as_str())
        && !NEIGHBORS.contains(&meant.as_str())
        && let Some(common) = COMMON.into_iter().find(|common| is_one_edit(&meant, common))
    {
        meant = common.to_owned();
    }
    (meant != domain && !local.is_empty()).then(|| [local, "@", &meant].concat())
}

fn with_right_end(domain: &str) -> String {
    for [end, right] in ENDS {
        if let Some(name) = domain.strip_suffix(end)
            && !name.is_empty()
        {
            return [name, right].concat();
        }
    }
    domain.to_owned()
}

/// Whether one letter was added, left out or replaced, or two neighbors were exchanged (a Damerau-Levenshtein distance
/// of 1).
fn is_one_edit(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    while let ([a, rest @ ..], [b, others @ ..]) = (one, other)
        && a == b
    {
        (one, other) = (rest, others);
    }
    while let ([rest @ .., a], [others @ .., b]) = (one, other)
        && a == b
    {
        (one, other) = (rest, others);
    }
    match (one, other) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => (a, b) == (d, c),
        _ => false,
    }
}
