//! Unsent: desktop help for people whose TikTok messages do not send or arrive.

pub mod content;
pub mod rules;
