//! Do two rule books over the same questions ever show a reader something else? Decided exactly.

use crate::content::model::Guide;

use super::super::answers::Answers;
use super::STEPS;
use super::differ::Pair;
use super::solve::Found;
use super::space::{Rules, Space};

/// What came of a comparison.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Comparison {
    /// For every combination of answers the same reason comes first, with the same word and outcome.
    Equal,
    /// Not for these answers.
    Differ(Answers),
    /// The budget of steps ran out.
    Undecided,
}

/// Compares the rules of two guides with the same questions and reasons.
pub fn compare(one: &Guide, other: &Guide) -> Comparison {
    let space = Space::new(one);
    let (here, there) = (Rules::new(&space, one), Rules::new(&space, other));
    match (Pair { one: &here, other: &there }).differ(&space.query(), &mut (STEPS * 10)) {
        Found::No => Comparison::Equal,
        Found::Yes(point) => Comparison::Differ(space.answers(&point)),
        Found::GaveUp => Comparison::Undecided,
    }
}
