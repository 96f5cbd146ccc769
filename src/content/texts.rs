//! What a text in quotes says: escapes resolved, with the way back to its place in the file.

use std::ops::Range;

use super::outline::Fault;

/// A text as it is meant.
pub(super) struct Text {
    pub(super) value: String,
    /// Where the text starts in the file, behind its quote.
    start: usize,
    /// For each byte of the value its byte in the file, where the two differ.
    map: Option<Vec<usize>>,
}

impl Text {
    /// Resolves a text's escapes.
    pub(super) fn read(file: &str, inner: &Range<usize>, raw: bool) -> Result<Self, Fault> {
        let source = file.get(inner.clone()).unwrap_or_default();
        let start = inner.start;
        if raw || !source.contains('\\') {
            return Ok(Self { value: source.to_owned(), start, map: None });
        }
        let (mut value, mut map, mut at) = (String::new(), Vec::new(), 0);
        while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
            let (c, length) = if c == '\\' { escape(source, start, at)? } else { (c, c.len_utf8()) };
            value.push(c);
            map.resize(value.len(), start + at);
            at += length;
        }
        Ok(Self { value, start, map: Some(map) })
    }

    /// Where these bytes of the value stand in the file.
    pub(super) fn in_file(&self, range: Range<usize>) -> Range<usize> {
        let find = |at: usize| match &self.map {
            Some(map) => map.get(at).or_else(|| map.last()).copied().unwrap_or(self.start),
            None => self.start + at,
        };
        let from = find(range.start);
        from..find(range.end).max(from + 1)
    }
}

/// The character that the escape here stands for, and how long the escape is.
fn escape(source: &str, start: usize, at: usize) -> Result<(char, usize), Fault> {
    let rest = source.get(at + 1..).unwrap_or_default();
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    let found = match rest.chars().next() {
        Some('n') => Some(('\n', 2)),
        Some('r') => Some(('\r', 2)),
        Some('t') => Some(('\t', 2)),
        Some('0') => Some(('\0', 2)),
        Some(c @ ('\\' | '\'' | '"')) => Some((c, 2)),
        Some('x') => rest.get(1..3).and_then(code).map(|c| (c, 4)),
        Some('u') => rest
            .strip_prefix("u{")
            .and_then(|rest| rest.split_once('}'))
            .filter(|(digits, _)| (1..=6).contains(&digits.len()))
            .and_then(|(digits, _)| code(digits).map(|c| (c, digits.len() + 4))),
        _ => None,
    };
    found.ok_or_else(|| {
        let next = rest.chars().next().map_or(0, char::len_utf8);
        let range = start + at..start + at + 1 + next;
        let shown = source.get(at..at + 1 + next).unwrap_or("\\");
        Fault::new(range, format!("{shown} means nothing inside a text"), "For a backslash write two: \\\\.")
    })
}
