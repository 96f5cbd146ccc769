//! The rules as plain data: whoever weighs them by these few lines comes to the checker's own finding.

use std::cmp::Reverse;

use serde::Deserialize;
use unsent::rules::{Answers, Checker, Exported, Outcome};

use super::weighing::any_answers;
use crate::support::{Numbers, guide};

#[derive(Deserialize)]
struct Rules {
    questions: Vec<Question>,
    reasons: Vec<Reason>,
    clashes: Vec<Clash>,
    conflict: String,
    verdicts: Vec<(String, i32)>,
}

/// The place of a question, and the places of its options that will do.
type Test = (usize, Vec<usize>);

#[derive(Deserialize)]
struct Question {
    id: String,
    options: Vec<String>,
    ask_when: Vec<Test>,
}

#[derive(Deserialize)]
struct Reason {
    topic: String,
    prior: i32,
    signs: Vec<Sign>,
}

#[derive(Deserialize)]
struct Sign {
    when: Vec<Test>,
    unless: Vec<Test>,
    adds: Option<i32>,
    proves: bool,
    because: String,
}

#[derive(Deserialize)]
struct Clash {
    when: Vec<Test>,
    text: String,
}

/// For each question the place of the option, those set aside that do not apply.
fn chosen(rules: &Rules, answers: &Answers) -> Vec<Option<usize>> {
    let place = |question: &Question| {
        let answer = answers.get(&question.id.as_str().into())?;
        question.options.iter().position(|option| option == answer.as_str())
    };
    let mut chosen: Vec<_> = rules.questions.iter().map(place).collect();
    let applies =
        |chosen: &[Option<usize>], at: usize| rules.questions[at].ask_when.iter().all(|test| holds(test, chosen));
    while let Some(aside) = (0..chosen.len()).find(|at| chosen[*at].is_some() && !applies(&chosen, *at)) {
        chosen[aside] = None;
    }
    chosen
}

fn holds((question, options): &Test, chosen: &[Option<usize>]) -> bool {
    chosen[*question].is_some_and(|option| options.contains(&option))
}

/// The contradictions, and the reasons that are left with score and word.
#[expect(clippy::literal_string_with_formatting_args, reason = "the text has these placeholders")]
fn weigh(rules: &Rules, answers: &Answers) -> (Vec<String>, Vec<(String, i32, String)>) {
    let chosen = chosen(rules, answers);
    let (mut conflicts, mut left) = (Vec::new(), Vec::new());
    for Reason { topic, prior, signs } in &rules.reasons {
        let counts = |sign: &&Sign| {
            sign.when.iter().all(|test| holds(test, &chosen)) && !sign.unless.iter().any(|test| holds(test, &chosen))
        };
        let signs: Vec<_> = signs.iter().filter(counts).collect();
        let Some(out) = signs.iter().find(|sign| sign.adds.is_none()) else {
            left.push((topic.clone(), prior + signs.iter().filter_map(|sign| sign.adds).sum::<i32>(), *prior));
            continue;
        };
        if let Some(proof) = signs.iter().find(|sign| sign.proves) {
            conflicts.push(rules.conflict.replace("{proof}", &proof.because).replace("{excluded}", &out.because));
        }
    }
    let clashes = rules.clashes.iter().filter(|clash| clash.when.iter().all(|test| holds(test, &chosen)));
    let clashes: Vec<_> = clashes.map(|clash| clash.text.clone()).collect();
    left.sort_by_key(|(_, score, prior)| Reverse((*score, *prior)));
    let word = |score: i32| rules.verdicts.iter().find(|(_, least)| score >= *least).unwrap().0.clone();
    let left = left.into_iter().map(|(topic, score, _)| (topic, score, word(score))).collect();
    (if clashes.is_empty() { conflicts } else { clashes }, left)
}

#[test]
fn what_is_exported_weighs_the_same() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let rules: Rules = serde_json::from_value(serde_json::to_value(Exported::new(&guide)).unwrap()).unwrap();
    let mut numbers = Numbers(41);
    let mut contradictions = 0;
    for round in 0..2000 {
        let answers = any_answers(&guide, &mut numbers, round % 101);
        let finding = checker.diagnose(&answers);
        let told = match finding.outcome {
            Outcome::Contradiction(texts) => texts,
            Outcome::Found | Outcome::Unknown => Vec::new(),
        };
        contradictions += usize::from(!told.is_empty());
        let ranked = finding
            .ranked
            .iter()
            .map(|reason| (reason.topic.to_string(), reason.score, reason.verdict.as_str().to_owned()));
        assert_eq!(weigh(&rules, &answers), (told, ranked.collect()), "{answers:?}");
    }
    assert!(contradictions > 20, "{contradictions}");
}
