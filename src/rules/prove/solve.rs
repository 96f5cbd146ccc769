//! Is there a combination of answers for which some sums of weighted regions are all at least zero?
//!
//! A search over the questions. At each step every sum has an upper bound: what is certain, and for each open
//! question the best that one of its values can add. A value with which some sum would stay below zero is taken
//! out, which lowers the bounds of the others; so most branches end at once. Values that lie in the same regions
//! are the same to all sums, and one of them stands for all. Nothing is sampled and nothing is rounded: `No` is
//! a proof, `Yes` comes with a combination that was put in.

use super::search::Search;
use super::space::{NONE, Region, Values};

/// A base and weights for regions. Where it is at least zero, the sum holds.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Sum {
    pub(super) base: i64,
    pub(super) terms: Vec<(Region, i64)>,
}

impl Sum {
    /// A sum without terms.
    pub(super) fn of(base: i64) -> Self {
        Self { base, terms: Vec::new() }
    }

    /// Adds a weight for a region.
    pub(super) fn add(&mut self, region: &Region, weight: i64) {
        self.terms.push((region.clone(), weight));
    }

    /// Makes equal regions one.
    fn tidy(mut self) -> Self {
        self.terms.sort_unstable();
        let mut terms: Vec<(Region, i64)> = Vec::new();
        for (region, weight) in self.terms {
            match terms.last_mut().filter(|last| last.0 == region) {
                Some(last) => last.1 += weight,
                None => terms.push((region, weight)),
            }
        }
        terms.retain(|term| term.1 != 0);
        Self { base: self.base, terms }
    }
}

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Query {
    /// The values that each question may have.
    pub(super) domains: Vec<Values>,
    /// It lies in none of these.
    pub(super) never: Vec<Region>,
    /// All of these hold.
    pub(super) sums: Vec<Sum>,
}

impl Query {
    /// It lies in this region. `false` where that leaves nothing.
    #[must_use]
    pub(super) fn within(mut self, region: &Region) -> Self {
        for (question, values) in region.parts() {
            if let Some(domain) = self.domains.get_mut(*question) {
                *domain &= values;
            }
        }
        self
    }

    /// At most so many questions are answered.
    #[must_use]
    pub(super) fn with_answers(mut self, most: usize) -> Self {
        let mut sum = Sum::of(i64::try_from(most).unwrap_or(i64::MAX));
        for (question, domain) in self.domains.iter().enumerate() {
            let mut answered = Region::default();
            answered.narrow(question, domain & !NONE);
            sum.add(&answered, -1);
        }
        self.sums.push(sum);
        self
    }
}

/// What came of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Found {
    /// This combination, one value for each question.
    Yes(Vec<Values>),
    /// There is none.
    No,
    /// The budget was used up.
    GaveUp,
}

/// Looks for a combination. `budget` is the number of steps that may be taken; what was taken is subtracted.
pub(super) fn solve(query: Query, budget: &mut u64) -> Found {
    let Query { domains, mut never, sums } = query;
    if domains.contains(&0) {
        return Found::No;
    }
    never.sort_unstable();
    never.dedup();
    let mut sums: Vec<Sum> = sums.into_iter().map(Sum::tidy).collect();
    sums.sort_unstable();
    sums.dedup();
    let mut search = Search::new(&domains, &never, &sums);
    let start = search.start();
    match search.go(start, budget) {
        Found::Yes(point) => Found::Yes(search.decode(&point)),
        found => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_that_is_used_up_is_no_proof() {
        let mut answered = Region::default();
        answered.narrow(0, 0b10);
        let mut sum = Sum::of(-1);
        sum.add(&answered, 1);
        let query = Query { domains: vec![0b11], never: Vec::new(), sums: vec![sum] };
        assert_eq!(solve(query.clone(), &mut 0), Found::GaveUp);
        assert_eq!(solve(query.clone(), &mut 9), Found::Yes(vec![0b10]));
        assert_eq!(solve(query.with_answers(0), &mut 9), Found::No);
    }
}
