//! The search of the guide page.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use unsent::app::Page;
use unsent::ui::words;

use crate::support::Desk;

#[test]
fn typing_lists_what_holds_the_words_and_enter_opens_the_first() {
    let mut window = Desk::new().open();
    window.paste(words::SEARCH, "wifi");
    assert_eq!(window.state().hits[0].topic, Some("network".into()));
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().page, Page::Topic("network".into()));
}

#[test]
fn a_pasted_message_is_said_to_be_the_one_that_is_seen() {
    let mut window = Desk::new().open();
    window.paste(words::SEARCH, "only friends can send messages to each other");
    window.assert_shows(words::YOUR_MESSAGE);
    window.click(Role::Button, &format!("{}. “Only friends can send messages to each other”", words::YOUR_MESSAGE));
    assert_eq!(window.state().page, Page::Topic("not-friends".into()));
}

#[test]
fn a_question_that_is_found_opens_unfolded() {
    let mut window = Desk::new().open();
    window.paste(words::SEARCH, "1,000 followers");
    window.click(Role::Button, &format!("{}. Do I need 1,000 followers to send messages?", words::FAQ_HIT));
    assert_eq!(window.state().page, Page::Faq);
    window.assert_shows("We found no rule of TikTok’s that asks for followers");
}

#[test]
fn nothing_found_offers_the_checker_with_that_text() {
    let mut window = Desk::new().open();
    window.paste(words::SEARCH, "qqqqqqq zzzzzzz");
    window.assert_shows(words::NOTHING_FOUND);
    window.click(Role::Button, words::ASK_CHECKER);
    assert_eq!(window.state().page, Page::Checker);
    assert_eq!(window.state().saved.message_text, "qqqqqqq zzzzzzz");
}

#[test]
fn the_search_is_there_again_on_the_way_back() {
    let mut window = Desk::new().open();
    window.paste(words::SEARCH, "wifi");
    window.key(Modifiers::NONE, Key::Enter);
    window.key(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.state().search, "wifi");
    assert_eq!(window.state().hits[0].topic, Some("network".into()));
}

#[test]
fn the_arrow_keys_lead_along_the_hits_and_enter_opens_one() {
    let mut window = Desk::new().open();
    window.key(Modifiers::COMMAND, Key::K);
    window.paste(words::SEARCH, "wifi");
    let second = window.state().hits[1].topic.clone().unwrap();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowUp] {
        window.key(Modifiers::NONE, key);
    }
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().page, Page::Topic(second));
}

#[test]
fn up_from_the_first_hit_leads_back_into_the_field() {
    let mut window = Desk::new().open();
    window.key(Modifiers::COMMAND, Key::K);
    window.paste(words::SEARCH, "wifi");
    window.key(Modifiers::NONE, Key::ArrowDown);
    assert_ne!(window.focused(), Some((Role::TextInput, words::SEARCH.to_owned())));
    window.key(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(window.focused(), Some((Role::TextInput, words::SEARCH.to_owned())));
}

#[test]
fn a_search_that_led_somewhere_can_be_asked_again_and_forgotten() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.paste(words::SEARCH, "wifi");
    window.key(Modifiers::NONE, Key::Enter);
    window.go(Page::Guide);
    window.paste(words::SEARCH, "");
    window.act(unsent::app::Action::Searched(String::new()));
    window.click(Role::Button, "wifi");
    assert_eq!(window.state().search, "wifi");
    window.act(unsent::app::Action::Searched(String::new()));
    window.click(Role::Button, words::FORGET_SEARCHES);
    assert!(window.state().saved.searches.is_empty(), "nothing is left of it");
}
