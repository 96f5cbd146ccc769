//! How fast the checker is, and how many questions it takes. `cargo bench` runs it all.
//!
//! The situations are drawn from the rules' own weights with a fixed seed: a reason by its prior; then, question after
//! question in the order of the form, an option by what it adds to the reason's score, given the options before it.
//! Counted are the questions until that reason is first and stays first, whatever is asked after. A situation in which
//! it is not first even with every question answered is drawn again; how many there are is said.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark may panic and prints its figures")]

#[path = "../shared/numbers.rs"]
mod numbers;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use divan::{Bencher, black_box};
use unsent::content::model::{Options, QuestionId, TopicId};
use unsent::content::{Guide, load};
use unsent::rules::weigh::prior_weight;
use unsent::rules::{Answers, Checker, Outcome, Recogniser, answer, option_ids, prove};

use numbers::Numbers;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| load::open(None).guide);
static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(&GUIDE));

/// How many situations are drawn.
const SITUATIONS: usize = 2_000;

fn main() {
    // Read before anything is timed.
    LazyLock::force(&CHECKER);
    divan::main();
    questions_until_right();
}

fn given(words: &[&str]) -> Answers {
    let mut answers = Answers::default();
    for word in words {
        let (question, option) = word.split_once('=').unwrap();
        answer(&GUIDE, &mut answers, question, option).unwrap();
    }
    answers
}

/// What somebody may have answered: nothing, a little, much, and a message.
const CASES: [&[&str]; 4] = [
    &[],
    &["problem=send", "who=one-person"],
    &[
        "problem=send",
        "who=one-person",
        "follow=only-me",
        "age=18-plus",
        "other-apps=work",
        "others-too=no",
        "profile=opens",
        "unanswered=none",
        "warning=no",
        "app=latest",
    ],
    &["message=only-friends", "who=one-person", "follow=only-me", "age=18-plus"],
];

#[divan::bench(sample_count = 5, sample_size = 1)]
fn proof() {
    assert!(prove(black_box(&GUIDE)).holds(), "the shipped rules are proven");
}

#[divan::bench(args = 0..CASES.len())]
fn diagnosis(bencher: Bencher<'_, '_>, case: usize) {
    let answers = given(CASES[case]);
    bencher.bench(|| CHECKER.diagnose(black_box(&answers)));
}

#[divan::bench(args = 0..CASES.len())]
fn next_question(bencher: Bencher<'_, '_>, case: usize) {
    let answers = given(CASES[case]);
    bencher.bench(|| CHECKER.next_question(black_box(&answers)));
}

#[divan::bench(args = 0..CASES.len())]
fn enough(bencher: Bencher<'_, '_>, case: usize) {
    let answers = given(CASES[case]);
    bencher.bench(|| CHECKER.enough(black_box(&answers)));
}

#[divan::bench(args = 0..CASES.len())]
fn settled(bencher: Bencher<'_, '_>, case: usize) {
    let answers = given(CASES[case]);
    bencher.bench(|| CHECKER.settled(black_box(&answers), &BTreeSet::new()));
}

#[divan::bench(args = 0..CASES.len())]
fn nearest_change(bencher: Bencher<'_, '_>, case: usize) {
    let answers = given(CASES[case]);
    bencher.bench(|| CHECKER.nearest_change(black_box(&answers), &GUIDE));
}

#[divan::bench(args = 0..CASES.len())]
fn fixes(bencher: Bencher<'_, '_>, case: usize) {
    let answers = given(CASES[case]);
    bencher.bench(|| CHECKER.fixes(&GUIDE, black_box(&answers), &BTreeSet::new()));
}

#[divan::bench]
fn recognise(bencher: Bencher<'_, '_>) {
    let recogniser = Recogniser::new(&GUIDE.messages);
    bencher.bench(|| recogniser.recognise(black_box("only freinds can send mesages to each other")));
}

// ------------------------------------------------------------------ how many questions

impl Numbers {
    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap()) / f64::from(u32::MAX)
    }

    /// One of these, by their weights; `None` where none has any.
    fn pick(&mut self, weights: &[f64]) -> Option<usize> {
        let mut left = self.share() * weights.iter().sum::<f64>();
        let reachable = |weight: &f64| *weight > 0.0;
        let last = weights.iter().rposition(reachable)?;
        weights
            .iter()
            .position(|weight| {
                left -= weight;
                left < 0.0
            })
            .or(Some(last))
    }
}

