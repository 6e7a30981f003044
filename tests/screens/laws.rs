//! Laws for every screen, whatever it shows.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use super::html::{Node, Tree};

/// The parts that a host page may style (`docs/embedding.md`).
const PARTS: [&str; 10] = [
    "shell",
    "heading",
    "progress",
    "question",
    "answer",
    "result",
    "footer",
    "primary-button",
    "secondary-button",
    "cta",
];

/// Roles that we assign to elements that do not have them implicitly.
const ROLES: [&str; 3] = ["list", "radiogroup", "status"];

/// Attributes that reference other elements.
const REFERENCES: [&str; 7] =
    ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers", "list"];

const ARIA: [&str; 9] = [
    "aria-current",
    "aria-describedby",
    "aria-disabled",
    "aria-expanded",
    "aria-hidden",
    "aria-invalid",
    "aria-label",
    "aria-labelledby",
    "aria-valuetext",
];

/// Elements that need text.
const WORDED: [&str; 18] = [
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "button",
    "a",
    "summary",
    "legend",
    "label",
    "caption",
    "th",
    "li",
    "dt",
    "dd",
    "option",
    "cite",
    "blockquote",
];

const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

const CONTROLS: [&str; 6] = ["button", "input", "select", "textarea", "a", "summary"];

/// All laws that a screen breaks, each with the element that breaks it.
pub fn broken(tree: &Tree) -> Vec<String> {
    let laws: [fn(&Tree, &mut Vec<String>); 17] = [
        parsed_without_complaint,
        headings_in_order,
        ids_are_unique,
        references_resolve,
        controls_have_names,
        groups_have_names,
        radios_of_a_group_are_together,
        tables_have_headers,
        nothing_is_empty,
        a_text_is_alone_in_its_element,
        words_are_complete,
        roles_and_states_are_valid,
        nothing_jumps_the_tab_order,
        lists_hold_items,
        buttons_and_fields_have_types,
        hidden_parts_hold_no_control,
        the_contract_is_kept,
    ];
    let mut found = Vec::new();
    for law in laws {
        law(tree, &mut found);
    }
    found
}

/// Fails with every law that a screen breaks.
pub fn assert_kept(screen: &str, html: &str) -> Tree {
    let tree = Tree::of(html);
    let broken = broken(&tree);
    assert!(broken.is_empty(), "{screen}:\n{}", broken.join("\n"));
    tree
}

fn parsed_without_complaint(tree: &Tree, found: &mut Vec<String>) {
    found.extend(tree.faults.iter().map(|fault| format!("the HTML parser says: {fault}")));
}

/// The host page has the level above: the first heading is an `h2`.
fn headings_in_order(tree: &Tree, found: &mut Vec<String>) {
    let mut before = 1;
    for heading in tree.tagged(&HEADINGS) {
        let level = heading.tag().as_bytes()[1] - b'0';
        if level > before + 1 {
            found.push(format!("{} “{}” comes after a heading of level {before}", heading.start(), heading.words()));
        }
        before = level;
    }
    let firsts = tree.tagged(&["h2"]).count();
    if firsts != 1 || tree.tagged(&["h1"]).count() > 0 {
        found.push(format!("{firsts} headings of level 2; there is one"));
    }
}

fn ids_are_unique(tree: &Tree, found: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for node in tree.all() {
        if let Some(id) = node.get("id")
            && (!seen.insert(id) || id.is_empty() || id.contains(char::is_whitespace))
        {
            found.push(format!("{}: another element has this id, or it is no id", node.start()));
        }
    }
}

fn references_resolve(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all() {
        // A closed dialog is empty; its name appears when it opens.
        if node.tag() == "dialog" && node.children().next().is_none() {
            continue;
        }
        for name in REFERENCES {
            for id in node.get(name).into_iter().flat_map(str::split_whitespace) {
                if tree.by_id(id).is_none() {
                    found.push(format!("{}: there is no `{id}`", node.start()));
                }
            }
        }
    }
}

