//! The properties that every guide has to have, one job for each part of it.

use crate::content::model::{Says, Weight};

use super::super::finding::Outcome;
use super::differ::Pair;
use super::report::Fault;
use super::solve::{Found, Query, solve};
use super::space::{NONE, Region, Rules, value};
use super::{Case, STEPS};

/// One thing to decide.
#[derive(Clone, Copy, Debug)]
pub(super) enum Job {
    Outcomes,
    Left,
    Alone,
    RuledOut { reason: usize },
    Reason { reason: usize },
    Choice { question: usize, option: usize },
    Sign { reason: usize, sign: usize },
    Clash { clash: usize },
    Order,
    Direction,
    Invariant { invariant: usize },
    Situation { situation: usize },
}

/// Everything that has to be decided of a guide.
pub(super) fn jobs(case: &Case<'_>) -> Vec<Job> {
    let rules = &case.guide.rules;
    let reasons = 0..rules.reasons.len();
    let mut jobs = vec![Job::Outcomes, Job::Left, Job::Alone];
    jobs.extend(reasons.clone().map(|reason| Job::RuledOut { reason }));
    jobs.extend(reasons.map(|reason| Job::Reason { reason }));
    for (question, (_, options)) in case.space.questions.iter().enumerate() {
        jobs.extend((0..options.len()).map(|option| Job::Choice { question, option }));
    }
    for (reason, signs) in rules.reasons.iter().map(|reason| reason.signs.len()).enumerate() {
        jobs.extend((0..signs).map(|sign| Job::Sign { reason, sign }));
    }
    jobs.extend((0..rules.clashes.len()).map(|clash| Job::Clash { clash }));
    jobs.extend([Job::Order, Job::Direction]);
    jobs.extend((0..rules.invariants.len()).map(|invariant| Job::Invariant { invariant }));
    jobs.extend((0..rules.situations.len()).map(|situation| Job::Situation { situation }));
    jobs
}

impl Job {
    /// What has to hold.
    pub(super) fn property(self, case: &Case<'_>) -> String {
        let name = match self {
            Self::Outcomes => "Every combination of answers has an outcome that says what to do",
            Self::Left => "Whatever is answered, some reason is left",
            Self::Alone => "No answer alone is called a contradiction",
            Self::RuledOut { .. } => "What is ruled out is never ranked, and proof of it is called a contradiction",
            Self::Reason { .. } => "Every reason can come first",
            Self::Choice { .. } => "Every option of every question can change the outcome",
            Self::Sign { .. } => "Every sign matters somewhere",
            Self::Clash { .. } => "Every clash can come up",
            Self::Order => "The order of answering never matters, and “not sure” is the same as no answer",
            Self::Direction => "A sign for a reason never lowers it, one against never raises it",
            Self::Invariant { invariant } => case.guide.rules.invariants.get(invariant).map_or("", |it| &it.name),
            Self::Situation { .. } => "In every situation the right reason comes first",
        };
        name.to_owned()
    }

    /// Where it fails.
    pub(super) fn faults(self, case: &Case<'_>) -> Vec<Fault> {
        match self {
            Self::Outcomes => case.outcomes(),
            Self::Left => case.left(),
            Self::Alone => case.alone(),
            Self::RuledOut { reason } => case.ruled_out(reason),
            Self::Reason { reason } => case.comes_first(reason),
            Self::Choice { question, option } => case.choice_matters(question, option),
            Self::Sign { reason, sign } => case.sign_matters(reason, sign),
            Self::Clash { clash } => case.clash_comes_up(clash),
            // By construction: see the top of `prove.rs`.
            Self::Order | Self::Direction => Vec::new(),
            Self::Invariant { invariant } => case.breaks(&case.guide.rules.invariants[invariant]),
            Self::Situation { situation } => case.goes_wrong(&case.guide.rules.situations[situation]),
        }
    }
}

