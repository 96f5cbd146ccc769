//! The search itself: one step narrows the values down, guesses, and tries each value of one question.

use std::cmp::Reverse;

use super::solve::{Found, Sum};
use super::space::{NONE, Region, Values};

/// A term, or a region to keep out of: where its parts begin and end, and its weight.
#[derive(Clone, Copy)]
struct Term {
    start: usize,
    end: usize,
    weight: i64,
}

/// The query with values that make no difference thrown together and numbered anew.
pub(super) struct Search {
    /// For each question its first cell in a table, and its classes of values by their lowest bit.
    first_cell: Vec<usize>,
    classes: Vec<Vec<Values>>,
    parts: Vec<(usize, Values)>,
    never: Vec<Term>,
    sums: Vec<(i64, Vec<Term>)>,
    tables: Vec<Vec<i64>>,
}

/// How a term stands.
#[derive(Clone, Copy)]
enum State {
    Inside,
    Outside,
    /// It waits for so many questions, of which this is the first, with the values that it wants.
    Open {
        question: usize,
        values: Values,
        open: usize,
    },
}

/// How a sum stands: the most it can be, and whether that is what it is.
#[derive(Clone, Copy, Default)]
struct Bound {
    most: i64,
    /// A question that some term and others as well still wait for.
    tangled: Option<usize>,
}

impl Search {
    pub(super) fn new(domains: &[Values], never: &[Region], sums: &[Sum]) -> Self {
        let mut classes: Vec<Vec<Values>> = domains.iter().map(|domain| vec![*domain]).collect();
        let regions = || never.iter().chain(sums.iter().flat_map(|sum| sum.terms.iter().map(|term| &term.0)));
        for (question, values) in regions().flat_map(Region::parts) {
            let Some(split) = classes.get_mut(*question) else { continue };
            let halves = split.iter().flat_map(|class| [class & values, class & !values]);
            *split = halves.filter(|class| *class != 0).collect();
        }
        for split in &mut classes {
            split.sort_unstable_by_key(|class| class.trailing_zeros());
        }
        let mut first_cell = Vec::with_capacity(classes.len());
        let mut cells = 0;
        for split in &classes {
            first_cell.push(cells);
            cells += split.len();
        }
        let mut search = Self {
            first_cell,
            classes,
            parts: Vec::new(),
            never: Vec::new(),
            sums: Vec::new(),
            tables: vec![vec![0; cells]; sums.len()],
        };
        search.never = never.iter().map(|region| search.term(region, 0)).collect();
        for sum in sums {
            let terms = sum.terms.iter().map(|(region, weight)| search.term(region, *weight)).collect();
            search.sums.push((sum.base, terms));
        }
        search
    }

    fn term(&mut self, region: &Region, weight: i64) -> Term {
        let start = self.parts.len();
        for (question, values) in region.parts() {
            let Some(split) = self.classes.get(*question) else { continue };
            let inside = split.iter().enumerate().filter(|(_, class)| *class & values != 0);
            self.parts.push((*question, inside.fold(0, |all, (at, _)| all | 1 << at)));
        }
        Term { start, end: self.parts.len(), weight }
    }

    /// All values of all questions, in the numbers of the classes.
    pub(super) fn start(&self) -> Vec<Values> {
        self.classes.iter().map(|split| Values::MAX >> (128 - split.len())).collect()
    }

    /// A combination in the values of the questions: of each class the lowest.
    pub(super) fn decode(&self, point: &[Values]) -> Vec<Values> {
        let class = |(values, split): (&Values, &Vec<Values>)| {
            split.get(values.trailing_zeros() as usize).map_or(NONE, |class| class & class.wrapping_neg())
        };
        point.iter().zip(&self.classes).map(class).collect()
    }

    /// How a term stands with these values left.
    fn state(&self, term: Term, domains: &[Values]) -> State {
        let mut open = None;
        for part in &self.parts[term.start..term.end] {
            let domain = domains[part.0];
            if domain & part.1 == 0 {
                return State::Outside;
            }
            if domain & !part.1 != 0 {
                open = Some(open.map_or((*part, 1), |(first, count)| (first, count + 1)));
            }
        }
        open.map_or(State::Inside, |((question, values), open)| State::Open { question, values, open })
    }

    /// Takes out the values that can't be. `None` where nothing is left.
    fn narrow(&mut self, domains: &mut [Values], bounds: &mut [Bound]) -> Option<()> {
        loop {
            let mut changed = false;
            for at in 0..self.never.len() {
                match self.state(self.never[at], domains) {
                    State::Inside => return None,
                    State::Open { question, values, open: 1 } => {
                        domains[question] &= !values;
                        changed = true;
                    }
                    State::Open { .. } | State::Outside => {}
                }
            }
            for (at, bound) in bounds.iter_mut().enumerate() {
                *bound = self.bound(at, domains);
                if bound.most < 0 {
                    return None;
                }
                changed |= self.filter(at, bound.most, domains)?;
            }
            if !changed {
                return Some(());
            }
        }
    }

