//! What is guaranteed: a slip of the finger costs nothing.
//!
//! Every title and keyword brings its card into the first three; and so does each with any one letter left out, put
//! in, changed or swapped with its neighbour in any of its words of five letters or more. The same holds for each such
//! word of a title alone, where it brings the card into the first three rightly spelt: a word that many cards share
//! can't. A slip that makes another word of the guide is that word.
//!
//! All slips are looked at. Most of those of a word mean the same to the search, and only one of these is searched for.

use std::collections::BTreeMap;

use super::asked::{Asked, Meaning, meanings};
use super::index::Index;
use super::slips::one_slip;
use crate::content::fold::words;
use crate::content::model::{Guide, TopicId};

/// A word this long or longer may be mistyped.
const LONG: usize = 5;

/// What was looked at, and what was not found.
#[derive(Clone, Debug, Default)]
pub struct Guarantee {
    /// How many texts with a slip there are.
    pub slips: usize,
    /// Those that don't bring their card into the first three, and texts that don't even rightly spelt.
    pub misses: Vec<Miss>,
}

impl Guarantee {
    /// The share of the slips that cost the card.
    #[expect(clippy::cast_precision_loss, reason = "a share is rough")]
    pub fn missed(&self) -> f32 {
        self.misses.len() as f32 / self.slips.max(1) as f32
    }
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

/// Types every title and keyword of a guide with every slip.
pub fn guarantee(guide: &Guide, index: &Index) -> Guarantee {
    let mut typing = Typing { index, known: BTreeMap::new(), found: Guarantee::default() };
    for topic in &guide.topics {
        let title = words(&topic.title);
        for text in std::iter::once(title.clone()).chain(topic.keywords.iter().map(|keyword| words(keyword))) {
            typing.text(&topic.id, &text, true);
        }
        for word in title.into_iter().filter(|word| is_long(word)) {
            if !typing.is_filler(&word) {
                typing.text(&topic.id, &[word], false);
            }
        }
    }
    typing.found
}

fn is_long(word: &str) -> bool {
    word.chars().count() >= LONG
}

/// The slips of a word that mean the same, and what they mean.
type Slips = Vec<(Vec<Meaning>, Vec<String>)>;

struct Typing<'a> {
    index: &'a Index,
    /// The slips of each word, at the end of a text or before it.
    known: BTreeMap<(String, bool), Slips>,
    found: Guarantee,
}

impl Typing<'_> {
    /// Types a text with every slip. `must`: it has to find its card rightly spelt, too.
    fn text(&mut self, topic: &TopicId, words: &[String], must: bool) {
        let text = words.join(" ");
        let right = Asked::new(&self.index.lexicon, &text);
        if !self.index.is_seen(&right, topic) {
            if must {
                self.found.misses.push(Miss { topic: topic.clone(), typed: text.clone(), text });
            }
            return;
        }
        for (at, word) in words.iter().enumerate().filter(|(_, word)| is_long(word)) {
            let is_last = at + 1 == words.len();
            let slips = self.slips(word, is_last);
            self.found.slips += slips.iter().map(|(_, slips)| slips.len()).sum::<usize>();
            let before = self.parts(words.get(..at).unwrap_or_default(), false);
            let behind = self.parts(words.get(at + 1..).unwrap_or_default(), true);
            for (meaning, slips) in slips {
                let words = [before.clone(), meaning, behind.clone()].concat();
                if !self.index.is_seen(&Asked { words }, topic) {
                    let typed = slips.into_iter().map(|slip| {
                        let mut words = words_of(&text);
                        if let Some(word) = words.get_mut(at) {
                            *word = slip;
                        }
                        Miss { topic: topic.clone(), text: text.clone(), typed: words.join(" ") }
                    });
                    self.found.misses.extend(typed);
                }
            }
        }
    }

    fn is_filler(&self, word: &str) -> bool {
        self.index.lexicon.root(word).is_some_and(|root| self.index.lexicon.is_filler(root))
    }

    fn parts(&self, words: &[String], is_end: bool) -> Vec<Meaning> {
        let mut text = words.join(" ");
        if !is_end {
            text.push(' ');
        }
        Asked::new(&self.index.lexicon, &text).words
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
                let meaning = meanings(lexicon, &slip, &lexicon.alike_among(&around, &slip, is_last));
                match slips.iter_mut().find(|(known, _)| *known == meaning) {
                    Some((_, same)) => same.push(slip),
                    None => slips.push((meaning, vec![slip])),
                }
            }
            slips
        });
        slips.clone()
    }
}

fn words_of(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}
