//! A screen as an element tree, parsed from HTML, with accessible names.

use std::collections::BTreeMap;

use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment, tendril::TendrilSink as _};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A tree of elements. Element 0 is the container.
#[derive(Debug)]
pub struct Tree {
    elements: Vec<Element>,
    /// Elements by their ids, the first of each.
    ids: BTreeMap<String, usize>,
    /// Labels by the ids of their controls.
    labels: BTreeMap<String, Vec<usize>>,
    /// Parse errors and comments.
    pub faults: Vec<String>,
}

#[derive(Debug)]
struct Element {
    tag: String,
    attributes: Vec<(String, String)>,
    parent: usize,
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
enum Part {
    Element(usize),
    Text(String),
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    n: usize,
}

impl Tree {
    pub fn of(html: &str) -> Self {
        let context = QualName::new(None, ns!(html), local_name!("div"));
        // Leptos uses `<!>` as a marker, which browsers parse as an empty comment.
        let html = html.replace("<!>", "<!---->");
        let dom: RcDom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
        let container = Element { tag: "div".to_owned(), attributes: Vec::new(), parent: 0, parts: Vec::new() };
        let faults = dom.errors.borrow().iter().map(ToString::to_string).collect();
        let mut tree = Self { elements: vec![container], ids: BTreeMap::new(), labels: BTreeMap::new(), faults };
        // The parser wraps a fragment in an `html` element.
        if let Some(root) = dom.document.children.borrow().first() {
            tree.add_children(0, root);
        }
        for (n, element) in tree.elements.iter().enumerate() {
            for (name, value) in &element.attributes {
                if name == "id" {
                    tree.ids.entry(value.clone()).or_insert(n);
                } else if name == "for" {
                    tree.labels.entry(value.clone()).or_default().push(n);
                }
            }
        }
        tree
    }

    fn add_children(&mut self, parent: usize, of: &Handle) {
        for child in of.children.borrow().iter() {
            match &child.data {
                NodeData::Text { contents } => {
                    let text = contents.borrow().to_string();
                    // Comments between two text nodes are not part of the text.
                    match self.elements[parent].parts.last_mut() {
                        Some(Part::Text(before)) => before.push_str(&text),
                        _ => self.elements[parent].parts.push(Part::Text(text)),
                    }
                }
                // It keeps the place of views that may appear.
                NodeData::Element { name, .. } if name.local == local_name!("template") => {}
                NodeData::Element { name, attrs, .. } => {
                    let attributes =
                        attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
                    let n = self.elements.len();
                    let tag = name.local.to_string();
                    self.elements.push(Element { tag, attributes, parent, parts: Vec::new() });
                    self.elements[parent].parts.push(Part::Element(n));
                    self.add_children(n, child);
                }
                _ => self.faults.push("a node that page translators remove".to_owned()),
            }
        }
    }

    /// All elements in document order.
    pub fn all(&self) -> impl Iterator<Item = Node<'_>> {
        (1..self.elements.len()).map(|n| Node { tree: self, n })
    }

    pub fn by_id(&self, id: &str) -> Option<Node<'_>> {
        self.ids.get(id).map(|n| Node { tree: self, n: *n })
    }

    /// All elements with one of these tags.
    pub fn tagged(&self, tags: &'static [&'static str]) -> impl Iterator<Item = Node<'_>> {
        self.all().filter(move |node| node.is(tags))
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.n == other.n
    }
}

