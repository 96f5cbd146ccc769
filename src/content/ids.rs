//! Ids: kebab-case words that stay the same for good, a type for each kind so that they can't be mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident),* $(,)?) => {$(
        #[doc = $doc]
        #[derive(Clone, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as it is written in the files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// Names a topic: the stem of its file, and its deep link.
    TopicId,
    /// Names a group of cards.
    GroupId,
    /// Names a source.
    SourceId,
    /// Names a way in its topic.
    WayId,
    /// Names an FAQ entry.
    FaqId,
    /// Names a heading of the FAQ page.
    FaqSectionId,
    /// Names a question of the checker.
    QuestionId,
    /// Names an option in its question; a message's id, in the question about messages.
    OptionId,
    /// Names an on-screen message.
    MessageId,
    /// Names a screen of the phone.
    ScreenId,
    /// Names an item on its screen.
    ItemId,
    /// Names a contact line.
    ContactId,
}
