//! Which cards have a claim to the first three places, however the words are weighed.
//!
//! A card has one whose title or keyword was typed as a whole; and where a single word was typed, each card that has it
//! in its title or keywords. A word that is none of the guide's is read as every long word that is one slip away.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::Asked;
use super::index::Index;
use super::lexicon::Root;
use super::order::CARDS_FIRST;
use super::weights::Fit;

/// A card that is lifted past others keeps this share of its own score above them.
const ABOVE: f32 = 0.01;

/// For each root that a single word may be, or for all words together, the places of the cards' entries.
type Readings = BTreeMap<Option<Root>, BTreeSet<usize>>;

/// The cards with a claim.
#[derive(Debug, Default)]
pub(super) struct Claims {
    /// Those with all that was typed as their title or keyword.
    pub(super) whole: Readings,
    /// Those with the single word that was typed in their title or keywords.
    pub(super) held: Readings,
}

impl Claims {
    pub(super) fn new(index: &Index, asked: &Asked) -> Self {
        match asked.read.as_slice() {
            [word] => Self::of_word(index, word),
            words if words.iter().any(BTreeSet::is_empty) => Self::default(),
            words => Self::of_words(index, words),
        }
    }

    fn of_word(index: &Index, word: &BTreeSet<Root>) -> Self {
        let mut claims = Self::default();
        for root in word.iter().filter(|root| !index.lexicon.is_filler(**root)) {
            for (entry, _, roots) in index.weights.names(*root).filter(|(entry, ..)| index.is_card(*entry)) {
                claims.held.entry(Some(*root)).or_default().insert(entry);
                if roots == 1 {
                    claims.whole.entry(Some(*root)).or_default().insert(entry);
                }
            }
        }
        claims
    }

    fn of_words(index: &Index, words: &[BTreeSet<Root>]) -> Self {
        let mut claims = Self::default();
        // For each line how many of the words it has, and its roots that were read.
        let mut lines = BTreeMap::<usize, (usize, BTreeSet<Root>)>::new();
        for (at, root) in words.iter().enumerate().flat_map(|(at, word)| word.iter().map(move |root| (at, root))) {
            for (entry, line, roots) in index.weights.names(*root).filter(|(entry, ..)| index.is_card(*entry)) {
                let (held, known) = lines.entry(line).or_default();
                // What lacks a word is no longer looked at.
                if *held >= at {
                    *held = at + 1;
                    known.insert(*root);
                    if *held == words.len() && known.len() == roots {
                        claims.whole.entry(None).or_default().insert(entry);
                    }
                }
            }
        }
        claims
    }

    /// Lifts the cards with a claim into the first three places, whole names first, and of each reading one.
    pub(super) fn settle(&self, index: &Index, fits: &mut [Fit]) {
        let scores: BTreeMap<usize, f32> =
            fits.iter().filter(|fit| index.is_card(fit.entry)).map(|fit| (fit.entry, fit.score)).collect();
        let mut first = Vec::new();
        for claims in [&self.whole, &self.held] {
            take_turns(claims, &scores, &mut first);
        }
        let rest = scores.iter().filter(|(entry, _)| !first.contains(*entry));
        let mut rest: Vec<f32> = rest.map(|(_, score)| *score).collect();
        rest.sort_by(|one, other| other.total_cmp(one));
        let Some(next) = rest.get(CARDS_FIRST - first.len()) else { return };
        for fit in fits.iter_mut().filter(|fit| fit.score <= *next && first.contains(&fit.entry)) {
            fit.score = next + ABOVE * fit.score;
        }
    }
}

/// Fills the first places: the best card of each reading, then the next best of each.
fn take_turns(claims: &Readings, scores: &BTreeMap<usize, f32>, first: &mut Vec<usize>) {
    let mut turns: Vec<(usize, f32, usize)> = Vec::new();
    for entries in claims.values() {
        let mut entries: Vec<(f32, usize)> =
            entries.iter().filter_map(|entry| Some((*scores.get(entry)?, *entry))).collect();
        // What has a place already has had its turn.
        entries.sort_by(|one, other| {
            let is_in = |entry: &(f32, usize)| first.contains(&entry.1);
            is_in(other).cmp(&is_in(one)).then(other.0.total_cmp(&one.0))
        });
        turns.extend(entries.into_iter().enumerate().map(|(turn, (score, entry))| (turn, score, entry)));
    }
    turns.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    for (.., entry) in turns {
        if first.len() < CARDS_FIRST && !first.contains(&entry) {
            first.push(entry);
        }
    }
}