fn controls_have_names(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.tagged(&CONTROLS) {
        if node.name().is_empty() {
            found.push(format!("{} has no name", node.start()));
        }
        // The accessible name contains the visible label, so that it works with speech input (WCAG 2.5.3).
        let seen = match node.tag() {
            "button" | "a" => node.words(),
            "input" | "select" | "textarea" => node.labels().map(seen_words).collect::<Vec<_>>().join(" "),
            _ => continue,
        };
        if !plain(&node.name()).contains(&plain(&seen)) {
            found.push(format!("{}: the name “{}” lacks “{seen}”, which is seen", node.start(), node.name()));
        }
        if matches!(node.tag(), "input" | "select" | "textarea") && node.labels().count() > 1 {
            found.push(format!("{} has more than one label", node.start()));
        }
    }
    for label in tree.tagged(&["label"]) {
        let held = label.inside().into_iter().filter(|inside| inside.is(&CONTROLS)).count();
        if held + usize::from(label.get("for").is_some()) != 1 {
            found.push(format!("{} “{}” is the label of {held} controls", label.start(), label.words()));
        }
    }
    for node in tree.all().filter(|node| node.is(&["button", "a", "summary"])) {
        if node.around().skip(1).any(|outer| outer.is(&["button", "a", "summary", "label"])) {
            found.push(format!("{} is inside another control", node.start()));
        }
    }
}

/// The visible text of a label, without the options of a list in it.
fn seen_words(label: Node<'_>) -> String {
    let select = label.inside().into_iter().find(|inside| inside.tag() == "select").map(Node::words);
    label.words().trim_end_matches(select.as_deref().unwrap_or_default()).trim().to_owned()
}

