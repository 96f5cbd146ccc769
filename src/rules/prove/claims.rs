//! What can be asked of the rules, as queries: who is in front, how it is called, where two rule books differ.

use crate::content::model::{Says, Verdict};

use super::super::weigh::least_score;
use super::solve::{Found, Query, Sum, solve};
use super::space::{Region, Rules, Space};

/// More than all weights of a guide together: what is ruled out lies behind everything else.
const OUT: i64 = 1 << 32;

/// What a query may take at first, where many are asked and one answer is enough.
const FEW_STEPS: u64 = 300;

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
    fn plus(&self, other: &Self) -> Self {
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
        self.some_hold(self.causes[cause].regions(|says| matches!(says, Says::For(_))))
    }

    /// Where something speaks for it.
    pub(super) fn because(&self, cause: usize) -> impl Iterator<Item = &Region> {
        self.causes[cause].regions(|says| matches!(says, Says::For(_)))
    }

    /// It is ruled out.
    pub(super) fn is_out(&self, cause: usize) -> Sum {
        self.some_hold(self.causes[cause].out())
    }

    fn some_hold<'a>(&self, regions: impl Iterator<Item = &'a Region>) -> Sum {
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

/// Several queries one after the other, with one budget.
pub(super) struct Asking<'a> {
    pub(super) budget: &'a mut u64,
    /// The most steps for each.
    pub(super) most: u64,
    pub(super) given_up: bool,
}

impl Asking<'_> {
    /// The combination that answers the query.
    pub(super) fn ask(&mut self, query: Query) -> Option<Found> {
        let share = self.most.min(*self.budget);
        let mut left = share;
        let found = solve(query, &mut left);
        *self.budget -= share - left;
        self.given_up |= found == Found::GaveUp;
        matches!(found, Found::Yes(_)).then_some(found)
    }

    /// What came of it where no query was answered.
    pub(super) fn none(&self) -> Found {
        if self.given_up { Found::GaveUp } else { Found::No }
    }
}

/// Two rule books over the same questions, to be compared within a query.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) one: &'a Rules,
    pub(super) other: &'a Rules,
}

impl Pair<'_> {
    /// A combination for which the reader is shown another first reason, another word for it, or another outcome.
    pub(super) fn differ(self, within: &Query, budget: &mut u64) -> Found {
        // Most rule books that differ at all do so for something that is found at once.
        match self.differ_within(within, budget, FEW_STEPS) {
            Found::GaveUp => self.differ_within(within, budget, u64::MAX),
            found => found,
        }
    }

    /// The same, with so many steps for each query at most.
    fn differ_within(self, within: &Query, budget: &mut u64, most: u64) -> Found {
        let Self { one, other } = self;
        let causes = one.causes.len();
        let changed: Vec<bool> = (0..causes).map(|cause| one.causes[cause] != other.causes[cause]).collect();
        let (here, there) = (one.contradictions(), other.contradictions());
        let mut asking = Asking { budget, most, given_up: false };
        for (some, none) in [(&here, &there), (&there, &here)] {
            for region in some.iter().filter(|region| !none.contains(region)) {
                if let Some(yes) = asking.ask(within.clone().within(region).never(none)) {
                    return yes;
                }
            }
        }
        let within = within.clone().never(&here).never(&there);
        for cause in (0..causes).filter(|cause| changed[*cause]) {
            for query in self.same_first(cause, &within) {
                if let Some(yes) = asking.ask(query) {
                    return yes;
                }
            }
        }
        for (first, then) in (0..causes).flat_map(|first| (0..causes).map(move |then| (first, then))) {
            if first != then
                && (changed[first] || changed[then])
                && let Some(yes) = asking.ask(self.overtakes(first, then, &within))
            {
                return yes;
            }
        }
        for cause in (0..causes).filter(|cause| changed[*cause]) {
            let gone = one.lead(cause, within.clone()).and(other.is_out(cause));
            let none_left = (0..causes).fold(within.clone(), |query, cause| query.and(one.is_out(cause)));
            for query in [gone, none_left.never(other.causes[cause].out())] {
                if let Some(yes) = asking.ask(query) {
                    return yes;
                }
            }
        }
        asking.none()
    }

    /// A combination without a contradiction for which the reason has another place or word, or is ruled out in one.
    pub(super) fn moves(self, cause: usize, within: &Query, budget: &mut u64) -> Found {
        let within = within.clone().never(&self.one.contradictions()).never(&self.other.contradictions());
        let mut queries = Vec::new();
        for (one, other) in [(self.one, self.other), (self.other, self.one)] {
            let left = within.clone().never(one.causes[cause].out());
            queries.push(left.clone().and(other.is_out(cause)));
            let left = left.never(other.causes[cause].out());
            for step in steps() {
                queries.push(left.clone().and(one.at_least(cause, step)).and(other.below(cause, step)));
            }
            for rival in (0..one.causes.len()).filter(|rival| *rival != cause) {
                let left = left.clone().never(one.causes[rival].out());
                queries.push(left.and(one.beats(cause, rival)).and(other.beats(rival, cause)));
            }
        }
        let mut asking = Asking { budget, most: u64::MAX, given_up: false };
        queries.into_iter().find_map(|query| asking.ask(query)).unwrap_or_else(|| asking.none())
    }

    /// It leads in both, but the word for it differs, or whether anything speaks for it.
    fn same_first(self, cause: usize, within: &Query) -> Vec<Query> {
        let Self { one, other } = self;
        let lead = other.lead(cause, one.lead(cause, within.clone()));
        let mut queries = Vec::new();
        for (high, low) in [(one, other), (other, one)] {
            for step in steps() {
                let (reaches, misses) = (high.at_least(cause, step), low.below(cause, step));
                let both = reaches.plus(&misses);
                queries.push(lead.clone().and(reaches).and(misses).and(both));
            }
            let possible = high.at_least(cause, least_score(Verdict::Possible));
            queries.push(lead.clone().and(high.has_because(cause)).and(possible).never(low.because(cause)));
        }
        queries
    }

    /// The first leads in the one, but lies behind the other in the other.
    fn overtakes(self, first: usize, then: usize, within: &Query) -> Query {
        let Self { one, other } = self;
        let overtaken = other.beats(then, first);
        // It follows from the two, and shows the solver at once how little may make the difference.
        let both = one.beats(first, then).plus(&overtaken);
        one.lead(first, within.clone()).never(other.causes[then].out()).and(overtaken).and(both)
    }
}
