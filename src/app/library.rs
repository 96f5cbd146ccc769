//! The guide and all that is made from it once: it never changes while the window is open.

use crate::content::links::{LinkFault, check_contact, check_link};
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

impl Library {
    /// May this address be opened? A mail address may where a contact line gives it; any other has to be a link that may.
    pub fn check_address(&self, address: &str) -> Result<(), LinkFault> {
        let Guide { manifest, brand, .. } = &self.guide;
        let is_contact = brand.contacts.iter().any(|contact| contact.link.as_deref() == Some(address));
        let check = if is_contact { check_contact } else { check_link };
        check(address, &manifest.trusted_hosts)
    }
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
