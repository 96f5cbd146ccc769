//! Text as it is compared: lower case, plain apostrophes, words parted by single spaces.

/// Folds a text for comparing. Letters and digits of every script stay, everything else parts words;
/// apostrophes are dropped, so that “won’t”, “won't” and “wont” are one word.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !matches!(c, '\'' | '’' | '‘' | 'ʼ') && !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn quotes_case_and_spaces_make_no_difference() {
        assert_eq!(fold("  My “Message”\n WON’T\tsend!! "), "my message wont send");
        assert_eq!(fold("won't"), fold("WON’T"));
        assert_eq!(fold("…"), "");
    }
}
