//! Answers as sets of values, conditions as regions, rules as weighted regions: what the solver works on.
//!
//! This is a second reading of the rules, apart from `weigh.rs`; the tests compare the two.

use crate::content::model::{Condition, Guide, OptionId, QuestionId, Says, Weight};

use super::super::answers::{Answers, option_ids};
use super::super::weigh::{prior_weight, sign_weight};

/// Values of one question: bit 0 is no answer, bit n + 1 is option n.
pub(super) type Values = u128;

/// The bit of no answer.
pub(super) const NONE: Values = 1;

/// Combinations of answers: for some questions, in order and each once, the values that lie in it.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Region(Vec<(usize, Values)>);

impl Region {
    /// Keeps only these values of a question.
    pub(super) fn narrow(&mut self, question: usize, values: Values) {
        match self.0.binary_search_by_key(&question, |part| part.0) {
            Ok(at) => self.0[at].1 &= values,
            Err(at) => self.0.insert(at, (question, values)),
        }
    }

    /// What lies in both; `None` where nothing does.
    pub(super) fn and(&self, other: &Self) -> Option<Self> {
        let mut both = self.clone();
        for (question, values) in &other.0 {
            both.narrow(*question, *values);
        }
        both.0.iter().all(|(_, values)| *values != 0).then_some(both)
    }

    /// What is left of it where these questions are left open.
    pub(super) fn open(&self, questions: &[usize]) -> Option<Self> {
        let holds = |part: &&(usize, Values)| questions.contains(&part.0);
        let fits = self.0.iter().filter(holds).all(|(_, values)| values & NONE != 0);
        fits.then(|| Self(self.0.iter().filter(|part| !holds(part)).copied().collect()))
    }

    /// The questions and their values.
    pub(super) fn parts(&self) -> &[(usize, Values)] {
        &self.0
    }
}

/// All questions and their values.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Space {
    pub(super) questions: Vec<(QuestionId, Vec<OptionId>)>,
    /// What can't be, since a question is answered that does not apply.
    pub(super) set_aside: Vec<Region>,
}

impl Space {
    pub(super) fn new(guide: &Guide) -> Self {
        let options = |question| option_ids(question, &guide.messages);
        let questions = guide.questions.iter().map(|question| (question.id.clone(), options(question))).collect();
        let mut space = Self { questions, set_aside: Vec::new() };
        for (at, question) in guide.questions.iter().enumerate() {
            for condition in &question.ask_when {
                let mut aside = Region::default();
                aside.narrow(at, space.all(at) & !NONE);
                if let Some((other, values)) = space.condition(condition) {
                    aside.narrow(other, space.all(other) & !values);
                }
                space.set_aside.extend(aside.and(&Region::default()));
            }
        }
        space
    }

    /// All values of a question.
    pub(super) fn all(&self, question: usize) -> Values {
        let options = self.questions.get(question).map_or(0, |(_, options)| options.len());
        u32::try_from(options + 1).ok().and_then(|bits| 1_u128.checked_shl(bits)).map_or(Values::MAX, |end| end - 1)
    }

    /// All values of all questions.
    pub(super) fn everything(&self) -> Vec<Values> {
        (0..self.questions.len()).map(|question| self.all(question)).collect()
    }

    /// How many combinations of answers there are; `None` beyond 2^128.
    pub(super) fn combinations(&self) -> Option<u128> {
        let counts = self.questions.iter().map(|(_, options)| options.len() as u128 + 1);
        counts.into_iter().try_fold(1_u128, |all, values| all.checked_mul(values))
    }

    fn condition(&self, Condition(question, wanted): &Condition) -> Option<(usize, Values)> {
        let at = self.questions.iter().position(|(id, _)| id == question)?;
        let options = self.questions[at].1.iter().enumerate().filter(|(_, option)| wanted.contains(option));
        Some((at, options.fold(0, |values, (option, _)| values | value(option))))
    }

    /// Where all of the first and none of the others hold; `None` where that is nowhere.
    pub(super) fn region(&self, when: &[Condition], unless: &[Condition]) -> Option<Region> {
        let mut region = Region::default();
        for condition in when {
            let (question, values) = self.condition(condition)?;
            region.narrow(question, values);
        }
        for condition in unless {
            if let Some((question, values)) = self.condition(condition) {
                region.narrow(question, self.all(question) & !values);
            }
        }
        region.and(&Region::default())
    }

    /// The combination as a person would give it.
    pub(super) fn answers(&self, point: &[Values]) -> Answers {
        let mut answers = Answers::default();
        for ((question, options), chosen) in self.questions.iter().zip(point) {
            let chosen = options.iter().enumerate().find(|(option, _)| value(*option) & chosen != 0);
            answers.set(question.clone(), chosen.map(|(_, option)| option.clone()));
        }
        answers
    }
}

/// The bit of an option. The loader takes at most 120 of them.
pub(super) fn value(option: usize) -> Values {
    u32::try_from(option + 1).ok().and_then(|option| 1_u128.checked_shl(option)).unwrap_or_default()
}

/// Where a sign counts, and what it says there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Effect {
    /// `None` where it can't count anywhere.
    pub(super) region: Option<Region>,
    pub(super) says: Says,
}

impl Effect {
    /// What it adds to the score; `None` where it rules out.
    pub(super) fn weight(&self) -> Option<i64> {
        match self.says {
            Says::For(weight) => Some(sign_weight(weight).into()),
            Says::Against(weight) => Some(-i64::from(sign_weight(weight))),
            Says::RulesOut => None,
        }
    }
}

/// A reason with its prior and signs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Cause {
    pub(super) prior: i64,
    pub(super) effects: Vec<Effect>,
}

impl Cause {
    /// Where it counts, of the signs that say such things.
    pub(super) fn regions(&self, says: impl Fn(Says) -> bool) -> impl Iterator<Item = &Region> {
        self.effects.iter().filter(move |effect| says(effect.says)).filter_map(|effect| effect.region.as_ref())
    }

    /// Where it is ruled out.
    pub(super) fn out(&self) -> impl Iterator<Item = &Region> {
        self.regions(|says| says == Says::RulesOut)
    }
}

/// The rules.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) causes: Vec<Cause>,
    /// Where answers are declared not to go together.
    pub(super) clashes: Vec<Option<Region>>,
}

impl Rules {
    pub(super) fn new(space: &Space, guide: &Guide) -> Self {
        let causes = guide.rules.reasons.iter().map(|reason| Cause {
            prior: prior_weight(reason.prior).into(),
            effects: reason
                .signs
                .iter()
                .map(|sign| Effect { region: space.region(&sign.when, &sign.unless), says: sign.says })
                .collect(),
        });
        let clashes = guide.rules.clashes.iter().map(|clash| space.region(&clash.when, &[]));
        Self { causes: causes.collect(), clashes: clashes.collect() }
    }

    /// Where the checker reports a contradiction: a declared clash, or proof of what is ruled out.
    pub(super) fn contradictions(&self) -> Vec<Region> {
        let mut regions: Vec<Region> = self.clashes.iter().flatten().cloned().collect();
        for cause in &self.causes {
            for proof in cause.regions(|says| says == Says::For(Weight::Decisive)) {
                regions.extend(cause.out().filter_map(|out| proof.and(out)));
            }
        }
        regions.sort_unstable();
        regions.dedup();
        regions
    }
}
