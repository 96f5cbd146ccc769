//! The shipped rules with one sign changed: what the proof, the invariants and the situations notice.

use std::collections::BTreeMap;

use unsent::content::Guide;
use unsent::content::model::{Condition, Says, Weight};
use unsent::rules::prove::{Comparison, compare, prove_invariants};
use unsent::rules::{Answers, Checker, Outcome, option_ids, prove};

use super::prove::{rounds, shown};
use super::situations::{Situation, situations};
use crate::support::{answers, guide};

/// The guide with one sign changed, and how.
struct Mutant {
    how: &'static str,
    what: String,
    guide: Guide,
}

/// Every sign deleted, widened, narrowed, swapped and given to the next reason.
fn mutants(guide: &Guide) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    let reasons = &guide.rules.reasons;
    for (at, reason) in reasons.iter().enumerate() {
        for place in 0..reason.signs.len() {
            let mut add = |how, change: &dyn Fn(&mut Guide)| {
                let mut guide = guide.clone();
                change(&mut guide);
                let what = format!("{} {} {how}: {}", reason.topic, place + 1, reason.signs[place].because);
                mutants.push(Mutant { how, what, guide });
            };
            add("deleted", &|guide| _ = guide.rules.reasons[at].signs.remove(place));
            add("widened", &|guide| widen(guide, at, place));
            add("narrowed", &|guide| narrow(guide, at, place));
            add("swapped", &|guide| {
                let says = &mut guide.rules.reasons[at].signs[place].says;
                *says = match *says {
                    Says::For(weight) => Says::Against(weight),
                    Says::Against(weight) => Says::For(weight),
                    Says::RulesOut => Says::For(Weight::Strong),
                };
            });
            add("retargeted", &|guide| {
                let sign = guide.rules.reasons[at].signs.remove(place);
                guide.rules.reasons[(at + 1) % reasons.len()].signs.push(sign);
            });
        }
    }
    mutants
}

/// Without its last exception, or its last condition of several, or with one more option.
fn widen(guide: &mut Guide, reason: usize, place: usize) {
    let messages = guide.messages.clone();
    let questions = guide.questions.clone();
    let sign = &mut guide.rules.reasons[reason].signs[place];
    if sign.unless.pop().is_some() {
        return;
    }
    if sign.when.len() > 1 {
        sign.when.pop();
        return;
    }
    let Condition(question, wanted) = &mut sign.when[0];
    let asked = questions.iter().find(|asked| asked.id == *question).unwrap();
    wanted.extend(option_ids(asked, &messages).into_iter().find(|option| !wanted.contains(option)));
}

/// Without its last option of several, or only where one more question is answered.
fn narrow(guide: &mut Guide, reason: usize, place: usize) {
    let messages = guide.messages.clone();
    let questions = guide.questions.clone();
    let sign = &mut guide.rules.reasons[reason].signs[place];
    if let Some(several) = sign.when.iter_mut().find(|condition| condition.1.len() > 1) {
        several.1.pop();
        return;
    }
    let named = |id| sign.when.iter().chain(&sign.unless).any(|condition| condition.0 == id);
    let other = questions.iter().skip(1).find(|asked| !named(asked.id.clone())).unwrap();
    sign.when.push(Condition(other.id.clone(), option_ids(other, &messages)));
}

/// Does one of the situations come out otherwise than it has to?
fn breaks_a_situation(checker: &Checker, situations: &[(Situation, Answers)]) -> bool {
    situations.iter().any(|(Situation { right, never, .. }, answers)| {
        let finding = checker.diagnose(answers);
        let first = finding.ranked.first().map_or("", |first| first.topic.as_str());
        finding.outcome != Outcome::Found || !right.contains(&first) || never.contains(&first)
    })
}

/// Each mutant is shown equal, or differs for answers that are put in. `UNSENT_REPORT` names a file for the figures.
#[test]
fn mutants_are_caught_or_equal() {
    let guide = guide();
    let all = mutants(&guide);
    // All of them take minutes without optimisation.
    let every = all.len().div_ceil(rounds(10)).max(1);
    let situations: Vec<_> = situations()
        .into_iter()
        .map(|situation| {
            let given = answers(&guide, &situation.answers);
            (situation, given)
        })
        .collect();
    let plain = Checker::new(&guide);
    let mut figures = BTreeMap::<(&str, &str), usize>::new();
    let mut missed = Vec::new();
    let report = std::env::var_os("UNSENT_REPORT");
    for Mutant { how, what, guide: mutant } in all.iter().step_by(every) {
        let fate = match compare(&guide, mutant) {
            Comparison::Equal => "equal",
            Comparison::Undecided => panic!("{what}"),
            Comparison::Differ(answers) => {
                let checker = Checker::new(mutant);
                assert_ne!(shown(&plain.diagnose(&answers)), shown(&checker.diagnose(&answers)), "{what}: {answers:?}");
                if !prove_invariants(mutant).holds() {
                    "invariants"
                } else if breaks_a_situation(&checker, &situations) {
                    "situations"
                } else if report.is_some() && !prove(mutant).holds() {
                    "dead parts"
                } else {
                    missed.push((what, answers));
                    "missed"
                }
            }
        };
        *figures.entry((how, fate)).or_default() += 1;
        if let Some(file) = &report {
            std::fs::write(file, format!("{figures:#?}\n{missed:#?}\n")).unwrap();
        }
    }
    // A hint lost shows only in combinations that nobody has written down, so not every mutant is caught.
    assert!(figures.keys().any(|(_, fate)| *fate == "invariants"), "{figures:#?}");
}
