//! The rules module with the guide's own content.

mod case;
mod engine;
mod explain;
mod made_up;
mod recognise;
mod situations;
mod weighing;
