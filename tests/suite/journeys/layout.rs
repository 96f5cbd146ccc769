//! Every page settles and fits, at every size, text size and theme; and nothing pasted breaks it.

use eframe::egui::Vec2;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use unsent::app::saved::{TextSize, Theme};
use unsent::app::{Action, Page};
use unsent::ui::words;

use super::pages::all_pages;
use crate::support::{Desk, Window};

const SIZES: [(f32, f32); 4] = [(360.0, 640.0), (700.0, 500.0), (1200.0, 800.0), (1920.0, 1080.0)];

/// What ends beyond the window's right or left edge. A text field scrolls what is typed in it, so its lines are left out.
fn too_wide(window: &Window) -> Vec<String> {
    let width = window.harness.ctx.content_rect().width();
    let root = window.harness.root();
    let out = root.children_recursive().filter(|node| {
        let data = node.accesskit_node();
        data.role() != Role::TextRun
            && data.bounding_box().is_some()
            && (node.rect().right() > width + 0.5 || node.rect().left() < -0.5)
    });
    let describe = |node: egui_kittest::Node<'_>| {
        let (rect, node) = (node.rect(), node.accesskit_node());
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        format!("{:?} “{name}” from {} to {}", node.role(), rect.left(), rect.right())
    };
    out.map(describe).collect()
}

/// A page with everything unfolded, answered and said that it can show.
fn fill(window: &mut Window, page: &Page) {
    match page {
        Page::Checker => {
            window.act(Action::Answer("follow".into(), Some("only-me".into())));
            window.act(Action::DescribeMessage("Only friends can send messages to each other".into()));
        }
        Page::Faq => {
            for entry in window.guide().faq.entries {
                if !window.state().faq_open.contains(&entry.id) {
                    window.act(Action::ToggleFaq(entry.id));
                }
            }
        }
        _ => {}
    }
    window.go(page.clone());
}

#[test]
fn every_page_settles_and_nothing_is_wider_than_the_window() {
    let mut faults = Vec::new();
    for (width, height) in SIZES {
        let mut window = Desk::new().size(width, height).open();
        for (theme, text_size) in [(Theme::Light, 0), (Theme::Dark, 0), (Theme::Light, 4), (Theme::Dark, 4)] {
            window.act(Action::UseTheme(theme));
            window.act(Action::UseTextSize(TextSize::ALL[text_size]));
            for page in all_pages(&window) {
                fill(&mut window, &page);
                let at = format!("{page:?} at {width} x {height}, {theme:?}, {} %", TextSize::ALL[text_size].percent());
                faults.extend(too_wide(&window).into_iter().map(|fault| format!("{at}: {fault}")));
                let said = window.harness.root().children_recursive().count();
                assert!(said > 10, "{at}: the page is empty");
            }
        }
    }
    assert!(faults.is_empty(), "{} things are wider than the window:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn dialogs_and_notices_fit_at_every_size() {
    let mut faults = Vec::new();
    for (width, height) in SIZES {
        for text_size in [0, 4] {
            let mut window = Desk::new().size(width, height).open();
            window.act(Action::UseTextSize(TextSize::ALL[text_size]));
            let link = window.guide().topics[0].links[0].clone();
            window.act(Action::AskToOpen(link.text, link.url));
            faults.extend(too_wide(&window).into_iter().map(|fault| format!("dialog at {width}: {fault}")));
            window.act(Action::Cancel);
            window.act(Action::Copy("text".into()));
            window.act(Action::AskToDelete);
            faults.extend(too_wide(&window).into_iter().map(|fault| format!("dialog at {width}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn ten_thousand_characters_settle_in_every_field() {
    let long =
        ["messages not sending to anyone at all ".repeat(264), "x".repeat(20_000), "“Wörter”\n\t☰ ".repeat(1_000)];
    for (width, height) in [(360.0, 640.0), (1200.0, 800.0)] {
        let mut window = Desk::new().size(width, height).open();
        for text in &long {
            for (page, field) in [
                (Page::Guide, words::SEARCH),
                (Page::Faq, words::FAQ_HINT),
                (Page::Checker, "Does TikTok show a message?"),
            ] {
                window.go(page.clone());
                window.paste(field, text);
                let held = window.find(Role::TextInput, field).value().unwrap_or_default();
                assert!(held.chars().count() <= 10_000, "{page:?} holds {} characters", held.chars().count());
                assert!(!held.is_empty(), "{page:?} took nothing");
                assert_eq!(too_wide(&window), [""; 0], "{page:?}");
            }
            window.act(Action::Searched(String::new()));
            window.act(Action::FilterFaq(String::new()));
            window.act(Action::StartOver);
        }
    }
}

#[test]
fn a_window_that_changes_its_size_settles_again() {
    let mut window = Desk::new().open();
    window.go(Page::Topic("own-privacy".into()));
    for (width, height) in SIZES.into_iter().chain(SIZES.into_iter().rev()) {
        window.harness.set_size(Vec2::new(width, height));
        window.run();
        assert_eq!(window.titles(), ["Your own message setting"]);
        assert_eq!(too_wide(&window), [""; 0]);
    }
}
