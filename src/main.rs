//! The program that people run: a window on the guide.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use unsent::app::Link;

/// Help for TikTok messages that don't send or arrive. Works without a network.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Lay the guide in this folder over the built-in one, or take it instead.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Open this card: its file is `topics/ID.ron`.
    #[arg(long, value_name = "ID")]
    topic: Option<String>,
    /// Open with these words in the search.
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// Write this guide: it is shown anew whenever a file in this folder is saved, with every mistake beside it.
    #[arg(long, value_name = "DIR", conflicts_with = "content")]
    author: Option<PathBuf>,
    /// Open the checker with the answers of this case code.
    #[arg(long, value_name = "CODE")]
    case: Option<String>,
}

fn main() -> ExitCode {
    let Arguments { content, author, topic, search, case } = Arguments::parse();
    let link = Link { search, topic, case };
    match unsent::start::open_window(content, author, link, Box::new(|place| open::that_detached(place))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(text) => {
            // Where even the terminal is gone there is nobody left to tell.
            drop(writeln!(std::io::stderr(), "{text}"));
            ExitCode::FAILURE
        }
    }
}
