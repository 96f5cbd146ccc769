//! The few things kept between runs. Serialised as RON; unknown or missing fields never make it unreadable.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::content::model::{Platform, QuestionId, TopicId, WayId};
use crate::rules::Answers;

/// What the person chose and did. Its lists are sets: two windows merge them as such.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Saved {
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// How large the text is.
    pub text_size: TextSize,
    /// The kind of phone.
    pub platform: Platform,
    /// Ticked steps: topic, way, and the step's place in the way (from 0, counting both platforms' steps).
    pub ticked: BTreeMap<TopicId, BTreeMap<WayId, BTreeSet<usize>>>,
    /// What was answered in the checker.
    pub answers: Answers,
    /// Questions that were answered “not sure”: the same as not answered, but not asked for again.
    pub not_sure: BTreeSet<QuestionId>,
    /// The text in the checker's message field.
    pub message_text: String,
    /// Fixes that were tried and did not help.
    pub tried: BTreeSet<TopicId>,
}

impl Saved {
    /// Is this step ticked off?
    pub fn is_ticked(&self, topic: &TopicId, way: &WayId, step: usize) -> bool {
        self.ticked.get(topic).and_then(|ways| ways.get(way)).is_some_and(|steps| steps.contains(&step))
    }

    /// Tick a step off (true) or take the tick away. Empty entries are removed, so equal states are equal files.
    pub fn tick(&mut self, topic: &TopicId, way: &WayId, step: usize, ticked: bool) {
        let ways = self.ticked.entry(topic.clone()).or_default();
        let steps = ways.entry(way.clone()).or_default();
        if ticked {
            steps.insert(step);
        } else {
            steps.remove(&step);
        }
        ways.retain(|_, steps| !steps.is_empty());
        self.ticked.retain(|_, ways| !ways.is_empty());
    }

    /// What another window left in the file, with everything changed that this one changed since `before`.
    pub(super) fn merged(&self, before: &Self, there: &Self) -> serde_json::Result<Self> {
        let value = |saved: &Self| serde_json::to_value(saved);
        serde_json::from_value(merge(&value(before)?, value(self)?, value(there)?))
    }
}

/// Maps are merged field by field and lists as sets; of anything else the changed one counts, and this window's if both
/// are. The recursion is as deep as `Saved`.
fn merge(before: &Value, here: Value, there: Value) -> Value {
    match (before, here, there) {
        (Value::Object(before), Value::Object(here), Value::Object(there)) => {
            Value::Object(merge_maps(before, here, there))
        }
        (Value::Array(before), Value::Array(here), Value::Array(mut there)) => {
            there.retain(|entry| here.contains(entry) || !before.contains(entry));
            let new = here.into_iter().filter(|entry| !before.contains(entry));
            there.extend(new.collect::<Vec<_>>());
            Value::Array(there)
        }
        (before, here, there) => {
            if here == *before {
                there
            } else {
                here
            }
        }
    }
}

fn merge_maps(
    before: &Map<String, Value>,
    here: Map<String, Value>,
    mut there: Map<String, Value>,
) -> Map<String, Value> {
    there.retain(|key, _| here.contains_key(key) || !before.contains_key(key));
    for (key, value) in here {
        let empty = match value {
            Value::Object(_) => Value::Object(Map::new()),
            Value::Array(_) => Value::Array(Vec::new()),
            _ => Value::Null,
        };
        let before = before.get(&key).unwrap_or(&empty);
        let merged = match there.remove(&key) {
            Some(there) => merge(before, value, there),
            // Taken away in another window, and not touched here since.
            None if value == *before => continue,
            None => merge(before, value, empty.clone()),
        };
        there.insert(key, merged);
    }
    there
}

/// The window's colours.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The size of the text, in per cent of the design's.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct TextSize(u16);

impl TextSize {
    /// The sizes on offer.
    pub const ALL: [Self; 5] = [Self(100), Self(125), Self(150), Self(175), Self(200)];

    /// In per cent.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// As a factor from 1.0 to 2.0, whatever a file may say.
    pub fn factor(self) -> f32 {
        f32::from(self.0).clamp(100.0, 200.0) / 100.0
    }

    /// The next size up or down, or the same at the end.
    #[must_use]
    pub fn step(self, up: bool) -> Self {
        let found = if up {
            Self::ALL.into_iter().find(|size| *size > self)
        } else {
            Self::ALL.into_iter().rev().find(|size| *size < self)
        };
        found.unwrap_or(self)
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_the_last_tick_away_leaves_nothing_behind() {
        let (topic, way) = (TopicId::from("phone"), WayId::from("verify"));
        let mut saved = Saved::default();
        saved.tick(&topic, &way, 3, true);
        assert!(saved.is_ticked(&topic, &way, 3), "the step was ticked");
        saved.tick(&topic, &way, 3, false);
        assert_eq!(saved, Saved::default());
    }

    #[test]
    fn text_sizes_stop_at_both_ends() {
        let largest = TextSize::ALL[4];
        assert_eq!(largest.step(true), largest);
        assert_eq!(TextSize::default().step(false), TextSize::default());
        assert_eq!(TextSize::default().step(true).percent(), 125);
    }
}
