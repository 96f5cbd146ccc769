//! Layers: what is laid over the built-in edition, and in which layer each mistake is told.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use unsent::content::colour::Rgb;
use unsent::content::model::Guide;
use unsent::content::{Layer, LayerName, Loaded, open, open_layers};

use unsent::rules::{CaseFault, Checker, decode, encode};

use super::{good_folder, shown};

/// A folder with these files.
fn layer(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, text) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn opened(folders: &[&Path]) -> Loaded {
    open_layers(folders.iter().map(|folder| Layer::read(folder)))
}

fn in_folder(folder: &TempDir) -> LayerName {
    LayerName::Folder(folder.path().to_path_buf())
}

#[track_caller]
fn without_mistakes(folders: &[&Path]) -> Guide {
    let loaded = opened(folders);
    assert!(loaded.mistakes.is_empty(), "{}", shown(&loaded.mistakes));
    loaded.guide
}

const PART: (&str, &str) = ("layer.ron", "(replace: false)");

const MESSAGE: &str = r#"(messages: [(
    id: "only-friends",
    text: "Only friends can send messages",
    seen: Reported,
    topic: "age",
    meaning: (text: "Ours.", sources: [("guide-1", "Reason 1")], checked: "2026-11-01"),
)])"#;

const AGE: &str = r#"(
    title: "Our own title",
    summary: "Ours.",
    icon: Cake,
    whose_move: Neither,
    badge: "Ours",
    about: [(text: "Ours.", sources: [("guide-1", "Reason 1")], checked: "2026-11-01")],
)"#;

#[test]
fn an_entry_takes_the_place_of_the_one_with_its_id_and_the_rest_stays() {
    let before = open(None).guide;
    let id = before.messages[3].id.to_string();
    let folder = layer(&[PART, ("messages.ron", &MESSAGE.replace("only-friends", &id)), ("topics/age.ron", AGE)]);
    let guide = without_mistakes(&[folder.path()]);
    assert_eq!(guide.messages[3].text, "Only friends can send messages", "it stands where it stood");
    assert_eq!(guide.messages.len(), before.messages.len());
    assert_eq!(guide.messages[4].text, before.messages[4].text);
    assert_eq!(guide.topic(&"age".into()).unwrap().title, "Our own title");
    assert_eq!(guide.topics.len(), before.topics.len());
    assert_eq!(guide.manifest.edition, before.manifest.edition);
}

#[test]
fn new_entries_and_fields_are_added() {
    let faq = r#"(entries: [(
        id: "our-desk",
        section: "here",
        question: "Where is the desk?",
        answer: [(text: "In room 4.", sources: [("desk", "the door")], checked: "2026-11-01")],
    )], sections: [(id: "here", title: "At our school")])"#;
    let guide = r#"(
        title: "School help",
        edition: "2026-12-24",
        trusted_hosts: ["help.school.example"],
        sources: [(id: "desk", label: "Our desk", name: "The desk", dated: "undated", kind: Reasoning)],
    )"#;
    let folder = layer(&[PART, ("faq.ron", faq), ("guide.ron", guide)]);
    let (before, after) = (open(None).guide, without_mistakes(&[folder.path()]));
    assert_eq!(after.manifest.title, "School help");
    assert_eq!(after.manifest.edition.to_string(), "2026-12-24");
    assert_eq!(after.faq.entries.len(), before.faq.entries.len() + 1);
    assert_eq!(after.faq_entry(&"our-desk".into()).unwrap().answer[0].text, "In room 4.");
    assert_eq!(after.manifest.sources.len(), before.manifest.sources.len() + 1);
    assert_eq!(after.manifest.trusted_hosts.len(), before.manifest.trusted_hosts.len() + 1);
    assert_eq!(after.manifest.tagline, before.manifest.tagline);
}

