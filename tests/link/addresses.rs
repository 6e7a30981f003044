//! Finding our part in an address or a pasted text without touching the host page's parts.

use session::link::{fragment_of, fragment_with};

use super::{full, link};

/// A link of content 1.1.
const FIRST: &str = "s1.bhXkCAMxLjGrLNttquJJJpiuIJEqwCFETtw";

#[test]
fn our_part_is_found_anywhere_in_a_fragment() {
    let ours = link(&full());
    for text in [
        "https://example.com/it#support-fit-LINK",
        "https://example.com/it?a=1#support-fit-LINK",
        "https://example.com/it#section-2&support-fit-LINK",
        "https://example.com/it#a=1&support-fit-LINK&b=2",
        "#support-fit-LINK",
        "#a=1&support-fit-LINK",
        "support-fit-LINK",
        "a=1&support-fit-LINK",
        "LINK",
        "file:///home/me/support-fit.html#support-fit-LINK",
    ] {
        assert_eq!(fragment_of(&text.replace("LINK", &ours)), Some(ours.as_str()), "{text}");
    }
}

#[test]
fn our_part_is_found_after_a_router_rewrote_it() {
    let ours = link(&full());
    for text in [
        "#/support-fit-LINK",
        "#!/support-fit-LINK",
        "#/pricing?support-fit-LINK",
        "#/pricing?support-fit-LINK=",
        "#/pricing?support-fit-LINK=&a=1",
        "#/pricing?a=1&support-fit-LINK",
        "#/pricing&support-fit-LINK",
    ] {
        assert_eq!(fragment_of(&text.replace("LINK", &ours)), Some(ours.as_str()), "{text}");
    }
}

#[test]
fn a_link_of_the_first_format_is_found_with_or_without_its_names() {
    for text in [
        "#support-fit=LINK",
        "https://example.com/it#a=1&support-fit=LINK&b=2",
        "https://example.com/it#support-fit%3DLINK",
        "https://example.com/it#support-fit%3dLINK%20",
        "#/support-fit=LINK",
        "support-fit=LINK",
        "https://example.com/it#LINK",
        "#LINK.",
        "'LINK'",
    ] {
        assert_eq!(fragment_of(&text.replace("LINK", FIRST)), Some(FIRST), "{text}");
    }
}

#[test]
fn our_part_is_found_after_a_mail_program_rewrote_it() {
    let ours = link(&full());
    for text in [
        "<https://example.com/it#support-fit-LINK>",
        "\"https://example.com/it#support-fit-LINK\"",
        "\u{201c}#support-fit-LINK\u{201d}.",
        "'LINK'",
        " LINK\n",
        "<LINK>,",
        "Here it is: https://example.com/it#support-fit-LINK. Best regards",
        "(https://example.com/it#support-fit-LINK)",
        "https://example.com/it#support-fit-LINK%20",
        "https://example.com/it#support-fit-LINK\u{200b}",
        "https://example.com/it#support-fit-LINK:~:text=cost",
    ] {
        assert_eq!(fragment_of(&text.replace("LINK", &ours)), Some(ours.as_str()), "{text}");
    }
}

#[test]
fn parts_of_the_host_page_are_not_ours() {
    for text in [
        "",
        "#",
        "https://example.com/it",
        "https://example.com/it#section-2",
        "#a=1&b=2",
        "#support-fit",
        "#support-fit-",
        "#support-fit-intro",
        "#support-fit-section-2",
        "#support-fit=",
        "#support-fit=&a=1",
        "#s1.intro",
        "#s2.3",
        "#s2-a-long-heading-of-the-page-around",
        "#my-support-fit=s1.AAAA",
        "#my-support-fit-s2-AAAA",
        "#!/route",
        "hello",
        "🦀",
    ] {
        assert_eq!(fragment_of(text), None, "{text}");
    }
}

#[test]
fn the_query_string_is_never_read() {
    let ours = link(&full());
    assert_eq!(fragment_of(&format!("https://example.com/?support-fit-{ours}")), None);
    assert_eq!(fragment_of(&format!("https://example.com/?support-fit-{ours}#section-2")), None);
}

#[test]
fn an_invalid_link_with_our_name_is_found_so_it_can_be_reported() {
    assert_eq!(fragment_of("#support-fit=hello"), Some("hello"));
    assert_eq!(fragment_of("#support-fit=s1.AB"), Some("s1.AB"));
    assert_eq!(fragment_of("#support-fit-s2-AB"), Some("s2-AB"));
}

#[test]
fn a_link_replaces_a_fragment_that_is_not_a_route() {
    for existing in [
        "",
        "#",
        "#section-2",
        "section-2",
        "#support-fit",
        "#!",
        "#a=1&b=%20",
        "#section-2&a=1",
        "#access_token=a/b&state=c?d",
    ] {
        assert_eq!(fragment_with(existing, "s2-AB"), "#support-fit-s2-AB", "{existing}");
    }
}

#[test]
fn a_link_is_appended_to_a_route() {
    for (existing, expected) in [
        ("#/", "#/?support-fit-s2-AB"),
        ("#/pricing", "#/pricing?support-fit-s2-AB"),
        ("#/pricing?", "#/pricing?support-fit-s2-AB"),
        ("#/pricing?x=1", "#/pricing?x=1&support-fit-s2-AB"),
        ("#!/pricing", "#!/pricing?support-fit-s2-AB"),
    ] {
        assert_eq!(fragment_with(existing, "s2-AB"), expected);
        assert_eq!(fragment_of(expected), Some("s2-AB"));
    }
}

#[test]
fn a_link_replaces_an_earlier_one() {
    for (existing, expected) in [
        ("#support-fit-s2-old", "#support-fit-s2-AB"),
        ("#/support-fit-s2-old", "#/?support-fit-s2-AB"),
        ("#/pricing?support-fit-s2-old", "#/pricing?support-fit-s2-AB"),
        ("#/pricing?support-fit-s2-old=&a=1", "#/pricing?a=1&support-fit-s2-AB"),
        ("#/pricing?a=1&support-fit=s1.old&b=2", "#/pricing?a=1&b=2&support-fit-s2-AB"),
        ("#a=1&support-fit-s2-old&b=2", "#support-fit-s2-AB"),
        ("#section-2&support-fit=s1.old", "#support-fit-s2-AB"),
        ("#support-fit%3Ds1.old", "#support-fit-s2-AB"),
    ] {
        assert_eq!(fragment_with(existing, "s2-AB"), expected);
    }
    assert_eq!(fragment_with(&format!("#{FIRST}"), "s2-AB"), "#support-fit-s2-AB");
}
