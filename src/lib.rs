//! Unsent: desktop help for people whose TikTok messages do not send or arrive.

pub mod content;
pub mod rules;
pub mod search;
pub mod phone;
pub mod kit;
pub mod app;
pub mod ui;
