//! Mistakes planted in the small edition: each has to be found, in the right line, in words, and to cost nothing else.

use std::collections::BTreeSet;

use unsent::content::{Mistake, files::Files, load};

use super::{check_places, good, inventory, shown, text};

include!("table.rs");

/// A mistake to plant.
struct Plant {
    file: &'static str,
    /// What is replaced; the whole file where it is empty.
    find: &'static str,
    with: &'static str,
    /// The line that has to be named; 0 where the mistake is in no file.
    line: usize,
    /// Words that the message has to hold.
    says: &'static str,
    /// What the guide loses by it.
    loses: &'static [&'static str],
}

const fn plant(
    file: &'static str,
    find: &'static str,
    with: &'static str,
    line: usize,
    says: &'static str,
    loses: &'static [&'static str],
) -> Plant {
    Plant { file, find, with, line, says, loses }
}

impl Plant {
    fn name(&self) -> String {
        format!("{}: {:?} -> {:?}", self.file, self.find, self.with)
    }

    /// The line in which it is planted.
    fn find_line(&self) -> usize {
        let before = text(&good(), self.file);
        before[..before.find(self.find).unwrap()].matches('\n').count()
    }

    fn put(&self, files: &mut Files) {
        if self.find.is_empty() {
            files.insert(self.file, self.with);
        } else {
            swap(files, self.file, self.find, self.with);
        }
    }

    fn is_found(&self, mistakes: &[Mistake]) -> bool {
        mistakes.iter().any(|mistake| {
            let place = mistake.place.as_ref();
            place.is_some_and(|place| place.file == self.file && place.line == self.line)
                && mistake.to_string().contains(self.says)
        })
    }

    /// Plants the mistake; what is wrong with the report, if anything.
    fn try_out(&self, all: &BTreeSet<String>, is_alone: bool) -> Option<String> {
        let Self { line, says, loses, .. } = self;
        let mut files = good();
        self.put(&mut files);
        let (guide, mistakes) = load(&files);
        check_places(&files, &mistakes);
        let is_found = self.is_found(&mistakes);
        let left = guide.as_ref().map(inventory).unwrap_or_default();
        let lost: Vec<&str> = all.difference(&left).map(String::as_str).collect();
        let is_right = is_found && (!is_alone || (mistakes.len() == 1 && lost == *loses));
        let report =
            || format!("=== {}\n{}lost: {lost:?}, wanted {line}: {says:?}, {loses:?}\n", self.name(), shown(&mistakes));
        (!is_right).then(report)
    }
}

#[test]
fn every_planted_mistake_is_found_alone_and_costs_no_more_than_it_must() {
    let all = inventory(&load(&good()).0.unwrap());
    let wrong: String = PLANTS.iter().filter_map(|plant| plant.try_out(&all, true)).collect();
    assert!(wrong.is_empty(), "{wrong}");
    assert!(PLANTS.len() >= 60, "{}", PLANTS.len());
}

#[test]
fn mistakes_that_others_follow_from_are_found_as_well() {
    let wrong: String = ROOTS.iter().filter_map(|plant| plant.try_out(&BTreeSet::new(), false)).collect();
    assert!(wrong.is_empty(), "{wrong}");
}

/// What the loader says of the small edition with these changes, one line for each mistake.
fn told(change: impl FnOnce(&mut Files)) -> Vec<String> {
    let mut files = good();
    change(&mut files);
    let (_, mistakes) = load(&files);
    check_places(&files, &mistakes);
    mistakes.iter().map(|mistake| mistake.to_string().lines().next().unwrap_or_default().to_owned()).collect()
}

fn swap(files: &mut Files, file: &str, find: &str, with: &str) {
    let before = text(files, file);
    assert!(before.contains(find), "{find}");
    files.insert(file, before.replacen(find, with, 1));
}

#[test]
fn a_mistake_in_a_situation_is_found_alone() {
    for (situation, says) in [
        ("(name: \"A\", answers: [(\"follow\", [\"mutual\"])], first: [\"age\"])", ""),
        ("(name: \"A\", answers: [], first: [\"age\"])", "empty"),
        ("(name: \"A\", answers: [(\"follow\", [\"mutul\"])], first: [\"age\"])", "did you mean “mutual”?"),
        ("(name: \"A\", answers: [(\"follow\", [\"mutual\"])], first: [])", "empty"),
        (
            "(name: \"A\", answers: [(\"follow\", [\"mutual\"])], first: [\"network\"])",
            "“network” is not one of the reasons",
        ),
    ] {
        let told = told(|files| {
            swap(files, "rules.ron", "    clashes: [", &format!("    situations: [{situation}],\n    clashes: ["));
        });
        assert_eq!(told.len(), usize::from(!says.is_empty()), "{situation}: {told:#?}");
        assert!(told.iter().all(|told| told.contains(says)), "{situation}: {told:#?}");
    }
}

