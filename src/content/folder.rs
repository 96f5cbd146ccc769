//! A folder on the disk, read within limits: no file, link or device in it can make the program wait or swell.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read as _},
    path::Path,
};

use super::{files::Files, mistake::Mistake};

/// The largest file, in bytes.
pub const LARGEST_FILE: u64 = 1024 * 1024;
/// The most files and folders that are looked at.
const MOST_ENTRIES: usize = 2_000;
/// The most bytes of all files together.
const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// How deep folders may lie in one another.
const DEEPEST: usize = 4;

/// Everything in the folder, and what could not be read.
pub fn read_folder(dir: &Path) -> (Files, Vec<Mistake>) {
    let Reading { files, mistakes, .. } = read(dir);
    (files, mistakes)
}

/// The same, with the names of the files that are there but could not be read.
pub(super) fn read(dir: &Path) -> Reading {
    let mut reading = Reading::default();
    match fs::metadata(dir) {
        Ok(found) if found.is_dir() => reading.folder(dir, "", 0),
        Ok(_) => reading
            .mistake(format!("{} is a file, not a folder", dir.display()), "Name the folder in which guide.ron lies."),
        Err(error) => reading.mistake(
            format!("the folder {} can’t be opened: {}", dir.display(), in_words(&error)),
            "Check the folder’s name and whether you may read it.",
        ),
    }
    reading
}

/// What was found in a folder.
#[derive(Default)]
pub(super) struct Reading {
    /// The files that were read.
    pub(super) files: Files,
    /// What could not be read, and why.
    pub(super) mistakes: Vec<Mistake>,
    /// The paths of the files that could not be read, so that nobody calls them missing as well.
    pub(super) unread: BTreeSet<String>,
    entries: usize,
    bytes: u64,
    is_full: bool,
}

impl Reading {
    fn mistake(&mut self, what: impl Into<String>, mend: &str) {
        self.mistakes.push(Mistake::nowhere(what, mend));
    }

    /// The recursion is no deeper than `DEEPEST`.
    fn folder(&mut self, dir: &Path, prefix: &str, depth: usize) {
        let entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) => {
                let what = format!("the folder {prefix} can’t be read: {}", in_words(&error));
                return self.mistake(what, "Check whether you may read the folder.");
            }
        };
        let mut found = Vec::new();
        for entry in entries {
            self.entries += 1;
            if self.entries > MOST_ENTRIES {
                return self.full(format!("the folder holds more than {MOST_ENTRIES} files"));
            }
            match entry {
                Ok(entry) => found.push(entry.path()),
                Err(error) => self.mistake(
                    format!("an entry of the folder {prefix} can’t be read: {}", in_words(&error)),
                    "Check whether you may read the folder.",
                ),
            }
        }
        found.sort();
        for path in found {
            if self.is_full {
                return;
            }
            self.entry(&path, prefix, depth);
        }
    }

    fn entry(&mut self, path: &Path, prefix: &str, depth: usize) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            let what = format!("the file name {} holds characters that can’t be read", path.display());
            return self.mistake(what, "Rename the file with plain letters.");
        };
        // What editors and systems put beside the files that people write.
        if name.starts_with('.') || name.ends_with('~') {
            return;
        }
        let name = format!("{prefix}{name}");
        let is_link = path.is_symlink();
        match fs::metadata(path) {
            Err(error) => {
                let what = format!("{name} can’t be read: {}", in_words(&error));
                self.mistake(what, "Check whether the file is there and whether you may read it.");
                self.unread.insert(name);
            }
            Ok(found) if found.is_dir() && is_link => self.mistake(
                format!("{name} is a link to another folder, which is not followed"),
                "Put the folder itself there.",
            ),
            Ok(found) if found.is_dir() && depth >= DEEPEST => {
                self.mistake(format!("the folder {name} lies too deep"), "Move its files further up.");
            }
            Ok(found) if found.is_dir() => self.folder(path, &format!("{name}/"), depth + 1),
            Ok(found) if !found.is_file() => {
                self.mistake(format!("{name} is no ordinary file"), "Remove it from the folder.");
            }
            Ok(_) => self.file(path, name),
        }
    }

    fn file(&mut self, path: &Path, name: String) {
        let mut bytes = Vec::new();
        // One byte more than allowed is enough to know; the length on the disk may lie.
        let read = fs::File::open(path).and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            self.mistake(format!("{name} can’t be read: {}", in_words(&error)), "Check whether you may read the file.");
            self.unread.insert(name);
            return;
        }
        let length = bytes.len() as u64;
        if length > LARGEST_FILE {
            self.mistake(too_large(&name), TOO_LARGE_MEND);
            self.unread.insert(name);
            return;
        }
        self.bytes += length;
        if self.bytes > MOST_BYTES {
            return self.full("the folder’s files hold more than 32 MiB".to_owned());
        }
        self.files.insert(name, bytes);
    }

    fn full(&mut self, what: String) {
        self.is_full = true;
        self.mistake(what, "Name the folder that holds guide.ron and nothing but content.");
    }
}

/// How to mend a file that is too large.
pub(super) const TOO_LARGE_MEND: &str = "Shorten the file, or take it out of the folder if it is no content.";

/// The words for a file that is too large.
pub(super) fn too_large(name: &str) -> String {
    format!("{name} is larger than 1 MiB and was not read")
}

fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not read it".to_owned(),
        _ => error.to_string(),
    }
}
