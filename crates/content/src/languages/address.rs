//! How a language speaks to the reader: formally in all texts, never "du" in one and "Sie" in another.

use super::Words;
use crate::problem::Problems;

/// The words that speak to a friend, in lowercase. Words with another meaning in formal texts are left out, such as the German
/// "ihr".
const INFORMAL: [(&str, &[&str]); 3] = [
    (
        "de",
        &[
            "du", "dich", "dir", "dein", "deine", "deinem", "deinen", "deiner", "deines", "euch", "euer", "eure",
            "eurem", "euren", "eurer",
        ],
    ),
    (
        "es",
        &[
            "tú", "tu", "tus", "te", "ti", "contigo", "tuyo", "tuya", "tuyos", "tuyas", "vosotros", "vosotras", "os",
            "vuestro", "vuestra", "vuestros", "vuestras",
        ],
    ),
    ("fr", &["tu", "te", "toi", "ton", "ta", "tes", "tien", "tienne", "tiens", "tiennes"]),
];

/// No text speaks to the reader informally.
pub fn check(words: &Words<'_>, problems: &mut Problems) {
    let Some((_, informal)) = INFORMAL.iter().find(|(tag, _)| *tag == words.language()) else { return };
    for place in words.places() {
        for word in place.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !is_acronym(word)) {
            if informal.contains(&word.to_lowercase().as_str()) {
                place.add(problems, format!("expected the formal address, found `{word}`"));
            }
        }
    }
}

/// "TI" is Spanish for IT, "ti" for you.
fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}
