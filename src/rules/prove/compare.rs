//! Do two rule books over the same questions ever show a reader something else? Decided exactly, edit by edit.

use crate::content::model::{Guide, Reason, Sign, TopicId};

use super::super::answers::Answers;
use super::super::finding::Finding;
use super::super::weigh::Checker;
use super::STEPS;
use super::differ::Pair;
use super::solve::{Found, Query};
use super::space::{Rules, Space};
use super::words::{outcome, said, title};

/// What came of a comparison.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Comparison {
    /// For every combination of answers everything is the same.
    Equal,
    /// Another reason comes first, or another word for it, or another outcome: for these answers, and for no fewer.
    Differ(Answers),
    /// What comes first is the same, but further down a reason has another place or word: for these answers.
    Moves(Answers),
    /// The budget of steps ran out.
    Undecided,
}

/// One edit of the rules, and what it does to the reader.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// What was edited, and the smallest answers for which it shows, in the writer's words.
    pub text: String,
    /// What this edit alone does.
    pub effect: Comparison,
}

/// What each edit that led from one guide to the other does by itself.
///
/// All of them together stand last where there are several and none does anything alone. `None` where the questions, messages or reasons
/// are others: then there is nothing to compare but the [`promises`].
pub fn changes(before: &Guide, after: &Guide) -> Option<Vec<Change>> {
    let reasons = |guide: &Guide| guide.rules.reasons.iter().map(|reason| reason.topic.clone()).collect::<Vec<_>>();
    if Space::new(before) != Space::new(after) || reasons(before) != reasons(after) {
        return None;
    }
    let mut changes: Vec<Change> =
        edits(before, after).iter().map(|Edit { what, guide }| change(before, guide, what)).collect();
    if matches!(changes[..], [_, _, ..]) && changes.iter().all(|change| change.effect == Comparison::Equal) {
        let all = change(before, after, "All edits together");
        changes.extend(Some(all).filter(|all| all.effect != Comparison::Equal));
    }
    changes.extend(promises(before, after));
    Some(changes)
}

/// The invariants and situations that are not what they were: they change nothing for readers, but what is proven.
pub fn promises(before: &Guide, after: &Guide) -> Vec<Change> {
    let all = |guide: &Guide| {
        let invariants = guide.rules.invariants.iter().map(|invariant| ("invariant", invariant.clone()));
        let situations = guide.rules.situations.iter().map(|situation| ("situation", situation.as_invariant()));
        invariants.chain(situations).collect::<Vec<_>>()
    };
    let after = all(after);
    let told = all(before).into_iter().filter_map(|(kind, was)| {
        let is = after.iter().find(|(other, is)| *other == kind && is.name == was.name);
        let what = match is {
            Some((_, is)) if *is == was => return None,
            Some(_) => "asks for something else than before",
            None => "is gone: nothing makes sure of it any more",
        };
        Some(Change { text: format!("The {kind} “{}” {what}", was.name), effect: Comparison::Equal })
    });
    told.collect()
}

/// The guide before, with one thing as it is after.
struct Edit {
    what: String,
    guide: Guide,
}

fn edits(before: &Guide, after: &Guide) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, (old, new)) in before.rules.reasons.iter().zip(&after.rules.reasons).enumerate() {
        let mut add = |what: &str, edit: &dyn Fn(&mut Reason)| {
            let mut guide = before.clone();
            edit(&mut guide.rules.reasons[at]);
            edits.push(Edit { what: format!("{}, {what}", title(before, &old.topic)), guide });
        };
        if old.prior != new.prior {
            let what = format!("prior {:?} instead of {:?}", new.prior, old.prior);
            add(&what, &|reason| reason.prior = new.prior);
        }
        if old.signs.len() == new.signs.len() {
            for (place, (was, is)) in old.signs.iter().zip(&new.signs).enumerate().filter(|(_, (was, is))| was != is) {
                let what = format!("sign {}, “{}”, {}", place + 1, was.because, difference(was, is));
                add(&what, &|reason| reason.signs[place] = is.clone());
            }
            continue;
        }
        for (place, lost) in left_over(&old.signs, &new.signs) {
            let what = format!("sign {}, “{}”, taken out", place + 1, lost.because);
            add(&what, &|reason| _ = reason.signs.remove(place));
        }
        for (_, added) in left_over(&new.signs, &old.signs) {
            let what = format!("the sign “{}” added", added.because);
            add(&what, &|reason| reason.signs.push(added.clone()));
        }
    }
    if before.rules.clashes != after.rules.clashes {
        let mut guide = before.clone();
        guide.rules.clashes.clone_from(&after.rules.clashes);
        edits.push(Edit { what: "The clashes".to_owned(), guide });
    }
    edits
}

