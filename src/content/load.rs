//! Files to guide: reads what can be read, and says what can't.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{
    bundled,
    cross::{Sheets, topic_id},
    files::Files,
    folder,
    mistake::Mistake,
    model::{FORMAT_VERSION, Faq, Guide, Manifest, PhoneScreens, RuleBook, Topic, TopicId},
    prune::prune,
    screens::fill_in,
    shape::{self, MOST_TOPICS, Record},
    sheet::Sheet,
    signature::{self, Refusal, Seal},
};

/// A guide, with what was wrong in its files.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What could be read.
    pub guide: Guide,
    /// What could not, and what else is wrong.
    pub mistakes: Vec<Mistake>,
    /// Which edition it is.
    pub origin: Origin,
    /// The fingerprint of the files that the guide was read from.
    pub hash: u64,
}

/// Which edition a guide is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Origin {
    /// The one compiled in.
    BuiltIn,
    /// The one in this folder.
    Folder(PathBuf),
    /// The one compiled in, since the one in this folder is of no use.
    BuiltInInsteadOf(PathBuf),
    /// The one compiled in, since the one in this folder is not what somebody signed.
    Refused(PathBuf, Refusal),
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

/// The most entries that are taken from a list. The shapes set lower limits where it matters.
const MOST: usize = 2_000;

/// Opens the guide in the folder, or the built-in one.
/// A folder without a usable guide gives the built-in one, with the folder's mistakes.
pub fn open(dir: Option<&Path>) -> Loaded {
    open_signed(dir, None)
}

/// The same; with the text of a file that names a key, the folder has to be signed with it. One that is not gives the
/// built-in guide, and none of its own words.
pub fn open_signed(dir: Option<&Path>, key: Option<&str>) -> Loaded {
    let Some(dir) = dir else { return built_in(Vec::new(), Origin::BuiltIn) };
    let folder::Reading { mut files, mut mistakes, unread, .. } = folder::read(dir);
    let seal = Seal::take(&mut files);
    if let Some(Err(refusal)) = key.map(|key| signature::check(key, &seal, &files)) {
        let what = format!("the guide in {} is not opened: {refusal}", dir.display());
        return built_in(vec![Mistake::nowhere(what, REFUSED_MEND)], Origin::Refused(dir.to_path_buf(), refusal));
    }
    // An empty or missing folder is one mistake, not one for each file.
    let (guide, more) =
        if files.0.is_empty() && !mistakes.is_empty() { (None, Vec::new()) } else { load_but(&files, &unread) };
    mistakes.extend(more);
    match guide {
        Some(guide) => Loaded { guide, mistakes, origin: Origin::Folder(dir.to_path_buf()), hash: files.hash() },
        None => built_in(mistakes, Origin::BuiltInInsteadOf(dir.to_path_buf())),
    }
}

/// Opens the guide in files that were read from this folder; `mistakes` are those of the reading.
pub fn open_files(dir: &Path, files: &Files, mut mistakes: Vec<Mistake>) -> Loaded {
    let is_empty = files.0.is_empty() && !mistakes.is_empty();
    let (guide, more) = if is_empty { (None, Vec::new()) } else { load(files) };
    mistakes.extend(more);
    match guide {
        Some(guide) => Loaded { guide, mistakes, origin: Origin::Folder(dir.to_path_buf()), hash: files.hash() },
        None => built_in(mistakes, Origin::BuiltInInsteadOf(dir.to_path_buf())),
    }
}

/// How to mend a guide that is refused.
const REFUSED_MEND: &str =
    "Ask whoever gave you this kit for a new copy. If you changed the guide yourself, sign it again.";

/// The built-in guide. Its own mistakes are told only where it was asked for.
fn built_in(mut mistakes: Vec<Mistake>, origin: Origin) -> Loaded {
    let files = bundled::files();
    let (guide, own) = load(&files);
    if origin == Origin::BuiltIn {
        mistakes.extend(own);
    }
    Loaded { guide: guide.unwrap_or_else(Guide::empty), mistakes, origin, hash: files.hash() }
}

