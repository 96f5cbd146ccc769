//! Text as it is compared: lower case, plain apostrophes, words parted by single spaces.

use std::ops::Range;

/// Folds a text for comparing. Letters and digits of every script stay, everything else parts words;
/// apostrophes are dropped, so that “won’t”, “won't” and “wont” are one word.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !is_apostrophe(c) && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Apostrophes are dropped, so that they may be left out.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// Longer queries are cut: nobody types more, and a pasted page must not slow the window down.
const MAX_QUERY_CHARS: usize = 4_000;
/// A query word after this many is left out.
const MAX_QUERY_WORDS: usize = 40;

/// The words of a query, folded, each once.
pub fn query_words(query: &str) -> Vec<String> {
    let cut: String = query.chars().take(MAX_QUERY_CHARS).collect();
    let mut words: Vec<String> = Vec::new();
    for word in fold(&cut).split(' ').filter(|word| !word.is_empty()) {
        if words.len() < MAX_QUERY_WORDS && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Where the words of a query stand in a text, in order and apart from one another, as byte ranges.
pub fn matches(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut folded = String::new();
    let mut origin = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| !is_apostrophe(*c)) {
        let lower: String = c.to_lowercase().collect();
        origin.extend(std::iter::repeat_n(at..at + c.len_utf8(), lower.len()));
        folded.push_str(&lower);
    }
    let mut found: Vec<Range<usize>> = words
        .iter()
        .flat_map(|word| folded.match_indices(word.as_str()).map(|(at, word)| (at, at + word.len())))
        .filter_map(|(start, end)| Some(origin.get(start)?.start..origin.get(end - 1)?.end))
        .collect();
    found.sort_by_key(|range| (range.start, usize::MAX - range.end));
    let mut last_end = 0;
    found.retain(|range| {
        let apart = range.start >= last_end;
        if apart {
            last_end = range.end;
        }
        apart
    });
    found
}

#[cfg(test)]
mod tests {
    use super::{fold, matches, query_words};

    #[test]
    fn matches_are_found_in_order_whatever_their_case_and_script() {
        let text = "İs it ΣΟΦΟΣ? Follow, follow";
        let words: Vec<&str> = matches(text, &query_words("follow it")).into_iter().map(|range| &text[range]).collect();
        assert_eq!(words, ["it", "Follow", "follow"]);
        assert!(matches(text, &[]).is_empty(), "an empty filter marks nothing");
    }

    #[test]
    fn a_word_is_marked_with_the_apostrophe_that_was_left_out() {
        let found = matches("It won’t send", &query_words("wont"));
        assert_eq!(found.iter().map(|range| &"It won’t send"[range.clone()]).collect::<Vec<_>>(), ["won’t"]);
    }

    #[test]
    fn overlapping_matches_are_marked_once() {
        assert_eq!(matches("aaaa", &query_words("aa a")), [0..2, 2..4]);
    }

    #[test]
    fn quotes_case_and_spaces_make_no_difference() {
        assert_eq!(fold("  My “Message”\n WON’T\tsend!! "), "my message wont send");
        assert_eq!(fold("won't"), fold("WON’T"));
        assert_eq!(fold("…"), "");
    }
}
