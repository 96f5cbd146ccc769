//! How far apart two words are, and every way in which a finger slips once.

use strsim::osa_distance;

/// A word this long or longer may be mistyped: with any slip it is still found.
pub(super) const LONG: usize = 5;

/// What a slip costs by the length of what was typed: none up to 4 letters, one for 5 to 8, two from 9.
pub(super) fn budget(length: usize) -> usize {
    match length {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// A word as it is compared often: its letters, how many they are, and which.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    pub(super) text: String,
    pub(super) length: usize,
    set: u32,
}

impl Letters {
    pub(super) fn new(text: &str) -> Self {
        Self { length: text.chars().count(), set: letter_set(text), text: text.to_owned() }
    }

    /// The letters left out, put in, changed or swapped with their neighbour between two words, if at most `most`.
    pub(super) fn slips(&self, other: &Self, most: usize) -> Option<usize> {
        let slips = self.may_slip_to(other, most).then(|| osa_distance(&self.text, &other.text))?;
        (slips <= most).then_some(slips)
    }

    /// Quick to see: two letters that only one of the words has are at least one slip.
    pub(super) fn may_slip_to(&self, other: &Self, most: usize) -> bool {
        let apart = (self.set ^ other.set).count_ones() as usize;
        self.length.abs_diff(other.length) <= most && apart <= 2 * most
    }

    /// The same for the beginning of another word.
    pub(super) fn may_begin(&self, other: &Self, most: usize) -> bool {
        let missing = (self.set & !other.set).count_ones() as usize;
        other.length + most > self.length && missing <= most
    }

    /// What these slips cost: a wrong first letter costs one more, for few people mistype it.
    pub(super) fn cost(&self, other: &Self, slips: usize) -> usize {
        slips + usize::from(self.text.chars().next() != other.text.chars().next())
    }

    /// Do the letters begin the other word, but for one slip?
    pub(super) fn nearly_begins(&self, other: &Self) -> bool {
        let same_start = self.text.chars().next() == other.text.chars().next();
        same_start && self.may_begin(other, 1) && other.length > self.length && {
            let starts = [self.length - 1, self.length, self.length + 1];
            starts.into_iter().any(|length| {
                let start: String = other.text.chars().take(length).collect();
                osa_distance(&self.text, &start) <= 1
            })
        }
    }
}

fn letter_set(text: &str) -> u32 {
    text.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) & 31))
}

/// Every word that is one slip away: a letter of a to z left out, put in, changed, or swapped with its neighbour.
/// Some come twice.
pub(super) fn one_slip(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut all = Vec::new();
    let mut add = |start: &[char], middle: &[char], end: &[char]| {
        all.push(start.iter().chain(middle).chain(end).collect::<String>());
    };
    for at in 0..=letters.len() {
        let (start, end) = letters.split_at(at);
        for letter in 'a'..='z' {
            add(start, &[letter], end);
        }
        if let Some((&first, rest)) = end.split_first() {
            add(start, &[], rest);
            for letter in ('a'..='z').filter(|letter| *letter != first) {
                add(start, &[letter], rest);
            }
            if let Some((&second, rest)) = rest.split_first().filter(|(second, _)| **second != first) {
                add(start, &[second, first], rest);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Letters, budget, one_slip};

    fn cost(one: &str, other: &str) -> Option<usize> {
        let (one, other) = (Letters::new(one), Letters::new(other));
        one.slips(&other, 2).map(|slips| one.cost(&other, slips))
    }

    #[test]
    fn a_swap_is_one_slip_and_a_wrong_first_letter_costs_two() {
        assert_eq!(cost("mesasge", "message"), Some(1));
        assert_eq!(cost("massage", "message"), Some(1));
        assert_eq!(cost("nessage", "message"), Some(2));
        assert_eq!(cost("emssage", "message"), Some(2));
        assert_eq!(cost("wifi", "message"), None);
    }

    #[test]
    fn short_words_have_to_be_right_and_long_ones_may_have_two_slips() {
        assert_eq!([1, 4, 5, 8, 9, 20].map(budget), [0, 0, 1, 1, 2, 2]);
    }

    #[test]
    fn a_half_typed_word_may_have_one_slip() {
        let begins = |start: &str| Letters::new(start).nearly_begins(&Letters::new("notifications"));
        assert!(begins("notifc") && begins("notfica") && begins("notiifca"), "left out, swapped, put in");
        assert!(!begins("nootfc") && !begins("otific"), "two slips, another first letter");
    }

    #[test]
    fn every_slip_of_a_word_is_listed() {
        let all = one_slip("abc");
        for slip in ["bc", "ab", "xabc", "abcx", "abxc", "xbc", "abx", "bac", "acb"] {
            assert!(all.iter().any(|word| word == slip), "{slip}");
        }
        let word = Letters::new("abc");
        assert!(all.iter().all(|slip| word.slips(&Letters::new(slip), 1) == Some(1)), "no slip is none or two");
    }
}