fn plain(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn groups_have_names(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all() {
        let is_group = node.is(&["fieldset", "nav", "dialog"]) || node.get("role") == Some("radiogroup");
        let is_closed = node.tag() == "dialog" && node.children().next().is_none();
        if is_group && !is_closed && node.name().is_empty() {
            found.push(format!("{} has no name", node.start()));
        }
        if node.tag() == "fieldset" && node.children().next().is_none_or(|first| first.tag() != "legend") {
            found.push(format!("{} does not begin with its legend", node.start()));
        }
        if node.tag() == "details" && node.children().next().is_none_or(|first| first.tag() != "summary") {
            found.push(format!("{} does not begin with its summary", node.start()));
        }
    }
    for node in tree.tagged(&["input"]) {
        let is_in_group = || node.around().any(|outer| outer.tag() == "fieldset");
        let is_one_of_some = node.get("type") == Some("radio") || node.get("name") == Some("checkbox");
        if is_one_of_some && !is_in_group() {
            found.push(format!("{} is in no group", node.start()));
        }
    }
}

/// Radio buttons with one name exclude each other, wherever they are in a form.
fn radios_of_a_group_are_together(tree: &Tree, found: &mut Vec<String>) {
    let of = |node: Node<'_>| node.around().find(|outer| outer.tag() == "fieldset").map(Node::place);
    let mut groups = BTreeMap::new();
    for radio in tree.tagged(&["input"]).filter(|node| node.get("type") == Some("radio")) {
        let Some(name) = radio.get("name") else {
            found.push(format!("{} has no name of a group", radio.start()));
            continue;
        };
        if *groups.entry(name).or_insert_with(|| of(radio)) != of(radio) {
            found.push(format!("two groups of radio buttons are called `{name}`"));
        }
    }
}

fn tables_have_headers(tree: &Tree, found: &mut Vec<String>) {
    for table in tree.tagged(&["table"]) {
        let cells = table.inside();
        let headers: Vec<_> = cells.iter().filter(|cell| cell.tag() == "th").collect();
        if !headers.iter().any(|cell| cell.get("scope") == Some("col")) {
            found.push(format!("{} has no header of a column", table.start()));
        }
        for cell in headers {
            if !matches!(cell.get("scope"), Some("col" | "row" | "colgroup" | "rowgroup")) {
                found.push(format!("{} “{}” does not say what it is the header of", cell.start(), cell.words()));
            }
        }
        for cell in cells.iter().filter(|cell| cell.tag() == "td") {
            let has_header = |row: Node<'_>| row.children().any(|sibling| sibling.tag() == "th");
            let is_whole = cell.get("colspan").is_some();
            if !is_whole && !cell.parent().is_some_and(has_header) {
                found.push(format!("a row of {} has no header: “{}”", table.start(), cell.words()));
            }
        }
        // Every row has as many cells as the table has columns, except rows that span the whole table.
        let rows = cells.iter().filter(|row| row.tag() == "tr");
        let widths = rows.filter(|row| row.children().all(|cell| cell.get("colspan").is_none()));
        let widths: BTreeSet<usize> = widths.map(|row| row.children().count()).collect();
        if widths.len() != 1 {
            found.push(format!("the rows of {} have {widths:?} cells", table.start()));
        }
    }
}

fn nothing_is_empty(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all().filter(|node| node.is(&WORDED)) {
        let has_control = || node.inside().into_iter().any(|inside| inside.is(&CONTROLS));
        let is_label_of_drawing = node.is(&["label"]) && has_control();
        if node.words().is_empty() && !node.is_hidden() && !is_label_of_drawing && !has_control() {
            let parent = node.parent().map(Node::start).unwrap_or_default();
            found.push(format!("{} in {parent} is empty", node.start()));
        }
    }
    for node in tree.tagged(&["p", "span", "b"]) {
        // Paragraphs with an id are filled later, and some spaces are between two elements.
        if node.get("id").is_none()
            && !(node.classes().eq(["bare"]) && is_between(node))
            && node.own_texts().all(|text| text.trim().is_empty())
            && node.children().next().is_none()
        {
            let parent = node.parent().map(Node::start).unwrap_or_default();
            found.push(format!("{} in {parent} is empty", node.start()));
        }
    }
}

fn is_between(node: Node<'_>) -> bool {
    let siblings: Vec<Node<'_>> = node.parent().into_iter().flat_map(Node::children).collect();
    siblings.first() != Some(&node) && siblings.last() != Some(&node)
}

/// Page translators put elements of their own in the place of text nodes, so a changed text replaces all content of its element.
fn a_text_is_alone_in_its_element(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all() {
        if node.own_texts().next().is_some() && node.children().next().is_some() {
            found.push(format!("{} holds both a text and elements", node.start()));
        }
    }
}

fn words_are_complete(tree: &Tree, found: &mut Vec<String>) {
    static WORDS: LazyLock<[&str; 6]> =
        LazyLock::new(|| ["undefined", "NaN", "[object", "Invalid Date", "Infinity", "\u{fffd}"]);
    let mut check = |text: &str, node: Node<'_>| {
        let placeholder = text.split('{').skip(1).any(|rest| {
            rest.split_once('}')
                .is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | ':')))
        });
        let is_broken = placeholder
            || text.contains('\u{1}')
            || WORDS
                .iter()
                .any(|word| text.split(|c: char| c.is_whitespace() || c == ',' || c == '.').any(|w| w == *word))
            || text.contains("  ")
            || text.contains(" ,")
            || text.contains(" .");
        if is_broken {
            found.push(format!("{} says “{text}”", node.start()));
        }
    };
    for node in tree.all() {
        for text in node.own_texts() {
            check(text, node);
        }
        for name in ["aria-label", "aria-valuetext", "title", "placeholder", "alt"] {
            if let Some(text) = node.get(name) {
                check(if text.trim().is_empty() { "{}" } else { text }, node);
            }
        }
    }
}

fn roles_and_states_are_valid(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all() {
        for (name, value) in node.attributes() {
            let is_valid = match name.as_str() {
                "role" => ROLES.contains(&value.as_str()),
                "aria-disabled" | "aria-expanded" | "aria-invalid" | "aria-hidden" => {
                    matches!(value.as_str(), "true" | "false")
                }
                "aria-current" => value == "page",
                "dir" => matches!(value.as_str(), "ltr" | "rtl" | "auto"),
                "lang" => !value.is_empty(),
                // A strict content security policy forbids both.
                "style" => false,
                name if name.starts_with("on") => false,
                name if name.starts_with("aria-") => ARIA.contains(&name),
                _ => true,
            };
            if !is_valid {
                found.push(format!("{}: `{name}` has no valid value", node.start()));
            }
        }
    }
    let regions = tree.all().filter(|node| node.get("role") == Some("status")).count();
    if regions != 1 {
        found.push(format!("{regions} live regions; there is one"));
    }
}

