//! What desktops are given: the entries, the deep links in them, and the icon in each size.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::guide;

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

/// The width and height that a PNG file says it has.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[1..4], b"PNG", "every picture in an icon is a PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn the_icon_is_there_in_every_size() {
    let folder = assets().join("icon");
    for side in [16, 22, 24, 32, 48, 64, 128, 256, 512] {
        assert_eq!(size(&fs::read(folder.join(format!("unsent-{side}.png"))).unwrap()), (side, side));
    }
    let ico = fs::read(folder.join("unsent.ico")).unwrap();
    let number = |at: usize| usize::try_from(u32::from_le_bytes(ico[at..at + 4].try_into().unwrap())).unwrap();
    let entries = (0..usize::from(ico[4])).map(|entry| number(6 + 16 * entry + 12));
    let sides: Vec<u32> = entries.map(|at| size(&ico[at..]).0).collect();
    assert_eq!(sides, [16, 24, 32, 48, 64, 256]);
    let icns = fs::read(folder.join("unsent.icns")).unwrap();
    let length = |at: usize| usize::try_from(u32::from_be_bytes(icns[at..at + 4].try_into().unwrap())).unwrap();
    assert_eq!((&icns[..4], length(4)), (&b"icns"[..], icns.len()));
    let (mut at, mut sides) = (8, BTreeSet::new());
    while at < icns.len() {
        sides.insert(size(&icns[at + 8..]).0);
        at += length(at + 4);
    }
    assert_eq!(sides, [16, 32, 64, 128, 256, 512, 1024].into());
}

#[test]
fn the_links_of_the_desktop_entry_lead_somewhere() {
    let entry = fs::read_to_string(assets().join("desktop/unsent.desktop")).unwrap();
    let commands: Vec<&str> = entry.lines().filter_map(|line| line.strip_prefix("Exec=unsent")).collect();
    assert_eq!(commands.len(), 3);
    let guide = guide();
    let topics: Vec<&str> = commands.iter().filter_map(|command| command.trim().strip_prefix("--topic ")).collect();
    assert!(!topics.is_empty() && topics.iter().all(|id| guide.topic(&(*id).into()).is_some()), "{topics:?}");
}

#[test]
fn the_software_shops_are_told_this_version() {
    let data = fs::read_to_string(assets().join("desktop/unsent.metainfo.xml")).unwrap();
    assert!(data.contains(&format!("<release version=\"{}\"", env!("CARGO_PKG_VERSION"))), "add a release");
}