#[test]
fn logo_contact_lines_and_colours_are_those_of_the_upmost_layer_that_has_them() {
    let png = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icon/unsent-64.png")).unwrap();
    let low = layer(&[(
        "layer.ron",
        r##"(replace: false, logo: (file: "logo.png", alt: "School"), accent_light: "#7A1F5F", contacts: [
            (id: "desk", text: "Ask the desk."), (id: "mail", text: "Write to us.", link: "mailto:help@school.example"),
        ])"##,
    )]);
    fs::write(low.path().join("logo.png"), png).unwrap();
    let high = layer(&[(
        "layer.ron",
        r##"(replace: false, accent_dark: "#FFD080", contacts: [(id: "desk", text: "Ask room 4.")])"##,
    )]);
    let brand = without_mistakes(&[low.path(), high.path()]).brand;
    let logo = brand.logo.unwrap();
    assert_eq!((logo.alt.as_str(), logo.width, logo.height), ("School", 64, 64));
    let contacts: Vec<_> =
        brand.contacts.iter().map(|contact| (contact.text.as_str(), contact.link.as_deref())).collect();
    assert_eq!(contacts, [("Ask room 4.", None), ("Write to us.", Some("mailto:help@school.example"))]);
    assert_eq!(brand.accent_light, Rgb::read("#7A1F5F"));
    assert_eq!(brand.accent_dark, Rgb::read("#FFD080"));
}

#[test]
fn what_is_taken_away_is_gone_with_all_that_leads_to_it() {
    let before = open(None).guide;
    let faq = before.faq.entries[1].id.to_string();
    let message = before.messages[2].id.to_string();
    let remove = format!("(replace: false, remove: (topics: [\"age\"], faq: [\"{faq}\"], messages: [\"{message}\"]))");
    let folder = layer(&[("layer.ron", &remove)]);
    let guide = without_mistakes(&[folder.path()]);
    assert_eq!(guide.topics.len(), before.topics.len() - 1);
    assert!(guide.topic(&"age".into()).is_none());
    assert!(guide.rules.reasons.iter().all(|reason| reason.topic.as_str() != "age"));
    assert!(guide.topics.iter().all(|topic| topic.related.iter().all(|id| id.as_str() != "age")));
    assert!(guide.messages.iter().all(|entry| entry.topic.as_str() != "age" && entry.id.as_str() != message));
    assert_eq!(guide.faq.entries.len(), before.faq.entries.len() - 1);
}

#[test]
fn what_is_not_there_can_not_be_taken_away() {
    let folder = layer(&[("layer.ron", "(replace: false, remove: (topics: [\"aeg\"], contacts: [\"desk\"]))")]);
    let told = shown(&opened(&[folder.path()]).mistakes);
    assert!(told.contains("no topic “aeg” in the guide below; did you mean “age”?"), "{told}");
    assert!(told.contains("no contact line “desk” in the guide below"), "{told}");
}

#[test]
fn each_mistake_is_told_in_its_layer_and_at_its_place_there() {
    let faq = "(\n    entries: [\n        // Ours.\n        (\n            id: \"why-not\",\n            section: \"nowhere\",\n            question: \"Why?\",\n            answer: [(text: \"So.\", sources: [(\"guide-1\", \"x\")], checked: \"2026-11-01\")],\n        ),\n    ],\n)\n";
    let low = layer(&[PART, ("faq.ron", faq)]);
    // A label that the built-in steps want is gone: they are told of, in the built-in edition.
    let screens = "(screens: [(id: \"home\", title: \"Home\", items: [], seen_on: [(version: \"2025\")], sources: [(\"guide-1\", \"x\")], checked: \"2026-11-01\")])";
    let high = layer(&[PART, ("screens.ron", screens), ("messages.ron", "(mesages: [])"), ("notes.txt", "x")]);
    let loaded = opened(&[low.path(), high.path()]);
    let find = |words: &str| {
        let found = loaded.mistakes.iter().find(|mistake| mistake.what.contains(words));
        let mistake = found.unwrap_or_else(|| panic!("{words}:\n{}", shown(&loaded.mistakes)));
        let place = mistake.place.as_ref().map(|place| (place.file.as_str(), place.line, place.column));
        (mistake.layer.clone().unwrap(), place)
    };
    assert_eq!(find("FAQ section “nowhere”"), (in_folder(&low), Some(("faq.ron", 6, 23))));
    assert_eq!(find("`mesages` is not a field"), (in_folder(&high), Some(("messages.ron", 1, 2))));
    assert_eq!(find("nothing uses the file notes.txt"), (in_folder(&high), None));
    let (layer, place) = find("has no item");
    assert_eq!(layer, LayerName::BuiltIn);
    let (file, line, _) = place.unwrap();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(file)).unwrap();
    assert!(text.lines().nth(line - 1).unwrap().contains("Tap("), "{file}:{line}");
}

