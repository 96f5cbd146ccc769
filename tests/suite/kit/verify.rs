//! `unsent-kit verify`.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use unsent::kit::Outcome;

use super::{Workshop, files, run, zip_of};
use crate::support::Numbers;

/// What is said of a kit that is not as it was made.
#[track_caller]
fn said(kit: &Path) -> Vec<String> {
    let (outcome, out, err) = run(&["verify".as_ref(), kit]);
    assert_eq!((outcome, err.as_str()), (Outcome::Problem, ""), "{out}");
    out.lines().map(str::to_owned).collect()
}

#[test]
fn a_kit_as_it_was_made_is_fine_as_folder_and_as_zip() {
    let workshop = Workshop::new();
    let kit = workshop.built("kit");
    for kit in [kit.clone(), zip_of(&kit)] {
        let (outcome, out, err) = run(&["verify".as_ref(), &kit]);
        assert_eq!((outcome, err.as_str()), (Outcome::Fine, ""), "{out}");
        assert!(out.starts_with("All ") && out.lines().count() == 1, "{out}");
    }
}

#[test]
fn each_file_changed_added_or_lost_is_named() {
    let workshop = Workshop::new();
    let kit = workshop.built("kit");
    fs::write(kit.join("content/faq.ron"), "()").unwrap();
    fs::write(kit.join("content/topics/new.ron"), "()").unwrap();
    fs::remove_file(kit.join("licences/crates.txt")).unwrap();
    assert_eq!(
        said(&kit),
        ["changed  content/faq.ron", "added    content/topics/new.ron", "lost     licences/crates.txt"]
    );
}

#[test]
fn every_flipped_byte_names_its_file() {
    let workshop = Workshop::new();
    let kit = workshop.built("kit");
    let mut numbers = Numbers(7);
    for (path, bytes) in files(&kit) {
        for _ in 0..3 {
            let mut flipped = bytes.clone();
            flipped[numbers.below(bytes.len())] ^= 1 << numbers.below(8);
            fs::write(kit.join(&path), flipped).unwrap();
            let said = said(&kit);
            assert!(said.contains(&format!("changed  {path}")), "{path}: {said:?}");
            if path != "SHA256SUMS" {
                assert_eq!(said.len(), 1, "{path}: {said:?}");
            }
        }
        fs::write(kit.join(&path), bytes).unwrap();
    }
}

#[test]
#[cfg(unix)]
fn a_link_is_no_file_of_the_kit() {
    let workshop = Workshop::new();
    let kit = workshop.built("kit");
    let file = kit.join("README.txt");
    fs::rename(&file, workshop.path("same.txt")).unwrap();
    std::os::unix::fs::symlink(workshop.path("same.txt"), &file).unwrap();
    assert_eq!(said(&kit), ["changed  README.txt"]);
}

#[test]
fn a_zip_packed_anew_with_other_files_is_noticed() {
    let workshop = Workshop::new();
    let kit = workshop.built("kit");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (path, bytes) in files(&kit) {
        let (path, bytes) = match path.as_str() {
            "content/guide.ron" => continue,
            "unsent.exe" => ("unsent/unsent.exe".to_owned(), b"another program".to_vec()),
            other => (format!("unsent/{other}"), bytes),
        };
        zip.start_file(path, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.start_file("autorun.inf", options).unwrap();
    let packed = workshop.path("packed.zip");
    fs::write(&packed, zip.finish().unwrap().into_inner()).unwrap();
    assert_eq!(said(&packed), ["changed  unsent.exe", "added    autorun.inf", "lost     content/guide.ron"]);
}

#[test]
fn a_byte_flipped_in_the_packed_program_names_it() {
    let workshop = Workshop::new();
    let zip = zip_of(&workshop.built("kit"));
    let mut bytes = fs::read(&zip).unwrap();
    let (from, length) = {
        let mut read = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let entry = read.by_name("unsent/unsent.exe").unwrap();
        (usize::try_from(entry.data_start().unwrap()).unwrap(), usize::try_from(entry.compressed_size()).unwrap())
    };
    bytes[from + length / 2] ^= 4;
    fs::write(&zip, bytes).unwrap();
    assert_eq!(said(&zip), ["changed  unsent.exe"]);
}

#[test]
fn what_is_no_kit_is_said_to_be_none() {
    let workshop = Workshop::new();
    for name in ["content/topics", "unsent.exe", "nowhere"] {
        let (outcome, out, err) = run(&["verify".as_ref(), &workshop.path(name)]);
        assert_eq!((outcome, out.as_str()), (Outcome::Problem, ""), "{name}");
        assert!(err.contains(name) && err.contains("Name the folder or the zip of a kit"), "{err}");
    }
}
