//! The few things kept between runs. Serialised as RON; unknown or missing fields never make it unreadable.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::content::model::{Platform, QuestionId, TopicId, WayId};
use crate::rules::Answers;

/// What the person chose and did.
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
    /// The way in hand on each topic's page, and its step in hand where one was chosen.
    pub in_hand: BTreeMap<TopicId, (WayId, Option<usize>)>,
    /// May pictures move?
    pub motion: Motion,
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
}

/// May pictures move?
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum Motion {
    /// A little, and shortly.
    #[default]
    Short,
    /// Not at all.
    Off,
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
