//! Drawing: the only place that knows egui, besides `shell` and `start`.

pub mod icons;
pub mod summary;
pub mod text;
pub mod theme;
pub mod views;
pub mod widgets;
pub mod words;
