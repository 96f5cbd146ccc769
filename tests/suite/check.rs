//! `unsent-kit check`, as scripts and people see it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use unsent::content::bundled;
use unsent::kit::check::{Shown, check};

fn good() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good")
}

/// What it says of a folder, and whether it finds it fine.
fn said(dir: &Path, json: bool) -> (bool, String) {
    let mut out = Vec::new();
    let is_fine = check(Some(dir), Shown { json, ..Shown::default() }, &mut out).unwrap();
    (is_fine, String::from_utf8(out).unwrap())
}

#[test]
fn a_folder_without_mistakes_is_fine() {
    assert_eq!(said(&good(), false), (true, "No mistakes in 3 topics.\n".to_owned()));
    assert_eq!(said(&good(), true), (true, "{\"mistakes\":[]}\n".to_owned()));
}

#[test]
fn a_mistake_is_shown_with_its_line_and_as_json() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("topics")).unwrap();
    for file in
        ["guide", "faq", "questions", "rules", "messages", "screens", "topics/age", "topics/network", "topics/privacy"]
    {
        let file = format!("{file}.ron");
        let text = fs::read_to_string(good().join(&file)).unwrap();
        fs::write(folder.path().join(&file), text.replace("icon: Lock,", "ikon: Lock,")).unwrap();
    }
    let (is_fine, text) = said(folder.path(), false);
    assert!(!is_fine);
    assert!(text.starts_with("topics/privacy.ron:4:5: `ikon` is not a field of a topic; did you mean `icon`?\n    ikon: Lock,\n    ^^^^\n"), "{text}");
    assert!(text.ends_with("\n1 mistake.\n"), "{text}");
    let (_, json) = said(folder.path(), true);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["mistakes"][0]["file"], "topics/privacy.ron");
    assert_eq!(json["mistakes"][0]["line"], 4);
    assert_eq!(json["mistakes"][0]["column"], 5);
}

/// What the proof of a folder says, and whether it finds all proven.
fn proven(dir: &Path, json: bool) -> (bool, String) {
    let mut out = Vec::new();
    let is_fine = check(Some(dir), Shown { proof: true, json, ..Shown::default() }, &mut out).unwrap();
    (is_fine, String::from_utf8(out).unwrap())
}

#[test]
fn the_proof_says_what_holds_and_shows_what_does_not() {
    let (is_fine, text) = proven(&good(), false);
    assert!(!is_fine, "the small edition has parts without a use");
    assert!(text.contains(" 27 combinations of answers:"), "{text}");
    assert!(text.contains("\nproven           Every reason can come first"), "{text}");
    assert!(text.contains("\ncounter-example  Every sign matters somewhere"), "{text}");
    assert!(text.contains("\nNot proven.\n"), "{text}");
    let others = "\nThe questions or reasons are not those of the built-in edition: the rules are not compared.\n";
    assert!(text.ends_with(others), "{text}");
    let (_, json) = proven(&good(), true);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let proof = &json["proof"];
    assert_eq!(proof["combinations"], "27");
    assert_eq!(proof["proven"], false);
    assert_eq!(proof["content"].as_str().map(str::len), Some(16));
    let properties = proof["properties"].as_array().unwrap();
    assert!(
        properties
            .iter()
            .any(|property| property["result"] == "counter-example" && property["faults"][0]["text"].is_string())
    );
}

/// A copy of the built-in edition with one change in its rules.
fn edited(find: &str, with: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("topics")).unwrap();
    for (file, bytes) in bundled::files().0 {
        let text = String::from_utf8(bytes).unwrap();
        assert!(file != "rules.ron" || text.contains(find), "{find}");
        let text = if file == "rules.ron" { text.replacen(find, with, 1) } else { text };
        fs::write(folder.path().join(file), text).unwrap();
    }
    folder
}

#[test]
fn an_edit_of_the_rules_is_named_with_the_smallest_answers_for_which_it_shows() {
    let because = "because: \"Others can’t write to them either\"";
    let (find, with) =
        (format!("says: For(Moderate),\n                    {because}"), format!("says: For(Weak), {because}"));
    let hint = edited(&find, &with);
    let (_, text) = proven(hint.path(), false);
    let told = text.lines().find(|line| line.contains("“Others can’t write to them either”, changed. ")).unwrap();
    assert!(told.contains(" comes first; before, "), "{told}");
    let json: serde_json::Value = serde_json::from_str(&proven(hint.path(), true).1).unwrap();
    assert_eq!(json["changes"].as_array().map(Vec::len), Some(1), "{json}");
    assert_eq!(json["changes"][0]["effect"], "differs");
    assert!(json["changes"][0]["answers"].as_object().is_some_and(|answers| !answers.is_empty()), "{json}");

    let same = edited("Only you follow them", "They don’t follow you back");
    let (_, text) = proven(same.path(), false);
    assert!(text.contains(", changed: changes no outcome, whatever is answered\n"), "{text}");
}
