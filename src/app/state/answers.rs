//! What the checker is told, and what it makes of it.

use super::State;
use crate::app::{Dialog, Focus, Library, Notice, Page, Saved};
use crate::content::model::{Message, OptionId, QuestionId};
use crate::rules::{Answers, Interview, decode, encode};

impl State {
    pub(super) fn describe_message(&mut self, library: &Library, text: String) {
        let recognised = library.recogniser.recognise(&text);
        if let Some(question) = library.guide.message_question() {
            let option = recognised.map(|message| message.as_str().into());
            self.saved.not_sure.remove(&question.id);
            self.saved.answers.set(question.id.clone(), option);
            // The field stays open while it is typed in.
            if let Some(interview) = &mut self.interview {
                interview.change(question.id.clone());
            }
        }
        self.saved.message_text = text;
        self.weigh(library);
    }

    pub(super) fn answer(&mut self, library: &Library, question: QuestionId, option: Option<OptionId>) {
        self.saved.not_sure.remove(&question);
        if let Some(interview) = self.interview.as_mut().filter(|_| option.is_some()) {
            interview.answered(question.clone());
            self.focus = Some(Focus::PageTop);
        }
        self.saved.answers.set(question, option);
        self.weigh(library);
    }

    pub(super) fn keep_answer(&mut self, library: &Library, question: QuestionId) {
        let answer = self.saved.answers.get(&question).cloned();
        self.answer(library, question, answer);
    }

    /// What was answered or skipped in the form counts as asked, in the order of the form.
    pub(super) fn interview(&mut self, library: &Library, one_at_a_time: bool) {
        self.interview = one_at_a_time.then(|| {
            let mut interview = Interview::default();
            for question in library.guide.questions.iter().map(|question| &question.id) {
                if self.saved.not_sure.contains(question) {
                    interview.skip(question.clone());
                } else if self.saved.answers.get(question).is_some() {
                    interview.answered(question.clone());
                }
            }
            interview
        });
        self.weigh(library);
    }

    pub(super) fn skip(&mut self, library: &Library, question: QuestionId) {
        if let Some(interview) = &mut self.interview {
            interview.skip(question.clone());
        }
        self.saved.not_sure.remove(&question);
        self.not_sure(library, question);
        self.focus = Some(Focus::PageTop);
    }

    /// Takes a question of the interview up again: this one, or else the one before the open one.
    pub(super) fn take_up(&mut self, library: &Library, question: Option<QuestionId>) {
        let Some(interview) = &mut self.interview else { return };
        let open = match question {
            Some(question) => {
                interview.change(question.clone());
                Some(question)
            }
            None => interview.back(&library.checker, &self.saved.answers),
        };
        if let Some(open) = open {
            self.saved.not_sure.remove(&open);
        }
        self.focus = Some(Focus::PageTop);
        self.weigh(library);
    }

    pub(super) fn open_case(&mut self, library: &Library) {
        match decode(&library.guide, &self.case_text) {
            Ok(answers) if self.saved.answers.is_empty() || self.saved.answers == answers => {
                self.show_case(library, answers);
            }
            Ok(answers) => self.dialog = Some(Dialog::OpenCase(answers)),
            Err(fault) => self.notice = Some(Notice::CaseRefused(fault)),
        }
    }

    /// Shows the checker with the answers of a case in place of the person's own.
    pub(super) fn show_case(&mut self, library: &Library, answers: Answers) {
        self.saved.answers = answers;
        self.saved.not_sure.clear();
        self.saved.tried.clear();
        self.saved.message_text = self.message_answered(library);
        self.case_text.clear();
        self.interview = None;
        self.weigh(library);
        self.go(Page::Checker);
        self.notice = Some(Notice::CaseOpened);
    }

    /// The literal text of the message that the answers name.
    fn message_answered(&self, library: &Library) -> String {
        let question = library.guide.message_question();
        let answer = question.and_then(|question| self.saved.answers.get(&question.id));
        let message = answer.and_then(|answer| library.guide.message(&answer.as_str().into()));
        message.map(Message::shown).unwrap_or_default()
    }

    pub(super) fn not_sure(&mut self, library: &Library, question: QuestionId) {
        if library.guide.message_question().is_some_and(|asked| asked.id == question) {
            self.saved.message_text.clear();
        }
        self.saved.answers.set(question.clone(), None);
        if !self.saved.not_sure.remove(&question) {
            self.saved.not_sure.insert(question);
        }
        self.weigh(library);
    }

    /// Takes all answers back. Their case code stays in its field, so that they are one press away.
    pub(super) fn start_over(&mut self, library: &Library) {
        if !self.saved.answers.is_empty() {
            self.case_text = std::mem::take(&mut self.case);
            self.notice = Some(Notice::StartedOver);
        }
        self.saved.answers.clear();
        self.saved.not_sure.clear();
        self.saved.message_text.clear();
        self.saved.tried.clear();
        self.interview = self.interview.as_ref().map(|_| Interview::default());
        self.weigh(library);
    }

    pub(super) fn weigh(&mut self, library: &Library) {
        self.finding = library.checker.diagnose(&self.saved.answers);
        let Saved { answers, not_sure, .. } = &self.saved;
        self.next_question = library.checker.next_question_but(answers, not_sure);
        self.settled = library.checker.settled(answers, not_sure);
        self.enough = library.checker.enough(answers);
        self.change = library.checker.nearest_change(answers, &library.guide);
        self.fixes = library.checker.fixes(&library.guide, answers, &self.saved.tried);
        self.case = encode(&library.guide, answers);
        self.open_question = self.interview.as_ref().and_then(|interview| interview.next(&library.checker, answers));
    }
}
