//! `unsent-kit check`: every mistake in the content, and what the search does not find.

use std::{
    io::{self, Write},
    path::Path,
};

use jiff::civil::Date;
use serde_json::{Value, json};

use super::quality::Search;
use super::stale;
use crate::content::model::Guide;
use crate::content::{LayerName, Loaded, Mistake, layer, open, open_layers};
use crate::rules::prove::{Change, Comparison, Fault, Proof, Property, changes, promises, prove};

/// The most invariants and situations that are named where the rules are not compared.
const MOST_LOST: usize = 20;

/// What is to be shown, and how.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    /// Prove the rules as well.
    pub proof: bool,
    /// List the paths that want another look on this day as well.
    pub stale_on: Option<Date>,
    /// One line of JSON.
    pub json: bool,
}

/// Writes every mistake of the guide that the folder makes with the layers below it, or of the built-in one.
/// `true` when there is none.
///
/// Then what the search finds; `true` only if that is enough. With the proof, also what was proven, then `true` only if
/// everything is; and of a folder, what each edit of the built-in rules does. With a day, also the paths that want
/// another look on it; then `true` only if none does.
/// For people: each mistake, then one line that sums up, then the rest. As JSON: one line.
pub fn check(dir: Option<&Path>, shown: Shown, out: &mut dyn Write) -> io::Result<bool> {
    let loaded = open_layers(layer::usual(dir));
    let Loaded { guide, mistakes, hash, .. } = &loaded;
    let proof = shown.proof.then(|| prove(guide));
    let changes = dir.filter(|_| shown.proof).map(|_| Changes::of(guide, mistakes.is_empty()));
    let due = shown.stale_on.map(|on| (on, stale::due(guide, on)));
    let search = Search::of(guide);
    if shown.json {
        let mistakes: Vec<Value> = mistakes.iter().map(as_json).collect();
        let mut report = json!({ "mistakes": mistakes, "search": search.as_json() });
        if let (Some(report), Some(proof)) = (report.as_object_mut(), &proof) {
            report.insert("proof".to_owned(), proof_as_json(proof, *hash));
        }
        if let (Some(report), Some(changes)) = (report.as_object_mut(), &changes) {
            report.insert("changes".to_owned(), changes.as_json());
        }
        if let (Some(report), Some((on, due))) = (report.as_object_mut(), &due) {
            report.insert("stale".to_owned(), json!({ "on": on.to_string(), "paths": stale::as_json(due) }));
        }
        writeln!(out, "{report}")?;
    } else {
        super::write_mistakes(&loaded, out)?;
        let topics = guide.topics.len();
        match mistakes.len() {
            0 => writeln!(out, "No mistakes in {topics} topics.")?,
            1 => writeln!(out, "1 mistake.")?,
            count => writeln!(out, "{count} mistakes.")?,
        }
        search.write(out)?;
        if let Some(proof) = &proof {
            write_proof(proof, *hash, mistakes.is_empty(), out)?;
        }
        if let Some(changes) = &changes {
            changes.write(out)?;
        }
        if let Some((on, due)) = &due {
            stale::write_due(due, *on, out)?;
        }
    }
    let is_fresh = due.is_none_or(|(_, due)| due.is_empty());
    Ok(mistakes.is_empty() && search.is_fine() && is_fresh && proof.is_none_or(|proof| proof.holds()))
}

fn write_proof(proof: &Proof, hash: u64, is_whole: bool, out: &mut dyn Write) -> io::Result<()> {
    let combinations = proof.combinations.map_or_else(|| "too many".to_owned(), |all| all.to_string());
    writeln!(out, "\nEdition {}, content {hash:016x}, {combinations} combinations of answers:", proof.edition)?;
    for property in &proof.properties {
        let Property { name, decided, faults } = property;
        let parts = if *decided > 1 { format!(" ({decided})") } else { String::new() };
        writeln!(out, "{:<16} {name}{parts}", property.ruling().as_str())?;
        for Fault { is_undecided, text, .. } in faults {
            let undecided = if *is_undecided { "not decided: " } else { "" };
            writeln!(out, "                 - {undecided}{text}")?;
        }
    }
    let ruling = match proof.holds() {
        true if is_whole => "Proven.",
        true => "Proven, but without the entries that have a mistake: they were left out.",
        false => "Not proven.",
    };
    writeln!(out, "{ruling}")
}

