//! Do the taps of a way follow on one another on the phone?

use std::{collections::BTreeMap, ops::Range};

use super::{
    cross::{Found, Sheets},
    fit::{nearest, short},
    outline::{Fault, Node, NodeKind},
    sheet::Sheet,
};

/// The screens, and for each item on them the screen that it opens.
type Phone = BTreeMap<String, BTreeMap<String, Option<String>>>;

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
        let items: Option<BTreeMap<_, _>> = sheet
            .list(screen, "items")
            .map(|item| Some((sheet.text_of(item, "id")?.0, sheet.text_of(item, "opens").map(|(opens, _)| opens))))
            .collect();
        if let Some(items) = items.filter(|_| !screen.is_torn) {
            phone.entry(id).or_insert(items);
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
        let Some(items) = self.phone.get(&screen) else {
            self.at = None;
            return;
        };
        if let Some(at) = self.at.take().filter(|at| *at != screen) {
            let what = format!("the steps before this lead to the screen “{at}”, not to “{}”", short(&screen));
            let mend = format!("First tap what leads from “{at}” to “{screen}”, or mend `opens` in screens.ron.");
            self.fault(range, what, mend);
        }
        self.at = Some(screen.clone());
        let Some((item, range)) = self.sheet.text_of(step, "item") else { return };
        match items.get(&item) {
            Some(opens) => {
                if let Some(opens) = opens {
                    self.at = Some(opens.clone());
                }
            }
            None => {
                self.at = None;
                let near = nearest(&item, items.keys().map(String::as_str));
                let ask = near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
                let what = format!("the screen “{screen}” has no item “{}”{ask}", short(&item));
                let all: Vec<&str> = items.keys().take(20).map(String::as_str).collect();
                self.fault(range, what, format!("Its items in screens.ron are {}.", all.join(", ")));
            }
        }
    }

    fn fault(&mut self, range: Range<usize>, what: String, mend: String) {
        self.found.push((self.sheet.file().to_owned(), Fault::new(range, what, mend)));
    }
}