    /// The most that a sum can be, with its table filled.
    fn bound(&mut self, at: usize, domains: &[Values]) -> Bound {
        let mut table = std::mem::take(&mut self.tables[at]);
        table.fill(0);
        let (base, terms) = &self.sums[at];
        let mut bound = Bound { most: *base, tangled: None };
        for term in terms {
            match self.state(*term, domains) {
                State::Outside => {}
                State::Inside => bound.most += term.weight,
                State::Open { question, values, open } => {
                    if open > 1 {
                        bound.tangled = bound.tangled.or(Some(question));
                        // What may take something away may also not.
                        if term.weight < 0 {
                            continue;
                        }
                    }
                    let mut inside = values & domains[question];
                    while inside != 0 {
                        table[self.first_cell[question] + inside.trailing_zeros() as usize] += term.weight;
                        inside &= inside - 1;
                    }
                }
            }
        }
        bound.most +=
            domains.iter().enumerate().map(|(question, domain)| self.best(&table, question, *domain)).sum::<i64>();
        self.tables[at] = table;
        bound
    }

    /// The most that one of these values adds.
    fn best(&self, table: &[i64], question: usize, mut values: Values) -> i64 {
        let mut best = i64::MIN;
        while values != 0 {
            best = best.max(table[self.first_cell[question] + values.trailing_zeros() as usize]);
            values &= values - 1;
        }
        best
    }

    /// Takes out the values with which the sum would be below zero.
    fn filter(&self, at: usize, most: i64, domains: &mut [Values]) -> Option<bool> {
        let table = &self.tables[at];
        let mut changed = false;
        for (question, domain) in domains.iter_mut().enumerate() {
            if domain.is_power_of_two() {
                continue;
            }
            let rest = most - self.best(table, question, *domain);
            let mut values = *domain;
            while values != 0 {
                let value = values & values.wrapping_neg();
                values &= values - 1;
                if rest + table[self.first_cell[question] + value.trailing_zeros() as usize] < 0 {
                    *domain &= !value;
                    changed = true;
                }
            }
            if *domain == 0 {
                return None;
            }
        }
        Some(changed)
    }

    /// A combination of these values, in the numbers of the classes.
    pub(super) fn go(&mut self, mut domains: Vec<Values>, budget: &mut u64) -> Found {
        let Some(left) = budget.checked_sub(1) else { return Found::GaveUp };
        *budget = left;
        let mut bounds = vec![Bound::default(); self.sums.len()];
        if self.narrow(&mut domains, &mut bounds).is_none() {
            return Found::No;
        }
        let guess = self.guess(&domains, &bounds);
        if self.holds(&guess) {
            return Found::Yes(guess);
        }
        let Some((question, at)) = self.choose(&domains, &bounds) else { return Found::No };
        let first = self.first_cell[question];
        let mut values: Vec<usize> =
            (0..self.classes[question].len()).filter(|value| domains[question] >> value & 1 != 0).collect();
        if let Some(table) = at.and_then(|at| self.tables.get(at)) {
            values.sort_by_key(|value| Reverse(table[first + value]));
        }
        for value in values {
            let mut next = domains.clone();
            next[question] = 1 << value;
            match self.go(next, budget) {
                Found::No => {}
                found => return found,
            }
        }
        Found::No
    }

    /// For each question the value that is best for the sum with the least room.
    fn guess(&self, domains: &[Values], bounds: &[Bound]) -> Vec<Values> {
        let tightest = (0..bounds.len()).min_by_key(|at| bounds[*at].most).and_then(|at| self.tables.get(at));
        let pick = |(question, domain): (usize, &Values)| {
            let mut values = *domain;
            let mut best: Option<(i64, Values)> = None;
            while values != 0 {
                let value = values & values.wrapping_neg();
                values &= values - 1;
                let cell = self.first_cell[question] + value.trailing_zeros() as usize;
                let adds = tightest.and_then(|table| table.get(cell)).copied().unwrap_or_default();
                if best.is_none_or(|(most, _)| adds > most) {
                    best = Some((adds, value));
                }
            }
            best.map_or(0, |(_, value)| value)
        };
        domains.iter().enumerate().map(pick).collect()
    }

    /// Does the combination answer the query?
    fn holds(&self, point: &[Values]) -> bool {
        let inside = |term: &Term| matches!(self.state(*term, point), State::Inside);
        let sum = |(base, terms): &(i64, Vec<Term>)| {
            base + terms.iter().filter(|term| inside(term)).map(|term| term.weight).sum::<i64>()
        };
        !self.never.iter().any(inside) && self.sums.iter().all(|terms| sum(terms) >= 0)
    }

    /// The question to try all values of: one that the tightest sum hangs on most; with the sum.
    fn choose(&self, domains: &[Values], bounds: &[Bound]) -> Option<(usize, Option<usize>)> {
        let mut order: Vec<usize> = (0..bounds.len()).collect();
        order.sort_by_key(|at| bounds[*at].most);
        for at in order {
            if let Some(question) = bounds[at].tangled {
                return Some((question, Some(at)));
            }
            let spread = |question: usize| {
                let first = self.first_cell[question];
                let cells = (0..self.classes[question].len()).filter(|value| domains[question] >> value & 1 != 0);
                let adds = cells.map(|value| self.tables[at][first + value]);
                adds.clone().max().unwrap_or_default() - adds.min().unwrap_or_default()
            };
            let widest = (0..domains.len()).map(|question| (spread(question), question)).max_by_key(|found| found.0);
            if let Some((1.., question)) = widest {
                return Some((question, Some(at)));
            }
        }
        let open = domains.iter().position(|domain| !domain.is_power_of_two())?;
        Some((open, None))
    }
}
