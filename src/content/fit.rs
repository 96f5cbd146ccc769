//! Holds a file against the shape that it should have, and gathers the names in it on the way.

use std::{collections::BTreeSet, ops::Range};

use jiff::civil::Date;

use super::{
    colour::{ENOUGH, Ground, Rgb},
    outline::{Fault, Node, NodeId, NodeKind, Outline},
    shape::{Body, EVERYTHING, Field, Fill, Kind, Record, Thing},
    texts::Text,
    wording,
};

/// After so many mistakes the rest of a file is not looked at.
const MOST_FAULTS: usize = 500;

/// A name in a file.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) thing: Thing,
    pub(super) id: String,
    pub(super) range: Range<usize>,
    /// The list in which it has to be the only one of its kind.
    pub(super) list: NodeId,
}

/// What a file names.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Names that are given here.
    pub(super) ids: Vec<Name>,
    /// Names of what stands elsewhere.
    pub(super) refs: Vec<Name>,
    /// Things that were given a name here which can't be read: nobody should call links to them broken.
    pub(super) lost: BTreeSet<Thing>,
    /// Addresses.
    pub(super) urls: Vec<(String, Range<usize>)>,
    /// Addresses of contact lines.
    pub(super) contacts: Vec<(String, Range<usize>)>,
    /// Hosts.
    pub(super) hosts: Vec<(String, Range<usize>)>,
}

/// How much of a record a file has to hold.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Extent {
    /// All that is needed.
    Whole,
    /// Any of its fields: the rest stands in the layer below.
    Part,
}

/// Finds what does not fit, marks it as broken, and gathers the names.
pub(super) fn fit(
    text: &str,
    outline: &mut Outline,
    record: &'static Record,
    extent: Extent,
    faults: &mut Vec<Fault>,
) -> Facts {
    let mut fitting = Fitting { text, outline, extent, faults, broken: Vec::new(), facts: Facts::default() };
    if !fitting.outline.nodes.is_empty() {
        fitting.record(0, 0, record, None);
    }
    let Fitting { broken, facts, .. } = fitting;
    for id in broken {
        outline.break_node(id);
    }
    facts
}

struct Fitting<'a> {
    text: &'a str,
    outline: &'a Outline,
    extent: Extent,
    faults: &'a mut Vec<Fault>,
    broken: Vec<NodeId>,
    facts: Facts,
}

impl<'a> Fitting<'a> {
    fn node(&self, id: NodeId) -> Option<&'a Node> {
        self.outline.node(id)
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// A fault that spoils the value it lies in.
    fn broken(&mut self, id: NodeId, range: Range<usize>, what: impl Into<String>, mend: impl Into<String>) {
        self.broken.push(id);
        self.faults.push(Fault { is_misfit: true, ..Fault::new(range, what, mend) });
    }

    /// A value of this kind. The recursion follows the outline, which is not deep.
    fn value(&mut self, id: NodeId, list: NodeId, kind: &'static Kind) {
        let Some(node) = self.node(id) else { return };
        if self.faults.len() > MOST_FAULTS {
            // ron leaves out what is broken here; names that were not read must not make others look wrong.
            self.facts.lost.extend(EVERYTHING);
            return;
        }
        if node.is_broken && node.kind == NodeKind::Word {
            // The reader has told of it.
            self.broken.push(id);
            return;
        }
        match kind {
            Kind::Record(record) => self.record(id, list, record, None),
            Kind::List(of, fill, most) => self.list(id, node, of, *fill, *most),
            Kind::Tuple(called, kinds) => self.tuple(id, list, node, called, kinds),
            Kind::Variants(variants) => self.variant(id, list, node, variants),
            Kind::OneOf(words) => {
                if node.kind != NodeKind::Word || !words.contains(&self.slice(&node.head)) {
                    self.unknown_word(id, node, words);
                }
            }
            Kind::Number => {
                let is_number = node.kind == NodeKind::Word && self.slice(&node.head).parse::<u32>().is_ok();
                if !is_number {
                    self.broken(
                        id,
                        node.head.clone(),
                        "a whole number is wanted here",
                        "Write digits only, without quotes.",
                    );
                }
            }
            Kind::YesNo => {
                if node.kind != NodeKind::Word || !["true", "false"].contains(&self.slice(&node.head)) {
                    self.broken(
                        id,
                        node.head.clone(),
                        "true or false is wanted here",
                        "Write true or false, without quotes.",
                    );
                }
            }
            _ => self.text(id, list, node, *kind),
        }
    }

