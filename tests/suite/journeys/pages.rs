//! From page to page: the rail, the row, the safety card, and the addresses that leave the program.

use eframe::egui::accesskit::Role;
use unsent::app::{Page, SAFETY};
use unsent::ui::words;

use crate::support::{Desk, Window};

/// Every page there is.
pub(crate) fn all_pages(window: &Window) -> Vec<Page> {
    let topics = window.guide().topics.into_iter().map(|topic| Page::Topic(topic.id));
    [Page::Guide, Page::Checker, Page::Faq, Page::Settings, Page::About].into_iter().chain(topics).collect()
}

#[test]
fn every_page_is_one_click_away_wide_and_narrow() {
    for (width, about) in [(1200.0, words::ABOUT), (360.0, words::ABOUT)] {
        let mut window = Desk::new().size(width, 700.0).open();
        for (name, page) in [
            (words::CHECKER, Page::Checker),
            (words::FAQ, Page::Faq),
            (words::SETTINGS, Page::Settings),
            (about, Page::About),
            (words::GUIDE, Page::Guide),
        ] {
            let role = [Role::Button, Role::RadioButton];
            let role = role.into_iter().find(|role| window.said().contains(&(*role, name.to_owned()))).unwrap();
            window.click(role, name);
            assert_eq!(window.state().page, page);
        }
    }
}

#[test]
fn the_safety_card_is_one_click_away_from_every_page() {
    for width in [1200.0, 360.0] {
        let mut window = Desk::new().size(width, 800.0).open();
        for page in all_pages(&window) {
            window.go(page.clone());
            if page == Page::Topic(SAFETY.into()) {
                continue;
            }
            // No scrolling: it is in view.
            let button = window.find(Role::Button, words::GET_HELP);
            let rect = button.rect();
            assert!(rect.left() >= 0.0 && rect.right() <= width, "{page:?}: {rect:?} is out of view");
            assert!(rect.top() >= 0.0 && rect.bottom() <= 800.0, "{page:?}: {rect:?} is out of view");
            button.click();
            window.run();
            assert_eq!(window.state().page, Page::Topic(SAFETY.into()), "from {page:?} at {width}");
        }
    }
}

#[test]
fn an_address_is_shown_before_it_opens_and_cancel_opens_nothing() {
    let mut window = Desk::new().open();
    let link = window.guide().topic(&"network".into()).unwrap().links[1].clone();
    window.go(Page::Topic("network".into()));
    window.click(Role::Link, &link.text);
    window.assert_shows(&link.url);
    assert_eq!(window.opened(), [""; 0]);
    window.click(Role::Button, words::CANCEL);
    window.assert_hides(&link.url);
    assert_eq!(window.opened(), [""; 0]);
    window.click(Role::Link, &link.text);
    window.click(Role::Button, words::OPEN);
    assert_eq!(window.opened(), [link.url.as_str()]);
    window.assert_hides(words::OPEN_PAGE);
}

#[test]
fn every_link_of_every_card_opens_exactly_its_own_address() {
    let mut window = Desk::new().open();
    let mut expected = Vec::new();
    for topic in window.guide().topics {
        window.go(Page::Topic(topic.id.clone()));
        for link in &topic.links {
            window.press(Role::Link, &link.text);
            window.assert_shows(&link.url);
            window.press(Role::Button, words::OPEN);
            expected.push(link.url.clone());
        }
    }
    assert!(expected.len() > 30, "the cards have links");
    assert_eq!(window.opened(), expected);
}

#[test]
fn esc_in_the_dialog_opens_nothing_and_stays_on_the_page() {
    let mut window = Desk::new().open();
    let link = window.guide().topic(&"network".into()).unwrap().links[0].clone();
    window.go(Page::Topic("network".into()));
    window.press(Role::Link, &link.text);
    window.key(eframe::egui::Modifiers::NONE, eframe::egui::Key::Escape);
    assert_eq!(window.state().dialog, None);
    assert_eq!(window.state().page, Page::Topic("network".into()));
    assert_eq!(window.opened(), [""; 0]);
}

#[test]
fn an_address_can_be_copied_instead() {
    let mut window = Desk::new().open();
    let link = window.guide().topic(&"network".into()).unwrap().links[0].clone();
    window.go(Page::Topic("network".into()));
    window.press(Role::Link, &link.text);
    assert_eq!(window.copied_by(Role::Button, words::COPY_ADDRESS), [link.url]);
    assert_eq!(window.opened(), [""; 0]);
}

#[test]
fn without_a_browser_the_address_is_said() {
    let mut window = Desk::new().without_browser().open();
    let link = window.guide().topic(&"network".into()).unwrap().links[0].clone();
    window.go(Page::Topic("network".into()));
    window.press(Role::Link, &link.text);
    window.press(Role::Button, words::OPEN);
    window.assert_shows(&format!("No browser could be started. The address is {}", link.url));
}