#[test]
fn a_mistake_in_an_invariant_is_found_alone() {
    for (invariant, says) in [
        ("(name: \"A\", nothing_else: true, at_most: Possible)", ""),
        ("(name: \"A\", nothing_else: yes, at_most: Possible)", "true or false"),
        ("(name: \"A\", when: [(\"follow\", [\"mutual\"])])", "does not say what has to hold"),
        ("(name: \"A\", when: [(\"folow\", [\"mutual\"])], first: [\"age\"])", "did you mean “follow”?"),
        ("(name: \"A\", unless: [(\"follow\", [\"mutul\"])], first: [\"age\"])", "did you mean “mutual”?"),
        ("(name: \"A\", first: [\"aeg\"])", "there is no topic “aeg”"),
        ("(name: \"A\", never_first: [\"network\"])", "“network” is not one of the reasons"),
        ("(name: \"A\", never_frist: [\"age\"], at_most: Likely)", "did you mean `never_first`?"),
        ("(name: \"A\", at_least: Sure)", "Sure"),
    ] {
        let told = told(|files| {
            swap(files, "rules.ron", "    clashes: [", &format!("    invariants: [{invariant}],\n    clashes: ["));
        });
        assert_eq!(told.len(), usize::from(!says.is_empty()), "{invariant}: {told:#?}");
        assert!(told.iter().all(|told| told.contains(says)), "{invariant}: {told:#?}");
    }
}

#[test]
fn a_sign_left_out_is_one_mistake() {
    for (file, find, with, line) in [
        (PRIVACY, "badge: ", "badge ", 6),
        (PRIVACY, "keywords: [", "keywords: ", 8),
        (PRIVACY, "        (\n            text: \"If", "            text: \"If", 10),
        (PRIVACY, "        (\n            text: \"New", "            text: \"New", 15),
        (PRIVACY, "sources: [(\"guide-1\"", "sources: (\"guide-1\"", 12),
        (PRIVACY, "sources: [(\"press\"", "sources: (\"press\"", 17),
        (PRIVACY, "text: \"If it", "text: If it", 11),
        (PRIVACY, "title: \"Your own", "title: Your own, “odd”", 2),
        ("guide.ron", "(id: \"them\"", "id: \"them\"", 9),
    ] {
        let told = told(|files| swap(files, file, find, with));
        assert_eq!(told.len(), 1, "{find}: {told:#?}");
        assert!(told[0].starts_with(&format!("{file}:{line}:")), "{find}: {told:#?}");
    }
}

#[test]
fn several_mistakes_in_one_file_are_all_found() {
    let told = told(|files| {
        swap(files, PRIVACY, "icon: Lock", "icon: Lok");
        swap(files, PRIVACY, "minutes: 1,", "minuets: 1,");
        swap(files, PRIVACY, "\"New accounts may start that way.\",", "\"New accounts may start that way.\"");
        swap(files, PRIVACY, "Tap(screen: \"home\"", "Tab(screen: \"home\"");
        swap(files, PRIVACY, "\"Open the app.\"", "“Open the app.”");
        swap(files, PRIVACY, "            review_by: \"2027-05-01\",\n", "");
        swap(files, PRIVACY, "related: [\"age\"]", "related: [\"aeg\"]");
    });
    let lines: Vec<&str> =
        told.iter().filter_map(|line| line.strip_prefix("topics/privacy.ron:")?.split(':').next()).collect();
    assert_eq!(lines, ["4", "7", "17", "22", "26", "27", "40"], "{told:#?}");
}

#[test]
fn an_open_bracket_does_not_hide_the_mistakes_behind_it() {
    let told = told(|files| {
        swap(
            files,
            "faq.ron",
            "            keywords: [\"friends\"],\n        ),",
            "            keywords: [\"friends\"],\n",
        );
        swap(files, "faq.ron", "\"You have to be 16.\"", "\"You have to be 16...\"");
        swap(files, "faq.ron", "topics: [\"age\",", "topics: [\"sky\",");
    });
    assert_eq!(told.len(), 3, "{told:#?}");
}

#[test]
fn files_that_are_missing_or_that_nothing_uses_are_mistakes() {
    for (file, words) in [("faq.ron", "faq.ron is missing"), ("rules.ron", "rules.ron is missing")] {
        let told = told(|files| _ = files.0.remove(file));
        assert_eq!(told, [words]);
    }
    assert_eq!(told(|files| files.insert("notes.txt", "x")), ["nothing uses the file notes.txt"]);
    assert_eq!(told(|files| files.insert("topics/a/b.ron", "x")), ["nothing uses the file topics/a/b.ron"]);
    let told = told(|files| swap(files, "guide.ron", ", \"network\"]", "]"));
    assert_eq!(told, ["topics/network.ron:1:1: no group names the topic “network”"]);
}

#[test]
fn without_a_usable_guide_file_or_any_topic_there_is_no_guide() {
    let mut files = good();
    files.0.remove("guide.ron");
    assert!(load(&files).0.is_none());
    let mut files = good();
    files.0.retain(|file, _| !file.starts_with("topics/"));
    let (guide, mistakes) = load(&files);
    assert!(guide.is_none());
    assert_eq!(mistakes.len(), 3, "{}", shown(&mistakes));
}

