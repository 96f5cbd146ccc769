//! The staff commands. Each writes to what it is given; their output's shape is a contract with scripts.

pub mod arguments;
pub mod build;
pub mod bundle;
pub mod check;
pub mod diagnose;
pub mod export;
pub mod licences;
mod quality;
pub mod search;
mod stale;
pub mod sums;
pub mod verify;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;
use jiff::civil::Date;

use crate::content::{Loaded, Mistake, layer, open_layers};
use arguments::{Arguments, Command};

/// How a command ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Outcome {
    /// Exit code 0.
    Fine,
    /// Exit code 1: the content or the answers have a problem.
    Problem,
    /// Exit code 2: the command was not understood.
    WrongUsage,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Problem => Self::from(1),
            Outcome::WrongUsage => Self::from(2),
        }
    }
}

/// Runs a command, today: results go to `out`, words for people about the run itself to `err`.
///
/// # Errors
///
/// Only what `out` and `err` fail with.
pub fn run<A>(arguments: A, today: Date, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome>
where
    A: IntoIterator<Item: Into<OsString> + Clone>,
{
    let command = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments.command,
        Err(asked) if !asked.use_stderr() => {
            write!(out, "{asked}")?;
            return Ok(Outcome::Fine);
        }
        Err(wrong) => {
            write!(err, "{wrong}")?;
            return Ok(Outcome::WrongUsage);
        }
    };
    match command {
        Command::Check { dir, prove, stale, on, json } => {
            let what = check::Shown { proof: prove, stale_on: stale.then_some(on.unwrap_or(today)), json };
            let fine = check::check(dir.as_deref(), what, out)?;
            Ok(if fine { Outcome::Fine } else { Outcome::Problem })
        }
        Command::Diagnose(asked) => diagnose::diagnose(&asked, out, err),
        Command::Search(asked) => search::search(&asked, out, err),
        Command::Export(asked) => export::export(&asked, out, err),
        Command::Build(asked) => build::build(&asked, out, err),
        Command::Verify { kit } => verify::verify(&kit, out, err),
        Command::Sums { dir } => sums::write_sums(&dir, out, err),
    }
}

/// Opens the content for a command that needs it to be right, and says on `err` what is wrong with it.
fn open(dir: Option<&Path>, err: &mut dyn Write) -> io::Result<(Loaded, Outcome)> {
    let loaded = open_layers(layer::usual(dir));
    if loaded.mistakes.is_empty() {
        return Ok((loaded, Outcome::Fine));
    }
    write_mistakes(&loaded, err)?;
    writeln!(err, "The content has mistakes; the answer below rests on what could be read.")?;
    Ok((loaded, Outcome::Problem))
}

/// Writes each mistake, under its layer where there are several.
fn write_mistakes(loaded: &Loaded, out: &mut dyn Write) -> io::Result<()> {
    let mut mistakes: Vec<&Mistake> = loaded.mistakes.iter().collect();
    mistakes.sort_by_key(|mistake| &mistake.layer);
    let is_layered = loaded.is_layered();
    let mut told = None;
    for mistake in mistakes {
        if let Some(layer) = mistake.layer.as_ref().filter(|layer| is_layered && told != Some(*layer)) {
            writeln!(out, "In {layer}:\n")?;
            told = Some(layer);
        }
        writeln!(out, "{mistake}\n")?;
    }
    Ok(())
}
