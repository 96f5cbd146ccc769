//! The plain filter over the FAQ.

use super::{fold, query_words};
use crate::content::markup;
use crate::content::model::{FaqEntry, FaqId, Guide};

/// The entries that hold every word of the filter, or else most of them, in their usual order.
/// An empty filter leaves all.
pub fn filter_faq(guide: &Guide, filter: &str) -> Vec<FaqId> {
    let words = query_words(filter);
    let counted: Vec<(usize, &FaqEntry)> =
        guide.faq.entries.iter().map(|entry| (count_words(entry, &words), entry)).collect();
    let most = counted.iter().map(|(count, _)| *count).max().unwrap_or(0);
    if most * 2 < words.len() {
        return Vec::new();
    }
    counted.into_iter().filter(|(count, _)| *count == most).map(|(_, entry)| entry.id.clone()).collect()
}

/// How many of the words stand somewhere in the entry.
fn count_words(entry: &FaqEntry, words: &[String]) -> usize {
    let answer = entry.answer.iter().flat_map(|claim| [Some(&claim.text), claim.doubt.as_ref()]).flatten();
    let texts = [&entry.question].into_iter().chain(&entry.keywords).chain(answer);
    let all = texts.map(|text| fold(&markup::plain(text))).collect::<Vec<_>>().join(" ");
    words.iter().filter(|word| all.contains(word.as_str())).count()
}
