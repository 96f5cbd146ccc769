//! What answers that are still open can lead to: an exact search that passes over what can't matter.
//!
//! A score is a sum over signs, and each sign looks at few questions. So for any set of answers still open a sum of
//! best cases, one for each question, is never below what any one of them gives. Where even that does not change what
//! is looked for, the whole set is done with; else it is split at the question that matters most.

use std::cmp::Reverse;

use crate::content::model::{Says, Weight};

use super::finding::Verdict;
use super::weigh::{Asked, Checker, Chosen, CompiledSign, POSSIBLE, Test, Weighed, bit, decibans, verdict};

/// So many sets of answers are looked at before the search gives up and says so: rules that are made to be hard
/// must not stop the window. The guide's own take a few hundred at most.
const MOST_SETS: usize = 20_000;

/// Lower than any sum: ruled out.
const OUT: i64 = -1_000_000_000_000;

/// What the checker shows first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shown {
    /// The answers can't all be true.
    Contradiction,
    /// Nothing stands out.
    Nothing,
    /// This reason.
    Reason(usize),
}

/// What is looked for. Answers that contradict each other are no way in which things can be, so they never count.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Aim {
    /// Anything but this reason is shown.
    Other(usize),
    /// A reason is shown.
    AnyReason,
    /// The answers do not contradict each other.
    Sound,
}

/// What the search found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Reach {
    /// These answers lead there.
    By(Chosen),
    /// None do.
    Never,
    /// There was too much to look at.
    Unsure,
}

/// What a question may be answered with; blank is no answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Span {
    options: u128,
    blank: bool,
}

impl Span {
    /// This answer, or none for 0.
    pub(super) fn only(answer: u128) -> Self {
        Self { options: answer, blank: answer == 0 }
    }

    /// Any answer or none.
    pub(super) fn any(asked: &Asked) -> Self {
        Self { options: (0..asked.options.len()).fold(0, |all, option| all | bit(option)), blank: true }
    }

    fn is_open(self) -> bool {
        self.options.count_ones() + u32::from(self.blank) > 1
    }

    /// Every answer it may have; 0 is none.
    fn answers(self) -> impl Iterator<Item = u128> {
        let mut left = self.options;
        let options = std::iter::from_fn(move || {
            let lowest = left & left.wrapping_neg();
            left ^= lowest;
            (lowest != 0).then_some(lowest)
        });
        self.blank.then_some(0).into_iter().chain(options)
    }
}

impl Test {
    fn may_hold(self, spans: &[Span]) -> bool {
        spans.get(self.question).is_some_and(|span| span.options & self.options != 0)
    }

    fn must_hold(self, spans: &[Span]) -> bool {
        let only_these = |span: &Span| !span.blank && span.options != 0 && span.options & !self.options == 0;
        spans.get(self.question).is_some_and(only_these)
    }
}

impl CompiledSign {
    fn may_hold(&self, spans: &[Span]) -> bool {
        self.when.iter().all(|test| test.may_hold(spans)) && !self.unless.iter().any(|test| test.must_hold(spans))
    }

    fn must_hold(&self, spans: &[Span]) -> bool {
        self.when.iter().all(|test| test.must_hold(spans)) && !self.unless.iter().any(|test| test.may_hold(spans))
    }

    fn questions(&self) -> impl Iterator<Item = usize> {
        self.when.iter().chain(&self.unless).map(|test| test.question)
    }
}

/// The most or the least that a sign adds.
fn extreme(sign: &CompiledSign, spans: &[Span], most: bool) -> i64 {
    let counts = |holds_if: bool| if holds_if { sign.may_hold(spans) } else { sign.must_hold(spans) };
    match decibans(sign.says) {
        None => i64::from(counts(!most)) * OUT,
        Some(weight) => i64::from(counts((weight > 0) == most)) * i64::from(weight),
    }
}

