//! What is guaranteed: a slip of the finger costs nothing.
//!
//! Every title and every keyword, and every word of them of five letters or more, brings its card into the first three
//! places; and so does each with any one letter left out, put in, changed or swapped with its neighbour in any such
//! word. Three things no search can do, and these are all exceptions:
//!
//! - A slip that spells another word of the guide or of `words.ron` is that word.
//! - Filler says nothing alone: “about”, “trying”.
//! - Where more than three cards have what was typed, or what it is a slip of, any three of those are right: eighteen
//!   cards can't be the first three for “message”.
//!
//! All slips are looked at. Most of those of a word mean the same to the search, and only one of these is searched for.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::{Asked, meanings};
use super::claims::Claims;
use super::index::Index;
use super::order::CARDS_FIRST;
use super::slips::{LONG, one_slip};
use crate::content::fold::words;
use crate::content::model::{Guide, TopicId};

/// What was looked at, and what was not found.
#[derive(Clone, Debug, Default)]
pub struct Guarantee {
    /// How many texts with a slip there are.
    pub slips: usize,
    /// Those that don't bring their card into the first three, and texts that don't even rightly spelt.
    pub misses: Vec<Miss>,
}

/// A text that does not bring its card into the first three.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Miss {
    /// The card.
    pub topic: TopicId,
    /// The title, keyword or word of them.
    pub text: String,
    /// The text as it is mistyped; the same where it fails rightly spelt.
    pub typed: String,
}

/// Types every title and keyword of a guide, and each long word of them, with every slip.
pub fn guarantee(guide: &Guide, index: &Index) -> Guarantee {
    let mut typing = Typing { index, known: BTreeMap::new(), found: Guarantee::default() };
    for topic in &guide.topics {
        let texts = std::iter::once(&topic.title).chain(&topic.keywords).map(|text| words(text));
        let texts: BTreeSet<Vec<String>> = texts.collect();
        let alone = texts.iter().flatten().filter(|word| is_long(word) && !typing.is_filler(word));
        let alone: BTreeSet<Vec<String>> = alone.map(|word| vec![word.clone()]).collect();
        for text in texts.union(&alone) {
            typing.text(&topic.id, text);
        }
    }
    typing.found
}

fn is_long(word: &str) -> bool {
    word.chars().count() >= LONG
}

/// The slips of a word that mean the same, and what they mean.
type Slips = Vec<(Asked, Vec<String>)>;

struct Typing<'a> {
    index: &'a Index,
    /// The slips of each word, at the end of a text or before it.
    known: BTreeMap<(String, bool), Slips>,
    found: Guarantee,
}

impl Typing<'_> {
    /// Types a text rightly and with every slip.
    fn text(&mut self, topic: &TopicId, words: &[String]) {
        let text = words.join(" ");
        if !self.is_seen(topic, &Asked::new(&self.index.lexicon, &text)) {
            self.found.misses.push(Miss { topic: topic.clone(), typed: text.clone(), text: text.clone() });
        }
        for (at, word) in words.iter().enumerate().filter(|(_, word)| is_long(word)) {
            let is_last = at + 1 == words.len();
            let slips = self.slips(word, is_last);
            self.found.slips += slips.iter().map(|(_, slips)| slips.len()).sum::<usize>();
            let before = self.parts(words.get(..at).unwrap_or_default(), false);
            let behind = self.parts(words.get(at + 1..).unwrap_or_default(), true);
            for (asked, slips) in slips {
                if !self.is_seen(topic, &Asked::joined([&before, &asked, &behind])) {
                    let typed = slips.into_iter().map(|slip| {
                        let mut words = words.to_vec();
                        words.splice(at..=at, [slip]);
                        Miss { topic: topic.clone(), text: text.clone(), typed: words.join(" ") }
                    });
                    self.found.misses.extend(typed);
                }
            }
        }
    }

    /// Is the card among the first three, or are these three of the many that have what was typed?
    fn is_seen(&self, topic: &TopicId, asked: &Asked) -> bool {
        let seen = self.index.seen(asked);
        seen.contains(&topic) || {
            let Claims { whole, held } = Claims::new(self.index, asked);
            let topics = |cards: &BTreeSet<usize>| -> BTreeSet<&TopicId> {
                cards.iter().filter_map(|card| self.index.entries.get(*card)?.topic.as_ref()).collect()
            };
            [whole, held].iter().any(|readings| {
                let cards = topics(&readings.values().flatten().copied().collect());
                cards.contains(topic) && cards.len() > CARDS_FIRST && seen.iter().all(|card| cards.contains(card))
            })
        }
    }

    fn is_filler(&self, word: &str) -> bool {
        self.index.lexicon.root(word).is_some_and(|root| self.index.lexicon.is_filler(root))
    }

    fn parts(&self, words: &[String], is_end: bool) -> Asked {
        let mut text = words.join(" ");
        if !is_end {
            text.push(' ');
        }
        Asked::new(&self.index.lexicon, &text)
    }

    fn slips(&mut self, word: &str, is_last: bool) -> Slips {
        let lexicon = &self.index.lexicon;
        let slips = self.known.entry((word.to_owned(), is_last)).or_insert_with(|| {
            let around = lexicon.around(word);
            let mut all = one_slip(word);
            all.sort();
            all.dedup();
            let mut slips = Slips::new();
            // What is another word of the guide by now can't be told from it.
            all.retain(|slip| lexicon.root(slip).is_none());
            for slip in all {
                let alike = lexicon.alike_among(&around, &slip, is_last);
                let asked = Asked { words: meanings(lexicon, &slip, &alike), read: vec![alike.read] };
                match slips.iter_mut().find(|(known, _)| *known == asked) {
                    Some((_, same)) => same.push(slip),
                    None => slips.push((asked, vec![slip])),
                }
            }
            slips
        });
        slips.clone()
    }
}
