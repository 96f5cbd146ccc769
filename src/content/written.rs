//! A file as text: from byte offsets to lines and columns.

use std::ops::Range;

use super::{
    folder::LARGEST_FILE,
    mistake::{Mistake, Place},
    patch::{self, Patch},
};

/// The longest line, in bytes. It bounds what a list of mistakes can weigh.
const LONGEST_LINE: usize = 20_000;

/// The text of a file.
pub(super) struct Written {
    /// The path relative to `content/`.
    pub(super) file: String,
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// Where each line starts.
    starts: Vec<usize>,
    /// From which layers' files it was put together, if it was.
    patches: Vec<Patch>,
}

impl Written {
    /// The text, or why it can't be read.
    pub(super) fn new(file: &str, bytes: &[u8], patches: &[Patch]) -> Result<Self, Box<Mistake>> {
        let in_layer = |mistake: Box<Mistake>| match patches.first() {
            Some(patch) => Box::new(mistake.in_layer(&patch.of.layer)),
            None => mistake,
        };
        let written = Self::read(file, bytes).map_err(in_layer)?;
        Ok(Self { patches: patches.to_vec(), ..written })
    }

    fn read(file: &str, bytes: &[u8]) -> Result<Self, Box<Mistake>> {
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(Box::new(Mistake::nowhere(super::folder::too_large(file), super::folder::TOO_LARGE_MEND)));
        }
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        match str::from_utf8(bytes) {
            Ok(text) => Self::of(file, text.to_owned()).with_short_lines(),
            Err(error) => {
                let written = Self::of(file, String::from_utf8_lossy(bytes).into_owned());
                // Up to the first bad byte the lossy text is the same as the bytes.
                let at = error.valid_up_to();
                Err(Box::new(Mistake {
                    layer: None,
                    what: "the file is not saved as UTF-8: this can’t be read".to_owned(),
                    place: Some(written.place(at..at + 1)),
                    mend: "Save the file again with the encoding “UTF-8”.".to_owned(),
                }))
            }
        }
    }

    fn of(file: &str, text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file: file.to_owned(), text, starts, patches: Vec::new() }
    }

    fn with_short_lines(self) -> Result<Self, Box<Mistake>> {
        let ends = self.starts.iter().skip(1).copied().chain([self.text.len()]);
        let Some((start, _)) = self.starts.iter().zip(ends).find(|(start, end)| end - *start > LONGEST_LINE) else {
            return Ok(self);
        };
        Err(Box::new(Mistake {
            layer: None,
            what: format!("this line is longer than {LONGEST_LINE} characters, and the file was not read"),
            place: Some(self.place(*start..start + 1)),
            mend: "Break the line.".to_owned(),
        }))
    }

    /// A mistake at these bytes, in the file of the layer that they come from.
    pub(super) fn mistake(&self, range: Range<usize>, what: String, mend: String) -> Mistake {
        let Some(patch) = patch::at(&self.patches, range.start) else {
            return Mistake { what, layer: None, place: Some(self.place(range)), mend };
        };
        let there = Self::of(&self.file, patch.of.text.clone());
        let place = there.place(patch.there(range.start)..patch.there(range.end));
        Mistake { what, layer: Some(patch.of.layer.clone()), place: Some(place), mend }
    }

    /// The place of these bytes. Only their first line is underlined.
    fn place(&self, range: Range<usize>) -> Place {
        let line = self.starts.partition_point(|start| *start <= range.start).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        let text = rest.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let chars_up_to = |offset: usize| {
            let bytes = offset.saturating_sub(start).min(text.len());
            text.char_indices().take_while(|(at, _)| *at < bytes).count()
        };
        let before = chars_up_to(range.start);
        let width = chars_up_to(range.end).saturating_sub(before).max(1);
        Place { file: self.file.clone(), line, column: before + 1, text: text.to_owned(), width }
    }

    /// The bytes at this range.
    pub(super) fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The number of the line in which this byte lies.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    /// The number of its line in the file of the layer that it comes from.
    pub(super) fn told_line(&self, at: usize) -> usize {
        let there = |patch: &Patch| Self::of(&self.file, patch.of.text.clone()).line(patch.there(at));
        patch::at(&self.patches, at).map_or_else(|| self.line(at), there)
    }

    /// Where ron's line and column lie, in bytes. Its columns count characters and its lines end at `\n`.
    pub(super) fn offset(piece: &str, line: usize, column: usize) -> usize {
        let start: usize = piece.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = piece.get(start..).unwrap_or_default();
        start + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
    }
}
