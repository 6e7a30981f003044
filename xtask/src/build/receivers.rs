//! The origins that our own pages may send messages of the contact form to: the option `--receiver`.

use std::process::Command;

use anyhow::{Result, anyhow, ensure};
use config::Fault;

/// By which they reach [`super::stage`], which Trunk calls.
const VARIABLE: &str = "SUPPORT_FIT_RECEIVERS";

/// What only the policies of pages for visitors contain.
const OF_VISITORS: &str = "trusted-types support-fit-offline";

#[derive(Default)]
pub struct Receivers(Vec<String>);

impl Receivers {
    /// Fails if one is not an origin.
    pub fn parse<'a>(origins: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        let parsed = origins.into_iter().map(|text| {
            let refused = |Fault(_, expected)| anyhow!("--receiver {text}: expected {}", expected.text());
            let origin = config::origin(&text.into()).map_err(refused)?;
            ensure!(!origin.contains('['), "--receiver {text}: policies cannot name it. Remedy: http://localhost");
            Ok(origin)
        });
        parsed.collect::<Result<_>>().map(Self)
    }

    /// Those that [`Self::pass_on`] has set.
    pub fn of_the_hook() -> Result<Self> {
        Self::parse(std::env::var(VARIABLE).unwrap_or_default().split_whitespace())
    }

    pub fn pass_on(&self, command: &mut Command) {
        command.env(VARIABLE, self.list());
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The origins, with spaces between them.
    pub fn list(&self) -> String {
        self.0.join(" ")
    }

    /// Adds the origins to the policies in `text`: for requests, and for the form of the receiver `post`. Not to those of the
    /// studio, which sends nothing.
    pub fn allow_in(&self, text: &str) -> String {
        if self.is_empty() {
            return text.to_owned();
        }
        let allow = |line: &str| {
            if !line.contains(OF_VISITORS) {
                return line.to_owned();
            }
            line.replace("connect-src 'self'", &format!("connect-src 'self' {}", self.list()))
                .replace("form-action 'none'", &format!("form-action {}", self.list()))
        };
        text.split_inclusive('\n').map(allow).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_checked_like_those_of_the_settings() {
        let parse = |text: &str| Receivers::parse([text]);
        assert_eq!(parse("HTTPS://API.hsforms.com:443").unwrap().list(), "https://api.hsforms.com");
        for text in ["https://a.example/lead", "https://a.example/", "a.example", "http://a.example", "*", "https://*"]
        {
            let error = parse(text).err().unwrap().to_string();
            assert!(error.starts_with(&format!("--receiver {text}: expected an origin such as https://")), "{error}");
        }
        assert!(parse("https://a.example; script-src https://b.example").is_err());
        assert!(parse("http://[::1]:3000").is_err());
    }

    #[test]
    fn the_hook_gets_them_from_the_command() {
        let mut command = Command::new("trunk");
        Receivers::parse(["https://a.example", "http://localhost:3000"]).unwrap().pass_on(&mut command);
        let passed: Vec<_> = command.get_envs().collect();
        assert_eq!(passed, [(VARIABLE.as_ref(), Some("https://a.example http://localhost:3000".as_ref()))]);
    }
}
