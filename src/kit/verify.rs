//! `unsent-kit verify`: which files of a kit are not as they were when it was made.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::Outcome;
use super::bundle::TOP;
use crate::content::files::Files;
use crate::content::folder::LARGEST_FILE;
use crate::content::signature::{self, KEY_FILE, Seal};
use crate::content::sums::{self, Difference, SUMS, Sums};

/// A file as it was found.
#[derive(Default)]
struct Found {
    /// Its sum; empty where it can't be read as a file, such as a link, which is as good as changed.
    sum: String,
    /// Its first bytes, which are all of a file of content.
    start: Vec<u8>,
}

/// Compares a kit, folder or zip, with its list of sums, and its content with its signature where it names a key.
pub fn verify(kit: &Path, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    let found = if kit.is_dir() { in_folder(kit) } else { in_zip(kit) };
    let mut found = match found {
        Ok(found) => found,
        Err(error) => {
            writeln!(err, "{} can’t be read: {error}\nName the folder or the zip of a kit.", kit.display())?;
            return Ok(Outcome::Problem);
        }
    };
    let Some(list) = found.remove(SUMS) else {
        writeln!(
            err,
            "{} holds no {SUMS}.\nName the folder or the zip of a kit; if it is one, its list is lost.",
            kit.display()
        )?;
        return Ok(Outcome::Problem);
    };
    let list = String::from_utf8_lossy(&list.start);
    let sums: Sums = found.iter().map(|(path, found)| (path.clone(), found.sum.clone())).collect();
    let mut all = sums::differences(&sums::read(&list), &sums);
    if !sums::is_whole(&list) {
        all.push(Difference::Changed(SUMS.to_owned()));
    }
    all.iter().try_for_each(|difference| writeln!(out, "{difference}"))?;
    let refusal = found.get(KEY_FILE).and_then(|key| {
        let mut content = content(&found);
        let seal = Seal::take(&mut content);
        signature::check(&String::from_utf8_lossy(&key.start), &seal, &content).err()
    });
    if let Some(refusal) = &refusal {
        writeln!(out, "The content will not be opened: {refusal}.")?;
    }
    if all.is_empty() && refusal.is_none() {
        writeln!(out, "All {} files are as they were when the kit was made.", sums.len() + 1)?;
        return Ok(Outcome::Fine);
    }
    Ok(Outcome::Problem)
}

/// The files of the content, as far as they are small enough to be content.
fn content(found: &BTreeMap<String, Found>) -> Files {
    let content = found.iter().filter_map(|(path, found)| Some((path.strip_prefix("content/")?, found)));
    Files(content.map(|(path, found)| (path.to_owned(), found.start.clone())).collect())
}

fn in_folder(kit: &Path) -> io::Result<BTreeMap<String, Found>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![(kit.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/")));
            } else if kind.is_file() {
                all.insert(path, take(fs::File::open(entry.path())?)?);
            } else {
                all.insert(path, Found::default());
            }
        }
    }
    Ok(all)
}

fn in_zip(kit: &Path) -> io::Result<BTreeMap<String, Found>> {
    let mut zip = zip::ZipArchive::new(io::BufReader::new(fs::File::open(kit)?))?;
    let mut all = BTreeMap::new();
    for place in 0..zip.len() {
        let Ok(entry) = zip.by_index(place) else { continue };
        if entry.is_dir() {
            continue;
        }
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let path =
            name.strip_prefix(TOP).and_then(|path| path.strip_prefix('/')).map_or_else(|| name.clone(), str::to_owned);
        // What can't be unpacked is changed; a second file of the same name is nobody's.
        let found = take(entry).unwrap_or_default();
        if all.contains_key(&path) {
            all.insert(format!("{path} (a second time)"), found);
        } else {
            all.insert(path, found);
        }
    }
    Ok(all)
}

fn take(mut from: impl Read) -> io::Result<Found> {
    let (mut hasher, mut start) = (Sha256::new(), Vec::new());
    let mut part = vec![0; 1 << 16];
    loop {
        let length = from.read(&mut part)?;
        let Some(read) = part.get(..length).filter(|read| !read.is_empty()) else { break };
        hasher.update(read);
        let room = usize::try_from(LARGEST_FILE).unwrap_or_default().saturating_sub(start.len());
        start.extend(read.iter().take(room));
    }
    Ok(Found { sum: sums::hexadecimal(hasher.finalize().as_slice()), start })
}
