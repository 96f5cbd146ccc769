//! What only several entries or files together can show: names that are given twice or never, dates, groups, conditions.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    conditions,
    fit::{is_kebab, nearest, short},
    links::{LinkFault, check_link, is_host},
    mistake::Mistake,
    outline::{Fault, Node, NodeKind},
    screens,
    shape::Thing,
    sheet::{MOST_TOLD, Sheet},
    taps,
};

/// All files that could be read, by their paths.
#[derive(Default)]
pub(super) struct Sheets {
    pub(super) sheets: BTreeMap<String, Sheet>,
    /// Topic files that are there but could not be read.
    pub(super) unread_topics: BTreeSet<String>,
}

/// A fault and the file it is in.
pub(super) type Found = Vec<(String, Fault)>;

impl Sheets {
    /// A file with its outermost bracket.
    pub(super) fn open(&self, file: &str) -> Option<(&Sheet, &Node)> {
        let sheet = self.sheets.get(file)?;
        Some((sheet, sheet.root()?))
    }

    /// The same for each topic, with its id.
    pub(super) fn topics(&self) -> impl Iterator<Item = (&str, &Sheet, &Node)> {
        self.sheets.iter().filter_map(|(file, sheet)| Some((topic_id(file)?, sheet, sheet.root()?)))
    }

    /// Checks everything, and leaves what it finds with the files.
    pub(super) fn check(&mut self) {
        let names = Names::gather(self);
        let mut found = Vec::new();
        for sheet in self.sheets.values() {
            twice(sheet, &mut found);
            names.check_links(sheet, &mut found);
        }
        groups(self, &mut found);
        urls(self, &mut found);
        dates(self, &mut found);
        related(self, &mut found);
        reasons(self, &mut found);
        invariants(self, &mut found);
        screens::check(self, &mut found);
        conditions::check(self, &mut found);
        taps::check(self, &mut found);
        for (file, fault) in found {
            if let Some(sheet) = self.sheets.get_mut(&file) {
                sheet.faults.push(fault);
            }
        }
    }

    /// The mistakes of all files.
    pub(super) fn mistakes(self) -> Vec<Mistake> {
        self.sheets.into_values().flat_map(Sheet::mistakes).collect()
    }
}

/// The id of the topic in this file.
pub(super) fn topic_id(file: &str) -> Option<&str> {
    let id = file.strip_prefix("topics/")?.strip_suffix(".ron")?;
    (!id.contains('/')).then_some(id)
}

pub(super) fn fault(
    found: &mut Found,
    sheet: &Sheet,
    range: std::ops::Range<usize>,
    what: String,
    mend: impl Into<String>,
) {
    found.push((sheet.file().to_owned(), Fault::new(range, what, mend)));
}

/// Everything that has a name.
struct Names {
    known: BTreeMap<Thing, BTreeSet<String>>,
    /// Things of which some lost their names: a link that leads nowhere may be right.
    lost: BTreeSet<Thing>,
}

impl Names {
    fn gather(sheets: &Sheets) -> Self {
        let mut names = Self { known: BTreeMap::new(), lost: BTreeSet::new() };
        for sheet in sheets.sheets.values() {
            names.lost.extend(&sheet.facts.lost);
            for given in &sheet.facts.ids {
                names.known.entry(given.thing).or_default().insert(given.id.clone());
            }
        }
        let topics = names.known.entry(Thing::Topic).or_default();
        topics.extend(sheets.sheets.keys().filter_map(|file| topic_id(file)).map(str::to_owned));
        topics.extend(sheets.unread_topics.iter().cloned());
        // A group's topic without a file is told of there, once.
        topics.extend(grouped(sheets).into_iter().map(|(name, ..)| name));
        names
    }

    fn check_links(&self, sheet: &Sheet, found: &mut Found) {
        let before = found.len();
        for link in &sheet.facts.refs {
            if found.len() > before + MOST_TOLD {
                return;
            }
            let Some(known) = self.known.get(&link.thing).filter(|_| !self.lost.contains(&link.thing)) else {
                continue;
            };
            if known.contains(&link.id) {
                continue;
            }
            let called = link.thing.called();
            let near = nearest(&link.id, known.iter().map(String::as_str));
            let ask = near.map(|near| format!("; did you mean “{near}”?")).unwrap_or_default();
            let what = format!("there is no {called} “{}”{ask}", short(&link.id));
            let mend = format!("Write the id of {} as it stands in {}.", link.thing.with_article(), link.thing.home());
            fault(found, sheet, link.range.clone(), what, mend);
        }
    }
}

