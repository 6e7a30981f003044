//! Holds the start module to what belongs into it.
//!
//! A function that the start module calls directly is linked into it, with everything that the function needs. So a direct
//! call of later code makes every visitor wait longer for the first question, and nothing else shows it.

use anyhow::{Result, ensure};

use crate::size::without_hash;

/// Modules and packages whose functions belong into the later module.
const LATER: [&str; 9] = [
    "support_fit::ui::paper::",
    "support_fit::ui::screens::check::",
    "support_fit::ui::screens::priorities::",
    "support_fit::ui::screens::result::",
    "decision::comparison::",
    "decision::evaluation::",
    "decision::explanation::",
    "decision::plan::",
    "report::",
];

/// How many functions an error names.
const NAMED: usize = 20;

/// Fails if one of the functions of the start module belongs into the later one.
pub fn check(functions: &[String]) -> Result<()> {
    let mut misplaced: Vec<String> =
        functions.iter().filter(|name| is_later(name)).map(|name| without_hash(name)).collect();
    // The screens first: they are nearer to the direct call than what they need.
    misplaced.sort_by_key(|name| !name.starts_with("support_fit::"));
    ensure!(
        misplaced.is_empty(),
        "the start module holds {} functions of the later module, among them:\n{}\n\
         something in the start module calls one of them directly: call it through `LaterScreens` (src/ui/later.rs)",
        misplaced.len(),
        misplaced[..NAMED.min(misplaced.len())].join("\n")
    );
    Ok(())
}

/// Closures and methods of traits are left out: the compiler merges equal ones, under the name of either.
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
    fn a_later_function_in_the_start_module_is_an_error_that_names_it() {
        let functions = names(&["support_fit::ui::app::app", "decision::plan::Plan::of::h0123456789abcdef"]);
        let error = check(&functions).unwrap_err().to_string();
        assert!(error.contains("\ndecision::plan::Plan::of\n"), "{error}");
    }

    #[test]
    fn functions_of_the_questions_and_merged_closures_are_no_error() {
        let functions = [
            "support_fit::ui::screens::question::question_screen",
            "support_fit::ui::screens::priorities::actions::{{closure}}",
            "core::ptr::drop_in_place<decision::plan::Plan>",
            "config::read::Reader::report",
        ];
        assert!(check(&names(&functions)).is_ok());
    }
}