    fn text(&mut self, id: NodeId, list: NodeId, node: &Node, kind: Kind) {
        let NodeKind::Text { inner, raw } = &node.kind else {
            return self.broken(id, node.head.clone(), "a text is wanted here", "Put straight quotes \" around it.");
        };
        let text = match Text::read(self.text, inner, *raw) {
            Ok(text) => text,
            Err(fault) => return self.broken(id, fault.range, fault.what, fault.mend),
        };
        let is_prose = matches!(kind, Kind::Prose);
        if is_prose || matches!(kind, Kind::Words) {
            return self.faults.extend(wording::faults(&text, &node.head, is_prose));
        }
        let range = inner.start..inner.end.max(inner.start + 1);
        match kind {
            Kind::Date => self.date(id, range, &text.value),
            Kind::Url => self.facts.urls.push((text.value, range)),
            Kind::Contact => self.facts.contacts.push((text.value, range)),
            Kind::Colour(ground) => self.colour(id, range, &text.value, ground),
            Kind::Host => self.facts.hosts.push((text.value, range)),
            Kind::Id(thing) => {
                self.kebab(&text.value, &range);
                self.facts.ids.push(Name { thing, id: text.value, range, list });
            }
            Kind::Ref(thing) => self.facts.refs.push(Name { thing, id: text.value, range, list }),
            _ => {}
        }
    }

    fn date(&mut self, id: NodeId, range: Range<usize>, value: &str) {
        let is_plain = value.len() == 10 && value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if !is_plain || value.parse::<Date>().is_err() {
            self.broken(id, range, "this is no date", "Write year, month and day like this: \"2026-11-21\".");
        }
    }

    fn colour(&mut self, id: NodeId, range: Range<usize>, value: &str, ground: Ground) {
        let Some(colour) = Rgb::read(value) else {
            return self.broken(id, range, "this is no colour", "Write it with six digits like this: \"#1F5FBF\".");
        };
        let ratio = colour.contrast_on(ground);
        if ratio < ENOUGH {
            let (theme, other) = if ground == Ground::Light { ("light", "darker") } else { ("dark", "lighter") };
            let what = format!(
                "this colour can’t be read in the {theme} theme: its contrast is {ratio:.1} to 1, {ENOUGH} is needed"
            );
            self.broken(
                id,
                range,
                what,
                format!("Take a {other} one, for instance \"{}\".", colour.readable_on(ground)),
            );
        }
    }

    fn kebab(&mut self, name: &str, range: &Range<usize>) {
        if !is_kebab(name) {
            let what = format!("the id “{}” has to be made of small letters, digits and single hyphens", short(name));
            self.faults.push(Fault::new(range.clone(), what, "Write it like this: not-friends."));
        }
    }

    fn list(&mut self, id: NodeId, node: &'a Node, of: &'static Kind, fill: Fill, most: usize) {
        if node.kind != NodeKind::List && node.is_broken {
            // The reader has told of it.
            self.broken.push(id);
            return;
        }
        if node.kind != NodeKind::List {
            return self.broken(id, node.head.clone(), "a list is wanted here", "Put [ and ] around it.");
        }
        if fill == Fill::NotEmpty && node.children.is_empty() && !node.is_torn {
            // The list can be read, and a text without sources is better than none.
            self.faults.push(Fault::new(node.head.clone(), "this list is empty", "It needs at least one entry."));
        }
        if let Some(child) = node.children.get(most).and_then(|child| self.node(child.node)) {
            let count = node.children.len();
            let what = format!("this list has {count} entries; {most} are the most");
            self.broken(id, child.head.clone(), what, "Take away what follows from here on.");
        }
        for child in node.children.iter().take(most) {
            if let Some(field) = &child.field {
                let what = format!("the field `{}` can’t stand in a list", self.slice(field));
                self.broken(child.node, field.clone(), what, "Put the fields of an entry into round brackets: (…).");
            }
            self.value(child.node, id, of);
        }
    }

