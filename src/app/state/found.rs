//! What the words in the search fields find, also in a guide that takes the place of another.

use super::State;
use crate::app::Library;
use crate::content::model::{MessageId, TopicId};
use crate::search::{Hit, Kind, filter_faq};

/// What a search shows at most.
const MAX_HITS: usize = 24;
/// Cards shown under the questions of the FAQ at most.
const MAX_REASONS: usize = 6;

impl State {
    /// Another guide is shown from now on, on the same page: what was made from the old one is made anew.
    pub fn adopt(&mut self, library: &Library) {
        self.recognised = library.recogniser.recognise(&self.search);
        self.hits = found(library, &self.search, self.recognised.as_ref());
        self.faq_found = filter_faq(&library.guide, &self.faq_filter);
        self.faq_topics = reasons(library, &self.faq_filter);
        self.weigh(library);
    }
}

/// What the guide's search shows for these words.
pub(super) fn found(library: &Library, words: &str, recognised: Option<&MessageId>) -> Vec<Hit> {
    let mut hits = library.index.search(words, recognised);
    hits.truncate(MAX_HITS);
    hits
}

/// The cards under the questions of the FAQ for these words.
pub(super) fn reasons(library: &Library, words: &str) -> Vec<TopicId> {
    let hits = library.index.search(words, None).into_iter().filter(|hit| hit.kind == Kind::Topic);
    hits.filter_map(|hit| hit.topic).take(MAX_REASONS).collect()
}
