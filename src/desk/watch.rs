//! Watches a folder on a thread of its own, and reads it again once whoever writes to it has come to rest.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _, recommended_watcher};

use super::News;
use super::draft::{Draft, Taken};
use crate::app::Library;
use crate::content::files::Files;
use crate::content::folder::read_folder;
use crate::content::mistake::Mistake;
use crate::content::signature::Seal;

/// A folder is at rest when nothing has been told of it for so long: editors write in several goes.
const REST: Duration = Duration::from_millis(120);
/// It is read after this long at the latest, even if it never comes to rest.
const LONGEST: Duration = Duration::from_millis(500);
/// How often a folder is read of which the system tells nothing, or that is not there.
const POLL: Duration = Duration::from_millis(600);

/// A folder that is being watched, until this is dropped.
pub struct Watch {
    told: Sender<Told>,
    news: Receiver<News>,
}

/// What the watching thread is told.
enum Told {
    /// Something in the folder changed.
    Changed,
    /// The folder itself came, went or was renamed.
    Replaced,
    /// Nobody wants to know any more.
    Stop,
}

/// What was read.
type Read = (Files, Vec<Mistake>);

/// Reads the folder. Its signature is no content, and is not asked for while the folder is being written.
fn read(dir: &Path) -> Read {
    let (mut files, unread) = read_folder(dir);
    drop(Seal::take(&mut files));
    (files, unread)
}

impl Watch {
    /// Reads the folder and begins to watch it.
    pub fn start(dir: PathBuf, wake: impl Fn() + Send + 'static) -> (Self, Taken) {
        let (told, hears) = channel();
        let (send, news) = channel();
        let read = read(&dir);
        let mut draft = Draft::default();
        let first = draft.take(&dir, read.0.clone(), read.1.clone());
        let tell = told.clone();
        let shown = first.loaded.hash;
        thread::spawn(move || {
            let thread = Watching { dir, draft, read, shown, is_polled: false };
            thread.run(&tell, &hears, &|news| {
                let is_wanted = send.send(news).is_ok();
                wake();
                is_wanted
            });
        });
        (Self { told, news }, first)
    }

    /// The next news, if there is any.
    pub fn news(&self) -> Option<News> {
        self.news.try_recv().ok()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that is gone needs no stopping.
        drop(self.told.send(Told::Stop));
    }
}

/// What the thread knows.
struct Watching {
    dir: PathBuf,
    draft: Draft,
    read: Read,
    /// The fingerprint of what is shown.
    shown: u64,
    is_polled: bool,
}

impl Watching {
    fn run(mut self, tell: &Sender<Told>, hears: &Receiver<Told>, send: &dyn Fn(News) -> bool) {
        let mut watcher = None;
        loop {
            if watcher.is_none() {
                watcher = watch(&self.dir, tell);
            }
            // Read after the watch is set up, so that nothing falls in between.
            if self.look(watcher.is_none()).is_some_and(|news| !send(news)) {
                return;
            }
            match wait(hears, watcher.is_some()) {
                Told::Changed => {}
                Told::Replaced => watcher = None,
                Told::Stop => return,
            }
        }
    }

    /// Reads the folder; news only where something is other than before.
    fn look(&mut self, is_unwatched: bool) -> Option<News> {
        let read = read(&self.dir);
        let is_polled = is_unwatched && self.dir.is_dir();
        if read == self.read && is_polled == self.is_polled {
            return None;
        }
        (self.read, self.is_polled) = (read.clone(), is_polled);
        let Taken { loaded, mistakes, held } = self.draft.take(&self.dir, read.0, read.1);
        let is_new = std::mem::replace(&mut self.shown, loaded.hash) != loaded.hash;
        Some(News { library: is_new.then(|| Library::from(loaded)), mistakes, held, is_polled })
    }
}

