//! The people who are compared. They are kept in memory only, survive a changed answer, and are gone when the page is closed.

use leptos::prelude::*;

use crate::ui::Ui;
use assessment::i18n::key::ui::compare::with as words;
use decision::comparison::{MOST_PEOPLE, Person};
use session::{Others, Session};

#[derive(Default)]
struct Members {
    own_name: String,
    colleagues: Vec<Colleague>,
}

struct Colleague {
    person: Person,
    /// The name of the file; `None` for a link.
    file: Option<String>,
}

/// A handle to the people and the signals of the section. The visitor is number 0.
#[derive(Clone, Copy)]
pub struct Group {
    ui: Ui,
    /// The number of people, including the visitor.
    pub size: RwSignal<usize>,
    /// Counts changes of names.
    pub renamed: RwSignal<usize>,
    /// About the last change of the group.
    pub message: RwSignal<Option<String>>,
    /// About copying and saving.
    pub file_message: RwSignal<Option<String>>,
}

impl Group {
    pub fn new(ui: Ui) -> Self {
        let (message, file_message) = (RwSignal::new(None), RwSignal::new(None));
        let group = Self { ui, size: RwSignal::new(1), renamed: RwSignal::new(0), message, file_message };
        group.size.set(group.colleagues() + 1);
        group
    }

    fn members<T>(self, then: impl FnOnce(&mut Members) -> T) -> Option<T> {
        self.ui.section_state(then)
    }

    fn colleagues(self) -> usize {
        self.members(|members| members.colleagues.len()).unwrap_or(0)
    }

    pub fn is_full(self) -> bool {
        self.colleagues() + 1 >= MOST_PEOPLE
    }

    pub fn people(self) -> Vec<Person> {
        let own = |name: &str| {
            let person =
                |session: &Session| Person::new(name, session.responses().clone(), session.priorities().clone());
            self.ui.now(person)
        };
        let people = self.members(|members| {
            let mut people = Vec::with_capacity(MOST_PEOPLE);
            people.push(own(&members.own_name));
            for colleague in &members.colleagues {
                people.push(colleague.person.clone());
            }
            people
        });
        people.unwrap_or_default()
    }

    /// The name of a person, such as "Person 2" if none was entered. Tracks changes of names.
    pub fn name(self, n: usize) -> String {
        self.renamed.track();
        let entered = self.members(|members| match n.checked_sub(1) {
            None => members.own_name.clone(),
            Some(n) => members.colleagues.get(n).map(|other| other.person.name().to_owned()).unwrap_or_default(),
        });
        self.ui.with_voice(|voice| voice.person(&entered.unwrap_or_default(), n))
    }

    /// The file that a person's answers came from.
    pub fn file(self, n: usize) -> Option<String> {
        self.members(|members| members.colleagues.get(n.wrapping_sub(1)).and_then(|other| other.file.clone())).flatten()
    }

    /// Renames a person. An empty name restores the default.
    pub fn rename(self, n: usize, name: &str) {
        let renamed = self.people().get(n).map(|p| Person::new(name, p.responses.clone(), p.priorities.clone()));
        let Some(person) = renamed else { return };
        self.members(|members| match n.checked_sub(1) {
            None => person.name().clone_into(&mut members.own_name),
            Some(n) => {
                if let Some(colleague) = members.colleagues.get_mut(n) {
                    colleague.person = person;
                }
            }
        });
        self.renamed.update(|n| *n += 1);
    }

    /// Adds a person and returns the message about it. The group must not be full.
    pub fn add(self, found: Others, file: Option<String>) -> String {
        let ui = self.ui;
        let same = self
            .people()
            .iter()
            .position(|other| other.responses == found.responses && other.priorities == found.priorities);
        let person = Person::new("", found.responses, found.priorities);
        self.members(|members| members.colleagues.push(Colleague { person, file }));
        let name = self.name(self.colleagues());
        let mut message = match same {
            None => ui.fill(words::ADDED, &[("name", &name)]),
            Some(other) => ui.fill(words::SAME, &[("name", &name), ("other", &self.name(other))]),
        };
        if found.is_partial {
            message.push(' ');
            message.push_str(ui.t(words::PARTLY));
        }
        message
    }

    /// Removes a person, and focuses the one who takes their position.
    pub fn remove(self, n: usize) {
        let name = self.name(n);
        self.members(|members| {
            if (1..=members.colleagues.len()).contains(&n) {
                members.colleagues.remove(n - 1);
            }
        });
        self.show_message(Some(self.ui.fill(words::REMOVED, &[("name", &name)])));
        self.refresh();
        match self.colleagues() {
            0 => self.ui.focus("#compare-link"),
            left => self.ui.focus(["#compare-name-", &n.min(left).to_string()].concat()),
        }
    }

    /// Renders the people again.
    pub fn refresh(self) {
        self.file_message.set(None);
        self.size.set(self.colleagues() + 1);
        self.renamed.update(|n| *n += 1);
    }

    /// Focuses the name of the person who was added last.
    pub fn focus_last(self) {
        self.ui.focus(["#compare-name-", &self.colleagues().to_string()].concat());
    }

    pub fn show_file_message(self, text: &str) {
        self.ui.announce(Some(text.to_owned()));
        self.file_message.set(Some(text.to_owned()));
    }

    pub fn show_message(self, text: Option<String>) {
        self.ui.announce(text.clone());
        self.message.set(text);
    }
}