/// A bound for a score as a sum: a fixed part, and a part for each answer that each open question may have.
struct Bound {
    fixed: i64,
    open: Vec<Vec<(u128, i64)>>,
    /// For each question how much weight hangs on it together with another open one: there the bound is loose.
    tangled: Vec<i64>,
}

impl Bound {
    /// The most (or the least) that a reason's score can be. A sign that looks at several open questions is put down
    /// to the one with the most answers.
    fn new(reason: &Weighed, spans: &mut [Span], most: bool) -> Self {
        let mut fixed = i64::from(reason.prior);
        let mut tangled = vec![0; spans.len()];
        let mut open: Vec<Vec<(u128, i64)>> = spans
            .iter()
            .map(|span| if span.is_open() { span.answers().map(|answer| (answer, 0)).collect() } else { Vec::new() })
            .collect();
        for sign in &reason.signs {
            if !sign.may_hold(spans) {
                continue;
            }
            let size = |at: &usize| open.get(*at).map_or(0, Vec::len);
            let Some(at) = sign.questions().filter(|at| size(at) > 0).max_by_key(size) else {
                fixed += extreme(sign, spans, most);
                continue;
            };
            let others = sign.questions().filter(|other| *other != at && size(other) > 0).collect::<Vec<_>>();
            if !others.is_empty() {
                let weight = decibans(sign.says).map_or(100, |weight| i64::from(weight.abs()));
                for at in others.into_iter().chain([at]) {
                    if let Some(sum) = tangled.get_mut(at) {
                        *sum += weight;
                    }
                }
            }
            let (Some(span), Some(row)) = (spans.get(at).copied(), open.get_mut(at)) else { continue };
            for (answer, sum) in row {
                if let Some(span) = spans.get_mut(at) {
                    *span = Span::only(*answer);
                }
                *sum += extreme(sign, spans, most);
            }
            if let Some(changed) = spans.get_mut(at) {
                *changed = span;
            }
        }
        Self { fixed, open, tangled }
    }

    /// What another bound leaves of this one.
    fn less(&self, other: &Self) -> Self {
        let rows = self.open.iter().zip(&other.open);
        let open = rows.map(|(mine, theirs)| {
            mine.iter().zip(theirs).map(|((answer, mine), (_, theirs))| (*answer, mine - theirs)).collect()
        });
        let tangled = self.tangled.iter().zip(&other.tangled).map(|(mine, theirs)| mine + theirs).collect();
        Self { fixed: self.fixed - other.fixed, open: open.collect(), tangled }
    }

    fn negated(mut self) -> Self {
        self.fixed = -self.fixed;
        for (_, value) in self.open.iter_mut().flatten() {
            *value = -*value;
        }
        self
    }

    /// The most that the sum can be, with at most so many of the open questions answered.
    fn most(&self, given: &[Span], answers_left: usize) -> i64 {
        let mut sum = self.fixed;
        let mut gains = Vec::new();
        for (row, given) in self.open.iter().zip(given).filter(|(row, _)| !row.is_empty()) {
            let most = row.iter().map(|(_, value)| *value).max().unwrap_or_default();
            let blank = row.iter().find(|(answer, _)| *answer == 0).map(|(_, value)| *value);
            // A question that is answered already does not count against the limit.
            let least = blank.filter(|_| given.blank).unwrap_or(most);
            sum += least;
            gains.push(most - least);
        }
        gains.sort_unstable_by_key(|gain| Reverse(*gain));
        sum + gains.iter().take(answers_left).sum::<i64>()
    }

    /// The answer of an open question that makes the sum largest; none where it makes no difference.
    fn best(&self, at: usize) -> Option<u128> {
        let row = self.open.get(at)?;
        let most = row.iter().map(|(_, value)| *value).max()?;
        row.iter().find(|(_, value)| *value == most).map(|(answer, _)| *answer)
    }

