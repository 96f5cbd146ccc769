//! The questions people ask.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use unsent::app::Page;
use unsent::content::markup::plain;
use unsent::ui::words;

use crate::support::Desk;

#[test]
fn every_question_unfolds_and_shows_its_answers_doubts_sources_and_cards() {
    let mut window = Desk::new().open();
    window.go(Page::Faq);
    let guide = window.guide();
    for entry in &guide.faq.entries {
        for claim in &entry.answer {
            window.assert_hides(&plain(&claim.text));
        }
        window.click(Role::DisclosureTriangle, &entry.question);
        for claim in &entry.answer {
            window.assert_shows(&plain(&claim.text));
            if let Some(doubt) = &claim.doubt {
                window.assert_shows(&plain(doubt));
            }
            for citation in &claim.sources {
                window.assert_shows(&citation.1);
            }
        }
        for topic in &entry.topics {
            window.find(Role::Link, &guide.topic(topic).unwrap().title);
        }
        window.click(Role::DisclosureTriangle, &entry.question);
    }
    for section in &guide.faq.sections {
        window.find(Role::Heading, &section.title);
    }
}

#[test]
fn a_question_says_whether_it_is_unfolded() {
    let mut window = Desk::new().open();
    window.go(Page::Faq);
    let question = "Did they block me?";
    let unfolded = |window: &crate::support::Window| {
        window.find(Role::DisclosureTriangle, question).accesskit_node().data().is_expanded()
    };
    assert_eq!(unfolded(&window), Some(false));
    window.press(Role::DisclosureTriangle, question);
    assert_eq!(unfolded(&window), Some(true));
}

#[test]
fn typing_leaves_the_questions_that_hold_the_words() {
    let mut window = Desk::new().open();
    window.go(Page::Faq);
    window.paste(words::FAQ_HINT, "cache");
    window.find(Role::DisclosureTriangle, "Does clearing the cache help?");
    window.assert_hides("Do I need 1,000 followers to send messages?");
    window.assert_shows(&plain(&window.guide().faq_entry(&window.state().faq_found[0]).unwrap().answer[0].text));
}

#[test]
fn a_filter_that_leaves_nothing_offers_a_way_on() {
    let mut window = Desk::new().open();
    window.go(Page::Faq);
    window.paste(words::FAQ_HINT, "qqqqqqq zzzzzzz");
    window.assert_shows(words::FAQ_NOTHING);
    window.click(Role::Button, words::SHOW_ALL);
    assert_eq!(window.state().faq_found.len(), window.guide().faq.entries.len());
    window.paste(words::FAQ_HINT, "qqqqqqq zzzzzzz");
    window.click(Role::Button, words::ASK_CHECKER);
    assert_eq!((&window.state().page, window.state().saved.message_text.as_str()), (&Page::Checker, "qqqqqqq zzzzzzz"));
}

#[test]
fn an_answer_leads_to_its_card() {
    let mut window = Desk::new().open();
    window.go(Page::Faq);
    window.click(Role::DisclosureTriangle, "Will a VPN help?");
    window.click(Role::Link, "Unstable connection");
    assert_eq!(window.state().page, Page::Topic("network".into()));
}
