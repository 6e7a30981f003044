//! Finding our part in an address or a pasted text, and leaving the host page's parts alone.

use session::link::{fragment_of, fragment_with};

use super::{full, link};

#[test]
fn our_part_is_found_wherever_it_stands_in_a_fragment() {
    let ours = link(&full());
    for text in [
        "https://example.com/it#support-fit=LINK",
        "https://example.com/it?a=1#support-fit=LINK",
        "https://example.com/it#section-2&support-fit=LINK",
        "https://example.com/it#a=1&support-fit=LINK&b=2",
        "#support-fit=LINK",
        "#a=1&support-fit=LINK",
        "support-fit=LINK",
        "a=1&support-fit=LINK",
        "#LINK",
        "https://example.com/it#LINK",
        "LINK",
        "file:///home/me/support-fit.html#support-fit=LINK",
    ] {
        assert_eq!(fragment_of(&text.replace("LINK", &ours)), Some(ours.as_str()), "{text}");
    }
}

#[test]
fn our_part_is_found_in_what_a_mail_program_made_of_it() {
    let ours = link(&full());
    for text in [
        "<https://example.com/it#support-fit=LINK>",
        "\"https://example.com/it#support-fit=LINK\"",
        "\u{201c}#support-fit=LINK\u{201d}.",
        "'LINK'",
        " LINK\n",
        "<LINK>,",
        "Here it is: https://example.com/it#support-fit=LINK. Best regards",
        "(https://example.com/it#support-fit=LINK)",
        "https://example.com/it#support-fit%3DLINK",
        "https://example.com/it#support-fit%3dLINK%20",
        "https://example.com/it#support-fit=LINK\u{200b}",
        "https://example.com/it#support-fit=LINK:~:text=cost",
        "#LINK.",
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
        "#support-fit=",
        "#support-fit=&a=1",
        "#s1.intro",
        "#s2.3",
        "#my-support-fit=s1.AAAA",
        "#!/route",
        "hello",
        "🦀",
    ] {
        assert_eq!(fragment_of(text), None, "{text}");
    }
}

#[test]
fn what_goes_to_servers_is_never_looked_at() {
    let ours = link(&full());
    assert_eq!(fragment_of(&format!("https://example.com/?support-fit={ours}")), None);
    assert_eq!(fragment_of(&format!("https://example.com/?support-fit={ours}#section-2")), None);
}

#[test]
fn what_has_our_name_and_is_no_link_is_found_so_that_its_fault_can_be_said() {
    assert_eq!(fragment_of("#support-fit=hello"), Some("hello"));
    assert_eq!(fragment_of("#support-fit=s1.AB"), Some("s1.AB"));
}

#[test]
fn our_part_goes_behind_those_of_the_host_page() {
    for (existing, expected) in [
        ("", "#support-fit=s1.AB"),
        ("#", "#support-fit=s1.AB"),
        ("#section-2", "#section-2&support-fit=s1.AB"),
        ("section-2", "#section-2&support-fit=s1.AB"),
        ("#a=1&b=%20", "#a=1&b=%20&support-fit=s1.AB"),
        ("#!/route?x=1", "#!/route?x=1&support-fit=s1.AB"),
    ] {
        assert_eq!(fragment_with(existing, "s1.AB"), expected);
    }
}

#[test]
fn our_part_takes_the_place_of_an_earlier_one() {
    let ours = link(&full());
    assert_eq!(fragment_with("#a=1&support-fit=s1.old&b=2", "s1.AB"), "#a=1&b=2&support-fit=s1.AB");
    assert_eq!(fragment_with("#support-fit%3Ds1.old", "s1.AB"), "#support-fit=s1.AB");
    assert_eq!(fragment_with(&format!("#{ours}"), "s1.AB"), "#support-fit=s1.AB");
}

#[test]
fn our_part_can_be_taken_out() {
    assert_eq!(fragment_with("#support-fit=s1.old", ""), "");
    assert_eq!(fragment_with("#a=1&support-fit=s1.old", ""), "#a=1");
    assert_eq!(fragment_with("#section-2", ""), "#section-2");
}
