//! Everything without a mouse.

use std::collections::BTreeSet;

use eframe::egui::accesskit::{Action as Ask, Role};
use eframe::egui::{Event, Key, Modifiers, ViewportCommand, ViewportId};
use egui_kittest::kittest::NodeT as _;
use unsent::app::Page;
use unsent::ui::words;

use super::pages::all_pages;
use crate::support::{Desk, Window};

#[test]
fn ctrl_and_a_number_go_to_the_three_pages() {
    let mut window = Desk::new().open();
    for (key, page) in [(Key::Num2, Page::Checker), (Key::Num3, Page::Faq), (Key::Num1, Page::Guide)] {
        window.key(Modifiers::COMMAND, key);
        assert_eq!(window.state().page, page);
    }
}

#[test]
fn ctrl_k_puts_the_cursor_into_the_search_from_every_page() {
    let mut window = Desk::new().open();
    for page in all_pages(&window) {
        window.go(page.clone());
        window.key(Modifiers::COMMAND, Key::K);
        assert_eq!(window.focused(), Some((Role::TextInput, words::SEARCH.to_owned())), "from {page:?}");
    }
}

#[test]
fn esc_and_alt_left_go_back_one_page_at_a_time() {
    let mut window = Desk::new().open();
    for (modifiers, key) in [(Modifiers::NONE, Key::Escape), (Modifiers::ALT, Key::ArrowLeft)] {
        window.press(Role::Button, "App trouble");
        window.press(Role::Button, "Server trouble");
        window.key(modifiers, key);
        assert_eq!(window.state().page, Page::Topic("app".into()));
        window.key(modifiers, key);
        assert_eq!(window.state().page, Page::Guide);
        window.key(modifiers, key);
        assert_eq!(window.state().page, Page::Guide, "there is nothing before the first page");
    }
}

#[test]
fn esc_empties_the_search_before_it_goes_back() {
    let mut window = Desk::new().open();
    window.key(Modifiers::COMMAND, Key::Num2);
    window.key(Modifiers::COMMAND, Key::K);
    window.paste(words::SEARCH, "wifi");
    assert!(!window.state().hits.is_empty(), "something was found");
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!((window.state().search.as_str(), &window.state().page), ("", &Page::Guide));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().page, Page::Checker);
}

#[test]
fn esc_puts_a_notice_away_before_it_goes_back() {
    let mut window = Desk::new().open();
    window.press(Role::Button, "App trouble");
    window.press(Role::Button, words::IT_WORKS);
    assert!(window.state().notice.is_some(), "there is a notice");
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!((&window.state().notice, &window.state().page), (&None, &Page::Topic("app".into())));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().page, Page::Guide);
}

#[test]
fn the_text_grows_shrinks_and_returns_by_keys() {
    let mut window = Desk::new().open();
    let percent = |window: &Window| window.state().saved.text_size.percent();
    window.key(Modifiers::COMMAND, Key::Plus);
    assert_eq!(percent(&window), 125);
    window.key(Modifiers::COMMAND, Key::Equals);
    assert_eq!(percent(&window), 150);
    window.key(Modifiers::COMMAND, Key::Minus);
    assert_eq!(percent(&window), 125);
    window.key(Modifiers::COMMAND, Key::Num0);
    assert_eq!(percent(&window), 100);
}

#[test]
fn ctrl_q_closes_the_window_as_the_settings_say() {
    let mut window = Desk::new().open();
    // One event, since each is a frame of its own and only the last frame's wishes can be read.
    let (key, modifiers) = (Key::Q, Modifiers::COMMAND);
    window.harness.event(Event::Key { key, modifiers, physical_key: None, pressed: true, repeat: false });
    window.harness.step();
    let asked = &window.harness.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(asked.contains(&ViewportCommand::Close), "the window was asked for {asked:?}");
}

/// What takes a press or a text now: its place in the tree, its role and its name.
type Control = (u64, Role, String);

fn controls(window: &Window) -> Vec<Control> {
    let root = window.harness.root();
    let nodes = root.children_recursive().filter(|node| {
        let data = node.accesskit_node();
        let data = data.data();
        let takes_input = data.supports_action(Ask::Click) || data.role() == Role::TextInput;
        data.supports_action(Ask::Focus) && takes_input && !data.is_disabled()
    });
    let control = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        (node.locate().0.0, node.role(), node.label().unwrap_or_default())
    };
    nodes.map(control).collect()
}

fn focused_id(window: &Window) -> Option<u64> {
    let root = window.harness.root();
    root.children_recursive().find(|node| node.is_focused()).map(|node| node.accesskit_node().locate().0.0)
}

