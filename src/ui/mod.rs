//! Drawing: the only place that knows egui, besides `shell` and `start`.

pub mod icons;
pub mod said;
pub mod summary;
pub mod text;
pub mod theme;
pub mod views;
pub mod widgets;

pub use crate::words;
