//! Places and courses.

use assessment::QuestionId;

/// Where the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Question(QuestionId),
    /// At the list of all sections, to jump from.
    Overview,
    /// At the priorities.
    Priorities,
    /// At the list of their answers, before the result.
    Check,
    Result(View),
}

impl Place {
    /// The result with its answer, where the visitor arrives.
    pub const RESULT: Self = Self::Result(View::Answer);

    #[must_use]
    pub const fn is_result(self) -> bool {
        matches!(self, Self::Result(_))
    }

    /// The name of the screen in drafts and events.
    #[must_use]
    pub const fn screen(self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::Overview => "overview",
            Self::Priorities => "priorities",
            Self::Check => "check",
            Self::Result(_) => "result",
        }
    }

    /// The view of the result, if that is where the visitor is.
    #[must_use]
    pub const fn view(self) -> Option<View> {
        match self {
            Self::Result(view) => Some(view),
            _ => None,
        }
    }

    /// The screen of a name other than a question. An unknown view of the result shows its answer.
    pub(super) fn named(screen: &str, view: Option<&str>) -> Option<Self> {
        match screen {
            "overview" => Some(Self::Overview),
            "priorities" => Some(Self::Priorities),
            "check" => Some(Self::Check),
            "result" => Some(Self::Result(view.and_then(View::named).unwrap_or_default())),
            _ => None,
        }
    }
}

/// One view of the result. The answer comes first; the others are reached from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The verdict with its main reasons.
    #[default]
    Answer,
    /// Why the models rank this way.
    Why,
    /// What would change the result.
    WhatIf,
    Cost,
    /// Who does what.
    Who,
    /// The steps and measures of the next two years.
    Plan,
    /// What to ask a provider.
    Ask,
    /// Save or share.
    Save,
    /// Sources and limits.
    Sources,
}

impl View {
    /// In the order of the enum.
    pub const ALL: [Self; 9] = [
        Self::Answer,
        Self::Why,
        Self::WhatIf,
        Self::Cost,
        Self::Who,
        Self::Plan,
        Self::Ask,
        Self::Save,
        Self::Sources,
    ];

    /// The name in drafts, in events, and for `showResult`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Why => "why",
            Self::WhatIf => "what-if",
            Self::Cost => "cost",
            Self::Who => "who",
            Self::Plan => "plan",
            Self::Ask => "ask",
            Self::Save => "save",
            Self::Sources => "sources",
        }
    }

    /// The view of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// Which questions the visitor wants to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// The quick check, then a first result.
    Quick,
    /// All questions, priorities, a look at the answers, then the result.
    Full,
}

impl Course {
    /// The name in drafts.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
        }
    }
}
