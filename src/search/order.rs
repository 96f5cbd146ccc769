//! The order in which hits are shown.

use super::hit::Kind;
use super::pieces::Entry;
use super::weights::Fit;
use crate::content::model::MessageId;

/// The first places are for cards …
pub(super) const CARDS_FIRST: usize = 3;
/// … unless a question or message has this much in common with the query.
const NEARLY_WHOLE: f32 = 0.85;

/// Sorts what was found, best first, and gives it the scores that say so. The recognised message leads, then its card.
pub(super) fn in_order(entries: &[Entry], mut fits: Vec<Fit>, recognised: Option<&MessageId>) -> Vec<Fit> {
    let is_card = |fit: &Fit| entries.get(fit.entry).is_some_and(|entry| entry.kind == Kind::Topic);
    let best_first = |one: &Fit, other: &Fit| other.score.total_cmp(&one.score);
    fits.sort_by(best_first);
    let last_card =
        fits.iter().filter(|fit| is_card(fit)).nth(CARDS_FIRST - 1).or_else(|| fits.iter().rfind(|fit| is_card(fit)));
    if let Some(most) = last_card.map(|fit| fit.score) {
        for fit in fits.iter_mut().filter(|fit| !is_card(fit) && fit.title < NEARLY_WHOLE) {
            fit.score = fit.score.min(most);
        }
    }
    if let Some(message) = recognised {
        lead(entries, &mut fits, message);
    }
    // Where the scores are the same, cards come first.
    fits.sort_by(|one, other| best_first(one, other).then(is_card(other).cmp(&is_card(one))));
    fits
}

fn lead(entries: &[Entry], fits: &mut Vec<Fit>, message: &MessageId) {
    let place = |kind: &Kind| entries.iter().position(|entry| entry.kind == *kind);
    let Some(message) = place(&Kind::Message(message.clone())) else { return };
    let topic = entries.get(message).and_then(|entry| entry.topic.as_ref());
    let card = entries.iter().position(|entry| entry.kind == Kind::Topic && entry.topic.as_ref() == topic);
    let best = fits.first().map_or(0.0, |fit| fit.score);
    for (entry, lead) in [(Some(message), 2.0), (card, 1.0)] {
        let Some(entry) = entry else { continue };
        fits.retain(|fit| fit.entry != entry);
        fits.push(Fit { entry, score: best + lead, title: 1.0 });
    }
}
