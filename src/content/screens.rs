//! The screens of the phone among themselves: what takes its words from another, what can be reached, what is instead
//! of what.

use std::collections::BTreeMap;

use super::model::{PhoneScreens, Screen};

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
            let found = homes.into_iter().flatten().find_map(|home| labels.get(&(home.clone(), other.clone())));
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
