//! The rules module with the guide's own content.

mod case;
mod engine;
mod mutants;
mod prove;
mod recognise;
mod situations;
mod weighing;
