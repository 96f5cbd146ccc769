//! What holds of the rules for every combination of answers: decided exactly, or said to be undecided.
//!
//! # How
//!
//! A combination gives each question an option or none. Every sign counts in a region of combinations: a set of
//! values for each of the few questions that it names. A score is a sum over regions, so “this reason comes first”
//! is a system of inequalities between such sums, one for each other reason, and a property is proven where no
//! combination answers the system that says its opposite. `solve` decides these systems by branch and bound.
//! Where its budget of steps runs out the property is *not proven*; nothing is ever sampled.
//!
//! An answer to a question that does not apply is set aside by the checker, so that combination is the same as the
//! one without the answer; only the latter is looked at, and both are counted.
//!
//! # What holds by construction
//!
//! - *The order of answering never matters, “not sure” is the same as no answer.* [`Answers`] is a map from question
//!   to option: it keeps no order, and “not sure” removes the entry. Weights are whole numbers and are added.
//! - *What is ruled out is never ranked.* `Checker::diagnose` puts each reason into one of two lists, by whether a
//!   sign that rules out holds, and reports a contradiction where a decisive sign holds as well. The proof asks the
//!   checker itself about a combination for every such sign, and for every pair of a decisive sign and one that
//!   rules out.
//! - *A sign for a reason never lowers it.* The signs of a reason are added up, and no sign touches another reason;
//!   so it is enough that every weight in favour is above zero, and every weight against below:
//!   `weigh.rs` does not compile otherwise.
//!
//! [`Answers`]: super::Answers

mod claims;
mod compare;
mod differ;
mod invariants;
mod parts;
mod report;
mod search;
mod solve;
mod space;
mod words;

pub use compare::{Change, Comparison, changes, promises};
pub use report::{Fault, Proof, ProofState, Property, Ruling};

use crate::content::model::Guide;

use super::weigh::Checker;
use differ::Asking;
use parts::Job;
use solve::{Found, Query, solve};
use space::{Rules, Space, Values};

/// The most steps of the solver for one question asked of the rules.
const STEPS: u64 = 200_000;

/// All that a proof looks at.
struct Case<'a> {
    guide: &'a Guide,
    checker: Checker,
    space: Space,
    rules: Rules,
}

/// Decides every property for every combination of answers. The same guide always gives the same proof.
pub fn prove(guide: &Guide) -> Proof {
    decide(guide, |_| true)
}

/// Decides only the invariants and situations of `rules.ron`: quicker by far, for trying a change out.
pub fn prove_invariants(guide: &Guide) -> Proof {
    decide(guide, |job| matches!(job, Job::Invariant { .. } | Job::Situation { .. }))
}

fn decide(guide: &Guide, is_wanted: impl Fn(&Job) -> bool) -> Proof {
    let space = Space::new(guide);
    let rules = Rules::new(&space, guide);
    let case = Case { guide, checker: Checker::new(guide), space, rules };
    let jobs: Vec<Job> = parts::jobs(&case).into_iter().filter(is_wanted).collect();
    let mut properties: Vec<Property> = Vec::new();
    for (job, faults) in jobs.iter().zip(run(&case, &jobs)) {
        let name = job.property(&case);
        match properties.last_mut().filter(|last| last.name == name) {
            Some(last) => {
                last.decided += 1;
                last.faults.extend(faults);
            }
            None => properties.push(Property { name, decided: 1, faults }),
        }
    }
    Proof { combinations: case.space.combinations(), edition: guide.manifest.edition, properties }
}

/// Does the jobs on all processors; the results come in the order of the jobs.
fn run(case: &Case<'_>, jobs: &[Job]) -> Vec<Vec<Fault>> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(jobs.len().max(1));
    let share = |worker: usize| {
        let mine = jobs.iter().enumerate().skip(worker).step_by(workers);
        mine.map(|(at, job)| (at, job.faults(case))).collect::<Vec<_>>()
    };
    let mut results: Vec<Vec<Fault>> = vec![Vec::new(); jobs.len()];
    std::thread::scope(|scope| {
        // The last share is done here. A share whose thread is not to be had is done here as well.
        let started: Vec<_> = (1..workers)
            .map(|worker| (worker, std::thread::Builder::new().spawn_scoped(scope, move || share(worker)).ok()))
            .collect();
        let mut done = share(0);
        for (worker, handle) in started {
            done.extend(handle.and_then(|handle| handle.join().ok()).unwrap_or_else(|| share(worker)));
        }
        for (at, faults) in done {
            results[at] = faults;
        }
    });
    results
}

impl Case<'_> {
    /// The smallest combination that answers one of the queries.
    fn smallest(queries: &[Query]) -> Found {
        let mut budget = STEPS;
        let mut asking = Asking { budget: &mut budget, most: u64::MAX, given_up: false };
        let found = queries.iter().find_map(|query| asking.ask(query.clone())).unwrap_or_else(|| asking.none());
        let mut budget = STEPS;
        with_fewest(found, |most| {
            let mut fewer = queries.iter().map(|query| solve(query.clone().with_answers(most), &mut budget));
            fewer.find(|fewer| matches!(fewer, Found::Yes(_))).unwrap_or(Found::No)
        })
    }

    /// The fault that the opposite of a property can be answered, in the writer's words.
    fn refute(&self, queries: &[Query]) -> Vec<Fault> {
        match Self::smallest(queries) {
            Found::No => Vec::new(),
            Found::Yes(point) => vec![self.counter_example(&point)],
            Found::GaveUp => vec![Fault::undecided("the budget of steps ran out")],
        }
    }

    /// The fault that nothing answers what something has to answer.
    fn need(found: &Found, what: impl FnOnce() -> String) -> Vec<Fault> {
        match found {
            Found::Yes(_) => Vec::new(),
            Found::No => vec![Fault { is_undecided: false, text: what(), answers: None }],
            Found::GaveUp => vec![Fault::undecided(what())],
        }
    }
}

/// The answer with the fewest questions answered, where asking with at most so many finds one.
fn with_fewest(found: Found, ask: impl FnMut(usize) -> Found) -> Found {
    let Found::Yes(point) = &found else { return found };
    (0..answered(point)).map(ask).find(|fewer| matches!(fewer, Found::Yes(_))).unwrap_or(found)
}

/// How many questions are answered.
fn answered(point: &[Values]) -> usize {
    point.iter().filter(|value| **value != space::NONE).count()
}
