//! The staff program: checks the content, asks the checker, searches.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use unsent::{clock, kit};

fn main() -> ExitCode {
    match kit::run(std::env::args_os(), clock::today(), &mut stdout().lock(), &mut stderr().lock()) {
        Ok(outcome) => outcome.into(),
        // Whoever reads the output has stopped reading: nothing is left to be said.
        Err(_closed) => ExitCode::FAILURE,
    }
}
