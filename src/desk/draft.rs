//! What of a folder in the making can be shown: a file that is broken is shown as it was when it was last right.

use std::collections::BTreeSet;
use std::path::Path;

use crate::content::files::Files;
use crate::content::layer::{self, Layer, LayerName};
use crate::content::mistake::Mistake;
use crate::content::{Loaded, open_layers};

/// The files of a folder as they are shown.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    shown: Files,
    /// Were they without a mistake?
    is_right: bool,
}

/// What is to be shown, and what is wrong.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What is to be shown.
    pub loaded: Loaded,
    /// What is wrong with the files as they are now.
    pub mistakes: Vec<Mistake>,
    /// The files that are shown as they were before.
    pub held: Vec<String>,
}

impl Draft {
    /// Takes the files as they are now. `unread` is what could not be read.
    ///
    /// Files without a mistake are shown as they are. Where only all of them together are wrong, such as an id that
    /// was changed in one file and not yet in another, everything stays as it was.
    pub fn take(&mut self, dir: &Path, files: Files, unread: Vec<Mistake>) -> Taken {
        let now = opened(dir, &files, unread);
        if now.mistakes.is_empty() {
            *self = Self { shown: files, is_right: true };
            return Taken { loaded: now, mistakes: Vec::new(), held: Vec::new() };
        }
        let mixed = self.mixed(&files, &now.mistakes);
        let mut loaded = opened(dir, &mixed, Vec::new());
        if loaded.mistakes.is_empty() || !self.is_right {
            *self = Self { shown: mixed, is_right: loaded.mistakes.is_empty() };
        } else {
            loaded = opened(dir, &self.shown, Vec::new());
        }
        let differs = |(file, bytes): &(&String, &Vec<u8>)| files.0.get(*file) != Some(*bytes);
        let held = self.shown.0.iter().filter(differs).map(|(file, _)| file.clone()).collect();
        Taken { loaded, mistakes: now.mistakes, held }
    }

    /// The files with those that are wrong or gone as they were shown last.
    fn mixed(&self, files: &Files, mistakes: &[Mistake]) -> Files {
        let places = mistakes.iter().filter_map(|mistake| mistake.place.as_ref());
        let broken: BTreeSet<&str> = places.map(|place| place.file.as_str()).collect();
        let mut mixed = files.clone();
        for (file, bytes) in &self.shown.0 {
            if broken.contains(file.as_str()) || files.get(file).is_none() {
                mixed.insert(file.as_str(), bytes.as_slice());
            }
        }
        mixed
    }
}

/// The guide that these files of the folder make with the layers below it.
fn opened(dir: &Path, files: &Files, mistakes: Vec<Mistake>) -> Loaded {
    let draft = Layer::of(LayerName::Folder(dir.to_path_buf()), files.clone(), mistakes);
    open_layers(layer::usual(None).into_iter().chain([draft]))
}