    fn tuple(&mut self, id: NodeId, list: NodeId, node: &'a Node, called: &str, kinds: &'static [Kind]) {
        let has_fields = node.children.iter().any(|child| child.field.is_some());
        if node.kind != NodeKind::Group || has_fields || node.children.len() != kinds.len() {
            if !node.is_torn {
                let what = format!("{called} {} wanted here", if called.contains(" and ") { "are" } else { "is" });
                self.broken(id, node.head.clone(), what, example(kinds));
            }
            return;
        }
        for (child, kind) in node.children.iter().zip(kinds) {
            self.value(child.node, list, kind);
        }
    }

    fn variant(&mut self, id: NodeId, list: NodeId, node: &'a Node, variants: &'static [(&'static str, Body)]) {
        let name = node.name.as_ref().unwrap_or(&node.head);
        let found = variants.iter().find(|(word, _)| *word == self.slice(name));
        match (found, &node.kind) {
            (Some((_, Body::Nothing)), NodeKind::Word) => {}
            (Some((word, Body::Fields(record))), NodeKind::Group) => self.record(id, list, record, Some(word)),
            (Some((_, Body::Holds(kind))), NodeKind::Group) if node.children.len() == 1 => {
                if let Some(child) = node.children.first() {
                    self.value(child.node, list, kind);
                }
            }
            (Some((word, Body::Nothing)), _) => {
                self.broken(
                    id,
                    node.head.clone(),
                    format!("nothing stands in brackets behind {word}"),
                    format!("Write only {word}."),
                );
            }
            (Some((word, _)), _) => {
                self.broken(
                    id,
                    node.head.clone(),
                    format!("{word} needs brackets behind it"),
                    format!("Write {word}(…)."),
                );
            }
            (None, _) => {
                let words: Vec<&str> = variants.iter().map(|(word, _)| *word).collect();
                self.unknown_word(id, node, &words);
            }
        }
    }

    fn unknown_word(&mut self, id: NodeId, node: &Node, words: &[&str]) {
        let range = node.name.as_ref().unwrap_or(&node.head).clone();
        let word = match &node.kind {
            NodeKind::Text { inner, .. } => self.slice(inner),
            _ => self.slice(&range),
        };
        if matches!(node.kind, NodeKind::Text { .. }) && words.contains(&word) {
            return self.broken(id, range, format!("{word} stands in quotes"), format!("Write {word} without quotes."));
        }
        let (what, mend) = match nearest(word, words.iter().copied()) {
            Some(near) => (
                format!("`{}` is not known here; did you mean `{near}`?", short(word)),
                format!("Write one of {}.", words.join(", ")),
            ),
            None => (format!("`{}` is not known here", short(word)), format!("Write one of {}.", words.join(", "))),
        };
        self.broken(id, range, what, mend);
    }

    /// Something with fields; `variant` is the word before its bracket where it needs one.
    fn record(&mut self, id: NodeId, list: NodeId, record: &'static Record, variant: Option<&str>) {
        let Some(node) = self.node(id) else { return };
        let called = record.called;
        if node.kind != NodeKind::Group {
            self.lose_id(record);
            let what = if id == 0 {
                "the file has to start with a round bracket (".to_owned()
            } else {
                format!("{called} is wanted here, in round brackets")
            };
            return self.broken(id, node.head.clone(), what, "Put its fields into ( and ).");
        }
        if let (None, Some(name)) = (variant, &node.name)
            && self.slice(name) != record.is
        {
            let what = format!("the word {} stands before this bracket", short(self.slice(name)));
            self.broken(id, name.clone(), what, "Take it away.");
        }
        let mut seen = Vec::new();
        for child in &node.children {
            let Some(range) = &child.field else {
                self.unnamed(id, child.node);
                continue;
            };
            let name = self.slice(range);
            match record.fields.iter().find(|field| field.name == name) {
                None => self.unknown_field(id, range, name, record),
                Some(field) if seen.contains(&field.name) => {
                    let what = format!("the field `{name}` stands here twice");
                    self.broken(id, range.clone(), what, "Take one of the two away.");
                }
                Some(field) => {
                    seen.push(field.name);
                    self.field(child.node, list, field);
                }
            }
        }
        let unknown: Vec<&str> = node
            .children
            .iter()
            .filter_map(|child| child.field.as_ref().map(|field| self.slice(field)))
            .filter(|name| !record.fields.iter().any(|field| field.name == *name))
            .collect();
        for field in record.fields.iter().filter(|field| !seen.contains(&field.name)) {
            if matches!(field.kind, Kind::Id(_)) {
                self.lose_id(record);
            }
            // A misspelt field is told of once, not as missing as well.
            let is_misspelt = unknown.iter().any(|name| nearest(name, [field.name].into_iter()).is_some());
            let is_below = id == 0 && self.extent == Extent::Part;
            if field.is_needed && !is_below && !node.is_torn && !is_misspelt {
                let what = format!("{called} needs the field `{}`, which is missing here", field.name);
                let mend = format!("Write `{}: …,` inside the bracket that opens here.", field.name);
                self.broken(id, node.head.clone(), what, mend);
            }
        }
    }

    fn lose_id(&mut self, record: &Record) {
        for field in record.fields {
            if let Kind::Id(thing) = field.kind {
                self.facts.lost.insert(thing);
            }
        }
    }

    fn field(&mut self, id: NodeId, list: NodeId, field: &'static Field) {
        let Some(node) = self.node(id) else { return };
        if !field.is_needed {
            if node.kind == NodeKind::Word && self.slice(&node.head) == "None" {
                return;
            }
            if let ([child], true) =
                (node.children.as_slice(), node.name.as_ref().is_some_and(|name| self.slice(name) == "Some"))
            {
                return self.value(child.node, list, &field.kind);
            }
        }
        let missing_before = self.broken.len();
        self.value(id, list, &field.kind);
        if let (Kind::Id(thing), true) = (field.kind, self.broken.len() > missing_before) {
            self.facts.lost.insert(thing);
        }
    }

    fn unnamed(&mut self, id: NodeId, child: NodeId) {
        let Some(node) = self.node(child) else { return };
        if self.node(id).is_some_and(|parent| parent.is_torn) {
            return;
        }
        self.broken(
            id,
            node.head.clone(),
            "the name of a field is missing before this",
            "Write the field’s name and a colon before it.",
        );
    }

    fn unknown_field(&mut self, id: NodeId, range: &Range<usize>, name: &str, record: &Record) {
        let called = record.called;
        let names = record.fields.iter().map(|field| field.name);
        let all: Vec<&str> = names.clone().collect();
        let (what, mend) = match nearest(name, names) {
            Some(near) => (
                format!("`{}` is not a field of {called}; did you mean `{near}`?", short(name)),
                format!("Write `{near}`."),
            ),
            None => {
                (format!("`{}` is not a field of {called}", short(name)), format!("Its fields are {}.", all.join(", ")))
            }
        };
        self.broken(id, range.clone(), what, mend);
    }
}

/// The word that was probably meant.
pub(crate) fn nearest<'word>(word: &str, words: impl Iterator<Item = &'word str>) -> Option<&'word str> {
    let length = word.chars().count();
    if length > 64 {
        return None;
    }
    let small = word.to_lowercase();
    words
        .map(|near| (strsim::damerau_levenshtein(&small, &near.to_lowercase()), near))
        .filter(|(distance, near)| *distance <= (length.min(near.chars().count()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, near)| near)
}

/// A word that may be of any length, cut for a message.
pub(super) fn short(word: &str) -> String {
    if word.chars().count() <= 60 { word.to_owned() } else { word.chars().take(60).chain(['…']).collect() }
}

/// Small letters and digits with single hyphens between them.
pub(super) fn is_kebab(name: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    name.len() <= 64 && name.split('-').all(is_part)
}

fn example(kinds: &[Kind]) -> &'static str {
    match kinds {
        [Kind::Ref(Thing::Source), _] => "Write it like this: (\"guide-1\", \"Reason 5\").",
        _ => "Write it like this: (\"follow\", [\"only-me\", \"neither\"]).",
    }
}

#[cfg(test)]
mod tests;
