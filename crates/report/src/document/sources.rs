//! Sources and limits of the method; last, the numbered quotations.

use super::{Block, Item, Text, sheet::Sheet};
use assessment::i18n::{
    Key, key,
    key::ui::{report, result as words},
};

/// What the result cannot know, a sentence each.
pub const ADMISSIONS: [Key; 5] = [
    words::ADMITS_LEVELS,
    key::disclosure::SOURCES,
    words::ADMITS_WEIGHTS,
    words::ADMITS_CALIBRATION,
    words::ADMITS_SURE,
];

/// The admissions, the articles and the quotations that the sections before referred to.
pub fn sources(sheet: &mut Sheet<'_>) {
    let assessment = sheet.assessment;
    sheet.section(words::ADMITS);
    let points = ADMISSIONS.map(|key| Item::new(sheet.t(key))).into();
    sheet.list(false, points);
    sheet.paragraph(&sheet.fill(report::VERSION, &[("version", assessment.version)]));
    sheet.heading(3, sheet.t(words::ARTICLES));
    let articles = assessment.sources.iter().map(|source| Item::new(sheet.t(source.name))).collect();
    sheet.list(false, articles);
    if sheet.quoted.all().is_empty() {
        return;
    }
    sheet.heading(3, sheet.t(words::SOURCES));
    let quotes = sheet.quoted.all().iter().enumerate().map(|(n, citation)| Block::Quote {
        number: n + 1,
        text: Text::new(&sheet.fill(words::QUOTE, &[("quote", sheet.t(citation.quote))])),
        translation: sheet
            .words
            .translation(citation.quote)
            .map(|text| Text::new(&sheet.fill(words::TRANSLATION, &[("quote", text)]))),
        source: Text::new(sheet.t(assessment.sources[citation.source.index()].name)),
    });
    let quotes: Vec<Block> = quotes.collect();
    sheet.blocks.extend(quotes);
}
