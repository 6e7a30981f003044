//! What is pasted into the studio: the reader does not panic, what it reports can be shown, and what the studio makes of it is
//! safe to paste and can be read again.

use assessment::text::{is_longer, is_unsafe};
use studio::{
    Build, Design, check_design, fragment, from_draft, from_fragment, hubspot_ids, privacy, read, server, snippets,
    to_draft,
};

use super::document::text;

/// The maximum length of a problem. A mistake in JSON is described by the parser.
const LONGEST_LINE: usize = 400;

/// A pasted text.
pub fn reading(bytes: &[u8]) {
    let text = text(bytes);
    let _ = hubspot_ids(&text);
    let reading = match read(&text) {
        Ok(reading) => reading,
        Err(problems) => {
            assert!(!problems.is_empty());
            return problems.iter().for_each(|problem| assert!(!problem.remedy.is_empty(), "{problem:?}"));
        }
    };
    for problem in &reading.problems {
        let is_showable = !is_longer(&problem.line, LONGEST_LINE) && !problem.line.contains(is_unsafe);
        assert!(is_showable && !problem.remedy.is_empty(), "{problem:?}");
    }
    let _ = reading.clone().with_file(&text);
    let mut design = reading.onto(&Design::new("https://widget.example/"));
    let _ = (check_design(&design), privacy(&design), server(&design));
    let build = Build { version: "1.2.3".to_owned(), integrity: format!("sha384-{}", "A".repeat(64)) };
    for part in snippets(&design, &build).iter().flat_map(|snippet| &snippet.parts) {
        assert!(read(&part.text).is_ok(), "{part:?}");
        if part.language != "json" {
            assert!(!is_longer(&part.text, 999) && !part.text.contains("\n\n"), "{part:?}");
            assert!(!part.text.contains("href=\"javascript:") && !part.text.contains("src=\"javascript:"), "{part:?}");
            // Nothing inside of a script.
            assert_eq!(part.text.matches("<script").count(), part.text.matches("\"></script>").count(), "{part:?}");
        }
    }
    design = from_draft(&to_draft(&design)).expect("a draft").design;
    assert_eq!(from_draft(&to_draft(&design)).expect("a draft").design, design);
    if let Ok(fragment) = fragment(&design) {
        assert_eq!(from_fragment(&fragment).expect("a link").design, design);
    }
}
