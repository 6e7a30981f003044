//! Small typed indices into the content, and the three alternatives by name.

/// One of the three models, in the order that breaks ties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alternative {
    /// Own staff run IT.
    InHouse,
    /// Own staff and a provider share the work.
    CoManaged,
    /// A provider runs most or all of IT.
    Outsourced,
}

impl Alternative {
    /// In model order.
    pub const ALL: [Self; 3] = [Self::InHouse, Self::CoManaged, Self::Outsourced];

    /// Public names, in model order, for settings, events and properties. (Drafts and the auditor's JSON use the ids of the
    /// content, with an underscore.)
    pub const NAMES: [&str; 3] = ["in-house", "co-managed", "outsourced"];

    /// The public name; see [`NAMES`](Self::NAMES).
    #[must_use]
    pub const fn name(self) -> &'static str {
        Self::NAMES[self.index()]
    }

    /// Position in model order.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The alternative at a position in model order; positions beyond the end return the last one.
    #[must_use]
    pub const fn from_index(index: usize) -> Self {
        match index {
            0 => Self::InHouse,
            1 => Self::CoManaged,
            _ => Self::Outsourced,
        }
    }

    /// The other two, in model order.
    #[must_use]
    pub const fn others(self) -> [Self; 2] {
        match self {
            Self::InHouse => [Self::CoManaged, Self::Outsourced],
            Self::CoManaged => [Self::InHouse, Self::Outsourced],
            Self::Outsourced => [Self::InHouse, Self::CoManaged],
        }
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u8);

        impl $name {
            /// The id of the entry at a position in model order. Content has fewer than 256 entries of a kind.
            #[must_use]
            pub const fn from_index(index: usize) -> Self {
                Self(index as u8)
            }

            /// Position in model order.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

ids! {
    QuestionId,
    /// An option of a question, by its position in it.
    OptionId,
    DimensionId,
    ItemId,
    SectionId,
    GateId,
    /// An article.
    SourceId,
    /// An input of the cost model.
    InputId,
    /// Expectations that collide.
    CollisionId,
    /// Answers that contradict each other.
    ContradictionId,
    /// A sign of the trap.
    SignId,
    FunctionId,
    /// A step of the roadmap.
    StepId,
    /// A measure of the scorecard.
    MetricId,
    /// A question to ask a provider.
    ChecklistId,
}
