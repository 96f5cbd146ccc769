//! What each page says and in which order, as an outline: a line with role and name for each thing on it.
//!
//! The outlines stand in `tests/data/outlines/`. After a change that was meant, write them anew with
//! `UNSENT_UPDATE_OUTLINES=1 cargo test --test suite looks` and read the difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{FontFamily, FontId};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;
use unsent::app::{Action, Page};
use unsent::content::load;
use unsent::ui::words;

use crate::journeys::all_pages;
use crate::support::{Desk, Window};

fn line(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    let name = node.label().or_else(|| node.value()).filter(|name| !name.is_empty())?;
    if node.role() == Role::TextRun {
        return None;
    }
    let data = node.data();
    let level = data.level().map(|level| format!(" {}", level + 1)).unwrap_or_default();
    let on = if node.toggled() == Some(Toggled::True) || data.is_expanded() == Some(true) { " (on)" } else { "" };
    let value = node.value().filter(|value| *value != name && !value.is_empty());
    let value = value.map(|value| format!(" [{value}]")).unwrap_or_default();
    Some(format!("{:?}{level}{on}{value} “{name}”", node.role()))
}

#[track_caller]
fn assert_looks(window: &Window, name: &str, kept_in: &Path) {
    let root = window.harness.root();
    let lines: Vec<String> = root.children_recursive().filter_map(|node| line(&node)).collect();
    // What differs from computer to computer, and with every word of the content.
    let fingerprint = format!("{:016x}", load::open(None).hash);
    let outline = lines.join("\n").replace(&kept_in.display().to_string(), "(the file of choices)");
    let outline = format!("{}\n", outline.replace(&fingerprint, "(its fingerprint)"));
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/outlines").join(format!("{name}.txt"));
    if std::env::var_os("UNSENT_UPDATE_OUTLINES").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &outline).unwrap();
        return;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default().replace('\r', "");
    if let Some((place, (is, was))) = outline.lines().zip(expected.lines()).enumerate().find(|(_, (is, was))| is != was)
    {
        panic!("{name}, line {}:\n  now    {is}\n  before {was}\n{HOW}", place + 1);
    }
    assert_eq!(outline.lines().count(), expected.lines().count(), "{name} got longer or shorter\n{HOW}");
}

const HOW: &str = "If this was meant: UNSENT_UPDATE_OUTLINES=1 cargo test --test suite looks";

#[test]
fn the_guide_page_looks_as_before() {
    let desk = Desk::new();
    let mut window = desk.open();
    assert_looks(&window, "guide", desk.file());
    window.paste(words::SEARCH, "only friends can send messages");
    assert_looks(&window, "guide-searched", desk.file());
}

#[test]
fn the_guide_page_of_a_narrow_window_looks_as_before() {
    let desk = Desk::new().size(360.0, 640.0);
    assert_looks(&desk.open(), "guide-narrow", desk.file());
}

#[test]
fn a_topic_page_looks_as_before() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.act(Action::TickStep("own-privacy".into(), "choose-friends".into(), 0));
    window.go(Page::Topic("own-privacy".into()));
    assert_looks(&window, "topic", desk.file());
}

#[test]
fn the_checker_looks_as_before() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.go(Page::Checker);
    assert_looks(&window, "checker-empty", desk.file());
    window.act(Action::Answer("follow".into(), Some("only-me".into())));
    window.act(Action::Answer("who".into(), Some("one-person".into())));
    assert_looks(&window, "checker", desk.file());
}

#[test]
fn the_faq_looks_as_before() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.act(Action::OpenFaq("mutual-follows".into()));
    assert_looks(&window, "faq", desk.file());
}

#[test]
fn settings_and_about_look_as_before() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.go(Page::Settings);
    assert_looks(&window, "settings", desk.file());
    window.go(Page::About);
    assert_looks(&window, "about", desk.file());
}

#[test]
fn the_dialog_that_shows_an_address_looks_as_before() {
    let desk = Desk::new();
    let mut window = desk.open();
    window.go(Page::Settings);
    let url = "https://support.tiktok.com/en/";
    window.act(Action::AskToOpen("TikTok’s help centre".into(), url.into()));
    assert_looks(&window, "dialog", desk.file());
}

#[test]
fn every_outline_belongs_to_a_page() {
    let known: BTreeSet<&str> = [
        "about",
        "checker",
        "checker-empty",
        "dialog",
        "faq",
        "guide",
        "guide-narrow",
        "guide-searched",
        "settings",
        "topic",
    ]
    .into();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/outlines");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(known.contains(stem.as_str()), "no test compares {}", path.display());
    }
}

#[test]
fn every_page_has_exactly_one_heading_of_the_first_level_and_it_comes_first() {
    for (width, height) in [(1200.0, 800.0), (360.0, 640.0)] {
        let mut window = Desk::new().size(width, height).open();
        for page in all_pages(&window) {
            window.go(page.clone());
            assert_eq!(window.titles().len(), 1, "{page:?} has the titles {:?}", window.titles());
            let root = window.harness.root();
            let first = root.children_recursive().find(|node| node.accesskit_node().role() == Role::Heading);
            assert_eq!(first.unwrap().accesskit_node().data().level(), Some(0), "{page:?}");
        }
    }
}

/// The icon font has its pictures where no letters are; a screen reader would spell them out or stumble.
#[test]
fn no_icon_is_read_out() {
    let mut window = Desk::new().open();
    window.act(Action::DescribeMessage("Only friends can send messages to each other".into()));
    window.act(Action::OpenFaq("mutual-follows".into()));
    for page in all_pages(&window) {
        window.go(page.clone());
        for (role, name) in window.said() {
            let icon = name.chars().find(|character| ('\u{e000}'..='\u{f8ff}').contains(character));
            assert_eq!(icon, None, "{page:?}: {role:?} “{name}”");
        }
    }
}

/// A missing glyph panics wherever a text is laid out; this also covers what no page shows at the moment.
#[test]
fn the_fonts_have_every_character_of_the_content_and_of_the_window() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("src/ui/words.rs"), root.join("src/ui/icons.rs")];
    for folder in ["content", "content/topics"] {
        files.extend(fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()));
    }
    let mut characters = BTreeSet::new();
    for file in files.into_iter().filter(|file| file.is_file()) {
        characters.extend(fs::read_to_string(file).unwrap().chars().filter(|character| !character.is_control()));
    }
    assert!(characters.len() > 90, "the content is read");
    let window = Desk::new().open();
    let families = window.harness.ctx.fonts(|fonts| fonts.families().clone());
    assert!(families.len() >= 2, "regular and semibold");
    for family in families {
        if family == FontFamily::Monospace {
            continue;
        }
        let font = FontId::new(15.0, family);
        let lacks = |character: &char| !window.harness.ctx.fonts_mut(|fonts| fonts.has_glyph(&font, *character));
        let lacking: String = characters.iter().filter(|character| lacks(character)).collect();
        assert_eq!(lacking, "", "{font:?} lacks them");
    }
}
