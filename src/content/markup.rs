//! The one piece of markup in the texts: `**label**` marks words as they stand on the phone.

/// A stretch of a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Span<'text> {
    /// The words, without the marks; never empty.
    pub text: &'text str,
    /// Do they stand between marks?
    pub bold: bool,
}

/// The mark that opens and closes a label.
pub(super) const MARK: &str = "**";

/// The stretches of a text in order. A mark without a partner is left in the text as it is.
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut push = |text, bold| {
        if !str::is_empty(text) {
            spans.push(Span { text, bold });
        }
    };
    let mut rest = text;
    while let Some((before, label, after)) = next_label(rest) {
        push(before, false);
        push(label, true);
        rest = after;
    }
    push(rest, false);
    spans
}

/// The text without its marks, for places that show no bold and for comparing.
pub fn plain(text: &str) -> String {
    spans(text).into_iter().map(|span| span.text).collect()
}

fn next_label(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(MARK)?;
    let (label, after) = rest.split_once(MARK)?;
    Some((before, label, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_the_words_around_them() {
        let spans = spans("Tap **Menu** ☰, then **Settings**.");
        let shown: Vec<_> = spans.iter().map(|span| (span.text, span.bold)).collect();
        assert_eq!(shown, [("Tap ", false), ("Menu", true), (" ☰, then ", false), ("Settings", true), (".", false)]);
    }

    #[test]
    fn a_mark_without_a_partner_stays_in_the_text() {
        assert_eq!(plain("a **b** c ** d"), "a b c ** d");
        assert_eq!(spans(""), []);
        assert_eq!(spans("****"), []);
    }
}
