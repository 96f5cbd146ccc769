//! How texts are written: what can't be seen, what would look wrong in the window, what the house style forbids.

use std::ops::Range;

use super::{markup::MARK, mistake::is_hidden, outline::Fault, texts::Text};

/// The longest text, in characters.
const LONGEST: usize = 1_000;

/// Everything wrong with a text: of ours, or (`is_prose` false) kept as somebody else wrote it.
pub(super) fn faults(text: &Text, whole: &Range<usize>, is_prose: bool) -> Vec<Fault> {
    let value = text.value.as_str();
    if value.trim().is_empty() {
        let mend = "Write the text, or take the field away where it may be left out.";
        return vec![Fault::new(whole.clone(), "this text is empty", mend)];
    }
    let mut faults = Vec::new();
    let mut fault = |range: Range<usize>, what: &str, mend: &str| {
        faults.push(Fault::new(text.in_file(range), what, mend));
    };
    ends(value, &mut fault);
    if let Some((at, c)) = value.char_indices().find(|(_, c)| is_hidden(*c)) {
        let what = match c {
            '\t' => "a tab stands inside this text".to_owned(),
            '\n' | '\r' => "a line break stands inside this text".to_owned(),
            _ => format!("an invisible character (U+{:04X}) stands inside this text", u32::from(c)),
        };
        fault(at..at + c.len_utf8(), &what, "Write a plain space in its place, or nothing.");
    }
    let length = value.chars().count();
    if length > LONGEST {
        let what = format!("this text has {length} characters; {LONGEST} are the most");
        fault(0..1, &what, "Split it, or say it more briefly.");
    }
    if is_prose {
        style(value, &mut fault);
    }
    faults
}

fn ends(value: &str, fault: &mut impl FnMut(Range<usize>, &str, &str)) {
    let mend = "Take the space away.";
    let start = value.len() - value.trim_start().len();
    if start > 0 {
        fault(0..start, "a space stands at the start of this text", mend);
    }
    let end = value.trim_end().len();
    if end < value.len() {
        fault(end..value.len(), "a space stands at the end of this text", mend);
    }
}

fn style(value: &str, fault: &mut impl FnMut(Range<usize>, &str, &str)) {
    if let Some(at) = value.find('"') {
        fault(at..at + 1, "a straight quote stands inside this text", "Write “ before the words and ” after them.");
    }
    if let Some(at) = value.find("...") {
        fault(at..at + 3, "three dots stand inside this text", "Write the one character … instead.");
    }
    if value.matches(MARK).count() % 2 == 1 {
        let at = value.rfind(MARK).unwrap_or_default();
        fault(at..at + MARK.len(), "the mark ** has no partner", "Put ** before and after the words, or take it away.");
    } else if let Some(at) = value.find("****") {
        fault(at..at + 4, "nothing stands between these marks", "Take the marks away.");
    }
    if let Some(range) = path_sign(value) {
        fault(
            range,
            "this looks like a path through the settings",
            "Make each tap a step: Tap(screen: …, item: …). Paths are drawn from the steps.",
        );
    }
}

/// The sign between two words of a settings path.
fn path_sign(value: &str) -> Option<Range<usize>> {
    let is_between = |at: usize, length: usize| {
        let ends_in_word = |text: &str| text.trim_end().ends_with(|c: char| c.is_alphanumeric() || "*”.☰".contains(c));
        let starts_with_word =
            |text: &str| text.trim_start().starts_with(|c: char| c.is_alphanumeric() || "*“☰".contains(c));
        value.get(..at).is_some_and(ends_in_word) && value.get(at + length..).is_some_and(starts_with_word)
    };
    let arrow = value.match_indices(" > ").map(|(at, _)| (at + 1, 1));
    let angle = value.match_indices('›').map(|(at, sign)| (at, sign.len()));
    arrow.chain(angle).find(|(at, length)| is_between(*at, *length)).map(|(at, length)| at..at + length)
}
