//! From signs to a weight of evidence, an order and a verdict.
//!
//! Weights are whole decibans (Good and Turing): ten times the common logarithm of the odds. Evidence is added up,
//! so the order of the answers can't matter, and whole numbers leave nothing to rounding.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::content::model::{
    Condition, Guide, OptionId, Prior, Question, QuestionId, RuleBook, Says, Sign, TopicId, Weight,
};

use super::answers::{Answers, option_ids};
use super::finding::{Finding, Outcome, Ranked, RuledOut, Verdict};

/// Odds before any answer, in decibans: 1 to 4, 1 to 6, 1 to 16, 1 to 40.
const PRIORS: [i32; 4] = [-6, -8, -12, -16];

/// What a sign adds or takes away, in decibans: odds times 2, times 4, times 16, times a million.
///
/// A decisive sign has to stand against all weaker ones together: a text on the screen outranks any other fact.
const WEIGHTS: [i32; 4] = [3, 6, 12, 60];

/// From here on a reason is very likely: 12 to 1.
const VERY_LIKELY: i32 = 11;
/// From here on a reason is likely: 2 to 1.
const LIKELY: i32 = 3;
/// From here on a reason is possible; below it is unlikely. Every prior but the rarest lies above.
pub(super) const POSSIBLE: i32 = -14;

// The proof that a sign for a reason never lowers it, and one against never raises it, rests on this.
const _: () = {
    let [weak, moderate, strong, decisive] = WEIGHTS;
    assert!(0 < weak && weak < moderate && moderate < strong && strong < decisive, "weights rise from above zero");
    assert!(POSSIBLE < LIKELY && LIKELY < VERY_LIKELY, "a likelier word needs a higher score");
};

/// The weight of a prior in decibans.
pub fn prior_weight(prior: Prior) -> i32 {
    let [very_common, common, uncommon, rare] = PRIORS;
    match prior {
        Prior::VeryCommon => very_common,
        Prior::Common => common,
        Prior::Uncommon => uncommon,
        Prior::Rare => rare,
    }
}

/// The weight of a sign in decibans.
pub fn sign_weight(weight: Weight) -> i32 {
    let [weak, moderate, strong, decisive] = WEIGHTS;
    match weight {
        Weight::Weak => weak,
        Weight::Moderate => moderate,
        Weight::Strong => strong,
        Weight::Decisive => decisive,
    }
}

/// The word for a score.
pub fn verdict(score: i32) -> Verdict {
    match score {
        VERY_LIKELY.. => Verdict::VeryLikely,
        LIKELY.. => Verdict::Likely,
        POSSIBLE.. => Verdict::Possible,
        _ => Verdict::Unlikely,
    }
}

/// The least score with this word, or with a likelier one.
pub(super) fn least_score(verdict: Verdict) -> i64 {
    match verdict {
        Verdict::VeryLikely => VERY_LIKELY.into(),
        Verdict::Likely => LIKELY.into(),
        Verdict::Possible => POSSIBLE.into(),
        Verdict::Unlikely => i32::MIN.into(),
    }
}

/// The questions and rules of a guide, made ready for weighing. Building it takes a moment; asking it does not.
#[derive(Clone, Debug)]
pub struct Checker {
    pub(super) questions: Vec<Asked>,
    pub(super) reasons: Vec<Weighed>,
    pub(super) clashes: Vec<(Vec<Test>, String)>,
}

/// A question with its options.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) id: QuestionId,
    pub(super) options: Vec<OptionId>,
    pub(super) ask_when: Vec<Test>,
}

impl Asked {
    /// The bit of one of its options; 0 for any other.
    pub(super) fn bit_of(&self, option: &OptionId) -> u128 {
        self.options.iter().position(|known| known == option).map(bit).unwrap_or_default()
    }
}

/// A reason with its prior and signs.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    pub(super) topic: TopicId,
    pub(super) prior: i32,
    pub(super) signs: Vec<CompiledSign>,
}

#[derive(Clone, Debug)]
pub(super) struct CompiledSign {
    pub(super) when: Vec<Test>,
    pub(super) unless: Vec<Test>,
    pub(super) says: Says,
    pub(super) because: String,
}

/// Is the question's answer one of these options? The options are bits; 0 where the rule names nothing that exists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Test {
    pub(super) question: usize,
    pub(super) options: u128,
}

/// For each question the bit of the option chosen; 0 where there is no answer.
pub(super) type Chosen = Vec<u128>;

