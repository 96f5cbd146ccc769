//! What people may type into the search.

use super::numbers::Numbers;

/// The queries that were written before the search was, each with its card.
pub(crate) fn held_out() -> Vec<(String, String)> {
    let lines = include_str!("../data/held-out.txt").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lines = lines.map(|line| line.split_once(": ").unwrap());
    lines.flat_map(|(topic, queries)| queries.split(" | ").map(|query| (topic.to_owned(), query.to_owned()))).collect()
}

/// A text with one letter left out, put in, changed, or swapped with its neighbour.
pub(crate) fn mistyped(text: &str, numbers: &mut Numbers) -> String {
    let letters: Vec<char> = text.chars().collect();
    loop {
        let at = numbers.below(letters.len());
        let letter = char::from(b'a' + u8::try_from(numbers.below(26)).unwrap());
        let mut typed = letters.clone();
        match numbers.below(4) {
            0 => _ = typed.remove(at),
            1 => typed.insert(at, letter),
            2 => typed[at] = letter,
            _ => typed.swap(at, (at + 1).min(letters.len() - 1)),
        }
        if letters[at].is_alphabetic() && typed != letters {
            return typed.into_iter().collect();
        }
    }
}
