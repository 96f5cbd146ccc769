//! Do the taps of a way follow on one another on the phone?

use std::{collections::BTreeMap, ops::Range};

use super::{
    cross::{Found, Sheets},
    fit::{nearest, short},
    outline::{Fault, Node, NodeKind},
    sheet::Sheet,
};

const PLATFORMS: [&str; 2] = ["iPhone", "Android"];

/// The screens by their ids.
type Phone = BTreeMap<String, Screen>;

struct Screen {
    /// The usual screen that it is instead of, or itself: whoever is on one may see the other.
    usual: String,
    /// The screen from which one gets to it by something without a label.
    from: Option<String>,
    items: BTreeMap<String, Item>,
}

struct Item {
    /// The screen that it opens.
    opens: Option<String>,
    /// The one kind of phone that has it, where only one has.
    only: Option<String>,
}

/// Checks the ways of all topics.
pub(super) fn check(sheets: &Sheets, found: &mut Found) {
    let Some((first, phone)) = phone(sheets) else { return };
    for (_, sheet, root) in sheets.topics() {
        for way in sheet.list(root, "ways") {
            for platform in PLATFORMS {
                let mut walk = Walk { phone: &phone, platform, sheet, at: At::Start(first.clone()), found };
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
///
/// Returns the first screen as well, where the app opens; `None` where it can't be read.
fn phone(sheets: &Sheets) -> Option<(Option<String>, Phone)> {
    let (sheet, root) = sheets.open("screens.ron")?;
    let mut phone = Phone::new();
    let text = |node: &Node, name: &str| sheet.text_of(node, name).map(|(text, _)| text);
    for screen in sheet.list(root, "screens") {
        let Some(id) = text(screen, "id") else { continue };
        let item = |node: &Node| {
            let only = sheet
                .field(node, "only")
                .map(|only| sheet.word(only).to_owned())
                .filter(|only| PLATFORMS.contains(&only.as_str()));
            Some((text(node, "id")?, Item { opens: text(node, "opens"), only }))
        };
        let items: Option<Vec<_>> = sheet.list(screen, "items").map(item).collect();
        // Of two with the same id the first counts, as it does in the guide.
        if let Some(items) = items.filter(|_| !screen.is_torn) {
            let items = items.into_iter().rev().collect();
            let (usual, from) = (text(screen, "instead_of").unwrap_or_else(|| id.clone()), text(screen, "from"));
            phone.entry(id).or_insert(Screen { usual, from, items });
        }
    }
    let first = sheet.list(root, "screens").next().and_then(|screen| text(screen, "id"));
    Some((first.filter(|first| phone.contains_key(first)), phone))
}

/// Where the person is by now.
enum At {
    /// The app has just been opened: on this screen, where it is known.
    Start(Option<String>),
    On(String),
    /// What was done last may have led anywhere.
    Anywhere,
}

/// One walk through the steps of a way, on one kind of phone.
struct Walk<'a> {
    phone: &'a Phone,
    platform: &'static str,
    sheet: &'a Sheet,
    at: At,
    found: &'a mut Found,
}

impl Walk<'_> {
    fn step(&mut self, step: &Node) {
        let is_tap = step.name.is_some() && self.sheet.field(step, "text").is_none();
        if !is_tap {
            self.blank(step);
        }
        let Some((screen, range)) = self.sheet.text_of(step, "screen") else {
            // Opening the app, for instance: it is still to begin.
            if !matches!(self.at, At::Start(_)) {
                self.at = At::Anywhere;
            }
            return;
        };
        let at = std::mem::replace(&mut self.at, At::Anywhere);
        let Some(Screen { usual, from, items }) = self.phone.get(&screen) else { return };
        let is_other = |at: &String| self.phone.get(at).is_some_and(|other| other.usual != *usual);
        match at {
            At::On(at) if is_other(&at) => {
                let what = format!("the steps before this lead to the screen “{at}”, not to “{}”", short(&screen));
                let mend = format!("First tap what leads from “{at}” to “{screen}”, or mend `opens` in screens.ron.");
                self.fault(range, what, mend);
            }
            At::Start(Some(first)) if is_tap && is_other(&first) && from.as_ref() != Some(&first) => {
                let what = format!("a path begins on the screen “{first}”, not on “{}”", short(&screen));
                let mend =
                    format!("First tap what leads from “{first}” to “{screen}”, or say in a Do how to get there.");
                self.fault(range, what, mend);
            }
            _ => {}
        }
        let Some((item, range)) = self.sheet.text_of(step, "item") else { return };
        let Some(Item { opens, only }) = items.get(&item) else {
            let near = nearest(&item, items.keys().map(String::as_str));
            let ask = near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
            let what = format!("the screen “{screen}” has no item “{}”{ask}", short(&item));
            let all: Vec<&str> = items.keys().take(20).map(String::as_str).collect();
            return self.fault(range, what, format!("Its items in screens.ron are {}.", all.join(", ")));
        };
        if let Some(only) = only.as_ref().filter(|only| *only != self.platform) {
            let what = format!("the item “{}” is not on an {}", short(&item), self.platform);
            self.fault(
                range,
                what,
                format!("Write `only: {only}` in this step, and another step for the other phones."),
            );
        }
        // What is done on a screen may lead anywhere, so that nothing is known after a Do.
        if is_tap {
            self.at = match opens {
                None => At::On(screen),
                Some(opens) if self.phone.contains_key(opens) => At::On(opens.clone()),
                Some(_) => At::Anywhere,
            };
        }
    }

    /// The blank in the text of a Do and the item that fills it come together.
    fn blank(&mut self, step: &Node) {
        let Some((text, range)) = self.sheet.text_of(step, "text") else { return };
        let item = self.sheet.text_of(step, "item");
        if text.contains('{') && (item.is_none() || text.replace("{label}", "").contains('{')) {
            let what = "this text has a blank that nothing fills".to_owned();
            self.fault(range, what, "Only {label} is filled: with the label of the step’s `item`.".to_owned());
        } else if let Some((item, range)) = item.filter(|_| !text.contains("{label}")) {
            let what = format!("the text does not say what to do with “{}”", short(&item));
            self.fault(range, what, "Write {label} where its label belongs, or take `item` away.".to_owned());
        } else if self.sheet.field(step, "item").is_some() && self.sheet.field(step, "screen").is_none() {
            let what = "an item without its screen".to_owned();
            self.fault(step.head.clone(), what, "Write `screen: \"…\",`: the screen on which the item is.".to_owned());
        }
    }

    fn fault(&mut self, range: Range<usize>, what: String, mend: String) {
        self.found.push((self.sheet.file().to_owned(), Fault::new(range, what, mend)));
    }
}
