//! One question at a time: forth, back, passed over, changed, set aside.

use unsent::content::Guide;
use unsent::content::model::QuestionId;
use unsent::rules::{Answers, Checker, Interview, answer};

use super::made_up::written;
use crate::support::guide;

/// `colour` is asked only of a painted door.
fn doors() -> Guide {
    written(
        r#"
        (id: "painted", text: "", why: "", options: Choose([(id: "yes", text: ""), (id: "no", text: "")])),
        (id: "colour", text: "", why: "", options: Choose([(id: "red", text: ""), (id: "blue", text: "")]),
            ask_when: [("painted", ["yes"])]),
        (id: "handle", text: "", why: "", options: Choose([(id: "brass", text: ""), (id: "steel", text: "")])),
        "#,
        r#"
        (topic: "cellar", prior: VeryCommon, signs: [
            (when: [("painted", ["no"])], says: For(Decisive), because: "It is bare"),
        ]),
        (topic: "kitchen", prior: Common, signs: [
            (when: [("colour", ["red"])], says: For(Strong), because: "It is red"),
            (when: [("handle", ["brass"])], says: For(Weak), because: "It has brass"),
        ]),
        (topic: "attic", prior: Common, signs: [
            (when: [("colour", ["blue"])], says: For(Strong), because: "It is blue"),
            (when: [("handle", ["steel"])], says: For(Weak), because: "It has steel"),
        ]),
        "#,
    )
}

/// A person who answers what is asked.
struct Person {
    guide: Guide,
    checker: Checker,
    answers: Answers,
    interview: Interview,
}

impl Person {
    fn new() -> Self {
        let guide = doors();
        Self { checker: Checker::new(&guide), guide, answers: Answers::default(), interview: Interview::default() }
    }

    #[track_caller]
    fn says(&mut self, question: &str, option: &str) {
        assert_eq!(self.next().as_deref(), Some(question), "another question is open");
        answer(&self.guide, &mut self.answers, question, option).unwrap();
        self.interview.answered(question.into());
    }

    #[track_caller]
    fn skips(&mut self, question: &str) {
        assert_eq!(self.next().as_deref(), Some(question), "another question is open");
        self.answers.set(question.into(), None);
        self.interview.skip(question.into());
    }

    fn back(&mut self) -> Option<String> {
        self.interview.back(&self.checker, &self.answers).map(|id| id.to_string())
    }

    fn next(&self) -> Option<String> {
        self.interview.next(&self.checker, &self.answers).map(|id| id.to_string())
    }

    fn asked(&self) -> Vec<String> {
        self.interview.asked(&self.checker, &self.answers).iter().map(ToString::to_string).collect()
    }
}

#[test]
fn questions_come_one_at_a_time_until_nothing_more_can_change() {
    let mut person = Person::new();
    person.says("painted", "yes");
    person.says("colour", "red");
    assert_eq!(person.next(), None, "a handle can’t outweigh the colour");
    assert_eq!(person.asked(), ["painted", "colour"]);
}

#[test]
fn what_is_skipped_is_not_asked_again_until_back_takes_it_up() {
    let mut person = Person::new();
    person.skips("painted");
    assert_eq!(person.interview.skipped().len(), 1);
    person.skips("handle");
    assert_eq!(person.next(), None);
    assert_eq!(person.back().as_deref(), Some("handle"));
    assert_eq!(person.back().as_deref(), Some("painted"));
    assert_eq!(person.back(), None, "there is nothing before the first question");
    assert!(person.interview.skipped().is_empty(), "both may be answered after all");
    person.says("painted", "no");
    assert_eq!(person.asked(), ["painted", "handle"]);
}

#[test]
fn back_keeps_the_answer_and_what_follows_comes_next_again() {
    let mut person = Person::new();
    person.says("painted", "yes");
    assert_eq!(person.back().as_deref(), Some("painted"));
    assert_eq!(person.answers.get(&"painted".into()).map(|option| option.as_str()), Some("yes"));
    person.says("painted", "yes");
    assert_eq!(person.next().as_deref(), Some("colour"));
    assert_eq!(person.asked(), ["painted"], "a question stands there once");
}

#[test]
fn an_answer_that_no_longer_applies_is_set_aside_and_comes_back() {
    let mut person = Person::new();
    person.says("painted", "yes");
    person.says("colour", "blue");
    person.interview.change("painted".into());
    person.says("painted", "no");
    assert_eq!(person.asked(), ["painted"]);
    assert_eq!(person.checker.diagnose(&person.answers).ranked[0].topic.as_str(), "cellar");
    person.interview.change("colour".into());
    assert_ne!(person.next().as_deref(), Some("colour"), "a bare door has no colour");
    person.interview.change("painted".into());
    person.says("painted", "yes");
    assert_eq!(person.asked(), ["painted", "colour"]);
    assert_eq!(person.checker.diagnose(&person.answers).ranked[0].topic.as_str(), "attic");
}

#[test]
fn an_interview_with_the_shipped_guide_comes_to_an_end_without_a_question_twice() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let (mut interview, mut answers) = (Interview::default(), Answers::default());
    let mut seen: Vec<QuestionId> = Vec::new();
    while let Some(question) = interview.next(&checker, &answers) {
        assert!(!seen.contains(&question), "{question} is asked twice");
        if seen.len().is_multiple_of(2) {
            interview.skip(question.clone());
        } else {
            let options = unsent::rules::option_ids(guide.question(&question).unwrap(), &guide.messages);
            answers.set(question.clone(), options.first().cloned());
            interview.answered(question.clone());
        }
        seen.push(question);
    }
    assert!(seen.len() > 2, "{seen:?}");
    assert_eq!(interview.asked(&checker, &answers), seen);
}
