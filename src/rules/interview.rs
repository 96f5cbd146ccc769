//! One question at a time: which one is open, what was asked before, what was passed over. Knows no window.

use std::collections::BTreeSet;

use crate::content::model::QuestionId;

use super::answers::Answers;
use super::weigh::Checker;

/// An interview under way. The answers themselves are kept apart, so that the form and the interview share them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Interview {
    /// The questions dealt with, in order: answered or passed over.
    asked: Vec<QuestionId>,
    /// Those of them that were passed over.
    skipped: BTreeSet<QuestionId>,
    /// A question taken up again, by Back or to change its answer.
    again: Option<QuestionId>,
}

impl Interview {
    /// The question to show now; `None` where nothing more can change what comes first, or nothing is left to ask.
    ///
    /// A question taken up again comes before all others, as long as it applies.
    pub fn next(&self, checker: &Checker, answers: &Answers) -> Option<QuestionId> {
        let again = self.again.iter().find(|id| checker.does_apply(id, answers));
        again.cloned().or_else(|| {
            let is_over = checker.settled(answers, &self.skipped);
            if is_over { None } else { checker.next_question_but(answers, &self.skipped) }
        })
    }

    /// Notes that a question was answered. The answer itself goes into the answers.
    pub fn answered(&mut self, question: QuestionId) {
        self.skipped.remove(&question);
        self.dealt_with(question);
    }

    /// Passes a question over. If it has an answer, the caller takes it back: skipped is the same as not answered.
    pub fn skip(&mut self, question: QuestionId) {
        self.skipped.insert(question.clone());
        self.dealt_with(question);
    }

    /// Takes up the question before the one that is shown, and returns it; its answer stays until it is answered anew.
    /// `None` at the first question.
    pub fn back(&mut self, checker: &Checker, answers: &Answers) -> Option<QuestionId> {
        let shown = self.again.as_ref().and_then(|again| self.asked.iter().position(|asked| asked == again));
        let before = self.asked.get(..shown.unwrap_or(self.asked.len()))?;
        let question = before.iter().rev().find(|id| checker.does_apply(id, answers))?.clone();
        self.change(question.clone());
        Some(question)
    }

    /// Takes a question up again, so that its answer can be changed. What was answered after it stays.
    pub fn change(&mut self, question: QuestionId) {
        self.skipped.remove(&question);
        self.again = Some(question);
    }

    /// The questions dealt with that apply now, in the order in which they were asked. One whose condition an answer
    /// has taken away is set aside, and comes back when it applies again.
    pub fn asked(&self, checker: &Checker, answers: &Answers) -> Vec<QuestionId> {
        self.asked.iter().filter(|id| checker.does_apply(id, answers)).cloned().collect()
    }

    /// The questions that were passed over.
    pub fn skipped(&self) -> &BTreeSet<QuestionId> {
        &self.skipped
    }

    fn dealt_with(&mut self, question: QuestionId) {
        if self.again.as_ref() == Some(&question) {
            self.again = None;
        }
        if !self.asked.contains(&question) {
            self.asked.push(question);
        }
    }
}

impl Checker {
    /// Does the question apply, after these answers and those that they set aside?
    fn does_apply(&self, question: &QuestionId, answers: &Answers) -> bool {
        let place = self.questions.iter().position(|asked| asked.id == *question);
        place.is_some_and(|at| self.applies_at(at, &self.chosen(answers)))
    }
}
