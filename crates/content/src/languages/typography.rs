//! Braces, spaces and quotation marks.

use super::Words;
use crate::problem::Problems;

/// Every mark that somewhere opens or closes a quotation, and the two of a keyboard.
const MARKS: [char; 12] = ['"', '\'', '“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '‹'];

/// How a language quotes.
struct Marks {
    /// What opens and what closes a quotation, the usual pair first.
    pairs: &'static [(char, char)],
    apostrophe: Option<char>,
}

/// The marks of a language; `None` if this module does not know them.
fn marks(language: &str) -> Option<Marks> {
    Some(match language {
        "de" => Marks { pairs: &[('„', '“'), ('‚', '‘')], apostrophe: Some('’') },
        // The apostrophe of a keyboard, in all English texts.
        "en" => Marks { pairs: &[('“', '”')], apostrophe: Some('\'') },
        "es" => Marks { pairs: &[('«', '»'), ('“', '”'), ('‘', '’')], apostrophe: None },
        "fr" => Marks { pairs: &[('«', '»'), ('“', '”')], apostrophe: Some('’') },
        _ => return None,
    })
}

/// Braces enclose slots, such as `{n}` or `{name:dat}`, and nothing else.
pub fn braces(words: &Words<'_>, problems: &mut Problems) {
    for place in words.places() {
        let mut rest = place.text;
        while let Some(at) = rest.find(['{', '}']) {
            let inner = rest[at..].strip_prefix('{').and_then(|after| after.split_once('}'));
            match inner {
                Some((slot, after)) if is_slot(slot) => rest = after,
                _ => {
                    let found = &rest[at..];
                    place.add(problems, format!("expected braces around the name of a slot only, found {found:?}"));
                    break;
                }
            }
        }
    }
}

fn is_slot(slot: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    slot.split_once(':').map_or(is_name(slot), |(name, form)| is_name(name) && is_name(form))
}

/// No text is empty, or has spaces at an end or two in a row.
pub fn spaces(words: &Words<'_>, problems: &mut Problems) {
    for place in words.places() {
        let text = place.text;
        let is_loose = |pair: &[char]| pair.iter().all(|c| c.is_whitespace());
        if text.trim().is_empty() {
            place.add(problems, "expected a text; it is empty");
        } else if text.trim() != text || text.chars().collect::<Vec<_>>().windows(2).any(is_loose) {
            place.add(problems, format!("expected no space at an end and no two in a row, found {text:?}"));
        }
    }
}

/// Quotations have the marks of the language, in pairs, and not those of a keyboard. French marks have a no-break space next to
/// them.
pub fn quotes(words: &Words<'_>, problems: &mut Problems) {
    let marks = marks(words.language());
    for place in words.places() {
        if let Some(text) = match &marks {
            Some(marks) => marks.problem(place.text),
            None => place.text.contains(['"', '\'']).then(|| "the quotation marks of the language".to_owned()),
        } {
            place.add(problems, format!("expected {text}, found {:?}", place.text));
        }
        if words.language() == "fr"
            && let Some(at) = unspaced(place.text)
        {
            place.add(problems, format!("expected a no-break space (U+202F or U+00A0) next to the mark, found {at:?}"));
        }
    }
}

impl Marks {
    /// What a text is expected to have.
    fn problem(&self, text: &str) -> Option<String> {
        let mut open = Vec::new();
        for mark in text.chars().filter(|c| MARKS.contains(c)) {
            if let Some((_, close)) = self.pairs.iter().find(|(open, _)| *open == mark) {
                open.push(*close);
            } else if open.last() == Some(&mark) {
                open.pop();
            } else if self.apostrophe != Some(mark) {
                return Some(self.expected());
            }
        }
        (!open.is_empty()).then(|| self.expected())
    }

    fn expected(&self) -> String {
        let pairs: Vec<String> = self.pairs.iter().map(|(open, close)| format!("{open}…{close}")).collect();
        let apostrophe = self.apostrophe.map_or(String::new(), |mark| format!(" and the apostrophe {mark}"));
        format!("quotations as {}{apostrophe}", pairs.join(" or "))
    }
}

/// The surroundings of a French mark that lacks its no-break space. A mark inside of a word, as in "12:30" or an address, needs
/// none.
fn unspaced(text: &str) -> Option<&str> {
    let is_fixed = |c: Option<char>| matches!(c, Some('\u{a0}' | '\u{202f}'));
    text.char_indices().find_map(|(at, mark)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + mark.len_utf8()..].chars().next());
        let is_missing = match mark {
            '«' => !is_fixed(after),
            '»' => !is_fixed(before),
            ':' | ';' | '!' | '?' => !is_fixed(before) && after.is_none_or(char::is_whitespace),
            _ => false,
        };
        let start = text[..at].char_indices().rev().nth(9).map_or(0, |(start, _)| start);
        is_missing.then(|| &text[start..at + mark.len_utf8()])
    })
}
