//! `unsent-kit check`, as scripts and people see it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
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
    let (is_fine, text) = said(&good(), false);
    assert!(is_fine && text.starts_with("No mistakes in 3 topics.\n"), "{text}");
    let (is_fine, json) = said(&good(), true);
    assert!(is_fine && json.starts_with("{\"mistakes\":[],\"search\":{"), "{json}");
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
    assert!(text.contains("\n1 mistake.\n"), "{text}");
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

#[test]
fn what_went_with_a_removed_question_is_named() {
    let layer = tempfile::tempdir().unwrap();
    fs::write(layer.path().join("layer.ron"), r#"(replace: false, remove: (questions: ["blocker"]))"#).unwrap();
    let (_, text) = proven(layer.path(), false);
    assert!(text.contains("\n- The situation “A VPN, no more known” is gone"), "{text}");
    assert!(!text.contains("“Under 16” is gone"), "what is still asked for is not named: {text}");
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
    let told = text
        .lines()
        .find(|line| line.contains("“Others can’t write to them either”, For(Weak) instead of For(Moderate). "))
        .unwrap();
    assert!(told.contains(" comes first; before, "), "{told}");
    let json: serde_json::Value = serde_json::from_str(&proven(hint.path(), true).1).unwrap();
    assert_eq!(json["changes"].as_array().map(Vec::len), Some(1), "{json}");
    assert_eq!(json["changes"][0]["effect"], "differs");
    assert!(json["changes"][0]["answers"].as_object().is_some_and(|answers| !answers.is_empty()), "{json}");

    let same = edited("Only you follow them", "They don’t follow you back");
    let (_, text) = proven(same.path(), false);
    assert!(text.contains(", in other words: changes nothing, whatever is answered\n"), "{text}");
}

#[test]
fn a_proof_says_that_entries_with_a_mistake_were_left_out() {
    let layer = edited("(when: [(\"follow\", [\"only-them\"])]", "(when: [(\"follow\", [\"only-then\"])]");
    let text = proven(layer.path(), false).1;
    assert!(text.contains("\nProven, but without the entries that have a mistake"), "{text}");
}

#[test]
fn an_edit_that_only_shows_further_down_and_a_promise_that_is_weaker_are_named() {
    let under_16 = "says: RulesOut, because: \"The account is under 16\"";
    let layer = edited(under_16, "says: For(Strong), because: \"The account is under 16\"");
    let file = layer.path().join("rules.ron");
    let promise = "when: [(\"age\", [\"under-16\"])], never_shown: [\"own-privacy\"]";
    let rules = fs::read_to_string(&file).unwrap();
    assert!(rules.contains(promise));
    fs::write(&file, rules.replace(promise, "when: [(\"age\", [\"under-16\"])], never_first: [\"own-privacy\"]"))
        .unwrap();
    let (_, text) = proven(layer.path(), false);
    let told =
        text.lines().find(|line| line.contains("“The account is under 16”, For(Strong) instead of RulesOut")).unwrap();
    assert!(told.contains("what comes first stays") && told.contains("before, ruled out"), "{told}");
    assert!(text.contains("Under 16 nobody is told to change a setting” asks for something else"), "{text}");
    assert!(text.contains("One of them shows to readers"), "{text}");
}

/// The folder of the program itself counts: not the one it was started in, nor that of a link to it.
#[test]
fn the_folder_content_beside_the_program_is_a_layer() {
    let root = tempfile::tempdir().unwrap();
    let stick = root.path().join("Ünsent stick 🎒");
    fs::create_dir_all(stick.join("content")).unwrap();
    let program = stick.join(Path::new(env!("CARGO_BIN_EXE_unsent-kit")).file_name().unwrap());
    fs::copy(env!("CARGO_BIN_EXE_unsent-kit"), &program).unwrap();
    fs::write(stick.join("content/layer.ron"), "(replace: false, contacts: [])").unwrap();
    fs::write(stick.join("content/guide.ron"), "(title: Ours)").unwrap();
    let upper = root.path().join("upper");
    fs::create_dir(&upper).unwrap();
    fs::write(upper.join("layer.ron"), "(replace: false, remove: (topics: [\"nothing\"]))").unwrap();
    let run = |program: &Path, words: &[&Path]| {
        let command = Command::new(program).arg("check").args(words).current_dir(root.path()).output().unwrap();
        String::from_utf8(command.stdout).unwrap()
    };
    let told = run(&program, &[]);
    assert!(
        told.starts_with(&format!("In {}:\n\nguide.ron:1:9: a text is wanted here", stick.join("content").display())),
        "{told}"
    );
    let told = run(&program, &[&upper]);
    assert!(
        told.contains("guide.ron:1:9: ") && told.contains(&format!("In {}:\n\nlayer.ron:1:", upper.display())),
        "{told}"
    );
    assert!(told.contains("\n2 mistakes.\n"), "{told}");
    #[cfg(unix)]
    {
        let link = root.path().join("link");
        std::os::unix::fs::symlink(&program, &link).unwrap();
        assert_eq!(run(&link, &[]), run(&program, &[]));
    }
}
