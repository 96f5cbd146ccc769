//! How well the search finds what it should.

use std::collections::BTreeMap;

use super::index::Index;
use crate::content::model::{Guide, Query, QueryKind, TopicId};

/// A topic that stands further down is not seen.
const SEEN: usize = 3;

/// How often the right card was found where.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rates {
    /// How many queries there were.
    pub queries: usize,
    /// The right card came first.
    pub first: usize,
    /// It was among the first three.
    pub in_three: usize,
    /// The sum of one divided by its place.
    pub reciprocal: f32,
    /// Nothing holds the words, and only guesses were offered.
    pub empty: usize,
}

impl Rates {
    /// Counts a query whose card stands at this place, from 0.
    pub fn count(&mut self, place: Option<usize>, is_empty: bool) {
        self.queries += 1;
        self.first += usize::from(place == Some(0));
        self.in_three += usize::from(place.is_some_and(|place| place < SEEN));
        self.reciprocal += place.map_or(0.0, |place| 1.0 / number(place + 1));
        self.empty += usize::from(is_empty);
    }

    /// A count as a share of the queries.
    pub fn share(&self, count: usize) -> f32 {
        number(count) / number(self.queries).max(1.0)
    }

    /// The mean reciprocal rank.
    pub fn mrr(&self) -> f32 {
        self.reciprocal / number(self.queries).max(1.0)
    }
}

/// What the queries of a guide find, by their kinds.
#[derive(Clone, Debug, Default)]
pub struct Quality {
    /// The rates of each kind.
    pub kinds: BTreeMap<QueryKind, Rates>,
    /// The queries that do not find their card first, with its place.
    pub missed: Vec<(Query, Option<usize>)>,
}

impl Quality {
    /// The rates of all kinds together.
    pub fn all(&self) -> Rates {
        self.kinds.values().fold(Rates::default(), |all, rates| Rates {
            queries: all.queries + rates.queries,
            first: all.first + rates.first,
            in_three: all.in_three + rates.in_three,
            reciprocal: all.reciprocal + rates.reciprocal,
            empty: all.empty + rates.empty,
        })
    }
}

/// Asks all queries of a guide.
pub fn quality(guide: &Guide, index: &Index) -> Quality {
    let mut quality = Quality::default();
    for query in &guide.queries {
        let (place, is_empty) = place(index, &query.text, &query.topic);
        quality.kinds.entry(query.kind).or_default().count(place, is_empty);
        if place != Some(0) {
            quality.missed.push((query.clone(), place));
        }
    }
    quality
}

/// The place of the card among the cards that a text leads to, in the order in which they are shown, from 0; and
/// whether nothing was found.
pub fn place(index: &Index, text: &str, topic: &TopicId) -> (Option<usize>, bool) {
    let found = index.search(text, None);
    let mut topics: Vec<&TopicId> = Vec::new();
    for led in found.hits.iter().filter_map(|hit| hit.topic.as_ref()) {
        if !topics.contains(&led) {
            topics.push(led);
        }
    }
    (topics.iter().position(|led| *led == topic), found.is_guess)
}

fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
