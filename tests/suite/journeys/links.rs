//! Deep links: where the window opens, and what it says where they lead nowhere.

use unsent::app::{Link, Notice, Page};
use unsent::ui::words;

use crate::support::{Desk, Window};

fn at(link: Link) -> Window {
    let mut window = Desk::new().open();
    window.harness.state_mut().open_at(link);
    window.run();
    window
}

#[test]
fn a_card_opens_by_its_id() {
    let window = at(Link { topic: Some("age".into()), ..Link::default() });
    assert_eq!(window.state().page, Page::Topic("age".into()));
    assert_eq!(window.state().notice, None);
}

#[test]
fn words_are_searched() {
    let mut window = at(Link { search: Some("phone number".into()), ..Link::default() });
    assert_eq!(window.state().page, Page::Guide);
    assert_eq!(window.state().search, "phone number");
    assert!(!window.state().hits.is_empty());
    window.paste(words::SEARCH, " verify");
    assert_eq!(window.state().search, "phone number verify", "the cursor stands behind the words");
}

#[test]
fn a_case_opens_the_checker_with_its_answers() {
    let mut window = Desk::new().open();
    window.act(unsent::app::Action::Answer("follow".into(), Some("only-me".into())));
    let (case, answers) = (window.state().case.clone(), window.state().saved.answers.clone());
    let window = at(Link { case: Some(case), ..Link::default() });
    assert_eq!((&window.state().page, &window.state().saved.answers), (&Page::Checker, &answers));
}

#[test]
fn what_leads_nowhere_opens_the_guide_and_says_so() {
    for odd in ["", "nowhere", "../../etc", "age\u{0}\n", &"x".repeat(10_000)] {
        let window = at(Link { topic: Some(odd.into()), ..Link::default() });
        assert_eq!(window.state().page, Page::Guide);
        assert_eq!(window.state().notice, Some(Notice::NoSuchCard(odd.into())));
        window.assert_shows("This guide has no card called");
        let window = at(Link { case: Some(odd.into()), ..Link::default() });
        assert_eq!(window.state().page, Page::Guide);
        assert!(matches!(window.state().notice, Some(Notice::CaseRefused(_))), "{odd}");
        at(Link { search: Some(odd.into()), ..Link::default() });
    }
    at(Link { search: Some("qqqqqq".into()), ..Link::default() }).assert_shows(words::NOTHING_FOUND);
}
