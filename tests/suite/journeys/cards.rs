//! The cards of the guide page, and what their pages hold.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use unsent::app::{Action, Page};
use unsent::content::markup::plain;
use unsent::content::model::{Platform, Topic};
use unsent::phone;

use crate::support::{Desk, Window};

#[test]
fn a_click_on_a_card_opens_its_topic() {
    let mut window = Desk::new().open();
    window.click(Role::Button, "Phone number not verified");
    assert_eq!(window.state().page, Page::Topic("phone".into()));
    assert_eq!(window.titles(), ["Phone number not verified"]);
}

#[test]
fn every_card_opens_by_mouse_and_shows_all_that_it_says() {
    let mut window = Desk::new().open();
    let guide = window.guide();
    assert_eq!(guide.topics.len(), 18);
    for topic in &guide.topics {
        window.go(Page::Guide);
        window.click(Role::Button, &topic.title);
        assert_eq!(window.state().page, Page::Topic(topic.id.clone()));
        assert_shows_topic(&window, topic, Platform::IPhone);
        window.act(Action::UsePlatform(Platform::Android));
        assert_shows_topic(&window, topic, Platform::Android);
        window.act(Action::UsePlatform(Platform::IPhone));
    }
}

#[track_caller]
fn assert_shows_topic(window: &Window, topic: &Topic, platform: Platform) {
    let guide = window.guide();
    assert_eq!(window.titles(), [topic.title.as_str()], "the title of {}", topic.id);
    window.assert_shows(&topic.badge);
    for way in &topic.ways {
        let heading = (Role::Heading, way.title.clone());
        assert!(window.said().contains(&heading), "the way “{}” has no heading", way.title);
        for (number, step) in (1..).zip(phone::steps(&guide, way, platform)) {
            window.assert_shows(&format!("{number}. {}", plain(&step.sentence)));
            if let Some(note) = &step.note {
                window.assert_shows(&plain(note));
            }
        }
        for chip in phone::chips(&guide, way, platform) {
            window.assert_shows(&chip.label);
        }
        if let Some(doubt) = &way.doubt {
            window.assert_shows(&plain(doubt));
        }
        for citation in &way.sources {
            window.assert_shows(&guide.source(&citation.0).unwrap().label);
            window.assert_shows(&citation.1);
        }
    }
    for claim in topic.about.iter().chain(&topic.differences).chain(&topic.good_to_know) {
        window.assert_shows(&plain(&claim.text));
        if let Some(doubt) = &claim.doubt {
            window.assert_shows(&plain(doubt));
        }
        for citation in &claim.sources {
            window.assert_shows(&citation.1);
        }
    }
    for link in &topic.links {
        window.find(Role::Link, &link.text);
    }
    for related in &topic.related {
        window.find(Role::Button, &guide.topic(related).unwrap().title);
    }
    for entry in guide.faq.entries.iter().filter(|entry| entry.topics.contains(&topic.id)) {
        window.find(Role::Link, &entry.question);
    }
}

#[test]
fn a_card_is_one_button_that_says_all_its_words() {
    let window = Desk::new().open();
    for topic in &window.guide().topics {
        let name = window.find(Role::Button, &topic.title).accesskit_node().label().unwrap();
        for words in [&topic.summary, &topic.badge] {
            assert!(name.contains(words.as_str()), "“{name}” lacks “{words}”");
        }
    }
}

#[test]
fn related_cards_and_questions_lead_on() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("not-friends".into()));
    window.click(Role::Button, &window.guide().topic(&"requests".into()).unwrap().title.clone());
    assert_eq!(window.state().page, Page::Topic("requests".into()));
    window.click(Role::Link, "Why can I send only three messages?");
    assert_eq!(window.state().page, Page::Faq);
    window.assert_shows("A request takes up to three messages");
}