#[test]
fn an_entry_with_a_mistake_is_told_once_and_the_one_below_stays() {
    for (file, text, told) in [
        ("messages.ron", MESSAGE.replace("Reported", "Reportd"), "did you mean `Reported`?"),
        ("messages.ron", MESSAGE.replace("\"Ours.\"", "\"Ours."), "quote"),
        ("topics/age.ron", AGE.replace("Cake", "Cak"), "did you mean `Cake`?"),
        ("guide.ron", "(title: Ours)".to_owned(), "a text is wanted here"),
        ("guide.ron", "(title: \"Ours\", format_version: 2)".to_owned(), "format_version 1, not 2"),
        ("guide.ron", "title".to_owned(), "round bracket"),
        ("layer.ron", "(replace: false, accent_light: \"#FFDD00\")".to_owned(), "for instance \"#"),
        ("layer.ron", "(replace: false, accent_light: \"yellow\")".to_owned(), "no colour"),
        ("layer.ron", "(replace: false, logo: (file: \"l.png\", alt: \"L\"))".to_owned(), "“l.png” is not there"),
        (
            "layer.ron",
            "(replace: false, contacts: [(id: \"a\", text: \"A\", link: \"mailto:a\")])".to_owned(),
            "mailto",
        ),
        ("layer.ron", "(contacts: [])".to_owned(), "needs the field `replace`"),
    ] {
        let folder = layer(&[PART, (file, &text)]);
        let loaded = opened(&[folder.path()]);
        assert_eq!(loaded.origin.used, [LayerName::BuiltIn, in_folder(&folder)], "{text}");
        let matching = loaded.mistakes.iter().filter(|mistake| mistake.to_string().contains(told)).count();
        assert_eq!(matching, 1, "{text}\n{}", shown(&loaded.mistakes));
        assert!(loaded.mistakes.iter().all(|mistake| mistake.layer == Some(in_folder(&folder))), "{text}");
        let before = open(None).guide;
        assert_eq!(loaded.guide.topics.len(), before.topics.len(), "{text}");
        assert_eq!(loaded.guide.messages.len(), before.messages.len(), "{text}");
        assert_eq!(loaded.guide.topic(&"age".into()).unwrap().title, before.topic(&"age".into()).unwrap().title);
    }
}

#[test]
fn a_layer_that_can_not_be_used_leaves_what_is_below_it() {
    let low = layer(&[PART, ("guide.ron", "(title: \"School help\")")]);
    let nothing = PathBuf::from("nowhere");
    let whole = layer(&[("guide.ron", "(format_version: 7)")]);
    for broken in [nothing.as_path(), whole.path()] {
        for folders in [[low.path(), broken], [broken, low.path()]] {
            let loaded = opened(&folders);
            assert_eq!(loaded.guide.manifest.title, "School help");
            assert_eq!(loaded.origin.used, [LayerName::BuiltIn, in_folder(&low)]);
            assert_eq!(loaded.origin.left_out, [LayerName::Folder(broken.to_path_buf())]);
            assert!(!loaded.mistakes.is_empty());
        }
    }
}

#[test]
fn a_whole_guide_hides_all_below_it_and_can_be_changed_from_above() {
    let broken = layer(&[("guide.ron", "(format_version: 7)")]);
    let high = layer(&[PART, ("guide.ron", "(tagline: \"Ours\")")]);
    let loaded = opened(&[broken.path(), &good_folder(), high.path()]);
    assert!(loaded.mistakes.is_empty(), "{}", shown(&loaded.mistakes));
    assert_eq!(loaded.origin.used, [LayerName::Folder(good_folder()), in_folder(&high)]);
    assert_eq!(loaded.origin.left_out, []);
    assert_eq!(loaded.guide.manifest.title, "Small guide");
    assert_eq!(loaded.guide.manifest.tagline, "Ours");
    assert_eq!(loaded.guide.topics.len(), 3);
}

