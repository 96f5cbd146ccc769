//! The author's desk: files are saved, and the window follows.

use std::fs;
use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use unsent::app::{Action, Page};
use unsent::content::signature::SIGNATURE;
use unsent::content::sums::SUMS;
use unsent::ui::said::desk as own;

use super::mistakes::small_guide;
use crate::support::{Desk, Window};

/// Said once the rules are decided.
const PROVEN: &str = "combinations of answers";

/// A window on a folder in the making.
struct Author {
    desk: Desk,
    folder: PathBuf,
}

impl Author {
    fn new() -> Self {
        Self::at(Desk::new())
    }

    fn at(desk: Desk) -> Self {
        let folder = desk.folder().join("my content");
        small_guide(&folder);
        Self { desk, folder }
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap()
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} holds no {from}");
        fs::write(self.folder.join(file), text.replacen(from, to, 1)).unwrap();
    }

    fn open(&self) -> Window {
        let window = self.desk.open_author(&self.folder);
        window.assert_shows(own::NO_MISTAKES);
        window
    }
}

#[track_caller]
fn until_shown(window: &mut Window, words: &str) {
    window.until(words, |window| window.shows(words));
}

#[test]
fn a_saved_file_shows_up_on_the_same_page_with_the_same_words_typed() {
    let author = Author::new();
    let mut window = author.open();
    window.go(Page::Topic("age".into()));
    let visit = window.state().visit;
    let title = window.guide().topic(&"age".into()).unwrap().title.clone();
    author.replace("topics/age.ron", &title, "Another title");
    until_shown(&mut window, "Another title");
    assert_eq!((&window.state().page, window.state().visit), (&Page::Topic("age".into()), visit));
    window.assert_shows(own::NO_MISTAKES);
}

#[test]
fn a_search_under_way_finds_what_was_just_written() {
    let author = Author::new();
    let mut window = author.open();
    window.act(Action::Searched("zebra".to_owned()));
    assert!(window.state().is_guess, "nobody wrote of a zebra yet");
    let title = window.guide().topic(&"age".into()).unwrap().title.clone();
    author.replace("topics/age.ron", &title, "Zebra");
    window.until("the hit", |window| !window.state().is_guess);
    assert_eq!(window.state().search, "zebra");
}

#[test]
fn a_broken_file_is_listed_and_shown_as_it_was_until_it_is_mended() {
    let author = Author::new();
    let mut window = author.open();
    let title = window.guide().topic(&"age".into()).unwrap().title.clone();
    let good = author.read("topics/age.ron");
    author.replace("topics/age.ron", "title:", "titel:");
    until_shown(&mut window, &own::mistakes(1));
    window.assert_shows("topics/age.ron:");
    window.assert_shows("did you mean `title`?");
    window.assert_shows(&own::held(&["topics/age.ron".to_owned()]));
    assert_eq!(window.guide().topic(&"age".into()).unwrap().title, title);
    // Another file is right, so it goes on being shown as it is saved.
    author.replace("guide.ron", "Small guide", "Smaller guide");
    until_shown(&mut window, "Smaller guide");
    window.assert_shows(&own::mistakes(1));
    fs::write(author.folder.join("topics/age.ron"), good).unwrap();
    until_shown(&mut window, own::NO_MISTAKES);
    window.assert_hides("Shown as it was");
}

#[test]
fn what_is_wrong_only_together_leaves_everything_as_it_was() {
    let author = Author::new();
    let mut window = author.open();
    // Renamed in one file, and not yet in those that lead there.
    fs::rename(author.folder.join("topics/age.ron"), author.folder.join("topics/years.ron")).unwrap();
    window.until("the mistakes", |window| !window.shows(own::NO_MISTAKES));
    assert!(window.guide().topic(&"age".into()).is_some(), "the card is still there");
    fs::rename(author.folder.join("topics/years.ron"), author.folder.join("topics/age.ron")).unwrap();
    until_shown(&mut window, own::NO_MISTAKES);
}

#[test]
fn editors_that_rename_truncate_or_leave_files_beside_are_followed() {
    let author = Author::new();
    let mut window = author.open();
    let file = author.folder.join("guide.ron");
    for (number, way) in ["rename", "backup", "truncate"].into_iter().enumerate() {
        let text = author.read("guide.ron");
        let before = if number == 0 { "Small guide".to_owned() } else { format!("Guide {}", number - 1) };
        let text = text.replacen(&before, &format!("Guide {number}"), 1);
        match way {
            "rename" => {
                fs::write(author.folder.join(".guide.ron.swp"), &text).unwrap();
                fs::rename(author.folder.join(".guide.ron.swp"), &file).unwrap();
            }
            "backup" => {
                fs::rename(&file, author.folder.join("guide.ron~")).unwrap();
                fs::write(&file, &text).unwrap();
            }
            _ => {
                fs::write(&file, "").unwrap();
                fs::write(&file, &text).unwrap();
            }
        }
        until_shown(&mut window, &format!("Guide {number}"));
        until_shown(&mut window, own::NO_MISTAKES);
    }
}

#[test]
fn a_folder_that_is_deleted_and_made_again_is_found_again() {
    let author = Author::new();
    let mut window = author.open();
    let moved = author.folder.with_file_name("moved");
    fs::rename(&author.folder, &moved).unwrap();
    window.until("the mistake", |window| !window.shows(own::NO_MISTAKES));
    window.assert_shows("Small guide");
    fs::remove_dir_all(&moved).unwrap();
    small_guide(&author.folder);
    until_shown(&mut window, own::NO_MISTAKES);
    author.replace("guide.ron", "Small guide", "Guide again");
    until_shown(&mut window, "Guide again");
}

