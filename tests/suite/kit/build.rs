//! `unsent-kit build`.

use std::fs;
use std::process::Command;

use serde_json::Value;
use unsent::content::files::Files;
use unsent::content::{load, sums};
use unsent::kit::Outcome;

use super::{Workshop, files, run, zip_of};

#[test]
fn a_kit_holds_everything_and_its_list_names_it_all() {
    let workshop = Workshop::new();
    let kit = workshop.built("kit");
    let found = files(&kit);
    for name in [
        "README.txt",
        "SHA256SUMS",
        "content/guide.ron",
        "content/topics/age.ron",
        "licences/LICENSE-APACHE.txt",
        "licences/LICENSE-MIT.txt",
        "licences/crates.txt",
        "licences/font-Inter.txt",
        "licences/icons-Phosphor.txt",
        "manifest.json",
        "unsent.exe",
    ] {
        assert!(found.contains_key(name), "{name} is missing in {:?}", found.keys());
    }
    let list = sums::read(std::str::from_utf8(&found["SHA256SUMS"]).unwrap());
    for (path, bytes) in found.iter().filter(|(path, _)| *path != "SHA256SUMS") {
        assert_eq!(list.get(path), Some(&sums::sum(bytes)), "{path}");
    }
    assert_eq!(list.len() + 1, found.len());
    let mut zip = zip::ZipArchive::new(fs::File::open(zip_of(&kit)).unwrap()).unwrap();
    assert_eq!(zip.len(), found.len());
    for (path, bytes) in &found {
        let mut entry = zip.by_name(&format!("unsent/{path}")).unwrap();
        let mut unpacked = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut unpacked).unwrap();
        assert_eq!(&unpacked, bytes, "{path}");
    }
}

#[test]
fn the_manifest_says_which_program_and_content_it_is() {
    let workshop = Workshop::new();
    let found = files(&workshop.built("kit"));
    let manifest: Value = serde_json::from_slice(&found["manifest.json"]).unwrap();
    let mut content = Files::default();
    for (path, bytes) in &found {
        if let Some(path) = path.strip_prefix("content/").filter(|path| !path.starts_with("SHA256SUMS")) {
            content.insert(path, bytes.as_slice());
        }
    }
    let guide = load(&content).0.unwrap();
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(manifest["edition"], guide.manifest.edition.to_string());
    assert_eq!(manifest["content"], format!("{:016x}", content.hash()));
    assert_eq!(manifest["signed_by"], Value::Null);
    assert_eq!(manifest["programs"][0]["file"], "unsent.exe");
    assert_eq!(manifest["programs"][0]["sha256"], sums::sum(&found["unsent.exe"]));
}

#[test]
fn the_same_input_gives_the_same_bytes_in_any_folder_and_under_any_name() {
    let (one, other) = (Workshop::new(), Workshop::new());
    let (first, second) = (one.built("kit"), other.built("ein Kit für alle"));
    assert_eq!(files(&first), files(&second));
    assert_eq!(fs::read(zip_of(&first)).unwrap(), fs::read(zip_of(&second)).unwrap());
}

/// The sum is the one that was written down when this test was made: another day, another machine.
#[test]
fn the_zip_is_packed_to_the_same_bytes_as_ever() {
    use unsent::kit::bundle::Bundle;
    let mut bundle = Bundle::default();
    bundle.add("content/words.txt", "Message won’t send? ".repeat(500));
    bundle.add_program("unsent", b"program".to_vec());
    bundle.seal();
    let mut zip = std::io::Cursor::new(Vec::new());
    bundle.write_zip(&mut zip, jiff::civil::date(2026, 11, 21)).unwrap();
    assert_eq!(sums::sum(zip.get_ref()), "a75967e96f499d3c49894d97b3b7ae6ab840e250a9de2a8b81f96c1357a98529");
}