fn weight(decibans: i32) -> f64 {
    10.0_f64.powf(f64::from(decibans) / 10.0)
}

fn score(answers: &Answers, reason: &TopicId) -> Option<i32> {
    let finding = CHECKER.diagnose(answers);
    finding.ranked.iter().find(|ranked| ranked.topic == *reason).map(|ranked| ranked.score)
}

fn is_first(answers: &Answers, reason: &TopicId) -> bool {
    let finding = CHECKER.diagnose(answers);
    finding.outcome == Outcome::Found && finding.ranked.first().is_some_and(|first| first.topic == *reason)
}

/// A reason, and how somebody whose reason it is would answer every question.
fn situation(numbers: &mut Numbers, with_message: bool) -> (TopicId, Answers) {
    let reasons = &GUIDE.rules.reasons;
    let priors: Vec<f64> = reasons.iter().map(|reason| weight(prior_weight(reason.prior))).collect();
    let reason = &reasons[numbers.pick(&priors).unwrap()].topic;
    let mut answers = Answers::default();
    for question in &GUIDE.questions {
        if matches!(question.options, Options::Messages) && !with_message {
            continue;
        }
        let before = score(&answers, reason).unwrap();
        let options = option_ids(question, &GUIDE.messages);
        let weights: Vec<f64> = options
            .iter()
            .map(|option| {
                let mut then = answers.clone();
                then.set(question.id.clone(), Some(option.clone()));
                score(&then, reason).map_or(0.0, |score| weight(score - before))
            })
            .collect();
        if let Some(at) = numbers.pick(&weights) {
            answers.set(question.id.clone(), Some(options[at].clone()));
        }
    }
    (reason.clone(), answers)
}

/// After how many questions the reason is first and stays first, asked in this order.
fn questions_needed(order: &[QuestionId], truth: &Answers, reason: &TopicId) -> usize {
    let mut answers = Answers::default();
    let mut since = 0;
    for (at, question) in order.iter().enumerate() {
        answers.set(question.clone(), truth.get(question).cloned());
        if !is_first(&answers, reason) {
            since = at + 1;
        }
    }
    since + 1
}

/// The checker's own order; where it has no question any more, the rest of the form follows.
fn own_order(truth: &Answers) -> (Vec<QuestionId>, usize) {
    let mut order = Vec::new();
    let (mut answers, mut unanswered) = (Answers::default(), BTreeSet::new());
    while let Some(next) = CHECKER.next_question_but(&answers, &unanswered) {
        match truth.get(&next) {
            Some(option) => answers.set(next.clone(), Some(option.clone())),
            None => _ = unanswered.insert(next.clone()),
        }
        order.push(next);
    }
    let asked = order.len();
    for question in &GUIDE.questions {
        if !order.contains(&question.id) {
            order.push(question.id.clone());
        }
    }
    (order, asked)
}

fn questions_until_right() {
    println!("\nquestions until the right reason is first and stays first ({SITUATIONS} situations, mean; seed 1)");
    println!(
        "{:<28}{:>10}{:>10}{:>10}{:>16}{:>12}",
        "", "own order", "the form", "random", "asked until end", "drawn again"
    );
    for (name, with_message) in [("every question answered", true), ("no message on the screen", false)] {
        let mut numbers = Numbers(1);
        let (mut own, mut form, mut random, mut asked, mut again) = (0, 0, 0, 0, 0);
        let mut left = SITUATIONS;
        while left > 0 {
            let (reason, truth) = situation(&mut numbers, with_message);
            if !is_first(&truth, &reason) {
                again += 1;
                continue;
            }
            left -= 1;
            let fixed: Vec<_> = GUIDE.questions.iter().map(|question| question.id.clone()).collect();
            let mut shuffled = fixed.clone();
            shuffled.sort_by_cached_key(|_| numbers.below(usize::MAX));
            let (order, until_end) = own_order(&truth);
            own += questions_needed(&order, &truth, &reason);
            form += questions_needed(&fixed, &truth, &reason);
            random += questions_needed(&shuffled, &truth, &reason);
            asked += until_end;
        }
        let mean = |sum: usize| f64::from(u32::try_from(sum).unwrap()) / f64::from(u32::try_from(SITUATIONS).unwrap());
        let [own, form, random, asked] = [own, form, random, asked].map(mean);
        println!("{name:<28}{own:>10.2}{form:>10.2}{random:>10.2}{asked:>16.2}{again:>12}");
    }
}