#[test]
fn the_signature_of_a_folder_is_no_mistake_in_it() {
    let author = Author::new();
    for file in [SUMS, SIGNATURE] {
        fs::write(author.folder.join(file), "made before the last change").unwrap();
    }
    author.open();
}

#[test]
fn a_folder_that_is_not_there_yet_is_waited_for() {
    let desk = Desk::new();
    let folder = desk.folder().join("later");
    let mut window = desk.open_author(&folder);
    assert_eq!(window.guide().topics.len(), 18);
    small_guide(&folder);
    until_shown(&mut window, own::NO_MISTAKES);
    window.assert_shows("Small guide");
}

#[test]
fn a_mistake_opens_its_file_in_the_editor_and_nothing_else() {
    let author = Author::new();
    let mut window = author.open();
    author.replace("topics/age.ron", "title:", "titel:");
    until_shown(&mut window, &own::mistakes(1));
    window.press(Role::Button, &own::edit("topics/age.ron"));
    let file = author.folder.join("topics/age.ron").display().to_string();
    assert_eq!(window.opened(), [file]);
    fs::write(author.desk.folder().join("secret.ron"), "()").unwrap();
    fs::write(author.folder.join("run.sh"), "").unwrap();
    for outside in ["../secret.ron", "topics/../guide.ron", "/etc/passwd", "run.sh", "nowhere.ron", ""] {
        window.act(Action::Edit(outside.to_owned()));
        assert_eq!(window.opened().len(), 1, "{outside}");
        window.assert_shows("No program could be started");
    }
}

#[test]
fn what_is_proven_is_said_of_the_guide_in_use_only() {
    let author = Author::new();
    let mut window = author.open();
    // In no frame does the result of one guide stand beside another.
    let proven = |window: &Window| {
        window.assert_shows(&format!("content {:016x}", window.harness.state().library().hash));
        window.shows(PROVEN)
    };
    window.until("the proof", proven);
    author.replace("guide.ron", "Small guide", "Other guide");
    window.until("the other guide", |window| {
        proven(window);
        window.shows("Other guide")
    });
    window.assert_hides(PROVEN);
    window.until("the proof of the other guide", proven);
}

#[test]
fn a_query_that_does_not_find_its_card_first_is_listed() {
    let author = Author::new();
    let age = "(text: \"too young\", topic: \"age\", kind: Plain)";
    let astray = "(text: \"too young\", topic: \"network\", kind: Plain)";
    fs::write(author.folder.join("queries.ron"), format!("(queries: [{age}, {astray}])")).unwrap();
    let mut window = author.open();
    window.until("the queries", |window| window.shows("Of 2 queries 1 find their card first"));
    window.assert_shows("too young: network ");
}

#[test]
fn in_a_narrow_window_the_desk_is_a_page_and_its_strip_leads_there() {
    let author = Author::at(Desk::new().size(360.0, 640.0));
    let mut window = author.desk.open_author(&author.folder);
    window.assert_shows(own::NO_MISTAKES);
    window.press(Role::Button, own::SHOW);
    assert_eq!(window.state().page, Page::Desk);
    window.assert_shows(&own::folder(&author.folder));
    window.press(Role::Link, own::FRESHNESS);
    assert_eq!(window.state().page, Page::Freshness);
}

#[test]
fn news_above_leave_the_keyboard_where_it_is() {
    let author = Author::new();
    let mut window = author.open();
    let freshness = (Role::Link, own::FRESHNESS.to_owned());
    window.find(Role::Link, own::FRESHNESS).focus();
    window.run();
    assert_eq!(window.focused(), Some(freshness.clone()));
    author.replace("topics/age.ron", "title:", "titel:");
    until_shown(&mut window, &own::mistakes(1));
    assert_eq!(window.focused(), Some(freshness.clone()));
    author.replace("topics/age.ron", "titel:", "title:");
    until_shown(&mut window, own::NO_MISTAKES);
    until_shown(&mut window, PROVEN);
    assert_eq!(window.focused(), Some(freshness));
}

#[test]
fn the_page_of_freshness_puts_what_wants_another_look_first_then_what_was_left_alone_longest() {
    let author = Author::new();
    author.replace("topics/network.ron", "2026-11-01", "2020-02-29");
    author.replace("topics/privacy.ron", "review_by: \"2027-05-01\"", "review_by: \"2026-11-02\"");
    let mut window = author.open();
    window.press(Role::Link, own::FRESHNESS);
    let guide = window.guide();
    let fresh = unsent::desk::freshness(&guide);
    let order: Vec<&str> = fresh.iter().map(|fresh| fresh.topic.id.as_str()).collect();
    assert_eq!(order, ["privacy", "network", "age"]);
    for words in [own::OVERDUE, "look again by 2 Nov 2026", "29 Feb 2020"] {
        window.assert_shows(words);
    }
    window.press(Role::Button, own::OVERDUE);
    assert_eq!(window.state().page, Page::Topic("privacy".into()));
}

#[test]
fn nothing_is_drawn_while_nothing_changes() {
    let author = Author::new();
    let mut window = author.open();
    window.until("the proof", |window| window.shows(PROVEN));
    // The other thread asks for a frame after it has handed the proof over.
    std::thread::sleep(std::time::Duration::from_millis(300));
    window.run();
    // A file that is only looked at, or saved as it was, is no change.
    let text = author.read("guide.ron");
    fs::write(author.folder.join("guide.ron"), text).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(900));
    assert!(!window.harness.ctx.has_requested_repaint(), "{:?}", window.harness.ctx.repaint_causes());
}
