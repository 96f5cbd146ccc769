//! The author's desk: what whoever writes the content sees beside the guide. Never draws.

mod draft;
mod freshness;
mod watch;

pub use draft::{Draft, Taken};
pub use freshness::{Freshness, freshness};
pub use watch::Watch;

use std::path::{Path, PathBuf};

use crate::app::Library;
use crate::content::mistake::Mistake;

/// A content folder in the making.
pub struct Desk {
    /// The folder.
    pub folder: PathBuf,
    /// What is wrong in it as it is now; what is shown may still be what was right before.
    pub mistakes: Vec<Mistake>,
    /// The files that are shown as they were when they were last right.
    pub held: Vec<String>,
    /// Does the system not tell of changes, so that the folder has to be read again and again?
    pub is_polled: bool,
    watch: Watch,
}

/// What there is to show after a change.
pub struct News {
    /// The guide, where another one is to be shown.
    pub library: Option<Library>,
    /// See [`Desk::mistakes`].
    pub mistakes: Vec<Mistake>,
    /// See [`Desk::held`].
    pub held: Vec<String>,
    /// See [`Desk::is_polled`].
    pub is_polled: bool,
}

impl Desk {
    /// Reads the folder and watches it from then on. `wake` is called, on another thread, when there is news.
    pub fn open(folder: &Path, wake: impl Fn() + Send + 'static) -> (Self, Library) {
        // A relative name would be another folder for whoever tells of changes.
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
        let (watch, first) = Watch::start(folder.clone(), wake);
        let Taken { loaded, mistakes, held } = first;
        let desk = Self { folder, mistakes, held, is_polled: false, watch };
        (desk, Library::from(loaded))
    }

    /// Takes the news in, if there is any. Returns the guide that is to be shown from now on, where it is another.
    pub fn take_news(&mut self) -> Option<Library> {
        let mut newest = None;
        while let Some(news) = self.watch.news() {
            let News { library, mistakes, held, is_polled } = news;
            (self.mistakes, self.held, self.is_polled) = (mistakes, held, is_polled);
            newest = library.or(newest);
        }
        newest
    }

    /// The file on the disk, if it is one of the folder's own texts: nothing else is ever opened.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        let is_plain =
            name.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':']));
        let path = self.folder.join(name);
        let is_inside = || {
            path.canonicalize().is_ok_and(|whole| self.folder.canonicalize().is_ok_and(|own| whole.starts_with(own)))
        };
        (is_plain && path.extension().is_some_and(|extension| extension == "ron") && path.is_file() && is_inside())
            .then_some(path)
    }
}
