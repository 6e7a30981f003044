//! Markdown as parsed by a CommonMark parser, with every extension that could find unintended markup; and the same
//! structure built from the document.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use report::{Block, Document, Text};

/// The content of a Markdown file: each heading, paragraph, item and cell as kind and text. Bold is omitted because the
/// writer uses it itself; any other markup is listed by name.
pub fn read(markdown: &str) -> Vec<String> {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut out = Vec::new();
    let mut kinds: Vec<String> = Vec::new();
    let mut text = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => {}
            Event::Text(piece) => text.push_str(&piece),
            Event::HardBreak => text.push('\n'),
            Event::TaskListMarker(true) => text.push_str("(done) "),
            Event::TaskListMarker(false) => text.push_str("(open) "),
            Event::Start(tag) => {
                // The text of an item precedes its nested content.
                flush(&mut out, &kinds, &mut text);
                kinds.push(kind(&tag));
            }
            Event::End(_) => {
                flush(&mut out, &kinds, &mut text);
                kinds.pop();
            }
            other => text.push_str(&format!("{other:?}")),
        }
    }
    out
}

fn flush(out: &mut Vec<String>, kinds: &[String], text: &mut String) {
    if !text.is_empty() {
        out.push(format!("{}: {text}", kinds.join(" ")));
        text.clear();
    }
}

fn kind(tag: &Tag<'_>) -> String {
    match tag {
        Tag::Heading { level, id: None, classes, attrs } if classes.is_empty() && attrs.is_empty() => level.to_string(),
        Tag::Paragraph => "p".to_owned(),
        Tag::List(None) => "ul".to_owned(),
        Tag::List(Some(1)) => "ol".to_owned(),
        Tag::Item => "li".to_owned(),
        Tag::BlockQuote(None) => "quote".to_owned(),
        Tag::Table(_) => "table".to_owned(),
        Tag::TableHead => "head".to_owned(),
        Tag::TableRow => "row".to_owned(),
        Tag::TableCell => "cell".to_owned(),
        other => format!("{other:?}"),
    }
}

/// The same structure from the document itself.
pub fn expected(document: &Document) -> Vec<String> {
    let mut out = vec![format!("h1: {}", plain(&document.title))];
    out.extend(document.date.as_ref().map(|date| format!("p: {}", plain(date))));
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } => out.push(format!("h{level}: {}", plain(text))),
            Block::Paragraph(text) => out.push(format!("p: {}", plain(text))),
            Block::List { ordered, items } => {
                for item in items {
                    let mark = item.ticked.map_or("", |ticked| if ticked { "(done) " } else { "(open) " });
                    let list = if *ordered { "ol" } else { "ul" };
                    out.push(format!("{list} li: {mark}{}", lines(&item.lines)));
                }
            }
            Block::Table { caption, head, rows } => {
                out.push(format!("p: {}", plain(caption)));
                out.extend(head.iter().map(|cell| format!("table head cell: {}", plain(cell))));
                out.extend(rows.iter().flatten().map(|cell| format!("table row cell: {}", plain(cell))));
            }
            Block::Quote { number, text, translation, source } => {
                let lines = [text].into_iter().chain(translation).chain([source]).map(plain);
                out.push(format!("quote p: {number} {}", lines.collect::<Vec<_>>().join("\n")));
            }
            Block::Facts(facts) => {
                for [name, value] in facts {
                    let name = Text::new(&[name.as_str(), &document.colon].concat());
                    out.push(format!("ul li: {} {}", plain(&name), plain(value)));
                }
            }
        }
    }
    out
}

fn lines(texts: &[Text]) -> String {
    texts.iter().map(plain).collect::<Vec<_>>().join("\n")
}

fn plain(text: &Text) -> String {
    text.as_str().to_owned()
}
