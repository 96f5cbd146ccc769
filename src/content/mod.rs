//! Files to guide, with every mistake as a value.

pub mod bundled;
mod conditions;
mod cross;
pub mod files;
mod fit;
pub mod folder;
pub mod ids;
pub mod links;
pub mod load;
pub mod markup;
pub mod mistake;
pub mod model;
mod outline;
mod prune;
mod reader;
mod ron_words;
mod screens;
mod shape;
mod sheet;
pub mod signature;
pub mod sums;
mod taps;
mod texts;
mod tokens;
mod wording;
mod written;

pub use load::{Loaded, Origin, load, open};
pub use mistake::{Mistake, Place};
pub use model::Guide;
