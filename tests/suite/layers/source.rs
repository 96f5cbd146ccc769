//! Rust source taken apart just far enough to look for names in it. Knows no rules.

/// A file taken apart: code without comments and texts, line for line as it was, and the texts with their lines.
#[derive(Default)]
pub(super) struct Source {
    pub(super) code: String,
    pub(super) texts: Vec<(usize, String)>,
}

impl Source {
    /// Takes a file apart.
    pub(super) fn read(text: &str) -> Self {
        let mut source = Self::default();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let taken = match next {
                '/' if rest.starts_with("//") => source.blank(&rest[..rest.find('\n').unwrap_or(rest.len())]),
                '/' if rest.starts_with("/*") => source.blank(&rest[..comment_end(rest)]),
                '"' => source.text(rest, 1, "\""),
                'r' if !source.code.ends_with(|before: char| before.is_alphanumeric() || before == '_') => {
                    match raw_text_start(rest) {
                        Some((start, end)) => source.text(rest, start, &end),
                        None => source.keep(next),
                    }
                }
                '\'' => match character_end(rest) {
                    Some(end) => source.blank(&rest[..end]),
                    None => source.keep(next),
                },
                _ => source.keep(next),
            };
            rest = &rest[taken..];
        }
        source
    }

    /// Keeps one character of code; returns its length.
    fn keep(&mut self, character: char) -> usize {
        self.code.push(character);
        character.len_utf8()
    }

    /// Leaves a piece out, all but its line ends; returns its length.
    fn blank(&mut self, piece: &str) -> usize {
        self.code.push(' ');
        self.code.extend(piece.chars().filter(|character| *character == '\n'));
        piece.len()
    }

    /// Sets a text aside that begins at `start` and runs to `end`; returns the length of it all.
    fn text(&mut self, rest: &str, start: usize, end: &str) -> usize {
        let inside = &rest[start..];
        let mut length = inside.len();
        let mut at = 0;
        while let Some(next) = inside[at..].chars().next() {
            if inside[at..].starts_with(end) {
                length = at;
                break;
            }
            let escape = if next == '\\' && start == 1 { inside[at + 1..].chars().next() } else { None };
            at += next.len_utf8() + escape.map_or(0, char::len_utf8);
        }
        self.texts.push((line(&self.code, self.code.len()), inside[..length].to_owned()));
        let whole = (start + length + end.len()).min(rest.len());
        self.blank(&rest[..whole])
    }
}

/// Where a comment ends that opens with `/*`; such comments nest.
fn comment_end(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(next) = rest[at..].chars().next() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += next.len_utf8();
        }
    }
    at
}

/// Where the words of a raw text begin, and what ends it.
fn raw_text_start(rest: &str) -> Option<(usize, String)> {
    let hashes = rest[1..].chars().take_while(|character| *character == '#').count();
    rest[1 + hashes..].starts_with('"').then(|| (hashes + 2, format!("\"{}", "#".repeat(hashes))))
}

/// Where a character in quotes ends; `None` for a lifetime.
fn character_end(rest: &str) -> Option<usize> {
    let mut characters = rest.char_indices().skip(1);
    let (_, first) = characters.next()?;
    if first == '\\' {
        let (escaped, _) = characters.next()?;
        return rest[escaped + 1..].find('\'').map(|at| escaped + 1 + at + 1);
    }
    characters.next().filter(|(_, second)| *second == '\'').map(|(at, _)| at + 1)
}

/// The code with every `#[cfg(test)] mod … { … }` blanked out.
pub(super) fn without_test_modules(code: &str) -> String {
    let mut kept = String::new();
    let mut rest = code;
    while let Some(start) = rest.find("#[cfg(test)]") {
        let module = &rest[start..];
        let end = match (module.find('{'), module.find(';')) {
            (Some(brace), semicolon) if semicolon.is_none_or(|semicolon| brace < semicolon) => block_end(module, brace),
            (_, Some(semicolon)) => semicolon + 1,
            _ => module.len(),
        };
        kept.push_str(&rest[..start]);
        kept.extend(module[..end].chars().filter(|character| *character == '\n'));
        rest = &module[end..];
    }
    kept.push_str(rest);
    kept
}

/// Where the block ends that opens at `brace`.
fn block_end(code: &str, brace: usize) -> usize {
    let mut depth = 0_usize;
    for (at, character) in code[brace..].char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 1 => return brace + at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// The number of the line that holds this byte.
pub(super) fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}
