//! The staff program.

fn main() {}
