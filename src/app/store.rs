//! The file in which the person's choices are kept: written whole or not at all, never thrown away.
//!
//! All windows that are open share it: each writes what it changed, and leaves the rest as the others wrote it.

use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Saved;
use super::merge::merged;
use crate::content::layer::program_folder;

/// Beside the program, this file says that everything is to be kept beside it.
pub const PORTABLE: &str = "portable.txt";

/// Larger files are not ours.
const MAX_BYTES: u64 = 1 << 20;

/// Where the person's choices are kept, if anywhere.
#[derive(Clone, Debug, Default)]
pub struct Store {
    file: Option<PathBuf>,
}

/// What was found at the start.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// The person's choices, or the usual ones.
    pub saved: Saved,
    /// Where a damaged file was put aside, to be told to the person.
    pub set_aside: Option<PathBuf>,
}

impl Store {
    /// `data/state.ron` beside a portable program, or else the usual place: `unsent/state.ron` in the user's folder for
    /// application data. Without one, nothing is kept.
    pub fn usual() -> Self {
        let portable = program_folder().and_then(|folder| Self::portable(&folder));
        portable.unwrap_or_else(|| Self { file: dirs::data_dir().map(|dir| dir.join("unsent").join("state.ron")) })
    }

    /// The file in `data` in the program's folder, where the folder says that the program is portable.
    pub fn portable(folder: &Path) -> Option<Self> {
        let is_portable = folder.join(PORTABLE).is_file();
        is_portable.then(|| Self::at(folder.join("data").join("state.ron")))
    }

    /// This file.
    pub fn at(file: PathBuf) -> Self {
        Self { file: Some(file) }
    }

    /// Is everything kept beside the program?
    pub fn is_portable() -> bool {
        program_folder().is_some_and(|folder| folder.join(PORTABLE).is_file())
    }

    /// The file's path, if there is one.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Reads the file. A damaged one is renamed, so that nothing is lost, and the usual choices are returned.
    pub fn read(&self) -> Found {
        let Some(file) = &self.file else { return Found::default() };
        match read_saved(file) {
            Ok(saved) => Found { saved, set_aside: None },
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                Found { saved: Saved::default(), set_aside: set_aside(file) }
            }
            Err(_missing_or_unreadable) => Found::default(),
        }
    }

    /// Writes what changed since `before` into what the file says now.
    ///
    /// It writes a new file beside the old one, makes sure that it is on the disk, and puts it in the old one's place:
    /// a crash at any moment leaves one of the two, whole.
    pub fn write(&self, before: &Saved, saved: &Saved) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let folder = file.parent().unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(folder)?;
        let _lock = lock(file)?;
        let there = match read_saved(file) {
            Ok(there) => there,
            // Deleted in another window, or never written: what this one did since is kept.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Saved::default(),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                set_aside(file);
                before.clone()
            }
            Err(error) => return Err(error),
        };
        let merged = merged(before, saved, &there);
        let text = ron::ser::to_string_pretty(&merged, ron::ser::PrettyConfig::new()).map_err(io::Error::other)?;
        let mut new = tempfile::NamedTempFile::new_in(folder)?;
        new.write_all(text.as_bytes())?;
        new.as_file().sync_all()?;
        new.persist(file)?;
        Ok(())
    }

    /// Deletes the file, the damaged ones set aside, and the folder made for them, if nothing else is in it.
    pub fn delete(&self) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        for name in names_aside(file).chain([lock_file(file)]) {
            match std::fs::remove_file(name) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        if let Some(folder) = file.parent() {
            // A folder with other things in it stays.
            drop(std::fs::remove_dir(folder));
        }
        Ok(())
    }
}

/// How often a lock is asked for, and how long it is waited between: five seconds in all.
const TRIES: usize = 500;
const PAUSE: Duration = Duration::from_millis(10);

