//! Finds TikTok's own texts in what somebody pasted: other quotes, typing mistakes, parts of a text, words around it.
//!
//! Both sides are folded to plain words. Each wording of a message is laid along the pasted words (a local alignment,
//! so that it may begin anywhere), where rare words count for more. What decides is how much of the wording was found,
//! or, for a part of a text, how much of what was pasted is explained by it.

use std::collections::{BTreeMap, BTreeSet};

use strsim::damerau_levenshtein;

use crate::content::fold::words;
use crate::content::model::{Message, MessageId, TopicId};

/// Only this many characters are looked at; the longest text of TikTok's has under 300.
pub(super) const LONGEST: usize = 10_000;
/// A word with a typing mistake counts for this much of the word.
pub(super) const TYPO: f32 = 0.75;
/// What a pasted word in the middle of a wording costs, as a share of an average word.
pub(super) const GAP: f32 = 0.25;
/// This share of a wording is enough by itself.
pub(super) const WHOLE: f32 = 0.62;
/// A smaller share is enough where it explains this much of what was pasted …
pub(super) const EXPLAINED: f32 = 0.72;
/// … and is worth at least this many words that only one message has.
pub(super) const TELLING: f32 = 1.6;
/// Another topic's best message must be worse by this share.
pub(super) const MARGIN: f32 = 0.9;

/// Knows the texts that TikTok shows.
#[derive(Clone, Debug)]
pub struct Recogniser {
    /// Every word of every wording, with its weight: 1 where only one message has it, less the more have it.
    pub(super) vocabulary: Vec<(String, f32)>,
    pub(super) wordings: Vec<Wording>,
}

/// One way in which a message is worded.
#[derive(Clone, Debug)]
pub(super) struct Wording {
    pub(super) message: MessageId,
    pub(super) topic: TopicId,
    /// Places in the vocabulary.
    pub(super) words: Vec<usize>,
    pub(super) weight: f32,
}

/// How well a wording fits.
#[derive(Clone, Copy, Debug, Default)]
struct Fit {
    /// The weight of the words that were found, less what they miss by typing mistakes and gaps.
    found: f32,
    /// The share of the wording that was found.
    share: f32,
    /// The share of the pasted words that the wording explains.
    explained: f32,
}

impl Fit {
    fn is_enough(self) -> bool {
        self.share >= WHOLE || (self.explained >= EXPLAINED && self.found >= TELLING)
    }

    /// The larger the better; more of the pasted text explained is what tells messages with equal parts apart.
    fn rank(self) -> f32 {
        self.found * (0.5 + self.share)
    }
}

impl Recogniser {
    /// Makes the messages ready.
    pub fn new(messages: &[Message]) -> Self {
        let mut spread: BTreeMap<String, BTreeSet<&MessageId>> = BTreeMap::new();
        for message in messages {
            for word in wordings(message).flatten() {
                spread.entry(word).or_default().insert(&message.id);
            }
        }
        let vocabulary: Vec<_> = spread.iter().map(|(word, users)| (word.clone(), weight(users.len()))).collect();
        let place = |word: String| vocabulary.binary_search_by(|(known, _)| known.cmp(&word)).ok();
        let wordings = messages.iter().flat_map(|message| wordings(message).map(move |words| (message, words)));
        let wordings = wordings.map(|(message, words)| {
            let words: Vec<usize> = words.into_iter().filter_map(place).collect();
            let weight = words.iter().filter_map(|word| vocabulary.get(*word)).map(|(_, weight)| weight).sum();
            Wording { message: message.id.clone(), topic: message.topic.clone(), words, weight }
        });
        Self { wordings: wordings.collect(), vocabulary }
    }

