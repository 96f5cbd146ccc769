//! Layers laid over one another: a folder that is no whole guide changes entries of the guide below it by their ids.
//!
//! What comes of it is a set of files like any other edition's, so that everything after works on it unchanged; each
//! stretch of text remembers its layer. Entries of a layer that have a mistake in their form are not taken: the one
//! below stays.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    cross::{topic_id, twice},
    files::Files,
    fit::{Extent, nearest, short},
    layer::{LAYER_FILE, Layer, LayerName},
    load::record_of,
    mistake::Mistake,
    model::FORMAT_VERSION,
    outline::{Fault, Node, NodeKind},
    patch::{Edit, Original, Patch, edited},
    shape::{Record, Thing},
    sheet::Sheet,
    tokens::{TokenKind, Tokens},
    written::Written,
};

/// The files of one guide, put together from layers.
#[derive(Clone, Default)]
pub(super) struct Pile {
    pub(super) files: Files,
    /// Files of the lowest layer that are there but could not be read.
    pub(super) unread: BTreeSet<String>,
    /// What layers took away: a name that leads there is no mistake.
    pub(super) removed: BTreeSet<(Thing, String)>,
    /// The layers in use, lowest first.
    pub(super) layers: Vec<LayerName>,
    patches: BTreeMap<String, Vec<Patch>>,
}

/// What can be taken away: its field in `remove`, what it is, and the list that it stands in.
const TAKEN_AWAY: [(&str, Thing, &str, &str); 4] = [
    ("faq", Thing::FaqEntry, "faq.ron", "entries"),
    ("messages", Thing::Message, "messages.ron", "messages"),
    ("questions", Thing::Question, "questions.ron", "questions"),
    ("contacts", Thing::Contact, LAYER_FILE, "contacts"),
];

/// Fields that say something about their own layer alone.
const OWN_FIELDS: [&str; 3] = ["format_version", "replace", "remove"];

/// A `layer.ron` that says nothing but that the files make a whole guide, which a pile's files do.
const WHOLE_GUIDE: &str = "(\n    replace: true,\n)\n";

impl Pile {
    /// Files of no layer.
    pub(super) fn plain(files: &Files) -> Self {
        Self { files: files.clone(), ..Self::default() }
    }

    /// A layer that is a whole guide.
    pub(super) fn whole(layer: &Layer) -> Self {
        let mut pile = Self { unread: layer.unread.clone(), layers: vec![layer.name.clone()], ..Self::default() };
        for (file, bytes) in &layer.files.0 {
            pile.put(file, bytes, &layer.name);
        }
        pile
    }

    /// The same with a layer on top that changes entries, and what is wrong in that layer and was therefore not taken.
    pub(super) fn with(&self, layer: &Layer) -> (Self, Vec<Mistake>) {
        let mut pile = self.clone();
        pile.layers.push(layer.name.clone());
        let mut mistakes = Vec::new();
        let mut upper = BTreeMap::new();
        for (file, bytes) in &layer.files.0 {
            match record_of(file) {
                Some(record) => match pile.sheet(file, bytes, record) {
                    Ok(sheet) => _ = upper.insert(file.as_str(), sheet),
                    Err(mistake) => mistakes.push(mistake.in_layer(&layer.name)),
                },
                None => pile.put(file, bytes, &layer.name),
            }
        }
        if let Some(settings) = upper.get_mut(LAYER_FILE) {
            pile.take_away(settings);
        }
        for (file, sheet) in upper {
            let bytes = layer.files.get(file).unwrap_or_default();
            mistakes.extend(pile.lay(file, bytes, sheet, &layer.name));
        }
        (pile, mistakes)
    }

    /// From which layers' files this file was put together.
    pub(super) fn patches(&self, file: &str) -> &[Patch] {
        self.patches.get(file).map(Vec::as_slice).unwrap_or_default()
    }

    fn put(&mut self, file: &str, bytes: &[u8], layer: &LayerName) {
        let text = String::from_utf8_lossy(bytes).trim_start_matches('\u{FEFF}').to_owned();
        self.patches.insert(file.to_owned(), vec![Patch::whole(layer, text)]);
        self.files.insert(file, bytes);
    }