impl Case<'_> {
    /// Where nothing stands out or a contradiction is reported, but no words say what to do.
    fn outcomes(&self) -> Vec<Fault> {
        let rules = &self.guide.rules;
        let is_mute = |texts: &[String]| texts.iter().all(|text| text.trim().is_empty());
        let mut faults = Vec::new();
        if is_mute(&rules.unknown.what_to_do) {
            faults.extend(self.refute(&self.rules.unknown(&self.space.query())));
        }
        let mute = rules.clashes.iter().zip(&self.rules.clashes).filter(|(clash, _)| clash.text.trim().is_empty());
        let mut regions: Vec<Region> = mute.filter_map(|(_, region)| region.clone()).collect();
        if is_mute(&rules.contradiction.what_to_do) {
            regions.extend(self.rules.contradictions());
        }
        let queries: Vec<Query> = regions.iter().map(|region| self.space.query().within(region)).collect();
        faults.extend(self.refute(&queries));
        faults
    }

    /// Where every reason is ruled out, and no contradiction says why.
    fn left(&self) -> Vec<Fault> {
        let query = self.space.query().never(&self.rules.contradictions());
        let reasons = 0..self.rules.causes.len();
        self.refute(&[reasons.fold(query, |query, reason| query.and(self.rules.is_out(reason)))])
    }

    /// Where a contradiction is reported, though it takes two to disagree.
    fn alone(&self) -> Vec<Fault> {
        let alone = self.space.query().with_answers(1);
        let within = |region: &Region| alone.clone().within(region);
        self.refute(&self.rules.contradictions().iter().map(within).collect::<Vec<_>>())
    }

    /// Asks the checker about a combination for each sign that rules the reason out, alone and with each proof of it.
    fn ruled_out(&self, reason: usize) -> Vec<Fault> {
        let cause = &self.rules.causes[reason];
        let topic = &self.guide.rules.reasons[reason].topic;
        let mut faults = Vec::new();
        for out in cause.out() {
            let proofs = cause.regions(|says| says == Says::For(Weight::Decisive));
            let contradictions = proofs.filter_map(|proof| proof.and(out));
            let regions = std::iter::once((out.clone(), false)).chain(contradictions.map(|region| (region, true)));
            for (region, contradicts) in regions {
                let Found::Yes(point) = solve(self.space.query().within(&region), &mut STEPS.clone()) else { continue };
                let finding = self.checker.diagnose(&self.space.answers(&point));
                let is_ranked = finding.ranked.iter().any(|ranked| ranked.topic == *topic);
                let is_silent = contradicts && !matches!(finding.outcome, Outcome::Contradiction(_));
                if is_ranked || is_silent {
                    faults.push(self.counter_example(&point));
                }
            }
        }
        faults
    }

    fn comes_first(&self, reason: usize) -> Vec<Fault> {
        let found = solve(self.rules.found(reason, self.space.query()), &mut STEPS.clone());
        Self::need(&found, || format!("{} never comes first, whatever is answered", self.reason(reason)))
    }

    /// Is there a combination where choosing the option, and not leaving the question open, changes what is shown?
    fn choice_matters(&self, question: usize, option: usize) -> Vec<Fault> {
        let mut within = self.space.query();
        within.domains[question] = value(option);
        let open = self.hang_on(question);
        let without = self.rules.unanswered(&open);
        let found = Pair { one: &self.rules, other: &without }.differ(&within, &mut STEPS.clone());
        Self::need(&found, || {
            let mut point = vec![NONE; within.domains.len()];
            point[question] = value(option);
            let text = self.counter_example(&point).text;
            let said = text.rsplit_once(": ").map_or(text.as_str(), |(said, _)| said);
            format!("{said}: changes nothing, whatever else is answered")
        })
    }

    /// The question, and those that don't apply unless it is answered.
    fn hang_on(&self, question: usize) -> Vec<usize> {
        let questions = &self.guide.questions;
        let mut hang = vec![question];
        while let Some(next) = (0..questions.len()).find(|next| {
            let on = |other: &usize| questions[*next].ask_when.iter().any(|when| when.0 == questions[*other].id);
            !hang.contains(next) && hang.iter().any(on)
        }) {
            hang.push(next);
        }
        hang
    }

    /// Is there a combination where taking the sign away changes what comes first, or its word, or the outcome? Or
    /// at least, where no contradiction is reported, the place of its own reason among those left, or its word?
    fn sign_matters(&self, reason: usize, sign: usize) -> Vec<Fault> {
        let region = self.rules.causes[reason].effects[sign].region.as_ref();
        let found = region.map_or(Found::No, |region| {
            let mut without = self.rules.clone();
            without.causes[reason].effects.remove(sign);
            let within = self.space.query().within(region);
            let pair = Pair { one: &self.rules, other: &without };
            match pair.differ(&within, &mut STEPS.clone()) {
                Found::No => pair.moves(reason, &within, &mut STEPS.clone()),
                found => found,
            }
        });
        Self::need(&found, || {
            let because = &self.guide.rules.reasons[reason].signs[sign].because;
            format!("{}, sign {}, “{because}”: taking it away changes nothing", self.reason(reason), sign + 1)
        })
    }

    fn clash_comes_up(&self, clash: usize) -> Vec<Fault> {
        let region = self.rules.clashes[clash].as_ref();
        let found = region.map_or(Found::No, |region| solve(self.space.query().within(region), &mut STEPS.clone()));
        Self::need(&found, || format!("“{}”: no answers lead here", self.guide.rules.clashes[clash].text))
    }
}

