//! Everything that can be found in a guide, ready to be searched.

use std::ops::Range;

use indexmap::IndexSet;

use super::asked::Asked;
use super::claims::Claims;
use super::hit::{Found, Hit, Kind, Marked};
use super::lexicon::{Lexicon, Likeness, Root};
use super::order::{CARDS_FIRST, in_order};
use super::pieces::{Entry, Field, Piece, entries};
use super::weights::{Fit, Weights};
use crate::content::fold::{each_word, words_at};
use crate::content::model::{FaqId, Guide, MessageId, TopicId};

/// A search finds at most so much: nobody reads on.
const MOST_HITS: usize = 24;
/// What fits worse than the best by this share is left out.
const WORST: f32 = 0.2;
/// The questions that are left by a filter fit this well against the best.
const NEAR_BEST: f32 = 0.5;
/// A word that is meant this surely is marked in what was found.
const SURE: Likeness = 0.4;
/// A keyword is shown only where the guide's own words show much less.
const KEYWORD: f32 = 0.6;
/// Where nothing holds the words, so many cards are offered.
const GUESSES: usize = 3;

/// All that can be found.
pub struct Index {
    pub(super) lexicon: Lexicon,
    pub(super) entries: Vec<Entry>,
    pub(super) weights: Weights,
    /// The cards by how common their reasons are.
    usual: Vec<TopicId>,
}

/// What somebody typed, made ready: marks the words in any text that match it.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// For each root how surely it is meant, from 0 to 1.
    likeness: Vec<Likeness>,
}

