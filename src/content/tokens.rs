//! The words and signs of a file. Never fails: where a text is quoted badly it guesses what was meant, and says so.

use std::ops::Range;

/// A sign, a word or a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    Comma,
    Colon,
    /// A name or a number.
    Word,
    /// A text: what stands between its quotes, whether it is raw, and what is wrong with the quotes.
    Text {
        inner: Range<usize>,
        raw: bool,
        fault: Option<QuoteFault>,
    },
    /// Something that has no place outside a text.
    Odd(char),
    /// `/*` without its `*/`.
    OpenComment,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum QuoteFault {
    /// The text starts with this sign.
    Start(char),
    /// The text ends with this sign.
    End(char),
    /// No quote ends the text.
    Open,
    /// A straight quote stands in the text, here.
    Inside(usize),
}

/// Quotes that are none for the reader of the files.
const WRONG_QUOTES: &str = "“”„‟«»‘’‚‛'`″";

/// Cuts a text into tokens, from the first on.
pub(super) struct Tokens<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Tokens<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'text str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next token; `End` for ever at the end.
    pub(super) fn next(&mut self) -> Token {
        let start = match self.skip_blank() {
            Ok(()) => self.at,
            Err(comment) => {
                self.at = self.text.len();
                return Token { kind: TokenKind::OpenComment, range: comment..comment + 2 };
            }
        };
        let Some(first) = self.rest().chars().next() else {
            return Token { kind: TokenKind::End, range: start..start };
        };
        let one = start + first.len_utf8();
        let (kind, end) = match first {
            '(' | '[' | '{' => (TokenKind::Open(first), one),
            ')' | ']' | '}' => (TokenKind::Close(first), one),
            ',' => (TokenKind::Comma, one),
            ':' => (TokenKind::Colon, one),
            '"' => self.text_from(start),
            'r' if self.raw_hashes().is_some() => self.raw_text(start),
            '#' if self.rest().starts_with("#![") => (TokenKind::Odd(first), start + self.end_of_attribute()),
            _ if WRONG_QUOTES.contains(first) => self.badly_quoted(start, first),
            _ if is_word(first) => (TokenKind::Word, start + leading(self.rest(), is_word)),
            _ => (TokenKind::Odd(first), one),
        };
        self.at = end;
        Token { kind, range: start..end }
    }

    /// Goes on behind a text that starts here without its quote; where it ends.
    pub(super) fn skip_unquoted(&mut self, start: usize) -> usize {
        let line = line_of(self.text, start);
        let quote =
            line.match_indices('"').map(|(at, _)| at + 1).find(|at| ends_value(line.get(*at..).unwrap_or_default()));
        let without = || line.trim_end_matches(|c: char| is_blank(c) || ",)]}".contains(c)).len();
        self.at = start + quote.unwrap_or_else(without).max(1);
        self.at
    }

    /// `#![enable(…)]` is one token.
    fn end_of_attribute(&self) -> usize {
        let line = line_of(self.text, self.at);
        line.find(']').map_or(line.len(), |at| at + 1)
    }

    /// Skips blanks and comments; the place of a comment that does not end.
    fn skip_blank(&mut self) -> Result<(), usize> {
        loop {
            self.at += leading(self.rest(), is_blank);
            if self.rest().starts_with("//") {
                self.at += leading(self.rest(), |c| c != '\n');
            } else if self.rest().starts_with("/*") {
                self.at = self.end_of_comment().ok_or(self.at)?;
            } else {
                return Ok(());
            }
        }
    }

    /// Comments of this kind lie in one another.
    fn end_of_comment(&self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let (mut at, mut depth) = (self.at, 0_usize);
        while let Some(pair) = bytes.get(at..at + 2) {
            match pair {
                b"/*" => depth += 1,
                b"*/" => depth -= 1,
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 2;
            if depth == 0 {
                return Some(at);
            }
        }
        None
    }

    fn text_from(&self, start: usize) -> (TokenKind, usize) {
        let Some(close) = closing_quote(self.text, start + 1) else { return self.open_text(start) };
        let inner = self.text.get(start + 1..close).unwrap_or_default();
        let after = self.text.get(close + 1..).unwrap_or_default();
        if let (false, Some(cut)) = (ends_value(after), swallowed_field(inner)) {
            return if inner.contains('\n') { self.open_text(start) } else { open_text_to(start, start + 1 + cut) };
        }
        if inner.contains('\n') && !ends_value(after) {
            return self.open_text(start);
        }
        let next = after.chars().next();
        if next.is_some_and(|c| !is_blank(c) && !",)]}:/\"".contains(c))
            && let Some(last) = last_quote_of_line(after)
        {
            let end = close + 1 + last;
            let fault = Some(QuoteFault::Inside(close));
            return (TokenKind::Text { inner: start + 1..end, raw: false, fault }, end + 1);
        }
        (TokenKind::Text { inner: start + 1..close, raw: false, fault: None }, close + 1)
    }

    /// A text that nothing ends is taken to end with its line.
    fn open_text(&self, start: usize) -> (TokenKind, usize) {
        let line = line_of(self.text, start);
        let kept = line.trim_end_matches(|c: char| is_blank(c) || ",)]}".contains(c));
        let end = (start + kept.len()).max(start + 1);
        match kept.chars().last() {
            Some(last) if kept.len() > 1 && WRONG_QUOTES.contains(last) => {
                let fault = Some(QuoteFault::End(last));
                (TokenKind::Text { inner: start + 1..end - last.len_utf8(), raw: false, fault }, end)
            }
            _ => open_text_to(start, end),
        }
    }

    fn raw_hashes(&self) -> Option<usize> {
        let rest = self.rest().strip_prefix('r')?;
        let hashes = leading(rest, |c| c == '#');
        rest.get(hashes..)?.starts_with('"').then_some(hashes)
    }

    fn raw_text(&self, start: usize) -> (TokenKind, usize) {
        let hashes = self.raw_hashes().unwrap_or_default();
        let inner = start + 2 + hashes;
        let close = format!("\"{}", "#".repeat(hashes));
        match self.text.get(inner..).and_then(|rest| rest.find(&close)) {
            Some(length) => {
                let end = inner + length;
                (TokenKind::Text { inner: inner..end, raw: true, fault: None }, end + close.len())
            }
            None => open_text_to(start, start + line_of(self.text, start).trim_end().len()),
        }
    }

    fn badly_quoted(&self, start: usize, quote: char) -> (TokenKind, usize) {
        let inner = start + quote.len_utf8();
        let line = line_of(self.text, inner);
        let is_quote = |c: char| c == '"' || WRONG_QUOTES.contains(c);
        let close = line
            .char_indices()
            .find(|(at, c)| is_quote(*c) && ends_value(line.get(at + c.len_utf8()..).unwrap_or_default()));
        let fault = Some(QuoteFault::Start(quote));
        if let Some((at, c)) = close {
            (TokenKind::Text { inner: inner..inner + at, raw: false, fault }, inner + at + c.len_utf8())
        } else {
            let end = inner + line.trim_end_matches(|c: char| is_blank(c) || ",)]}".contains(c)).len();
            (TokenKind::Text { inner: inner..end, raw: false, fault }, end)
        }
    }
}

