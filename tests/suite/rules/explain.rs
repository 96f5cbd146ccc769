//! Why a reason comes first and what would change it, against trying every way of answering.

use std::collections::BTreeSet;

use unsent::content::Guide;
use unsent::content::model::{OptionId, Options, QuestionId};
use unsent::rules::{Answers, Change, Checker, Enough};

use super::made_up::{completions, ids, made_up, shown, written};
use super::people::answers_of;
use super::weighing::any_answers;
use crate::support::{Numbers, answers, guide};

const GUIDES: u64 = 6000;

/// Is the reason first in every completion that does not contradict itself?
fn is_enough(guide: &Guide, checker: &Checker, given: &Answers, kept: &[QuestionId], reason: &str) -> bool {
    let mut fixed = Answers::default();
    for question in kept {
        fixed.set(question.clone(), given.get(question).cloned());
    }
    let open: Vec<_> = ids(guide).into_iter().filter(|question| !kept.contains(question)).collect();
    completions(guide, &fixed, &open)
        .iter()
        .map(|answers| shown(checker, answers))
        .all(|shown| shown == reason || shown == "contradiction")
}

/// All subsets, smallest first.
fn subsets(of: &[QuestionId]) -> Vec<Vec<QuestionId>> {
    let mut all: Vec<Vec<_>> = (0..1_u32 << of.len())
        .map(|mask| of.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, id)| id.clone()).collect())
        .collect();
    all.sort_by_key(Vec::len);
    all
}

#[test]
fn enough_is_the_smallest_set_that_trying_everything_finds() {
    let (mut these, mut not_yet, mut together) = (0, 0, 0);
    for seed in 0..GUIDES {
        let mut numbers = Numbers(seed);
        let guide = made_up(&mut numbers);
        let checker = Checker::new(&guide);
        let percent = [75, 30][numbers.below(2)];
        let given = any_answers(&guide, &mut numbers, percent);
        let reason = shown(&checker, &given);
        let answered: Vec<_> = given.iter().map(|(question, _)| question.clone()).collect();
        let open: Vec<_> = ids(&guide).into_iter().filter(|id| !answered.contains(id)).collect();
        let found = checker.enough(&given);
        if reason == "nothing" || reason == "contradiction" {
            assert_eq!(found, None, "seed {seed}");
            continue;
        }
        match found.unwrap_or_else(|| panic!("seed {seed}: gave up")) {
            Enough::These(kept) => {
                these += 1;
                assert!(kept.iter().all(|id| answered.contains(id)), "seed {seed}");
                assert!(is_enough(&guide, &checker, &given, &kept, &reason), "seed {seed}: {kept:?} is not enough");
                let smallest =
                    subsets(&answered).into_iter().find(|kept| is_enough(&guide, &checker, &given, kept, &reason));
                assert_eq!(smallest.map(|kept| kept.len()), Some(kept.len()), "seed {seed}: {kept:?}");
            }
            Enough::NotYet { could_change } => {
                not_yet += 1;
                assert!(!is_enough(&guide, &checker, &given, &answered, &reason), "seed {seed}");
                let leads_away = |questions: &[QuestionId]| {
                    completions(&guide, &given, questions)
                        .iter()
                        .map(|answers| shown(&checker, answers))
                        .any(|shown| shown != reason && shown != "contradiction")
                };
                let alone: Vec<_> = open.iter().filter(|id| leads_away(std::slice::from_ref(*id))).cloned().collect();
                if alone.is_empty() {
                    together += 1;
                    let fewest = subsets(&open).into_iter().find(|questions| leads_away(questions)).unwrap();
                    assert!(leads_away(&could_change), "seed {seed}: {could_change:?}");
                    assert_eq!(could_change.len(), fewest.len(), "seed {seed}: {could_change:?}");
                } else {
                    assert_eq!(could_change, alone, "seed {seed}");
                }
            }
        }
    }
    assert!(
        these > 200 && not_yet > 100 && together > 5,
        "{these} {not_yet} {together}: the guides are too much alike"
    );
}

