//! The loader: a small good edition, mistakes planted in it, and noise.

mod noise;
mod paths;
mod planted;

use std::{collections::BTreeSet, path::Path};

use unsent::content::{Guide, Mistake, Origin, files::Files, folder::read_folder, load, open};

/// The small edition without mistakes.
fn good() -> Files {
    let (files, mistakes) = read_folder(&good_folder());
    assert!(mistakes.is_empty(), "{}", shown(&mistakes));
    files
}

fn good_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good")
}

fn text(files: &Files, file: &str) -> String {
    String::from_utf8(files.get(file).unwrap().to_vec()).unwrap()
}

/// Everything in a guide that can be left out, by name.
fn inventory(guide: &Guide) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut add = |what: &str, id: &dyn std::fmt::Display| all.insert(format!("{what} {id}"));
    for group in &guide.manifest.groups {
        add("group", &group.id);
    }
    for source in &guide.manifest.sources {
        add("source", &source.id);
    }
    for topic in &guide.topics {
        add("topic", &topic.id);
        for way in &topic.ways {
            add("way", &way.id);
        }
        for link in &topic.links {
            add("link", &link.text);
        }
    }
    for entry in &guide.faq.entries {
        add("faq", &entry.id);
    }
    for question in &guide.questions {
        add("question", &question.id);
    }
    for message in &guide.messages {
        add("message", &message.id);
    }
    for reason in &guide.rules.reasons {
        add("reason", &reason.topic);
        for sign in &reason.signs {
            add("sign", &sign.because);
        }
    }
    for clash in &guide.rules.clashes {
        add("clash", &clash.text);
    }
    for screen in &guide.phone.screens {
        add("screen", &screen.id);
    }
    all
}

/// Every place has to lie in its file, and its line has to be the file's.
fn check_places(files: &Files, mistakes: &[Mistake]) {
    for mistake in mistakes {
        let Some(place) = &mistake.place else { continue };
        let bytes = files.get(&place.file).unwrap_or_else(|| panic!("{mistake}"));
        let text = String::from_utf8_lossy(bytes);
        let line = text.trim_start_matches('\u{FEFF}').split('\n').nth(place.line - 1);
        let line = line.unwrap_or_else(|| panic!("no such line: {mistake}")).trim_end_matches('\r');
        assert_eq!(line, place.text, "{mistake}");
        assert!(place.column >= 1 && place.column <= line.chars().count() + 1, "no such column: {mistake}");
        assert!(place.width >= 1, "no caret: {mistake}");
    }
}

fn shown(mistakes: &[Mistake]) -> String {
    mistakes.iter().map(|mistake| format!("{mistake}\n\n")).collect::<Vec<_>>().concat()
}

#[test]
fn the_small_edition_has_no_mistakes() {
    let (guide, mistakes) = load(&good());
    assert!(mistakes.is_empty(), "{}", shown(&mistakes));
    let guide = guide.unwrap();
    let ids: Vec<&str> = guide.topics.iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(ids, ["privacy", "network", "age"], "the cards stand in the order of their groups");
}

#[test]
fn the_shipped_edition_has_no_mistakes() {
    let loaded = open(None);
    assert!(loaded.mistakes.is_empty(), "{}", shown(&loaded.mistakes));
    assert_eq!(loaded.guide.topics.len(), 18);
    assert_eq!(loaded.origin, Origin::BuiltIn);
}

#[test]
fn a_folder_takes_the_place_of_the_built_in_edition() {
    let loaded = open(Some(&good_folder()));
    assert_eq!(loaded.guide.manifest.title, "Small guide");
    assert_eq!(loaded.origin, Origin::Folder(good_folder()));
}

#[test]
fn without_a_usable_folder_the_built_in_edition_stays() {
    let nowhere = good_folder().join("nowhere");
    let loaded = open(Some(&nowhere));
    assert_eq!(loaded.origin, Origin::BuiltInInsteadOf(nowhere));
    assert_eq!(loaded.mistakes.len(), 1, "{}", shown(&loaded.mistakes));
    assert_eq!(loaded.guide.manifest.title, "Unsent");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_mistakes() {
    let mut files = good();
    for bytes in files.0.values_mut() {
        let text = String::from_utf8(std::mem::take(bytes)).unwrap();
        *bytes = format!("\u{FEFF}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    let (guide, mistakes) = load(&files);
    assert!(guide.is_some() && mistakes.is_empty(), "{}", shown(&mistakes));
}
