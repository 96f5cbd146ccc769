//! What can have a name in the content, and what it is called in a message.

/// What can have a name.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Thing {
    Topic,
    Group,
    Source,
    Way,
    FaqEntry,
    FaqSection,
    Question,
    Choice,
    Message,
    Screen,
    Item,
    Contact,
}

/// Everything that other files can call by its name.
pub(super) const EVERYTHING: [Thing; 6] =
    [Thing::Topic, Thing::Source, Thing::FaqSection, Thing::Question, Thing::Message, Thing::Screen];

impl Thing {
    /// What it is called in a message.
    pub(super) fn called(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Group => "group",
            Self::Source => "source",
            Self::Way => "way",
            Self::FaqEntry => "FAQ entry",
            Self::FaqSection => "FAQ section",
            Self::Question => "question",
            Self::Choice => "option",
            Self::Message => "message",
            Self::Screen => "screen",
            Self::Item => "item",
            Self::Contact => "contact line",
        }
    }

    /// The same with `a` or `an`.
    pub(super) fn with_article(self) -> String {
        let article =
            if matches!(self, Self::FaqEntry | Self::FaqSection | Self::Choice | Self::Item) { "an" } else { "a" };
        format!("{article} {}", self.called())
    }

    /// Where it is given its name.
    pub(super) fn home(self) -> &'static str {
        match self {
            Self::Topic => "the folder topics/",
            Self::Group | Self::Source => "guide.ron",
            Self::Way => "its topic",
            Self::FaqEntry | Self::FaqSection => "faq.ron",
            Self::Question | Self::Choice => "questions.ron",
            Self::Message => "messages.ron",
            Self::Screen | Self::Item => "screens.ron",
            Self::Contact => "layer.ron",
        }
    }
}
