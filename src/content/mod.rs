//! Files to guide, with every mistake as a value.

pub mod bundled;
pub mod files;
pub mod folder;
pub mod ids;
pub mod links;
pub mod load;
pub mod markup;
pub mod mistake;
pub mod model;

pub use load::{Loaded, Origin, load, open};
pub use mistake::{Mistake, Place};
pub use model::Guide;
