//! Words to hits.

mod asked;
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