impl Index {
    /// Reads all texts of a guide.
    pub fn new(guide: &Guide) -> Self {
        let mut entries = entries(guide);
        let mut words = IndexSet::new();
        for piece in entries.iter_mut().flat_map(|entry| &mut entry.pieces) {
            let Piece { text, words: places, .. } = piece;
            each_word(text, |range, word| {
                let known = words.get_index_of(word);
                places.push((range, known.unwrap_or_else(|| words.insert_full(word.to_owned()).0)));
            });
        }
        let lexicon = Lexicon::new(&guide.words, &words);
        let roots: Vec<Root> = words.iter().filter_map(|word| lexicon.root(word)).collect();
        for (_, place) in entries.iter_mut().flat_map(|entry| &mut entry.pieces).flat_map(|piece| &mut piece.words) {
            *place = roots.get(*place).copied().unwrap_or_default();
        }
        let mut reasons: Vec<_> = guide.rules.reasons.iter().collect();
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.prior));
        let reasons = reasons.into_iter().map(|reason| &reason.topic);
        let usual = reasons.chain(guide.topics.iter().map(|topic| &topic.id)).cloned().collect();
        Self { weights: Weights::new(&lexicon, &entries), lexicon, entries, usual }
    }

    /// What a text finds, best first. The on-screen message that the rules recognised in it comes first, then its card.
    /// Where nothing holds the words, the nearest cards: nobody is left without a way on.
    pub fn search(&self, text: &str, recognised: Option<&MessageId>) -> Found {
        if text.trim().is_empty() {
            return Found::default();
        }
        let mut asked = Asked::new(&self.lexicon, text);
        let mut fits = self.fits(&asked);
        let is_guess = fits.is_empty() && recognised.is_none();
        if is_guess {
            asked = Asked::guess(&self.lexicon, text);
            fits = self.guesses(&asked);
        }
        let best = fits.iter().map(|fit| fit.score).fold(0.0, f32::max);
        fits.retain(|fit| fit.score >= best * WORST);
        let mut fits = in_order(&self.entries, fits, recognised);
        fits.truncate(MOST_HITS);
        let query = self.ready(&asked);
        Found { hits: fits.iter().filter_map(|fit| self.hit(*fit, &query)).collect(), is_guess }
    }

    pub(super) fn is_card(&self, entry: usize) -> bool {
        self.entries.get(entry).is_some_and(|entry| entry.kind == Kind::Topic)
    }

    /// What fits, with the cards in the first three places that have a claim to them.
    fn fits(&self, asked: &Asked) -> Vec<Fit> {
        let mut fits = self.weights.fits(asked);
        Claims::new(self, asked).settle(self, &mut fits);
        fits
    }

    /// The cards that what is shown first leads to.
    pub(super) fn seen(&self, asked: &Asked) -> Vec<&TopicId> {
        let shown = in_order(&self.entries, self.fits(asked), None).into_iter().take(CARDS_FIRST);
        shown.filter_map(|fit| self.entries.get(fit.entry)?.topic.as_ref()).collect()
    }

    /// The questions that fit a text, best first; without words all of them.
    pub fn questions(&self, text: &str) -> Vec<FaqId> {
        let questions = self.entries.iter().enumerate();
        let questions = questions.filter_map(|(place, entry)| match &entry.kind {
            Kind::Faq(id) => Some((place, id.clone())),
            Kind::Topic | Kind::Message(_) => None,
        });
        if text.trim().is_empty() {
            return questions.map(|(_, id)| id).collect();
        }
        let fits = self.weights.fits(&Asked::new(&self.lexicon, text));
        let score = |place| fits.iter().find(|fit| fit.entry == place).map_or(0.0, |fit| fit.score);
        let mut found: Vec<(f32, FaqId)> = questions.map(|(place, id)| (score(place), id)).collect();
        let best = found.iter().map(|(score, _)| *score).fold(0.0, f32::max);
        found.retain(|(score, _)| *score > 0.0 && *score >= best * NEAR_BEST);
        found.sort_by(|one, other| other.0.total_cmp(&one.0));
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// Makes a text ready for marking.
    pub fn query(&self, text: &str) -> Query {
        self.ready(&Asked::new(&self.lexicon, text))
    }

    /// Where the words of a query stand in a text, in bytes, in order and apart from one another.
    pub fn marks(&self, query: &Query, text: &str) -> Vec<Range<usize>> {
        roots(&self.lexicon, text).into_iter().filter(|(_, root)| query.means(*root)).map(|(range, _)| range).collect()
    }

    fn ready(&self, asked: &Asked) -> Query {
        let mut likeness = vec![0.0; self.lexicon.len()];
        for (root, sure) in asked.words.iter().flatten() {
            if let Some(known) = likeness.get_mut(*root) {
                *known = sure.max(*known);
            }
        }
        Query { likeness }
    }

    /// The cards with words that look like those that were typed, and then the most usual ones.
    fn guesses(&self, asked: &Asked) -> Vec<Fit> {
        let mut fits = self.weights.fits(asked);
        fits.retain(|fit| self.is_card(fit.entry));
        fits.sort_by(|one, other| other.score.total_cmp(&one.score));
        fits.truncate(GUESSES);
        for topic in &self.usual {
            let place =
                self.entries.iter().position(|entry| entry.kind == Kind::Topic && entry.topic.as_ref() == Some(topic));
            if let Some(entry) =
                place.filter(|place| fits.iter().all(|fit| fit.entry != *place)).filter(|_| fits.len() < GUESSES)
            {
                fits.push(Fit { entry, ..Fit::default() });
            }
        }
        fits
    }

    fn hit(&self, fit: Fit, query: &Query) -> Option<Hit> {
        let entry = self.entries.get(fit.entry)?;
        let title = entry.pieces.first()?;
        let summary = entry.pieces.iter().find(|piece| piece.field == Field::Summary);
        let others = entry.pieces.iter().filter(|piece| piece.field != Field::Title);
        let worth = |piece: &Piece| self.worth(piece, query);
        let best = others.map(|piece| (worth(piece), piece)).fold((0.0, None), |best: (f32, _), (worth, piece)| {
            if worth > best.0 { (worth, Some(piece)) } else { best }
        });
        // A card needs no proof where its title holds as much.
        let piece = best.1.filter(|_| best.0 > 0.0).or(summary).or_else(|| entry.pieces.get(1))?;
        let marked = |piece: &Piece| Marked {
            text: piece.text.clone(),
            marks: piece.words.iter().filter(|(_, root)| query.means(*root)).map(|(range, _)| range.clone()).collect(),
        };
        Some(Hit {
            kind: entry.kind.clone(),
            topic: entry.topic.clone(),
            title: marked(title),
            piece: marked(piece),
            is_keyword: !piece.field.is_shown(),
            score: fit.score,
        })
    }

    /// How much of a query a piece of text shows; the guide's own texts count for more than keywords.
    fn worth(&self, piece: &Piece, query: &Query) -> f32 {
        let mut meant: Vec<Root> = Vec::new();
        for (_, root) in &piece.words {
            if query.means(*root) && !meant.contains(root) {
                meant.push(*root);
            }
        }
        let worth: f32 = meant.into_iter().map(|root| query.likeness(root) * self.weights.of(root)).sum();
        if piece.field.is_shown() { worth } else { worth * KEYWORD }
    }
}

impl Query {
    fn likeness(&self, root: Root) -> Likeness {
        self.likeness.get(root).copied().unwrap_or_default()
    }

    fn means(&self, root: Root) -> bool {
        self.likeness(root) >= SURE
    }
}

/// The roots of a text's words, with their places.
fn roots(lexicon: &Lexicon, text: &str) -> Vec<(Range<usize>, Root)> {
    words_at(text).into_iter().filter_map(|(range, word)| Some((range, lexicon.root(&word)?))).collect()
}
