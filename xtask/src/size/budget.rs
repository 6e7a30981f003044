//! The budget in `size-budget.json`: bytes after brotli. A build over it fails. Where the aim is lower than what is allowed,
//! the report says by how much it is missed: the budget keeps what was reached, and only goes down.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    console::{detail, grouped},
    project::Project,
};

const FILE: &str = "size-budget.json";

/// The most that may travel, in bytes after brotli.
pub struct Budget {
    /// Until the application takes over from the loader.
    pub start: Limit,
    /// With the later module and its words.
    pub all: Limit,
    /// The script that the host page names.
    pub loader: Limit,
}

/// One number of the budget.
pub struct Limit {
    /// What must not be passed.
    pub most: usize,
    /// What is aimed at.
    pub aim: usize,
}

impl Budget {
    pub fn read(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.path(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
        let value: Value = serde_json::from_str(&text).with_context(|| format!("{FILE} is not JSON"))?;
        let limit = |name: &str| {
            let number = |key: &str| {
                let number = value.get(name).and_then(|limit| limit.get(key)).and_then(Value::as_u64);
                let number = number.and_then(|number| usize::try_from(number).ok());
                number.with_context(|| format!("{FILE} has no number of bytes at `{name}.{key}`"))
            };
            anyhow::Ok(Limit { most: number("most")?, aim: number("aim")? })
        };
        Ok(Self { start: limit("start")?, all: limit("all")?, loader: limit("loader")? })
    }
}

impl Limit {
    /// Says how much of it is used; fails if it is more than all.
    pub fn check(&self, what: &str, used: usize) -> Result<()> {
        let Self { most, aim } = *self;
        if used > most {
            bail!(
                "{what}: {} bytes, {} more than the budget of {}. Make it smaller (the largest contributors are above), \
                 or change the budget in {FILE} and say why in the commit",
                grouped(used),
                grouped(used - most),
                grouped(most)
            );
        }
        let missed = match used.checked_sub(aim) {
            None | Some(0) => String::new(),
            Some(over) => format!("; the aim is {}, missed by {}", grouped(aim), grouped(over)),
        };
        detail(&format!("{what}: {} of {} bytes{missed}", grouped(used), grouped(most)));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn a_build_over_the_budget_fails_with_what_to_do() {
        let limit = Limit { most: 1_000, aim: 900 };
        assert!(limit.check("the loader", 1_000).is_ok());
        let error = limit.check("the loader", 1_001).unwrap_err().to_string();
        assert!(error.starts_with("the loader: 1,001 bytes, 1 more than the budget of 1,000."), "{error}");
    }
}
