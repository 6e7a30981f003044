//! Values of custom properties, which go into a `style` attribute. Only what cannot be anything else is accepted.

use config::Kind;

use super::Problem;
use crate::{Design, STYLES, Style};

/// In characters.
const LONGEST: usize = 100;

/// Functions that make a color.
const COLORS: [&str; 10] = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"];

/// Functions that make a length.
const LENGTHS: [&str; 4] = ["calc", "clamp", "max", "min"];

const UNITS: [&str; 15] =
    ["px", "em", "rem", "%", "pt", "ch", "ex", "lh", "rlh", "vw", "vh", "vmin", "vmax", "cqi", "cqw"];

/// The problems with the values of a design, in the order of [`STYLES`].
pub fn problems(design: &Design) -> Vec<Problem> {
    let of = |(name, value): (&&'static str, &String)| {
        let style = STYLES.iter().find(|style| style.name == *name)?;
        if is_style(style, value) {
            return None;
        }
        let (expected, remedy) = expected(style);
        Some(Problem::next_to_settings(&format!("style.{name}"), value, Kind::UnknownValue, expected, remedy))
    };
    design.styles.iter().filter(|(_, value)| !value.is_empty()).filter_map(of).collect()
}

/// What a value has to be, and how to enter one.
pub fn expected(style: &Style) -> (&'static str, &'static str) {
    match style.name {
        "--support-fit-font-family" => (
            "names of fonts with commas between them, such as Georgia, serif",
            "Write the names without other characters; names with digits or dots in quotation marks.",
        ),
        _ if style.is_color => ("a color such as #0b6b57", "Choose a color, or write it with `#` and six digits."),
        _ => ("a length such as 0.5em", "Write a number with a unit such as `px` or `em`."),
    }
}

/// Whether a value is safe for this property, and looks right.
pub fn is_style(style: &Style, value: &str) -> bool {
    let is_short = value.chars().count() <= LONGEST && value == value.trim();
    is_short
        && match style.name {
            "--support-fit-font-family" => value.split(',').all(|family| is_family(family.trim())),
            _ if style.is_color => is_color(value),
            _ => is_length(value),
        }
}

fn is_color(value: &str) -> bool {
    if let Some(digits) = value.strip_prefix('#') {
        return matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let is_word = (3..=22).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_word
        || is_variable(value)
        || is_function(value, &COLORS, |byte| matches!(byte, b'.' | b',' | b'%' | b'/' | b'-'))
}

fn is_length(value: &str) -> bool {
    let is_part = |byte| matches!(byte, b'.' | b',' | b'%' | b'/' | b'-' | b'+' | b'*' | b'(' | b')');
    is_number_with_unit(value) || is_variable(value) || is_function(value, &LENGTHS, is_part) && is_balanced(value)
}

fn is_number_with_unit(value: &str) -> bool {
    let unit_at = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
    let (number, unit) = value.split_at(unit_at);
    let is_number = number.bytes().any(|byte| byte.is_ascii_digit()) && number.matches('.').count() <= 1;
    is_number && !number.ends_with('.') && (UNITS.contains(&unit) || number == "0" && unit.is_empty())
}

/// Another custom property of the page.
fn is_variable(value: &str) -> bool {
    let name = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')'));
    name.is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    })
}

/// A call of one of these functions with letters, digits, spaces and some other characters.
fn is_function(value: &str, functions: &[&str], is_part: fn(u8) -> bool) -> bool {
    let Some((name, arguments)) = value.split_once('(') else { return false };
    let Some(arguments) = arguments.strip_suffix(')') else { return false };
    let is_argument = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ' || is_part(byte);
    functions.contains(&name)
        && arguments.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && arguments.bytes().all(is_argument)
        // That would begin a comment.
        && !arguments.contains("/*")
}

fn is_balanced(value: &str) -> bool {
    let mut depth = 0_i32;
    value.bytes().all(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth >= 0
    }) && depth == 0
}

/// A name of a font: words, or anything like that in quotation marks.
fn is_family(family: &str) -> bool {
    let in_quotes = ['"', '\''].iter().find_map(|mark| family.strip_prefix(*mark)?.strip_suffix(*mark));
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '-' | ' ');
    match in_quotes {
        Some(name) => {
            !name.is_empty() && name.chars().all(|c| is_letter(c) || c.is_ascii_digit() || matches!(c, '.' | '_'))
        }
        None => family.starts_with(|c: char| c.is_alphabetic()) && family.chars().all(is_letter),
    }
}
