//! The staff commands, as functions that write to whatever they are given.

pub mod check;