/// A reason's standing: its score, or `None` where it is ruled out.
pub(super) type Standing = Option<i32>;

/// The bit of an option. Only the first 128 options of a question can be told apart; further ones count as no answer.
pub(super) fn bit(option: usize) -> u128 {
    u32::try_from(option).ok().and_then(|option| 1_u128.checked_shl(option)).unwrap_or_default()
}

impl Test {
    pub(super) fn holds(self, chosen: &[u128]) -> bool {
        chosen.get(self.question).is_some_and(|chosen| chosen & self.options != 0)
    }
}

impl CompiledSign {
    pub(super) fn holds(&self, chosen: &[u128]) -> bool {
        self.when.iter().all(|test| test.holds(chosen)) && !self.unless.iter().any(|test| test.holds(chosen))
    }
}

/// Turns names into indices and bits.
struct Compiler {
    questions: BTreeMap<QuestionId, (usize, Vec<OptionId>)>,
}

impl Compiler {
    fn tests(&self, conditions: &[Condition]) -> Vec<Test> {
        conditions.iter().map(|condition| self.test(condition)).collect()
    }

    fn test(&self, Condition(question, wanted): &Condition) -> Test {
        let Some((index, options)) = self.questions.get(question) else {
            return Test { question: usize::MAX, options: 0 };
        };
        let bits = options.iter().enumerate().filter(|(_, option)| wanted.contains(option)).map(|(at, _)| bit(at));
        Test { question: *index, options: bits.fold(0, |all, one| all | one) }
    }

    fn sign(&self, sign: &Sign) -> CompiledSign {
        CompiledSign {
            when: self.tests(&sign.when),
            unless: self.tests(&sign.unless),
            says: sign.says,
            because: sign.because.clone(),
        }
    }

    fn asked(&self, question: &Question) -> Asked {
        let options = self.questions.get(&question.id).map(|(_, options)| options.clone()).unwrap_or_default();
        Asked { id: question.id.clone(), options, ask_when: self.tests(&question.ask_when) }
    }
}

impl Checker {
    /// Makes a guide's questions and rules ready.
    pub fn new(guide: &Guide) -> Self {
        let Guide { questions, rules, messages, .. } = guide;
        let numbered = questions.iter().enumerate();
        let compiler = Compiler {
            questions: numbered
                .map(|(index, question)| (question.id.clone(), (index, option_ids(question, messages))))
                .collect(),
        };
        let RuleBook { reasons, clashes, .. } = rules;
        Self {
            questions: questions.iter().map(|question| compiler.asked(question)).collect(),
            reasons: reasons
                .iter()
                .map(|reason| Weighed {
                    topic: reason.topic.clone(),
                    prior: prior_weight(reason.prior),
                    signs: reason.signs.iter().map(|sign| compiler.sign(sign)).collect(),
                })
                .collect(),
            clashes: clashes.iter().map(|clash| (compiler.tests(&clash.when), clash.text.clone())).collect(),
        }
    }

    /// Weighs the answers.
    pub fn diagnose(&self, answers: &Answers) -> Finding {
        let chosen = self.chosen(answers);
        let mut ranked = Vec::new();
        let mut ruled_out = Vec::new();
        let mut conflicts = Vec::new();
        for reason in &self.reasons {
            let signs: Vec<_> = reason.signs.iter().filter(|sign| sign.holds(&chosen)).collect();
            let out = texts(signs.iter().filter(|sign| sign.says == Says::RulesOut).map(|sign| (0, &sign.because)));
            if out.is_empty() {
                ranked.push((reason.prior, weighed(reason, &signs)));
                continue;
            }
            let proof = signs.iter().find(|sign| sign.says == Says::For(Weight::Decisive));
            if let (Some(proof), Some(excluded)) = (proof, out.first()) {
                conflicts.push(conflict(&proof.because, excluded));
            }
            ruled_out.push(RuledOut { topic: reason.topic.clone(), because: out });
        }
        // The sort is stable: what is still equal keeps the order of the file.
        ranked.sort_by_key(|(prior, reason)| Reverse((reason.score, *prior)));
        let ranked: Vec<_> = ranked.into_iter().map(|(_, reason)| reason).collect();
        let outcome = self.outcome(&chosen, conflicts, ranked.first());
        Finding { outcome, ranked, ruled_out }
    }