    /// The message that the text holds, or `None` where it holds none of them for sure.
    pub fn recognise(&self, text: &str) -> Option<MessageId> {
        let start: String = text.chars().take(LONGEST).collect();
        let pasted = self.look_up(&words(&start));
        let fits = self.wordings.iter().map(|wording| (wording, self.fit(wording, &pasted)));
        let mut fits: Vec<_> = fits.filter(|(_, fit)| fit.found > 0.0).collect();
        fits.sort_by(|(_, one), (_, other)| other.rank().total_cmp(&one.rank()));
        let (best, fit) = fits.iter().find(|(_, fit)| fit.is_enough())?;
        let rival = fits.iter().find(|(wording, _)| wording.topic != best.topic);
        // A part of a text may be in two messages, so it does not matter how much of each it is.
        let (best_rank, rank): (f32, fn(&Fit) -> f32) =
            if fit.share >= WHOLE { (fit.rank(), |fit| fit.rank()) } else { (fit.found, |fit| fit.found) };
        let clear = rival.is_none_or(|(_, rival)| rank(rival) <= best_rank * MARGIN);
        clear.then(|| best.message.clone())
    }

    /// For each pasted word the words of the vocabulary that it may stand for, and how well.
    fn look_up(&self, pasted: &[String]) -> Vec<Vec<(usize, f32)>> {
        let mut known: BTreeMap<&str, Vec<(usize, f32)>> = BTreeMap::new();
        pasted.iter().map(|word| known.entry(word).or_insert_with(|| self.alike(word)).clone()).collect()
    }

    fn alike(&self, pasted: &str) -> Vec<(usize, f32)> {
        let known = self.vocabulary.iter().enumerate();
        known.filter_map(|(place, (word, _))| Some((place, likeness(pasted, word)?))).collect()
    }

    /// The best local alignment of a wording with the pasted words.
    fn fit(&self, wording: &Wording, pasted: &[Vec<(usize, f32)>]) -> Fit {
        let columns = wording.words.len() + 1;
        let average = wording.weight / f32::from(u16::try_from(wording.words.len().max(1)).unwrap_or(u16::MAX));
        let gap = GAP * average;
        let mut above = vec![0.0_f32; columns];
        let mut found = 0.0_f32;
        for alike in pasted {
            let mut row = vec![0.0_f32; columns];
            for (at, word) in wording.words.iter().enumerate() {
                let weight = self.vocabulary.get(*word).map_or(0.0, |(_, weight)| *weight);
                let likeness = alike.iter().find(|(place, _)| place == word).map_or(0.0, |(_, likeness)| *likeness);
                let value = |row: &[f32], at: usize| row.get(at).copied().unwrap_or_default();
                let matched = if likeness > 0.0 { value(&above, at) + weight * likeness } else { 0.0 };
                let best = matched.max(value(&above, at + 1) - gap).max(value(&row, at));
                if let Some(cell) = row.get_mut(at + 1) {
                    *cell = best;
                }
                found = found.max(best);
            }
            above = row;
        }
        let all: f32 = pasted.iter().map(|alike| self.pasted_weight(alike)).sum();
        Fit { found, share: found / wording.weight.max(f32::EPSILON), explained: found / all.max(f32::EPSILON) }
    }

    /// What a pasted word would be worth; a word that no message has is worth as much as one that only one has.
    fn pasted_weight(&self, alike: &[(usize, f32)]) -> f32 {
        let known = alike.iter().filter_map(|(place, _)| self.vocabulary.get(*place)).map(|(_, weight)| *weight);
        known.reduce(f32::max).unwrap_or(1.0)
    }
}

/// All wordings of a message, as words.
fn wordings(message: &Message) -> impl Iterator<Item = Vec<String>> {
    std::iter::once(&message.text).chain(&message.also).map(|text| words(&fixed_part(text)))
}

/// A word that only one message has weighs 1; one that all of them have weighs little.
fn weight(users: usize) -> f32 {
    f32::from(u16::try_from(users).unwrap_or(u16::MAX)).sqrt().recip()
}

/// The text without its `{placeholders}`.
fn fixed_part(text: &str) -> String {
    let parts = text.split('{').enumerate();
    let fixed =
        parts.map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or(part, |(_, rest)| rest) });
    fixed.collect::<Vec<_>>().join(" ")
}

/// 1 for the same word, less for one with a typing mistake or two, `None` for another word.
fn likeness(pasted: &str, known: &str) -> Option<f32> {
    if pasted == known {
        return Some(1.0);
    }
    let length = known.len();
    let allowed = match length {
        0..=3 => return None,
        4..=7 => 1,
        _ => 2,
    };
    if pasted.len().abs_diff(length) > allowed || letters_apart(pasted, known) > allowed * 2 {
        return None;
    }
    (damerau_levenshtein(pasted, known) <= allowed).then_some(TYPO)
}

