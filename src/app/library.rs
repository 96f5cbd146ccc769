//! The guide and all that is made from it once: it never changes while the window is open.

use crate::content::load::{Loaded, Origin};
use crate::content::mistake::Mistake;
use crate::content::model::Guide;
use crate::rules::{Checker, Recogniser};
use crate::search::Index;

/// The guide, ready for use.
pub struct Library {
    /// What the guide says.
    pub guide: Guide,
    /// Its rules, ready to weigh.
    pub checker: Checker,
    /// Its messages, ready to be recognised.
    pub recogniser: Recogniser,
    /// Its texts, ready to be searched.
    pub index: Index,
    /// What was wrong with its files.
    pub mistakes: Vec<Mistake>,
    /// Which layers it comes from.
    pub origin: Origin,
    /// Has each mistake to say in which layer it is?
    pub is_layered: bool,
    /// The fingerprint of its files.
    pub hash: u64,
}

impl From<Loaded> for Library {
    fn from(loaded: Loaded) -> Self {
        let is_layered = loaded.is_layered();
        let Loaded { guide, mistakes, origin, hash, files: _ } = loaded;
        let checker = Checker::new(&guide);
        let recogniser = Recogniser::new(&guide.messages);
        let index = Index::new(&guide);
        Self { guide, checker, recogniser, index, mistakes, origin, is_layered, hash }
    }
}
