//! Is a content folder signed, with minisign, by whoever made the kit?
//!
//! The folder holds the list `SHA256SUMS` of its files and, beside it, the signature of that list. The key is named
//! in the file `minisign.pub` beside the program, outside the folder: who changes the folder can't drop the question.

use std::fmt;
use std::path::Path;

use minisign_verify::{Error, PublicKey, Signature};

use super::files::Files;
use super::sums::{self, Difference, SUMS, Sums};

/// The signature of the list of sums, as minisign names it.
pub const SIGNATURE: &str = "SHA256SUMS.minisig";
/// The file beside the program, or beside the folder that a kit is built from, that names the key.
pub const KEY_FILE: &str = "minisign.pub";
/// The most files that a refusal names.
const MOST_NAMED: usize = 5;

/// What a folder brings to show who signed it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Seal {
    /// The list of sums.
    pub sums: Option<Vec<u8>>,
    /// Its signature.
    pub signature: Option<Vec<u8>>,
}

impl Seal {
    /// Takes the two files out of a folder: they are no content.
    pub fn take(files: &mut Files) -> Self {
        Self { sums: files.0.remove(SUMS), signature: files.0.remove(SIGNATURE) }
    }
}

/// Why a folder is not opened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// The file that names the key holds none.
    NoKey,
    /// The list or its signature is missing.
    NotSigned,
    /// The list or its signature is no text of the right form.
    Unreadable,
    /// The signature was made with another key.
    OtherKey,
    /// The signature does not fit the list.
    Forged,
    /// The list is signed, but the files are not those of the list.
    Changed(Vec<Difference>),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKey => write!(f, "the file {KEY_FILE} beside the program holds no key of minisign"),
            Self::NotSigned => write!(f, "it is not signed: {SUMS} or {SIGNATURE} is missing in it"),
            Self::Unreadable => write!(f, "its {SUMS} or {SIGNATURE} is damaged"),
            Self::OtherKey => write!(f, "it is signed with another key than the one in {KEY_FILE}"),
            Self::Forged => write!(f, "its signature does not fit: {SUMS} was changed after it was signed"),
            Self::Changed(differences) => {
                f.write_str("its files were changed after they were signed: ")?;
                let named = differences.iter().take(MOST_NAMED).map(|difference| match difference {
                    Difference::Changed(path) => format!("{path} was changed"),
                    Difference::Added(path) => format!("{path} was added"),
                    Difference::Lost(path) => format!("{path} is missing"),
                });
                f.write_str(&named.collect::<Vec<_>>().join(", "))?;
                match differences.len().saturating_sub(MOST_NAMED) {
                    0 => Ok(()),
                    more => write!(f, ", and {more} more"),
                }
            }
        }
    }
}

/// The text that names the key in this folder; `None` where none is asked for. A file that is there but can't be read
/// names no key, so that nothing is opened by it.
pub fn key_in(dir: &Path) -> Option<String> {
    match std::fs::read_to_string(dir.join(KEY_FILE)) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(_unreadable) => Some(String::new()),
    }
}

/// The line of the key itself, without the remark above it.
pub fn key_line(key: &str) -> Result<&str, Refusal> {
    let line = key.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    PublicKey::from_base64(line).map(|_| line).map_err(|_damaged| Refusal::NoKey)
}

/// The list of the sums of these files.
pub fn sums_of(files: &Files) -> Sums {
    files.0.iter().map(|(path, bytes)| (path.clone(), sums::sum(bytes))).collect()
}

/// Are these the files that the holder of the key signed?
pub fn check(key: &str, seal: &Seal, files: &Files) -> Result<(), Refusal> {
    let key = PublicKey::from_base64(key_line(key)?).map_err(|_damaged| Refusal::NoKey)?;
    let (Some(list), Some(signature)) = (&seal.sums, &seal.signature) else { return Err(Refusal::NotSigned) };
    let signature = std::str::from_utf8(signature).map_err(|_damaged| Refusal::Unreadable)?;
    let signature = Signature::decode(signature).map_err(|_damaged| Refusal::Unreadable)?;
    // Older releases of minisign sign the bytes themselves, newer ones their hash: both are as good.
    key.verify(list, &signature, true).map_err(|error| match error {
        Error::UnexpectedKeyId => Refusal::OtherKey,
        _ => Refusal::Forged,
    })?;
    let list = std::str::from_utf8(list).map_err(|_damaged| Refusal::Unreadable)?;
    match sums::differences(&sums::read(list), &sums_of(files)) {
        none if none.is_empty() => Ok(()),
        some => Err(Refusal::Changed(some)),
    }
}
