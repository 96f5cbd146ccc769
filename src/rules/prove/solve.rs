//! Is there a combination of answers for which some sums of weighted regions are all at least zero?
//!
//! A search over the questions. At each step every sum has an upper bound: what is certain, and for each open
//! question the best that one of its values can add. A value with which some sum would stay below zero is taken
//! out, which lowers the bounds of the others; so most branches end at once. Values that lie in the same regions
//! are the same to all sums, and one of them stands for all. Nothing is sampled and nothing is rounded: `No` is
//! a proof, `Yes` comes with a combination that was put in.

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
    let mut search = Search::new(domains, &never, &sums);
    let mut start = search.start.clone();
    match search.go(&mut start, budget) {
        Some(Some(point)) => Found::Yes(search.decode(&point)),
        Some(None) => Found::No,
        None => Found::GaveUp,
    }
}

/// A term, or a region to keep out of: where its parts begin and end, and its weight.
#[derive(Clone, Copy)]
struct Term {
    start: usize,
    end: usize,
    weight: i64,
}

/// The query with values that make no difference thrown together and numbered anew.
struct Search {
    /// For each question its first cell in a table, and its classes of values by their lowest bit.
    first_cell: Vec<usize>,
    classes: Vec<Vec<Values>>,
    parts: Vec<(usize, Values)>,
    never: Vec<Term>,
    sums: Vec<(i64, Vec<Term>)>,
    start: Vec<Values>,
    tables: Vec<Vec<i64>>,
}

/// How a sum stands: the most it can be, and whether that is what it is.
#[derive(Clone, Copy, Default)]
struct Bound {
    most: i64,
    /// A question that some term and others as well still wait for.
    tangled: Option<usize>,
}

impl Search {
    fn new(domains: Vec<Values>, never: &[Region], sums: &[Sum]) -> Self {
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
            start: classes.iter().map(|split| Values::MAX >> (128 - split.len())).collect(),
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

    fn decode(&self, point: &[Values]) -> Vec<Values> {
        let class = |(values, split): (&Values, &Vec<Values>)| {
            split.get(values.trailing_zeros() as usize).map_or(NONE, |class| class & class.wrapping_neg())
        };
        point.iter().zip(&self.classes).map(class).collect()
    }

    /// How a term stands: `Some(None)` where it counts, `Some(Some(part))` where it waits for some questions, of
    /// which this is the first, and how many they are; `None` where it can't count.
    fn state(&self, term: Term, domains: &[Values]) -> Option<Option<((usize, Values), usize)>> {
        let mut open = None;
        for part in &self.parts[term.start..term.end] {
            let domain = domains[part.0];
            if domain & part.1 == 0 {
                return None;
            }
            if domain & !part.1 != 0 {
                open = Some(open.map_or((*part, 1), |(first, count)| (first, count + 1)));
            }
        }
        Some(open)
    }

    /// Takes out the values that can't be. `None` where nothing is left.
    fn narrow(&mut self, domains: &mut [Values], bounds: &mut [Bound]) -> Option<()> {
        loop {
            let mut changed = false;
            for at in 0..self.never.len() {
                match self.state(self.never[at], domains) {
                    Some(None) => return None,
                    Some(Some(((question, values), 1))) => {
                        domains[question] &= !values;
                        changed = true;
                    }
                    _ => {}
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
                None => {}
                Some(None) => bound.most += term.weight,
                Some(Some(((question, values), open))) => {
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
        for question in 0..domains.len() {
            bound.most += self.best(&table, question, domains[question]);
        }
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

    /// `None` where the budget is used up.
    #[expect(clippy::option_option, reason = "no answer, and the answer that there is none")]
    fn go(&mut self, domains: &mut Vec<Values>, budget: &mut u64) -> Option<Option<Vec<Values>>> {
        let Some(left) = budget.checked_sub(1) else { return None };
        *budget = left;
        let mut bounds = vec![Bound::default(); self.sums.len()];
        if self.narrow(domains, &mut bounds).is_none() {
            return Some(None);
        }
        let guess = self.guess(domains, &bounds);
        if self.holds(&guess) {
            return Some(Some(guess));
        }
        let Some((question, at)) = self.choose(domains, &bounds) else { return Some(None) };
        let first = self.first_cell[question];
        let mut values: Vec<usize> =
            (0..self.classes[question].len()).filter(|value| domains[question] >> value & 1 != 0).collect();
        if let Some(table) = at.and_then(|at| self.tables.get(at)) {
            values.sort_by_key(|value| std::cmp::Reverse(table[first + value]));
        }
        for value in values {
            let mut next = domains.clone();
            next[question] = 1 << value;
            match self.go(&mut next, budget) {
                Some(None) => {}
                done => return done,
            }
        }
        Some(None)
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
        let inside = |term: &Term| self.state(*term, point) == Some(None);
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
