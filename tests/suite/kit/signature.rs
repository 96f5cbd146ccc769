//! Signed content, with signatures that the real minisign made.

use std::fs;
use std::path::Path;

use unsent::content::files::Files;
use unsent::content::folder::read_folder;
use unsent::content::layer::{Layer, LayerName};
use unsent::content::signature::{KEY_FILE, Refusal, SIGNATURE, Seal, check, key_in};
use unsent::content::sums::{Difference, SUMS};
use unsent::content::{load, open_layers};
use unsent::kit::Outcome;

use super::{Workshop, data, files, run, zip_of};

fn key() -> String {
    fs::read_to_string(data("signed/minisign.pub")).unwrap()
}

fn signed() -> (Files, Seal) {
    let (mut files, mistakes) = read_folder(&data("signed/content"));
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let seal = Seal::take(&mut files);
    (files, seal)
}

#[test]
fn both_forms_of_signature_are_good() {
    let (files, mut seal) = signed();
    assert_eq!(check(&key(), &seal, &files), Ok(()));
    // The key alone, without the remark above it, is as good.
    assert_eq!(check(key().lines().last().unwrap(), &seal, &files), Ok(()));
    seal.signature = Some(fs::read(data("signed/legacy.minisig")).unwrap());
    assert_eq!(check(&key(), &seal, &files), Ok(()));
}

#[test]
fn whatever_is_wrong_is_refused_and_named() {
    let (good, seal) = signed();
    let with = |change: &dyn Fn(&mut Files, &mut Seal)| {
        let (mut files, mut seal) = (good.clone(), seal.clone());
        change(&mut files, &mut seal);
        check(&key(), &seal, &files).unwrap_err()
    };
    assert_eq!(with(&|_, seal| seal.sums = None), Refusal::NotSigned);
    assert_eq!(with(&|_, seal| seal.signature = None), Refusal::NotSigned);
    assert_eq!(with(&|_, seal| seal.signature = Some(b"words".to_vec())), Refusal::Unreadable);
    assert_eq!(with(&|_, seal| seal.signature = Some(vec![0xff; 9])), Refusal::Unreadable);
    assert_eq!(with(&|_, seal| seal.sums.as_mut().unwrap()[0] ^= 1), Refusal::Forged);
    assert_eq!(with(&|_, seal| seal.sums.as_mut().unwrap().clear()), Refusal::Forged);
    let changed = |difference| Refusal::Changed(vec![difference]);
    let age = || "topics/age.ron".to_owned();
    assert_eq!(with(&|files, _| files.insert(age(), "()")), changed(Difference::Changed(age())));
    assert_eq!(with(&|files, _| files.insert("topics/a.ron", "()")), changed(Difference::Added("topics/a.ron".into())));
    assert_eq!(with(&|files, _| drop(files.0.remove(&age()))), changed(Difference::Lost(age())));
    let other = fs::read_to_string(data("signed/other.pub")).unwrap();
    assert_eq!(check(&other, &seal, &good), Err(Refusal::OtherKey));
    for broken in ["", "\n\n", "untrusted comment: a key\n", "RWRu5yhk2iqGNKQlQIlgTe"] {
        assert_eq!(check(broken, &seal, &good), Err(Refusal::NoKey), "{broken:?}");
    }
}

#[test]
fn no_flipped_bit_of_the_signature_gets_through() {
    let (files, seal) = signed();
    let signature = seal.signature.clone().unwrap();
    // The remark of the first line is not signed, as minisign says itself.
    let first_line = signature.iter().position(|byte| *byte == b'\n').unwrap();
    for place in first_line + 1..signature.len() {
        let mut flipped = signature.clone();
        flipped[place] ^= 1;
        let seal = Seal { signature: Some(flipped), ..seal.clone() };
        let is_line_end = [b'\n', b'='].contains(&signature[place]);
        assert!(is_line_end || check(&key(), &seal, &files).is_err(), "byte {place}");
    }
}

