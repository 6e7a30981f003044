//! Hints at likely typing errors in email addresses.

use contact::likely_typo;

fn hint(domain: &str) -> Option<String> {
    let meant = likely_typo(&format!("Ada.L@{domain}"))?;
    Some(meant.strip_prefix("Ada.L@").unwrap().to_owned())
}

#[test]
fn a_common_domain_with_one_wrong_letter_is_pointed_out() {
    for (typed, meant) in [
        ("gmial.com", "gmail.com"),
        ("gmal.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gnail.com", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("GMAIL.CM", "gmail.com"),
        ("yaho.com", "yahoo.com"),
        ("hotmial.com", "hotmail.com"),
        ("outlok.com", "outlook.com"),
        ("iclod.com", "icloud.com"),
        ("comcast.ney", "comcast.net"),
        ("gmail.comm", "gmail.com"),
    ] {
        assert_eq!(hint(typed).as_deref(), Some(meant), "{typed}");
    }
}

#[test]
fn a_mistyped_end_is_pointed_out_for_any_domain() {
    for (typed, meant) in [
        ("marlow.con", "marlow.com"),
        ("marlow.cmo", "marlow.com"),
        ("marlow.co m", "marlow.com"),
        ("mail.marlow.nte", "mail.marlow.net"),
        ("marlow.ogr", "marlow.org"),
        ("gmial.con", "gmail.com"),
        ("ymail.con", "ymail.com"),
    ] {
        assert_eq!(hint(typed).as_deref(), Some(meant), "{typed}");
    }
}

#[test]
fn domains_in_use_are_let_pass() {
    for domain in [
        "gmail.com",
        "Gmail.com",
        "ymail.com",
        "mail.com",
        "email.com",
        "gmx.de",
        "gmx.com",
        "web.de",
        "aol.com",
        "me.com",
        "live.com",
        "proton.me",
        "yahoo.co.uk",
        "yahoo.de",
        "hotmail.fr",
        "outlook.de",
        "marlow.example",
        "falcon",
        "company.community",
        "shop.cm",
    ] {
        assert_eq!(hint(domain), None, "{domain}");
    }
}

#[test]
fn two_wrong_letters_are_let_pass() {
    for domain in ["gnial.com", "gmx.con.example", "gail.co", "yah.co"] {
        assert_eq!(hint(domain), None, "{domain}");
    }
}

#[test]
fn what_is_no_address_has_no_hint() {
    for text in ["", "ada", "@gmial.com", "ada@", "ada@.con", "@"] {
        assert_eq!(likely_typo(text), None, "{text}");
    }
}
