//! Brackets that do not match: which one was left out, so that the rest of the file can still be read?

use std::ops::Range;

use super::{Reader, closing};
use crate::content::outline::{NodeId, NodeKind};

impl Reader<'_> {
    /// A field can't stand in a list, so a list that is open there lacks its bracket.
    pub(super) fn leave_lists(&mut self, field: &Range<usize>) {
        if self.lacks_bracket(field) {
            let at = field.start..field.start;
            self.fault(field.clone(), "a `(` is missing before this", "Put a ( before the entry.");
            self.opens('(', None, at);
            self.tear(field.start);
            return;
        }
        if self.open.iter().any(|frame| frame.bracket == '(') {
            while self.open.last().is_some_and(|frame| frame.bracket != '(') {
                self.never_closed();
            }
            // Nor can a field stand in a pair of values, such as a citation.
            while self.open.len() > 2
                && self.open.last().is_some_and(|frame| !frame.has_fields && frame.wants_comma)
                && self.open.iter().rev().skip(1).any(|frame| frame.has_fields)
            {
                self.never_closed();
                while self.open.len() > 1 && self.open.last().is_some_and(|frame| frame.bracket != '(') {
                    self.never_closed();
                }
            }
        }
    }

    /// Does this field, in a list, start an entry that lacks its bracket? Else the list lacks its end.
    pub(super) fn lacks_bracket(&self, field: &Range<usize>) -> bool {
        let Some(list) = self.open.last().filter(|frame| frame.bracket == '[' && !frame.wants_comma) else {
            return false;
        };
        let Some(node) = self.outline.node(list.node) else { return false };
        let Some(last) = node.children.last().and_then(|child| self.outline.node(child.node)) else { return true };
        let is_entry = last.children.iter().any(|child| child.field.is_some());
        is_entry && self.indent(field.start) > self.indent(node.head.start)
    }

    /// How far the line of this byte is indented.
    pub(super) fn indent(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.len() - line.trim_start().len()
    }

    /// Closes the innermost bracket for the writer.
    pub(super) fn never_closed(&mut self) {
        let Some(frame) = self.open.pop() else { return };
        let Some(node) = self.outline.nodes.get_mut(frame.node) else { return };
        node.is_broken = true;
        node.is_torn = true;
        let bracket = frame.bracket;
        let at = node.head.end.saturating_sub(1)..node.head.end;
        let close = closing(bracket);
        self.outline.tears.push(at.start);
        self.fault(at, format!("this `{bracket}` is never closed"), format!("Put a `{close}` where it ends."));
    }

    /// `(` without a field's name, where fields have names: the bracket before it lacks its end.
    pub(super) fn leave_unnamed(&mut self) {
        let Some([.., list, frame]) = self.open.get(..).filter(|open| open.len() > 1) else { return };
        if list.bracket == '['
            && frame.bracket == '('
            && frame.has_fields
            && frame.field.is_none()
            && !self.ends_in_citation(frame.node)
        {
            let had_comma = !frame.wants_comma;
            self.never_closed();
            if let Some(list) = self.open.last_mut().filter(|_| had_comma) {
                list.wants_comma = false;
            }
        }
    }

    /// A value without a name after a field with one: the field’s values lack their `[`.
    pub(super) fn want_field(&mut self) {
        let Some(frame) = self.open.last_mut() else { return };
        if frame.bracket == '(' && frame.has_fields && frame.field.is_none() && !frame.lacks_list {
            frame.lacks_list = true;
            let parent = frame.node;
            self.lacks_list(parent);
        }
    }

    pub(super) fn lacks_list(&mut self, parent: NodeId) {
        let last = self.outline.node(parent).and_then(|node| node.children.last()).map(|child| child.node);
        if let Some((id, node)) = last.and_then(|id| Some((id, self.outline.node(id)?))) {
            let head = node.head.clone();
            self.fault(head, "a `[` is missing before this", "Put a list into [ and ].");
            self.outline.break_node(id);
        }
    }

    /// Are the bracket's last value values without names, as in a citation?
    pub(super) fn ends_in_citation(&self, parent: NodeId) -> bool {
        let last = self.outline.node(parent).and_then(|node| self.outline.node(node.children.last()?.node));
        last.is_some_and(|last| {
            last.kind == NodeKind::Group
                && last.name.is_none()
                && last.children.iter().all(|child| child.field.is_none())
        })
    }

    /// Does this `]` end a list whose `[` was left out?
    pub(super) fn ends_list_without_start(&mut self) -> bool {
        let Some(frame) =
            self.open.last_mut().filter(|frame| frame.bracket == '(' && frame.has_fields && frame.wants_comma)
        else {
            return false;
        };
        if frame.lacks_list {
            frame.lacks_list = false;
            frame.wants_comma = true;
            return true;
        }
        let parent = frame.node;
        let is_citation = self.ends_in_citation(parent);
        if is_citation {
            self.lacks_list(parent);
        }
        is_citation
    }

    /// The file ends with brackets open. Only the outermost is named: the others follow from it.
    pub(super) fn cut_off(&mut self) {
        let end = self.text.trim_end().len();
        let start = self.text.get(..end).and_then(|text| text.chars().next_back()).map_or(end, |c| end - c.len_utf8());
        let innermost = self.open.last().and_then(|frame| self.outline.nodes.get(frame.node));
        let line =
            innermost.map_or(1, |node| 1 + self.text.get(..node.head.start).unwrap_or_default().matches('\n').count());
        let bracket = self.open.last().map_or('(', |frame| frame.bracket);
        let what = format!("the file ends here, but the `{bracket}` of line {line} is still open");
        self.fault(
            start..end,
            what,
            format!("Put a `{}` where it belongs, or bring back what was cut off.", closing(bracket)),
        );
        self.leave_all();
    }

    /// Gives up on whatever is open.
    pub(super) fn leave_all(&mut self) {
        while !self.open.is_empty() {
            self.tear_node();
            self.open.pop();
        }
    }
}