fn nothing_jumps_the_tab_order(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all() {
        if !matches!(node.get("tabindex"), None | Some("-1")) {
            found.push(format!("{} has a place of its own in the tab order", node.start()));
        }
        if node.get("autofocus").is_some() || node.get("accesskey").is_some() {
            found.push(format!("{} takes the focus or a key", node.start()));
        }
    }
    if !tree.tagged(&["h3"]).any(|heading| heading.get("tabindex") == Some("-1")) {
        found.push("no heading can take the focus after a step".to_owned());
    }
}

fn lists_hold_items(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all() {
        let allowed: &[&str] = match node.tag() {
            "ul" | "ol" => &["li"],
            "dl" => &["dt", "dd", "div"],
            "select" => &["option", "optgroup"],
            "tr" => &["th", "td"],
            _ => continue,
        };
        for child in node.children().filter(|child| !child.is(allowed)) {
            found.push(format!("{} holds {}", node.start(), child.start()));
        }
        if node.own_texts().any(|text| !text.trim().is_empty()) {
            found.push(format!("{} holds a text of its own", node.start()));
        }
        if node.children().next().is_none() {
            found.push(format!("{} is empty", node.start()));
        }
        // VoiceOver ignores lists without markers otherwise. Required of every list, so that a style sheet can remove markers.
        if node.is(&["ul", "ol"]) && node.get("role") != Some("list") {
            found.push(format!("{} lacks the role `list`", node.start()));
        }
    }
    for node in tree.tagged(&["li", "dt", "dd"]) {
        let parent = node.parent().map(Node::tag);
        let grandparent = node.parent().and_then(Node::parent).map(Node::tag);
        let is_in_place = match node.tag() {
            "li" => matches!(parent, Some("ul" | "ol")),
            _ => parent == Some("dl") || parent == Some("div") && grandparent == Some("dl"),
        };
        if !is_in_place {
            found.push(format!("{} is in no list", node.start()));
        }
    }
}

fn buttons_and_fields_have_types(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.tagged(&["button", "input", "a"]) {
        let is_valid = match (node.tag(), node.get("type")) {
            ("button", kind) => matches!(kind, Some("button" | "submit")),
            ("input", kind) => {
                matches!(kind, Some("radio" | "checkbox" | "text" | "email" | "tel" | "date" | "range" | "file"))
            }
            _ => {
                let address = node.get("href").unwrap_or_default();
                ["https://", "mailto:", "#"].iter().any(|start| address.starts_with(start))
            }
        };
        if !is_valid {
            found.push(format!("{} has no valid type or address", node.start()));
        }
        if node.get("type") == Some("submit") && !node.around().any(|outer| outer.tag() == "form") {
            found.push(format!("{} submits nothing", node.start()));
        }
    }
    for form in tree.tagged(&["form"]) {
        let submits = form.inside().into_iter().filter(|inside| inside.get("type") == Some("submit")).count();
        if submits != 1 || form.around().skip(1).any(|outer| outer.tag() == "form") {
            found.push(format!("{} has {submits} ways on, or is inside another form", form.start()));
        }
    }
}

fn hidden_parts_hold_no_control(tree: &Tree, found: &mut Vec<String>) {
    for node in tree.all().filter(|node| node.is(&CONTROLS) || node.get("tabindex").is_some()) {
        // The trap of the contact form, which only programs find.
        let is_out_of_reach = node.tag() == "input" && node.get("tabindex") == Some("-1");
        if node.is_hidden() && !is_out_of_reach {
            found.push(format!("{} is hidden from screen readers, and can take the focus", node.start()));
        }
    }
    for picture in tree.tagged(&["svg", "img"]) {
        if picture.get("aria-hidden") != Some("true") && picture.name().is_empty() {
            found.push(format!("{} is neither named nor hidden", picture.start()));
        }
    }
}

