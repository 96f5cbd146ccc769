//! Faults planted in the small edition's paths and screens: each is found alone, in its line, with what mends it.

use unsent::content::load;

use super::{check_places, good, shown, text};

/// File, what is replaced, by what, the line that is named, words of the message, words of the mend.
type Fault = (&'static str, &'static str, &'static str, usize, &'static str, &'static str);

const SCREENS: &str = "screens.ron";
const PRIVACY: &str = "topics/privacy.ron";
const LONE: &str = "screens: [(id: \"home\", title: \"For You\", items: [(id: \"profile\", label: \"Profile\", place: LowerRight, opens: \"profile\")], \
    seen_on: [(version: \"x\")], sources: [(\"guide-1\", \"x\")], checked: \"2026-11-01\"), (id: \"lone\", title: \"Lone\", items: [], \
    seen_on: [(version: \"x\")], sources: [(\"guide-1\", \"x\")], checked: \"2026-11-01\"), ";

const FAULTS: [Fault; 18] = [
    (
        PRIVACY,
        "item: \"everyone\"",
        "item: \"evryone\"",
        30,
        "has no item “evryone”; did you mean “everyone”?",
        "Its items in screens.ron are",
    ),
    (
        PRIVACY,
        "Tap(screen: \"profile\", item: \"menu\"),",
        "Tap(screen: \"profile\", item: \"edit\"),",
        30,
        "lead to the screen “profile”, not to “settings”",
        "First tap what leads",
    ),
    (
        PRIVACY,
        "screen: \"profile\", item",
        "screen: \"profil\", item",
        28,
        "there is no screen “profil”; did you mean “profile”?",
        "Write the id of a screen",
    ),
    (
        PRIVACY,
        "Tap(screen: \"home\", item: \"profile\", note: \"In the corner.\"),",
        "",
        28,
        "a path begins on the screen “home”, not on “profile”",
        "say in a Do",
    ),
    (
        PRIVACY,
        "item: \"friends\", only: Android",
        "item: \"friends\"",
        29,
        "the item “friends” is not on an iPhone",
        "Write `only: Android`",
    ),
    (PRIVACY, "\"Wait a minute.\"", "\"Tap Profile › Menu.\"", 31, "a path through the settings", "Tap"),
    (PRIVACY, "\"Wait a minute.\"", "\"Tap **{label}**.\"", 31, "a blank that nothing fills", "Only {label} is filled"),
    (
        PRIVACY,
        "\"Wait a minute.\", screen: \"settings\"",
        "\"Wait.\", screen: \"settings\", item: \"everyone\"",
        31,
        "does not say what to do with “everyone”",
        "Write {label}",
    ),
    (
        PRIVACY,
        "\"Wait a minute.\", screen: \"settings\"",
        "\"Tap **{label}**.\", screen: \"settings\", item: \"all\"",
        31,
        "has no item “all”",
        "Its items in screens.ron are",
    ),
    (
        SCREENS,
        "opens: \"settings\"",
        "opens: \"setings\"",
        21,
        "there is no screen “setings”; did you mean “settings”?",
        "Write the id of a screen",
    ),
    (
        SCREENS,
        "screens: [",
        "screens: [(id: \"lone\", title: \"Lone\", items: [], seen_on: [(version: \"x\")], sources: [(\"guide-1\", \"x\")], checked: \"2026-11-01\"), ",
        14,
        "nothing leads to the screen “home”",
        "Let an item open it",
    ),
    (
        SCREENS,
        "(\n            id: \"settings\"",
        "(\n            instead_of: \"setings\", id: \"settings\"",
        27,
        "there is no screen “setings”; did you mean “settings”?",
        "Write the id of a screen",
    ),
    (
        SCREENS,
        "id: \"edit\", label",
        "id: \"edit\", instead_of: \"meny\", label",
        22,
        "has no usual item “meny”; did you mean “menu”?",
        "that are not instead of others",
    ),
    (
        SCREENS,
        "id: \"edit\", label: \"Edit profile\"",
        "id: \"edit\"",
        22,
        "this item has no label",
        "as it stands on the phone",
    ),
    (
        SCREENS,
        "id: \"home\", title: \"For You\"",
        "id: \"home\"",
        14,
        "the screen “home” has no title",
        "let a row open it",
    ),
    (
        SCREENS,
        "heading: \"Who can write\", place: Choice)",
        "place: Choice)",
        29,
        "needs a heading",
        "the words above the choices",
    ),
    (SCREENS, "seen_on: [(version: \"2026\")]", "seen_on: []", 16, "this list is empty", ""),
    (
        PRIVACY,
        "review_by: \"2027-05-01\"",
        "review_by: \"2026-05-01\"",
        35,
        "before the day of the check",
        "Write a later day",
    ),
];

#[test]
fn every_fault_in_a_path_is_found_with_its_line_and_what_mends_it() {
    let mut wrong = Vec::new();
    for (file, find, with, line, says, mends) in FAULTS {
        let mut files = good();
        let before = text(&files, file);
        assert!(before.contains(find), "{find}");
        files.insert(file, before.replacen(find, with, 1));
        let (_, mistakes) = load(&files);
        check_places(&files, &mistakes);
        let is_found = mistakes.iter().any(|mistake| {
            let place = mistake.place.as_ref().unwrap();
            place.file == file && place.line == line && mistake.what.contains(says) && mistake.mend.contains(mends)
        });
        if !is_found {
            wrong.push(format!("=== {file}: {find} -> {with}, wanted in line {line}: {says}\n{}\n", shown(&mistakes)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn a_screen_that_nothing_leads_to_is_found_alone() {
    let mut files = good();
    let before = text(&files, SCREENS);
    let home = &before[before.find("        (\n            id: \"home\"").unwrap()
        ..before.find("        (\n            id: \"profile\"").unwrap()];
    files.insert(SCREENS, before.replace(home, "").replacen("screens: [", LONE, 1));
    let (_, mistakes) = load(&files);
    assert_eq!(mistakes.len(), 1, "{}", shown(&mistakes));
    assert_eq!(mistakes[0].what, "nothing leads to the screen “lone”");
}

#[test]
fn a_label_left_out_is_that_of_the_usual_item_and_a_title_that_of_what_opens_the_screen() {
    let mut files = good();
    let other = "(id: \"edit\", instead_of: \"menu\", place: Row, opens: \"settings\"),";
    let before = text(&files, SCREENS);
    let after = before.replacen("(id: \"edit\", label: \"Edit profile\", place: Button),", other, 1);
    files.insert(SCREENS, after.replacen("id: \"settings\", title: \"Settings\",", "id: \"settings\",", 1));
    let (guide, mistakes) = load(&files);
    assert!(mistakes.is_empty(), "{}", shown(&mistakes));
    let phone = guide.unwrap().phone;
    assert_eq!(phone.item(&"profile".into(), &"edit".into()).unwrap().1.label, "Menu");
    assert_eq!(phone.screen(&"settings".into()).unwrap().title, "Menu");
}
