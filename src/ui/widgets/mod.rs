//! The parts that pages are made of.

mod badge;
mod button;
mod card;
mod claim;
mod code;
mod columns;
mod field;
mod mistake;
mod phone;
mod row;

pub use badge::{badge_ui, paint_key_cap, tag_ui};
pub use button::{Button, Look, link_ui};
pub use card::{Card, card_grid_ui};
pub use claim::{boxed, claim_ui, doubt_ui, rule_ui, sources_ui};
pub use code::code_ui;
pub use columns::columns_ui;
pub use field::{Field, field_ui};
pub use mistake::mistake_ui;
pub use phone::{phone_ui, phone_width};
pub use row::{Row, row_ui};
