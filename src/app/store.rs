//! The file in which the person's choices are kept: written whole or not at all, never thrown away.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Saved;

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
    /// The usual place: `unsent/state.ron` in the user's folder for application data. Without one, nothing is kept.
    pub fn usual() -> Self {
        Self { file: dirs::data_dir().map(|dir| dir.join("unsent").join("state.ron")) }
    }

    /// This file.
    pub fn at(file: PathBuf) -> Self {
        Self { file: Some(file) }
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

    /// Writes a new file beside the old one, makes sure that it is on the disk, and puts it in the old one's place:
    /// a crash at any moment leaves one of the two, whole.
    pub fn write(&self, saved: &Saved) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let folder = file.parent().unwrap_or_else(|| Path::new("."));
        std::fs::create_dir_all(folder)?;
        let text = ron::ser::to_string_pretty(saved, ron::ser::PrettyConfig::new()).map_err(io::Error::other)?;
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
        for name in names_aside(file) {
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
        store.write(&choices()).unwrap();
        assert_eq!(store.read(), Found { saved: choices(), set_aside: None });
    }

    #[test]
    fn a_missing_file_gives_the_usual_choices() {
        let (_dir, store) = store();
        assert_eq!(store.read(), Found::default());
    }

    #[test]
    fn a_damaged_file_is_put_aside_whole_and_said() {
        let (_dir, store) = store();
        store.write(&choices()).unwrap();
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
        store.write(&choices()).unwrap();
        let folder = store.path().unwrap().parent().unwrap();
        std::fs::write(folder.join(".tmpHALF"), "(theme: Li").unwrap();
        assert_eq!(store.read().saved, choices());
    }

    #[test]
    fn an_unknown_field_of_a_later_version_is_no_damage() {
        let (_dir, store) = store();
        store.write(&choices()).unwrap();
        let file = store.path().unwrap();
        let text = std::fs::read_to_string(file).unwrap().replacen('(', "(invented_later: [1, 2],", 1);
        std::fs::write(file, text).unwrap();
        assert_eq!(store.read().saved, choices());
    }

    #[test]
    fn without_a_place_nothing_is_kept_and_nothing_fails() {
        let nowhere = Store::default();
        nowhere.write(&choices()).unwrap();
        assert_eq!(nowhere.read(), Found::default());
        nowhere.delete().unwrap();
    }

    #[test]
    fn deleting_leaves_no_trace() {
        let (dir, store) = store();
        store.write(&choices()).unwrap();
        // Damaged files hold what the person did, too.
        for _ in 0..2 {
            std::fs::write(store.path().unwrap(), "(message_text: \"hel").unwrap();
            assert!(store.read().set_aside.is_some(), "the damaged file is set aside");
        }
        store.write(&choices()).unwrap();
        store.delete().unwrap();
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
