//! That the sample for nginx and the documentation say what [`headers`] says. Which names the sample's patterns fit is
//! seen by the end-to-end tests, on nginx itself.

use crate::build::headers;

const SAMPLE: &str = include_str!("../../../../hosting/nginx.conf");
const DOCUMENTATION: &str = include_str!("../../../../docs/hosting.md");

/// One statement of the sample.
#[derive(Debug, PartialEq)]
struct Statement {
    /// The first words of the blocks around it, from the outermost.
    blocks: Vec<String>,
    words: Vec<String>,
}

/// All statements but the lines that open a block.
fn statements(text: &str) -> Vec<Statement> {
    let mut statements = Vec::new();
    let (mut blocks, mut words) = (Vec::new(), Vec::new());
    for word in words_of(text) {
        match word.as_str() {
            "{" => blocks.push(std::mem::take(&mut words).join(" ")),
            "}" => drop(blocks.pop()),
            ";" => statements.push(Statement { blocks: blocks.clone(), words: std::mem::take(&mut words) }),
            _ => words.push(word),
        }
    }
    assert!(blocks.is_empty() && words.is_empty(), "the sample ends inside {blocks:?} {words:?}");
    statements
}

/// Words without their quotes, braces and semicolons each by itself, no comments.
fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, length) = match first {
            '#' => ("", rest.find('\n').unwrap_or(rest.len())),
            '{' | '}' | ';' => (&rest[..1], 1),
            '"' => {
                let end = rest[1..].find('"').unwrap();
                (&rest[1..=end], end + 2)
            }
            _ => {
                let end = rest.find(|c: char| c.is_whitespace() || c == ';').unwrap_or(rest.len());
                (&rest[..end], end)
            }
        };
        // An empty text is a word, a comment is none.
        if first != '#' {
            words.push(word.to_owned());
        }
        rest = rest[length..].trim_start();
    }
    words
}

/// The words of all statements that stand in these blocks.
fn inside(blocks: &[&str]) -> Vec<Vec<String>> {
    statements(SAMPLE).into_iter().filter(|statement| statement.blocks == blocks).map(|found| found.words).collect()
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn the_sample_has_the_types() {
    let meant: Vec<_> =
        headers::TYPES.iter().map(|(kind, extensions)| owned(&[&[*kind], *extensions].concat())).collect();
    assert_eq!(inside(&["server", "types"]), meant);
    assert!(inside(&["server"]).contains(&owned(&["default_type", headers::UNKNOWN_TYPE])));
}

#[test]
fn the_sample_adds_the_headers_and_no_other() {
    let mut meant: Vec<_> =
        headers::ALWAYS.iter().map(|(name, value)| owned(&["add_header", name, value, "always"])).collect();
    for (name, variable) in [
        ("Cache-Control", "$support_fit_cache"),
        ("Content-Security-Policy", "$support_fit_policy"),
        ("Referrer-Policy", "$support_fit_referrer"),
    ] {
        meant.push(owned(&["add_header", name, variable]));
    }
    // One inside a location would take the place of all of them.
    let added: Vec<_> = statements(SAMPLE).into_iter().filter(|found| found.words[0] == "add_header").collect();
    assert!(added.iter().all(|found| found.blocks == ["server"]));
    assert_eq!(added.into_iter().map(|found| found.words).collect::<Vec<_>>(), meant);
}

#[test]
fn the_sample_keeps_files_as_long() {
    let values: Vec<_> = inside(&["map $uri $support_fit_cache"]).into_iter().map(|words| words[1].clone()).collect();
    assert_eq!(values, [headers::BRIEFLY, headers::FOR_GOOD, headers::FOR_GOOD]);
}

#[test]
fn the_sample_has_the_policies_of_the_pages() {
    assert_eq!(
        inside(&["map $uri $support_fit_policy"]),
        [
            owned(&["default", ""]),
            owned(&[r"~/frame\.html$", headers::POLICY_IN_FRAMES]),
            owned(&[r"~\.html$", headers::POLICY]),
        ]
    );
    assert_eq!(
        inside(&["map $uri $support_fit_referrer"]),
        [owned(&["default", ""]), owned(&[r"~\.html$", headers::REFERRER])]
    );
}

#[test]
fn the_sample_sends_the_compressed_copies_and_says_that_it_may() {
    for directive in [["gzip_static", "on"], ["gzip_vary", "on"], ["gzip_proxied", "any"]] {
        assert!(inside(&["server"]).contains(&owned(&directive)), "{directive:?}");
    }
}

#[test]
fn the_documentation_names_each_header_with_its_value() {
    let values = [
        ("Cache-Control", headers::FOR_GOOD),
        ("Cache-Control", headers::BRIEFLY),
        ("Content-Security-Policy", headers::POLICY),
        ("Referrer-Policy", headers::REFERRER),
    ];
    for (name, value) in values.into_iter().chain(headers::ALWAYS) {
        assert!(DOCUMENTATION.contains(&format!("`{name}`")), "{name}");
        assert!(DOCUMENTATION.contains(value), "{name}: {value}");
    }
}

#[test]
fn words_are_read_as_nginx_reads_them() {
    let text = "a \"b; c\" d; # e;\nf { g \"\"; }\n";
    let statement = |blocks: &[&str], words: &[&str]| Statement { blocks: owned(blocks), words: owned(words) };
    assert_eq!(statements(text), [statement(&[], &["a", "b; c", "d"]), statement(&["f"], &["g", ""])]);
}
