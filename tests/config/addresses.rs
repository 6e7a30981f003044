//! Allowed addresses for the call to action.

use super::{refused, set};

fn address(text: &str) -> Option<String> {
    set("ctaUrl", text).result.cta_url
}

#[test]
fn absolute_addresses_are_kept_as_they_are() {
    let addresses = [
        "https://www.marlow.example",
        "https://www.marlow.example/contact?from=fit&x=%20#form",
        "https://www.marlow.example:8443/",
        "https://müller.example/über-uns",
        "https://[2001:db8::1]/contact",
        "https://www.marlow.example/@user",
        "https://www.marlow.example?to=a@b.example",
        "HTTPS://www.marlow.example/",
        "mailto:hello@marlow.example?subject=SupportFit",
        "MailTo:hello@marlow.example",
        "tel:+1-555-0100",
        "Tel:112",
    ];
    for text in addresses {
        assert_eq!(address(text).as_deref(), Some(text));
    }
}

#[test]
fn whitespace_around_an_address_is_ignored() {
    assert_eq!(address("\n  https://a.example/ \n").as_deref(), Some("https://a.example/"));
}

// @threat-settings
#[test]
fn scripts_and_other_schemes_are_forbidden() {
    let addresses = [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "blob:https://a.example/1",
        "file:///etc/passwd",
        "http://a.example/",
        "ftp://a.example/",
        "intent://a.example/",
        "view-source:https://a.example/",
        "sms:+15550100",
        "httpss://a.example/",
    ];
    for text in addresses {
        assert_eq!(refused("ctaUrl", text), "forbidden-scheme", "{text}");
    }
}

#[test]
fn a_relative_address_is_rejected() {
    let full_width = "\u{ff4a}avascript:alert(1)";
    for text in
        ["/contact", "contact", "//a.example/", "www.a.example", "?x", "#x", ":x", "1https://a.example/", full_width]
    {
        assert_eq!(refused("ctaUrl", text), "not-an-address", "{text}");
    }
}

#[test]
fn an_address_without_a_host_is_rejected() {
    for text in ["https:", "https:/", "https://", "https:a.example", "https:/a.example", "https:///a.example"] {
        assert_eq!(refused("ctaUrl", text), "not-an-address", "{text}");
    }
    for text in ["https://?x", "https://#x", "https://:443/", "https://:443"] {
        assert_eq!(refused("ctaUrl", text), "not-an-address", "{text}");
    }
}

#[test]
fn a_mailto_or_tel_address_without_a_target_is_rejected() {
    for text in ["mailto:", "tel:"] {
        assert_eq!(refused("ctaUrl", text), "not-an-address", "{text}");
    }
}

#[test]
fn a_user_name_in_an_address_is_rejected() {
    for text in ["https://bank.example@evil.example/", "https://a:b@evil.example", "https://@evil.example"] {
        assert_eq!(refused("ctaUrl", text), "not-an-address", "{text}");
    }
}

#[test]
fn whitespace_inside_an_address_is_rejected() {
    for c in [' ', '\t', '\n', '\r', '\u{a0}', '\u{2003}', '\u{3000}', '\u{2028}'] {
        assert_eq!(refused("ctaUrl", format!("https://a.example/{c}b")), "not-an-address", "{c:?}");
        assert_eq!(refused("ctaUrl", format!("java{c}script:alert(1)")), "not-an-address", "{c:?}");
    }
}

#[test]
fn a_backslash_in_an_address_is_rejected() {
    for text in [r"https:\\a.example", r"https:/\a.example", r"https://a.example\@evil.example", r"mailto:a\b"] {
        assert_eq!(refused("ctaUrl", text), "not-an-address", "{text}");
    }
}

#[test]
fn invisible_characters_in_an_address_are_rejected() {
    for c in ['\0', '\x7f', '\u{85}', '\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}'] {
        assert_eq!(refused("ctaUrl", format!("https://a.example/{c}b")), "not-an-address", "{c:?}");
        assert_eq!(refused("ctaUrl", format!("javascript{c}:alert(1)")), "not-an-address", "{c:?}");
    }
    assert_eq!(refused("ctaUrl", "\u{1}javascript:alert(1)"), "not-an-address");
}

#[test]
fn an_address_has_at_most_2_000_characters() {
    let of_length = |length: usize| format!("https://a.example/{}", "x".repeat(length - 18));
    assert_eq!(address(&of_length(2_000)).unwrap().len(), 2_000);
    assert_eq!(refused("ctaUrl", of_length(2_001)), "too-long");
}

#[test]
fn an_empty_address_is_empty() {
    assert_eq!(refused("ctaUrl", "  "), "empty");
}
