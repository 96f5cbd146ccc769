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
//! # Others on the same texts
//!
//! `tests/bench/search-peers` compares it with tantivy 0.27, `SQLite`’s FTS5, `MiniSearch` 7 and Fuse.js 7 (`npm ci`,
//! then `cargo run --release` there), each with beginnings, slips and weighed fields, and stems where it has them, but
//! without `words.ron`, which is ours. One run on 22 November 2026, two virtual cores shared with other work: first /
//! in three of 265 own queries, of 182 held-out ones, and of all with one random slip more.
//!
//! | guide       | own           | held-out      | one slip      | ms a keystroke | ms to build |
//! |-------------|---------------|---------------|---------------|----------------|-------------|
//! | Unsent      | 96.6 / 100.0  | 92.3 / 98.9   | 90.4 / 98.0   | 0.088          | 3.6         |
//! | tantivy     | 84.2 / 95.8   | 86.3 / 95.6   | 75.6 / 93.1   | 0.132          | 9.8         |
//! | FTS5        | 85.7 / 94.7   | 83.5 / 93.4   | 73.4 / 90.6   | 0.160          | 4.9         |
//! | `MiniSearch`| 80.4 / 90.9   | 83.0 / 95.6   | 73.6 / 89.3   | 0.251          | 16.3        |
//! | Fuse.js     | 60.4 / 84.9   | 63.7 / 81.9   | 46.1 / 72.7   | 8.4            | 5.3         |
//!
//! Our own queries were at hand when the search was tuned; the peers were not tuned to them. MRR and zero results are
//! in the program's output.
//!
//! | 10,000 texts | first | in three | ms a keystroke | ms to build |
//! |--------------|-------|----------|----------------|-------------|
//! | Unsent       | 99    | 100      | 0.165          | 94          |
//! | tantivy      | 99    | 100      | 0.157          | 60          |
//! | FTS5         | 98    | 100      | 3.610          | 84          |
//! | `MiniSearch` | 100   | 100      | 0.574          | 90          |
//! | Fuse.js      | 100   | 100      | 183.893        | 57          |
//!
//! These texts are twelve words each, drawn with a fixed seed from the words of the guide, with 100 queries of four of
//! their words, one mistyped: `MiniSearch` and Fuse.js find one text more in the first place, and tantivy is as good and a
//! little quicker. It would bring 63 crates that the program does not have yet, rusqlite five.
//!
//! A fuzzy picker (nucleo) wants every letter in order, so that one word more in a sentence finds nothing; Snowball
//! stemmers know neither `sent` for `send` nor `msg`. `strsim` gives the distances, `unicode-normalization` the plain
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
