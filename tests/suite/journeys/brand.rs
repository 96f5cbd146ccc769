//! A layer in the window: its logo, its contact lines, its colours, and its texts.

use std::fs;
use std::path::Path;

use eframe::egui::Theme;
use eframe::egui::accesskit::Role;
use unsent::app::{Action, Dialog, Page};
use unsent::ui::words;

use crate::support::{Desk, Window};

fn window(settings: &str, size: [f32; 2]) -> Window {
    let desk = Desk::new().size(size[0], size[1]);
    let folder = desk.folder().join("our layer");
    fs::create_dir(&folder).unwrap();
    let png = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon/unsent-128.png");
    fs::copy(png, folder.join("logo.png")).unwrap();
    fs::write(folder.join("layer.ron"), settings).unwrap();
    let window = desk.content(&folder).open();
    window.assert_hides(words::CONTENT_MISTAKES);
    window
}

const SCHOOL: &str = r##"(
    replace: false,
    logo: (file: "logo.png", alt: "Elm School"),
    accent_light: "#7A1F5F",
    accent_dark: "#FFB0E0",
    contacts: [
        (id: "desk", text: "Ask in room 4."),
        (id: "mail", text: "Write to the IT desk.", link: "mailto:it@elm.school.example"),
    ],
)"##;

#[test]
fn the_logo_is_shown_with_its_words() {
    for size in [[1200.0, 800.0], [360.0, 640.0]] {
        window(SCHOOL, size).find(Role::Image, "Elm School");
    }
}

#[test]
fn contact_lines_stand_where_contacting_somebody_is_the_advice() {
    let mut window = window(SCHOOL, [1200.0, 800.0]);
    for (page, is_shown) in [
        (Page::Topic("contact".into()), true),
        (Page::Topic("safety".into()), true),
        (Page::About, true),
        (Page::Topic("age".into()), false),
    ] {
        window.go(page);
        assert_eq!(window.shows("Ask in room 4."), is_shown);
    }
}

#[test]
fn a_mail_address_opens_after_the_person_saw_it_and_no_other_does() {
    let mut window = window(SCHOOL, [1200.0, 800.0]);
    window.go(Page::About);
    window.click(Role::Link, "Write to the IT desk.");
    assert!(matches!(window.state().dialog, Some(Dialog::OpenPage { .. })));
    window.assert_shows("mailto:it@elm.school.example");
    window.assert_shows(words::WRITE_MAIL);
    assert_eq!(window.opened(), Vec::<String>::new());
    window.click(Role::Button, words::OPEN);
    assert_eq!(window.opened(), ["mailto:it@elm.school.example"]);
    window.act(Action::AskToOpen("Mail".into(), "mailto:it@evil.example".into()));
    window.act(Action::Confirm);
    assert_eq!(window.opened().len(), 1, "only an address that a contact line gives");
}

#[test]
fn the_accents_are_the_layers() {
    let window = window(SCHOOL, [1200.0, 800.0]);
    let of = |theme| window.harness.ctx.style_of(theme).visuals.hyperlink_color.to_array();
    assert_eq!(of(Theme::Light), [0x7A, 0x1F, 0x5F, 255]);
    assert_eq!(of(Theme::Dark), [0xFF, 0xB0, 0xE0, 255]);
}
