//! Settings with several values.

use super::problem::{Expected, Fault, Kind, Problems};
use assessment::json::Value;

/// Maximum number of entries that a list may have.
pub const MOST_ENTRIES: usize = 20;

/// Validates a value. A function pointer, so that each check is compiled only once.
pub type Check = fn(&Value) -> Result<String, Fault>;

/// The entries of a list if all are valid. Invalid ones are reported individually, and the whole list is ignored.
pub fn list(
    problems: &mut Problems,
    path: &str,
    value: &Value,
    expected: Expected,
    check: Check,
) -> Result<Option<Vec<String>>, Fault> {
    let parts = value.as_list().ok_or(Fault(Kind::WrongType, expected))?;
    if parts.len() > MOST_ENTRIES {
        return Err(Fault(Kind::TooMany, Expected::FEWER_ENTRIES));
    }
    let mut entries = Vec::new();
    for (n, part) in parts.iter().enumerate() {
        let fault = match check(part) {
            Ok(entry) if entries.contains(&entry) => Fault(Kind::Repeated, Expected::ONCE),
            Ok(entry) => {
                entries.push(entry);
                continue;
            }
            Err(fault) => fault,
        };
        problems.report(fault, &format!("{path}[{n}]"), part);
    }
    Ok((entries.len() == parts.len()).then_some(entries))
}
