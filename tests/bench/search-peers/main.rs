//! Unsent's search side by side with tantivy, SQLite FTS5, MiniSearch and Fuse.js: what each finds, and how fast.
//!
//! On the guide: its own queries and the held-out ones, as they are and with one random slip more. On 10,000 short
//! texts, each twelve words drawn with a fixed seed from all words of the guide: four of its words, with a slip in one,
//! have to find the text itself.

#[path = "../../shared/numbers.rs"]
mod numbers;
mod peers;
#[path = "../../shared/queries.rs"]
mod queries;
mod texts;

use std::error::Error;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use guide::content::load;
use guide::content::model::Guide;
use guide::search::quality::Rates;
use serde_json::{Value, json};

use self::peers::{Own, Search, Sqlite, Tantivy};
use self::texts::{Asked, Document};

/// What is searched, and with what.
struct Trial {
    guide: Guide,
    documents: Vec<Document>,
    /// Queries with the documents that they should find.
    queries: Vec<Asked>,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let guide = load::open(None).guide;
    let shipped = Trial { documents: texts::cards(&guide), queries: texts::queries(&guide), guide: guide.clone() };
    let (guide, documents, queries) = texts::large(&guide);
    let large = Trial { guide, documents, queries };
    println!("{:<22} hit@1  hit@3    MRR  zero  ms a keystroke  ms to build", "");
    for (name, trial) in [("guide", &shipped), ("10,000 texts", &large)] {
        println!("-- {name}: {} queries", trial.queries.len());
        run("Unsent", trial, || Ok(Own::new(&trial.guide)))?;
        run("tantivy", trial, || Tantivy::new(&trial.documents))?;
        run("SQLite FTS5", trial, || Sqlite::new(&trial.documents))?;
        for report in in_node(trial)? {
            let text = |key: &str| report[key].as_str().unwrap_or_default().to_owned();
            let time = |key: &str| Duration::from_secs_f64(report[key].as_f64().unwrap_or_default() / 1000.0);
            let found = report["found"].as_array().ok_or("no answers")?.iter();
            let found: Vec<Vec<String>> =
                found.map(|ids| serde_json::from_value(ids.clone())).collect::<Result<_, _>>()?;
            print(&text("name"), trial, &found, time("keystroke"), time("build"));
        }
    }
    Ok(())
}

fn run<S: Search>(name: &str, trial: &Trial, build: impl Fn() -> Outcome<S>) -> Outcome<()> {
    let start = Instant::now();
    let search = build()?;
    let built = start.elapsed();
    for asked in trial.queries.iter().take(20) {
        search.search(&asked.text)?;
    }
    let start = Instant::now();
    let found = trial.queries.iter().map(|asked| search.search(&asked.text)).collect::<Outcome<Vec<_>>>()?;
    let count = u32::try_from(trial.queries.len())?;
    print(name, trial, &found, start.elapsed() / count, built);
    Ok(())
}

fn print(name: &str, trial: &Trial, found: &[Vec<String>], keystroke: Duration, built: Duration) {
    let mut groups: Vec<&str> = trial.queries.iter().map(|asked| asked.group).collect();
    groups.dedup();
    for group in groups {
        let mut rates = Rates::default();
        for (asked, ids) in trial.queries.iter().zip(found).filter(|(asked, _)| asked.group == group) {
            rates.count(ids.iter().position(|id| *id == asked.right), ids.is_empty());
        }
        let percent = |count| 100.0 * rates.share(count);
        let (first, in_three, mrr, empty) = (percent(rates.first), percent(rates.in_three), rates.mrr(), rates.empty);
        let (keystroke, built) = (1000.0 * keystroke.as_secs_f64(), 1000.0 * built.as_secs_f64());
        println!(
            "{name:<12} {group:<9} {first:>5.1}% {in_three:>5.1}%  {mrr:.3} {empty:>5} {keystroke:>15.3} {built:>12.2}"
        );
    }
}

fn in_node(trial: &Trial) -> Outcome<Vec<Value>> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers.mjs");
    let mut node = Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let documents: Vec<Value> = trial
        .documents
        .iter()
        .map(|Document { id, title, keywords, texts }| json!({ "id": id, "title": title, "keywords": keywords, "texts": texts }))
        .collect();
    let queries: Vec<&str> = trial.queries.iter().map(|asked| asked.text.as_str()).collect();
    let task = json!({ "documents": documents, "queries": queries });
    node.stdin.take().ok_or("node takes no input")?.write_all(task.to_string().as_bytes())?;
    Ok(serde_json::from_slice(&node.wait_with_output()?.stdout)?)
}
