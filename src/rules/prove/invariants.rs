//! The invariants and situations of `rules.ron`: for each what would break it, as queries.

use crate::content::model::{Invariant, OutcomeKind, Situation, TopicId, Verdict};

use super::super::finding::{Finding, Outcome, Ranked};
use super::super::weigh::least_score;
use super::report::Fault;
use super::solve::{Found, Query, solve};
use super::space::NONE;
use super::words::title;
use super::{Case, STEPS};

impl Case<'_> {
    /// The smallest combination that breaks the invariant.
    pub(super) fn breaks(&self, invariant: &Invariant) -> Vec<Fault> {
        let Some(scope) = self.scope(invariant).filter(|scope| self.applies_somewhere(invariant, scope)) else {
            let text = "it never applies: no answers lead here, or only such that contradict each other".to_owned();
            return vec![Fault { is_undecided: false, text, answers: None }];
        };
        let mut faults = self.refute(&self.breaches(invariant, &scope));
        for fault in &mut faults {
            if let Some(answers) = &fault.answers {
                let wanted = self.wanted(invariant, &self.checker.diagnose(answers));
                fault.text = format!("{}. Wanted: {wanted}", fault.text);
            }
        }
        faults
    }

    /// Where answers contradict each other an invariant asks for nothing, except of the outcome itself.
    fn applies_somewhere(&self, invariant: &Invariant, scope: &Query) -> bool {
        let speaks_of_contradictions = invariant.outcome.is_some() || invariant.never_outcome.is_some();
        let asked_of =
            if speaks_of_contradictions { scope.clone() } else { scope.clone().never(&self.rules.contradictions()) };
        solve(asked_of, &mut STEPS.clone()) != Found::No
    }

    /// What the invariant asks for and the finding does not give.
    fn wanted(&self, invariant: &Invariant, finding: &Finding) -> String {
        let name = |topic: &TopicId| title(self.guide, topic);
        let names = |topics: &[TopicId]| topics.iter().map(name).collect::<Vec<_>>().join(" or ");
        let first = finding.ranked.first();
        let mut wanted = Vec::new();
        let is_first = first.is_some_and(|first| invariant.first.contains(&first.topic));
        if !(invariant.first.is_empty() || is_first && finding.outcome == Outcome::Found) {
            wanted.push(format!("{} comes first", names(&invariant.first)));
        }
        if first.is_some_and(|first| invariant.never_first.contains(&first.topic)) {
            wanted.push(format!("{} never comes first", names(&invariant.never_first)));
        }
        let shown =
            |ranked: &&Ranked| invariant.never_shown.contains(&ranked.topic) && ranked.verdict >= Verdict::Possible;
        wanted.extend(finding.ranked.iter().filter(shown).map(|ranked| {
            format!("{} is ruled out or unlikely, not {}", name(&ranked.topic), ranked.verdict.as_str())
        }));
        if let Some(least) = invariant.at_least.filter(|least| first.is_some_and(|first| first.verdict < *least)) {
            wanted.push(format!("what comes first is at least {}", least.as_str()));
        }
        let most = invariant.at_most.filter(|most| finding.ranked.iter().any(|ranked| ranked.verdict > *most));
        wanted.extend(most.map(|most| format!("nothing is more than {}", most.as_str())));
        wanted.extend(invariant.outcome.map(|outcome| format!("the outcome is {outcome:?}")));
        wanted.extend(invariant.never_outcome.map(|outcome| format!("the outcome is not {outcome:?}")));
        wanted.join("; ")
    }

    /// What comes of the situation instead of what has to.
    pub(super) fn goes_wrong(&self, situation: &Situation) -> Vec<Fault> {
        let mut faults = self.breaks(&situation.as_invariant());
        for fault in &mut faults {
            fault.text = format!("{}: {}", situation.name, fault.text);
        }
        faults
    }

    /// Where the invariant has to hold; `None` where that is nowhere.
    fn scope(&self, invariant: &Invariant) -> Option<Query> {
        let region = self.space.region(&invariant.when, &invariant.unless)?;
        let mut scope = self.space.query().within(&region);
        if invariant.nothing_else {
            for (question, domain) in scope.domains.iter_mut().enumerate() {
                let is_named = invariant.when.iter().any(|condition| condition.0 == self.space.questions[question].0);
                *domain &= if is_named { *domain } else { NONE };
            }
        }
        Some(scope)
    }

    fn breaches(&self, invariant: &Invariant, scope: &Query) -> Vec<Query> {
        let rules = &self.rules;
        let contradictions = rules.contradictions();
        let quiet = scope.clone().never(&contradictions);
        let reasons = || 0..rules.causes.len();
        let mut breaches = Vec::new();
        if !invariant.first.is_empty() {
            let others = reasons().filter(|reason| !self.is_one_of(*reason, &invariant.first));
            breaches.extend(others.map(|reason| rules.lead(reason, quiet.clone())));
            breaches.extend(rules.unknown(&quiet));
        }
        let never = reasons().filter(|reason| self.is_one_of(*reason, &invariant.never_first));
        breaches.extend(never.map(|reason| rules.lead(reason, quiet.clone())));
        for reason in reasons().filter(|reason| self.is_one_of(*reason, &invariant.never_shown)) {
            let shown = quiet.clone().never(rules.causes[reason].out());
            breaches.push(shown.and(rules.at_least(reason, least_score(Verdict::Possible))));
        }
        if let Some(least) = invariant.at_least {
            let low = |reason| rules.lead(reason, quiet.clone()).and(rules.below(reason, least_score(least)));
            breaches.extend(reasons().map(low));
        }
        if let Some(above) = invariant.at_most.and_then(likelier) {
            for reason in reasons() {
                let alive = quiet.clone().never(rules.causes[reason].out());
                breaches.push(alive.and(rules.at_least(reason, least_score(above))));
            }
        }
        let kinds = [OutcomeKind::Found, OutcomeKind::Unknown, OutcomeKind::Contradiction];
        let is_wrong = |kind: &OutcomeKind| {
            invariant.outcome.is_some_and(|wanted| wanted != *kind) || invariant.never_outcome == Some(*kind)
        };
        for kind in kinds.into_iter().filter(is_wrong) {
            match kind {
                OutcomeKind::Found => breaches.extend(reasons().map(|reason| rules.found(reason, quiet.clone()))),
                OutcomeKind::Unknown => breaches.extend(rules.unknown(&quiet)),
                OutcomeKind::Contradiction => {
                    breaches.extend(contradictions.iter().map(|region| scope.clone().within(region)));
                }
            }
        }
        breaches
    }

    fn is_one_of(&self, reason: usize, topics: &[TopicId]) -> bool {
        self.guide.rules.reasons.get(reason).is_some_and(|reason| topics.contains(&reason.topic))
    }
}

/// The next likelier word.
fn likelier(verdict: Verdict) -> Option<Verdict> {
    match verdict {
        Verdict::Unlikely => Some(Verdict::Possible),
        Verdict::Possible => Some(Verdict::Likely),
        Verdict::Likely => Some(Verdict::VeryLikely),
        Verdict::VeryLikely => None,
    }
}