impl<'t> Node<'t> {
    fn element(self) -> &'t Element {
        &self.tree.elements[self.n]
    }

    pub fn tag(self) -> &'t str {
        &self.element().tag
    }

    pub fn is(self, tags: &[&str]) -> bool {
        tags.contains(&self.tag())
    }

    pub fn attributes(self) -> &'t [(String, String)] {
        &self.element().attributes
    }

    pub fn get(self, name: &str) -> Option<&'t str> {
        self.attributes().iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn classes(self) -> impl Iterator<Item = &'t str> {
        self.get("class").unwrap_or_default().split_whitespace()
    }

    pub fn parent(self) -> Option<Node<'t>> {
        (self.n > 0).then(|| Node { tree: self.tree, n: self.element().parent })
    }

    /// The element and its ancestors, from the inside out.
    pub fn around(self) -> impl Iterator<Item = Node<'t>> {
        core::iter::successors(Some(self), |node| node.parent())
    }

    pub fn children(self) -> impl Iterator<Item = Node<'t>> {
        self.element().parts.iter().filter_map(move |part| match part {
            Part::Element(n) => Some(Node { tree: self.tree, n: *n }),
            Part::Text(_) => None,
        })
    }

    /// The child nodes in order: text, or an element.
    pub fn parts(self) -> impl Iterator<Item = Result<&'t str, Node<'t>>> {
        self.element().parts.iter().map(move |part| match part {
            Part::Text(text) => Ok(text.as_str()),
            Part::Element(n) => Err(Node { tree: self.tree, n: *n }),
        })
    }

    /// All descendants, in document order.
    pub fn inside(self) -> Vec<Node<'t>> {
        self.children().flat_map(|child| core::iter::once(child).chain(child.inside())).collect()
    }

    /// The text nodes directly in the element.
    pub fn own_texts(self) -> impl Iterator<Item = &'t str> {
        self.element().parts.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            Part::Element(_) => None,
        })
    }

    pub fn is_hidden(self) -> bool {
        self.around().any(|node| node.get("aria-hidden") == Some("true") || node.get("hidden").is_some())
    }

    /// The text content, without anything hidden from screen readers.
    pub fn words(self) -> String {
        let mut words = String::new();
        self.add_words(&mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn add_words(self, words: &mut String) {
        for part in &self.element().parts {
            match part {
                Part::Text(text) => words.push_str(text),
                Part::Element(n) => {
                    let child = Node { tree: self.tree, n: *n };
                    if child.get("aria-hidden") != Some("true") {
                        words.push(' ');
                        child.add_words(words);
                        words.push(' ');
                    }
                }
            }
        }
    }

    /// The accessible name, as far as our elements need it: `aria-labelledby`, `aria-label`, `label`, `legend`, `caption`,
    /// then the content.
    pub fn name(self) -> String {
        if let Some(ids) = self.get("aria-labelledby") {
            let named = ids.split_whitespace().filter_map(|id| self.tree.by_id(id)).map(Node::words);
            return named.collect::<Vec<_>>().join(" ");
        }
        if let Some(label) = self.get("aria-label").filter(|label| !label.is_empty()) {
            return label.to_owned();
        }
        match self.tag() {
            "input" | "select" | "textarea" => self.labels().map(Node::words).collect::<Vec<_>>().join(" "),
            "fieldset" => self.first_of("legend"),
            "img" => self.get("alt").unwrap_or_default().to_owned(),
            "table" => self.first_of("caption"),
            "details" => self.first_of("summary"),
            _ => self.words(),
        }
    }

    fn first_of(self, tag: &str) -> String {
        self.children().find(|child| child.tag() == tag).map(Node::words).unwrap_or_default()
    }

    /// The labels of a field: around it, or for its id.
    pub fn labels(self) -> impl Iterator<Item = Node<'t>> {
        let around = self.around().find(|node| node.tag() == "label");
        let named = self.get("id").and_then(|id| self.tree.labels.get(id)).into_iter().flatten();
        around.into_iter().chain(named.map(move |n| Node { tree: self.tree, n: *n }))
    }

    /// Its position in document order.
    pub const fn place(self) -> usize {
        self.n
    }

    /// The start tag, for messages.
    pub fn start(self) -> String {
        let attributes =
            self.attributes().iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect::<String>();
        format!("<{}{attributes}>", self.tag())
    }
}