#[test]
fn the_files_that_come_of_layers_are_an_edition_of_their_own() {
    let faq = open(None).guide.faq.entries[1].id.to_string();
    let settings = format!(
        "(replace: false, remove: (topics: [\"age\"], faq: [\"{faq}\"]), contacts: [(id: \"a\", text: \"A\")])"
    );
    let folder = layer(&[("layer.ron", &settings), ("guide.ron", "(tagline: \"Ours\")")]);
    let loaded = opened(&[folder.path()]);
    let written = tempfile::tempdir().unwrap();
    for (file, bytes) in &loaded.files.0 {
        let path = written.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let again = opened(&[written.path()]);
    assert_eq!(again.hash, loaded.hash);
    assert_ne!(again.hash, open(None).hash);
    assert_eq!(again.origin.used.len(), 1, "a whole guide");
    assert_eq!(again.guide.topics.len(), loaded.guide.topics.len());
    assert_eq!(again.guide.brand, loaded.guide.brand);
    assert_eq!(again.guide.manifest.tagline, "Ours");
}

/// Any bytes in place of a layer's files: the window always has a guide to show.
#[test]
fn no_layer_stops_the_guide() {
    let mut numbers = crate::support::Numbers(6);
    let texts = [MESSAGE, AGE, "(replace: false, remove: (topics: [\"age\"]), contacts: [(id: \"a\", text: \"A\")])"];
    let files = ["messages.ron", "topics/age.ron", "layer.ron"];
    for _ in 0..60 {
        let mut damaged: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        let which = numbers.below(3);
        let text = &mut damaged[which];
        let at = numbers.below(text.len());
        if text.is_char_boundary(at) {
            match numbers.below(3) {
                0 => text.truncate(at),
                1 => text.insert_str(at, ["\"", "(", "]", ",", "\u{0}"][numbers.below(5)]),
                _ => _ = text.remove(at),
            }
        }
        let pairs: Vec<(&str, &str)> = files.iter().copied().zip(damaged.iter().map(String::as_str)).collect();
        let folder = layer(&pairs);
        let loaded = opened(&[folder.path()]);
        assert!(loaded.guide.topics.len() >= 17, "{damaged:?}\n{}", shown(&loaded.mistakes));
    }
}

#[test]
fn a_case_code_is_good_for_every_guide_with_the_same_questions() {
    let guide = open(None).guide;
    let code = encode(&guide, &crate::support::answers(&guide, &["follow=only-me"]));
    let texts = layer(&[PART, ("topics/age.ron", AGE), ("guide.ron", "(title: \"School help\")")]);
    let same = without_mistakes(&[texts.path()]);
    assert_eq!(decode(&same, &code).unwrap().get(&"follow".into()), Some(&"only-me".into()));
    let removed = layer(&[("layer.ron", "(replace: false, remove: (questions: [\"follow\"]))")]);
    let other = opened(&[removed.path()]).guide;
    assert_eq!(decode(&other, &code).err(), Some(CaseFault::OtherEdition));
}

/// An exception that nobody can claim any more is gone; the sign itself stays, and so do the other texts in a list.
#[test]
fn what_is_removed_leaves_the_signs_that_can_still_hold() {
    let layer =
        layer(&[("layer.ron", "(replace: false, remove: (questions: [\"blocker\"], messages: [\"too-fast\"]))")]);
    let guide = opened(&[layer.path()]).guide;
    let checker = Checker::new(&guide);
    let is_ruled_out = |words: &[&str], topic: &str| {
        let finding = checker.diagnose(&crate::support::answers(&guide, words));
        finding.ruled_out.iter().any(|out| out.topic.as_str() == topic)
    };
    assert!(is_ruled_out(&["other-apps=work"], "network"));
    let signs = |guide: &Guide, topic: &str| {
        guide.rules.reasons.iter().find(|reason| reason.topic.as_str() == topic).unwrap().signs.clone()
    };
    let elsewhere = signs(&guide, "not-friends").pop().unwrap();
    assert_eq!(elsewhere.because, "TikTok’s message names another reason");
    let named = &elsewhere.when[0].1;
    assert!(named.contains(&"connect-internet".into()) && !named.contains(&"too-fast".into()), "{named:?}");
    let gone =
        |guide: &Guide| signs(guide, "network").iter().any(|sign| sign.because == "You use a VPN or an ad blocker");
    assert!(gone(&open(None).guide) && !gone(&guide), "a sign that needs the question is gone");
}

/// The case code in the manual opens in the guide as it is.
#[test]
fn the_case_in_the_manual_can_be_opened() {
    let manual = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let code = manual.lines().find_map(|line| line.strip_prefix("unsent --case ")).unwrap();
    assert!(!decode(&open(None).guide, code).unwrap().is_empty());
}

/// The example of the manual, on the guide as it is.
#[test]
fn the_layer_in_the_manual_has_no_mistake() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = fs::read_to_string(root.join("README.md")).unwrap();
    let example = manual.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let folder = layer(&[("layer.ron", example)]);
    fs::copy(root.join("assets/icon/unsent-128.png"), folder.path().join("logo.png")).unwrap();
    let guide = without_mistakes(&[folder.path()]);
    assert_eq!((guide.topics.len(), guide.brand.contacts.len()), (17, 2));
}
