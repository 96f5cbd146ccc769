//! The screens of the phone among themselves: what takes its words from another, what can be reached, what is instead
//! of what.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    cross::{Found, Sheets, fault},
    fit::{nearest, short},
    model::{PhoneScreens, Screen},
    outline::Node,
    sheet::Sheet,
};

/// Gives each label and title that was left out the words that it has elsewhere: a label stands in one place.
pub(super) fn fill_in(phone: &mut PhoneScreens) {
    let mut labels = BTreeMap::new();
    for screen in &phone.screens {
        labels.extend(screen.items.iter().map(|item| ((screen.id.clone(), item.id.clone()), item.label.clone())));
    }
    for screen in &mut phone.screens {
        for item in screen.items.iter_mut().filter(|item| item.label.is_empty()) {
            let Some(other) = &item.instead_of else { continue };
            let homes = [Some(&screen.id), screen.instead_of.as_ref()];
            let found = homes
                .into_iter()
                .flatten()
                .find_map(|home| labels.get(&(home.clone(), other.clone())).filter(|label| !label.is_empty()));
            item.label = found.cloned().unwrap_or_default();
        }
    }
    // A title may come from a screen whose own comes from another.
    for _ in 0..phone.screens.len() {
        let titles: Vec<Option<String>> = phone.screens.iter().map(|screen| title(phone, screen)).collect();
        if titles.iter().all(Option::is_none) {
            return;
        }
        for (screen, title) in phone.screens.iter_mut().zip(titles) {
            screen.title = title.unwrap_or_else(|| std::mem::take(&mut screen.title));
        }
    }
}

/// The title that a screen without one takes over, as far as it is known.
fn title(phone: &PhoneScreens, screen: &Screen) -> Option<String> {
    if !screen.title.is_empty() {
        return None;
    }
    let mut items = phone.screens.iter().flat_map(|screen| &screen.items);
    let opener = items.find(|item| item.place.is_navigation() && item.opens.as_ref() == Some(&screen.id));
    let other = screen.from.as_ref().or(screen.instead_of.as_ref()).and_then(|id| phone.screen(id));
    let words = opener.map(|item| &item.label).or_else(|| other.map(|other| &other.title));
    words.filter(|words| !words.is_empty()).cloned()
}

/// Checks every screen by itself and all of them together.
pub(super) fn check(sheets: &Sheets, found: &mut Found) {
    let Some((sheet, root)) = sheets.open("screens.ron") else { return };
    phrases(sheet, root, found);
    let screens: Vec<Sight<'_>> = sheet.list(root, "screens").filter_map(|node| Sight::of(sheet, node)).collect();
    let is_whole = screens.len() == sheet.list(root, "screens").count() && !sheet.is_tainted();
    for screen in &screens {
        for item in sheet.list(screen.node, "items") {
            let is_choice = sheet.field(item, "place").is_some_and(|place| sheet.word(place) == "Choice");
            if is_choice && sheet.field(item, "heading").is_none() {
                let what = "an item in the place Choice needs a heading".to_owned();
                let mend = "Write `heading: \"…\",`: the words above the choices.";
                fault(found, sheet, item.head.clone(), what, mend);
            }
            if is_whole {
                label(sheet, item, found);
                stand_in(&screens, screen, sheet, item, found);
            }
        }
    }
    if is_whole {
        instead_of_screens(&screens, sheet, found);
        reached(&screens, sheet, found);
    }
}

/// A screen as it stands in the file.
struct Sight<'a> {
    node: &'a Node,
    id: String,
    /// The screens that its items open, with whether a row or a corner does.
    opens: Vec<(String, bool)>,
    from: Option<String>,
    instead_of: Option<String>,
}

impl<'a> Sight<'a> {
    fn of(sheet: &Sheet, node: &'a Node) -> Option<Self> {
        const LEADS_ON: [&str; 4] = ["LowerRight", "UpperRight", "BottomBar", "Row"];
        let text = |name| sheet.text_of(node, name).map(|(text, _)| text);
        let opens = sheet.list(node, "items").filter_map(|item| {
            let leads_on = sheet.field(item, "place").is_some_and(|place| LEADS_ON.contains(&sheet.word(place)));
            Some((sheet.text_of(item, "opens")?.0, leads_on))
        });
        (!node.is_torn).then_some(())?;
        let (from, instead_of) = (text("from"), text("instead_of"));
        Some(Self { node, id: text("id")?, opens: opens.collect(), from, instead_of })
    }
}

