//! Words to hits.
//!
//! A query is read word by word (`asked`): short forms are spelt out, words run together are split, and each word is
//! looked up among all words of the guide (`lexicon`), as it is, as a beginning, or with slips as Meilisearch counts
//! them: none up to 4 letters, one for 5 to 8, two from 9; a swap is one, a wrong first letter costs two. What is
//! beyond that is taken only where nothing else comes near. Synonyms, word forms and filler are content, in `words.ron`.
//!
//! Entries are then weighed (`weights`) by BM25F over their fields and by their lines as a whole; cards whose title or
//! keyword was typed, with or without a slip, have a claim to the first three places (`claims`); then all are put in
//! order (`order`). [`quality`] measures what is found, [`mod@guarantee`] what a slip of the finger costs.
//!
//! The crates that came into question: a fuzzy picker (nucleo) wants every letter in order, so that one word more in a
//! sentence finds nothing; Snowball stemmers know neither `sent` for `send` nor `msg`; tantivy brings more than a
//! hundred crates for an index of a hundred texts. `strsim` gives the distances, `unicode-normalization` the plain
//! letters, `indexmap` the numbering of words.

mod asked;
mod claims;
pub mod guarantee;
mod hit;
mod index;
mod lexicon;
mod order;
mod pieces;
pub mod quality;
mod slips;
mod weights;

pub use hit::{Found, Hit, Kind, Marked};
pub use index::{Index, Query};
