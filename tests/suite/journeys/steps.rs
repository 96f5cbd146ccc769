//! Steps: ticked, taken in hand, copied, and asked about.

use std::collections::BTreeSet;

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use unsent::app::{Action, Page, State};
use unsent::content::model::{Platform, Topic};
use unsent::phone;
use unsent::rules::fixes::CONTACT;
use unsent::ui::words;

use crate::support::{Desk, Window};

fn topic(window: &Window, id: &str) -> Topic {
    window.guide().topic(&id.into()).unwrap().clone()
}

fn at_hand(window: &Window, id: &str) -> Option<(String, usize)> {
    let library = window.harness.state().library();
    let in_hand = window.state().step_in_hand(library, library.guide.topic(&id.into()).unwrap());
    in_hand.map(|(way, step)| (way.to_string(), step))
}

#[test]
fn a_ticked_step_stays_ticked_and_the_next_comes_in_hand() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("phone".into()));
    assert_eq!(at_hand(&window, "phone"), Some(("verify".to_owned(), 0)));
    let ticks = |window: &Window| {
        let root = window.harness.root();
        let boxes = root.children_recursive().filter(|node| node.accesskit_node().role() == Role::CheckBox);
        boxes.filter(|node| node.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)).count()
    };
    assert_eq!(ticks(&window), 0);
    let way = (Role::List, "Verify your phone number");
    window.click_in(way, Role::CheckBox, "Step 1 done: Open the TikTok app.");
    assert_eq!(ticks(&window), 1);
    assert_eq!(at_hand(&window, "phone"), Some(("verify".to_owned(), 1)));
    window.go(Page::Guide);
    window.go(Page::Topic("phone".into()));
    assert_eq!(ticks(&window), 1);
    window.click(Role::Button, words::CLEAR_TICKS);
    assert_eq!(ticks(&window), 0);
}

#[test]
fn back_is_there_only_where_a_step_was_before() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("phone".into()));
    let is_off = |window: &Window| window.find(Role::Button, words::PREVIOUS).accesskit_node().is_disabled();
    assert!(is_off(&window));
    window.click(Role::Button, words::NEXT);
    assert!(!is_off(&window));
    window.click(Role::Button, words::PREVIOUS);
    assert!(is_off(&window));
}

#[test]
fn the_way_back_is_named_after_where_it_leads() {
    let mut window = Desk::new().open();
    window.go(Page::Checker);
    window.go(Page::Topic("phone".into()));
    window.click(Role::Link, words::CHECKER);
    assert_eq!(window.state().page, Page::Checker);
    window.go(Page::Guide);
    window.go(Page::Topic("phone".into()));
    window.click(Role::Link, words::GUIDE);
    assert_eq!(window.state().page, Page::Guide);
}

#[test]
fn a_click_on_a_step_or_a_chip_takes_it_in_hand() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("own-privacy".into()));
    let way = (Role::List, "Let friends write to you");
    window.click_in(way, Role::Button, "6. Scroll down and tap Direct messages.");
    assert_eq!(at_hand(&window, "own-privacy"), Some(("choose-friends".to_owned(), 5)));
    window.assert_shows("Picture of the phone: on “Privacy”, tap Direct messages");
    // The first of the two paths on the page.
    let root = window.harness.root();
    let chip = root.children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::RadioButton && node.label().as_deref() == Some("Settings and privacy")
    });
    chip.unwrap().click_accesskit();
    window.run();
    assert_eq!(at_hand(&window, "own-privacy"), Some(("choose-friends".to_owned(), 3)));
    window.assert_shows("Picture of the phone: on “Menu”, tap Settings and privacy");
}

#[test]
fn next_walks_through_all_steps_and_back_returns() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("network".into()));
    // A card without a phone: its steps are walked through by their actions.
    let first_way = topic(&window, "network").ways[0].clone();
    let count = phone::steps(&window.guide(), &first_way, Platform::IPhone).len();
    for _ in 0..count {
        assert!(at_hand(&window, "network").is_some(), "a step is left");
        window.act(Action::NextStep("network".into()));
    }
    assert_eq!(at_hand(&window, "network"), None);

    window.go(Page::Topic("own-privacy".into()));
    let button = |window: &Window, name: &str| window.said().contains(&(Role::Button, name.to_owned()));
    let mut seen = vec![at_hand(&window, "own-privacy")];
    while button(&window, words::NEXT) {
        window.click(Role::Button, words::NEXT);
        seen.push(at_hand(&window, "own-privacy"));
        assert!(seen.len() < 100, "Next never ends");
    }
    assert_eq!(seen.last().unwrap(), &None);
    window.assert_shows(words::ALL_DONE);
    for expected in seen.iter().rev().skip(1) {
        window.click(Role::Button, words::PREVIOUS);
        assert_eq!(at_hand(&window, "own-privacy"), *expected);
    }
}

#[test]
fn copied_steps_are_the_shown_phones_steps_as_plain_text() {
    let mut window = Desk::new().open();
    for platform in [Platform::IPhone, Platform::Android] {
        window.act(Action::UsePlatform(platform));
        for topic in window.guide().topics.iter().filter(|topic| !topic.ways.is_empty()) {
            window.go(Page::Topic(topic.id.clone()));
            let copied = window.copied_by(Role::Button, words::COPY_STEPS);
            assert_eq!(copied, [phone::steps_as_text(&window.guide(), topic, platform)]);
            assert!(copied[0].starts_with(&topic.title) && !copied[0].contains("**"), "{}", copied[0]);
        }
    }
    window.go(Page::Topic("phone".into()));
    let copied = window.copied_by(Role::Button, words::COPY_STEPS).remove(0);
    assert!(copied.contains("2. Tap Profile") && copied.contains("8. Type in the code"), "{copied}");
}

#[test]
fn the_steps_are_those_of_the_chosen_phone() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("app".into()));
    window.assert_shows("1. Open the App Store");
    window.assert_hides("1. Open Google Play");
    window.click(Role::RadioButton, "Android");
    window.assert_shows("1. Open Google Play");
    window.assert_hides("1. Open the App Store");
}

#[test]
fn yes_it_helped_is_answered_kindly() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("network".into()));
    window.click(Role::Button, words::IT_WORKS);
    window.assert_shows("Glad it works.");
    window.click(Role::Button, words::CLOSE_NOTICE);
    window.assert_hides("Glad it works.");
}

#[test]
fn not_yet_without_answers_leads_to_the_checker() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("network".into()));
    window.click(Role::Button, words::NOT_YET);
    assert_eq!(window.state().page, Page::Checker);
}

#[test]
fn not_yet_leads_from_fix_to_fix_and_ends_with_tiktok() {
    let mut window = Desk::new().open();
    window.act(Action::Answer("other-apps".into(), Some("fail".into())));
    let fixes = |window: &Window| {
        let State { saved, .. } = window.state();
        window.harness.state().library().checker.fixes(&window.guide(), &saved.answers, &saved.tried)
    };
    let expected: BTreeSet<_> = fixes(&window).into_iter().map(|fix| fix.topic).collect();
    let mut visited = vec![fixes(&window)[0].topic.clone()];
    window.go(Page::Topic(visited[0].clone()));
    for _ in &expected {
        window.click(Role::Button, words::NOT_YET);
        let Page::Topic(id) = window.state().page.clone() else { panic!("a card, not {:?}", window.state().page) };
        visited.push(id);
    }
    assert_eq!(visited.iter().cloned().collect::<BTreeSet<_>>(), expected, "each had its turn");
    assert_eq!(visited.last().unwrap().as_str(), CONTACT);
}