fn phrases(sheet: &Sheet, root: &Node, found: &mut Found) {
    for phrase in sheet.field(root, "phrases").into_iter().flat_map(|phrases| sheet.elements(phrases)) {
        let Some((text, range)) = sheet.text(phrase) else { continue };
        let mend = "A phrase may hold {label}, {mark} and {heading}, and needs {label}.";
        let known = ["label}", "mark}", "heading}"];
        if text.split('{').skip(1).any(|part| !known.iter().any(|known| part.starts_with(known))) {
            fault(found, sheet, range, "this phrase has a blank that nothing fills".to_owned(), mend);
        } else if !text.contains("{label}") {
            fault(found, sheet, range, "this phrase does not say what to tap".to_owned(), mend);
        }
    }
}

fn label(sheet: &Sheet, item: &Node, found: &mut Found) {
    if sheet.field(item, "label").is_none() && sheet.field(item, "instead_of").is_none() {
        let what = "this item has no label".to_owned();
        let mend = "Write `label: \"…\",` as it stands on the phone, or `instead_of` with the item whose label it has.";
        fault(found, sheet, item.head.clone(), what, mend);
    }
}

/// What an item is instead of is a usual item of its screen, or of the one that its screen is instead of.
fn stand_in(screens: &[Sight<'_>], screen: &Sight<'_>, sheet: &Sheet, item: &Node, found: &mut Found) {
    let Some((other, range)) = sheet.text_of(item, "instead_of") else { return };
    let home = screen.instead_of.as_ref().unwrap_or(&screen.id);
    let Some(home) = screens.iter().find(|screen| screen.id == *home) else { return };
    let usual: Vec<String> = sheet
        .list(home.node, "items")
        .filter(|item| sheet.field(item, "instead_of").is_none())
        .filter_map(|item| Some(sheet.text_of(item, "id")?.0))
        .collect();
    if !usual.contains(&other) {
        let near = nearest(&other, usual.iter().map(String::as_str));
        let ask = near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
        let what = format!("the screen “{}” has no usual item “{}”{ask}", home.id, short(&other));
        let mend = format!("Its items that are not instead of others are {}.", usual.join(", "));
        fault(found, sheet, range, what, mend);
    }
}

fn instead_of_screens(screens: &[Sight<'_>], sheet: &Sheet, found: &mut Found) {
    for screen in screens {
        let Some((other, range)) = sheet.text_of(screen.node, "instead_of") else { continue };
        let is_usual = |other: &Sight<'_>| other.instead_of.is_none();
        if screens.iter().any(|known| known.id == other && !is_usual(known)) {
            let what = format!("“{}” is itself instead of another screen", short(&other));
            fault(found, sheet, range, what, "Write the id of the usual screen.");
        }
    }
}

/// Every screen can be come to from the first one, and has a title.
fn reached(screens: &[Sight<'_>], sheet: &Sheet, found: &mut Found) {
    let links = |screen: &Sight<'_>| {
        let opened = screen.opens.iter().map(|(id, _)| id.clone());
        opened.chain(screen.from.clone()).chain(screen.instead_of.clone()).collect::<Vec<_>>()
    };
    // What leads nowhere is told of elsewhere; the screen that it was to lead to may be any.
    if screens.iter().flat_map(links).any(|id| !screens.iter().any(|screen| screen.id == id)) {
        return;
    }
    let mut reached: BTreeSet<&str> = screens.first().map(|first| first.id.as_str()).into_iter().collect();
    loop {
        let before = reached.len();
        for screen in screens {
            let home = [&screen.from, &screen.instead_of].into_iter().flatten();
            if home.into_iter().any(|id| reached.contains(id.as_str())) {
                reached.insert(&screen.id);
            }
            if reached.contains(screen.id.as_str()) {
                reached.extend(screen.opens.iter().map(|(id, _)| id.as_str()));
            }
        }
        if reached.len() == before {
            break;
        }
    }
    for screen in screens {
        let Some((_, range)) = sheet.text_of(screen.node, "id") else { continue };
        let is_opened =
            screens.iter().flat_map(|other| &other.opens).any(|(id, leads_on)| *leads_on && *id == screen.id);
        let takes_over = is_opened || screen.from.is_some() || screen.instead_of.is_some();
        if !reached.contains(screen.id.as_str()) {
            let what = format!("nothing leads to the screen “{}”", short(&screen.id));
            let mend = "Let an item open it, write `from` or `instead_of` with another screen, or take it away.";
            fault(found, sheet, range, what, mend);
        } else if sheet.field(screen.node, "title").is_none() && !takes_over {
            let what = format!("the screen “{}” has no title", short(&screen.id));
            fault(found, sheet, range, what, "Write `title: \"…\",` as it stands at its top, or let a row open it.");
        }
    }
}
