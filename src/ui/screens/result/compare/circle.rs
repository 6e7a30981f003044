//! Who is compared. It is held in memory alone, outlives a change of an answer, and is gone with the page.

use leptos::prelude::*;

use crate::ui::Ui;

use decision::comparison::{MOST_PEOPLE, Person};

use assessment::i18n::key::ui::compare::with as words;

use session::{Others, Session};

/// The people beside the visitor, and what the visitor is called.
#[derive(Default)]
struct Circle {
    own_name: String,
    guests: Vec<Guest>,
}

struct Guest {
    person: Person,
    /// Name of the file; none for a link.
    file: Option<String>,
}

/// The people, and what follows them on this page.
#[derive(Clone, Copy)]
pub struct Round {
    ui: Ui,
    /// How many people there are, the visitor among them.
    pub members: RwSignal<usize>,
    /// Counts the changes of names.
    pub named: RwSignal<usize>,
    /// What the last thing done has led to.
    pub told: RwSignal<Option<String>>,
    /// What copying and saving have led to.
    pub below: RwSignal<Option<String>>,
}

impl Round {
    /// The people who are there already.
    pub fn new(ui: Ui) -> Self {
        let there = ui.held(|circle: &mut Circle| circle.guests.len()).unwrap_or(0);
        Self {
            ui,
            members: RwSignal::new(there + 1),
            named: RwSignal::new(0),
            told: RwSignal::new(None),
            below: RwSignal::new(None),
        }
    }

    fn guests(self) -> usize {
        self.ui.held(|circle: &mut Circle| circle.guests.len()).unwrap_or(0)
    }

    /// Whether nobody else can be added.
    pub fn is_full(self) -> bool {
        self.guests() + 1 >= MOST_PEOPLE
    }

    /// Everybody, the visitor first.
    pub fn people(self) -> Vec<Person> {
        let own = |name: &str| {
            let said = |session: &Session| Person::new(name, session.responses().clone(), session.priorities().clone());
            self.ui.now(said)
        };
        let people = self.ui.held(|circle: &mut Circle| {
            let mut people = Vec::with_capacity(MOST_PEOPLE);
            people.push(own(&circle.own_name));
            for guest in &circle.guests {
                people.push(guest.person.clone());
            }
            people
        });
        people.unwrap_or_default()
    }

    /// What somebody is called; follows a change of names.
    pub fn name(self, n: usize) -> String {
        self.named.track();
        let given = self.ui.held(|circle: &mut Circle| match n.checked_sub(1) {
            None => circle.own_name.clone(),
            Some(n) => circle.guests.get(n).map(|guest| guest.person.name().to_owned()).unwrap_or_default(),
        });
        self.ui.with_voice(|voice| voice.person(&given.unwrap_or_default(), n))
    }

    /// The file that somebody's answers came in.
    pub fn file(self, n: usize) -> Option<String> {
        let file = |circle: &mut Circle| circle.guests.get(n.wrapping_sub(1)).and_then(|guest| guest.file.clone());
        self.ui.held(file).flatten()
    }

    /// Calls somebody something else. Without a name they are called what they were called before they had one.
    pub fn rename(self, n: usize, name: &str) {
        let called = self.people().get(n).map(|p| Person::new(name, p.responses.clone(), p.priorities.clone()));
        let Some(person) = called else { return };
        self.ui.held(|circle: &mut Circle| match n.checked_sub(1) {
            None => person.name().clone_into(&mut circle.own_name),
            Some(n) => {
                if let Some(guest) = circle.guests.get_mut(n) {
                    guest.person = person;
                }
            }
        });
        self.named.update(|n| *n += 1);
    }

    /// Adds somebody whose answers were found, and gives what there is to say about it. There has to be room.
    pub fn add(self, found: Others, file: Option<String>) -> String {
        let ui = self.ui;
        let same = self
            .people()
            .iter()
            .position(|other| other.responses == found.responses && other.priorities == found.priorities);
        let person = Person::new("", found.responses, found.priorities);
        ui.held(|circle: &mut Circle| circle.guests.push(Guest { person, file }));
        let name = self.name(self.guests());
        let mut said = match same {
            None => ui.fill(words::ADDED, &[("name", &name)]),
            Some(other) => ui.fill(words::SAME, &[("name", &name), ("other", &self.name(other))]),
        };
        if found.is_partial {
            said.push(' ');
            said.push_str(ui.t(words::PARTLY));
        }
        said
    }

    /// Removes somebody, and goes to who is in their place.
    pub fn remove(self, n: usize) {
        let name = self.name(n);
        self.ui.held(|circle: &mut Circle| {
            if (1..=circle.guests.len()).contains(&n) {
                circle.guests.remove(n - 1);
            }
        });
        self.tell(Some(self.ui.fill(words::REMOVED, &[("name", &name)])));
        self.changed();
        match self.guests() {
            0 => self.go_to("#compare-link".to_owned()),
            left => self.go_to(["#compare-name-", &n.min(left).to_string()].concat()),
        }
    }

    /// Has the page show who is there now.
    pub fn changed(self) {
        self.below.set(None);
        self.members.set(self.guests() + 1);
        self.named.update(|n| *n += 1);
    }

    /// Goes to the name of the one who was added last.
    pub fn go_to_last(self) {
        self.go_to(["#compare-name-", &self.guests().to_string()].concat());
    }

    fn go_to(self, selector: String) {
        let ui = self.ui;
        ui.in_next_frame(move || ui.jump(&selector));
    }

    /// Shows what was done with the comparison, and says it.
    pub fn tell_below(self, said: &str) {
        self.ui.say(Some(said.to_owned()));
        self.below.set(Some(said.to_owned()));
    }

    /// Shows what was done, and says it.
    pub fn tell(self, said: Option<String>) {
        self.ui.say(said.clone());
        self.told.set(said);
    }
}