#[test]
fn a_byte_that_is_not_utf_8_is_found_in_its_line() {
    let told = told(|files| {
        let mut bytes = text(files, AGE).into_bytes();
        let at = text(files, AGE).find("Cake").unwrap();
        bytes[at] = 0xE4;
        files.insert(AGE, bytes);
    });
    assert_eq!(told, ["topics/age.ron:4:11: the file is not saved as UTF-8: this can’t be read"]);
}

#[test]
fn long_texts_lists_and_lines_are_mistakes() {
    let said = told(|files| swap(files, AGE, "Too young", &"x".repeat(1_001)));
    assert!(said[0].contains("this text has 1001 characters"), "{said:?}");
    let said = told(|files| swap(files, AGE, "Too young", &"x".repeat(30_000)));
    assert!(said[0].contains("this line is longer"), "{said:?}");
    let options: Vec<String> = (0..121).map(|n| format!("(id: \"o{n}\", text: \"x\"),\n")).collect();
    let options = options.concat();
    let said = told(|files| swap(files, "questions.ron", "(id: \"mutual\"", &format!("{options}(id: \"mutual\"")));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("123 entries; 120 are the most"), "{said:?}");
}

#[test]
fn a_message_that_no_sign_uses_is_a_mistake() {
    let message = "(id: \"odd\", text: \"Odd\", seen: Reported, topic: \"age\",\n meaning: \
        (text: \"Odd.\", sources: [(\"press\", \"x\")], checked: \"2026-11-01\")),\n";
    let told = told(|files| swap(files, "messages.ron", "messages: [", &format!("messages: [{message}")));
    assert_eq!(told, ["messages.ron:2:22: no sign in rules.ron uses the message “odd”"]);
}

#[test]
fn a_way_with_a_step_that_leads_elsewhere_is_told_of_once_for_each_phone() {
    let told = told(|files| swap(files, PRIVACY, "Tap(screen: \"profile\", item: \"menu\"),", ""));
    assert_eq!(told.len(), 2, "{told:#?}");
}

#[test]
fn after_something_is_done_on_a_screen_a_way_may_go_on_anywhere() {
    let told = told(|files| {
        let done = "Do(text: \"Look around.\", screen: \"profile\"),\nTap(screen: \"home\", item: \"profile\"),\n";
        swap(files, PRIVACY, "Tap(screen: \"profile\", item", &format!("{done}Tap(screen: \"profile\", item"));
    });
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn a_screen_that_is_instead_of_another_stands_for_it() {
    let told = told(|files| {
        let newer = "(id: \"newer\", instead_of: \"settings\", seen_on: [(version: \"x\")], items: [], sources: [(\"guide-1\", \"x\")], checked: \"2026-11-01\"),\n";
        swap(files, "screens.ron", "    ],\n    app:", &format!("{newer}],\n    app:"));
        swap(files, PRIVACY, "minute.\", screen: \"settings\"", "minute.\", screen: \"newer\"");
    });
    assert!(told.is_empty(), "{told:#?}");
}

/// Two mistakes at once, in different files: neither hides the other.
#[test]
fn no_mistake_hides_one_in_another_file() {
    let pairs = PLANTS.iter().flat_map(|one| PLANTS.iter().map(move |other| (one, other)));
    let mut wrong = Vec::new();
    for (one, other) in pairs.filter(|(one, other)| one.file < other.file) {
        if one.says.contains("format_version") || other.says.contains("format_version") {
            continue;
        }
        let mut files = good();
        one.put(&mut files);
        other.put(&mut files);
        let (_, mistakes) = load(&files);
        if !one.is_found(&mistakes) || !other.is_found(&mistakes) {
            wrong.push(format!("{} + {}", one.name(), other.name()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Two mistakes at once in one file. A comment without an end and a version that nobody knows hide what follows them.
#[test]
fn no_mistake_hides_another_in_its_file() {
    let in_a_line = |plant: &&Plant| {
        !plant.find.is_empty()
            && !plant.find.contains('\n')
            && !["closed", "#!", "format_version"].iter().any(|hides| plant.says.contains(hides))
    };
    let plants: Vec<&Plant> = PLANTS.iter().filter(in_a_line).collect();
    let mut wrong = Vec::new();
    for (place, one) in plants.iter().enumerate() {
        for other in
            plants[place + 1..].iter().filter(|other| one.file == other.file && one.find_line() != other.find_line())
        {
            let mut files = good();
            other.put(&mut files);
            one.put(&mut files);
            let (_, mistakes) = load(&files);
            if !one.is_found(&mistakes) || !other.is_found(&mistakes) {
                wrong.push(format!("{} + {}\n{}", one.name(), other.name(), shown(&mistakes)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn a_quote_left_out_within_a_line_costs_one_text() {
    let told = told(|files| swap(files, "faq.ron", "old do I have", "old do, I have"));
    assert!(told.is_empty(), "{told:#?}");
    for (find, with) in [("be 16.\", sources", "be 16., sources"), ("(text: \"You have", "(text: You have")] {
        let told = self::told(|files| swap(files, "faq.ron", find, with));
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].starts_with("faq.ron:22:"), "{told:#?}");
    }
}
