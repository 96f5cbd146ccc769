//! Text as it is compared: small plain letters and digits, whatever the case, accents, quotes and fancy letters.
//!
//! The search and the recogniser of pasted messages both read people's words through this.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The words of a text. Letters and digits of every script stay, everything else parts words; apostrophes are dropped,
/// so that “won’t”, “won't” and “wont” are one word, and so are accents: “ré” is “re”.
pub fn words(text: &str) -> Vec<String> {
    words_at(text).into_iter().map(|(_, word)| word).collect()
}

/// The same, each with its place in the text, in bytes.
pub fn words_at(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    each_word(text, |range, word| found.push((range, word.to_owned())));
    found
}

/// The same, for many texts: the words are only lent.
pub fn each_word(text: &str, mut visit: impl FnMut(Range<usize>, &str)) {
    let mut word = String::new();
    let mut range = 0..0;
    let mut take = |at: usize, end: usize, letter: char| {
        if letter.is_alphanumeric() {
            range = if word.is_empty() { at } else { range.start }..end;
            word.push(letter);
        } else if !word.is_empty() {
            visit(range.clone(), &word);
            word.clear();
        }
    };
    for (at, letter) in text.char_indices().filter(|(_, letter)| !is_apostrophe(*letter) && !is_accent(*letter)) {
        let end = at + letter.len_utf8();
        if letter.is_ascii() {
            take(at, end, letter.to_ascii_lowercase());
        } else {
            plain_letters(letter).for_each(|plain| take(at, end, plain));
        }
    }
    take(text.len(), text.len(), ' ');
}

/// A letter in small, without its accents: `É` is `e`, `ﬁ` is `fi`, `𝓪` is `a`.
fn plain_letters(letter: char) -> impl Iterator<Item = char> {
    let parts = std::iter::once(letter).nfkd().filter(|part| !is_accent(*part));
    parts.flat_map(char::to_lowercase).filter(|part| !is_accent(*part))
}

/// Signs over and under Latin, Greek and Cyrillic letters. Those of other scripts are letters to their readers.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}') && is_combining_mark(letter)
}

/// Apostrophes are dropped, so that they may be left out.
fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '＇' | '\u{200b}'..='\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::{words, words_at};

    #[test]
    fn quotes_case_accents_and_spaces_make_no_difference() {
        assert_eq!(words("  My “Mëssage”\n WON’T\tsend!! "), ["my", "message", "wont", "send"]);
        assert_eq!(words("won't"), words("WON’T"));
        assert_eq!(words("Ｃａｎ’ｔ 𝓭𝓶"), ["cant", "dm"]);
        assert!(words("… 👍🏽").is_empty(), "neither dots nor pictures are words");
    }

    #[test]
    fn a_word_keeps_its_place_whatever_its_script() {
        let text = "İt won’t ΣΟΦΟΣ – fi e\u{301}t";
        let found: Vec<(&str, String)> = words_at(text).into_iter().map(|(at, word)| (&text[at], word)).collect();
        let pairs: Vec<(&str, &str)> = found.iter().map(|(at, word)| (*at, word.as_str())).collect();
        assert_eq!(pairs, [("İt", "it"), ("won’t", "wont"), ("ΣΟΦΟΣ", "σοφοσ"), ("fi", "fi"), ("e\u{301}t", "et")]);
    }
}
