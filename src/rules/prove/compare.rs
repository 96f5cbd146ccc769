//! Do two rule books over the same questions ever show a reader something else? Decided exactly, edit by edit.

use crate::content::model::{Guide, Reason, Sign};

use super::super::answers::Answers;
use super::super::weigh::Checker;
use super::STEPS;
use super::differ::Pair;
use super::solve::Found;
use super::space::{Rules, Space};
use super::words::{outcome, said, title};

/// What came of a comparison.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Comparison {
    /// For every combination of answers the same reason comes first, with the same word and outcome.
    Equal,
    /// Not for these answers; there are no fewer for which it shows.
    Differ(Answers),
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
/// are others: then there is nothing to compare.
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
    Some(changes)
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
            add("another prior", &|reason| reason.prior = new.prior);
        }
        if old.signs.len() == new.signs.len() {
            for (place, (was, is)) in old.signs.iter().zip(&new.signs).enumerate().filter(|(_, (was, is))| was != is) {
                let what = format!("sign {}, “{}”, changed", place + 1, was.because);
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
    let text = match &effect {
        Comparison::Equal => format!("{what}: changes no outcome, whatever is answered"),
        Comparison::Undecided => format!("{what}: not decided, the budget of steps ran out"),
        Comparison::Differ(answers) => {
            let comes = |guide: &Guide| outcome(guide, &Checker::new(guide).diagnose(answers));
            format!("{what}. {}: {}; before, {}", said(before, answers), comes(after), comes(before))
        }
    };
    Change { text, effect }
}

/// Compares the rules of two guides with the same questions and reasons.
fn compare(one: &Guide, other: &Guide) -> Comparison {
    let space = Space::new(one);
    let pair = Pair { one: &Rules::new(&space, one), other: &Rules::new(&space, other) };
    let mut budget = STEPS * 10;
    let answered = match pair.differ(&space.query(), &mut budget) {
        Found::No => return Comparison::Equal,
        Found::GaveUp => return Comparison::Undecided,
        Found::Yes(point) => point,
    };
    let fewer = (0..super::answered(&answered)).find_map(|most| {
        let Found::Yes(point) = pair.differ(&space.query().with_answers(most), &mut budget) else { return None };
        Some(point)
    });
    Comparison::Differ(space.answers(&fewer.unwrap_or(answered)))
}
