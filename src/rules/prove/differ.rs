//! Where two rule books show something else, as queries.

use crate::content::model::Verdict;

use super::super::weigh::least_score;
use super::claims::steps;
use super::solve::{Found, Query, solve};
use super::space::Rules;

/// What a query may take at first, where many are asked and one answer is enough.
const FEW_STEPS: u64 = 300;

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

#[cfg(test)]
mod tests {
    use super::super::solve::Sum;
    use super::super::space::Region;
    use super::*;

    /// Answered by the second value of the only question.
    fn query() -> Query {
        let mut answered = Region::default();
        answered.narrow(0, 0b10);
        let mut sum = Sum::of(-1);
        sum.add(&answered, 1);
        Query { domains: vec![0b11], never: Vec::new(), sums: vec![sum] }
    }

    #[test]
    fn what_a_query_takes_is_taken_off_the_budget() {
        let mut left = 9;
        solve(query(), &mut left);
        let taken = 9 - left;
        assert!(taken > 0);
        let mut budget = 20;
        let mut asking = Asking { budget: &mut budget, most: 9, given_up: false };
        for asked in 1..=2 {
            assert_eq!(asking.ask(query()), Some(Found::Yes(vec![0b10])));
            assert_eq!(*asking.budget, 20 - asked * taken);
        }
    }

    #[test]
    fn one_query_that_is_given_up_leaves_it_open_whatever_the_others_say() {
        let mut budget = 20;
        let mut asking = Asking { budget: &mut budget, most: 9, given_up: false };
        assert_eq!(asking.ask(query().with_answers(0)), None);
        assert_eq!(asking.none(), Found::No);
        asking.most = 0;
        assert_eq!(asking.ask(query()), None);
        asking.most = 9;
        assert_eq!(asking.ask(query().with_answers(0)), None);
        assert_eq!(asking.none(), Found::GaveUp);
    }
}
