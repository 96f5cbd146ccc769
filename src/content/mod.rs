//! Files to guide, with every mistake as a value.

pub mod bundled;
pub mod colour;
mod conditions;
mod cross;
pub mod files;
mod fit;
pub mod fold;
pub mod folder;
pub mod ids;
pub mod layer;
pub mod links;
pub mod load;
pub mod logo;
pub mod markup;
pub mod mistake;
pub mod model;
mod outline;
mod patch;
mod pile;
mod prune;
mod reader;
mod ron_words;
mod screens;
mod shape;
mod sheet;
mod taps;
mod texts;
mod thing;
mod tokens;
mod wording;
mod written;

pub use layer::{Layer, LayerName};
pub use load::{Loaded, Origin, load, open, open_layers};
pub use mistake::{Mistake, Place};
pub use model::Guide;
