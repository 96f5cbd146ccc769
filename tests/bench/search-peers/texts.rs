//! What is searched, and what is asked.

use std::collections::BTreeSet;

use guide::content::fold::words;
use guide::content::markup;
use guide::content::model::{FaqEntry, FaqId, Guide, Step, Topic};

use crate::numbers::Numbers;
use crate::queries::{held_out, mistyped};

const TEXTS: usize = 10_000;
const WORDS: usize = 12;
const ASKED: usize = 100;

/// What a peer is given.
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) keywords: String,
    pub(crate) texts: String,
}

/// A query and the document that it should find.
pub(crate) struct Asked {
    pub(crate) group: &'static str,
    pub(crate) text: String,
    pub(crate) right: String,
}

/// The cards with all that our own search reads of them.
pub(crate) fn cards(guide: &Guide) -> Vec<Document> {
    guide.topics.iter().map(|topic| card(guide, topic)).collect()
}

fn card(guide: &Guide, topic: &Topic) -> Document {
    let messages = guide.messages.iter().filter(|message| message.topic == topic.id);
    let messages = messages.flat_map(|message| std::iter::once(&message.text).chain(&message.also));
    let asked = guide.faq.entries.iter().filter(|entry| entry.topics.first() == Some(&topic.id));
    let asked = asked.flat_map(|entry| std::iter::once(&entry.question).chain(&entry.keywords));
    let steps = topic.ways.iter().flat_map(|way| {
        let told = way.steps.iter().filter_map(|step| match step {
            Step::Do { text, .. } => Some(text),
            Step::Tap { .. } => None,
        });
        std::iter::once(&way.title).chain(told)
    });
    let body = [&topic.about, &topic.differences, &topic.good_to_know].into_iter().flatten().map(|claim| &claim.text);
    let joined = |texts: Vec<&String>| texts.into_iter().map(|text| markup::plain(text)).collect::<Vec<_>>().join("\n");
    Document {
        id: topic.id.to_string(),
        title: markup::plain(&topic.title),
        keywords: joined(topic.keywords.iter().chain(messages).chain(asked).collect()),
        texts: joined(std::iter::once(&topic.summary).chain(steps).chain(body).collect()),
    }
}

/// The queries of the guide and the held-out ones, and all of them with one more slip.
pub(crate) fn queries(guide: &Guide) -> Vec<Asked> {
    let own = guide.queries.iter().map(|query| (query.text.clone(), query.topic.to_string()));
    let mut groups = vec![("own", own.collect::<Vec<_>>())];
    groups.push(("held-out", held_out().into_iter().map(|(topic, text)| (text, topic)).collect()));
    let mut numbers = Numbers(7);
    let all: Vec<_> = groups.iter().flat_map(|(_, queries)| queries).cloned().collect();
    groups.push(("one slip", all.into_iter().map(|(text, topic)| (mistyped(&text, &mut numbers), topic)).collect()));
    let asked = |group| move |(text, right)| Asked { group, text, right };
    groups.into_iter().flat_map(|(group, queries)| queries.into_iter().map(asked(group))).collect()
}

/// Short texts put together by chance from all words of the guide.
pub(crate) fn large(guide: &Guide) -> (Guide, Vec<Document>, Vec<Asked>) {
    let known: BTreeSet<String> = cards(guide)
        .iter()
        .flat_map(|card| [&card.title, &card.keywords, &card.texts].map(|text| words(text)))
        .flatten()
        .filter(|word| word.len() > 3 && word.chars().all(char::is_alphabetic))
        .collect();
    let known: Vec<String> = known.into_iter().collect();
    let mut numbers = Numbers(5);
    let mut draw = || known[numbers.below(known.len())].clone();
    let texts: Vec<Vec<String>> = (0..TEXTS).map(|_| (0..WORDS).map(|_| draw()).collect()).collect();
    let asked = texts.iter().enumerate().step_by(TEXTS / ASKED).map(|(at, text)| {
        let mut words = [0, 3, 6, 9].map(|word| text[word].clone());
        let slip = numbers.below(words.len());
        words[slip] = mistyped(&words[slip], &mut numbers);
        Asked { group: "one slip", text: words.join(" "), right: at.to_string() }
    });
    let asked = asked.collect();
    let texts: Vec<(String, String)> =
        texts.into_iter().enumerate().map(|(at, text)| (at.to_string(), text.join(" "))).collect();
    let mut large = guide.clone();
    let like = large.faq.entries.swap_remove(0);
    let entry = |(id, text): &(String, String)| FaqEntry {
        id: FaqId::from(id.as_str()),
        question: text.clone(),
        keywords: Vec::new(),
        topics: Vec::new(),
        ..like.clone()
    };
    large.faq.entries = texts.iter().map(entry).collect();
    large.topics.clear();
    large.messages.clear();
    let document = |(id, title)| Document { id, title, keywords: String::new(), texts: String::new() };
    (large, texts.into_iter().map(document).collect(), asked)
}
