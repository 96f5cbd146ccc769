//! `unsent-kit search`: the window's search for the terminal and for scripts.

use std::io::{self, Write};

use serde::Serialize;

use super::Outcome;
use super::arguments::Search;
use crate::content::load::Loaded;
use crate::content::model::TopicId;
use crate::rules::Recogniser;
use crate::search::{Found, Hit, Index, Kind};

/// Searches and writes what was found, best first.
pub fn search(asked: &Search, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    let (Loaded { guide, .. }, outcome) = super::open(asked.content.as_deref(), err)?;
    let query = asked.words.join(" ");
    let recognised = Recogniser::new(&guide.messages).recognise(&query);
    let Found { hits, is_guess } = Index::new(&guide).search(&query, recognised.as_ref());
    if is_guess {
        writeln!(err, "Nothing holds these words; the cards below come nearest.")?;
    }
    let hits: Vec<HitLine> = hits.into_iter().take(asked.limit.get()).map(HitLine::from).collect();
    if asked.json {
        writeln!(out, "{}", serde_json::to_string(&Report { query, hits })?)?;
    } else {
        for hit in hits {
            writeln!(out, "{:<8} {:<24} {}", hit.kind, hit.id, hit.title)?;
        }
    }
    Ok(outcome)
}

#[derive(Serialize)]
struct Report {
    query: String,
    hits: Vec<HitLine>,
}

#[derive(Serialize)]
struct HitLine {
    kind: &'static str,
    id: String,
    topic: Option<TopicId>,
    title: String,
    score: f32,
}

impl From<Hit> for HitLine {
    fn from(hit: Hit) -> Self {
        let id = match &hit.kind {
            Kind::Topic => hit.topic.as_ref().map(TopicId::to_string).unwrap_or_default(),
            Kind::Faq(id) => id.to_string(),
            Kind::Message(id) => id.to_string(),
        };
        Self { kind: hit.kind.as_str(), id, topic: hit.topic, title: hit.title.text, score: hit.score }
    }
}