fn the_contract_is_kept(tree: &Tree, found: &mut Vec<String>) {
    let count = |part: &str| tree.all().filter(|node| node.get("part") == Some(part)).count();
    for node in tree.all() {
        if let Some(part) = node.get("part")
            && !PARTS.contains(&part)
        {
            found.push(format!("{}: no page knows this part", node.start()));
        }
    }
    for part in ["shell", "heading"] {
        if count(part) != 1 {
            found.push(format!("{} elements are the part `{part}`; there is one", count(part)));
        }
    }
    let has = |class: &str| tree.all().any(|node| node.classes().any(|known| known == class));
    for (class, part) in [
        ("question", "question"),
        ("result", "result"),
        ("progress", "progress"),
        ("foot", "footer"),
        ("row", "answer"),
    ] {
        if has(class) != (count(part) > 0) {
            found.push(format!("`{class}` and the part `{part}` go together"));
        }
    }
    for (class, part) in [("primary", "primary-button"), ("secondary", "secondary-button")] {
        for node in tree.tagged(&["button"]).filter(|node| node.classes().any(|known| known == class)) {
            if node.get("part") != Some(part) {
                found.push(format!("{} is not the part `{part}`", node.start()));
            }
        }
    }
}

/// Fails with every law that a view of the result breaks. `name` is what links call the view.
pub fn assert_view(screen: &str, name: &str, html: &str) -> Tree {
    let tree = assert_kept(screen, html);
    let mut found = Vec::new();
    a_view_begins_with_its_heading(&tree, &mut found);
    the_ways_between_views_are_named(&tree, name, &mut found);
    assert!(found.is_empty(), "{screen}:\n{}", found.join("\n"));
    tree
}

/// The first heading takes the focus after a step, and names the view; the others are below it.
fn a_view_begins_with_its_heading(tree: &Tree, found: &mut Vec<String>) {
    let Some(result) = tree.all().find(|node| node.get("part") == Some("result")) else {
        return found.push("there is no result".to_owned());
    };
    let headings: Vec<_> = result.inside().into_iter().filter(|node| node.is(&HEADINGS)).collect();
    if headings.first().is_none_or(|first| first.tag() != "h3" || first.get("tabindex") != Some("-1")) {
        found.push("the view does not begin with a heading of level 3 that takes the focus".to_owned());
    }
    for other in headings.iter().skip(1).filter(|heading| heading.tag() == "h3") {
        found.push(format!("{} “{}” is a second heading of level 3", other.start(), other.words()));
    }
}

/// Among the links between views, the one that leads to the current view says so, and no other.
fn the_ways_between_views_are_named(tree: &Tree, name: &str, found: &mut Vec<String>) {
    // As accessible names are read: without no-break spaces.
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    for link in tree.tagged(&["button", "a"]) {
        // In a list of links, or next to one.
        let is_way = link.around().any(|outer| outer.children().any(|inside| inside.tag() == "nav"));
        let is_current = link.get("aria-current").is_some();
        if is_current != (is_way && link.name() == name) {
            found.push(format!("{} “{}”: the view is “{name}”", link.start(), link.name()));
        }
    }
}

/// Fails with every law that a printed report breaks.
pub fn assert_paper(report: &str, html: &str) {
    let tree = Tree::of(html);
    let laws: [fn(&Tree, &mut Vec<String>); 8] = [
        parsed_without_complaint,
        ids_are_unique,
        tables_have_headers,
        nothing_is_empty,
        a_text_is_alone_in_its_element,
        words_are_complete,
        lists_hold_items,
        hidden_parts_hold_no_control,
    ];
    let mut found = Vec::new();
    for law in laws {
        law(&tree, &mut found);
    }
    assert!(found.is_empty(), "{report}:\n{}", found.join("\n"));
}

