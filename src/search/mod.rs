//! Words, or a pasted on-screen message, to hits: a plain filter over titles, keywords and texts.

mod fold;
mod index;

pub use fold::{fold, matches};
pub use index::{Hit, Index, Kind};
