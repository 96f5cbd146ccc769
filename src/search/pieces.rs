//! The guide as the search sees it: entries that can be found, each with its texts piece by piece.

use std::ops::Range;

use super::hit::Kind;
use super::lexicon::Root;
use crate::content::markup;
use crate::content::model::{Claim, FaqEntry, Guide, Message, Step, Topic, TopicId};

/// Something that can be found, with all of its texts.
pub(super) struct Entry {
    pub(super) kind: Kind,
    /// The card that it leads to.
    pub(super) topic: Option<TopicId>,
    pub(super) pieces: Vec<Piece>,
}

/// A text of an entry.
pub(super) struct Piece {
    pub(super) field: Field,
    pub(super) text: String,
    /// The roots of its words, each with its place in the text; filled in when all words are known.
    pub(super) words: Vec<(Range<usize>, Root)>,
}

/// What a text is in its entry.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Field {
    /// The card's title, the question, the message.
    Title,
    /// Words that people type for it.
    Keyword,
    /// A message on the screen that leads to the card, or another wording of the message.
    Message,
    /// A question whose answer leads to the card.
    Question,
    /// The line on the card, or what the message means.
    Summary,
    /// What to do.
    Step,
    /// Everything else.
    Body,
}

impl Field {
    /// All fields, in order.
    pub(super) const ALL: [Self; 7] =
        [Self::Title, Self::Keyword, Self::Message, Self::Question, Self::Summary, Self::Step, Self::Body];

    /// What a word in this field counts for.
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Title => 4.0,
            Self::Keyword => 3.0,
            Self::Message | Self::Summary => 2.0,
            Self::Question => 1.5,
            Self::Step => 1.0,
            Self::Body => 0.7,
        }
    }

    /// How much a long field takes from the weight of each of its words, from 0 to 1.
    pub(super) fn dilution(self) -> f32 {
        match self {
            // More keywords are no less fitting.
            Self::Keyword | Self::Question | Self::Message => 0.1,
            _ => 0.6,
        }
    }

    /// What a text of this field counts for when it is compared with the query as a whole; 0 where it is not.
    pub(super) fn line_weight(self) -> f32 {
        match self {
            Self::Title | Self::Keyword => 1.0,
            Self::Message => 0.95,
            Self::Question | Self::Summary => 0.8,
            Self::Step | Self::Body => 0.0,
        }
    }

    /// Is it a text of the guide's own, to be shown as the one that matched?
    pub(super) fn is_shown(self) -> bool {
        !matches!(self, Self::Keyword | Self::Question)
    }
}

/// Everything that can be found in a guide.
pub(super) fn entries(guide: &Guide) -> Vec<Entry> {
    let topics = guide.topics.iter().map(|topic| topic_entry(guide, topic));
    let faq = guide.faq.entries.iter().map(faq_entry);
    let messages = guide.messages.iter().map(message_entry);
    topics.chain(faq).chain(messages).collect()
}

fn pieces<T: AsRef<str>>(field: Field, texts: impl IntoIterator<Item = T>) -> impl Iterator<Item = Piece> {
    texts.into_iter().map(move |text| Piece { field, text: markup::plain(text.as_ref()), words: Vec::new() })
}

/// Claims sentence by sentence, so that a short text can be shown.
fn claims<'a>(field: Field, claims: impl IntoIterator<Item = &'a Claim>) -> impl Iterator<Item = Piece> {
    pieces(field, claims.into_iter().flat_map(|claim| sentences(&markup::plain(&claim.text))))
}

fn sentences(text: &str) -> Vec<String> {
    let sentences = text.split_inclusive(['.', '?', '!']).map(str::trim);
    sentences.filter(|sentence| !sentence.is_empty()).map(str::to_owned).collect()
}

fn topic_entry(guide: &Guide, topic: &Topic) -> Entry {
    let messages = guide.messages.iter().filter(|message| message.topic == topic.id).flat_map(wordings);
    let asked = guide.faq.entries.iter().filter(|entry| entry.topics.first() == Some(&topic.id));
    let asked = asked.flat_map(|entry| std::iter::once(&entry.question).chain(&entry.keywords));
    let steps = topic.ways.iter().flat_map(|way| {
        let told = way.steps.iter().filter_map(|step| match step {
            Step::Do { text, .. } => Some(text),
            Step::Tap { .. } => None,
        });
        std::iter::once(&way.title).chain(told)
    });
    let body = [&topic.about, &topic.differences, &topic.good_to_know].into_iter().flatten();
    Entry {
        kind: Kind::Topic,
        topic: Some(topic.id.clone()),
        pieces: pieces(Field::Title, [&topic.title])
            .chain(pieces(Field::Summary, [&topic.summary]))
            .chain(pieces(Field::Keyword, &topic.keywords))
            .chain(pieces(Field::Message, messages))
            .chain(pieces(Field::Question, asked))
            .chain(pieces(Field::Step, steps))
            .chain(claims(Field::Body, body))
            .collect(),
    }
}

fn faq_entry(entry: &FaqEntry) -> Entry {
    Entry {
        kind: Kind::Faq(entry.id.clone()),
        topic: entry.topics.first().cloned(),
        pieces: pieces(Field::Title, [&entry.question])
            .chain(pieces(Field::Keyword, &entry.keywords))
            .chain(claims(Field::Body, &entry.answer))
            .collect(),
    }
}

fn message_entry(message: &Message) -> Entry {
    Entry {
        kind: Kind::Message(message.id.clone()),
        topic: Some(message.topic.clone()),
        pieces: pieces(Field::Title, [message.shown()])
            .chain(pieces(Field::Message, message.also.iter().map(|text| text.replace("{name}", "…"))))
            .chain(claims(Field::Summary, [&message.meaning]))
            .collect(),
    }
}

/// A message in all its wordings, as they are read.
fn wordings(message: &Message) -> impl Iterator<Item = &String> {
    std::iter::once(&message.text).chain(&message.also)
}
