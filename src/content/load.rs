//! Files to guide: reads what can be read, and says what can't.

use std::{collections::BTreeSet, path::Path};

use super::{
    cross::{Sheets, topic_id},
    files::Files,
    fit::{Extent, short},
    layer::{LAYER_FILE, Layer, LayerName},
    logo::Logo,
    mistake::Mistake,
    model::{Brand, FORMAT_VERSION, Faq, Guide, LogoFile, Manifest, PhoneScreens, RuleBook, Topic, TopicId, WordList},
    pile::Pile,
    prune::{forget, prune},
    screens::fill_in,
    shape::{self, MOST_TOPICS, Record},
    sheet::Sheet,
    signature::Refusal,
    written::Written,
};

/// A guide, with what was wrong in its files.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What could be read.
    pub guide: Guide,
    /// What could not, and what else is wrong.
    pub mistakes: Vec<Mistake>,
    /// Which layers it comes from.
    pub origin: Origin,
    /// The files of the whole guide, put together: an edition of their own, without layers.
    pub files: Files,
    /// The fingerprint of these files.
    pub hash: u64,
}

/// Which layers a guide comes from.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Origin {
    /// Those in use, lowest first; the lowest is a whole guide.
    pub used: Vec<LayerName>,
    /// Those that are of no use.
    pub left_out: Vec<LayerName>,
    /// Those that are not what somebody signed.
    pub refused: Vec<(LayerName, Refusal)>,
}

impl Loaded {
    /// Can the mistakes be in more than one layer, so that each has to say in which it is?
    pub fn is_layered(&self) -> bool {
        let layers: BTreeSet<_> = self.mistakes.iter().filter_map(|mistake| mistake.layer.as_ref()).collect();
        self.origin.used.len() > 1 || layers.len() > 1
    }
}

impl Origin {
    /// Is it the built-in edition, unchanged?
    pub fn is_built_in(&self) -> bool {
        self.used == [LayerName::BuiltIn]
    }
}

/// The files that every edition has.
const NEEDED: [(&str, &Record); 6] = [
    ("guide.ron", &shape::GUIDE),
    ("faq.ron", &shape::FAQ),
    ("questions.ron", &shape::QUESTIONS),
    ("rules.ron", &shape::RULES),
    ("messages.ron", &shape::MESSAGES),
    ("screens.ron", &shape::SCREENS),
];

/// The files that an edition may have as well: its search is poorer without.
const OPTIONAL: [(&str, &Record); 2] = [("words.ron", &shape::WORDS), ("queries.ron", &shape::QUERIES)];

/// What a file has to hold, if it is one of a guide's.
pub(super) fn record_of(file: &str) -> Option<&'static Record> {
    let known = NEEDED.iter().chain(&OPTIONAL).find(|(known, _)| *known == file).map(|(_, record)| *record);
    known
        .or_else(|| topic_id(file).map(|_| &shape::TOPIC))
        .or_else(|| (file == LAYER_FILE).then_some(&shape::layer::LAYER))
}

/// The most entries that are taken from a list. The shapes set lower limits where it matters.
const MOST: usize = 2_000;

/// Opens the built-in guide, with the folder laid over it where there is one.
pub fn open(dir: Option<&Path>) -> Loaded {
    open_layers(dir.map(Layer::read))
}