#[test]
fn settled_is_what_trying_everything_finds() {
    let mut settled = [0, 0];
    for seed in 0..GUIDES {
        let mut numbers = Numbers(seed + 10_000);
        let guide = made_up(&mut numbers);
        let checker = Checker::new(&guide);
        let given = any_answers(&guide, &mut numbers, 60);
        let passed_over: BTreeSet<_> = ids(&guide).into_iter().filter(|_| numbers.below(4) == 0).collect();
        let open: Vec<_> =
            ids(&guide).into_iter().filter(|id| given.get(id).is_none() && !passed_over.contains(id)).collect();
        let now = shown(&checker, &given);
        let expected = completions(&guide, &given, &open)
            .iter()
            .map(|answers| shown(&checker, answers))
            .all(|shown| shown == now || shown == "contradiction");
        assert_eq!(checker.settled(&given, &passed_over), expected, "seed {seed}");
        settled[usize::from(expected)] += 1;
    }
    assert!(settled.iter().all(|count| *count > 200), "{settled:?}: the guides are too much alike");
}

/// What the answer to a question can become, by the guide's own words.
fn can_become(guide: &Guide, given: &Answers, id: &QuestionId) -> Vec<OptionId> {
    let question = guide.question(id).unwrap();
    let holds = |wanted: &QuestionId, options: &[OptionId]| {
        given.get(wanted).is_some_and(|answer| applies(guide, given, wanted) && options.contains(answer))
    };
    if !applies(guide, given, id) || question.locked_when.iter().any(|condition| holds(&condition.0, &condition.1)) {
        return Vec::new();
    }
    let Options::Choose(choices) = &question.options else { return Vec::new() };
    let choice = choices.iter().find(|choice| given.get(id) == Some(&choice.id));
    choice.map(|choice| choice.can_become.clone()).unwrap_or_default()
}

/// Does the question apply, and those that it hangs on?
fn applies(guide: &Guide, given: &Answers, id: &QuestionId) -> bool {
    guide.question(id).unwrap().ask_when.iter().all(|condition| {
        applies(guide, given, &condition.0)
            && given.get(&condition.0).is_some_and(|answer| condition.1.contains(answer))
    })
}

#[test]
fn the_nearest_change_is_the_fewest_that_trying_everything_finds() {
    let mut counts = [0; 4];
    for seed in 0..GUIDES {
        let mut numbers = Numbers(seed + 20_000);
        let guide = made_up(&mut numbers);
        let checker = Checker::new(&guide);
        let given = any_answers(&guide, &mut numbers, 85);
        let now = shown(&checker, &given);
        let found = checker.nearest_change(&given, &guide);
        if now == "nothing" || now == "contradiction" {
            assert_eq!(found, None, "seed {seed}");
            continue;
        }
        let mut ways = vec![(0, given.clone())];
        for (id, _) in given.iter() {
            for (changes, answers) in ways.clone() {
                for option in can_become(&guide, &given, id) {
                    let mut answers = answers.clone();
                    answers.set(id.clone(), Some(option));
                    ways.push((changes + 1, answers));
                }
            }
        }
        let mut elsewhere: Vec<_> = ways
            .iter()
            .map(|(changes, answers)| (*changes, shown(&checker, answers)))
            .filter(|(changes, shown)| *changes <= 3 && *shown != now && shown != "contradiction")
            .map(|(changes, shown)| (changes, shown == "nothing"))
            .collect();
        elsewhere.sort_unstable();
        let Some(Change { answers: changed, leads_to }) = found else {
            assert_eq!(elsewhere.first(), None, "seed {seed}");
            counts[0] += 1;
            continue;
        };
        counts[changed.len()] += 1;
        assert_eq!(elsewhere.first(), Some(&(changed.len(), leads_to.is_none())), "seed {seed}: {changed:?}");
        let mut then = given.clone();
        for (id, option) in changed {
            assert!(can_become(&guide, &given, &id).contains(&option), "seed {seed}: {id} can’t become {option}");
            then.set(id, Some(option));
        }
        assert_eq!(
            shown(&checker, &then),
            leads_to.map_or_else(|| "nothing".to_owned(), |topic| topic.to_string()),
            "seed {seed}"
        );
    }
    assert!(counts[0] > 200 && counts[1] > 100 && counts[2] > 5, "{counts:?}: the guides are too much alike");
}

#[test]
fn enough_holds_in_the_shipped_guide_whatever_else_is_answered() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(7);
    let mut these = 0;
    for situation in &guide.rules.situations {
        let given = answers_of(situation);
        let reason = shown(&checker, &given);
        let kept = match checker.enough(&given) {
            Some(Enough::These(kept)) => kept,
            Some(Enough::NotYet { could_change }) => {
                assert!(!could_change.is_empty(), "{}", situation.name);
                assert!(could_change.iter().all(|id| given.get(id).is_none()), "{}", situation.name);
                continue;
            }
            None => {
                assert!(["nothing", "contradiction"].contains(&reason.as_str()), "{}: gave up", situation.name);
                continue;
            }
        };
        these += 1;
        for round in 0..200 {
            let mut other = any_answers(&guide, &mut numbers, round % 100);
            for id in &kept {
                other.set(id.clone(), given.get(id).cloned());
            }
            let then = shown(&checker, &other);
            assert!(then == reason || then == "contradiction", "{}: {kept:?} {other:?}", situation.name);
        }
    }
    assert!(these > 10, "{these}");
}

