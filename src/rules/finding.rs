//! What the checker makes of the answers.

use crate::content::model::TopicId;
pub use crate::content::model::Verdict;

/// What the checker makes of a set of answers.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Finding {
    /// Is there something to go by?
    pub outcome: Outcome,
    /// Every reason that is not ruled out, likeliest first.
    pub ranked: Vec<Ranked>,
    /// What can't be the reason, in the order of `rules.ron`.
    pub ruled_out: Vec<RuledOut>,
}

/// Is there something to go by?
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// The first reason has something that speaks for it.
    Found,
    /// Nothing stands out.
    Unknown,
    /// The answers can't all be true. The texts say which ones disagree.
    Contradiction(Vec<String>),
}

/// A reason that may be the right one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ranked {
    /// The card that helps.
    pub topic: TopicId,
    /// The weight of evidence in decibans: ten times the common logarithm of the odds.
    pub score: i32,
    /// The score in a word.
    pub verdict: Verdict,
    /// What speaks for it, strongest first.
    pub because: Vec<String>,
    /// What speaks against it, strongest first.
    pub against: Vec<String>,
}

impl Ranked {
    /// How long to draw its bar, from 0 to 1: grows with the score. A picture of the order, not a probability.
    pub fn bar(&self) -> f32 {
        // The logistic curve at half its steepness, so that the bars of the front runners still differ.
        let score = f32::from(i16::try_from(self.score.clamp(-999, 999)).unwrap_or_default());
        1.0 / (1.0 + 10.0_f32.powf(-score / 20.0))
    }
}

/// A reason that can't be the right one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RuledOut {
    /// Its card.
    pub topic: TopicId,
    /// The answers that rule it out.
    pub because: Vec<String>,
}