/// What is different from the built-in rules.
enum Changes {
    /// Each edit.
    Edits(Vec<Change>),
    /// The questions or reasons are others. What is left to tell is which invariants and situations are not as they were.
    NotCompared(Vec<Change>),
}

impl Changes {
    /// What went with an entry that has a mistake is not named: the mistake is.
    fn of(guide: &Guide, is_whole: bool) -> Self {
        let built_in = open(None).guide;
        if let Some(edits) = changes(&built_in, guide) {
            return Self::Edits(edits);
        }
        let rules = &built_in.rules;
        let lost = promises(&built_in, guide);
        // Where none is left the rules are other rules altogether, and nothing is missing.
        let is_other = lost.len() == rules.invariants.len() + rules.situations.len();
        Self::NotCompared(if is_other || !is_whole { Vec::new() } else { lost })
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::NotCompared(lost) => {
                writeln!(
                    out,
                    "\nThe questions or reasons are not those of the built-in edition: the rules are not compared."
                )?;
                lost.iter().take(MOST_LOST).try_for_each(|change| writeln!(out, "- {}", change.text))?;
                match lost.len().saturating_sub(MOST_LOST) {
                    0 => Ok(()),
                    more => writeln!(out, "- and {more} more invariants and situations"),
                }
            }
            Self::Edits(edits) if edits.is_empty() => writeln!(out, "\nThe rules are those of the built-in edition."),
            Self::Edits(edits) => {
                writeln!(out, "\nWhat each edit of the built-in rules does by itself:")?;
                edits.iter().try_for_each(|change| writeln!(out, "- {}", change.text))?;
                let shows = |change: &&Change| matches!(change.effect, Comparison::Differ(_) | Comparison::Moves(_));
                match edits.iter().filter(shows).count() {
                    0 => writeln!(out, "None of them shows to readers."),
                    1 => writeln!(out, "One of them shows to readers: is that what you want?"),
                    count => writeln!(out, "{count} of them show to readers: is that what you want?"),
                }
            }
        }
    }

    /// A list of the edits; null where they are not compared.
    fn as_json(&self) -> Value {
        let change = |Change { text, effect }: &Change| {
            let (effect, answers) = match effect {
                Comparison::Equal => ("equal", None),
                Comparison::Differ(answers) => ("differs", Some(answers)),
                Comparison::Moves(answers) => ("moves", Some(answers)),
                Comparison::Undecided => ("undecided", None),
            };
            json!({ "text": text, "effect": effect, "answers": answers })
        };
        match self {
            Self::Edits(edits) => edits.iter().map(change).collect(),
            Self::NotCompared(_) => Value::Null,
        }
    }
}

/// The count is a text: it may be too large for a number of JSON's.
fn proof_as_json(proof: &Proof, hash: u64) -> Value {
    let fault = |Fault { is_undecided, text, answers }: &Fault| json!({ "text": text, "undecided": is_undecided, "answers": answers });
    let property = |property: &Property| {
        json!({
            "name": property.name,
            "result": property.ruling().as_str(),
            "parts": property.decided,
            "faults": property.faults.iter().map(fault).collect::<Vec<_>>(),
        })
    };
    json!({
        "edition": proof.edition.to_string(),
        "content": format!("{hash:016x}"),
        "combinations": proof.combinations.map(|all| all.to_string()),
        "proven": proof.holds(),
        "properties": proof.properties.iter().map(property).collect::<Vec<_>>(),
    })
}

fn as_json(mistake: &Mistake) -> Value {
    let Mistake { what, layer, place, mend } = mistake;
    let place = place.as_ref();
    let layer = layer.as_ref().map(|layer| match layer {
        LayerName::BuiltIn => "built-in".into(),
        LayerName::Folder(folder) => folder.to_string_lossy(),
    });
    json!({
        "layer": layer,
        "file": place.map(|place| &place.file),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "what": what,
        "mend": mend,
    })
}
