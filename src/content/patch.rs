//! A file put together from pieces of several layers' files, which remembers where each piece comes from.

use std::{ops::Range, sync::Arc};

use super::layer::LayerName;

/// A layer's file as it was read.
#[derive(Debug)]
pub(super) struct Original {
    pub(super) layer: LayerName,
    /// Without a byte order mark.
    pub(super) text: String,
}

/// A piece of an original. It reaches to the next one.
#[derive(Clone, Debug)]
pub(super) struct Patch {
    /// Where it begins in the whole.
    pub(super) at: usize,
    /// Where it begins in the original.
    pub(super) from: usize,
    pub(super) of: Arc<Original>,
}

impl Patch {
    /// A whole file.
    pub(super) fn whole(layer: &LayerName, text: String) -> Self {
        Self { at: 0, from: 0, of: Arc::new(Original { layer: layer.clone(), text }) }
    }

    /// The place in the original of a place in the whole.
    pub(super) fn there(&self, at: usize) -> usize {
        self.from + at.saturating_sub(self.at)
    }
}

/// The piece in which this place of the whole lies.
pub(super) fn at(patches: &[Patch], at: usize) -> Option<&Patch> {
    patches.get(..patches.partition_point(|patch| patch.at <= at))?.last()
}

/// Puts something else in the place of a stretch of text.
#[derive(Debug)]
pub(super) struct Edit {
    /// What goes.
    pub(super) range: Range<usize>,
    /// What stands before the new text.
    pub(super) lead: &'static str,
    /// The stretch of the other file that comes, if any does.
    pub(super) with: Option<Range<usize>>,
    /// What stands behind it.
    pub(super) tail: &'static str,
}

/// The text with all edits made, and where its pieces come from. Edits do not overlap.
pub(super) fn edited(
    text: &str,
    patches: &[Patch],
    mut edits: Vec<Edit>,
    other: &Arc<Original>,
) -> (String, Vec<Patch>) {
    edits.sort_by_key(|edit| edit.range.start);
    let (mut whole, mut pieces) = (String::new(), Vec::new());
    let mut done = 0;
    for Edit { range, lead, with, tail } in edits {
        copy(text, patches, done..range.start, &mut whole, &mut pieces);
        whole.push_str(lead);
        if let Some(with) = with {
            pieces.push(Patch { at: whole.len(), from: with.start, of: Arc::clone(other) });
            whole.push_str(other.text.get(with).unwrap_or_default());
        }
        whole.push_str(tail);
        done = range.end;
    }
    copy(text, patches, done..text.len(), &mut whole, &mut pieces);
    (whole, pieces)
}

fn copy(text: &str, patches: &[Patch], range: Range<usize>, whole: &mut String, pieces: &mut Vec<Patch>) {
    let first = at(patches, range.start).map(|patch| (range.start, patch));
    let inner = patches.iter().filter(|patch| range.start < patch.at && patch.at < range.end);
    for (start, patch) in first.into_iter().chain(inner.map(|patch| (patch.at, patch))) {
        let at = whole.len() + start - range.start;
        pieces.push(Patch { at, from: patch.there(start), of: Arc::clone(&patch.of) });
    }
    whole.push_str(text.get(range).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn original(layer: &str, text: &str) -> Patch {
        Patch::whole(&LayerName::Folder(layer.into()), text.to_owned())
    }

    /// The layer and the letter there from which each letter of the whole comes.
    fn whence(whole: &str, patches: &[Patch]) -> String {
        let letter = |place: usize| {
            let patch = at(patches, place)?;
            Some(format!("{}{} ", patch.of.layer, patch.of.text.get(patch.there(place)..)?.chars().next()?))
        };
        whole.char_indices().filter_map(|(place, _)| letter(place)).collect()
    }

    #[test]
    fn every_letter_knows_where_it_comes_from() {
        let (low, high, top) = (original("a", "12345"), original("b", "xyz"), original("c", "Q"));
        let edit = |range, with| Edit { range, lead: "", with: Some(with), tail: "" };
        let edits = vec![edit(4..5, 1..3), edit(1..2, 0..1)];
        let (text, patches) = edited("12345", &[low], edits, &high.of);
        assert_eq!(text, "1x34yz");
        assert_eq!(whence(&text, &patches), "a1 bx a3 a4 by bz ");
        let taken = Edit { range: 2..3, lead: "", with: None, tail: "" };
        let (text, patches) = edited(&text, &patches, vec![taken, edit(5..5, 0..1)], &top.of);
        assert_eq!(text, "1x4yQz");
        assert_eq!(whence(&text, &patches), "a1 bx a4 by cQ bz ");
    }
}
