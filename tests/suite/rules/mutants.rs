//! The shipped rules with one sign changed: what the proof notices, and what the comparison with the rules before.

use std::collections::BTreeMap;

use unsent::content::Guide;
use unsent::content::model::{Condition, Says, Weight};
use unsent::rules::prove::{Comparison, changes, prove_invariants};
use unsent::rules::{Answers, Checker, option_ids, prove};

use super::prove::{rounds, shown};
use super::weighing::any_answers;
use crate::support::{Numbers, guide};

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

/// Each edit is shown to change nothing, or answers are put in for which it does. `UNSENT_REPORT` names a file for the
/// figures: what the proof alone notices, and what only the comparison with the edition before it.
#[test]
fn each_edit_is_caught_or_equal() {
    let guide = guide();
    let all = mutants(&guide);
    // All of them take minutes without optimisation.
    let every = all.len().div_ceil(rounds(10)).max(1);
    let before = Checker::new(&guide);
    let mut numbers = Numbers(71);
    let mut figures = BTreeMap::<(&str, &str), usize>::new();
    let report = std::env::var_os("UNSENT_REPORT");
    for Mutant { how, what, guide: mutant } in all.iter().step_by(every) {
        let after = Checker::new(mutant);
        let told = changes(&guide, mutant).unwrap();
        assert!(!told.is_empty(), "{what}: no edit is seen");
        let differ: Vec<_> = told
            .iter()
            .filter_map(|change| match &change.effect {
                Comparison::Differ(answers) => Some(answers),
                Comparison::Equal | Comparison::Moves(_) => None,
                Comparison::Undecided => panic!("{what}: {}", change.text),
            })
            .collect();
        let fate = if differ.is_empty() {
            for round in 0..2000 {
                let answers = any_answers(&guide, &mut numbers, round % 101);
                assert_eq!(shown(&before.diagnose(&answers)), shown(&after.diagnose(&answers)), "{what}: {answers:?}");
            }
            "equal"
        } else {
            // A sign that went to another reason is two edits, of which each shows by itself.
            let shows = |answers: &&&Answers| shown(&before.diagnose(answers)) != shown(&after.diagnose(answers));
            assert!(differ.iter().any(|answers| shows(&answers)), "{what}: {told:#?}");
            if !prove_invariants(mutant).holds() {
                "noticed by an invariant or a situation"
            } else if report.is_some() && !prove(mutant).holds() {
                "noticed by a dead part"
            } else {
                "noticed by the comparison"
            }
        };
        *figures.entry((how, fate)).or_default() += 1;
        if let Some(file) = &report {
            std::fs::write(file, format!("{figures:#?}\n")).unwrap();
        }
    }
    assert!(figures.keys().any(|(_, fate)| fate.starts_with("noticed by an invariant")), "{figures:#?}");
}