/// Has the system tell of changes in the folder, and of the folder itself: a folder that is deleted or renamed tells
/// nothing any more. `None` where that is not to be had.
fn watch(dir: &Path, tell: &Sender<Told>) -> Option<RecommendedWatcher> {
    let (own, tell) = (dir.to_path_buf(), tell.clone());
    let mut watcher = recommended_watcher(move |event: notify::Result<Event>| {
        let told = event.map_or(Some(Told::Replaced), |event| told(&own, &event));
        if let Some(told) = told {
            // Nobody hears it once the desk is closed.
            drop(tell.send(told));
        }
    })
    .ok()?;
    watcher.watch(dir, RecursiveMode::Recursive).ok()?;
    if let Some(parent) = dir.parent() {
        // A folder above that may not be read is no reason to watch nothing.
        drop(watcher.watch(parent, RecursiveMode::NonRecursive));
    }
    Some(watcher)
}

/// What an event means for the folder. That something was only read means nothing, or reading would never end.
fn told(dir: &Path, event: &Event) -> Option<Told> {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
        EventKind::Access(_) => return None,
        _ => {}
    }
    if event.need_rescan() {
        return Some(Told::Replaced);
    }
    let is_about_itself = |path: &PathBuf| {
        path == dir && !matches!(event.kind, EventKind::Modify(notify::event::ModifyKind::Metadata(_)))
    };
    if event.paths.iter().any(is_about_itself) {
        Some(Told::Replaced)
    } else {
        event.paths.iter().any(|path| path.starts_with(dir)).then_some(Told::Changed)
    }
}

/// Waits until something is told and the folder has come to rest; where nothing is told, for a while.
fn wait(hears: &Receiver<Told>, is_watched: bool) -> Told {
    let first = if is_watched { hears.recv().map_err(RecvTimeoutError::from) } else { hears.recv_timeout(POLL) };
    let mut told = match first {
        Ok(told) => told,
        Err(RecvTimeoutError::Timeout) => return Told::Changed,
        Err(RecvTimeoutError::Disconnected) => return Told::Stop,
    };
    let begun = Instant::now();
    while begun.elapsed() < LONGEST {
        match (hears.recv_timeout(REST), &told) {
            (Err(_), _) | (_, Told::Stop) => break,
            (Ok(Told::Changed), _) => {}
            (Ok(other), _) => told = other,
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use std::fs;

    use notify::event::{CreateKind, MetadataKind, ModifyKind};

    use super::*;

    #[test]
    fn a_folder_of_which_nothing_is_told_is_read_again_and_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().to_path_buf();
        let read = read(&dir);
        let mut watching = Watching { dir: dir.clone(), draft: Draft::default(), read, shown: 0, is_polled: false };
        let (_tell, hears) = channel();
        assert!(watching.look(true).unwrap().is_polled, "it is said");
        assert!(watching.look(true).is_none(), "and not again");
        fs::write(dir.join("guide.ron"), "(").unwrap();
        assert!(matches!(wait(&hears, false), Told::Changed), "nothing was told, and yet it is read");
        let news = watching.look(true).unwrap();
        assert!(news.mistakes.iter().any(|mistake| mistake.place.is_some()), "{:?}", news.mistakes);
    }

    #[test]
    fn reading_is_no_change_and_a_folder_that_comes_or_goes_is_watched_anew() {
        let dir = Path::new("/content");
        let about = |kind: EventKind, path: &str| told(dir, &Event::new(kind).add_path(PathBuf::from(path)));
        let (opened, created) =
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), EventKind::Create(CreateKind::Any));
        assert!(about(opened, "/content/guide.ron").is_none(), "reading");
        assert!(matches!(about(created, "/content/guide.ron"), Some(Told::Changed)), "a new file");
        assert!(matches!(about(created, "/content"), Some(Told::Replaced)), "a new folder");
        assert!(about(created, "/other/guide.ron").is_none(), "a neighbour");
        let dated = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        assert!(matches!(about(dated, "/content"), Some(Told::Changed)), "the folder's own date");
    }
}
