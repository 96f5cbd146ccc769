//! A content folder that is wrong, empty or not there.

use std::path::Path;

use eframe::egui::accesskit::Role;
use unsent::app::Page;
use unsent::content::LayerName;
use unsent::content::signature::Refusal;
use unsent::ui::words;

use crate::support::Desk;

/// A copy of the small guide that tests use.
pub(super) fn small_guide(into: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good");
    std::fs::create_dir_all(into.join("topics")).unwrap();
    for folder in ["", "topics"] {
        for entry in std::fs::read_dir(from.join(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                std::fs::copy(entry.path(), into.join(folder).join(entry.file_name())).unwrap();
            }
        }
    }
}

#[test]
fn a_content_folder_takes_the_place_of_the_built_in_guide() {
    let desk = Desk::new();
    let folder = desk.folder().join("content");
    small_guide(&folder);
    let mut window = desk.content(&folder).open();
    window.assert_shows("Small guide");
    window.assert_hides(words::CONTENT_MISTAKES);
    window.go(Page::About);
    window.assert_shows(&words::layers::used(&[LayerName::Folder(folder.clone())]));
}

#[test]
fn mistakes_are_said_on_the_guide_page_and_listed_with_their_place() {
    let desk = Desk::new();
    let folder = desk.folder().join("content");
    small_guide(&folder);
    let faq = std::fs::read_to_string(folder.join("faq.ron")).unwrap();
    std::fs::write(folder.join("faq.ron"), faq.replacen("section: \"basics\"", "section: \"nowhere\"", 1)).unwrap();
    std::fs::write(folder.join("topics").join("age.ron"), "(title: \"Age\",,)").unwrap();
    let mut window = desk.content(&folder).open();
    let mistakes = window.harness.state().library().mistakes.clone();
    assert!(mistakes.len() >= 2, "{mistakes:?}");
    window.assert_shows(&words::mistakes(mistakes.len()));
    window.click(Role::Link, words::CONTENT_MISTAKES);
    assert_eq!(window.state().page, Page::About);
    // All in one text, with the place marked by a colour instead of carets.
    let listed = window.outline();
    for mistake in &mistakes {
        let place = mistake.place.as_ref().unwrap();
        let head = format!("{}:{}:{}: {}", place.file, place.line, place.column, mistake.what);
        for part in [head.as_str(), place.text.trim_end(), mistake.mend.as_str()] {
            assert!(listed.contains(part), "“{part}” is not listed in\n{listed}");
        }
    }
    window.assert_shows("faq.ron:");
    window.assert_shows("topics/age.ron:1:");
    for page in [Page::Guide, Page::Checker, Page::Faq, Page::Settings] {
        window.go(page);
    }
}

#[test]
fn a_folder_that_is_missing_or_empty_gives_the_built_in_guide_and_is_said() {
    for make in [true, false] {
        let desk = Desk::new();
        let folder = desk.folder().join("content");
        if make {
            std::fs::create_dir(&folder).unwrap();
        }
        let mut window = desk.content(&folder).open();
        let origin = window.harness.state().library().origin.clone();
        assert!(origin.is_built_in());
        assert_eq!(origin.left_out, [LayerName::Folder(folder.clone())]);
        assert_eq!(window.guide().topics.len(), 18);
        window.assert_shows(words::CONTENT_MISTAKES);
        window.go(Page::About);
        window.assert_shows(&words::layers::left_out(&origin));
    }
}

#[test]
fn a_guide_that_is_not_signed_as_asked_is_refused_in_sight_and_the_built_in_one_opens() {
    let desk = Desk::new();
    let folder = desk.folder().join("content");
    small_guide(&folder);
    let key = include_str!("../../data/signed/minisign.pub");
    let mut window = desk.content(&folder).signed_with(key).open();
    let layer = LayerName::Folder(folder.clone());
    let refused = words::layers::refused(&layer, &Refusal::NotSigned, &window.harness.state().library().origin);
    window.assert_hides("Small guide");
    window.assert_shows(&refused);
    window.click(Role::Link, words::CONTENT_MISTAKES);
    window.assert_shows(&refused);
    assert_eq!(window.guide().topics.len(), 18);
}
