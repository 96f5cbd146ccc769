//! The licences that a kit hands out.

use std::collections::BTreeSet;

use unsent::kit::licences::FILES;

#[test]
fn every_crate_of_the_lock_file_is_on_the_list_and_no_other() {
    let lock = include_str!("../../../Cargo.lock");
    let value =
        |line: &str, key: &str| Some(line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')?.to_owned());
    let mut locked = BTreeSet::new();
    for package in lock.split("[[package]]").skip(1).filter(|package| package.contains("\nsource = ")) {
        let find = |key| package.lines().find_map(|line| value(line, key)).unwrap();
        locked.insert(format!("{} {}", find("name"), find("version")));
    }
    let (_, text) = FILES.iter().find(|(name, _)| *name == "crates.txt").unwrap();
    let (list, texts) = text.split_once("\n\n====").unwrap();
    let (_, list) = list.split_once("\n\n").unwrap();
    let listed: BTreeSet<String> = list.lines().map(|line| line.split(": ").next().unwrap().to_owned()).collect();
    let differing: Vec<_> = locked.symmetric_difference(&listed).collect();
    assert!(differing.is_empty(), "make assets/licences/crates.txt again, see the README beside it: {differing:?}");
    assert!(texts.contains("Permission is hereby granted"), "the texts of the licences follow");
}
