//! The primitives that sections are written with.

use session::link::{Reader, Writer};

fn written(write: impl Fn(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::default();
    write(&mut writer);
    writer.finish()
}

#[test]
fn small_numbers_take_one_byte() {
    assert_eq!(written(|w| w.unsigned(127)), [127]);
    assert_eq!(written(|w| w.unsigned(128)), [0x80, 1]);
    assert_eq!(written(|w| w.signed(-1)), [1]);
    assert_eq!(written(|w| w.signed(63)), [126]);
    assert_eq!(written(|w| w.number(0.001)), [2]);
    assert_eq!(written(|w| w.number(0.0)), [0]);
}

#[test]
fn the_largest_numbers_survive_a_round_trip() {
    for value in [0, 1, u64::from(u32::MAX), u64::MAX - 1, u64::MAX] {
        assert_eq!(Reader::new(&written(|w| w.unsigned(value))).unsigned(), Some(value));
    }
    for value in [i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX] {
        assert_eq!(Reader::new(&written(|w| w.signed(value))).signed(), Some(value));
    }
}

#[test]
fn a_number_is_stored_to_three_decimals() {
    let kept = |value: f64| Reader::new(&written(|w| w.number(value))).number();
    assert_eq!(kept(95_000.0), Some(95_000.0));
    assert_eq!(kept(0.125), Some(0.125));
    assert_eq!(kept(0.0004), Some(0.0));
    assert_eq!(kept(-2.3456), Some(-2.346));
}

#[test]
fn infinity_is_clamped_and_nan_is_written_as_zero() {
    let kept = |value: f64| Reader::new(&written(|w| w.number(value))).number();
    assert_eq!(kept(f64::INFINITY), Some(1e12));
    assert_eq!(kept(f64::MIN), Some(-1e12));
    assert_eq!(kept(f64::NAN), Some(0.0));
    assert_eq!(Reader::new(&written(|w| w.signed(1_000_000_000_000_001))).number(), None);
    assert_eq!(Reader::new(&written(|w| w.signed(i64::MIN))).number(), None);
}

#[test]
fn bits_are_packed_until_another_type_is_written() {
    let bytes = written(|w| {
        w.flag(true);
        w.bits(0b01, 2);
        w.unsigned(7);
        w.flag(true);
    });
    assert_eq!(bytes, [0b1010_0000, 7, 0b1000_0000]);
    let mut reader = Reader::new(&bytes);
    assert_eq!((reader.flag(), reader.bits(2), reader.unsigned()), (Some(true), Some(1), Some(7)));
    assert_eq!(reader.flag(), Some(true));
    assert!(reader.is_done());
    assert_eq!(reader.bits(8), None);
}

#[test]
fn unread_bits_are_not_padding() {
    let mut reader = Reader::new(&[0b1100_0000, 7]);
    assert_eq!(reader.flag(), Some(true));
    assert_eq!(reader.unsigned(), None);
    assert_eq!(reader.unsigned(), None);
    assert!(!reader.is_done());
}

#[test]
fn a_string_is_truncated_at_a_character_boundary_and_a_longer_one_is_rejected() {
    let bytes = written(|w| w.text("grüße", 4));
    assert_eq!(Reader::new(&bytes).text(4), Some("grüß"));
    assert_eq!(Reader::new(&bytes).text(3), None);
    assert_eq!(Reader::new(&written(|w| w.text("", 4))).text(0), Some(""));
}

#[test]
fn invalid_utf_8_is_rejected() {
    assert_eq!(Reader::new(&[2, 0xC3, 0x28]).text(9), None);
    assert_eq!(Reader::new(&[1, 0xC3]).text(9), None);
}

#[test]
fn a_string_length_beyond_the_bytes_is_rejected() {
    assert_eq!(Reader::new(&written(|w| w.unsigned(u64::MAX))).text(usize::MAX), None);
}
