//! The files of an edition before anybody reads them: names and bytes.

use std::collections::BTreeMap;

/// The files by their path relative to `content/`, with `/` between the parts, for instance `topics/age.ron`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Files {
    /// The bytes of the file at this path.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Puts a file in, or another in its place.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// A fingerprint of all paths and bytes: FNV-1a with 64 bits, over each path, its bytes and their lengths, in the
    /// order of the paths. The same files give the same hash on every machine; it shows an edit, not a forgery.
    pub fn hash(&self) -> u64 {
        let fold = |hash: u64, bytes: &[u8]| {
            let length = (bytes.len() as u64).to_le_bytes();
            length.iter().chain(bytes).fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
        };
        self.0.iter().fold(0xcbf2_9ce4_8422_2325, |hash, (path, bytes)| fold(fold(hash, path.as_bytes()), bytes))
    }

    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
