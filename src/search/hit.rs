//! What a search finds.

use std::ops::Range;

use crate::content::model::{FaqId, MessageId, TopicId};

/// What was found, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The hits; none only where nothing was asked.
    pub hits: Vec<Hit>,
    /// Nothing holds the words: these are only the nearest cards.
    pub is_guess: bool,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// The card that it leads to; a question may lead to none.
    pub topic: Option<TopicId>,
    /// Its title, question or literal text.
    pub title: Marked,
    /// The piece of its text that matched best.
    pub piece: Marked,
    /// The piece is not the guide's own text, but one of the words that people type for it.
    pub is_keyword: bool,
    /// Higher is better; comparable within one search.
    pub score: f32,
}

/// A text with the words that matched.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// Where the words stand in it, in bytes, in order and apart from one another.
    pub marks: Vec<Range<usize>>,
}

impl Marked {
    /// A text without marks.
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), marks: Vec::new() }
    }

    /// The same between two others.
    #[must_use]
    pub fn between(&self, before: &str, behind: &str) -> Self {
        let shift = before.len();
        let marks = self.marks.iter().map(|mark| mark.start + shift..mark.end + shift);
        Self { text: [before, &self.text, behind].concat(), marks: marks.collect() }
    }
}

/// What a hit is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Kind {
    /// A card.
    Topic,
    /// A question people ask.
    Faq(FaqId),
    /// A text that TikTok shows.
    Message(MessageId),
}

impl Kind {
    /// As the staff program prints it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Faq(_) => "faq",
            Self::Message(_) => "message",
        }
    }
}
