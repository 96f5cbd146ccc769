//! The rules module with the guide's own content.

mod case;
mod engine;
mod explain;
mod exported;
mod fixes;
mod interview;
mod made_up;
mod mutants;
mod people;
mod prove;
mod recognise;
mod weighing;
