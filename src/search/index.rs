//! The texts of a guide, folded once, and the search in them.

use super::{fold, query_words};
use crate::content::markup;
use crate::content::model::{Claim, FaqEntry, FaqId, Guide, Message, MessageId, Step, Topic, TopicId};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// The card that it leads to; a question may lead to none.
    pub topic: Option<TopicId>,
    /// Its title, question or literal text.
    pub title: String,
    /// A short text that says what it is about.
    pub summary: String,
    /// Higher is better; comparable within one search.
    pub score: f32,
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

/// All that can be found, ready to be searched.
pub struct Index {
    entries: Vec<Entry>,
}

struct Entry {
    hit: Hit,
    /// Folded texts with what a word found in them counts.
    fields: Vec<(f32, String)>,
}

impl Index {
    /// Folds all texts of a guide.
    pub fn new(guide: &Guide) -> Self {
        let topics = guide.topics.iter().map(topic_entry);
        let faq = guide.faq.entries.iter().map(faq_entry);
        let messages = guide.messages.iter().map(message_entry);
        Self { entries: topics.chain(faq).chain(messages).collect() }
    }

    /// What the words find, best first: everything that holds all of them, or else most of them.
    /// The on-screen message that the rules recognised in the query comes first, whatever else is in it.
    pub fn search(&self, query: &str, recognised: Option<&MessageId>) -> Vec<Hit> {
        let words = query_words(query);
        if words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, Hit)> = self.entries.iter().filter_map(|entry| entry.find(&words)).collect();
        let most = found.iter().map(|(count, _)| *count).max().unwrap_or(0);
        found.retain(|(count, _)| *count == most);
        let mut hits: Vec<Hit> = found.into_iter().map(|(_, hit)| hit).collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        if let Some(message) = recognised {
            self.put_first(&mut hits, message);
        }
        hits
    }

    /// The recognised message and its card lead, above everything that words alone have found.
    fn put_first(&self, hits: &mut Vec<Hit>, message: &MessageId) {
        let kind = Kind::Message(message.clone());
        let Some(entry) = self.entries.iter().find(|entry| entry.hit.kind == kind) else { return };
        let best = hits.first().map_or(0.0, |hit| hit.score);
        hits.retain(|hit| hit.kind != kind);
        hits.insert(0, Hit { score: best + 1.0, ..entry.hit.clone() });
    }
}

impl Entry {
    /// How many of the words begin a word here, and the hit with its score; `None` where fewer than half do.
    fn find(&self, words: &[String]) -> Option<(usize, Hit)> {
        let mut score = 0.0;
        let mut count = 0;
        for word in words {
            let weights =
                self.fields.iter().filter(|(_, text)| begins_a_word(text, word.as_str())).map(|(weight, _)| *weight);
            let best = weights.fold(0.0, f32::max);
            score += best;
            count += usize::from(best > 0.0);
        }
        (count * 2 >= words.len() && count > 0).then(|| (count, Hit { score, ..self.hit.clone() }))
    }
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| at == 0 || text[..at].ends_with(' '))
}

fn topic_entry(topic: &Topic) -> Entry {
    let steps = topic.ways.iter().flat_map(|way| &way.steps).filter_map(|step| match step {
        Step::Do { text, .. } => Some(text.as_str()),
        Step::Tap { .. } => None,
    });
    let claims = [&topic.about, &topic.differences, &topic.good_to_know].into_iter().flatten();
    let body: Vec<&str> = claims.map(|claim| claim.text.as_str()).chain(steps).collect();
    Entry {
        hit: Hit {
            kind: Kind::Topic,
            topic: Some(topic.id.clone()),
            title: topic.title.clone(),
            summary: topic.summary.clone(),
            score: 0.0,
        },
        fields: vec![
            (4.0, fold(&topic.title)),
            (3.0, fold(&topic.keywords.join(" "))),
            (2.0, fold(&topic.summary)),
            (1.0, fold(&markup::plain(&body.join(" ")))),
        ],
    }
}

fn faq_entry(entry: &FaqEntry) -> Entry {
    let answer = plain_text(&entry.answer);
    Entry {
        hit: Hit {
            kind: Kind::Faq(entry.id.clone()),
            topic: entry.topics.first().cloned(),
            title: entry.question.clone(),
            summary: answer.clone(),
            score: 0.0,
        },
        fields: vec![(3.5, fold(&entry.question)), (2.5, fold(&entry.keywords.join(" "))), (1.0, fold(&answer))],
    }
}

fn message_entry(message: &Message) -> Entry {
    let meaning = markup::plain(&message.meaning.text);
    Entry {
        hit: Hit {
            kind: Kind::Message(message.id.clone()),
            topic: Some(message.topic.clone()),
            title: message.shown(),
            summary: meaning.clone(),
            score: 0.0,
        },
        fields: vec![(3.0, fold(&message.text)), (2.0, fold(&message.also.join(" "))), (1.0, fold(&meaning))],
    }
}

fn plain_text(claims: &[Claim]) -> String {
    let texts: Vec<&str> = claims.iter().map(|claim| claim.text.as_str()).collect();
    markup::plain(&texts.join(" "))
}
