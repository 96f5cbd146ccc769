//! The next most useful question: the one that is expected to take away most doubt.

use std::collections::BTreeSet;

use crate::content::model::{Question, QuestionId};

use super::answers::Answers;
use super::finding::{Outcome, Verdict};
use super::reach::{Aim, Reach, Shown, Span};
use super::weigh::{Checker, Standing, bit, verdict};

/// A gain below this many bits is as good as none.
const LEAST_GAIN: f64 = 0.001;

/// Is the question worth showing, after these answers?
pub fn applies(question: &Question, answers: &Answers) -> bool {
    question
        .ask_when
        .iter()
        .all(|condition| answers.get(&condition.0).is_some_and(|answer| condition.1.contains(answer)))
}

impl Checker {
    /// The question whose answer is expected to tell most, or `None` where nothing more can change the finding.
    ///
    /// Each reason's share is in proportion to its odds, and so is each option's share under a reason. A question
    /// is passed over where none of its answers would change the first reason or its verdict, unless that is all
    /// there is left to ask and the first reason is not very likely yet.
    pub fn next_question(&self, answers: &Answers) -> Option<QuestionId> {
        self.next_question_but(answers, &BTreeSet::new())
    }

    /// The same, without the questions that the person passed over, for instance as not sure.
    pub fn next_question_but(&self, answers: &Answers, passed_over: &BTreeSet<QuestionId>) -> Option<QuestionId> {
        let finding = self.diagnose(answers);
        if matches!(finding.outcome, Outcome::Contradiction(_)) {
            return None;
        }
        // An answer that is set aside may come back with the next one.
        let given = self.given(answers);
        let chosen = self.set_aside(given.clone());
        let now = self.standings(&chosen);
        let front = self.shown(&now);
        let settled = finding.outcome == Outcome::Found
            && finding.ranked.first().is_some_and(|first| first.verdict == Verdict::VeryLikely);
        let mut best: Option<((bool, f64), usize)> = None;
        for (at, asked) in self.questions.iter().enumerate() {
            if given.get(at) != Some(&0) || !self.applies_at(at, &chosen) || passed_over.contains(&asked.id) {
                continue;
            }
            let mut then = given.clone();
            let mut after = Vec::with_capacity(asked.options.len());
            for option in 0..asked.options.len() {
                if let Some(answer) = then.get_mut(at) {
                    *answer = bit(option);
                }
                after.push(self.standings(&self.set_aside(then.clone())));
            }
            let decides = after.iter().any(|then| self.shown(then) != front);
            let gain = gain(&now, &after);
            if !decides && (settled || gain < LEAST_GAIN) {
                continue;
            }
            if best.is_none_or(|(most, _)| (decides, gain) > most) {
                best = Some(((decides, gain), at));
            }
        }
        best.and_then(|(_, at)| self.questions.get(at)).map(|asked| asked.id.clone())
    }

    /// Can nothing more change what comes first? True where no way to answer the other questions, without those that
    /// the person passed over, shows another reason, shows one where there is none, or hides the one there is.
    ///
    /// Ways to answer that contradict each other do not count. Where the rules are too entangled to say, it is false.
    pub fn settled(&self, answers: &Answers, passed_over: &BTreeSet<QuestionId>) -> bool {
        let given = self.given(answers);
        let spans = self.questions.iter().zip(&given).map(|(asked, answer)| {
            let is_fixed = *answer != 0 || passed_over.contains(&asked.id);
            if is_fixed { Span::only(*answer) } else { Span::any(asked) }
        });
        let aim = match self.shown_first(&self.set_aside(given.clone())) {
            Shown::Contradiction => Aim::Sound,
            Shown::Nothing => Aim::AnyReason,
            Shown::Reason(reason) => Aim::Other(reason),
        };
        self.reach(&spans.collect::<Vec<_>>(), aim, usize::MAX) == Reach::Never
    }

    /// What the reader sees first: the reason in front and the word for it.
    fn shown(&self, standings: &[Standing]) -> Option<(usize, Verdict)> {
        self.front(standings).map(|(at, score)| (at, verdict(score)))
    }
}

/// The expected information gain in bits, from the standings now to those after each option.
fn gain(now: &[Standing], after: &[Vec<Standing>]) -> f64 {
    let shares = normalised(now.iter().map(|standing| odds(*standing, 0)).collect());
    // For each option the joint share of it with each reason.
    let mut joint = vec![Vec::with_capacity(now.len()); after.len()];
    for (reason, standing) in now.iter().enumerate() {
        let before = standing.unwrap_or_default();
        let options = after.iter().map(|then| odds(then.get(reason).copied().flatten(), before)).collect();
        let share = shares.get(reason).copied().unwrap_or_default();
        for (column, likelihood) in joint.iter_mut().zip(normalised(options)) {
            column.push(share * likelihood);
        }
    }
    let left = joint.into_iter().map(|column| {
        let weight: f64 = column.iter().sum();
        weight * doubt(&normalised(column))
    });
    doubt(&shares) - left.sum::<f64>()
}

/// Odds against a base, both in decibans; none for what is ruled out.
fn odds(standing: Standing, base: i32) -> f64 {
    standing.map_or(0.0, |score| 10.0_f64.powf(f64::from(score.saturating_sub(base)) / 10.0))
}

/// Shares that add up to one; equal ones where there is nothing to share by.
fn normalised(mut shares: Vec<f64>) -> Vec<f64> {
    let sum: f64 = shares.iter().sum();
    let equal = 1.0 / f64::from(u32::try_from(shares.len().max(1)).unwrap_or(u32::MAX));
    for share in &mut shares {
        *share = if sum > 0.0 { *share / sum } else { equal };
    }
    shares
}

/// The entropy in bits.
fn doubt(shares: &[f64]) -> f64 {
    -shares.iter().filter(|share| **share > 0.0).map(|share| share * share.log2()).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_are_equal_where_there_is_nothing_to_share_by() {
        assert_eq!(normalised(vec![3.0, 1.0]), [0.75, 0.25]);
        assert_eq!(normalised(vec![0.0, 0.0]), [0.5, 0.5]);
        assert_eq!(doubt(&[0.5, 0.5, 0.0]), 1.0);
    }
}
