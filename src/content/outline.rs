//! The brackets, fields and texts of a file as a tree with places, also where the file is broken.
//!
//! ron stops at the first error; this reader goes on, so that a writer sees all mistakes at once.
//! It is iterative and keeps its nodes in one list, so that no nesting can exhaust the stack.

use std::ops::Range;

use super::reader::Reader;

/// What is wrong in a stretch of a file.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) range: Range<usize>,
    pub(super) what: String,
    pub(super) mend: String,
    /// Does the form of a value not fit? That may follow from a bracket that is missing.
    pub(super) is_misfit: bool,
}

impl Fault {
    pub(super) fn new(range: Range<usize>, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { range, what: what.into(), mend: mend.into(), is_misfit: false }
    }
}

/// Which node of an outline.
pub(super) type NodeId = usize;

/// A value in a file.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    /// From the name before the bracket to the closing bracket.
    pub(super) range: Range<usize>,
    /// The opening bracket with its name, or the value itself.
    pub(super) head: Range<usize>,
    /// The name before the bracket: `Tap` in `Tap(…)`.
    pub(super) name: Option<Range<usize>>,
    pub(super) children: Vec<Child>,
    pub(super) parent: Option<NodeId>,
    /// Is something wrong here, so that the value can't be trusted?
    pub(super) is_broken: bool,
    /// May fields have got lost in it, so that nobody should call them missing?
    pub(super) is_torn: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum NodeKind {
    Text { inner: Range<usize>, raw: bool },
    Word,
    Group,
    List,
    Map,
}

/// A value in a bracket.
#[derive(Clone, Debug)]
pub(super) struct Child {
    pub(super) field: Option<Range<usize>>,
    pub(super) node: NodeId,
}

/// A file's tree. The first node is the root; a node comes before those in it.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) nodes: Vec<Node>,
    pub(super) faults: Vec<Fault>,
    /// Where brackets or quotes do not match. What seems wrong in the same line may only follow from it.
    pub(super) tears: Vec<usize>,
}

impl Outline {
    /// Reads a file.
    pub(super) fn read(text: &str) -> Self {
        Reader::read(text)
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id)
    }

    pub(super) fn break_node(&mut self, id: NodeId) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.is_broken = true;
        }
    }

    /// For each node: is it broken, or anything in it?
    pub(super) fn tainted(&self) -> Vec<bool> {
        let mut tainted: Vec<bool> = self.nodes.iter().map(|node| node.is_broken).collect();
        for (id, node) in self.nodes.iter().enumerate().rev() {
            if let (Some(true), Some(parent)) = (tainted.get(id).copied(), node.parent)
                && let Some(flag) = tainted.get_mut(parent)
            {
                *flag = true;
            }
        }
        tainted
    }
}
