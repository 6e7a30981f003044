//! The printed report: a cover, then the same document as in the Markdown file. It exists only while it is being printed.

use leptos::prelude::*;

use super::{Ui, components::share_table, page::Page, subject::with_subject, subtree::Content};
use assessment::i18n::key::ui::take::page as words;
use decision::evaluation::Verdict;
use report::{Block, Document, Item, Text, document, offer_words};

/// The report; `None` if no result is shown.
#[must_use]
pub fn paper(ui: Ui) -> Option<AnyView> {
    if !ui.now(|session| session.place().is_result()) {
        return None;
    }
    let prepared = ui.prepared();
    let evaluation = &prepared.evaluation;
    let (report, offer) = with_subject(ui, evaluation, |subject| (document(subject), offer_words(subject)));
    let Document { title, date, blocks, .. } = report;
    let mut page = Page::new(ui);
    let is_section = |block: &Block| matches!(block, Block::Heading { level: 2, .. });
    // The cover is everything before the second section.
    let second = blocks.iter().skip(1).position(is_section).map_or(blocks.len(), |n| n + 1);
    let (cover, rest) = blocks.split_at(second.min(blocks.len()));
    page.within("section.cover", |page| {
        page.text("p.kicker", title.as_str());
        if let Some(date) = &date {
            page.fill("p.muted", words::MADE, &[("date", date.as_str())]);
        }
        for (n, part) in cover.iter().enumerate() {
            block(page, part, &offer);
            // After the verdict and its sentence.
            if n == 1 && evaluation.verdict != Verdict::Insufficient {
                share_table(page, evaluation);
            }
        }
        page.t("h3.contents-of", words::CONTENTS);
        page.within("ol.contents-of", |page| {
            for part in rest.iter().filter(|part| is_section(part)) {
                if let Block::Heading { text, .. } = part {
                    page.text("li", text.as_str());
                }
            }
        });
    });
    // All quotations are at the end, in columns.
    let quotes = rest.iter().position(|part| matches!(part, Block::Quote { .. })).unwrap_or(rest.len());
    let (rest, quotes) = rest.split_at(quotes);
    for part in rest {
        block(&mut page, part, &offer);
    }
    page.within("div.quotes", |page| {
        for part in quotes {
            block(page, part, &offer);
        }
    });
    Some(page.view())
}

fn block(page: &mut Page, part: &Block, offer: &str) {
    match part {
        Block::Heading { level, text } => {
            let element = match level {
                2 => "h2",
                3 => "h3",
                _ => "h4",
            };
            page.text(element, text.as_str());
        }
        Block::Paragraph(text) if text.as_str() == offer => {
            // The host page may replace this text.
            let offer = offer.to_owned();
            page.add(view! { <slot name="disclosure"><p>{Content::Text(offer)}</p></slot> }.into_any());
        }
        Block::Paragraph(text) => page.text("p", text.as_str()),
        Block::List { ordered, items } => {
            page.within(if *ordered { "ol" } else { "ul" }, |page| {
                for item in items {
                    list_item(page, item);
                }
            });
        }
        Block::Table { caption, head, rows } => table(page, caption, head, rows),
        Block::Quote { number, text, translation, source } => {
            let number = page.ui.number(*number);
            page.within("blockquote", |page| {
                page.text("b", &number);
                match translation {
                    None => page.text("span", text.as_str()),
                    Some(translation) => page.within("span", |page| {
                        page.text("span.english", text.as_str());
                        page.bare(" ");
                        page.text("span", translation.as_str());
                    }),
                }
                page.text("cite", source.as_str());
            });
        }
        Block::Facts(facts) => {
            page.within("dl", |page| {
                for [name, value] in facts {
                    page.text("dt", name.as_str());
                    page.text("dd", value.as_str());
                }
            });
        }
    }
}

fn list_item(page: &mut Page, Item { lines, ticked }: &Item) {
    let element = match ticked {
        None => "li",
        Some(false) => "li.open",
        Some(true) => "li.done",
    };
    page.within(element, |page| {
        for line in lines {
            page.text("p", line.as_str());
        }
    });
}

fn table(page: &mut Page, caption: &Text, head: &[Text], rows: &[Vec<Text>]) {
    page.within("table", |page| {
        page.text("caption", caption.as_str());
        page.within("thead", |page| {
            page.within("tr", |page| {
                for name in head {
                    page.column_head(name.as_str());
                }
            });
        });
        page.within("tbody", |page| {
            for row in rows {
                page.within("tr", |page| {
                    for (n, cell) in row.iter().enumerate() {
                        page.text(if n == 0 { "th" } else { "td" }, cell.as_str());
                    }
                });
            }
        });
    });
}
