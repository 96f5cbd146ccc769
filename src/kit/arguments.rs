//! What can be typed after `unsent-kit`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

/// The staff program of Unsent.
#[derive(Parser)]
#[command(name = "unsent-kit", version)]
pub struct Arguments {
    #[command(subcommand)]
    /// What to do.
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// List every mistake in a content folder, or in the built-in content.
    Check {
        /// The content folder; the built-in content where it is left out.
        dir: Option<PathBuf>,
        /// Prove the rules as well, over every combination of answers.
        #[arg(long)]
        prove: bool,
        /// List the paths whose review date has passed as well.
        #[arg(long)]
        stale: bool,
        /// The day to judge that by; today where it is left out.
        #[arg(long, value_name = "YYYY-MM-DD", requires = "stale")]
        on: Option<Date>,
        /// One line of JSON.
        #[arg(long)]
        json: bool,
    },
    /// Say why a message fails, from answers and the text that TikTok shows.
    Diagnose(Diagnose),
    /// Find cards, questions and messages by words.
    Search(Search),
    /// Write the guide for machines where no program may run.
    #[command(subcommand)]
    Export(Export),
    /// Make a kit to hand out: the folder OUT and beside it OUT.zip.
    Build(Build),
    /// Name every file of a kit that was changed, added or lost since it was made.
    Verify {
        /// The kit: its folder or its zip.
        kit: PathBuf,
    },
    /// Write the list SHA256SUMS of a content folder into it, to be signed with minisign.
    Sums {
        /// The content folder.
        dir: PathBuf,
    },
}

/// What can be written.
#[derive(Subcommand)]
pub enum Export {
    /// One HTML file with everything in it, the checker as well. It asks for nothing outside itself.
    Html {
        /// The file to write.
        out: PathBuf,
        /// Read the content from this folder.
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
    },
    /// A plain text to read out on the phone.
    Text {
        /// The file to write; the terminal where it is left out.
        out: Option<PathBuf>,
        /// Only this card. May be given many times.
        #[arg(long = "topic", value_name = "ID")]
        topics: Vec<String>,
        /// Read the content from this folder.
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
    },
}

/// What goes into a kit.
#[derive(Args)]
pub struct Build {
    /// The new folder; its zip gets the same name with `.zip` behind it.
    pub out: PathBuf,
    /// The content folder; the built-in content where it is left out. A file `minisign.pub` beside the folder asks for
    /// its signature.
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// A further program, for instance for another system, besides the `unsent` that lies beside this one.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub program: Vec<PathBuf>,
}

/// What `diagnose` is asked.
#[derive(Args)]
pub struct Diagnose {
    /// An answer, for instance `follow=only-me`; `not-sure` is the same as none. May be given many times.
    #[arg(long = "answer", value_name = "QUESTION=OPTION")]
    pub answers: Vec<String>,
    /// The text that TikTok shows, as it was pasted.
    #[arg(long, value_name = "TEXT")]
    pub message: Option<String>,
    /// The answers of a case code, as the window and this program give it: `G700-1A0G`.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["answers", "message"])]
    pub case: Option<String>,
    /// Read the content from this folder.
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// One line of JSON.
    #[arg(long)]
    pub json: bool,
}

/// What `search` is asked.
#[derive(Args)]
pub struct Search {
    /// At most this many hits, at least 1.
    #[arg(long, value_name = "N", default_value = "10")]
    pub limit: NonZeroUsize,
    /// Read the content from this folder.
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    /// One line of JSON.
    #[arg(long)]
    pub json: bool,
    /// The words.
    #[arg(required = true)]
    pub words: Vec<String>,
}