    fn sheet(&self, file: &str, bytes: &[u8], record: &'static Record) -> Result<Sheet, Box<Mistake>> {
        let is_whole = topic_id(file).is_some() || file == LAYER_FILE || self.files.get(file).is_none();
        let extent = if is_whole { Extent::Whole } else { Extent::Part };
        let written = Written::new(file, bytes, &[])?;
        Ok(Sheet::read(written, record, extent))
    }

    /// The file as it is now.
    fn below(&self, file: &str) -> Option<Sheet> {
        let written = Written::new(file, self.files.get(file)?, self.patches(file)).ok()?;
        Some(Sheet::read(written, record_of(file)?, Extent::Part)).filter(|sheet| sheet.root().is_some())
    }

    /// Lays a layer's file over the one below; what is wrong in it and was not taken.
    fn lay(&mut self, file: &str, bytes: &[u8], mut sheet: Sheet, layer: &LayerName) -> Vec<Mistake> {
        let own = |sheet: Sheet| sheet.mistakes().into_iter().map(|mistake| mistake.in_layer(layer)).collect();
        if file == LAYER_FILE && self.files.get(file).is_none() {
            self.put(file, WHOLE_GUIDE.as_bytes(), layer);
        }
        if topic_id(file).is_some() && sheet.is_tainted() && self.files.get(file).is_some() {
            return own(sheet);
        }
        let below = self.below(file).filter(|_| topic_id(file).is_none());
        let Some(below) = below else {
            self.put(file, bytes, layer);
            return Vec::new();
        };
        let mut found = Vec::new();
        twice(&sheet, &mut found);
        sheet.faults.extend(found.into_iter().map(|(_, fault)| fault));
        other_version(&mut sheet);
        let edits = edits(&below, &sheet);
        let is_taken = |fault: &Fault| {
            let takes = |edit: &Edit| edit.with.as_ref().is_some_and(|with| with.contains(&fault.range.start));
            edits.iter().any(takes)
        };
        sheet.faults.retain(|fault| !is_taken(fault));
        let original = Arc::new(Original { layer: layer.clone(), text: sheet.whole_text().to_owned() });
        self.edit(&below, edits, &original);
        own(sheet)
    }

    fn edit(&mut self, below: &Sheet, edits: Vec<Edit>, original: &Arc<Original>) {
        let file = below.file().to_owned();
        let (text, patches) = edited(below.whole_text(), self.patches(&file), edits, original);
        self.files.insert(file.as_str(), text);
        self.patches.insert(file, patches);
    }

    /// Takes away what a layer wants to be gone; what is not there becomes a fault of the layer.
    fn take_away(&mut self, settings: &mut Sheet) {
        let Some(remove) = settings.root().and_then(|root| settings.field(root, "remove")) else { return };
        let named = |field| settings.list(remove, field).filter_map(|id| settings.text(id)).collect::<Vec<_>>();
        let topics = named("topics");
        let lists = TAKEN_AWAY.map(|(field, ..)| named(field));
        let mut faults = Vec::new();
        let there: Vec<String> = self.files.paths().filter_map(topic_id).map(str::to_owned).collect();
        for (id, range) in topics {
            if there.contains(&id) {
                self.files.0.remove(&format!("topics/{id}.ron"));
                self.removed.insert((Thing::Topic, id));
            } else {
                faults.push(nothing_to_take(Thing::Topic, &id, range, &there));
            }
        }
        for ((_, thing, file, list), named) in TAKEN_AWAY.into_iter().zip(lists).filter(|(_, named)| !named.is_empty())
        {
            let below = self.below(file);
            let entries = below.as_ref().map(|below| keyed(below, list)).unwrap_or_default();
            let there: Vec<String> = entries.iter().map(|(id, _)| id.clone()).collect();
            let mut edits = Vec::new();
            for (id, range) in named {
                let Some((_, node)) = entries.iter().find(|(there, _)| *there == id) else {
                    faults.push(nothing_to_take(thing, &id, range, &there));
                    continue;
                };
                let text = below.as_ref().map(Sheet::whole_text).unwrap_or_default();
                let range = node.range.start..behind_comma(text, node.range.end);
                if self.removed.insert((thing, id)) {
                    edits.push(Edit { range, lead: "", with: None, tail: "" });
                }
            }
            if let (Some(below), Some(patch)) = (&below, self.patches(file).first().cloned()) {
                self.edit(below, edits, &patch.of);
            }
        }
        settings.faults.append(&mut faults);
    }
}

