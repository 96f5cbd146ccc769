//! A mistake in the content: what is wrong, where, and how to mend it, in words for whoever writes the content.

use std::fmt;

use super::layer::LayerName;

/// A mistake that somebody can mend.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mistake {
    /// What is wrong, in a sentence that starts small and has no full stop: it follows the place.
    pub what: String,
    /// Which layer it is in, where the guide comes from layers.
    pub layer: Option<LayerName>,
    /// Where in it, unless it is in no file, such as a file that is missing.
    pub place: Option<Place>,
    /// How to mend it, as a sentence.
    pub mend: String,
}

/// A place in a file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// The path relative to `content/`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1; one past the end of the line where something is missing there.
    pub column: usize,
    /// The line itself.
    pub text: String,
    /// How many characters the caret line underlines, at least 1.
    pub width: usize,
}

/// Lines longer than this are cut around the caret.
const LINE_LIMIT: usize = 120;

impl Mistake {
    /// A mistake that has no place in a file.
    pub fn nowhere(what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { what: what.into(), layer: None, place: None, mend: mend.into() }
    }

    /// The same, in this layer, unless it is known to be in another.
    #[must_use]
    pub fn in_layer(mut self, layer: &LayerName) -> Self {
        self.layer.get_or_insert_with(|| layer.clone());
        self
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, place, mend, layer: _ } = self;
        if let Some(place) = place {
            let Place { file, line, column, .. } = place;
            writeln!(f, "{}:{line}:{column}: {}", visible(file), visible(what))?;
            let (text, caret) = place.excerpt();
            writeln!(f, "{text}\n{caret}")?;
        } else {
            writeln!(f, "{}", visible(what))?;
        }
        f.write_str(&visible(mend))
    }
}

impl Place {
    /// The line in three parts, cut where it is long: before the place, the place, after it.
    pub fn parts(&self) -> (String, String, String) {
        let (text, caret) = self.excerpt();
        let before = caret.chars().take_while(|c| *c != '^').count();
        let marked = caret.chars().count() - before;
        let part = |from: usize, count: usize| text.chars().skip(from).take(count).collect();
        // Where something is missing at the end of the line, a blank is marked.
        let mut place: String = part(before, marked);
        if place.is_empty() {
            place.push(' ');
        }
        (part(0, before), place, part(before + marked, usize::MAX))
    }

    /// The line, cut where it is long, and the line of carets under it. Nothing in them can steer a terminal.
    fn excerpt(&self) -> (String, String) {
        let before = self.column.saturating_sub(1);
        let from = if before > LINE_LIMIT * 2 / 3 { before - LINE_LIMIT / 2 } else { 0 };
        let shown: String = self.text.chars().skip(from).take(LINE_LIMIT).collect();
        let mut caret: String = shown.chars().take(before - from).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        let room = shown.chars().count().saturating_sub(before - from).max(1);
        caret.push_str(&"^".repeat(self.width.clamp(1, room)));
        (visible(&shown), caret)
    }
}

/// The text with `�` in place of everything that would not be seen as it is written.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c != '\t' && is_hidden(c) { '\u{FFFD}' } else { c }).collect()
}

/// Is this a character that a reader does not see, or that turns the writing direction?
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, column: usize, width: usize) -> Mistake {
        let place = Place { file: "topics/age.ron".to_owned(), line: 12, column, text: text.to_owned(), width };
        Mistake { what: "this is wrong".to_owned(), layer: None, place: Some(place), mend: "Mend it.".to_owned() }
    }

    #[test]
    fn a_mistake_shows_its_line_and_a_caret() {
        let shown = at("    icon: Cak,", 11, 3).to_string();
        assert_eq!(shown, "topics/age.ron:12:11: this is wrong\n    icon: Cak,\n          ^^^\nMend it.");
    }

    #[test]
    fn a_long_line_is_cut_around_the_caret() {
        let shown = at(&format!("{}here{}", "x".repeat(5000), "y".repeat(5000)), 5001, 4).to_string();
        let lines: Vec<&str> = shown.lines().collect();
        assert!(lines[1].chars().count() <= LINE_LIMIT, "{shown}");
        assert_eq!(lines[1].find("here"), lines[2].find('^'), "{shown}");
    }

    #[test]
    fn nothing_in_a_line_can_steer_a_terminal() {
        let shown = at("\u{1b}[2J\u{202E}", 1, 99).to_string();
        assert!(!shown.contains(['\u{1b}', '\u{202E}']), "{shown:?}");
    }
}
