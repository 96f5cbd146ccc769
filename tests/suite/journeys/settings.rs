//! Settings and About.

use eframe::egui::Theme as Shown;
use eframe::egui::accesskit::Role;
use unsent::app::saved::{Saved, Theme};
use unsent::app::{Action, Notice, Page};
use unsent::content::model::Platform;
use unsent::ui::{said, words};

use crate::support::Desk;

#[test]
fn the_theme_changes_at_once() {
    let mut window = Desk::new().open();
    window.go(Page::Settings);
    for (theme, shown) in [(Theme::Dark, Shown::Dark), (Theme::Light, Shown::Light)] {
        window.click(Role::RadioButton, said::theme(theme));
        assert_eq!(window.state().saved.theme, theme);
        assert_eq!(window.harness.ctx.theme(), shown);
    }
    window.click(Role::RadioButton, said::theme(Theme::System));
    assert_eq!(window.state().saved.theme, Theme::System);
}

#[test]
fn larger_text_is_larger() {
    let mut window = Desk::new().open();
    window.go(Page::Settings);
    let before = window.find(Role::Heading, words::TEXT_SIZE).rect().height();
    window.click(Role::RadioButton, "200 %");
    let after = window.find(Role::Heading, words::TEXT_SIZE).rect().height();
    assert!(after > before * 1.2, "{before} grew only to {after}");
}

#[test]
fn the_phone_can_be_chosen_in_a_narrow_window() {
    let mut window = Desk::new().size(360.0, 640.0).open();
    window.go(Page::Settings);
    window.click(Role::RadioButton, "Android");
    assert_eq!(window.state().saved.platform, Platform::Android);
}

#[test]
fn deleting_asks_first_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.act(Action::UseTheme(Theme::Dark));
    window.act(Action::Answer("follow".into(), Some("only-me".into())));
    window.act(Action::TickStep("phone".into(), "verify".into(), 0));
    window.close();
    assert!(desk.file().exists(), "the choices were kept");

    let mut window = desk.open();
    window.go(Page::Settings);
    window.click(Role::Button, words::DELETE);
    window.click(Role::Button, words::CANCEL);
    assert_eq!(window.state().saved.theme, Theme::Dark);
    assert!(desk.file().exists(), "Cancel deletes nothing");

    window.click(Role::Button, words::DELETE);
    window.click(Role::Button, words::DELETE_NOW);
    window.assert_shows("Everything that was kept has been deleted");
    assert_eq!(window.state().saved, Saved::default());
    window.close();
    assert!(!desk.file().exists(), "the file is gone, and closing the window does not write it again");
    assert_eq!(desk.open().state().saved, Saved::default());
}

#[test]
fn what_could_not_be_deleted_is_said_to_be_still_there() {
    let desk = Desk::new();
    // A folder in the file's place can be neither read nor deleted as a file.
    std::fs::create_dir_all(desk.file().join("in the way")).unwrap();
    let mut window = desk.open();
    window.go(Page::Settings);
    window.click(Role::Button, words::DELETE);
    window.click(Role::Button, words::DELETE_NOW);
    assert!(matches!(window.state().notice, Some(Notice::NotDeleted(_))), "{:?}", window.state().notice);
    window.assert_shows("could not be deleted and is still there");
    window.assert_hides("has been deleted");
}

#[test]
fn settings_say_where_things_are_kept_and_name_the_keys() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.go(Page::Settings);
    window.assert_shows(&desk.file().display().to_string());
    for (keys, what) in words::KEYS {
        window.assert_shows(keys);
        window.assert_shows(what);
    }
}

#[test]
fn about_lists_every_source_and_says_who_made_it() {
    let mut window = Desk::new().open();
    window.go(Page::About);
    let guide = window.guide();
    assert!(guide.manifest.sources.len() > 20, "the guide names its sources");
    for source in &guide.manifest.sources {
        window.assert_shows(&source.name);
        window.assert_shows(&source.dated);
    }
    window.assert_shows(words::NOT_AFFILIATED);
    window.assert_shows(words::LICENCE_TEXT);
    window.assert_shows("21 Nov 2026");
    window.assert_shows(env!("CARGO_PKG_VERSION"));
}
