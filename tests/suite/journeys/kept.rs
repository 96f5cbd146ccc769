//! What is there again at the next start, and what happens where it can't be.

use eframe::egui::accesskit::Role;
use unsent::app::saved::{Saved, Theme};
use unsent::app::{Action, Notice, Page};
use unsent::content::model::Platform;
use unsent::ui::{said, words};

use crate::support::Desk;

#[test]
fn what_was_done_is_there_again_at_the_next_start() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.go(Page::Settings);
    window.click(Role::RadioButton, said::theme(Theme::Dark));
    window.click(Role::RadioButton, "150 %");
    window.act(Action::UsePlatform(Platform::Android));
    window.go(Page::Topic("phone".into()));
    let way = (Role::List, "Verify your phone number");
    window.click_in(way, Role::CheckBox, "Step 2 done: Tap Profile, lower right corner.");
    window.act(Action::Answer("follow".into(), Some("only-me".into())));
    window.act(Action::CheckMessage("Not Sent".into()));
    window.act(Action::Helped("network".into(), false));
    let saved = window.state().saved.clone();
    window.close();

    let mut window = desk.open();
    assert_eq!(window.state().saved, saved);
    assert_eq!((saved.theme, saved.text_size.percent()), (Theme::Dark, 150));
    assert!(saved.is_ticked(&"phone".into(), &"verify".into(), 1), "the step is ticked");
    window.go(Page::Checker);
    window.assert_shows("Only you follow them");
    assert_eq!(window.state().notice, None);
}

#[test]
fn changes_are_written_while_the_window_is_open() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.act(Action::UseTheme(Theme::Dark));
    std::thread::sleep(std::time::Duration::from_millis(850));
    window.run();
    // As after a crash: the window is never closed.
    assert_eq!(desk.open().state().saved.theme, Theme::Dark);
}

#[test]
fn a_damaged_file_is_set_aside_and_said() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.file().parent().unwrap()).unwrap();
    std::fs::write(desk.file(), "(theme: Da").unwrap();
    let mut window = desk.open();
    let aside = desk.file().with_file_name("state-damaged-1.ron");
    assert_eq!(window.state().notice, Some(Notice::SetAside(aside.clone())));
    window.assert_shows(&aside.display().to_string());
    assert_eq!(std::fs::read_to_string(&aside).unwrap(), "(theme: Da");
    window.click(Role::Button, words::CLOSE_NOTICE);
    window.act(Action::UseTheme(Theme::Light));
    window.close();
    let window = desk.open();
    assert_eq!((window.state().notice.as_ref(), window.state().saved.theme), (None, Theme::Light));
}

#[test]
fn answers_that_the_guide_no_longer_knows_do_no_harm() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.file().parent().unwrap()).unwrap();
    let text = r#"(text_size: 65535, answers: {"gone": "x", "follow": "gone"}, ticked: {"gone": {"gone": [9]}, "phone": {"verify": [999]}}, tried: ["gone"])"#;
    std::fs::write(desk.file(), text).unwrap();
    let mut window = desk.open();
    assert_eq!(window.state().notice, None, "the file is readable");
    for page in super::pages::all_pages(&window) {
        window.go(page);
    }
}

#[test]
fn where_nothing_can_be_kept_it_is_said_once_and_the_window_goes_on() {
    let desk = Desk::new();
    // A file where the folder ought to be: nobody can write there, not even root.
    std::fs::write(desk.folder().join("blocked"), "").unwrap();
    let file = desk.folder().join("blocked").join("state.ron");
    let desk = desk.kept_in(file);
    let mut window = desk.open();
    let wait = || std::thread::sleep(std::time::Duration::from_millis(850));
    window.act(Action::UseTheme(Theme::Dark));
    wait();
    window.run();
    assert!(matches!(window.state().notice, Some(Notice::NotSaved(_))), "{:?}", window.state().notice);
    window.assert_shows("Nothing can be kept here");
    window.click(Role::Button, words::CLOSE_NOTICE);
    window.click(Role::Button, "App trouble");
    window.act(Action::UseTheme(Theme::Light));
    wait();
    window.run();
    assert_eq!(window.state().notice, None, "once is enough");
    assert_eq!(window.state().saved, Saved { theme: Theme::Light, ..Saved::default() });
    window.close();
}