    /// How much an open question can move the sum.
    fn sway(&self, at: usize) -> i64 {
        let row = self.open.get(at).map(Vec::as_slice).unwrap_or_default();
        let values = row.iter().map(|(_, value)| *value);
        values.clone().max().unwrap_or_default() - values.min().unwrap_or_default()
    }
}

/// A search for answers that lead to an aim.
struct Search<'a> {
    checker: &'a Checker,
    aim: Aim,
    /// The reason that is to come first; `None` where the one there is has to fall by itself.
    by: Option<usize>,
    sets_left: usize,
}

impl Checker {
    /// What is shown first, with these options chosen. The same as in [`Self::diagnose`].
    pub(super) fn shown_first(&self, chosen: &[u128]) -> Shown {
        let clashes = self.clashes.iter().any(|(tests, _)| tests.iter().all(|test| test.holds(chosen)));
        if clashes || self.reasons.iter().any(|reason| conflicts(reason, |sign| sign.holds(chosen))) {
            return Shown::Contradiction;
        }
        let Some((first, score)) = self.front(&self.standings(chosen)) else { return Shown::Nothing };
        let signs = self.reasons.get(first).map(|reason| reason.signs.as_slice()).unwrap_or_default();
        let has_because = signs.iter().any(|sign| matches!(sign.says, Says::For(_)) && sign.holds(chosen));
        if has_because && verdict(score) >= Verdict::Possible { Shown::Reason(first) } else { Shown::Nothing }
    }

    /// Looks for answers within these spans that lead to the aim, with at most so many open questions answered.
    ///
    /// Each reason that might come first is looked at by itself: together they would multiply.
    pub(super) fn reach(&self, spans: &[Span], aim: Aim, answers_left: usize) -> Reach {
        let alone = |at: usize| aim != Aim::Other(at) && aim != Aim::Sound;
        let mut ways: Vec<Option<usize>> = (0..self.reasons.len()).filter(|at| alone(*at)).map(Some).collect();
        if aim != Aim::AnyReason {
            ways.push(None);
        }
        let mut sets_left = MOST_SETS;
        // First a glance at each: most often one of them leads there at once.
        for most_sets in [1, MOST_SETS] {
            let mut unsure = Vec::new();
            for by in ways {
                let mut search = Search { checker: self, aim, by, sets_left: sets_left.min(most_sets) };
                match search.within(spans, answers_left) {
                    Reach::By(found) => return Reach::By(found),
                    Reach::Unsure => unsure.push(by),
                    Reach::Never => {}
                }
                if most_sets > 1 {
                    sets_left = search.sets_left;
                }
            }
            ways = unsure;
        }
        if ways.is_empty() { Reach::Never } else { Reach::Unsure }
    }

    /// Are these answers, given or not, what the aim asks for?
    pub(super) fn leads_to(&self, given: &Chosen, aim: Aim) -> bool {
        match (self.shown_first(&self.set_aside(given.clone())), aim) {
            (Shown::Contradiction, _) => false,
            (_, Aim::Sound) => true,
            (shown, Aim::AnyReason) => shown != Shown::Nothing,
            (shown, Aim::Other(reason)) => shown != Shown::Reason(reason),
        }
    }

    /// What counts of each question, where one that does not apply counts as blank.
    fn counting(&self, given: &[Span]) -> Vec<Span> {
        let maybe_blank =
            |(asked, span): (&Asked, &Span)| Span { blank: span.blank || !asked.ask_when.is_empty(), ..*span };
        let loose: Vec<Span> = self.questions.iter().zip(given).map(maybe_blank).collect();
        let tight = self.questions.iter().zip(given).zip(&loose).map(|((asked, given), counting)| {
            if asked.ask_when.iter().any(|test| !test.may_hold(&loose)) {
                Span::only(0)
            } else if asked.ask_when.iter().all(|test| test.must_hold(&loose)) {
                *given
            } else {
                *counting
            }
        });
        tight.collect()
    }
}

