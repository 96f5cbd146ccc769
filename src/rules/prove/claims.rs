//! What can be asked of the rules, as queries: who is in front, and how it is called.

use crate::content::model::{Says, Verdict};

use super::super::weigh::least_score;
use super::solve::{Query, Sum};
use super::space::{Region, Rules, Space};

/// More than all weights of a guide together: what is ruled out lies behind everything else.
const OUT: i64 = 1 << 32;

impl Space {
    /// All combinations of answers.
    pub(super) fn query(&self) -> Query {
        Query { domains: self.everything(), never: self.set_aside.clone(), sums: Vec::new() }
    }
}

impl Query {
    #[must_use]
    pub(super) fn and(mut self, sum: Sum) -> Self {
        self.sums.push(sum);
        self
    }

    #[must_use]
    pub(super) fn never<'a>(mut self, regions: impl IntoIterator<Item = &'a Region>) -> Self {
        self.never.extend(regions.into_iter().cloned());
        self
    }
}

impl Sum {
    /// Both together: holds where both hold.
    pub(super) fn plus(&self, other: &Self) -> Self {
        let terms = self.terms.iter().chain(&other.terms).cloned().collect();
        Self { base: self.base + other.base, terms }
    }

    /// Adds a cause's score, times a sign. What rules it out adds nothing.
    fn score(mut self, rules: &Rules, cause: usize, sign: i64) -> Self {
        let cause = &rules.causes[cause];
        self.base += cause.prior * sign;
        for effect in &cause.effects {
            if let (Some(region), Some(weight)) = (&effect.region, effect.weight()) {
                self.add(region, weight * sign);
            }
        }
        self
    }
}

impl Rules {
    /// The one lies before the other, if it is not ruled out itself. The same order as in `weigh.rs`.
    pub(super) fn beats(&self, one: usize, other: usize) -> Sum {
        let place = |cause: usize| (self.causes[cause].prior, std::cmp::Reverse(cause));
        let needed = i64::from(place(one) < place(other));
        let mut sum = Sum::of(-needed).score(self, one, 1).score(self, other, -1);
        for out in self.causes[other].out() {
            sum.add(out, OUT);
        }
        sum
    }

    /// It is in front of all others.
    pub(super) fn lead(&self, cause: usize, query: Query) -> Query {
        let others = (0..self.causes.len()).filter(|other| *other != cause);
        let query = query.never(self.causes[cause].out());
        others.fold(query, |query, other| query.and(self.beats(cause, other)))
    }

    /// Its score is at least so much.
    pub(super) fn at_least(&self, cause: usize, score: i64) -> Sum {
        Sum::of(-score).score(self, cause, 1)
    }

    /// Its score is below that.
    pub(super) fn below(&self, cause: usize, score: i64) -> Sum {
        Sum::of(score - 1).score(self, cause, -1)
    }

    /// Something speaks for it.
    pub(super) fn has_because(&self, cause: usize) -> Sum {
        Self::some_hold(self.causes[cause].regions(|says| matches!(says, Says::For(_))))
    }

    /// Where something speaks for it.
    pub(super) fn because(&self, cause: usize) -> impl Iterator<Item = &Region> {
        self.causes[cause].regions(|says| matches!(says, Says::For(_)))
    }

    /// It is ruled out.
    pub(super) fn is_out(&self, cause: usize) -> Sum {
        Self::some_hold(self.causes[cause].out())
    }

    fn some_hold<'a>(regions: impl Iterator<Item = &'a Region>) -> Sum {
        let mut sum = Sum::of(-1);
        regions.for_each(|region| sum.add(region, 1));
        sum
    }

    /// It is in front, and the outcome is found.
    pub(super) fn found(&self, cause: usize, query: Query) -> Query {
        let query = self.lead(cause, query).and(self.has_because(cause));
        query.and(self.at_least(cause, least_score(Verdict::Possible))).never(&self.contradictions())
    }

    /// The ways in which nothing stands out: nothing is left, or what is in front has too little for it.
    pub(super) fn unknown(&self, query: &Query) -> Vec<Query> {
        let query = query.clone().never(&self.contradictions());
        let mut cases: Vec<Query> = (0..self.causes.len())
            .flat_map(|cause| {
                let lead = self.lead(cause, query.clone());
                let weak = lead.clone().and(self.below(cause, least_score(Verdict::Possible)));
                [lead.never(self.because(cause)), weak]
            })
            .collect();
        cases.push((0..self.causes.len()).fold(query, |query, cause| query.and(self.is_out(cause))));
        cases
    }
}

/// The scores at which the word for a reason changes.
pub(super) fn steps() -> [i64; 3] {
    [Verdict::Possible, Verdict::Likely, Verdict::VeryLikely].map(least_score)
}
