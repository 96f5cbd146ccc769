//! The rules module with the guide's own content.

mod case;
mod recognise;
mod situations;
mod weighing;
