//! Do the taps of a way follow on one another on the phone?

use std::{collections::BTreeMap, ops::Range};

use super::{
    cross::{Found, Sheets},
    fit::{nearest, short},
    outline::{Fault, Node, NodeKind},
    sheet::Sheet,
};

/// The screens by their ids.
type Phone = BTreeMap<String, Screen>;

struct Screen {
    /// Screens with the same title are versions of one another: whoever is on one may see the other.
    title: String,
    /// For each item the screen that it opens.
    items: BTreeMap<String, Option<String>>,
}

/// Checks the ways of all topics.
pub(super) fn check(sheets: &Sheets, found: &mut Found) {
    let Some(phone) = phone(sheets) else { return };
    for (_, sheet, root) in sheets.topics() {
        for way in sheet.list(root, "ways") {
            for platform in ["iPhone", "Android"] {
                let mut walk = Walk { phone: &phone, sheet, at: None, found };
                for step in sheet.list(way, "steps") {
                    let is_for_it = sheet.field(step, "only").is_none_or(|only| is_word(sheet, only, platform));
                    if is_for_it {
                        walk.step(step);
                    }
                }
            }
        }
    }
}

fn is_word(sheet: &Sheet, node: &Node, word: &str) -> bool {
    match node.kind {
        NodeKind::Group => sheet.elements(node).any(|inner| sheet.word(inner) == word),
        _ => [word, "None"].contains(&sheet.word(node)),
    }
}

/// Screens that can't be read in full are left out: a tap on them can't be judged.
fn phone(sheets: &Sheets) -> Option<Phone> {
    let (sheet, root) = sheets.open("screens.ron")?;
    let mut phone = Phone::new();
    for screen in sheet.list(root, "screens") {
        let Some((id, _)) = sheet.text_of(screen, "id") else { continue };
        let items: Option<Vec<_>> = sheet
            .list(screen, "items")
            .map(|item| Some((sheet.text_of(item, "id")?.0, sheet.text_of(item, "opens").map(|(opens, _)| opens))))
            .collect();
        // Of two with the same id the first counts, as it does in the guide.
        let items = items.map(|items| items.into_iter().rev().collect());
        let title = sheet.text_of(screen, "title").map(|(title, _)| title);
        if let (Some(items), Some(title), false) = (items, title, screen.is_torn) {
            phone.entry(id).or_insert(Screen { title, items });
        }
    }
    Some(phone)
}

/// One walk through the steps of a way, on one kind of phone.
struct Walk<'a> {
    phone: &'a Phone,
    sheet: &'a Sheet,
    /// The screen that the person is on by now, where it is known.
    at: Option<String>,
    found: &'a mut Found,
}

impl Walk<'_> {
    fn step(&mut self, step: &Node) {
        let Some((screen, range)) = self.sheet.text_of(step, "screen") else {
            self.at = None;
            return;
        };
        let Some(Screen { title, items }) = self.phone.get(&screen) else {
            self.at = None;
            return;
        };
        let is_elsewhere = |at: &String| self.phone.get(at).is_some_and(|other| other.title != *title);
        if let Some(at) = self.at.take().filter(is_elsewhere) {
            let what = format!("the steps before this lead to the screen “{at}”, not to “{}”", short(&screen));
            let mend = format!("First tap what leads from “{at}” to “{screen}”, or mend `opens` in screens.ron.");
            self.fault(range, what, mend);
        }
        // What is done on a screen may lead anywhere, so that nothing is known after a Do.
        let Some((item, range)) = self.sheet.text_of(step, "item") else { return };
        self.at = Some(screen.clone());
        let Some(opens) = items.get(&item) else {
            self.at = None;
            let near = nearest(&item, items.keys().map(String::as_str));
            let ask = near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
            let what = format!("the screen “{screen}” has no item “{}”{ask}", short(&item));
            let all: Vec<&str> = items.keys().take(20).map(String::as_str).collect();
            return self.fault(range, what, format!("Its items in screens.ron are {}.", all.join(", ")));
        };
        if let Some(opens) = opens {
            self.at = Some(opens.clone()).filter(|opens| self.phone.contains_key(opens));
        }
    }

    fn fault(&mut self, range: Range<usize>, what: String, mend: String) {
        self.found.push((self.sheet.file().to_owned(), Fault::new(range, what, mend)));
    }
}
