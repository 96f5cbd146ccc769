//! A way's steps on one kind of phone: the sentence of each, the screen it is on, and the path of chips.

mod hints;
mod send;
pub mod sketch;

pub use hints::{Hint, hints};
pub use send::{Code, MOST_BYTES, Parcel, parcel, way_as_text};

use crate::content::markup;
use crate::content::model::{Guide, Item, ItemId, Phrases, Place, Platform, ScreenId, Step, Topic, Typing, Way};

/// A step, ready to be shown.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ShownStep {
    /// Its place in the way (from 0, counting the other platform's steps): ticks are kept under it.
    pub index: usize,
    /// What to do, with `**labels**` marked.
    pub sentence: String,
    /// A remark in small type.
    pub note: Option<String>,
    /// The screen it is done on, where one is known.
    pub screen: Option<ScreenId>,
    /// What to tap on that screen.
    pub item: Option<ItemId>,
    /// What is typed in there.
    pub types: Option<Typing>,
    /// It comes before the first screen that the way leads to: the app is still to be opened.
    pub before_app: bool,
}

/// One stop of a settings path.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Chip {
    /// The label as it stands on the phone.
    pub label: String,
    /// A sign that goes before it, for instance `☰`.
    pub mark: Option<String>,
    /// The step that taps it, as in [`ShownStep::index`].
    pub index: usize,
}

/// The steps of a way on this kind of phone, in order.
pub fn steps(guide: &Guide, way: &Way, platform: Platform) -> Vec<ShownStep> {
    let taps_to_come = |index: usize| way.steps.iter().skip(index).any(|step| matches!(step, Step::Tap { .. }));
    let mut screen_now = None;
    let mut shown = Vec::new();
    for (index, step) in on_platform(way, platform) {
        let note = step.note().map(str::to_owned);
        let step = match step {
            Step::Tap { screen, item, .. } => {
                let Some((on, found)) = guide.phone.item(screen, item) else { continue };
                let parts: Vec<String> =
                    note.into_iter().chain(hints::other_labels(&guide.phone.phrases, on, found)).collect();
                let note = (!parts.is_empty()).then(|| parts.join(" "));
                screen_now = found.opens.clone().or_else(|| Some(screen.clone()));
                let sentence = sentence(&guide.phone.phrases, found);
                ShownStep {
                    index,
                    sentence,
                    note,
                    screen: Some(screen.clone()),
                    item: Some(item.clone()),
                    types: None,
                    before_app: false,
                }
            }
            Step::Do { text, screen, item, types, .. } => {
                if screen.is_some() {
                    screen_now.clone_from(screen);
                }
                let before_app = screen_now.is_none() && taps_to_come(index);
                let found =
                    screen.as_ref().zip(item.as_ref()).and_then(|(screen, item)| guide.phone.item(screen, item));
                let named = found.map_or("", |(_, item)| &item.label);
                ShownStep {
                    index,
                    sentence: text.replace("{label}", named),
                    note,
                    screen: screen_now.clone(),
                    item: found.map(|(_, item)| item.id.clone()),
                    types: *types,
                    before_app,
                }
            }
        };
        shown.push(step);
    }
    shown
}

/// The menus that a way leads through, in order; empty where it leads through none.
pub fn chips(guide: &Guide, way: &Way, platform: Platform) -> Vec<Chip> {
    on_platform(way, platform)
        .filter_map(|(index, step)| {
            let Step::Tap { screen, item, .. } = step else { return None };
            let (_, found) = guide.phone.item(screen, item)?;
            found.place.is_navigation().then(|| Chip { label: found.label.clone(), mark: found.mark.clone(), index })
        })
        .collect()
}

/// How many steps a topic's first way has on this kind of phone; 0 where there is nothing to do.
pub fn step_count(topic: &Topic, platform: Platform) -> usize {
    topic.ways.first().map_or(0, |way| on_platform(way, platform).count())
}

/// All ways of a topic as plain text, to be pasted into a message.
pub fn steps_as_text(guide: &Guide, topic: &Topic, platform: Platform) -> String {
    let mut lines = vec![topic.title.clone()];
    for way in &topic.ways {
        lines.extend([String::new(), way.title.clone()]);
        for (number, step) in (1..).zip(steps(guide, way, platform)) {
            lines.push(format!("{number}. {}", markup::plain(&step.sentence)));
            lines.extend(step.note.map(|note| format!("   {}", markup::plain(&note))));
        }
    }
    lines.join("\n")
}

fn on_platform(way: &Way, platform: Platform) -> impl Iterator<Item = (usize, &Step)> {
    way.steps.iter().enumerate().filter(move |(_, step)| step.only().is_none_or(|only| only == platform))
}

fn sentence(phrases: &Phrases, item: &Item) -> String {
    let phrase = match item.place {
        Place::LowerRight => &phrases.lower_right,
        Place::UpperRight => &phrases.upper_right,
        Place::BottomBar => &phrases.bottom_bar,
        Place::Row if item.below => &phrases.row_below,
        Place::Row => &phrases.row,
        Place::Choice => &phrases.choice,
        Place::Button => &phrases.button,
        Place::OnHold => &phrases.on_hold,
    };
    phrase
        .replace("{label}", &item.label)
        .replace(" {mark}", &item.mark.as_ref().map(|mark| format!(" {mark}")).unwrap_or_default())
        .replace("{heading}", item.heading.as_deref().unwrap_or_default())
        // A label that is a question ends the sentence by itself.
        .replace("?**.", "?**")
}
