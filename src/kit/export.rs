//! `unsent-kit export`: the guide for machines where no program may run.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::arguments::Export;
use crate::content::model::{Guide, Topic};
use crate::export::{html, text};

/// Writes what is asked for into its file; a text without a file goes to `out`.
pub fn export(asked: &Export, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    match asked {
        Export::Html { out: file, content } => {
            let (loaded, outcome) = super::open(content.as_deref(), err)?;
            write_file(file, &html::edition(&loaded.guide, loaded.hash), outcome, err)
        }
        Export::Text { out: file, topics, content } => {
            let (loaded, outcome) = super::open(content.as_deref(), err)?;
            let chosen = match chosen(&loaded.guide, topics) {
                Ok(chosen) => chosen,
                Err(unknown) => {
                    let known: Vec<&str> = loaded.guide.topics.iter().map(|topic| topic.id.as_str()).collect();
                    writeln!(err, "there is no topic `{unknown}`; there are {}", known.join(", "))?;
                    return Ok(Outcome::Problem);
                }
            };
            let script = if topics.is_empty() {
                text::script(&loaded.guide)
            } else {
                let scripts = chosen.iter().map(|topic| text::topic_script(&loaded.guide, topic));
                scripts.collect::<Vec<_>>().join("\n\n")
            };
            match file {
                Some(file) => write_file(file, &script, outcome, err),
                None => out.write_all(script.as_bytes()).map(|()| outcome),
            }
        }
    }
}

/// The topics with these ids, or the first id that none has.
fn chosen<'a>(guide: &'a Guide, ids: &'a [String]) -> Result<Vec<&'a Topic>, &'a str> {
    ids.iter().map(|id| guide.topic(&id.as_str().into()).ok_or(id.as_str())).collect()
}

fn write_file(file: &Path, text: &str, outcome: Outcome, err: &mut dyn Write) -> io::Result<Outcome> {
    match fs::write(file, text) {
        Ok(()) => Ok(outcome),
        Err(fault) => {
            writeln!(err, "{} can’t be written: {fault}", file.display())?;
            Ok(Outcome::Problem)
        }
    }
}