/// One window at a time reads and writes. Where the disk knows no locks, it goes on without.
fn lock(file: &Path) -> io::Result<Option<File>> {
    let Ok(lock) = File::options().create(true).append(true).open(lock_file(file)) else { return Ok(None) };
    for _ in 0..TRIES {
        match lock.try_lock() {
            Ok(()) => return Ok(Some(lock)),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(io::Error::new(io::ErrorKind::TimedOut, "another window does not stop writing"))
}

fn lock_file(file: &Path) -> PathBuf {
    file.with_extension("lock")
}

fn read_saved(file: &Path) -> io::Result<Saved> {
    if std::fs::metadata(file)?.len() > MAX_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "too large"));
    }
    let bytes = std::fs::read(file)?;
    ron::de::from_bytes(&bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Moves a damaged file to the first free name beside it.
fn set_aside(file: &Path) -> Option<PathBuf> {
    names_aside(file).find(|name| !name.exists()).filter(|name| std::fs::rename(file, name).is_ok())
}

/// The names that damaged files get, in order.
fn names_aside(file: &Path) -> impl Iterator<Item = PathBuf> {
    (1..1000).map(|number| file.with_file_name(format!("state-damaged-{number}.ron")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::saved::{TextSize, Theme};

    fn store() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::at(dir.path().join("ünsent data").join("state.ron"));
        (dir, store)
    }

    fn choices() -> Saved {
        let mut saved = Saved { theme: Theme::Dark, text_size: TextSize::ALL[2], ..Saved::default() };
        saved.tick(&"phone".into(), &"verify".into(), 4, true);
        saved.message_text = "She said “no” \\ \u{1f600}\n".to_owned();
        saved
    }

    #[test]
    fn what_was_written_is_read_again() {
        let (_dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        assert_eq!(store.read(), Found { saved: choices(), set_aside: None });
    }

    #[test]
    fn two_windows_lose_nothing() {
        let (_dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        let (here, there) = (store.clone(), Store::at(store.path().unwrap().to_path_buf()));
        let (mut one, mut two) = (here.read().saved, there.read().saved);
        one.tick(&"phone".into(), &"verify".into(), 4, false);
        one.tick(&"phone".into(), &"verify".into(), 5, true);
        one.answers.set("follow".into(), Some("only-me".into()));
        one.theme = Theme::Light;
        two.tick(&"age".into(), &"ask".into(), 0, true);
        two.answers.set("who".into(), Some("everyone".into()));
        two.text_size = TextSize::ALL[4];
        two.tried.insert("network".into());
        one.in_hand.insert("phone".into(), ("verify".into(), Some(3)));
        two.in_hand.insert("age".into(), ("ask".into(), None));
        here.write(&choices(), &one).unwrap();
        there.write(&choices(), &two).unwrap();
        let both = store.read().saved;
        assert_eq!((both.theme, both.text_size), (Theme::Light, TextSize::ALL[4]));
        assert_eq!(both.answers.get(&"follow".into()), Some(&"only-me".into()));
        assert_eq!(both.answers.get(&"who".into()), Some(&"everyone".into()));
        assert!(
            both.is_ticked(&"age".into(), &"ask".into(), 0) && both.is_ticked(&"phone".into(), &"verify".into(), 5)
        );
        assert!(!both.is_ticked(&"phone".into(), &"verify".into(), 4), "the tick was taken away");
        assert_eq!(both.in_hand[&"phone".into()], ("verify".into(), Some(3)));
        assert_eq!(both.in_hand[&"age".into()], ("ask".into(), None));
        assert_eq!(both.message_text, choices().message_text);
        // The first window goes on from what it knows.
        let before = one.clone();
        one.tried.insert("phone".into());
        here.write(&before, &one).unwrap();
        assert_eq!(store.read().saved.tried, ["network".into(), "phone".into()].into());
    }

    #[test]
    fn many_windows_at_once_lose_nothing() {
        let (_dir, store) = store();
        std::thread::scope(|scope| {
            for window in 0..4 {
                let store = store.clone();
                scope.spawn(move || {
                    let mut saved = Saved::default();
                    for step in 0..10 {
                        let before = saved.clone();
                        saved.tick(&"phone".into(), &"verify".into(), window * 10 + step, true);
                        store.write(&before, &saved).unwrap();
                    }
                });
            }
        });
        let saved = store.read().saved;
        assert_eq!(saved.ticked[&"phone".into()][&"verify".into()], (0..40).collect());
    }

    #[test]
    fn what_one_window_deleted_stays_deleted() {
        let (_dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        store.delete().unwrap();
        store.write(&choices(), &Saved { theme: Theme::Light, ..choices() }).unwrap();
        assert_eq!(store.read().saved, Saved { theme: Theme::Light, ..Saved::default() });
    }

    #[test]
    fn a_file_damaged_while_the_window_is_open_is_put_aside() {
        let (_dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        std::fs::write(store.path().unwrap(), "(theme").unwrap();
        store.write(&choices(), &Saved { theme: Theme::Light, ..choices() }).unwrap();
        assert_eq!(store.read().saved, Saved { theme: Theme::Light, ..choices() });
        assert_eq!(names_aside(store.path().unwrap()).filter(|name| name.exists()).count(), 1);
    }

    #[test]
    fn a_portable_program_keeps_everything_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let long = "a folder with a long name ".repeat(9);
        let folder = dir.path().join("Ünsent für Zoë 🎒").join(long.trim());
        std::fs::create_dir_all(&folder).unwrap();
        assert!(Store::portable(&folder).is_none(), "only where it says so");
        std::fs::write(folder.join(PORTABLE), "").unwrap();
        let store = Store::portable(&folder).unwrap();
        assert!(store.path().unwrap().as_os_str().len() > 200);
        store.write(&Saved::default(), &choices()).unwrap();
        assert_eq!(store.read().saved, choices());
        let there = |folder: &Path| {
            let names =
                std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names.collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(there(&folder), ["data".to_owned(), PORTABLE.to_owned()].into());
        assert_eq!(there(&folder.join("data")), ["state.lock".to_owned(), "state.ron".to_owned()].into());
    }

    #[test]
    fn a_missing_file_gives_the_usual_choices() {
        let (_dir, store) = store();
        assert_eq!(store.read(), Found::default());
    }

    #[test]
    fn a_damaged_file_is_put_aside_whole_and_said() {
        let (_dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        let file = store.path().unwrap();
        let half = std::fs::read(file).unwrap()[..40].to_vec();
        for _ in 0..2 {
            std::fs::write(file, &half).unwrap();
            let found = store.read();
            assert_eq!(found.saved, Saved::default());
            assert_eq!(std::fs::read(found.set_aside.unwrap()).unwrap(), half);
            assert!(!file.exists(), "the next start begins afresh");
        }
    }

    #[test]
    fn a_crash_before_the_rename_leaves_the_old_file() {
        let (_dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        let folder = store.path().unwrap().parent().unwrap();
        std::fs::write(folder.join(".tmpHALF"), "(theme: Li").unwrap();
        assert_eq!(store.read().saved, choices());
    }

    #[test]
    fn an_unknown_field_of_a_later_version_is_no_damage() {
        let (_dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        let file = store.path().unwrap();
        let text = std::fs::read_to_string(file).unwrap().replacen('(', "(invented_later: [1, 2],", 1);
        std::fs::write(file, text).unwrap();
        assert_eq!(store.read().saved, choices());
    }

    #[test]
    fn without_a_place_nothing_is_kept_and_nothing_fails() {
        let nowhere = Store::default();
        nowhere.write(&Saved::default(), &choices()).unwrap();
        assert_eq!(nowhere.read(), Found::default());
        nowhere.delete().unwrap();
    }

    #[test]
    fn deleting_leaves_no_trace() {
        let (dir, store) = store();
        store.write(&Saved::default(), &choices()).unwrap();
        // Damaged files hold what the person did, too.
        for _ in 0..2 {
            std::fs::write(store.path().unwrap(), "(message_text: \"hel").unwrap();
            assert!(store.read().set_aside.is_some(), "the damaged file is set aside");
        }
        store.write(&Saved::default(), &choices()).unwrap();
        store.delete().unwrap();
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
