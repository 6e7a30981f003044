//! The messages about a link that cannot be opened.

use assessment::i18n::{Catalog, key::ui::link::problem as words};

use session::link::LinkProblem;

#[test]
fn every_problem_has_its_own_message() {
    let problems = [
        (LinkProblem::NotOurs, words::NOT_OURS),
        (LinkProblem::Damaged, words::DAMAGED),
        (LinkProblem::NewerFormat, words::NEWER_FORMAT),
        (LinkProblem::OtherContent { version: "1.0".to_owned() }, words::OTHER_CONTENT),
        (LinkProblem::TooLong, words::TOO_LONG),
    ];
    for (problem, key) in problems {
        assert_eq!(problem.key(), key, "{problem:?}");
    }
}

#[test]
fn the_message_about_other_questions_names_their_version() {
    let problem = LinkProblem::OtherContent { version: "0.9".to_owned() };
    let message = Catalog::english().fill(problem.key(), &[("version", "0.9")]);
    assert!(message.contains("(version 0.9)") && message.contains("as a file"), "{message}");
}

#[test]
fn the_message_about_dropped_parts_counts_them() {
    let words = Catalog::english();
    let [one, other] = LinkProblem::UNREAD.map(|key| words.fill(key, &[("n", "2")]));
    assert!(one.contains("2 part of this link") && other.contains("2 parts of this link"), "{one} {other}");
}
