//! How a locale formats numbers, lists and plurals. The browser uses `Intl`; tests and native programs use [`English`].

/// U+2212, not a hyphen.
pub const MINUS: &str = "\u{2212}";

/// Formats numbers and lists for a locale.
pub trait Locale {
    /// A whole number with the locale's digits and grouping.
    fn integer(&self, value: i64) -> String;

    /// A number given in tenths, with its sign (none for 0) and one decimal.
    fn signed_tenths(&self, tenths: i32) -> String;

    /// A fixed-point number with up to three decimals, without trailing zeros: `decimal(1250, 2)` is 12.5.
    fn decimal(&self, parts: i64, decimals: u32) -> String;

    /// The plural form that a whole number takes.
    fn plural(&self, value: i64) -> PluralForm;

    /// A list joined with the locale's "and".
    fn and_list(&self, parts: &[String]) -> String;
}

/// The plural categories of CLDR that the catalog uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralForm {
    /// As for 1 in English.
    One,
    /// Everything else.
    Other,
}

/// American English without a browser.
#[derive(Debug, Clone, Copy, Default)]
pub struct English;

impl Locale for English {
    fn integer(&self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut grouped = String::new();
        for (n, digit) in digits.chars().enumerate() {
            if n > 0 && (digits.len() - n).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        if value < 0 { format!("-{grouped}") } else { grouped }
    }

    fn signed_tenths(&self, tenths: i32) -> String {
        let sign = match tenths {
            0 => "",
            1.. => "+",
            _ => MINUS,
        };
        let size = tenths.unsigned_abs();
        format!("{sign}{}.{}", self.integer(i64::from(size / 10)), size % 10)
    }

    fn decimal(&self, parts: i64, decimals: u32) -> String {
        let of_one = 10_i64.pow(decimals);
        let sign = if parts < 0 { "-" } else { "" };
        let whole = self.integer((parts / of_one).abs());
        let rest = format!("{:0width$}", (parts % of_one).abs(), width = decimals as usize);
        let rest = rest.trim_end_matches('0');
        if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
    }

    fn plural(&self, value: i64) -> PluralForm {
        if value == 1 { PluralForm::One } else { PluralForm::Other }
    }

    fn and_list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first, second] => format!("{first} and {second}"),
            [start @ .., last] => format!("{}, and {last}", start.join(", ")),
        }
    }
}
