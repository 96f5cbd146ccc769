//! Noise: whatever stands in the files, the loader neither panics nor hangs, and every place it names is there.

use std::fs;

use unsent::content::{LayerName, Mistake, files::Files, folder::read_folder, load};

use super::{check_places, good, inventory, shown};

/// A small generator of numbers: the same ones in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// No panic, places that are there, and nothing left out in silence.
fn survive(files: &Files, whole: usize) {
    let (guide, mistakes) = load(files);
    check_places(files, &mistakes);
    let left = guide.map_or(0, |guide| inventory(&guide).len());
    assert!(left == whole || !mistakes.is_empty(), "something was left out and nobody told");
}

fn whole() -> usize {
    inventory(&load(&good()).0.unwrap()).len()
}

#[test]
fn files_cut_off_at_any_byte_are_survived() {
    let (good, whole) = (good(), whole());
    for (file, bytes) in &good.0 {
        for end in 0..bytes.len() {
            let mut files = good.clone();
            files.insert(file, &bytes[..end]);
            survive(&files, whole);
        }
    }
}

#[test]
fn files_with_bytes_changed_at_random_are_survived() {
    let (good, whole) = (good(), whole());
    let mut dice = Dice(2026);
    let names: Vec<&str> = good.paths().collect();
    let signs = b"()[]{},:\"\\/*r#'0a \n\t=;\xE2\x80\x9C\xFF\x00";
    for _ in 0..2_000 {
        let file = names[dice.below(names.len())];
        let mut bytes = good.get(file).unwrap().to_vec();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            let sign = signs[dice.below(signs.len())];
            match dice.below(3) {
                0 => bytes[at] = sign,
                1 => bytes.insert(at, sign),
                _ => _ = bytes.remove(at),
            }
        }
        let mut files = good.clone();
        files.insert(file, bytes);
        survive(&files, whole);
    }
}

#[test]
fn huge_and_deep_files_are_refused_quickly() {
    let megabyte = |piece: &str| piece.repeat(1_048_576 / piece.len());
    let nests = [
        "(".repeat(10_000),
        "[".repeat(1_000_000),
        format!("(about: {}", "[(text:".repeat(50_000)),
        megabyte("/**/"),
        megabyte("/*"),
        megabyte("0,\n"),
        megabyte("\"\n"),
        megabyte("\"a\nb"),
        megabyte("“\n"),
        megabyte("r#\"\n"),
        megabyte("a:\n"),
        megabyte("())\n"),
        format!("(about: [{}])", "(),\n".repeat(250_000)),
        format!("(about: [{}])", "\u{202E}\n".repeat(250_000)),
        format!("(sources: [{}])", "(id: \"a\"),\n".repeat(90_000)),
        "x".repeat(100_000_000),
    ];
    for nest in nests {
        for file in ["guide.ron", "topics/age.ron", "faq.ron"] {
            let mut files = good();
            files.insert(file, nest.as_bytes());
            let (_, mistakes) = load(&files);
            assert!(!mistakes.is_empty() && mistakes.len() < 300, "{}", mistakes.len());
        }
    }
}

#[test]
fn two_million_comments_are_no_work() {
    let mut files = good();
    let text = "/**/".repeat(200_000);
    files.insert("topics/age.ron", text.replace("/**/", "/**/\n").replacen('\n', "(", 1));
    survive(&files, whole());
}

#[test]
fn a_folder_of_odd_things_is_read_within_limits() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (file, bytes) in &good().0 {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::write(root.join("topics/age.ron"), vec![b' '; 2_000_000]).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(root, root.join("topics/again")).unwrap();
        std::os::unix::fs::symlink("nowhere", root.join("gone.ron")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", root.join("zero.ron")).unwrap();
        std::os::unix::fs::symlink("self.ron", root.join("self.ron")).unwrap();
    }
    let (files, mistakes) = read_folder(root);
    assert_eq!(files.0.len(), good().0.len() - 1);
    let all = shown(&mistakes);
    assert!(all.contains("topics/age.ron is larger than 1 MiB"), "{all}");
    assert_eq!(mistakes.len(), if cfg!(unix) { 5 } else { 1 }, "{all}");
    let loaded = unsent::content::open(Some(root));
    let mistakes: Vec<Mistake> =
        mistakes.into_iter().map(|mistake| mistake.in_layer(&LayerName::Folder(root.to_path_buf()))).collect();
    assert_eq!(loaded.mistakes, mistakes, "what could not be read is not missing as well: {}", shown(&loaded.mistakes));
}
