//! The words of each view: how hard they are to read, and how many the answer has.

use assessment::{Alternative, i18n::key::ui::result::answer::before};
use content::languages::reading::{Formula, MEASURABLE, Text};
use decision::evaluation::Status;
use session::View;

use super::{
    html::{Node, Tree},
    organizations::everybody,
    visit::{Before, KEY, Visit, draft_of},
};

/// Elements that are part of the sentence around them.
const INLINE: [&str; 7] = ["span", "b", "a", "em", "strong", "abbr", "sup"];

/// Titles of articles, and what visitors or programs wrote.
const NOT_PROSE: [&str; 3] = ["cite", "textarea", "svg"];

/// Adds the sentences of an element. Labels, names and figures are no sentences: they would lower the grade. Quotations are
/// in the words of the articles.
fn add_sentences(node: Node<'_>, run: &mut String, text: &mut Text) {
    for part in node.parts() {
        match part {
            Ok(words) => run.push_str(words),
            Err(child) if child.is(&NOT_PROSE) || child.is_hidden() => {}
            Err(child) if child.is(&INLINE) => {
                run.push(' ');
                add_sentences(child, run, text);
            }
            Err(child) => {
                end(run, text);
                add_sentences(child, run, text);
                end(run, text);
            }
        }
    }
}

fn end(run: &mut String, text: &mut Text) {
    let run = std::mem::take(run);
    // The numbers of quotations, such as "[3, 7]", follow the sentence.
    let sentences = run.split(" [").next().unwrap_or_default().trim();
    if sentences.ends_with(['.', '?', ':']) && !sentences.starts_with('“') {
        text.add(sentences);
    }
}

fn result(tree: &Tree) -> Node<'_> {
    tree.all().find(|node| node.get("part") == Some("result")).unwrap()
}

#[test]
fn every_view_of_every_organization_reads_at_grade_8_or_below() {
    let mut measured = 0;
    for (who, case) in everybody() {
        let draft = draft_of(&case, ("screen", "result"));
        let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds: true, ..Before::default() });
        for view in View::ALL {
            visit.open(view);
            let tree = Tree::of(&visit.html());
            let (mut text, mut run) = (Text::new(Formula::FleschKincaid), String::new());
            add_sentences(result(&tree), &mut run, &mut text);
            if text.words >= MEASURABLE {
                let (grade, words) = (text.figure(), text.words);
                assert!(text.is_easy(), "{} of {who}: grade {grade:.1} over {words} words", view.name());
                measured += 1;
            }
        }
    }
    assert!(measured > 200, "{measured} views are measured");
}

/// The visible words of an element while its folds are closed, without links between views and who offers the tool.
fn words_in(node: Node<'_>) -> usize {
    let holds_links = node.get("part").is_none() && node.children().any(|inside| inside.tag() == "nav");
    let is_left_out = holds_links || node.is(&["nav"]) || node.classes().any(|class| class == "offer");
    if node.is_hidden() || is_left_out {
        return 0;
    }
    let own: usize = node.own_texts().map(|text| text.split_whitespace().count()).sum();
    let shown = node.children().filter(|child| !node.is(&["details"]) || child.is(&["summary"]));
    own + shown.map(words_in).sum::<usize>()
}

#[test]
fn an_answer_has_at_most_350_words_and_430_with_notes() {
    for (who, case) in everybody() {
        let mut visit = Visit::saved(&draft_of(&case, ("screen", "result")));
        let tree = Tree::of(&visit.html());
        let evaluation = &visit.ui.prepared().evaluation;
        let rules_out = Alternative::ALL.iter().any(|model| evaluation.gates.of_alternative(*model) == Status::Blocked);
        let noted = visit.ui.t(before::TITLE);
        let has_notes = rules_out || tree.all().any(|node| node.words() == noted);
        let words = words_in(result(&tree));
        assert!(words > 20, "{who}: {words} words");
        assert!(words <= if has_notes { 430 } else { 350 }, "{who}: {words} words, notes: {has_notes}");
    }
}
