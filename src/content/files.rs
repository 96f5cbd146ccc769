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

    /// All paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
