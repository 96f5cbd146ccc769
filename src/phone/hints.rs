//! What to offer somebody who does not see what a step speaks of: other known looks first, then what to look for, then
//! where to ask. Never nothing.

use super::{ShownStep, sentence};
use crate::content::model::{Guide, Item, Link, Phrases, Platform, Screen, SeenOn, Topic, Version};

/// One thing to offer.
#[derive(Clone, Debug)]
pub enum Hint<'a> {
    /// Another label or place of the same thing, with the step as it is there.
    Look {
        /// The step there: its sentence, its screen, what to tap.
        step: ShownStep,
        /// Which versions look like this, where it is not the usual look.
        version: Option<Version>,
        /// The one kind of phone that looks like this, where it is only one.
        only: Option<Platform>,
        /// The title of its screen.
        title: &'a str,
        /// What the content says of it.
        words: Option<&'a str>,
        /// Where it was seen.
        seen_on: &'a [SeenOn],
    },
    /// What to look for, where the content says it, and otherwise the label whose like to look for.
    LookFor {
        /// The content's own words.
        words: Option<&'a str>,
        /// The usual label.
        label: Option<&'a str>,
    },
    /// Where to ask.
    Ask {
        /// The step is done in the app, not in the phone's own settings, which have a search field.
        in_app: bool,
        /// A page on it.
        page: Option<&'a Link>,
    },
}

/// What to offer for a step, in order. The last is always [`Hint::Ask`].
pub fn hints<'a>(guide: &'a Guide, topic: &'a Topic, step: &ShownStep, platform: Platform) -> Vec<Hint<'a>> {
    let in_hand =
        step.screen.as_ref().zip(step.item.as_ref()).and_then(|(screen, item)| guide.phone.item(screen, item));
    let mut hints = Vec::new();
    if let Some((screen, item)) = in_hand {
        // Those of the person's own phone come first.
        let (own, other): (Vec<_>, Vec<_>) = looks(guide, screen, item)
            .filter(|(on, look)| (&on.id, &look.id) != (&screen.id, &item.id))
            .partition(|(_, look)| look.only.is_none_or(|only| only == platform));
        hints.extend(own.into_iter().chain(other).map(|(screen, look)| self::look(guide, step, screen, look)));
    }
    let words = in_hand.and_then(|(screen, item)| {
        let of_usual = || looks(guide, screen, item).find_map(|(_, look)| look.look_for.as_deref());
        item.look_for.as_deref().or_else(of_usual)
    });
    hints.push(Hint::LookFor { words, label: in_hand.map(|(_, item)| item.label.as_str()) });
    let contact = || guide.topics.iter().flat_map(|topic| &topic.links).next();
    hints.push(Hint::Ask { in_app: step.screen.is_some(), page: topic.links.first().or_else(contact) });
    hints
}

fn look<'a>(guide: &Guide, step: &ShownStep, screen: &'a Screen, item: &'a Item) -> Hint<'a> {
    let is_usual = item.instead_of.is_none();
    let version = if screen.instead_of.is_some() { screen.version } else { item.version };
    let step = ShownStep {
        sentence: sentence(&guide.phone.phrases, item),
        note: None,
        screen: Some(screen.id.clone()),
        item: Some(item.id.clone()),
        ..step.clone()
    };
    Hint::Look {
        step,
        version: (!is_usual).then_some(version),
        only: item.only,
        title: &screen.title,
        words: item.look_for.as_deref().filter(|_| !is_usual),
        seen_on: &screen.seen_on,
    }
}

/// The usual item and all that stand in its place somewhere, with their screens; the given one among them.
fn looks<'a>(guide: &'a Guide, screen: &'a Screen, item: &'a Item) -> impl Iterator<Item = (&'a Screen, &'a Item)> {
    let home = screen.instead_of.as_ref().unwrap_or(&screen.id);
    let usual = item.instead_of.as_ref().unwrap_or(&item.id);
    guide.phone.screens.iter().flat_map(move |screen| {
        let is_home = screen.id == *home;
        let is_other = screen.instead_of.as_ref() == Some(home);
        screen.items.iter().filter_map(move |item| {
            let is_it = (is_home && item.instead_of.is_none() && item.id == *usual)
                || ((is_home || is_other) && item.instead_of.as_ref() == Some(usual));
            is_it.then_some((screen, item))
        })
    })
}

/// The other labels that the item has on the same screen, in words: `In older versions: **Manage account**.`
pub(super) fn other_labels(phrases: &Phrases, screen: &Screen, item: &Item) -> Vec<String> {
    let usual = item.instead_of.as_ref().unwrap_or(&item.id);
    let others = screen
        .items
        .iter()
        .filter(|other| (other.id == *usual || other.instead_of.as_ref() == Some(usual)) && other.label != item.label);
    let mut of_version: Vec<(Version, Vec<&str>)> = Vec::new();
    for other in others {
        let version = if other.instead_of.is_some() { other.version } else { opposite(item.version) };
        match of_version.iter_mut().find(|(known, _)| *known == version) {
            Some((_, labels)) => labels.push(&other.label),
            None => of_version.push((version, vec![&other.label])),
        }
    }
    let said = of_version.into_iter().map(|(version, labels)| {
        let phrase = match version {
            Version::Older => &phrases.older,
            Version::Newer => &phrases.newer,
            Version::Other => &phrases.other,
        };
        // Each label is as bold as the phrase makes one.
        let between = if phrase.contains("**{label}**") { "**, **" } else { ", " };
        phrase.replace("{label}", &labels.join(between))
    });
    said.collect()
}

fn opposite(version: Version) -> Version {
    match version {
        Version::Older => Version::Newer,
        Version::Newer => Version::Older,
        Version::Other => Version::Other,
    }
}