#[test]
fn a_folder_that_is_signed_opens_and_its_fingerprint_is_that_of_its_content() {
    let folder = data("signed/content");
    let loaded = open_layers([Layer::read_signed(&folder, Some(&key()))]);
    assert_eq!((loaded.origin.used, loaded.mistakes), (vec![LayerName::Folder(folder)], Vec::new()));
    assert_eq!(loaded.hash, signed().0.hash());
}

#[test]
fn a_folder_that_is_refused_gives_the_built_in_guide() {
    let workshop = Workshop::new();
    let folder = workshop.path("content");
    fs::write(folder.join("topics/age.ron"), "()").unwrap();
    let loaded = open_layers([Layer::read_signed(&folder, Some(&key()))]);
    let refusal = Refusal::Changed(vec![Difference::Changed("topics/age.ron".to_owned())]);
    assert!(loaded.origin.is_built_in(), "{:?}", loaded.origin);
    assert_eq!(loaded.origin.refused, [(LayerName::Folder(folder), refusal)]);
    assert_eq!(loaded.hash, load::open(None).hash);
    assert!(loaded.mistakes[0].what.contains("topics/age.ron was changed"), "{:?}", loaded.mistakes);
    assert_eq!(loaded.mistakes.len(), 1);
}

#[test]
fn a_key_that_is_there_but_can_not_be_read_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(key_in(folder.path()), None);
    fs::write(folder.path().join(KEY_FILE), [0xff, 0xfe]).unwrap();
    let key = key_in(folder.path()).unwrap();
    let (files, seal) = signed();
    assert_eq!(check(&key, &seal, &files), Err(Refusal::NoKey));
}

#[test]
fn a_kit_with_a_key_is_made_only_from_signed_content() {
    let workshop = Workshop::new();
    fs::copy(data("signed/minisign.pub"), workshop.path(KEY_FILE)).unwrap();
    let kit = workshop.built("kit");
    let found = files(&kit);
    for name in [KEY_FILE, "content/SHA256SUMS", "content/SHA256SUMS.minisig"] {
        assert!(found.contains_key(name), "{name} is missing");
    }
    let manifest: serde_json::Value = serde_json::from_slice(&found["manifest.json"]).unwrap();
    assert_eq!(manifest["signed_by"], key().lines().last().unwrap());
    for kit in [kit.clone(), zip_of(&kit)] {
        assert_eq!(run(&["verify".as_ref(), &kit]).0, Outcome::Fine);
    }
    // A list that fits a changed content does not help.
    fs::write(kit.join("content/topics/age.ron"), "()").unwrap();
    let (_, out, _) = run(&["verify".as_ref(), &kit]);
    assert!(out.contains("The content will not be opened: its files were changed"), "{out}");

    let unsigned = Workshop::new();
    fs::copy(data("signed/minisign.pub"), unsigned.path(KEY_FILE)).unwrap();
    fs::remove_file(unsigned.path("content").join(SIGNATURE)).unwrap();
    let (outcome, _, err) = unsigned.build("kit");
    assert_eq!(outcome, Outcome::Problem);
    assert!(err.contains("unsent-kit sums") && err.contains("minisign -Sm"), "{err}");
    fs::write(unsigned.path(KEY_FILE), "no key").unwrap();
    let (_, _, err) = unsigned.build("kit");
    assert!(err.contains("holds no key of minisign"), "{err}");
}

#[test]
fn the_list_to_be_signed_is_written_and_written_again() {
    let workshop = Workshop::new();
    let folder = workshop.path("content");
    let before = fs::read(folder.join(SUMS)).unwrap();
    fs::remove_file(folder.join(SUMS)).unwrap();
    for _ in 0..2 {
        let (outcome, out, err) = run(&["sums".as_ref(), &folder]);
        assert_eq!(outcome, Outcome::Fine, "{err}");
        assert!(out.contains("minisign -Sm"), "{out}");
        assert_eq!(fs::read(folder.join(SUMS)).unwrap(), before);
    }
    assert_eq!(run(&["sums".as_ref(), Path::new("nowhere/at-all")]).0, Outcome::Problem);
}
