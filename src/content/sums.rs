//! Lists of SHA-256 sums, as `sha256sum` writes and checks them, and what differs from one.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use sha2::{Digest as _, Sha256};

/// The name of the list.
pub const SUMS: &str = "SHA256SUMS";

/// The last line of a list is a remark with the sum of all lines above it, so that damage to the list itself shows.
/// `sha256sum --check` passes it over.
const SEAL: &str = "# sum of the lines above: ";

/// The sums of files by their paths.
pub type Sums = BTreeMap<String, String>;

/// The SHA-256 sum in hexadecimal digits.
pub fn sum(bytes: &[u8]) -> String {
    hexadecimal(Sha256::digest(bytes).as_slice())
}

/// Bytes in hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a text can't fail.
        _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The list of these sums, in the order of the paths.
pub fn write(sums: &Sums) -> String {
    let lines: Vec<String> = sums.iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect();
    let lines = lines.concat();
    let seal = sum(lines.as_bytes());
    format!("{lines}{SEAL}{seal}\n")
}

/// The sums in a list. Lines that are none are passed over.
pub fn read(list: &str) -> Sums {
    let lines = list.lines().filter_map(|line| {
        let (sum, path) = line.split_once(' ')?;
        // The second character is a blank or, for files read as they are, a star.
        let path = path.strip_prefix([' ', '*'])?;
        let is_sum = sum.len() == 64 && sum.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_sum.then(|| (path.to_owned(), sum.to_ascii_lowercase()))
    });
    lines.collect()
}

/// Is the list as [`write()`] wrote it, to the last byte?
pub fn is_whole(list: &str) -> bool {
    list == write(&read(list))
}

/// How a file differs from a list.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Difference {
    /// It has other bytes.
    Changed(String),
    /// It is not in the list.
    Added(String),
    /// It is in the list, but not there.
    Lost(String),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, path) = match self {
            Self::Changed(path) => ("changed", path),
            Self::Added(path) => ("added", path),
            Self::Lost(path) => ("lost", path),
        };
        write!(f, "{word:<8} {}", path.escape_debug())
    }
}

/// What differs between the list and what is there.
pub fn differences(listed: &Sums, found: &Sums) -> Vec<Difference> {
    let gone = listed.iter().filter_map(|(path, sum)| match found.get(path) {
        None => Some(Difference::Lost(path.clone())),
        Some(other) if other != sum => Some(Difference::Changed(path.clone())),
        Some(_) => None,
    });
    let new = found.keys().filter(|path| !listed.contains_key(*path));
    let mut all: Vec<Difference> = gone.chain(new.cloned().map(Difference::Added)).collect();
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(files: &[(&str, &str)]) -> Sums {
        files.iter().map(|(path, text)| ((*path).to_owned(), sum(text.as_bytes()))).collect()
    }

    #[test]
    fn the_sum_is_the_one_of_the_standard() {
        assert_eq!(sum(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let all = sums(&[("b c.txt", "two"), ("a.txt", "one"), ("é/ü.txt", "")]);
        let list = write(&all);
        assert_eq!(read(&list), all);
        assert!(is_whole(&list), "{list}");
        assert!(list.find("a.txt") < list.find("b c.txt"), "{list}");
    }

    #[test]
    fn every_changed_byte_of_a_list_shows() {
        let list = write(&sums(&[("a.txt", "one"), ("b.txt", "two")]));
        for place in 0..list.len() {
            let mut bytes = list.clone().into_bytes();
            bytes[place] ^= 1;
            assert!(!is_whole(&String::from_utf8_lossy(&bytes)), "byte {place}");
        }
    }

    #[test]
    fn each_kind_of_difference_is_named() {
        let listed = sums(&[("same", "1"), ("other", "2"), ("gone", "3")]);
        let found = sums(&[("same", "1"), ("other", "two"), ("new", "4")]);
        let expected = [
            Difference::Changed("other".to_owned()),
            Difference::Added("new".to_owned()),
            Difference::Lost("gone".to_owned()),
        ];
        assert_eq!(differences(&listed, &found), expected);
        assert_eq!(Difference::Added("a\u{1b}[2J".to_owned()).to_string(), "added    a\\u{1b}[2J");
    }
}