fn twice(sheet: &Sheet, found: &mut Found) {
    let mut seen = BTreeMap::new();
    for given in &sheet.facts.ids {
        let first = *seen.entry((given.thing, given.list, &given.id)).or_insert(given.range.start);
        if first != given.range.start {
            let what = format!(
                "the {} “{}” stands here twice: also in line {}",
                given.thing.called(),
                short(&given.id),
                sheet.line(first)
            );
            fault(found, sheet, given.range.clone(), what, "Give each its own id, or take one away.");
        }
    }
}

/// The topics that the groups name, in order, with their places.
fn grouped(sheets: &Sheets) -> Vec<(String, std::ops::Range<usize>)> {
    let Some((guide, root)) = sheets.open("guide.ron") else { return Vec::new() };
    guide
        .list(root, "groups")
        .flat_map(|group| guide.list(group, "topics"))
        .filter_map(|topic| guide.text(topic))
        .collect()
}

fn groups(sheets: &Sheets, found: &mut Found) {
    let Some((guide, _)) = sheets.open("guide.ron") else { return };
    let grouped = grouped(sheets);
    let mut seen = BTreeMap::new();
    for (name, range) in &grouped {
        let file = format!("topics/{name}.ron");
        let first = *seen.entry(name.as_str()).or_insert(range.start);
        if first != range.start {
            let what = format!("the topic “{}” stands in two groups: also in line {}", short(name), guide.line(first));
            fault(found, guide, range.clone(), what, "Take it out of one of them.");
        } else if !is_kebab(name) {
            let what = format!("the id “{}” has to be made of small letters, digits and single hyphens", short(name));
            fault(found, guide, range.clone(), what, "Write it like this: not-friends.");
        } else if !sheets.sheets.contains_key(&file) && !sheets.unread_topics.contains(name) {
            let what = format!("the topic “{}” has no file", short(name));
            fault(found, guide, range.clone(), what, format!("Write {file}, or take the topic out of the group."));
        }
    }
    let groups_are_read =
        guide.facts.ids.iter().any(|id| id.thing == Thing::Group) && !guide.facts.lost.contains(&Thing::Group);
    for (file, sheet) in &sheets.sheets {
        let Some(id) = topic_id(file) else { continue };
        if !is_kebab(id) {
            let what =
                format!("the file name “{}” has to be made of small letters, digits and single hyphens", short(id));
            fault(found, sheet, 0..1, what, "Rename the file like this: not-friends.ron.");
        }
        if groups_are_read && !seen.contains_key(id) {
            let what = format!("no group names the topic “{}”", short(id));
            fault(
                found,
                sheet,
                0..1,
                what,
                "Put its id into the topics of a group in guide.ron, or take the file away.",
            );
        }
    }
}

fn urls(sheets: &Sheets, found: &mut Found) {
    let guide = sheets.open("guide.ron");
    let hosts: Vec<String> =
        guide.iter().flat_map(|(guide, _)| &guide.facts.hosts).map(|(host, _)| host.clone()).collect();
    if let Some((guide, _)) = guide {
        for (host, range) in &guide.facts.hosts {
            if !is_host(host) {
                let what = format!("“{}” is not the name of a host", short(host));
                fault(found, guide, range.clone(), what, "Write it like this: support.tiktok.com.");
            }
        }
    }
    for sheet in sheets.sheets.values() {
        for (url, range) in &sheet.facts.urls {
            let Err(reason) = check_link(url, &hosts) else { continue };
            let mend = match &reason {
                LinkFault::UnknownHost(_) if guide.is_none() => continue,
                LinkFault::UnknownHost(_) => "Link to a host under trusted_hosts in guide.ron, or add the host there.",
                LinkFault::NotHttps => "Write the address with https://.",
                _ => "Copy the address of the page once more.",
            };
            fault(found, sheet, range.clone(), reason.to_string(), mend);
        }
    }
}

