//! The drawn phone under the hand: tapped, moved with the keys, looked at where it looks different, sent to a real one.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, Rect, Shape};
use egui_kittest::kittest::NodeT as _;
use jiff::civil::date;
use unsent::app::saved::Motion;
use unsent::app::{Action, Page};
use unsent::phone;
use unsent::ui::{theme, words};

use crate::support::{Desk, Window};

fn on_topic(id: &str) -> Window {
    let mut window = Desk::new().open();
    window.go(Page::Topic(id.into()));
    window
}

fn step_in_hand(window: &Window) -> Option<usize> {
    let Page::Topic(id) = &window.state().page else { panic!("on no card") };
    let library = window.harness.state().library();
    window.state().step_in_hand(library, library.guide.topic(id).unwrap()).map(|(_, step)| step)
}

#[test]
fn a_tap_on_the_lit_row_leads_to_the_next_step_until_all_are_done() {
    let mut window = on_topic("own-privacy");
    for label in ["TikTok", "Profile", "Menu", "Settings and privacy", "Privacy", "Direct messages", "Friends"] {
        let before = step_in_hand(&window).unwrap();
        window.click(Role::Button, &words::tap(label));
        assert_ne!(step_in_hand(&window), Some(before), "{label}");
    }
    assert_eq!(step_in_hand(&window), None);
    window.assert_shows(words::ALL_DONE);
}