#[test]
fn each_law_of_views_detects_its_violation() {
    let ways = |current: &str| {
        let link = |name: &str, current: &str| format!(r#"<button type="button" {current}>{name}</button>"#);
        format!("<div><nav>{}</nav>{}</div>", link("Cost", current), link("Save", ""))
    };
    let here = ways(r#"aria-current="page""#);
    for (inside, finds) in [
        (format!(r#"{here}<h3 tabindex="-1">Cost</h3>"#), None),
        (format!(r#"{here}<h4>Cost</h4><h3 tabindex="-1">Cost</h3>"#), Some("does not begin with a heading")),
        (format!("{here}<h3>Cost</h3>"), Some("does not begin with a heading")),
        (format!(r#"{here}<h3 tabindex="-1">Cost</h3><h3>More</h3>"#), Some("is a second heading")),
        (format!(r#"{}<h3 tabindex="-1">Cost</h3>"#, ways("")), Some("the view is “Cost”")),
        (format!(r#"{here}<h3 tabindex="-1">Cost</h3>{}"#, here.replace("Cost", "Save")), Some("the view is “Cost”")),
    ] {
        let tree = Tree::of(&format!(r#"<div part="result">{inside}</div>"#));
        let mut found = Vec::new();
        a_view_begins_with_its_heading(&tree, &mut found);
        the_ways_between_views_are_named(&tree, "Cost", &mut found);
        match finds {
            None => assert!(found.is_empty(), "{inside}: {found:?}"),
            Some(finds) => assert!(found.iter().any(|message| message.contains(finds)), "{inside}: {found:?}"),
        }
    }
}

#[test]
fn each_law_detects_its_violation() {
    // The smallest screen that keeps all laws, with a placeholder for what breaks one.
    let screen = |inside: &str| {
        let heading = r#"<div part="heading"><h2>Title</h2></div><h3 tabindex="-1">Question</h3>"#;
        format!(r#"<div class="shell" part="shell">{heading}{inside}<div role="status"></div></div>"#)
    };
    assert_kept("an empty screen", &screen(""));
    for (inside, finds) in [
        ("<p>One <p>two</p></p>", "the HTML parser says"),
        ("<h5>Deep</h5>", "comes after a heading of level 3"),
        (r#"<p id="a">A</p><p id="a">B</p>"#, "another element has this id"),
        (r#"<p aria-describedby="nothing">A</p>"#, "there is no `nothing`"),
        (r#"<button type="button"></button>"#, "has no name"),
        (r#"<button type="button" aria-label="Shut">Close</button>"#, "which is seen"),
        (r#"<input type="text" id="field">"#, "has no name"),
        (r#"<fieldset><p>Choose</p><legend>Choose</legend></fieldset>"#, "does not begin with its legend"),
        (r#"<label><input type="radio" name="one"><span>One</span></label>"#, "is in no group"),
        ("<table><tbody><tr><td>1</td></tr></tbody></table>", "has no header of a column"),
        (r#"<table><tr><th scope="col">A</th></tr><tr><th>B</th><td>1</td></tr></table>"#, "what it is the header of"),
        ("<ul><li></li></ul>", "is empty"),
        ("<p class=\"muted\"> </p>", "is empty"),
        (r#"<p><b>A</b><span class="bare"> </span></p>"#, "is empty"),
        ("<p>A <b>B</b></p>", "holds both a text and elements"),
        ("<p>A</p><!>", "page translators remove"),
        ("<p>Hello {name}</p>", "says “Hello {name}”"),
        ("<p>Hello {name:dat}</p>", "says “Hello {name:dat}”"),
        ("<p>NaN of 100</p>", "says “NaN of 100”"),
        (r#"<p role="buton">A</p>"#, "`role` has no valid value"),
        (r#"<p aria-labeledby="a">A</p>"#, "`aria-labeledby` has no valid value"),
        (r#"<button type="button" aria-current="true">A</button>"#, "`aria-current` has no valid value"),
        (r#"<p style="color:red">A</p>"#, "`style` has no valid value"),
        (r#"<p tabindex="1">A</p>"#, "a place of its own in the tab order"),
        ("<ul><p>A</p></ul>", "holds <p>"),
        ("<ul><li>A</li></ul>", "lacks the role `list`"),
        ("<button>Go</button>", "has no valid type or address"),
        (r#"<a href="javascript:alert(1)">Go</a>"#, "has no valid type or address"),
        (r#"<div aria-hidden="true"><button type="button">Go</button></div>"#, "is hidden from screen readers"),
        (r#"<p part="paragraph">A</p>"#, "no page knows this part"),
        (r#"<button type="button" class="primary">Go</button>"#, "is not the part `primary-button`"),
    ] {
        let broken = broken(&Tree::of(&screen(inside)));
        assert!(broken.iter().any(|message| message.contains(finds)), "{inside}: “{finds}” is not in {broken:?}");
    }
}