impl Rules {
    /// The rules where these questions are left open.
    fn unanswered(&self, questions: &[usize]) -> Self {
        let open = |region: &Option<Region>| region.as_ref()?.open(questions);
        let mut rules = self.clone();
        for effect in rules.causes.iter_mut().flat_map(|cause| &mut cause.effects) {
            effect.region = open(&effect.region);
        }
        for clash in &mut rules.clashes {
            *clash = open(clash);
        }
        rules
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::weigh::Checker;
    use super::super::space::Space;
    use super::*;
    use crate::content::model::{Choice, Condition, Guide, Options, Prior, Question, Reason, Sign};

    /// One question with one option, and one reason about which it says these things.
    fn guide(says: &[Says]) -> Guide {
        let option = Choice { id: "yes".into(), text: String::new(), can_become: Vec::new() };
        let question = Question {
            id: "shut".into(),
            text: String::new(),
            why: String::new(),
            options: Options::Choose(vec![option]),
            ask_when: Vec::new(),
            locked_when: Vec::new(),
        };
        let sign = |says: &Says| Sign {
            when: vec![Condition("shut".into(), vec!["yes".into()])],
            unless: Vec::new(),
            says: *says,
            because: "It is shut".to_owned(),
        };
        let reason = Reason { topic: "door".into(), prior: Prior::Rare, signs: says.iter().map(sign).collect() };
        let mut guide = Guide::empty();
        guide.questions = vec![question];
        guide.rules.reasons = vec![reason];
        guide
    }

    #[test]
    fn a_checker_that_ranks_what_is_ruled_out_or_hides_a_contradiction_is_found_out() {
        let told = |rules: &[Says], checker: &[Says]| {
            let guide = guide(rules);
            let (space, checker) = (Space::new(&guide), Checker::new(&self::guide(checker)));
            let case = Case { guide: &guide, checker, rules: Rules::new(&space, &guide), space };
            case.ruled_out(0).len()
        };
        let proof = Says::For(Weight::Decisive);
        assert_eq!(told(&[Says::RulesOut, proof], &[Says::RulesOut, proof]), 0);
        assert_eq!(told(&[Says::RulesOut], &[Says::For(Weight::Weak)]), 1, "ranked");
        assert_eq!(told(&[Says::RulesOut, proof], &[Says::RulesOut]), 1, "no contradiction");
        assert_eq!(told(&[Says::RulesOut, proof], &[proof]), 2, "both");
    }
}
