//! The command line: one command, then its options. An option that the command did not ask for is an error.

use anyhow::{Context, Result, bail};

/// What follows `cargo xtask`.
pub struct Arguments {
    words: Vec<String>,
}

impl Arguments {
    pub fn from_environment() -> Self {
        Self { words: std::env::args().skip(1).collect() }
    }

    /// Takes the first word.
    pub fn command(&mut self) -> Option<String> {
        (!self.words.is_empty()).then(|| self.words.remove(0))
    }

    /// Takes `--name`, and says whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() < before
    }

    /// Takes `--name N`.
    pub fn number<T: std::str::FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        let Some(position) = self.words.iter().position(|word| word == name) else {
            return Ok(None);
        };
        self.words.remove(position);
        if position == self.words.len() {
            bail!("`{name}` needs a number after it");
        }
        let value = self.words.remove(position);
        value.parse().ok().map(Some).with_context(|| format!("`{name} {value}` is not a number that fits"))
    }

    /// Takes all that is left, for another program.
    pub fn rest(self) -> Vec<String> {
        self.words
    }

    /// Fails if anything is left.
    pub fn finish(self) -> Result<()> {
        match self.words.first() {
            None => Ok(()),
            Some(word) => bail!("`{word}` is not an option of this command; `cargo xtask help` lists them"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn arguments(line: &str) -> Arguments {
        Arguments { words: line.split_whitespace().map(String::from).collect() }
    }

    #[test]
    fn options_are_taken_in_any_order() {
        let mut line = arguments("serve --watch --port 81 --open");
        assert_eq!(line.command().as_deref(), Some("serve"));
        assert!(line.flag("--open"));
        assert_eq!(line.number::<u16>("--port").unwrap(), Some(81));
        assert!(line.flag("--watch"));
        line.finish().unwrap();
    }

    #[test]
    fn an_unknown_option_is_an_error() {
        assert!(arguments("--opne").finish().is_err());
    }

    #[test]
    fn a_number_that_is_missing_or_too_large_is_an_error() {
        assert!(arguments("--port").number::<u16>("--port").is_err());
        assert!(arguments("--port 70000").number::<u16>("--port").is_err());
    }
}
