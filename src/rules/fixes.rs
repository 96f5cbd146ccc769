//! In which order to try things: the most likely and quickest first, asking TikTok among them.
//!
//! Each fix helps with a chance p and costs c minutes. Where one reason is at work, trying them by falling p/c costs
//! least in expectation (Kadane and Simon, 1977); the tests try all orders.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::content::model::{Guide, TopicId};

use super::answers::Answers;
use super::weigh::Checker;

/// The card that stands at the end of every road: asking TikTok itself.
pub const CONTACT: &str = "contact";

/// What a fix counts for where its topic does not say how long it takes: mostly something to ask another person.
const DEFAULT_MINUTES: u32 = 5;

/// The odds, in decibans, that it is none of the reasons and TikTok has to look: 1 to 16, as for an uncommon reason.
const SOMETHING_ELSE: i32 = -12;

/// A fix with a smaller chance than this is not proposed beside others.
const LEAST_CHANCE: f64 = 0.01;

/// Something to try.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The card that says how.
    pub topic: TopicId,
    /// The chance that this is what helps, from 0 to 1; over all fixes that are left it adds up to 1. For the order,
    /// never for the reader: the figures behind it are judgements.
    pub chance: f64,
    /// What trying it counts for: about how many minutes it takes.
    pub minutes: u32,
}

impl Checker {
    /// What is left to try, in the order that is expected to cost the fewest minutes until something helps.
    ///
    /// Each reason that is not ruled out and whose card has something to do is a fix. A reason with nothing to do
    /// adds its chance to asking TikTok, which also has one of its own, for everything that the guide does not know.
    /// What is in `tried` is set aside. Asking TikTok never is: when all else is tried, it is the honest end.
    pub fn fixes(&self, guide: &Guide, answers: &Answers, tried: &BTreeSet<TopicId>) -> Vec<Fix> {
        let contact = guide.topic(&CONTACT.into());
        let mut for_contact = weight(SOMETHING_ELSE);
        let mut fixes = Vec::new();
        for reason in self.diagnose(answers).ranked {
            let Some(topic) = guide.topic(&reason.topic).filter(|topic| !topic.ways.is_empty()) else {
                for_contact += weight(reason.score);
                continue;
            };
            if !tried.contains(&topic.id) && topic.id.as_str() != CONTACT {
                fixes.push(Fix {
                    topic: topic.id.clone(),
                    chance: weight(reason.score),
                    minutes: minutes(topic.minutes),
                });
            }
        }
        if let Some(topic) = contact {
            fixes.push(Fix { topic: topic.id.clone(), chance: for_contact, minutes: minutes(topic.minutes) });
        }
        let all: f64 = fixes.iter().map(|fix| fix.chance).sum();
        for fix in &mut fixes {
            fix.chance /= all;
        }
        // The sort is stable: where it makes no difference, the likelier reason stays first.
        fixes.sort_by(|one, other| other.worth().total_cmp(&one.worth()));
        if tried.contains(&CONTACT.into()) {
            fixes.sort_by_key(|fix| Reverse(fix.topic.as_str() != CONTACT));
        }
        fixes
    }
}

impl Fix {
    /// Is there a real chance that it helps? Where something decisive was said, all else is hardly worth the time; it
    /// still comes up once that has not helped.
    pub fn is_worth_a_try(&self) -> bool {
        self.chance >= LEAST_CHANCE
    }

    /// Likelihood over effort.
    fn worth(&self) -> f64 {
        self.chance / f64::from(self.minutes)
    }
}

/// Nothing is free: at least a minute.
fn minutes(said: Option<u32>) -> u32 {
    said.unwrap_or(DEFAULT_MINUTES).max(1)
}

/// What a score in decibans weighs against others.
fn weight(score: i32) -> f64 {
    10.0_f64.powf(f64::from(score) / 10.0)
}
