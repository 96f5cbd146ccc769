//! `unsent-kit check`: every mistake in the content.

use std::{
    io::{self, Write},
    path::Path,
};

use serde_json::{Value, json};

use crate::content::{Loaded, Mistake, open};

/// Writes every mistake of the edition in the folder, or of the built-in one. `true` when there is none.
///
/// For people: each mistake, then one line that sums up. As JSON: one line with the list.
pub fn check(dir: Option<&Path>, json: bool, out: &mut dyn Write) -> io::Result<bool> {
    let Loaded { guide, mistakes, .. } = open(dir);
    if json {
        let list: Vec<Value> = mistakes.iter().map(as_json).collect();
        writeln!(out, "{}", json!({ "mistakes": list }))?;
    } else {
        for mistake in &mistakes {
            writeln!(out, "{mistake}\n")?;
        }
        let topics = guide.topics.len();
        match mistakes.len() {
            0 => writeln!(out, "No mistakes in {topics} topics.")?,
            1 => writeln!(out, "1 mistake.")?,
            count => writeln!(out, "{count} mistakes.")?,
        }
    }
    Ok(mistakes.is_empty())
}

fn as_json(mistake: &Mistake) -> Value {
    let Mistake { what, place, mend } = mistake;
    let place = place.as_ref();
    json!({
        "file": place.map(|place| &place.file),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "what": what,
        "mend": mend,
    })
}