/// Is there proof of a reason that is ruled out as well?
fn conflicts(reason: &Weighed, holds: impl Fn(&CompiledSign) -> bool) -> bool {
    let says = |says: Says| reason.signs.iter().any(|sign| sign.says == says && holds(sign));
    says(Says::RulesOut) && says(Says::For(Weight::Decisive))
}

impl Search<'_> {
    fn within(&mut self, given: &[Span], answers_left: usize) -> Reach {
        let Some(sets_left) = self.sets_left.checked_sub(1) else { return Reach::Unsure };
        self.sets_left = sets_left;
        let mut counting = self.checker.counting(given);
        if self.must_contradict(&counting) {
            return Reach::Never;
        }
        let Some(bound) = self.bound(given, &mut counting, answers_left) else { return Reach::Never };
        let example = example(given, &bound, answers_left);
        if self.checker.leads_to(&example, self.aim) {
            return Reach::By(example);
        }
        let is_unspoken = self.by.is_none() && -bound.most(given, answers_left) >= i64::from(POSSIBLE);
        let unspoken = if is_unspoken { self.question_that_speaks(given, &counting) } else { None };
        let Some(at) = unspoken.or_else(|| self.question_to_split(given, &counting, &bound)) else {
            return Reach::Never;
        };
        let mut answers: Vec<u128> = given.get(at).map(|span| span.answers().collect()).unwrap_or_default();
        // First what looks best, so that an example is found soon.
        let best = bound.best(at);
        answers.sort_by_key(|answer| Some(*answer) != best);
        let mut unsure = false;
        for answer in answers {
            let may_be_blank = given.get(at).is_some_and(|span| span.blank);
            let Some(left) = answers_left.checked_sub(usize::from(may_be_blank && answer != 0)) else { continue };
            let mut part = given.to_vec();
            if let Some(span) = part.get_mut(at) {
                *span = Span::only(answer);
            }
            match self.within(&part, left) {
                Reach::By(found) => return Reach::By(found),
                Reach::Unsure => unsure = true,
                Reach::Never => {}
            }
        }
        if unsure { Reach::Unsure } else { Reach::Never }
    }

    /// Do all of these answers contradict each other?
    fn must_contradict(&self, spans: &[Span]) -> bool {
        let Checker { clashes, reasons, .. } = self.checker;
        clashes.iter().any(|(tests, _)| tests.iter().all(|test| test.must_hold(spans)))
            || reasons.iter().any(|reason| conflicts(reason, |sign| sign.must_hold(spans)))
    }

    /// How far these answers may get towards the aim; `None` where that is not far enough.
    fn bound(&self, given: &[Span], spans: &mut [Span], answers_left: usize) -> Option<Bound> {
        let reason = |at: usize| self.checker.reasons.get(at);
        let speaks = |sign: &CompiledSign| matches!(sign.says, Says::For(_));
        match (self.aim, self.by) {
            (Aim::Other(at), Some(rival)) => {
                let (first, other) = (reason(at)?, reason(rival)?);
                let ahead = Bound::new(other, spans, true).less(&Bound::new(first, spans, false));
                let most = ahead.most(given, answers_left);
                let wins_ties = (other.prior, Reverse(rival)) > (first.prior, Reverse(at));
                (most > 0 || (most == 0 && wins_ties)).then_some(ahead)
            }
            (Aim::Other(at), None) => {
                let first = reason(at)?;
                let behind = Bound::new(first, spans, false).negated();
                let stays = -behind.most(given, answers_left) >= i64::from(POSSIBLE)
                    && first.signs.iter().any(|sign| speaks(sign) && sign.must_hold(spans));
                (!stays).then_some(behind)
            }
            (Aim::AnyReason, by) => {
                let reason = reason(by?)?;
                let bound = Bound::new(reason, spans, true);
                let may_be_shown = bound.most(given, answers_left) >= i64::from(POSSIBLE)
                    && reason.signs.iter().any(|sign| speaks(sign) && sign.may_hold(spans));
                may_be_shown.then_some(bound)
            }
            (Aim::Sound, _) => {
                Some(Bound { fixed: 0, open: vec![Vec::new(); spans.len()], tangled: vec![0; spans.len()] })
            }
        }
    }

    /// The open question where the bound is loosest, or that moves it most, or else one that a contradiction may depend on, or any that
    /// something still depends on.
    fn question_to_split(&self, given: &[Span], counting: &[Span], bound: &Bound) -> Option<usize> {
        let open = || (0..given.len()).filter(|at| given.get(*at).is_some_and(|span| span.is_open()));
        let weight = |at: &usize| (bound.tangled.get(*at).copied().unwrap_or_default(), bound.sway(*at));
        let most = open().max_by_key(|at| (weight(at), Reverse(*at)));
        most.filter(|at| weight(at) > (0, 0))
            .or_else(|| open().find(|at| self.clashes_look_at(*at, counting)))
            .or_else(|| {
                open().find(|at| {
                    self.signs_look_at(*at, counting, |says| {
                        matches!(says, Says::RulesOut | Says::For(Weight::Decisive))
                    })
                })
            })
            .or_else(|| open().find(|at| self.signs_look_at(*at, counting, |_| true)))
    }

    /// Where the first reason scores enough: an open question that decides whether anything speaks for it.
    fn question_that_speaks(&self, given: &[Span], counting: &[Span]) -> Option<usize> {
        let Aim::Other(at) = self.aim else { return None };
        let speaking = |sign: &&CompiledSign| matches!(sign.says, Says::For(_)) && sign.may_hold(counting);
        let signs = self.checker.reasons.get(at)?.signs.iter().filter(speaking);
        let strongest = signs.max_by_key(|sign| decibans(sign.says))?;
        strongest.questions().find(|at| given.get(*at).is_some_and(|span| span.is_open()))
    }

    /// Is there a clash, or a question's own condition, that is not decided yet and looks at this question?
    fn clashes_look_at(&self, at: usize, spans: &[Span]) -> bool {
        let open = |tests: &[Test]| {
            tests.iter().any(|test| test.question == at) && tests.iter().all(|test| test.may_hold(spans))
        };
        let Checker { questions, clashes, .. } = self.checker;
        clashes.iter().any(|(tests, _)| open(tests)) || questions.iter().any(|asked| open(&asked.ask_when))
    }

    /// Is there such a sign that is not decided yet and looks at this question?
    fn signs_look_at(&self, at: usize, spans: &[Span], such: impl Fn(Says) -> bool) -> bool {
        let mut signs = self.checker.reasons.iter().flat_map(|reason| &reason.signs);
        signs.any(|sign| {
            such(sign.says)
                && sign.questions().any(|question| question == at)
                && sign.may_hold(spans)
                && !sign.must_hold(spans)
        })
    }
}

/// The answers that are best for the bound, within what may be answered.
fn example(given: &[Span], bound: &Bound, answers_left: usize) -> Chosen {
    let mut gains: Vec<(i64, usize)> = Vec::new();
    let mut example: Chosen = Vec::with_capacity(given.len());
    for (at, span) in given.iter().enumerate() {
        let fallback = if span.blank { 0 } else { span.answers().next().unwrap_or_default() };
        let best = bound.best(at).filter(|best| span.answers().any(|answer| answer == *best)).unwrap_or(fallback);
        if span.blank && best != 0 {
            gains.push((bound.sway(at), at));
        }
        example.push(best);
    }
    gains.sort_unstable_by_key(|(gain, at)| (Reverse(*gain), *at));
    for (_, at) in gains.into_iter().skip(answers_left) {
        if let Some(answer) = example.get_mut(at) {
            *answer = 0;
        }
    }
    example
}
