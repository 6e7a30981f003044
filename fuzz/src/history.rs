//! Earlier results: limited in number, and unchanged by a round trip.

use assessment::Assessment;

use session::{LONGEST_DRAFT, MOST_RUNS, decode_history, encode_history};

use super::document::{document, is_showable, text};

pub fn history(bytes: &[u8]) {
    let assessment = Assessment::standard();
    let Some(document) = document(&text(bytes), LONGEST_DRAFT) else { return };
    let part = decode_history(assessment, "$", &document);
    assert!(part.value.runs().len() <= MOST_RUNS);
    for problem in &part.problems {
        assert!(problem.path.starts_with('$') && is_showable(&problem.path, 130), "{problem:?}");
        assert!(is_showable(&problem.found, 60), "{problem:?}");
    }
    if let Some(kept) = encode_history(assessment, &part.value, &part.unread) {
        let again = decode_history(assessment, "$", &kept);
        assert_eq!(again.value, part.value);
        assert_eq!(encode_history(assessment, &again.value, &again.unread), Some(kept));
    }
}
