//! Completion in percent.

/// In whole percent, rounded half up; 0 and 100 only for none and all of it.
pub fn percent(part: i32, whole: i32) -> u8 {
    match part {
        ..=0 => 0,
        _ if part >= whole => 100,
        _ => ((200 * i64::from(part) + i64::from(whole)) / (2 * i64::from(whole))).clamp(1, 99) as u8,
    }
}
