//! Small guides made up by chance, small enough to try every way of answering.

use unsent::content::Guide;
use unsent::content::model::{
    Choice, Clash, Condition, OptionId, Options, Prior, Question, QuestionId, QuestionList, Reason, RuleBook, Says,
    Sign, Weight,
};
use unsent::rules::{Answers, Checker, Outcome, option_ids};

use crate::support::{Numbers, parse};

/// A guide with only these questions and reasons, written as in the content files.
#[track_caller]
pub(super) fn written(questions: &str, reasons: &str) -> Guide {
    let rules = format!(
        r#"(unknown: (title: "", what_to_do: []), contradiction: (title: "", what_to_do: []), reasons: [{reasons}])"#
    );
    let questions = parse::<QuestionList>(&format!("(questions: [{questions}])")).questions;
    Guide { questions, rules: parse(&rules), ..Guide::empty() }
}

/// A guide with three to five questions and two to four reasons that any answers may speak for or against.
pub(super) fn made_up(numbers: &mut Numbers) -> Guide {
    let mut guide = Guide::empty();
    let count = 3 + numbers.below(3);
    guide.questions = Vec::new();
    for at in 0..count {
        let options = 1 + numbers.below(3);
        // Now and then a question hangs on one before it.
        let ask_when = if at > 0 && numbers.below(6) == 0 {
            let before = numbers.below(at);
            vec![condition(&guide.questions[before], numbers)]
        } else {
            Vec::new()
        };
        guide.questions.push(question(at, options, ask_when));
        if numbers.below(3) == 0 {
            let other = numbers.below(at + 1);
            let locked_when = condition(&guide.questions[other], numbers);
            guide.questions[at].locked_when = vec![locked_when];
        }
        if let Options::Choose(choices) = &mut guide.questions[at].options {
            for (from, choice) in choices.iter_mut().enumerate() {
                let to = numbers.below(options);
                if to != from && numbers.below(2) == 0 {
                    choice.can_become = vec![format!("o{to}").as_str().into()];
                }
            }
        }
    }
    let questions = guide.questions.clone();
    let reasons = (0..2 + numbers.below(3)).map(|at| Reason {
        topic: format!("r{at}").as_str().into(),
        prior: [Prior::Rare, Prior::Uncommon, Prior::Common, Prior::VeryCommon][numbers.below(4)],
        signs: (0..=numbers.below(6)).map(|_| sign(&questions, numbers)).collect(),
    });
    let reasons = reasons.collect();
    let clashes =
        (0..numbers.below(2)).map(|_| Clash { when: conditions(&questions, 2, numbers), text: "x".to_owned() });
    guide.rules = RuleBook { clashes: clashes.collect(), reasons, ..RuleBook::default() };
    guide
}

fn question(at: usize, options: usize, ask_when: Vec<Condition>) -> Question {
    let choice = |option: usize| Choice {
        id: format!("o{option}").as_str().into(),
        text: String::new(),
        can_become: Vec::new(),
    };
    Question {
        id: format!("q{at}").as_str().into(),
        text: String::new(),
        why: String::new(),
        options: Options::Choose((0..options).map(choice).collect()),
        ask_when,
        locked_when: Vec::new(),
    }
}

fn condition(question: &Question, numbers: &mut Numbers) -> Condition {
    let mut options = option_ids(question, &[]);
    if options.len() > 1 {
        options.remove(numbers.below(options.len()));
    }
    if numbers.below(2) == 0 {
        options.truncate(1);
    }
    Condition(question.id.clone(), options)
}

/// Conditions on so many different questions.
fn conditions(questions: &[Question], count: usize, numbers: &mut Numbers) -> Vec<Condition> {
    let first = numbers.below(questions.len());
    (0..count).map(|at| condition(&questions[(first + at) % questions.len()], numbers)).collect()
}

fn sign(questions: &[Question], numbers: &mut Numbers) -> Sign {
    let weight = [Weight::Weak, Weight::Moderate, Weight::Strong, Weight::Decisive][numbers.below(4)];
    let says = match numbers.below(10) {
        0 => Says::RulesOut,
        1..4 => Says::Against(weight),
        _ => Says::For(weight),
    };
    let count = 1 + numbers.below(2);
    let unless = numbers.below(3) / 2;
    Sign {
        when: conditions(questions, count, numbers),
        unless: conditions(questions, unless, numbers),
        says,
        because: format!("because {}", numbers.below(1000)),
    }
}

/// Every way to answer the questions that are left open, unanswered ones included.
pub(super) fn completions(guide: &Guide, kept: &Answers, open: &[QuestionId]) -> Vec<Answers> {
    let mut all = vec![kept.clone()];
    for question in guide.questions.iter().filter(|question| open.contains(&question.id)) {
        let blank: Vec<Option<OptionId>> = vec![None];
        let options: Vec<_> = blank.into_iter().chain(option_ids(question, &[]).into_iter().map(Some)).collect();
        all = all
            .into_iter()
            .flat_map(|answers| {
                options.iter().map(move |option| {
                    let mut answers = answers.clone();
                    answers.set(question.id.clone(), option.clone());
                    answers
                })
            })
            .collect();
    }
    all
}

/// What stands first: a topic, `nothing`, or `contradiction`.
pub(super) fn shown(checker: &Checker, answers: &Answers) -> String {
    let finding = checker.diagnose(answers);
    match finding.outcome {
        Outcome::Contradiction(_) => "contradiction".to_owned(),
        Outcome::Unknown => "nothing".to_owned(),
        Outcome::Found => finding.ranked[0].topic.to_string(),
    }
}

pub(super) fn ids(guide: &Guide) -> Vec<QuestionId> {
    guide.questions.iter().map(|question| question.id.clone()).collect()
}
