//! The guide and its search alone, without the window and all that it brings.

#[path = "../../../src/content/mod.rs"]
pub mod content;
#[path = "../../../src/search/mod.rs"]
pub mod search;
