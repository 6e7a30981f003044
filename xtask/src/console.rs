//! Output of the commands: a heading for each step, details below it, and readable numbers.

use std::{io::Write, time::Duration};

pub fn heading(text: &str) {
    println!("\n==> {text}");
    flush();
}

/// Adds details to the last heading.
pub fn detail(text: &str) {
    for line in text.lines() {
        println!("    {line}");
    }
    flush();
}

/// `1234567` as `1,234,567`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

/// `0.4 s`, `12 s` or `3 min 05 s`.
pub fn readable(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// The programs that we run write to the same terminal, so our lines must not stay in the buffer.
fn flush() {
    // Continue if the terminal is closed.
    let _ = std::io::stdout().flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn longer_durations_are_rounded_more() {
        assert_eq!([0.44, 12.0, 185.0].map(|s| readable(Duration::from_secs_f64(s))), ["0.4 s", "12 s", "3 min 05 s"]);
    }
}
