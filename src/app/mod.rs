//! What the window knows and the only code that changes it. Never draws, never reaches outside.

mod action;
mod library;
mod merge;
mod page;
pub mod saved;
mod state;
pub mod store;

pub use action::{Action, Effect};
pub use library::Library;
pub use page::{Dialog, Focus, Link, Notice, Page};
pub use saved::Saved;
pub use state::{CONTACT, SAFETY, State};