/// There is always something to say, and it is found before the search gives up.
#[test]
fn what_comes_first_in_the_shipped_guide_is_always_explained() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(9);
    for round in 0..400 {
        let given = any_answers(&guide, &mut numbers, round % 101);
        let has_reason = !["nothing", "contradiction"].contains(&shown(&checker, &given).as_str());
        assert_eq!(checker.enough(&given).is_some(), has_reason, "{given:?}");
    }
}

#[test]
fn a_message_on_the_screen_is_enough_by_itself() {
    let guide = guide();
    let given = answers(&guide, &["message=only-friends", "who=one-person", "follow=only-me", "age=18-plus"]);
    let enough = Checker::new(&guide).enough(&given);
    assert_eq!(enough, Some(Enough::These(vec!["message".into()])));
}

#[test]
fn what_could_still_change_the_first_reason_is_named() {
    let guide = guide();
    let given = answers(&guide, &["who=one-person", "follow=only-me"]);
    let Some(Enough::NotYet { could_change }) = Checker::new(&guide).enough(&given) else { panic!("enough already") };
    assert!(could_change.contains(&"message".into()), "{could_change:?}");
    assert!(!could_change.contains(&"who".into()), "{could_change:?}");
}

#[test]
fn the_nearest_change_is_one_that_readers_can_make() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let given = answers(&guide, &["problem=send", "who=everyone", "other-apps=work", "phone-prompt=yes"]);
    assert_eq!(shown(&checker, &given), "phone");
    let change = checker.nearest_change(&given, &guide).unwrap();
    assert_eq!(change.answers, [("phone-prompt".into(), "no".into())]);
    assert_ne!(change.leads_to, Some("phone".into()));
}

#[test]
fn no_change_leads_to_an_option_that_is_not_there() {
    let painted =
        r#"(id: "painted", text: "", why: "", options: Choose([(id: "yes", text: "", can_become: ["gone", "yes"])]))"#;
    let sign = r#"(when: [("painted", ["yes"])], says: For(Strong), because: "it is painted")"#;
    let door = written(painted, &format!(r#"(topic: "door", prior: Common, signs: [{sign}])"#));
    let given = answers(&door, &["painted=yes"]);
    let checker = Checker::new(&door);
    assert_eq!(shown(&checker, &given), "door");
    assert_eq!(checker.nearest_change(&given, &door), None);
}

/// The facts: under 16 there are no messages, so no setting changes anything.
#[test]
fn under_16_no_change_of_a_setting_is_proposed() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(8);
    let mut proposed = 0;
    for round in 0..2000 {
        let mut given = any_answers(&guide, &mut numbers, 20 + round % 80);
        given.set("age".into(), Some("under-16".into()));
        if let Some(change) = checker.nearest_change(&given, &guide) {
            proposed += 1;
            assert!(change.answers.iter().all(|(id, _)| id.as_str() != "own-setting"), "{given:?}");
        }
    }
    assert!(proposed > 0, "nothing was proposed at all");
}

#[test]
fn with_nothing_found_nothing_is_explained() {
    let guide = guide();
    let checker = Checker::new(&guide);
    for given in [Answers::default(), answers(&guide, &["message=only-friends", "follow=mutual"])] {
        assert_eq!(checker.enough(&given), None);
        assert_eq!(checker.nearest_change(&given, &guide), None);
    }
}

#[test]
fn the_guide_is_not_settled_before_it_begins_and_is_when_everything_is_answered() {
    let guide = guide();
    let checker = Checker::new(&guide);
    assert!(!checker.settled(&Answers::default(), &BTreeSet::new()));
    assert!(checker.settled(&Answers::default(), &ids(&guide).into_iter().collect()));
    assert!(checker.settled(&answers(&guide, &["message=only-friends"]), &BTreeSet::new()));
    assert!(!checker.settled(&answers(&guide, &["follow=only-me"]), &BTreeSet::new()));
    assert!(checker.settled(&answers(&guide, &["message=only-friends", "follow=mutual"]), &BTreeSet::new()));
}