/// Presses Tab until the focus is back where it began; returns everything that had it.
fn walk(window: &mut Window) -> BTreeSet<u64> {
    let [width, height] = [window.harness.ctx.content_rect().width(), window.harness.ctx.content_rect().height()];
    let mut reached = BTreeSet::new();
    for _ in 0..2 * controls(window).len() + 10 {
        window.key(Modifiers::NONE, Key::Tab);
        let Some(id) = focused_id(window) else { continue };
        let root = window.harness.root();
        let rect = root.children_recursive().find(|node| node.is_focused()).unwrap().rect();
        let in_view = rect.left() < width && rect.bottom() > 0.0 && rect.top() < height;
        assert!(in_view, "{:?} has the focus out of view at {rect:?}", window.focused());
        reached.insert(id);
    }
    reached
}

#[test]
fn tab_reaches_everything_on_every_page_and_brings_it_into_view() {
    for (width, height) in [(1200.0, 800.0), (360.0, 640.0)] {
        let mut window = Desk::new().size(width, height).open();
        for page in [Page::Guide, Page::Checker, Page::Faq, Page::Settings, Page::About, Page::Topic("phone".into())] {
            window.go(page.clone());
            let reached = walk(&mut window);
            let missed: Vec<Control> = controls(&window).into_iter().filter(|(id, ..)| !reached.contains(id)).collect();
            assert!(missed.is_empty(), "{page:?}: Tab never reaches {missed:#?}");
        }
    }
}

#[test]
fn the_search_comes_before_the_button_beside_it_as_it_is_seen() {
    for width in [1200.0, 360.0] {
        let mut window = Desk::new().size(width, 800.0).open();
        let [field, button] = [(Role::TextInput, words::SEARCH), (Role::Button, words::FIND_MY_REASON)]
            .map(|(role, name)| window.find(role, name).rect());
        assert!(field.right() <= button.left() || field.bottom() <= button.top(), "{field:?} stands before {button:?}");
        window.key(Modifiers::COMMAND, Key::K);
        window.key(Modifiers::NONE, Key::Tab);
        assert_eq!(window.focused(), Some((Role::Button, words::FIND_MY_REASON.to_owned())));
    }
}

#[test]
fn tab_goes_from_card_to_card_and_enter_opens_each() {
    let mut window = Desk::new().open();
    let titles: Vec<(String, Page)> =
        window.guide().topics.into_iter().map(|topic| (topic.title, Page::Topic(topic.id))).collect();
    let mut opened = BTreeSet::new();
    for _ in 0..200 {
        window.key(Modifiers::NONE, Key::Tab);
        let Some((Role::Button, name)) = window.focused() else { continue };
        let Some((title, page)) = titles.iter().find(|(title, _)| name.starts_with(&format!("{title}. "))) else {
            continue;
        };
        if opened.insert(title.clone()) {
            window.key(Modifiers::NONE, Key::Enter);
            assert_eq!(window.state().page, *page);
            window.key(Modifiers::ALT, Key::ArrowLeft);
            assert_eq!(window.state().page, Page::Guide);
            // Back on the guide the walk begins at its top.
            while window.focused().is_none_or(|(_, name)| !name.starts_with(&format!("{title}. "))) {
                window.key(Modifiers::NONE, Key::Tab);
            }
        }
        if opened.len() == titles.len() {
            return;
        }
    }
    panic!("Tab reached only {opened:?}");
}

#[test]
fn space_ticks_a_step_and_enter_unfolds_a_question() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("phone".into()));
    let way = (Role::List, "Verify your phone number");
    window.find_in(way, Role::CheckBox, "Step 1 done: Open the TikTok app.").focus();
    window.run();
    window.key(Modifiers::NONE, Key::Space);
    assert!(window.state().saved.is_ticked(&"phone".into(), &"verify".into(), 0), "the first step is ticked");
    window.go(Page::Faq);
    window.find(Role::DisclosureTriangle, "Can I send videos?").focus();
    window.run();
    window.key(Modifiers::NONE, Key::Enter);
    window.assert_shows("A video from TikTok can go into a chat.");
}

#[test]
fn a_dialog_keeps_the_keyboard_to_itself() {
    let mut window = Desk::new().open();
    window.go(Page::Settings);
    window.press(Role::Button, words::DELETE);
    assert_eq!(window.focused(), Some((Role::Button, words::CANCEL.to_owned())), "the harmless button comes first");
    for _ in 0..6 {
        window.key(Modifiers::NONE, Key::Tab);
        let (_, name) = window.focused().unwrap();
        assert!([words::CANCEL, words::DELETE_NOW].contains(&name.as_str()), "the focus left the dialog for “{name}”");
    }
}
