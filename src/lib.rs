//! Unsent: desktop help for people whose TikTok messages do not send or arrive.

pub mod app;
pub mod content;
pub mod kit;
pub mod phone;
pub mod rules;
pub mod search;
pub mod shell;
pub mod start;
pub mod ui;
