//! Why a reason comes first, and what the reader could change: exact for every way to answer the other questions.
//!
//! “Every completion” means every way to answer the other questions, unanswered ones included. Answers that
//! contradict each other are no way in which things can be, so they do not count.

use crate::content::model::{Guide, OptionId, Options, Question, QuestionId, TopicId};

use super::answers::Answers;
use super::reach::{Aim, Reach, Shown, Span};
use super::weigh::{Checker, Chosen, bit};

/// More changes at once than this are no advice.
const MOST_CHANGES: usize = 3;

/// Are the reader's own answers enough for the first reason?
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Enough {
    /// These are: however the other questions are answered, the reason stays first. Without any one of them it need
    /// not, and no smaller set will do. In the order of the form.
    These(Vec<QuestionId>),
    /// Not even all of them are.
    NotYet {
        /// The questions of which each alone could put another reason first, or none; where no one alone can, the
        /// fewest that can do it together. In the order of the form.
        could_change: Vec<QuestionId>,
    },
}

/// The nearest change that readers can make themselves and that leads elsewhere.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// The questions whose answers change, each with the answer that it would have then.
    pub answers: Vec<(QuestionId, OptionId)>,
    /// The reason that would come first then; `None` where nothing would stand out any more.
    pub leads_to: Option<TopicId>,
}

impl Checker {
    /// The smallest set of the reader's own answers that is enough for the first reason.
    ///
    /// `None` where no reason is found, and where the rules are too entangled to say: nothing is claimed then.
    pub fn enough(&self, answers: &Answers) -> Option<Enough> {
        let given = self.given(answers);
        let Shown::Reason(reason) = self.shown_first(&self.set_aside(given.clone())) else { return None };
        let aim = Aim::Other(reason);
        match self.reach(&self.spans_keeping(&given, |_| true), aim, usize::MAX) {
            Reach::By(_) => return Some(Enough::NotYet { could_change: self.could_change(&given, aim)? }),
            Reach::Unsure => return None,
            Reach::Never => {}
        }
        // Every way to another reason differs from the answers somewhere, and a set that is enough has to hold one of
        // those places. So the smallest set that meets all ways found so far is tried, until no further way is found.
        let mut ways: Vec<Vec<usize>> = Vec::new();
        loop {
            let held = smallest_meeting(&ways);
            match self.reach(&self.spans_keeping(&given, |at| held.contains(&at)), aim, usize::MAX) {
                Reach::By(way) => {
                    let differs = self.differences(&given, way, aim);
                    if differs.is_empty() {
                        return None;
                    }
                    ways.push(differs);
                }
                Reach::Never => return Some(Enough::These(self.named(&held))),
                Reach::Unsure => return None,
            }
        }
    }

    /// The answers that are kept, and everything open that is not.
    fn spans_keeping(&self, given: &Chosen, keep: impl Fn(usize) -> bool) -> Vec<Span> {
        let kept =
            given.iter().enumerate().map(|(at, answer)| (*answer != 0 && keep(at)).then_some(Span::only(*answer)));
        self.questions.iter().zip(kept).map(|(asked, kept)| kept.unwrap_or_else(|| Span::any(asked))).collect()
    }

    /// Where another way of answering differs from the answers given, after as much as possible is made the same.
    fn differences(&self, given: &Chosen, mut way: Chosen, aim: Aim) -> Vec<usize> {
        let mut differs = Vec::new();
        for (at, answer) in given.iter().enumerate().filter(|(_, answer)| **answer != 0) {
            let Some(other) = way.get_mut(at) else { continue };
            let before = std::mem::replace(other, *answer);
            if before != *answer && !self.leads_to(&way, aim) {
                if let Some(other) = way.get_mut(at) {
                    *other = before;
                }
                differs.push(at);
            }
        }
        differs
    }

    fn could_change(&self, given: &Chosen, aim: Aim) -> Option<Vec<QuestionId>> {
        let open: Vec<usize> = (0..given.len()).filter(|at| given.get(*at) == Some(&0)).collect();
        let alone: Vec<usize> = open.iter().copied().filter(|at| self.changes_alone(given, *at, aim)).collect();
        if !alone.is_empty() {
            return Some(self.named(&alone));
        }
        for answers in 2..=open.len() {
            match self.reach(&self.spans_keeping(given, |_| true), aim, answers) {
                Reach::By(way) => {
                    let together: Vec<usize> = open.into_iter().filter(|at| way.get(*at) != Some(&0)).collect();
                    return Some(self.named(&together));
                }
                Reach::Unsure => return None,
                Reach::Never => {}
            }
        }
        None
    }

    /// Is there an answer to this question that leads to the aim, with nothing else changed?
    fn changes_alone(&self, given: &Chosen, at: usize, aim: Aim) -> bool {
        let options = self.questions.get(at).map_or(0, |asked| asked.options.len());
        (0..options).any(|option| self.leads_to(&with(given, at, bit(option)), aim))
    }

    fn named(&self, places: &[usize]) -> Vec<QuestionId> {
        places.iter().filter_map(|at| self.questions.get(*at)).map(|asked| asked.id.clone()).collect()
    }

