//! Checks that no module contains code of a module that is loaded after it.
//!
//! A function that a module calls directly is linked into it, with everything that the function needs. A direct call of later
//! code from the start module therefore makes every visitor wait longer for the first question, and nothing else reports it.

use anyhow::{Result, ensure};

use crate::size::without_hash;

/// Modules and packages whose functions belong in the later module.
const LATER: [&str; 14] = [
    "support_fit::ui::paper::",
    "support_fit::ui::screens::check::",
    "support_fit::ui::screens::priorities::",
    "support_fit::ui::screens::result::",
    "support_fit::ui::screens::settled::",
    "session::ahead::",
    "config::address::",
    "config::contact::",
    "config::result::",
    "decision::comparison::",
    "decision::evaluation::",
    "decision::explanation::",
    "decision::plan::",
    "report::",
];

/// Those whose functions belong in the contact module.
const CONTACT: [&str; 3] = ["support_fit::ui::contact::", "config::contact::", "contact::"];

/// How many functions an error lists.
const NAMED: usize = 20;

/// Fails if a function of the start module or of the later one belongs in a module after it.
pub fn check(start: &[String], later: &[String]) -> Result<()> {
    let all: Vec<&str> = LATER.into_iter().chain(CONTACT).collect();
    let remedy = "call it through `LaterScreens` (src/ui/later.rs) or `ContactScreens` (src/ui/contact)";
    for (name, functions, paths) in [("start", start, &all[..]), ("later", later, &CONTACT[..])] {
        let mut misplaced: Vec<String> =
            functions.iter().filter(|name| is_of(paths, name)).map(|name| without_hash(name)).collect();
        // Screens first, because they are closest to the direct call.
        misplaced.sort_by_key(|name| !name.starts_with("support_fit::"));
        ensure!(
            misplaced.is_empty(),
            "the {name} module contains {} functions of a module that is loaded after it, including:\n{}\n\
             Code in the {name} module calls one of them directly. Remedy: {remedy}",
            misplaced.len(),
            misplaced[..NAMED.min(misplaced.len())].join("\n")
        );
    }
    Ok(())
}

/// Ignores closures and trait methods: the compiler merges equal ones under either name.
fn is_of(paths: &[&str], function: &str) -> bool {
    paths.iter().any(|path| function.starts_with(path)) && !function.contains("{{closure}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_function_of_the_later_module_in_the_start_module_is_reported() {
        let functions = names(&["support_fit::ui::app::app", "decision::plan::Plan::of::h0123456789abcdef"]);
        let error = check(&functions, &[]).unwrap_err().to_string();
        assert!(error.starts_with("the start module") && error.contains("\ndecision::plan::Plan::of\n"), "{error}");
        assert!(check(&[], &functions).is_ok());
    }

    #[test]
    fn a_function_of_the_contact_module_in_another_module_is_reported() {
        for name in ["support_fit::ui::contact::form::form", "config::contact::read", "contact::message::Message::of"] {
            let functions = names(&[name]);
            let error = check(&functions, &[]).unwrap_err().to_string();
            assert!(error.starts_with("the start module") && error.contains(name), "{error}");
            let error = check(&[], &functions).unwrap_err().to_string();
            assert!(error.starts_with("the later module") && error.contains(name), "{error}");
        }
    }

    #[test]
    fn functions_of_the_start_module_and_merged_closures_are_accepted() {
        let functions = [
            "support_fit::ui::screens::question::question_screen",
            "support_fit::ui::screens::priorities::actions::{{closure}}",
            "core::ptr::drop_in_place<decision::plan::Plan>",
            "config::read::Reader::report",
            "support_fit::ui::contact::contact::{{closure}}",
            "support_fit::ui::context::contact::<impl support_fit::ui::context::Ui>::fetch_contact",
        ];
        assert!(check(&names(&functions), &names(&functions[1..])).is_ok());
    }
}