fn dates(sheets: &Sheets, found: &mut Found) {
    let edition = sheets.open("guide.ron").and_then(|(guide, root)| Some(date(guide, root, "edition")?.0));
    for sheet in sheets.sheets.values() {
        for node in sheet.outline.nodes.iter().filter(|node| node.kind == NodeKind::Group) {
            let Some((checked, range)) = date(sheet, node, "checked") else { continue };
            if let Some(edition) = edition.filter(|edition| checked > *edition) {
                let what = format!("this day lies after the edition’s, {edition}");
                fault(found, sheet, range, what, "Write the day of the check, or set a later edition in guide.ron.");
            }
            if let Some((review_by, range)) =
                date(sheet, node, "review_by").filter(|(review_by, _)| *review_by < checked)
            {
                let what = format!("{review_by} lies before the day of the check, {checked}");
                fault(found, sheet, range, what, "Write a later day.");
            }
        }
    }
}

fn date(sheet: &Sheet, node: &Node, field: &str) -> Option<(Date, std::ops::Range<usize>)> {
    let (text, range) = sheet.text_of(node, field)?;
    Some((text.parse().ok()?, range))
}

fn related(sheets: &Sheets, found: &mut Found) {
    for (id, sheet, root) in sheets.topics() {
        let mut seen = BTreeSet::new();
        for (name, range) in sheet.list(root, "related").filter_map(|node| sheet.text(node)) {
            if name == id {
                fault(found, sheet, range, "the topic is related to itself".to_owned(), "Take it away.");
            } else if !seen.insert(name.clone()) {
                fault(found, sheet, range, format!("“{}” stands here twice", short(&name)), "Take one away.");
            }
        }
    }
}

fn reasons(sheets: &Sheets, found: &mut Found) {
    let Some((rules, root)) = sheets.open("rules.ron") else { return };
    let mut seen = BTreeMap::new();
    for (name, range) in rules.list(root, "reasons").filter_map(|reason| rules.text_of(reason, "topic")) {
        let first = *seen.entry(name.clone()).or_insert(range.start);
        if first != range.start {
            let what = format!("the topic “{}” has another reason in line {}", short(&name), rules.line(first));
            fault(found, rules, range, what, "Put all its signs into one reason.");
        }
    }
}

/// An invariant speaks of reasons, as a situation does, and has something to say.
fn invariants(sheets: &Sheets, found: &mut Found) {
    const SAYS: [&str; 4] = ["at_least", "at_most", "outcome", "never_outcome"];
    const TOPICS: [&str; 3] = ["first", "never_first", "never_shown"];
    let Some((rules, root)) = sheets.open("rules.ron") else { return };
    let reasons: BTreeSet<String> =
        rules.list(root, "reasons").filter_map(|reason| Some(rules.text_of(reason, "topic")?.0)).collect();
    let is_clear = reasons.iter().all(|reason| sheets.sheets.contains_key(&format!("topics/{reason}.ron")));
    for entry in rules.list(root, "invariants").chain(rules.list(root, "situations")) {
        let named = |field| rules.list(entry, field).filter_map(|topic| rules.text(topic));
        // What is no topic at all is told of elsewhere, and so is a reason with a wrong topic: it may be the one meant.
        let is_topic = |topic: &str| is_clear && sheets.topics().any(|(id, ..)| id == topic);
        let odd = TOPICS.into_iter().flat_map(named).filter(|(topic, _)| is_topic(topic) && !reasons.contains(topic));
        for (topic, range) in odd {
            let what = format!("the topic “{}” is not one of the reasons", short(&topic));
            fault(found, rules, range, what, "Name the topic of a reason that stands in this file.");
        }
    }
    for invariant in rules.list(root, "invariants") {
        let says_something = TOPICS.iter().any(|field| rules.list(invariant, field).next().is_some())
            || SAYS.iter().any(|field| rules.field(invariant, field).is_some());
        if !says_something {
            let what = "this invariant does not say what has to hold".to_owned();
            let mend = "Write one of first, never_first, never_shown, at_least, at_most, outcome, never_outcome.";
            fault(found, rules, invariant.head.clone(), what, mend);
        }
    }
}