#[test]
#[cfg(unix)]
fn everybody_may_read_a_kit_and_start_its_program() {
    use std::os::unix::fs::PermissionsExt as _;
    let kit = Workshop::new();
    let kit_folder = kit.built("kit");
    for (path, mode) in [("", 0o755), ("content/topics", 0o755), ("unsent.exe", 0o755), ("content/guide.ron", 0o644)] {
        let found = fs::metadata(kit_folder.join(path)).unwrap().permissions().mode();
        assert_eq!(found & 0o7777, mode, "{path}");
    }
    let mut zip = zip::ZipArchive::new(fs::File::open(zip_of(&kit_folder)).unwrap()).unwrap();
    let mode =
        |zip: &mut zip::ZipArchive<fs::File>, name: &str| zip.by_name(name).unwrap().unix_mode().unwrap() & 0o7777;
    assert_eq!(mode(&mut zip, "unsent/unsent.exe"), 0o755);
    assert_eq!(mode(&mut zip, "unsent/README.txt"), 0o644);
}

#[test]
fn nothing_is_written_over() {
    let workshop = Workshop::new();
    fs::create_dir(workshop.path("kit")).unwrap();
    fs::write(workshop.path("kit/mine.txt"), "mine").unwrap();
    fs::write(workshop.path("other.zip"), "mine").unwrap();
    for name in ["kit", "other", "content/guide.ron"] {
        let before = files(workshop.folder.path());
        let (outcome, out, err) = workshop.build(name);
        assert_eq!((outcome, out.as_str()), (Outcome::Problem, ""), "{name}");
        assert!(err.contains("is there already") && err.contains("No kit was made."), "{err}");
        assert_eq!(files(workshop.folder.path()), before, "{name}");
    }
    fs::create_dir(workshop.path("empty")).unwrap();
    workshop.built("empty");
}

#[test]
fn what_stands_in_the_way_is_named_with_how_to_mend_it() {
    let workshop = Workshop::new();
    let guide = workshop.path("content/guide.ron");
    let text = fs::read_to_string(&guide).unwrap();
    fs::write(&guide, text.replacen("title:", "titel:", 1)).unwrap();
    let (outcome, _, err) = workshop.build("kit");
    assert_eq!(outcome, Outcome::Problem);
    assert!(err.contains("did you mean `title`?") && err.contains("unsent-kit check"), "{err}");
    fs::write(&guide, text).unwrap();

    let [out, nowhere] = [workshop.path("kit"), workshop.path("nowhere.exe")];
    let (outcome, _, err) = run(&["build".as_ref(), &out, "--program".as_ref(), &nowhere]);
    assert_eq!(outcome, Outcome::Problem);
    assert!(err.contains("nowhere.exe") && err.contains("--program"), "{err}");

    let program = workshop.path("unsent.exe");
    let (outcome, _, err) = run(&["build".as_ref(), &out, "--program".as_ref(), &program, &program]);
    assert_eq!(outcome, Outcome::Problem);
    assert!(err.contains("two programs of the name unsent.exe"), "{err}");
    let left = ["kit", "kit.zip"].map(|name| workshop.path(name).exists());
    assert_eq!(left, [false, false], "nothing is left behind");
}

#[test]
fn the_program_beside_the_staff_program_and_the_built_in_content_are_taken_by_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let staff = folder.path().join("staff");
    fs::create_dir(&staff).unwrap();
    let own = format!("unsent-kit{}", std::env::consts::EXE_SUFFIX);
    fs::copy(env!("CARGO_BIN_EXE_unsent-kit"), staff.join(&own)).unwrap();
    let name = format!("unsent{}", std::env::consts::EXE_SUFFIX);
    fs::write(staff.join(&name), "program").unwrap();
    let done = Command::new(staff.join(own)).arg("build").arg("kit").current_dir(folder.path()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let found = files(&folder.path().join("kit"));
    assert_eq!(found[&name], b"program");
    for (path, bytes) in unsent::content::bundled::files().0 {
        assert_eq!(found[&format!("content/{path}")], bytes, "{path}");
    }
}
