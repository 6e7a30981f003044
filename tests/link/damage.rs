//! Links that were cut, mistyped or decorated on their way.

use super::{LinkProblem, empty, entered::busy, forged, full, link, open, organization, reference};

/// A link without sections, and one with.
fn links() -> Vec<String> {
    let organizations = reference::organizations();
    let states = organizations.iter().map(organization).chain([empty(), full(), busy()]);
    states.map(|state| link(&state)).collect()
}

// @threat-damaged-links
#[test]
fn a_link_truncated_anywhere_is_rejected() {
    for link in links() {
        for end in 0..link.len() {
            let cut = &link[..end];
            let expected = if end == 0 { LinkProblem::NotOurs } else { LinkProblem::Damaged };
            assert_eq!(open(cut), Err(expected), "{cut}");
        }
    }
}

#[test]
fn a_link_without_its_beginning_is_rejected() {
    for link in links() {
        for start in 1..link.len() {
            assert!(open(&link[start..]).is_err(), "{}", &link[start..]);
        }
    }
}

// @threat-damaged-links
#[test]
fn any_single_mistyped_character_is_rejected() {
    const TYPED: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~%=&# ü";
    for link in links() {
        for at in 0..link.len() {
            for typed in TYPED.chars().filter(|c| !link[at..].starts_with(*c)) {
                let mistyped = format!("{}{typed}{}", &link[..at], &link[at + 1..]);
                // After the prefix by which a link is recognized.
                let is_known = at > 2 || at == 1 && typed.is_ascii_digit() || at == 2 && typed == '.';
                let problem = open(&mistyped).unwrap_err();
                assert_eq!(problem, if is_known { LinkProblem::Damaged } else { LinkProblem::NotOurs }, "{mistyped}");
            }
        }
    }
}

#[test]
fn a_mistyped_format_version_is_not_taken_for_a_newer_one() {
    let text = link(&full());
    for digit in ['0', '1', '3', '9'] {
        assert_eq!(open(&text.replacen('2', &digit.to_string(), 1)), Err(LinkProblem::Damaged));
    }
}

#[test]
fn any_two_swapped_neighbors_are_rejected() {
    for link in links() {
        for at in 1..link.len() {
            let mut swapped = link.clone().into_bytes();
            swapped.swap(at - 1, at);
            let swapped = String::from_utf8(swapped).unwrap();
            if swapped != link {
                assert!(open(&swapped).is_err(), "{swapped}");
            }
        }
    }
}

#[test]
fn any_missing_or_doubled_character_is_rejected() {
    for link in links() {
        for at in 0..link.len() {
            let without = format!("{}{}", &link[..at], &link[at + 1..]);
            assert!(open(&without).is_err(), "{without}");
            let doubled = format!("{}{}", &link[..=at], &link[at..]);
            assert!(open(&doubled).is_err(), "{doubled}");
        }
    }
}

#[test]
fn punctuation_that_a_mail_program_adds_around_a_link_is_ignored() {
    const BEHIND: [&str; 20] = [
        ".",
        ",",
        ")",
        ">",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u{200b}",
        "\u{feff}",
        "\u{a0}",
        "\">",
        ">.",
        ").",
        "!",
        "?",
        "%20",
        "%3E",
        "&utm_source=mail",
        " Best regards",
    ];
    const BEFORE: [&str; 6] = ["", " ", "<", "\"", "\u{200b}", "(\u{201c}"];
    for behind in BEHIND {
        for before in BEFORE {
            let pasted = format!("{before}{}{behind}", link(&full()));
            assert_eq!(open(&pasted).map(|opened| opened.state), Ok(full()), "{pasted:?}");
        }
    }
}

#[test]
fn letters_after_a_link_are_not_ignored() {
    for behind in ["A", "AA", "AAAA", "AAAAAAAA", "-", "_"] {
        assert_eq!(open(&format!("{}{behind}", link(&full()))), Err(LinkProblem::Damaged), "{behind}");
    }
}

#[test]
fn an_intact_link_of_a_newer_format_is_distinguished_from_a_damaged_one() {
    let newer = forged::link("s3-", b"whatever it will hold");
    assert_eq!(open(&newer), Err(LinkProblem::NewerFormat));
    assert_eq!(open(&forged::link("s120-", b"")), Err(LinkProblem::NewerFormat));
    assert_eq!(open(&newer[..newer.len() - 1]), Err(LinkProblem::Damaged));
}

#[test]
fn a_string_without_our_prefix_is_not_our_link() {
    for text in
        ["section-2", "https://example.com", "s1000.AAAA", "S2-AAAA", "x2-AAAA", "s-2-AAAA", "s-AAAA", "s2=AAAA", "é"]
    {
        assert_eq!(open(text), Err(LinkProblem::NotOurs), "{text}");
    }
}

#[test]
fn a_string_longer_than_a_link_is_reported_as_too_long() {
    for prefix in ["s1.", "s2-"] {
        assert_eq!(open(&[prefix, &"A".repeat(3998)].concat()), Err(LinkProblem::TooLong));
        assert_eq!(open(&[prefix, &"A".repeat(5_000_000)].concat()), Err(LinkProblem::TooLong));
        assert_eq!(open(&[prefix, &"A".repeat(3996)].concat()), Err(LinkProblem::Damaged));
    }
}

#[test]
fn nonzero_padding_bits_are_rejected() {
    // In the last symbol, two, four or all bits are padding.
    let text = link(&full());
    let last = text.chars().last().unwrap();
    for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars().filter(|c| *c != last) {
        assert_eq!(open(&format!("{}{other}", &text[..text.len() - 1])), Err(LinkProblem::Damaged));
    }
}