    fn outcome(&self, chosen: &[u128], conflicts: Vec<String>, first: Option<&Ranked>) -> Outcome {
        let declared: Vec<_> = self
            .clashes
            .iter()
            .filter(|(tests, _)| tests.iter().all(|test| test.holds(chosen)))
            .map(|(_, text)| text.clone())
            .collect();
        // The writer's own words are better than ours.
        let texts = if declared.is_empty() { conflicts } else { declared };
        if !texts.is_empty() {
            return Outcome::Contradiction(texts);
        }
        match first {
            Some(first) if !first.because.is_empty() && first.verdict >= Verdict::Possible => Outcome::Found,
            _ => Outcome::Unknown,
        }
    }

    /// The answers as bits, without those to questions that do not apply.
    pub(super) fn chosen(&self, answers: &Answers) -> Chosen {
        self.set_aside(self.given(answers))
    }

    /// The answers as bits, also those to questions that do not apply.
    pub(super) fn given(&self, answers: &Answers) -> Chosen {
        let answer = |asked: &Asked| answers.get(&asked.id).map(|answer| asked.bit_of(answer));
        self.questions.iter().map(|asked| answer(asked).unwrap_or_default()).collect()
    }

    /// Takes the answers out to questions that do not apply.
    ///
    /// An answer that is set aside may be what another question depends on, so it goes on until nothing changes;
    /// where the questions depend on one another in a circle, all of their answers count as long as they agree.
    pub(super) fn set_aside(&self, mut chosen: Chosen) -> Chosen {
        while let Some(aside) =
            (0..chosen.len()).find(|&at| chosen.get(at) != Some(&0) && !self.applies_at(at, &chosen))
        {
            if let Some(answer) = chosen.get_mut(aside) {
                *answer = 0;
            }
        }
        chosen
    }

    /// Does the question at this place apply, with these options chosen?
    pub(super) fn applies_at(&self, question: usize, chosen: &[u128]) -> bool {
        self.questions.get(question).is_some_and(|asked| asked.ask_when.iter().all(|test| test.holds(chosen)))
    }

    /// Every reason's standing, in the order of the file.
    pub(super) fn standings(&self, chosen: &[u128]) -> Vec<Standing> {
        self.reasons.iter().map(|reason| standing(reason, chosen)).collect()
    }

    /// The reason in front: its place in the file and its score. The same order as in [`Self::diagnose`].
    pub(super) fn front(&self, standings: &[Standing]) -> Option<(usize, i32)> {
        let alive = standings.iter().enumerate().filter_map(|(at, standing)| Some((at, (*standing)?)));
        alive.min_by_key(|&(at, score)| Reverse((score, self.reasons.get(at).map(|reason| reason.prior))))
    }
}

fn standing(reason: &Weighed, chosen: &[u128]) -> Standing {
    let signs = reason.signs.iter().filter(|sign| sign.holds(chosen));
    signs.map(|sign| decibans(sign.says)).try_fold(reason.prior, |sum, weight| Some(sum.saturating_add(weight?)))
}

/// What a sign adds, or `None` where it rules the reason out.
pub(super) fn decibans(says: Says) -> Option<i32> {
    match says {
        Says::For(weight) => Some(sign_weight(weight)),
        Says::Against(weight) => Some(-sign_weight(weight)),
        Says::RulesOut => None,
    }
}

fn weighed(reason: &Weighed, signs: &[&CompiledSign]) -> Ranked {
    let weights = signs.iter().filter_map(|sign| Some((decibans(sign.says)?, &sign.because)));
    let score = weights.clone().fold(reason.prior, |sum, (weight, _)| sum.saturating_add(weight));
    Ranked {
        topic: reason.topic.clone(),
        score,
        verdict: verdict(score),
        because: texts(weights.clone().filter(|(weight, _)| *weight > 0)),
        against: texts(weights.filter(|(weight, _)| *weight < 0)),
    }
}

/// Said where one answer proves a reason and another rules it out.
pub(super) fn conflict(proof: &str, excluded: &str) -> String {
    format!("Two of your answers do not go together: “{proof}” and “{excluded}”.")
}

/// The texts, strongest first and each once; equal ones keep the order of the file.
fn texts<'a>(weighted: impl Iterator<Item = (i32, &'a String)>) -> Vec<String> {
    let mut weighted: Vec<_> = weighted.collect();
    weighted.sort_by_key(|(weight, _)| Reverse(weight.abs()));
    let mut texts: Vec<String> = Vec::new();
    for (_, text) in weighted {
        if !texts.contains(text) {
            texts.push(text.clone());
        }
    }
    texts
}