/// What is different in a sign.
fn difference(was: &Sign, is: &Sign) -> String {
    let says = (was.says != is.says).then(|| format!("{:?} instead of {:?}", is.says, was.says));
    let answers = (was.when != is.when || was.unless != is.unless).then(|| "for other answers".to_owned());
    let words = (was.because != is.because).then(|| "in other words".to_owned());
    [says, answers, words].into_iter().flatten().collect::<Vec<_>>().join(" and ")
}

/// The signs, with their places, that have no equal among the others; each of those counts once.
fn left_over<'a>(signs: &'a [Sign], others: &[Sign]) -> Vec<(usize, &'a Sign)> {
    let mut others: Vec<_> = others.iter().collect();
    let is_left = |(_, sign): &(usize, &Sign)| match others.iter().position(|other| other == sign) {
        Some(at) => {
            others.remove(at);
            false
        }
        None => true,
    };
    signs.iter().enumerate().filter(is_left).collect()
}

fn change(before: &Guide, after: &Guide, what: &str) -> Change {
    let effect = compare(before, after);
    let finding = |guide: &Guide, answers: &Answers| Checker::new(guide).diagnose(answers);
    let text = match &effect {
        Comparison::Equal => format!("{what}: changes nothing, whatever is answered"),
        Comparison::Undecided => format!("{what}: not decided, the budget of steps ran out"),
        Comparison::Differ(answers) => {
            let comes = |guide: &Guide| outcome(guide, &finding(guide, answers));
            format!("{what}. {}: {}; before, {}", said(before, answers), comes(after), comes(before))
        }
        Comparison::Moves(answers) => {
            let (was, is) = (finding(before, answers), finding(after, answers));
            let mut reasons = before.rules.reasons.iter().zip(&after.rules.reasons);
            let moved = reasons.find(|(old, new)| {
                (old.prior != new.prior || old.signs != new.signs) && place(&was, &old.topic) != place(&is, &old.topic)
            });
            let moved = moved.map_or_else(String::new, |(Reason { topic, .. }, _)| {
                format!("{} is {}; before, {}", title(after, topic), place(&is, topic), place(&was, topic))
            });
            format!("{what}: what comes first stays, but not what follows. {}: {moved}", said(before, answers))
        }
    };
    Change { text, effect }
}

/// Where a reason stands, in words.
fn place(finding: &Finding, topic: &TopicId) -> String {
    match finding.ranked.iter().position(|ranked| ranked.topic == *topic) {
        Some(at) => format!("{} in place {}", finding.ranked[at].verdict.as_str(), at + 1),
        None => "ruled out".to_owned(),
    }
}

/// Compares the rules of two guides with the same questions and reasons.
fn compare(one: &Guide, other: &Guide) -> Comparison {
    let space = Space::new(one);
    let pair = Pair { one: &Rules::new(&space, one), other: &Rules::new(&space, other) };
    let mut budget = STEPS * 10;
    match fewest(&space, &mut budget, |query, budget| pair.differ(query, budget)) {
        Found::No => {}
        Found::GaveUp => return Comparison::Undecided,
        Found::Yes(point) => return Comparison::Differ(space.answers(&point)),
    }
    let mut effect = Comparison::Equal;
    for cause in (0..pair.one.causes.len()).filter(|cause| pair.one.causes[*cause] != pair.other.causes[*cause]) {
        match fewest(&space, &mut budget, |query, budget| pair.moves(cause, query, budget)) {
            Found::No => {}
            Found::GaveUp => effect = Comparison::Undecided,
            Found::Yes(point) => return Comparison::Moves(space.answers(&point)),
        }
    }
    effect
}

/// The combination with the fewest answers.
fn fewest(space: &Space, budget: &mut u64, ask: impl Fn(&Query, &mut u64) -> Found) -> Found {
    let found = ask(&space.query(), budget);
    super::with_fewest(found, |most| ask(&space.query().with_answers(most), budget))
}