/// Opens the built-in guide with these layers laid over it, lowest first.
/// A layer of which nothing can be used is left out, and its mistakes are told.
pub fn open_layers(layers: impl IntoIterator<Item = Layer>) -> Loaded {
    let built_in = Pile::whole(&Layer::built_in());
    let mut best: Option<(Pile, Guide, Vec<Mistake>)> = None;
    let (mut mistakes, mut left_out, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for layer in layers {
        if let Some(refusal) = layer.refusal {
            mistakes.extend(layer.mistakes);
            refused.push((layer.name, refusal));
            continue;
        }
        let below = best.as_ref().map_or(&built_in, |(pile, ..)| pile);
        let replaces = layer.replaces();
        let (pile, own) = if replaces { (Pile::whole(&layer), Vec::new()) } else { below.with(&layer) };
        // An empty or missing folder is one mistake, not one for each file.
        let is_empty = layer.files.0.is_empty() && !layer.mistakes.is_empty();
        let (guide, found) = if is_empty { (None, Vec::new()) } else { load_pile(&pile) };
        if replaces && guide.is_some() {
            mistakes.clear();
            left_out.clear();
        }
        mistakes.extend(layer.mistakes);
        mistakes.extend(own);
        if let Some(guide) = guide {
            best = Some((pile, guide, found));
        } else {
            mistakes.extend(found.into_iter().filter(|mistake| mistake.layer.as_ref() == Some(&layer.name)));
            left_out.push(layer.name);
        }
    }
    let (pile, guide, found) = best.unwrap_or_else(|| {
        let (guide, found) = load_pile(&built_in);
        // The built-in guide's own mistakes are told only where it was asked for.
        let found = if left_out.is_empty() { found } else { Vec::new() };
        (built_in, guide.unwrap_or_else(Guide::empty), found)
    });
    mistakes.extend(found);
    let Pile { files, layers: used, .. } = pile;
    Loaded { guide, mistakes, origin: Origin { used, left_out, refused }, hash: files.hash(), files }
}

/// Reads a guide from its files. `None` where `guide.ron` is of no use or no topic could be read.
///
/// In lists, entries with mistakes in their form are left out; a topic with one is left out as a whole.
/// What then leads nowhere is taken out as well, so that every name in the guide is the name of something in it.
pub fn load(files: &Files) -> (Option<Guide>, Vec<Mistake>) {
    load_pile(&Pile::plain(files))
}

/// The same for the files of a pile of layers.
fn load_pile(pile: &Pile) -> (Option<Guide>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let mut sheets = sheets(pile, &mut mistakes);
    let version = format_version(&mut sheets);
    if version.is_some_and(|version| version != FORMAT_VERSION) {
        // Nobody knows what another version would say.
        let guide = sheets.files.remove("guide.ron");
        return (None, guide.map(Sheet::mistakes).unwrap_or_default());
    }
    sheets.check();
    let mut guide = version.and_then(|_| guide(&mut sheets, &pile.files)).filter(|guide| !guide.topics.is_empty());
    if let Some(guide) = &mut guide {
        fill_in(&mut guide.phone);
        forget(guide, &pile.removed);
        prune(guide);
    }
    mistakes.extend(sheets.mistakes());
    (guide, mistakes)
}

/// Reads every file that belongs to a guide. What is missing, unreadable or stray is a mistake.
fn sheets(pile: &Pile, mistakes: &mut Vec<Mistake>) -> Sheets {
    let Pile { files, unread, removed, layers, .. } = pile;
    let mut sheets = Sheets { removed: removed.clone(), ..Sheets::default() };
    for (file, _) in NEEDED {
        if files.get(file).is_none() && !unread.contains(file) {
            let or_layer = if file == "guide.ron" { OR_LAYER } else { "" };
            let mend = format!("Put {file} into the folder{or_layer}.");
            mistakes.push(nowhere(format!("{file} is missing"), &mend, layers.first()));
        }
    }
    let topic_names = || files.paths().filter_map(topic_id);
    if topic_names().count() > MOST_TOPICS {
        let what = format!("there are more than {MOST_TOPICS} topics; those beyond were not read");
        mistakes.push(nowhere(what, "Take topics out of the folder topics/.", layers.last()));
    }
    sheets.unread_topics.extend(unread.iter().filter_map(|file| topic_id(file)).map(str::to_owned));
    sheets.unread_topics.extend(topic_names().skip(MOST_TOPICS).map(str::to_owned));
    let mut strays = Vec::new();
    for (file, bytes) in &files.0 {
        let Some(record) = record_of(file) else {
            strays.push(file);
            continue;
        };
        if topic_id(file).is_some_and(|id| sheets.unread_topics.contains(id)) {
            continue;
        }
        match Written::new(file, bytes, pile.patches(file)) {
            Ok(written) => {
                sheets.files.insert(file.clone(), Sheet::read(written, record, Extent::Whole));
            }
            Err(mistake) => {
                sheets.unread_topics.extend(topic_id(file).map(str::to_owned));
                mistakes.push(*mistake);
            }
        }
    }
    let logo = logo_file(&sheets);
    for file in strays.into_iter().filter(|file| Some(*file) != logo.as_ref()).take(50) {
        let mend = "Take it out of the folder, or rename it to what it was meant to be.";
        let layer = pile.patches(file).first().map(|patch| &patch.of.layer);
        mistakes.push(nowhere(format!("nothing uses the file {file}"), mend, layer));
    }
    sheets
}

/// How else to mend a folder without a `guide.ron`.
const OR_LAYER: &str = ", or write layer.ron with `replace: false` if the folder is to change only some entries";

fn nowhere(what: String, mend: &str, layer: Option<&LayerName>) -> Mistake {
    let mistake = Mistake::nowhere(what, mend);
    match layer {
        Some(layer) => mistake.in_layer(layer),
        None => mistake,
    }
}

/// The version that the guide states, with a mistake where it is another one than ours.
fn format_version(sheets: &mut Sheets) -> Option<u32> {
    let sheet = sheets.files.get_mut("guide.ron")?;
    let version = sheet.value::<u32>("format_version")?;
    let range = sheet.field(sheet.root()?, "format_version")?.head.clone();
    if version != FORMAT_VERSION {
        let what = format!("this program reads format_version {FORMAT_VERSION}, not {version}");
        sheet.fault(range, what, "Use a newer program, or content that was made for this one.");
    }
    Some(version)
}

fn guide(sheets: &mut Sheets, files: &Files) -> Option<Guide> {
    let manifest = manifest(sheets.files.get_mut("guide.ron")?)?;
    let mut guide = Guide { manifest, topics: topics(sheets), ..Guide::empty() };
    for (file, sheet) in &mut sheets.files {
        match file.as_str() {
            "faq.ron" => {
                guide.faq = Faq { sections: sheet.values("sections", MOST), entries: sheet.values("entries", MOST) };
            }
            "questions.ron" => guide.questions = sheet.values("questions", MOST),
            "rules.ron" => {
                guide.rules = RuleBook {
                    unknown: sheet.value("unknown").unwrap_or_default(),
                    contradiction: sheet.value("contradiction").unwrap_or_default(),
                    reasons: sheet.values("reasons", MOST),
                    clashes: sheet.values("clashes", MOST),
                    invariants: sheet.values("invariants", MOST),
                    situations: sheet.values("situations", MOST),
                };
            }
            "messages.ron" => guide.messages = sheet.values("messages", MOST),
            "screens.ron" => {
                let phrases = sheet.value("phrases").unwrap_or_default();
                let app = sheet.value("app").unwrap_or_default();
                guide.phone = PhoneScreens { app, phrases, screens: sheet.values("screens", MOST) };
            }
            "words.ron" => {
                guide.words = WordList {
                    forms: sheet.values("forms", MOST),
                    synonyms: sheet.values("synonyms", MOST),
                    endings: sheet.values("endings", MOST),
                    short: sheet.values("short", MOST),
                    filler: sheet.values("filler", MOST),
                };
            }
            "queries.ron" => guide.queries = sheet.values("queries", MOST),
            LAYER_FILE => {
                guide.brand = Brand {
                    logo: logo(sheet, files),
                    contacts: sheet.values("contacts", MOST),
                    accent_light: sheet.value("accent_light"),
                    accent_dark: sheet.value("accent_dark"),
                };
            }
            _ => {}
        }
    }
    // The cards stand in the order of the groups; those in no group come last.
    let place = |id: &TopicId| {
        let mut grouped = guide.manifest.groups.iter().flat_map(|group| &group.topics);
        grouped.position(|grouped| grouped == id).unwrap_or(usize::MAX)
    };
    guide.topics.sort_by_cached_key(|topic| place(&topic.id));
    Some(guide)
}

/// The manifest needs its edition; it can do without the rest.
fn manifest(sheet: &mut Sheet) -> Option<Manifest> {
    Some(Manifest {
        format_version: FORMAT_VERSION,
        edition: sheet.value("edition")?,
        title: sheet.value("title").unwrap_or_else(|| "Unsent".to_owned()),
        tagline: sheet.value("tagline").unwrap_or_default(),
        groups: sheet.values("groups", MOST),
        trusted_hosts: sheet.values("trusted_hosts", MOST),
        sources: sheet.values("sources", MOST),
    })
}

fn topics(sheets: &mut Sheets) -> Vec<Topic> {
    let mut topics = Vec::new();
    for (file, sheet) in &mut sheets.files {
        if let Some(id) = topic_id(file)
            && let Some(topic) = sheet.whole::<Topic>()
        {
            topics.push(Topic { id: TopicId::from(id), ..topic });
        }
    }
    topics
}

/// The name of the file with the logo.
fn logo_file(sheets: &Sheets) -> Option<String> {
    let (sheet, root) = sheets.open(LAYER_FILE)?;
    Some(sheet.text_of(sheet.field(root, "logo")?, "file")?.0)
}

fn logo(sheet: &mut Sheet, files: &Files) -> Option<Logo> {
    let LogoFile { file, alt } = sheet.value("logo")?;
    let (_, range) = sheet.text_of(sheet.field(sheet.root()?, "logo")?, "file")?;
    let Some(bytes) = files.get(&file) else {
        sheet.fault(range, format!("the file “{}” is not there", short(&file)), "Put the picture beside layer.ron.");
        return None;
    };
    match Logo::read(bytes, alt) {
        Ok(logo) => Some(logo),
        Err(what) => {
            let mend = "Save the picture as a PNG of 16 to 1024 pixels each way.";
            sheet.fault(range, format!("the file “{}” {what}", short(&file)), mend);
            None
        }
    }
}
