//! The invariants and situations of `rules.ron`: for each what would break it, as queries.

use crate::content::model::{Invariant, OutcomeKind, Situation, TopicId, Verdict};

use super::super::weigh::least_score;
use super::Case;
use super::report::Fault;
use super::solve::Query;
use super::space::NONE;

impl Case<'_> {
    /// The smallest combination that breaks the invariant.
    pub(super) fn breaks(&self, invariant: &Invariant) -> Vec<Fault> {
        self.scope(invariant).map_or_else(Vec::new, |scope| self.refute(&self.breaches(invariant, &scope)))
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
