//! Words, or a pasted on-screen message, to hits: a plain filter over titles, keywords and texts.

mod faq;
mod fold;
mod index;

pub use faq::filter_faq;
pub use fold::{fold, matches, query_words};
pub use index::{Hit, Index, Kind};
