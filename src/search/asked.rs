//! What somebody typed, word by word, as the roots that each word may stand for.

use std::collections::BTreeSet;

use super::lexicon::{Alike, Lexicon, Likeness, Root};
use crate::content::fold::words;

/// Longer queries are cut: nobody types more, and a pasted page must not slow the window down.
const MOST_CHARS: usize = 2_000;
/// A word after this many is left out.
const MOST_WORDS: usize = 40;

/// The roots that a word may stand for, likeliest first; none for a word that nothing is like.
pub(super) type Meaning = Vec<(Root, Likeness)>;

/// A query, made ready.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Asked {
    /// What each word may stand for.
    pub(super) words: Vec<Meaning>,
    /// What each word is, or is one slip away from.
    pub(super) read: Vec<BTreeSet<Root>>,
}

impl Asked {
    /// Reads a query. Its last word may not be finished yet, unless something stands behind it.
    pub(super) fn new(lexicon: &Lexicon, query: &str) -> Self {
        let cut: String = query.chars().take(MOST_CHARS).collect();
        let is_open = cut.chars().next_back().is_some_and(char::is_alphanumeric);
        let typed = joined(lexicon, words(&cut));
        let last = typed.len().saturating_sub(1);
        let mut asked = Self::default();
        let mut seen = BTreeSet::new();
        for (at, word) in typed.iter().enumerate() {
            if seen.insert(word) && seen.len() <= MOST_WORDS {
                asked.add(lexicon, word, is_open && at == last);
            }
        }
        asked
    }

    fn add(&mut self, lexicon: &Lexicon, word: &str, is_open: bool) {
        let alike = lexicon.alike(word, is_open);
        self.words.extend(meanings(lexicon, word, &alike));
        self.read.push(alike.read);
    }

    /// Several queries as one.
    pub(super) fn joined<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        parts.into_iter().fold(Self::default(), |mut joined, part| {
            joined.words.extend_from_slice(&part.words);
            joined.read.extend_from_slice(&part.read);
            joined
        })
    }

    /// The roots of the words that look most like these, for words that nothing holds.
    pub(super) fn guess(lexicon: &Lexicon, query: &str) -> Self {
        let cut: String = query.chars().take(MOST_CHARS).collect();
        Self {
            words: words(&cut)
                .iter()
                .take(MOST_WORDS)
                .map(|word| lexicon.looks_like(word).into_iter().collect())
                .collect(),
            ..Self::default()
        }
    }
}

/// What a word may stand for; several words where it is short for them or they were run together.
pub(super) fn meanings(lexicon: &Lexicon, word: &str, alike: &Alike) -> Vec<Meaning> {
    let known = lexicon.meant(alike);
    // A letter alone is a slip sooner than a word.
    let shortest = if known.is_empty() { 1 } else { 2 };
    let split = || if alike.is_sure() { None } else { lexicon.split(word, shortest) };
    let parts = lexicon.long_form(word).map(<[String]>::to_vec).or_else(split);
    let parts = parts.iter().flatten().map(|part| lexicon.meant(&lexicon.alike(part, false)));
    let mut meanings: Vec<Meaning> = parts.collect();
    if meanings.is_empty() || !known.is_empty() {
        meanings.push(known);
    }
    meanings
}

/// Puts words together that were parted by mistake: “wi fi”, “tik tok”, “un block”.
fn joined(lexicon: &Lexicon, words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        if let Some(before) = joined.last_mut() {
            let whole = format!("{before}{word}");
            let is_one_word = whole.len() > 3 && lexicon.root(&whole).is_some();
            if is_one_word && (lexicon.root(before).is_none() || lexicon.root(&word).is_none()) {
                *before = whole;
                continue;
            }
        }
        joined.push(word);
    }
    joined
}
