//! The files of a kit, and how they are written: as a folder and as a zip whose bytes are the same wherever and
//! whenever it is made.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Seek, Write};
use std::path::Path;

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::content::sums::{self, SUMS, Sums};

/// The folder in the zip that holds everything.
pub const TOP: &str = "unsent";

/// A file of a kit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Can it be started?
    pub is_program: bool,
}

impl Entry {
    /// The rights on Unix: everybody may read, and start what is a program.
    fn mode(&self) -> u32 {
        if self.is_program { 0o755 } else { 0o644 }
    }
}

/// The files of a kit by their paths, with `/` between the parts.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Bundle(BTreeMap<String, Entry>);

impl Bundle {
    /// Puts a file in that is no program.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), Entry { bytes: bytes.into(), is_program: false });
    }

    /// Puts a program in; `false` where there is a file of that name.
    pub fn add_program(&mut self, name: &str, bytes: Vec<u8>) -> bool {
        let is_new = !self.0.contains_key(name);
        if is_new {
            self.0.insert(name.to_owned(), Entry { bytes, is_program: true });
        }
        is_new
    }

    /// The programs: names and bytes.
    pub fn programs(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let programs = self.0.iter().filter(|(_, entry)| entry.is_program);
        programs.map(|(name, entry)| (name.as_str(), entry.bytes.as_slice()))
    }

    /// Puts the list of all sums in: nothing may be added after it.
    pub fn seal(&mut self) {
        let sums: Sums = self.0.iter().map(|(path, entry)| (path.clone(), sums::sum(&entry.bytes))).collect();
        self.add(SUMS, sums::write(&sums));
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes the files into a folder.
    pub fn write_folder(&self, dir: &Path) -> io::Result<()> {
        for (path, entry) in &self.0 {
            let file = dir.join(path);
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
                allow(folder, 0o755)?;
            }
            fs::write(&file, &entry.bytes)?;
            allow(&file, entry.mode())?;
        }
        Ok(())
    }

    /// Writes the files into a zip: in the order of their paths, all of them of this day.
    pub fn write_zip(&self, into: impl Write + Seek, day: Date) -> io::Result<()> {
        let date = || {
            let (year, month, day) =
                (day.year().try_into().ok()?, day.month().try_into().ok()?, day.day().try_into().ok()?);
            DateTime::from_date_and_time(year, month, day, 0, 0, 0).ok()
        };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            // A zip knows no day before 1980.
            .last_modified_time(date().unwrap_or_default());
        let mut zip = ZipWriter::new(into);
        for (path, entry) in &self.0 {
            zip.start_file(format!("{TOP}/{path}"), options.unix_permissions(entry.mode()))?;
            zip.write_all(&entry.bytes)?;
        }
        zip.finish()?.flush()
    }
}

/// Gives a file or folder exactly these rights, whatever the user's mask is.
#[cfg(unix)]
pub(super) fn allow(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// Other systems tell a program by its name.
#[cfg(not(unix))]
pub(super) fn allow(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}
