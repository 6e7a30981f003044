//! Who may send commands to a frame.

use assessment::json::Value;

use super::{document, set};

fn origin(text: &str) -> String {
    let [origin] = set("frameParents", Value::List(vec![text.into()])).result.frame_parents.try_into().unwrap();
    origin
}

fn refused(text: &str) -> &'static str {
    super::refused("frameParents", Value::List(vec![text.into()]))
}

#[test]
fn origins_are_kept_as_the_browser_writes_them() {
    let origins = [
        "https://www.example.com",
        "https://intranet.example.com:8443",
        "https://intranet",
        "https://xn--mller-kva.example",
        "https://my_site.example",
        "https://192.0.2.1:1",
        "https://localhost:65535",
        "http://localhost",
        "http://localhost:8080",
        "http://127.0.0.1:3000",
        "http://[::1]",
        "http://[::1]:3000",
        "https://[::1]:3000",
    ];
    for text in origins {
        assert_eq!(origin(text), text);
    }
}

#[test]
fn an_origin_is_converted_to_lower_case() {
    assert_eq!(origin("HTTPS://WWW.Example.COM:8443"), "https://www.example.com:8443");
}

#[test]
fn the_default_port_is_dropped() {
    assert_eq!(origin("https://www.example.com:443"), "https://www.example.com");
    assert_eq!(origin("http://localhost:80"), "http://localhost");
    assert_eq!(origin("http://[::1]:80"), "http://[::1]");
}

#[test]
fn the_port_of_the_other_scheme_is_kept() {
    assert_eq!(origin("https://www.example.com:80"), "https://www.example.com:80");
    assert_eq!(origin("http://localhost:443"), "http://localhost:443");
}

#[test]
fn whitespace_around_an_origin_is_ignored() {
    assert_eq!(origin(" https://www.example.com\n"), "https://www.example.com");
}

#[test]
fn http_is_accepted_only_for_localhost() {
    for text in [
        "http://www.example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://127.0.0.2",
        "http://0.0.0.0",
        "http://[::2]",
        "http://",
    ] {
        assert_eq!(refused(text), "not-an-origin", "{text}");
    }
}

#[test]
fn an_origin_has_no_path_query_fragment_or_user() {
    for rest in ["/", "/page", "?x", "#x", ":443/", "/@www.example.com"] {
        assert_eq!(refused(&format!("https://www.example.com{rest}")), "not-an-origin", "{rest}");
    }
    for text in ["https://user@www.example.com", "https://user:pass@www.example.com", "http://x@localhost"] {
        assert_eq!(refused(text), "not-an-origin", "{text}");
    }
}

#[test]
fn a_host_that_no_browser_reports_is_rejected() {
    for host in ["", ".", "*", "*.example.com", ".example.com", "example.com.", "a..b", "müller.example", "a b", "a%2e"]
    {
        assert_eq!(refused(&format!("https://{host}")), "not-an-origin", "{host}");
    }
    for host in ["[::1", "::1", "[::1]x", "[2001:db8::1]", "a\\b", "a\u{200d}b"] {
        assert_eq!(refused(&format!("https://{host}")), "not-an-origin", "{host}");
    }
}

#[test]
fn a_port_is_a_number_as_the_browser_writes_it() {
    for port in ["", "0", "080", "+80", "-1", "65536", "99999999999", "x", "8 0", "80:80"] {
        assert_eq!(refused(&format!("https://www.example.com:{port}")), "not-an-origin", "{port}");
        assert_eq!(refused(&format!("http://localhost:{port}")), "not-an-origin", "{port}");
    }
}

#[test]
fn other_schemes_are_rejected_as_origins() {
    for text in ["null", "*", "www.example.com", "//www.example.com", "file://", "ftp://localhost", "https:localhost"] {
        assert_eq!(refused(text), "not-an-origin", "{text}");
    }
}

#[test]
fn an_origin_longer_than_a_host_name_is_rejected() {
    assert_eq!(refused(&format!("https://{}", "a".repeat(300))), "not-an-origin");
}

#[test]
fn an_empty_origin_is_empty() {
    assert_eq!(refused(""), "empty");
}

#[test]
fn an_invalid_origin_is_reported_with_its_index() {
    let (_, problems) = document(r#"{"frameParents": ["https://a.example", "https://b.example/"]}"#);
    let expected = "not-an-origin at $.frameParents[1]: found \"https://b.example/\", \
         expected an origin such as https://www.example.com, without a path";
    assert_eq!(problems, [expected]);
}
