//! Files to guide, with every mistake as a value.

pub mod ids;
pub mod model;

pub use model::Guide;
