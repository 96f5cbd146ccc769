//! One file on its way into the guide: its text, its outline, what is wrong in it, and the values that can be read.

use std::{collections::BTreeSet, ops::Range};

use ron::{Options, extensions::Extensions};
use serde::de::DeserializeOwned;

use super::{
    fit::{self, Extent, Facts},
    mistake::Mistake,
    outline::{Fault, Node, NodeId, NodeKind, Outline},
    ron_words,
    shape::Record,
    texts::Text,
    written::Written,
};

/// The most mistakes that are told of one file.
pub(super) const MOST_TOLD: usize = 100;

/// A file, read as far as it can be.
pub(super) struct Sheet {
    written: Written,
    pub(super) outline: Outline,
    /// What the file names, and what it calls by name.
    pub(super) facts: Facts,
    pub(super) faults: Vec<Fault>,
    /// For each node: is anything in it broken?
    tainted: Vec<bool>,
}

impl Sheet {
    /// Reads a file that has to be such a record, or some of its fields.
    pub(super) fn read(written: Written, record: &'static Record, extent: Extent) -> Self {
        let mut outline = Outline::read(&written.text);
        let mut faults = std::mem::take(&mut outline.faults);
        faults.extend(invisible(&written.text, &outline));
        let mut misfits = Vec::new();
        let facts = fit::fit(&written.text, &mut outline, record, extent, &mut misfits);
        let torn: BTreeSet<usize> = outline.tears.iter().map(|at| written.line(*at)).collect();
        misfits.retain(|misfit| !misfit.is_misfit || !torn.contains(&written.line(misfit.range.start)));
        faults.append(&mut misfits);
        let tainted = outline.tainted();
        Self { written, outline, facts, faults, tainted }
    }

    /// The path relative to `content/`.
    pub(super) fn file(&self) -> &str {
        &self.written.file
    }

    pub(super) fn fault(&mut self, range: Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.faults.push(Fault::new(range, what, mend));
    }

    /// The file's mistakes, from top to bottom.
    pub(super) fn mistakes(mut self) -> Vec<Mistake> {
        self.faults.sort_by_key(|fault| fault.range.start);
        self.faults.dedup_by(|a, b| a.range.start == b.range.start && a.what == b.what);
        let count = self.faults.len();
        let file = &self.written.file;
        let rest = (count > MOST_TOLD).then(|| {
            Mistake::nowhere(format!("{file} has {} more mistakes", count - MOST_TOLD), "Mend those above first.")
        });
        let told = self
            .faults
            .into_iter()
            .take(MOST_TOLD)
            .map(|Fault { range, what, mend, .. }| self.written.mistake(range, what, mend));
        told.chain(rest).collect()
    }

    /// The number of the line in which this byte lies, in the layer that it comes from.
    pub(super) fn line(&self, at: usize) -> usize {
        self.written.told_line(at)
    }

    /// The text as it was read.
    pub(super) fn whole_text(&self) -> &str {
        &self.written.text
    }

    /// What stands at these bytes.
    pub(super) fn slice(&self, range: &Range<usize>) -> &str {
        self.written.slice(range)
    }

    /// Is this value as it should be, with all that is in it?
    pub(super) fn is_sound(&self, id: NodeId) -> bool {
        self.tainted.get(id).is_some_and(|tainted| !tainted)
    }

    /// Is anything in the file broken?
    pub(super) fn is_tainted(&self) -> bool {
        self.tainted.first().copied().unwrap_or(true)
    }

    // ------------------------------------------------------- looking around

    /// The file's outermost bracket.
    pub(super) fn root(&self) -> Option<&Node> {
        self.outline.node(0).filter(|root| root.kind == NodeKind::Group)
    }

    /// The value of a field.
    pub(super) fn field(&self, node: &Node, name: &str) -> Option<&Node> {
        self.outline.node(self.field_id(node, name)?)
    }

    fn field_id(&self, node: &Node, name: &str) -> Option<NodeId> {
        let is_it =
            |field: &Option<Range<usize>>| field.as_ref().is_some_and(|field| self.written.slice(field) == name);
        node.children.iter().find(|child| is_it(&child.field)).map(|child| child.node)
    }

