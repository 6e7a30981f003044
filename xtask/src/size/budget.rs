//! The budget in `size-budget.json`: bytes after brotli. A build over it fails.

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
    /// WebAssembly, JavaScript and CSS together.
    pub code: usize,
    /// The script that the host page names.
    pub loader: usize,
}

impl Budget {
    pub fn read(project: &Project) -> Result<Self> {
        let text = fs::read_to_string(project.path(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
        let value: Value = serde_json::from_str(&text).with_context(|| format!("{FILE} is not JSON"))?;
        let number = |key: &str| {
            let number = value.get(key).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
            number.with_context(|| format!("{FILE} has no number of bytes at `{key}`"))
        };
        Ok(Self { code: number("webassembly-javascript-css")?, loader: number("loader")? })
    }

    /// Says how much of `limit` is used; fails if it is more than all.
    pub fn check(&self, what: &str, used: usize, limit: usize) -> Result<()> {
        if used > limit {
            bail!(
                "{what}: {} bytes, {} more than the budget of {}. Make it smaller (the largest contributors are above), \
                 or change the budget in {FILE} and say why in the commit",
                grouped(used),
                grouped(used - limit),
                grouped(limit)
            );
        }
        detail(&format!("{what}: {} of {} bytes, {} %", grouped(used), grouped(limit), used * 100 / limit.max(1)));
        Ok(())
    }
}