    /// The fewest answers that readers can change themselves so that something else comes first.
    ///
    /// Only answers that were given are changed, only to what they can become by the guide's `can_become`, never where
    /// `locked_when` holds, never into a contradiction, and at most three at once. Of equally many changes those to
    /// questions further up in the form are taken, and such that lead to another reason before those that lead to none.
    pub fn nearest_change(&self, answers: &Answers, guide: &Guide) -> Option<Change> {
        let given = self.given(answers);
        let chosen = self.set_aside(given.clone());
        let now = self.shown_first(&chosen);
        if !matches!(now, Shown::Reason(_)) {
            return None;
        }
        let possible: Vec<(usize, u128)> =
            guide.questions.iter().flat_map(|asked| self.can_become(asked, &chosen)).collect();
        for changes in 1..=MOST_CHANGES {
            let mut found: Option<(Vec<usize>, Chosen)> = None;
            try_changes(&possible, changes, &mut Vec::new(), &given, &mut |changed, then| {
                let shown = self.shown_first(&self.set_aside(then.clone()));
                let is_better = match shown {
                    Shown::Contradiction => false,
                    Shown::Nothing => found.is_none(),
                    Shown::Reason(_) => {
                        shown != now
                            && found.as_ref().is_none_or(|(_, then)| {
                                self.shown_first(&self.set_aside(then.clone())) == Shown::Nothing
                            })
                    }
                };
                if is_better {
                    found = Some((changed.to_vec(), then.clone()));
                }
            });
            if let Some((changed, then)) = found {
                return Some(self.change(&changed, &then));
            }
        }
        None
    }

    /// What the answer to a question can become, as places and options.
    fn can_become(&self, question: &Question, chosen: &Chosen) -> Vec<(usize, u128)> {
        let Some(at) = self.questions.iter().position(|asked| asked.id == question.id) else { return Vec::new() };
        let (Some(asked), Options::Choose(choices)) = (self.questions.get(at), &question.options) else {
            return Vec::new();
        };
        let holds = |wanted: &QuestionId, options: &[OptionId]| {
            let other = self.questions.iter().zip(chosen).find(|(other, _)| other.id == *wanted);
            other.is_some_and(|(other, answer)| options.iter().any(|option| other.bit_of(option) & answer != 0))
        };
        if question.locked_when.iter().any(|condition| holds(&condition.0, &condition.1)) {
            return Vec::new();
        }
        let answer = chosen.get(at).copied().unwrap_or_default();
        let choice = choices.iter().find(|choice| asked.bit_of(&choice.id) & answer != 0);
        let becomes = choice.map(|choice| choice.can_become.as_slice()).unwrap_or_default();
        becomes
            .iter()
            .map(|option| (at, asked.bit_of(option)))
            .filter(|(_, option)| *option != 0 && *option != answer)
            .collect()
    }

    fn change(&self, changed: &[usize], then: &Chosen) -> Change {
        let answer = |at: &usize| {
            let asked = self.questions.get(*at)?;
            let option = asked.options.iter().find(|option| then.get(*at) == Some(&asked.bit_of(option)))?;
            Some((asked.id.clone(), option.clone()))
        };
        let leads_to = match self.shown_first(&self.set_aside(then.clone())) {
            Shown::Reason(reason) => self.reasons.get(reason).map(|reason| reason.topic.clone()),
            Shown::Nothing | Shown::Contradiction => None,
        };
        Change { answers: changed.iter().filter_map(answer).collect(), leads_to }
    }
}

/// Calls back for every way to change exactly so many answers.
fn try_changes(
    possible: &[(usize, u128)],
    left: usize,
    changed: &mut Vec<usize>,
    then: &Chosen,
    look: &mut impl FnMut(&[usize], &Chosen),
) {
    if left == 0 {
        look(changed, then);
        return;
    }
    for (place, (at, option)) in possible.iter().enumerate() {
        if changed.contains(at) {
            continue;
        }
        changed.push(*at);
        let rest = possible.get(place + 1..).unwrap_or_default();
        try_changes(rest, left - 1, changed, &with(then, *at, *option), look);
        changed.pop();
    }
}

/// The same answers with another one to this question.
fn with(given: &Chosen, at: usize, answer: u128) -> Chosen {
    let mut then = given.clone();
    if let Some(place) = then.get_mut(at) {
        *place = answer;
    }
    then
}

/// A smallest set that has something in common with each of these, in order. None of them may be empty.
fn smallest_meeting(sets: &[Vec<usize>]) -> Vec<usize> {
    let mut held = Vec::new();
    let mut size = 0;
    while !meet(sets, size, &mut held) {
        size += 1;
    }
    held.sort_unstable();
    held
}

fn meet(sets: &[Vec<usize>], left: usize, held: &mut Vec<usize>) -> bool {
    let Some(missed) = sets.iter().filter(|set| !set.iter().any(|at| held.contains(at))).min_by_key(|set| set.len())
    else {
        return true;
    };
    if left == 0 {
        return false;
    }
    for at in missed {
        held.push(*at);
        if meet(sets, left - 1, held) {
            return true;
        }
        held.pop();
    }
    false
}