fn nothing_to_take(thing: Thing, id: &str, range: std::ops::Range<usize>, there: &[String]) -> Fault {
    let near = nearest(id, there.iter().map(String::as_str));
    let ask = near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
    let what = format!("there is no {} “{}” in the guide below{ask}", thing.called(), short(id));
    Fault::new(range, what, "Write the id as it stands there, or take it out of the list.")
}

/// Says so where a layer was made for another program.
fn other_version(sheet: &mut Sheet) {
    let Some(version) = sheet.value::<u32>("format_version").filter(|version| *version != FORMAT_VERSION) else {
        return;
    };
    let Some(range) = sheet.root().and_then(|root| sheet.field(root, "format_version")).map(|node| node.head.clone())
    else {
        return;
    };
    let what = format!("this program reads format_version {FORMAT_VERSION}, not {version}");
    sheet.fault(range, what, "Use a newer program, or content that was made for this one.");
}

/// What has to change below so that everything sound in the upper file holds.
fn edits(below: &Sheet, upper: &Sheet) -> Vec<Edit> {
    let (Some(root), Some(upper_root)) = (below.root(), upper.root()) else { return Vec::new() };
    let mut edits = Vec::new();
    let mut seen = BTreeSet::new();
    for child in &upper_root.children {
        let Some(field) = child.field.as_ref() else { continue };
        let name = upper.slice(field);
        let is_known =
            record_of(upper.file()).is_some_and(|record| record.fields.iter().any(|known| known.name == name));
        let Some(value) = upper.outline.node(child.node) else { continue };
        if !is_known || OWN_FIELDS.contains(&name) || !seen.insert(name) {
            continue;
        }
        match below.field(root, name) {
            Some(list) if list.kind == NodeKind::List && value.kind == NodeKind::List => {
                entries(below, (list, name), upper, value, &mut edits);
            }
            Some(node) if upper.is_sound(child.node) => {
                edits.push(Edit { range: node.range.clone(), lead: "", with: Some(value.range.clone()), tail: "" });
            }
            None if upper.is_sound(child.node) => {
                let behind = root.head.end;
                let with = Some(field.start..value.range.end);
                edits.push(Edit { range: behind..behind, lead: "\n    ", with, tail: "," });
            }
            _ => {}
        }
    }
    edits
}

/// Puts each sound entry of a list in the place of the one with its id, or behind the last.
fn entries(below: &Sheet, (list, name): (&Node, &str), upper: &Sheet, value: &Node, edits: &mut Vec<Edit>) {
    let there = keyed(below, name);
    let end = below.elements(list).last().map_or(list.head.end, |last| last.range.end);
    let is_empty = list.children.is_empty();
    let mut seen = BTreeSet::new();
    for child in value.children.iter().filter(|child| upper.is_sound(child.node)) {
        let Some(entry) = upper.outline.node(child.node) else { continue };
        let Some(key) = key(upper, entry).filter(|key| seen.insert(key.clone())) else { continue };
        let with = Some(entry.range.clone());
        edits.push(match there.iter().find(|(id, _)| *id == key) {
            Some((_, node)) => Edit { range: node.range.clone(), lead: "", with, tail: "" },
            None if is_empty => Edit { range: end..end, lead: "", with, tail: "," },
            None => Edit { range: end..end, lead: ",\n        ", with, tail: "" },
        });
    }
}

/// The entries of a list of the file, with what each is known by. Of two with the same id the first counts.
fn keyed<'sheet>(sheet: &'sheet Sheet, list: &str) -> Vec<(String, &'sheet Node)> {
    let entries = sheet.root().into_iter().flat_map(|root| sheet.list(root, list));
    entries.filter_map(|entry| Some((key(sheet, entry)?, entry))).collect()
}

/// What an entry is known by: its id; a reason by its topic, an invariant by its name, a clash or a host by its text.
fn key(sheet: &Sheet, entry: &Node) -> Option<String> {
    let mut fields = ["id", "topic", "name", "text"].into_iter();
    match entry.kind {
        NodeKind::Text { .. } => sheet.text(entry),
        _ => fields.find_map(|field| sheet.text_of(entry, field)),
    }
    .map(|(key, _)| key)
}

/// The end of the comma that follows, or else this place itself.
fn behind_comma(text: &str, at: usize) -> usize {
    let next = Tokens::new(text.get(at..).unwrap_or_default()).next();
    if next.kind == TokenKind::Comma { at + next.range.end } else { at }
}