#[test]
fn the_arrow_keys_move_the_steps_and_not_the_focus() {
    let mut window = on_topic("own-privacy");
    let focused = window.focused();
    assert!(focused.is_some(), "the top of the page has the focus");
    for expected in 1..=4 {
        window.key(Modifiers::NONE, Key::ArrowRight);
        assert_eq!(step_in_hand(&window), Some(expected));
    }
    window.assert_shows("Picture of the phone: on “Settings and privacy”, tap Privacy");
    let root = window.harness.root();
    let chip = root
        .children_recursive()
        .map(|node| node.accesskit_node())
        .find(|node| node.role() == Role::RadioButton && node.label().as_deref() == Some("Privacy"));
    assert_eq!(chip.unwrap().toggled(), Some(Toggled::True), "the chip moves along");
    window.key(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(step_in_hand(&window), Some(3));
    assert_eq!(window.focused(), focused);
}

#[test]
fn in_a_dialog_and_on_the_rail_the_arrow_keys_leave_the_steps_alone() {
    let mut window = on_topic("own-privacy");
    window.click(Role::Button, words::SEND_TO_PHONE);
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(step_in_hand(&window), Some(0));
    window.key(Modifiers::NONE, Key::Escape);
    window.find(Role::Button, words::CHECKER).focus();
    window.run();
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(step_in_hand(&window), Some(0));
}

#[test]
fn whoever_does_not_see_it_is_led_on_and_never_left_alone() {
    let mut window = on_topic("own-privacy");
    for _ in 0..4 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    window.click(Role::Button, words::NOT_THERE);
    window.assert_shows("On some phones");
    window.assert_shows("Seen on a phone not named (January 2023)");
    window.click(Role::Button, words::NOT_THERE_EITHER);
    window.assert_shows(words::LOOK_FOR);
    window.assert_shows("A row with a padlock");
    window.click(Role::Button, words::NOT_THERE_EITHER);
    window.assert_shows(words::ASK_PAGE);
    window.assert_hides(words::NOT_THERE_EITHER);
    window.click(Role::Button, words::USUAL_LOOK);
    window.assert_shows(words::NOT_THERE);
    window.assert_hides(words::ASK_PAGE);
}

#[test]
fn another_look_is_drawn_and_the_next_step_has_its_usual_one() {
    let mut window = on_topic("phone");
    window.act(Action::TakeStep("phone".into(), "verify-newer".into(), 4));
    window.assert_shows("Picture of the phone: on “Settings and privacy”, tap Account");
    window.click(Role::Button, words::NOT_THERE);
    window.assert_shows("In older versions");
    window.assert_shows("Picture of the phone: on “Settings and privacy”, tap Manage account");
    window.click(Role::Button, words::NEXT);
    window.assert_shows("Picture of the phone: on “Account”, tap Account information");
    window.assert_hides(words::USUAL_LOOK);
}

#[test]
fn every_step_of_every_path_has_the_button_and_advice_without_a_tap_has_none() {
    let mut window = Desk::new().open();
    for topic in window.guide().topics {
        window.go(Page::Topic(topic.id.clone()));
        for way in &topic.ways {
            let platform = window.state().saved.platform;
            let is_path = !phone::chips(&window.guide(), way, platform).is_empty();
            for step in phone::steps(&window.guide(), way, platform) {
                window.act(Action::TakeStep(topic.id.clone(), way.id.clone(), step.index));
                assert_eq!(window.shows(words::NOT_THERE), is_path, "{} {} {}", topic.id, way.id, step.sentence);
            }
        }
    }
}

#[test]
fn each_path_says_when_it_was_checked_and_past_its_day_that_it_may_have_changed() {
    let desk = Desk::new().today(date(2027, 5, 21));
    let mut window = desk.open();
    window.go(Page::Topic("phone".into()));
    window.assert_shows("Checked November 2026 with Article 1");
    window.assert_hides("It may have changed");
    let mut window = Desk::new().today(date(2027, 5, 22)).open();
    window.go(Page::Topic("phone".into()));
    window.assert_shows("This path was due for another look by May 2027. It may have changed.");
}

#[test]
fn the_ring_comes_up_within_150_milliseconds_and_then_nothing_moves() {
    for (motion, expected) in [(Motion::Short, true), (Motion::Off, false)] {
        let mut window = on_topic("own-privacy");
        window.act(Action::UseMotion(motion));
        window.harness.key_press(Key::ArrowRight);
        let mut moving = Vec::new();
        for _ in 0..8 {
            window.harness.step();
            let context = &window.harness.ctx;
            let causes = context.repaint_causes();
            moving.push(causes.iter().any(|cause| cause.file.ends_with("phone.rs")));
        }
        assert_eq!(moving.contains(&true), expected, "{motion:?}: {moving:?}");
        assert_eq!(moving.last(), Some(&false), "{motion:?}: {moving:?}");
    }
}

#[test]
fn the_code_is_drawn_dark_on_light_in_both_themes_and_reads_as_the_text_beside_it() {
    for (theme, size) in [
        (Action::UseTheme(unsent::app::saved::Theme::Light), 1200.0),
        (Action::UseTheme(unsent::app::saved::Theme::Dark), 360.0),
    ] {
        let mut window = Desk::new().size(size, 800.0).open();
        window.act(theme);
        window.go(Page::Topic("own-privacy".into()));
        window.click(Role::Button, words::SEND_TO_PHONE);
        let text = {
            let guide = window.guide();
            let topic = guide.topic(&"own-privacy".into()).unwrap();
            phone::parcel(&guide, topic, &topic.ways[0], window.state().saved.platform).unwrap().text
        };
        window.assert_shows(&text);
        assert_eq!(read_picture(&window), text);
        let copied = window.copied_by(Role::Button, words::COPY_TEXT);
        assert_eq!(copied, [text]);
        window.click(Role::Button, words::CLOSE);
        window.assert_hides(words::CODE_PICTURE);
    }
}

/// How many dots of the painted code are looked at, across and down.
const SIDE: u16 = 600;

/// Reads the code from what is painted in its place.
fn read_picture(window: &Window) -> String {
    let mut rects: Vec<(Rect, bool)> = Vec::new();
    for clipped in &window.harness.output().shapes {
        collect(&clipped.shape, &mut rects);
    }
    let paper = window.find(Role::Image, words::CODE_PICTURE).rect();
    let inside: Vec<_> = rects.into_iter().filter(|(rect, _)| paper.expand(1.0).contains_rect(*rect)).collect();
    // Its middle decides what a dot is.
    let mut picture = rqrr::PreparedImage::prepare_from_bitmap(SIDE.into(), SIDE.into(), |x, y| {
        let part = |at: usize| (f32::from(u16::try_from(at).unwrap()) + 0.5) / f32::from(SIDE);
        let at = paper.min + paper.size() * eframe::egui::vec2(part(x), part(y));
        inside.iter().rev().find(|(rect, _)| rect.contains(at)).is_some_and(|(_, dark)| *dark)
    });
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().unwrap().1
}

fn collect(shape: &Shape, into: &mut Vec<(Rect, bool)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, into)),
        Shape::Rect(rect) if rect.fill == theme::LIGHT.ink => into.push((rect.rect, true)),
        Shape::Rect(rect) if rect.fill == theme::LIGHT.surface => into.push((rect.rect, false)),
        _ => {}
    }
}

#[test]
fn the_step_in_hand_is_there_again_and_start_over_begins_anew() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.go(Page::Topic("own-privacy".into()));
    window.act(Action::TakeStep("own-privacy".into(), "newer-layout".into(), 5));
    window.click(Role::RadioButton, "Android");
    window.close();

    let mut window = desk.open();
    window.go(Page::Topic("own-privacy".into()));
    assert_eq!(step_in_hand(&window), Some(5));
    window.assert_shows("Picture of the phone: on “Privacy”, tap Direct messages");
    window.click(Role::Button, words::CLEAR_TICKS);
    assert_eq!(step_in_hand(&window), Some(0));
    window.assert_hides(words::CLEAR_TICKS);
}
