//! Checks that the start module contains no code of the later module.
//!
//! A function that the start module calls directly is linked into it, with everything that the function needs. A direct call
//! of later code therefore makes every visitor wait longer for the first question, and nothing else reports it.

use anyhow::{Result, ensure};

use crate::size::without_hash;

/// Modules and packages whose functions belong in the later module.
const LATER: [&str; 12] = [
    "support_fit::ui::paper::",
    "support_fit::ui::screens::check::",
    "support_fit::ui::screens::priorities::",
    "support_fit::ui::screens::result::",
    "config::address::",
    "config::contact::",
    "config::result::",
    "decision::comparison::",
    "decision::evaluation::",
    "decision::explanation::",
    "decision::plan::",
    "report::",
];

/// How many functions an error lists.
const NAMED: usize = 20;

/// Fails if a function of the start module belongs in the later module.
pub fn check(functions: &[String]) -> Result<()> {
    let mut misplaced: Vec<String> =
        functions.iter().filter(|name| is_later(name)).map(|name| without_hash(name)).collect();
    // Screens first, because they are closest to the direct call.
    misplaced.sort_by_key(|name| !name.starts_with("support_fit::"));
    ensure!(
        misplaced.is_empty(),
        "the start module contains {} functions of the later module, including:\n{}\n\
         Code in the start module calls one of them directly. Remedy: call it through `LaterScreens` (src/ui/later.rs)",
        misplaced.len(),
        misplaced[..NAMED.min(misplaced.len())].join("\n")
    );
    Ok(())
}

/// Ignores closures and trait methods: the compiler merges equal ones under either name.
fn is_later(function: &str) -> bool {
    LATER.iter().any(|path| function.starts_with(path)) && !function.contains("{{closure}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_function_of_the_later_module_is_reported() {
        let functions = names(&["support_fit::ui::app::app", "decision::plan::Plan::of::h0123456789abcdef"]);
        let error = check(&functions).unwrap_err().to_string();
        assert!(error.contains("\ndecision::plan::Plan::of\n"), "{error}");
    }

    #[test]
    fn functions_of_the_start_module_and_merged_closures_are_accepted() {
        let functions = [
            "support_fit::ui::screens::question::question_screen",
            "support_fit::ui::screens::priorities::actions::{{closure}}",
            "core::ptr::drop_in_place<decision::plan::Plan>",
            "config::read::Reader::report",
        ];
        assert!(check(&names(&functions)).is_ok());
    }
}
