//! The kit: made, compared with its list, and signed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use unsent::kit::{self, Outcome};

use crate::support::TODAY;

mod build;
mod licences;
mod signature;
mod verify;

/// What a run of the staff program wrote for scripts and for people, and how it ended.
#[track_caller]
fn run(words: &[&Path]) -> (Outcome, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let outcome =
        kit::run(std::iter::once(Path::new("unsent-kit")).chain(words.iter().copied()), TODAY, &mut out, &mut err);
    (outcome.unwrap(), String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// A folder with a program that does nothing and a content folder.
struct Workshop {
    folder: TempDir,
}

impl Workshop {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("unsent.exe"), b"MZ, but only for the test\n".repeat(400)).unwrap();
        copy(&data("signed/content"), &folder.path().join("content"));
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes the kit of this name from the content folder.
    #[track_caller]
    fn build(&self, name: &str) -> (Outcome, String, String) {
        let (out, content, program) = (self.path(name), self.path("content"), self.path("unsent.exe"));
        run(&["build".as_ref(), &out, "--content".as_ref(), &content, "--program".as_ref(), &program])
    }

    /// The same, where nothing may go wrong.
    #[track_caller]
    fn built(&self, name: &str) -> PathBuf {
        let (outcome, _, err) = self.build(name);
        assert_eq!(outcome, Outcome::Fine, "{err}");
        self.path(name)
    }
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The folder with everything in it.
fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

/// Every file under a folder, by its path from there.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let parts: Vec<_> = path.strip_prefix(folder).unwrap().iter().collect();
                let name = parts.join("/".as_ref()).into_string().unwrap();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The zip beside a kit's folder.
fn zip_of(kit: &Path) -> PathBuf {
    kit.with_file_name(format!("{}.zip", kit.file_name().unwrap().to_str().unwrap()))
}