    /// The values in a bracket.
    pub(super) fn elements<'sheet>(&'sheet self, node: &'sheet Node) -> impl Iterator<Item = &'sheet Node> {
        node.children.iter().filter_map(|child| self.outline.node(child.node))
    }

    /// The elements of a field that is a list.
    pub(super) fn list<'sheet>(&'sheet self, node: &'sheet Node, name: &str) -> impl Iterator<Item = &'sheet Node> {
        self.field(node, name).into_iter().flat_map(|list| self.elements(list))
    }

    /// What a text says, and where.
    pub(super) fn text(&self, node: &Node) -> Option<(String, Range<usize>)> {
        let NodeKind::Text { inner, raw } = &node.kind else { return None };
        let text = Text::read(&self.written.text, inner, *raw).ok()?;
        Some((text.value, inner.clone()))
    }

    /// What a field's text says, and where.
    pub(super) fn text_of(&self, node: &Node, name: &str) -> Option<(String, Range<usize>)> {
        self.text(self.field(node, name)?)
    }

    /// A value as it is written: a word, or the name before a bracket.
    pub(super) fn word<'sheet>(&'sheet self, node: &'sheet Node) -> &'sheet str {
        self.written.slice(node.name.as_ref().unwrap_or(&node.head))
    }

    // -------------------------------------------------------------- reading

    /// The whole file.
    pub(super) fn whole<T: DeserializeOwned>(&mut self) -> Option<T> {
        self.root()?;
        self.piece(0)
    }

    /// A field of the file.
    pub(super) fn value<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let id = self.field_id(self.root()?, name)?;
        self.piece(id)
    }

    /// The elements of a list of the file, without those that have a mistake in them.
    pub(super) fn values<T: DeserializeOwned>(&mut self, name: &str, most: usize) -> Vec<T> {
        let ids: Vec<NodeId> = match self.root().and_then(|root| self.field(root, name)) {
            Some(list) if list.kind == NodeKind::List => {
                list.children.iter().map(|child| child.node).take(most).collect()
            }
            _ => return Vec::new(),
        };
        ids.into_iter().filter_map(|id| self.piece(id)).collect()
    }

    fn piece<T: DeserializeOwned>(&mut self, id: NodeId) -> Option<T> {
        let node = self.outline.node(id)?;
        if self.tainted.get(id).copied().unwrap_or(true) {
            return None;
        }
        let range = node.range.clone();
        let piece = self.written.slice(&range);
        let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        match options.from_str(piece) {
            Ok(value) => Some(value),
            Err(error) => {
                let span = &error.span;
                let at =
                    |position: &ron::error::Position| range.start + Written::offset(piece, position.line, position.col);
                let (start, end) = (at(&span.start), at(&span.end));
                let (what, mend) = ron_words::in_words(&error.code);
                self.fault(start..end.max(start + 1), what, mend);
                None
            }
        }
    }
}

/// Tabs and invisible characters outside the texts. The first is told of, since an editor sets them everywhere.
fn invisible(text: &str, outline: &Outline) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Some(at) = text.match_indices('\t').map(|(at, _)| at).find(|at| is_indent(text, *at)) {
        faults.push(Fault::new(at..at + 1, "a tab indents this line", "Indent with spaces: four for each bracket."));
    }
    let is_odd = |c: &char| !matches!(c, '\t' | '\n' | '\r') && super::mistake::is_hidden(*c);
    let is_in_text = |at: usize| {
        outline.nodes.iter().any(|node| matches!(&node.kind, NodeKind::Text { inner, .. } if inner.contains(&at)))
    };
    let mut odd = text.char_indices().filter(|(_, c)| is_odd(c)).take(MOST_TOLD);
    if let Some((at, c)) = odd.find(|(at, _)| !is_in_text(*at)) {
        let what = format!("an invisible character (U+{:04X}) stands here", u32::from(c));
        faults.push(Fault::new(at..at + c.len_utf8(), what, "Take it away: nobody can see what it does."));
    }
    faults
}

fn is_indent(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.chars().rev().find(|c| !matches!(c, ' ' | '\t')).is_none_or(|c| c == '\n')
}
