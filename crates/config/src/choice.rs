//! Settings with a few fixed values.

/// An enum with a name for each value, as in JSON and attributes.
macro_rules! choices {
    ($($(#[$of_enum:meta])* $name:ident { $($(#[$of_choice:meta])* $choice:ident = $text:literal,)+ })+) => {$(
        $(#[$of_enum])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$of_choice])* $choice,)+
        }

        impl $name {
            /// All, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$choice),+];

            /// Their names, in the same order.
            pub const CODES: &'static [&'static str] = &[$($text),+];

            #[must_use]
            pub const fn code(self) -> &'static str {
                Self::CODES[self as usize]
            }
        }
    )+};
}
pub(super) use choices;

choices! {
    /// Which questions are asked.
    #[derive(Default)]
    Flow {
        /// The quick check, then optionally all other questions.
        #[default]
        Auto = "auto",
        /// Only the quick check.
        Quick = "quick",
        /// All questions from the start.
        Full = "full",
    }

    /// In which order the questions after the quick check are asked.
    #[derive(Default)]
    Order {
        /// By section.
        #[default]
        Content = "content",
        /// First the one that could change the result most.
        Adaptive = "adaptive",
    }

    /// Light or dark.
    #[derive(Default)]
    Theme {
        /// Like the host page.
        #[default]
        Auto = "auto",
        /// Light on any page.
        Light = "light",
        /// Dark on any page.
        Dark = "dark",
    }

    /// Whether answers are saved.
    #[derive(Default)]
    DraftStorage {
        /// On the visitor's device.
        #[default]
        Local = "local",
        /// In memory only.
        None = "none",
    }

    /// When the application is loaded.
    #[derive(Default)]
    Loading {
        /// When the element comes near the visible part of the page.
        #[default]
        Lazy = "lazy",
        /// At once.
        Eager = "eager",
    }

    /// How much events reveal.
    #[derive(Default)]
    Detail {
        /// What happened, without the answers.
        #[default]
        Plain = "plain",
        /// The answers too.
        Detailed = "detailed",
    }
}
