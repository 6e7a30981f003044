//! The command line. `cargo xtask help` prints what is declared here.

use std::ffi::OsString;

xflags::xflags! {
    /// The project's commands. `cargo xtask COMMAND --help` describes one of them.
    cmd xtask {
        /// Install what is missing, build, and serve the demo page on this machine.
        cmd serve {
            /// Open the demo page in the browser.
            optional --open
            /// The port to use if it is free (default 8080).
            optional --port port: u16
            /// Build again when a file changes.
            optional --watch
            /// As for `build`.
            repeated --receiver origin: String
        }
        /// Run every check that a change has to pass.
        cmd test {
            /// Only formatting, lints, and tests without a browser.
            optional --quick
            /// Also the slow checks.
            optional --full
            /// Only the smoke list, in Chromium, Firefox and WebKit.
            optional --engines
            /// Only the plugin, in a real WordPress.
            optional --wordpress
        }
        /// Run the end-to-end tests on a release build. All arguments go to Playwright: `cargo xtask e2e /hosting.spec.js`.
        cmd e2e {
            repeated words: String
        }
        /// Benchmark decisions natively and in the browser.
        cmd bench {}
        /// Fuzz every reader of untrusted text, starting from its seeds.
        cmd fuzz {
            /// How long to fuzz each reader (default 600).
            optional --seconds seconds: u32
        }
        /// Build the folder to deploy, dist/, report its size, and pack it for WordPress.
        cmd build {
            /// Development build, without optimization.
            optional --dev
            /// An origin that messages may go to from frame.html, such as https://api.hsforms.com. Repeat it for several.
            repeated --receiver origin: String
        }
        /// Pack the release build for npm and for WordPress, in target/packages/.
        cmd package {}
        /// Test everything, build twice, and collect the files of a release in target/packages/VERSION/. Publishes nothing.
        cmd release {
            /// The version in Cargo.toml, which the changelog has to have.
            required version: String
        }
        /// Build from scratch in another folder, and compare the result with dist/.
        cmd reproduce {}
        /// Report the size of the existing dist/.
        cmd size {}
        /// Take screenshots of every screen of the release build.
        cmd screenshots {}
        /// Format code, documents and content.
        cmd format {}
        /// Write what documents repeat of the code: schemas, the settings, and the tests of claims.
        cmd docs {}
        /// Check a configuration, and say what to do about each problem. Exits with 2 if there is one.
        cmd check-config {
            /// A JSON file, or `-` for standard input.
            required file: String
        }
        /// Show what the weights of a configuration change: how often each model comes first. Exits with 2 for a problem in the
        /// configuration, and with 3 if a model never comes first anymore.
        cmd fairness {
            /// Print JSON instead of Markdown.
            optional --json
            /// A JSON file, or `-` for standard input.
            required file: String
        }
        /// Review the words of every language, or of one with all details. Exits with 1 if there is a problem.
        cmd words {
            /// Print JSON instead of text.
            optional --json
            /// A language tag, such as `de`.
            optional language: String
        }
        /// Install what the other commands need.
        cmd setup {}
        /// Check the dependencies against deny.toml and look up known vulnerabilities.
        cmd audit {}
        /// Finish Trunk's output. Called by Trunk; see Trunk.toml.
        cmd stage {}
    }
}

impl Xtask {
    /// Parses the command-line arguments. Exits after printing the help or an error.
    pub fn from_environment() -> Self {
        Self::from_vec(normalized(std::env::args_os().skip(1).collect())).unwrap_or_else(|error| error.exit())
    }
}

fn normalized(mut words: Vec<OsString>) -> Vec<OsString> {
    match words.first().and_then(|word| word.to_str()) {
        None | Some("help") => vec!["--help".into()],
        // Playwright parses its own options.
        Some("e2e") => {
            words.insert(1, "--".into());
            words
        }
        // Standard input, not an option.
        Some("check-config" | "fairness") if words.last().is_some_and(|word| word == "-") => {
            words.insert(words.len() - 1, "--".into());
            words
        }
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_playwright_are_passed_on() {
        let words = ["e2e", "--headed", "/link.spec.js"].map(OsString::from);
        let parsed = Xtask::from_vec(normalized(words.into())).unwrap();
        let XtaskCmd::E2e(E2e { words }) = parsed.subcommand else { panic!() };
        assert_eq!(words, ["--headed", "/link.spec.js"]);
    }

    #[test]
    fn a_configuration_can_come_from_standard_input() {
        let parsed = Xtask::from_vec(normalized(["check-config", "-"].map(OsString::from).into())).unwrap();
        let XtaskCmd::CheckConfig(CheckConfig { file }) = parsed.subcommand else { panic!() };
        assert_eq!(file, "-");
        let words = ["fairness", "--json", "-"].map(OsString::from);
        let parsed = Xtask::from_vec(normalized(words.into())).unwrap();
        let XtaskCmd::Fairness(Fairness { json, file }) = parsed.subcommand else { panic!() };
        assert_eq!((json, file.as_str()), (true, "-"));
    }
}
