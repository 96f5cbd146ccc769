//! What two windows did, put together: neither loses what it changed.

use std::collections::{BTreeMap, BTreeSet};

use super::saved::{MOST_SEARCHES, Saved};
use crate::content::model::{TopicId, WayId};
use crate::rules::Answers;

/// What another window left in the file (`there`), with everything changed that this one changed since `before`.
/// Where both changed the same, this one's counts.
pub(super) fn merged(before: &Saved, here: &Saved, there: &Saved) -> Saved {
    // Named one by one, so that no field is forgotten.
    let Saved {
        theme,
        text_size,
        platform,
        ticked: _,
        in_hand,
        motion,
        answers,
        not_sure,
        message_text,
        tried,
        searches,
    } = here;
    let mut merged = Saved {
        theme: value(&before.theme, theme, &there.theme),
        text_size: value(&before.text_size, text_size, &there.text_size),
        platform: value(&before.platform, platform, &there.platform),
        ticked: BTreeMap::new(),
        in_hand: map(&before.in_hand, in_hand, &there.in_hand),
        motion: value(&before.motion, motion, &there.motion),
        answers: Answers::default(),
        not_sure: set(&before.not_sure, not_sure, &there.not_sure),
        message_text: value(&before.message_text, message_text, &there.message_text),
        tried: set(&before.tried, tried, &there.tried),
        searches: list(&before.searches, searches, &there.searches),
    };
    for (topic, way, step) in set(&ticks(before), &ticks(here), &ticks(there)) {
        merged.tick(topic, way, step, true);
    }
    let of = |answers: &Answers| answers.iter().map(|(id, option)| (id.clone(), option.clone())).collect();
    for (question, option) in map(&of(&before.answers), &of(answers), &of(&there.answers)) {
        merged.answers.set(question, Some(option));
    }
    merged
}

fn ticks(saved: &Saved) -> BTreeSet<(&TopicId, &WayId, usize)> {
    let ways = saved.ticked.iter().flat_map(|(topic, ways)| ways.iter().map(move |(way, steps)| (topic, way, steps)));
    ways.flat_map(|(topic, way, steps)| steps.iter().map(move |step| (topic, way, *step))).collect()
}

fn value<T: Clone + PartialEq>(before: &T, here: &T, there: &T) -> T {
    if here == before { there.clone() } else { here.clone() }
}

fn set<T: Clone + Ord>(before: &BTreeSet<T>, here: &BTreeSet<T>, there: &BTreeSet<T>) -> BTreeSet<T> {
    let stays = there.iter().filter(|entry| here.contains(entry) || !before.contains(entry));
    stays.chain(here.difference(before)).cloned().collect()
}

/// What is new here comes first.
fn list(before: &[String], here: &[String], there: &[String]) -> Vec<String> {
    let new = here.iter().filter(|entry| !before.contains(entry));
    let stays = there.iter().filter(|entry| here.contains(entry) || !before.contains(entry));
    let stays = stays.filter(|entry| before.contains(entry) || !here.contains(entry));
    new.chain(stays).take(MOST_SEARCHES).cloned().collect()
}

fn map<K: Clone + Ord, V: Clone + PartialEq>(
    before: &BTreeMap<K, V>,
    here: &BTreeMap<K, V>,
    there: &BTreeMap<K, V>,
) -> BTreeMap<K, V> {
    let keys: BTreeSet<&K> = here.keys().chain(there.keys()).collect();
    let entry = |key: &K| Some((key.clone(), value(&before.get(key), &here.get(key), &there.get(key))?.clone()));
    keys.into_iter().filter_map(entry).collect()
}
