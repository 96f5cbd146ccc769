//! The order of fixes, against all orders that there are.

use std::collections::BTreeSet;

use unsent::content::model::{Prior, TopicId};
use unsent::rules::{Answers, Checker, Fix};

use super::weighing::any_answers;
use crate::support::{Numbers, answers, guide};

/// How many minutes are spent in expectation: a fix is only tried where none before it has helped.
fn expected_minutes<'a>(fixes: impl Iterator<Item = &'a Fix>) -> f64 {
    let (mut minutes, mut left) = (0.0, 1.0);
    for fix in fixes {
        minutes += left * f64::from(fix.minutes);
        left -= fix.chance;
    }
    minutes
}

/// The least over all orders: Heap's algorithm.
fn least(fixes: &mut [Fix], size: usize) -> f64 {
    if size <= 1 {
        return expected_minutes(fixes.iter());
    }
    let mut best = f64::INFINITY;
    for at in 0..size {
        best = best.min(least(fixes, size - 1));
        fixes.swap(if size.is_multiple_of(2) { at } else { 0 }, size - 1);
    }
    best
}

#[test]
fn the_order_is_the_cheapest_of_all_orders_of_up_to_eight_fixes() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let mut numbers = Numbers(11);
    let (mut tried_all, mut worse) = (0, 0);
    for size in [2, 3, 4, 5, 6, 6, 7, 8] {
        let given = any_answers(&guide, &mut numbers, 30);
        // All but so many are tried already.
        let mut tried = BTreeSet::new();
        let mut fixes = checker.fixes(&guide, &given, &tried);
        while fixes.len() > size {
            let left: Vec<_> = fixes.iter().filter(|fix| fix.topic.as_str() != "contact").collect();
            tried.insert(left[numbers.below(left.len())].topic.clone());
            fixes = checker.fixes(&guide, &given, &tried);
        }
        let ours = expected_minutes(fixes.iter());
        let best = least(&mut fixes.clone(), fixes.len());
        assert!(ours <= best + 1e-9, "{ours} is more than {best}: {fixes:?}");
        worse += usize::from(expected_minutes(fixes.iter().rev()) > best + 1e-9);
        tried_all += usize::from(fixes.len() == size);
    }
    assert_eq!((tried_all, worse), (8, 8), "the orders make no difference");
}

#[test]
fn not_yet_sets_a_fix_aside_until_only_tiktok_is_left() {
    let guide = guide();
    let checker = Checker::new(&guide);
    let given = answers(&guide, &["problem=send", "who=everyone"]);
    let mut tried: BTreeSet<TopicId> = BTreeSet::new();
    let mut order = Vec::new();
    loop {
        let fixes = checker.fixes(&guide, &given, &tried);
        let sum: f64 = fixes.iter().map(|fix| fix.chance).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
        let first = fixes[0].topic.clone();
        assert!(!order.contains(&first) || first.as_str() == "contact", "{first} comes twice");
        if !tried.insert(first.clone()) {
            assert_eq!(fixes.len(), 1, "{fixes:?}");
            break;
        }
        order.push(first);
        // Once TikTok was asked, it only comes again when nothing else is left.
        let after = checker.fixes(&guide, &given, &tried);
        assert!(!tried.contains(&"contact".into()) || after.last().unwrap().topic.as_str() == "contact", "{after:?}");
    }
    assert!(order.contains(&"contact".into()) && order.len() > 5, "{order:?}");
    let ranked = checker.diagnose(&given).ranked;
    assert_eq!(order.len(), ranked.len() + 1, "{order:?}");
}

#[test]
fn quick_and_likely_comes_before_slow_and_before_unlikely() {
    let mut guide = guide();
    let checker = Checker::new(&guide);
    let given = answers(&guide, &["problem=send", "who=everyone", "phone-prompt=yes"]);
    assert_eq!(checker.fixes(&guide, &given, &BTreeSet::new())[0].topic.as_str(), "phone");
    let app = |fixes: &[Fix]| fixes.iter().position(|fix| fix.topic.as_str() == "app").unwrap();
    let before = app(&checker.fixes(&guide, &Answers::default(), &BTreeSet::new()));
    guide.topics.iter_mut().find(|topic| topic.id.as_str() == "app").unwrap().minutes = Some(10_000);
    let fixes = checker.fixes(&guide, &Answers::default(), &BTreeSet::new());
    assert!(app(&fixes) > before, "{before}: {fixes:?}");
    assert_eq!(app(&fixes), fixes.len() - 1, "{fixes:?}");
}

#[test]
fn a_reason_with_nothing_to_do_and_one_ruled_out_are_no_fixes() {
    let mut guide = guide();
    let given = answers(&guide, &["follow=mutual", "who=everyone"]);
    let checker = Checker::new(&guide);
    let before = checker.fixes(&guide, &given, &BTreeSet::new());
    let contact = |fixes: &[Fix]| fixes.iter().find(|fix| fix.topic.as_str() == "contact").unwrap().chance;
    assert!(before.iter().all(|fix| fix.topic.as_str() != "not-friends"), "{before:?}");
    guide.topics.iter_mut().find(|topic| topic.id.as_str() == "server").unwrap().ways.clear();
    let after = checker.fixes(&guide, &given, &BTreeSet::new());
    assert!(after.iter().all(|fix| fix.topic.as_str() != "server"), "{after:?}");
    let server = before.iter().find(|fix| fix.topic.as_str() == "server").unwrap().chance;
    assert!((contact(&after) - contact(&before) - server).abs() < 1e-9, "{after:?}");
}

/// What the guide does not know is as likely as an uncommon reason, and only TikTok can mend it.
#[test]
fn asking_tiktok_is_worth_as_much_as_an_uncommon_reason() {
    let mut guide = guide();
    guide.rules.reasons.retain(|reason| reason.prior == Prior::Uncommon && reason.topic.as_str() != "contact");
    guide.rules.reasons.truncate(1);
    let fixes = Checker::new(&guide).fixes(&guide, &Answers::default(), &BTreeSet::new());
    let chances: Vec<f64> = fixes.iter().map(|fix| fix.chance).collect();
    assert_eq!(chances, [0.5, 0.5], "{fixes:?}");
}
