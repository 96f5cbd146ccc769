//! The rules module with the guide's own content.

mod case;
mod engine;
mod recognise;
mod situations;
mod weighing;