fn open_text_to(start: usize, end: usize) -> (TokenKind, usize) {
    let inner = (start + 1).min(end)..end;
    (TokenKind::Text { inner, raw: false, fault: Some(QuoteFault::Open) }, end)
}

/// The next quote from here that no backslash guards.
fn closing_quote(text: &str, from: usize) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(from);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(at),
            b'\\' => _ = bytes.next(),
            _ => {}
        }
    }
    None
}

/// Where the text ends before `, field: ` or `, field: [(`, which shows that its own quote was left out.
fn swallowed_field(inner: &str) -> Option<usize> {
    let before = inner.trim_end_matches(|c: char| is_blank(c) || "([".contains(c)).strip_suffix(':')?;
    let name = before.len() - leading_back(before, |c| c.is_ascii_lowercase() || c == '_');
    let kept = before.get(..name)?.trim_end();
    (name < before.len()).then_some(())?;
    kept.ends_with(',').then(|| kept.trim_end_matches(|c: char| c == ',' || is_blank(c)).len())
}

/// Does what follows go on as it does after a value?
fn ends_value(after: &str) -> bool {
    let after = after.trim_start_matches(is_blank);
    after.is_empty()
        || after.starts_with([',', ')', ']', '}', ':'])
        || after.starts_with("//")
        || after.starts_with("/*")
}

/// The last quote of this line behind which a value can end.
fn last_quote_of_line(after: &str) -> Option<usize> {
    let line = line_of(after, 0);
    line.rmatch_indices('"').map(|(at, _)| at).find(|at| ends_value(line.get(at + 1..).unwrap_or_default()))
}

fn line_of(text: &str, from: usize) -> &str {
    let rest = text.get(from..).unwrap_or_default();
    rest.split('\n').next().unwrap_or_default()
}

fn leading(text: &str, is_wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_wanted(c)).unwrap_or(text.len())
}

fn leading_back(text: &str, is_wanted: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_end_matches(is_wanted).len()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || "_.+-".contains(c)
}

/// What ron takes for white space.
pub(super) fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let mut tokens = Tokens::new(text);
        std::iter::from_fn(|| Some(tokens.next()))
            .take_while(|token| token.kind != TokenKind::End)
            .map(|token| text[token.range].to_owned())
            .collect()
    }

    #[test]
    fn comments_and_brackets_in_texts_are_no_tokens() {
        assert_eq!(shown("/* ( /* \" */ */ a: \"(// \\\"\" // [\n,"), ["a", ":", "\"(// \\\"\"", ","]);
        assert_eq!(shown("r#\"a \" b\"#, r\"\\\""), ["r#\"a \" b\"#", ",", "r\"\\\""]);
    }

    #[test]
    fn a_text_without_its_quote_ends_with_its_line() {
        assert_eq!(shown("a: \"one,\n b: \"two\","), ["a", ":", "\"one", ",", "b", ":", "\"two\"", ","]);
        assert_eq!(shown("(a: \"one, b: \"two\")"), ["(", "a", ":", "\"one", ",", "b", ":", "\"two\"", ")"]);
        assert_eq!(shown("a: \"one”,\n b: \"\","), ["a", ":", "\"one”", ",", "b", ":", "\"\"", ","]);
    }

    #[test]
    fn quotes_of_other_kinds_hold_a_text_together() {
        assert_eq!(shown("a: “one (two)”, b"), ["a", ":", "“one (two)”", ",", "b"]);
        assert_eq!(shown("a: \"say \"no\" now\", b"), ["a", ":", "\"say \"no\" now\"", ",", "b"]);
    }
}