/// A lower bound for twice the number of changes: letters that only one of the two has. Quick to work out.
fn letters_apart(one: &str, other: &str) -> usize {
    let letters = |word: &str| word.bytes().fold(0_u32, |set, byte| set | 1 << (byte & 31));
    usize::try_from((letters(one) ^ letters(other)).count_ones()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;
    use crate::content::model::{Claim, Seen};

    fn recogniser(texts: &[&str]) -> Recogniser {
        let checked = Date::MIN;
        let meaning = Claim { text: String::new(), sources: Vec::new(), checked, doubt: None };
        let message = |text: &&str| Message {
            id: MessageId::from(*text),
            text: (*text).to_owned(),
            also: Vec::new(),
            seen: Seen::Confirmed,
            topic: TopicId::from(*text),
            meaning: meaning.clone(),
        };
        Recogniser::new(&texts.iter().map(message).collect::<Vec<_>>())
    }

    /// How the first wording fits.
    fn found(recogniser: &Recogniser, pasted: &str) -> f32 {
        recogniser.fit(&recogniser.wordings[0], &recogniser.look_up(&words(pasted))).found
    }

    #[test]
    fn a_strange_word_in_between_costs_a_quarter_of_an_average_one_and_a_missing_one_nothing() {
        let alone = recogniser(&["alpha bravo charlie"]);
        for (pasted, least) in [
            ("alpha bravo charlie", 3.0),
            ("alpha charlie", 2.0),
            ("alpha zulu charlie", 1.75),
            ("alpha zulu bravo charlie", 2.75),
            ("zulu zulu alpha bravo charlie zulu", 3.0),
            ("charlie bravo", 1.0),
            ("alpah bravo", 1.75),
        ] {
            assert!((found(&alone, pasted) - least).abs() < 0.001, "{pasted}: {}", found(&alone, pasted));
        }
        let shared = recogniser(&["alpha bravo charlie", "alpha bravo charlie delta"]);
        let word = 0.5_f32.sqrt();
        assert!((found(&shared, "alpha zulu bravo") - 1.75 * word).abs() < 0.001);
    }

    #[test]
    fn a_short_text_as_a_whole_ranks_before_a_little_of_a_long_one_but_not_before_much() {
        let fit = |found, share| Fit { found, share, explained: 1.0 };
        assert!(fit(2.0, 1.0).rank() > fit(3.0, 0.2).rank());
        assert!(fit(1.9, 0.9).rank() < fit(3.0, 0.5).rank());
    }

    #[test]
    fn what_stands_for_a_name_is_no_word_of_the_message() {
        assert_eq!(words(&fixed_part("{name} wants to send {thing} to you")), ["wants", "to", "send", "to", "you"]);
        assert_eq!(words(&fixed_part("Chat messages")), ["chat", "messages"]);
    }

    /// The quick look beforehand loses no word that the distance lets through.
    #[test]
    fn a_word_of_four_letters_may_have_one_mistake_and_one_of_eight_two() {
        let slips = |word: &str| {
            let letters: Vec<char> = word.chars().collect();
            let mut slips = vec![word.to_owned()];
            for at in 0..letters.len() {
                for (taken, put) in [(1, ""), (0, "x"), (1, "x"), (1, "xyz"), (2, "x"), (2, "")] {
                    let rest = letters[at..].iter().skip(taken);
                    slips.push(letters[..at].iter().copied().chain(put.chars()).chain(rest.copied()).collect());
                }
            }
            slips
        };
        for (known, allowed) in [("sent", 1), ("message", 1), ("messages", 2), ("guidelines", 2)] {
            for slip in slips(known).iter().flat_map(|slip| slips(slip)) {
                let distance = damerau_levenshtein(&slip, known);
                let expected = (distance <= allowed).then_some(if distance == 0 { 1.0 } else { TYPO });
                assert_eq!(likeness(&slip, known), expected, "{slip} for {known}");
            }
        }
        assert_eq!((likeness("the", "the"), likeness("tho", "the")), (Some(1.0), None));
    }
}
