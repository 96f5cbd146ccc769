//! Files to guide: reads what can be read, and says what can't.

use std::path::{Path, PathBuf};

use ron::{Options, extensions::Extensions};
use serde::de::DeserializeOwned;

use super::{
    bundled,
    files::Files,
    folder,
    ids::TopicId,
    mistake::{Mistake, Place},
    model::{Faq, Guide, Manifest, MessageList, PhoneScreens, QuestionList, RuleBook, Topic},
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
}

/// Opens the guide in the folder, or the built-in one.
/// A folder without a usable guide gives the built-in one, with the folder's mistakes.
pub fn open(dir: Option<&Path>) -> Loaded {
    let mut mistakes = Vec::new();
    if let Some(dir) = dir {
        let (files, unread) = folder::read_folder(dir);
        mistakes.extend(unread);
        let (guide, more) = load(&files);
        mistakes.extend(more);
        if let Some(guide) = guide {
            return Loaded { guide, mistakes, origin: Origin::Folder(dir.to_path_buf()) };
        }
    }
    let (guide, more) = load(&bundled::files());
    mistakes.extend(more);
    let origin = dir.map_or(Origin::BuiltIn, |dir| Origin::BuiltInInsteadOf(dir.to_path_buf()));
    Loaded { guide: guide.unwrap_or_else(Guide::empty), mistakes, origin }
}

/// Reads a guide from its files. `None` where `guide.ron` is of no use or no topic could be read.
pub fn load(files: &Files) -> (Option<Guide>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    let Some(manifest) = read::<Manifest>(files, "guide.ron", &mut mistakes) else { return (None, mistakes) };
    let mut topics = Vec::new();
    for id in manifest.groups.iter().flat_map(|group| &group.topics) {
        if let Some(topic) = read::<Topic>(files, &format!("topics/{id}.ron"), &mut mistakes) {
            topics.push(Topic { id: TopicId::from(id.as_str()), ..topic });
        }
    }
    if topics.is_empty() {
        return (None, mistakes);
    }
    let guide = Guide {
        manifest,
        topics,
        faq: read::<Faq>(files, "faq.ron", &mut mistakes).unwrap_or_default(),
        questions: read::<QuestionList>(files, "questions.ron", &mut mistakes).unwrap_or_default().questions,
        rules: read::<RuleBook>(files, "rules.ron", &mut mistakes).unwrap_or_default(),
        messages: read::<MessageList>(files, "messages.ron", &mut mistakes).unwrap_or_default().messages,
        phone: read::<PhoneScreens>(files, "screens.ron", &mut mistakes).unwrap_or_default(),
    };
    (Some(guide), mistakes)
}

fn read<T: DeserializeOwned>(files: &Files, file: &str, mistakes: &mut Vec<Mistake>) -> Option<T> {
    let Some(text) = files.get(file).and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
        mistakes.push(Mistake::nowhere(format!("{file} can’t be read"), "Put the file there."));
        return None;
    };
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    match options.from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let line = error.span.start.line;
            let place = Place {
                file: file.to_owned(),
                line,
                column: error.span.start.col,
                text: text.lines().nth(line - 1).unwrap_or_default().to_owned(),
                width: 1,
            };
            mistakes.push(Mistake { what: error.code.to_string(), place: Some(place), mend: String::new() });
            None
        }
    }
}