/// Reads a guide from its files. `None` where `guide.ron` is of no use or no topic could be read.
///
/// In lists, entries with mistakes in their form are left out; a topic with one is left out as a whole.
/// What then leads nowhere is taken out as well, so that every name in the guide is the name of something in it.
pub fn load(files: &Files) -> (Option<Guide>, Vec<Mistake>) {
    load_but(files, &BTreeSet::new())
}

/// The same; `unread` are files that are there, but could not be read.
fn load_but(files: &Files, unread: &BTreeSet<String>) -> (Option<Guide>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let mut sheets = sheets(files, unread, &mut mistakes);
    let version = format_version(&mut sheets);
    if version.is_some_and(|version| version != FORMAT_VERSION) {
        // Nobody knows what another version would say.
        let guide = sheets.sheets.remove("guide.ron");
        return (None, guide.map(Sheet::mistakes).unwrap_or_default());
    }
    sheets.check();
    let mut guide = version.and_then(|_| guide(&mut sheets)).filter(|guide| !guide.topics.is_empty());
    if let Some(guide) = &mut guide {
        fill_in(&mut guide.phone);
        prune(guide);
    }
    mistakes.extend(sheets.mistakes());
    (guide, mistakes)
}

/// Reads every file that belongs to a guide. What is missing, unreadable or stray is a mistake.
fn sheets(files: &Files, unread: &BTreeSet<String>, mistakes: &mut Vec<Mistake>) -> Sheets {
    let mut sheets = Sheets::default();
    for (file, _) in NEEDED {
        if files.get(file).is_none() && !unread.contains(file) {
            mistakes.push(Mistake::nowhere(format!("{file} is missing"), format!("Put {file} into the folder.")));
        }
    }
    let topic_names = || files.paths().filter_map(topic_id);
    if topic_names().count() > MOST_TOPICS {
        let what = format!("there are more than {MOST_TOPICS} topics; those beyond were not read");
        mistakes.push(Mistake::nowhere(what, "Take topics out of the folder topics/."));
    }
    sheets.unread_topics.extend(unread.iter().filter_map(|file| topic_id(file)).map(str::to_owned));
    sheets.unread_topics.extend(topic_names().skip(MOST_TOPICS).map(str::to_owned));
    let mut stray = 0;
    for (file, bytes) in &files.0 {
        let needed = NEEDED.iter().find(|(needed, _)| needed == file).map(|(_, record)| *record);
        let Some(record) = needed.or_else(|| topic_id(file).map(|_| &shape::TOPIC)) else {
            stray += 1;
            if stray <= 50 {
                let mend = "Take it out of the folder, or rename it to what it was meant to be.";
                mistakes.push(Mistake::nowhere(format!("nothing uses the file {file}"), mend));
            }
            continue;
        };
        if topic_id(file).is_some_and(|id| sheets.unread_topics.contains(id)) {
            continue;
        }
        match Sheet::read(file, bytes, record) {
            Ok(sheet) => _ = sheets.sheets.insert(file.clone(), sheet),
            Err(mistake) => {
                sheets.unread_topics.extend(topic_id(file).map(str::to_owned));
                mistakes.push(mistake);
            }
        }
    }
    sheets
}

/// The version that the guide states, with a mistake where it is another one than ours.
fn format_version(sheets: &mut Sheets) -> Option<u32> {
    let sheet = sheets.sheets.get_mut("guide.ron")?;
    let version = sheet.value::<u32>("format_version")?;
    let range = sheet.field(sheet.root()?, "format_version")?.head.clone();
    if version != FORMAT_VERSION {
        let what = format!("this program reads format_version {FORMAT_VERSION}, not {version}");
        sheet.fault(range, what, "Use a newer program, or content that was made for this one.");
    }
    Some(version)
}

fn guide(sheets: &mut Sheets) -> Option<Guide> {
    let manifest = manifest(sheets.sheets.get_mut("guide.ron")?)?;
    let mut guide = Guide { manifest, topics: topics(sheets), ..Guide::empty() };
    for (file, sheet) in &mut sheets.sheets {
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
    for (file, sheet) in &mut sheets.sheets {
        if let Some(id) = topic_id(file)
            && let Some(topic) = sheet.whole::<Topic>()
        {
            topics.push(Topic { id: TopicId::from(id), ..topic });
        }
    }
    topics
}
